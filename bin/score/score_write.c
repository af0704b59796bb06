/* SPDX-License-Identifier: MIT */
/*
 * score_write.c - scorecards into rows; small counts hidden where that is asked
 * for, which the library does.
 */
#include <stdlib.h>
#include <string.h>

#include "score/scoring.h"

enum {
	COUNTS = SCORE_KEYS, SHARE = COUNTS + ICJ_SCORE_COLUMNS, TARGET, MET,
	SCORE_BASIS, OWN
};

/* The scorecards of one duty under one label, and their sum. */
struct section {
	struct tool *t;
	const struct scorecard *card;
	size_t cards;
	struct scorecard all;
	unsigned char *hidden; /* as in struct icj_grid; NULL: nothing is */
};

#define ACROSS (ICJ_SCORE_COLUMNS + 1) /* a row of it */

/* -- What was left out --------------------------------------------------- */

static void say_nowhere(const struct tool *t)
{
	const struct scoring *s = t->own;
	char list[400];
	size_t len = 0;

	for (unsigned i = 0; i <= ICJ_DUE_NOT_IN_FORCE; i++)
		if (s->nowhere[i] > 0)
			len += (size_t)snprintf(list + len, sizeof(list) - len,
			    "%s%lld %s", len ? ", " : "", s->nowhere[i],
			    icj_due_status_name((enum icj_due_status)i));
	if (len)
		tool_warn(t, NULL, SCORE_W_NOWHERE, "duty records in no "
		    "column: %s", list);
}

static void score_say(const struct tool *t)
{
	const struct scoring *s = t->own;
	bool recurs = false;

	for (size_t i = 0; i < s->cards; i++)
		recurs |= s->card[i].recurs;
	say_nowhere(t);
	if (s->unlabelled > 0)
		tool_warn(t, NULL, SCORE_W_UNLABELLED, "duty records of duties "
		    "that no standard has, left out: %lld; --all counts them",
		    s->unlabelled);
	if (recurs && !s->snapshot)
		tool_warn(t, NULL, SCORE_W_SNAPSHOT, "progress-report (A-02) "
		    "has no share in time, for it comes again and again; "
		    "--snapshot gives that of the day");
	if (s->moments)
		tool_warn(t, NULL, SCORE_W_MOMENTS, "duty records of several "
		    "as_of: a duty that is in more than one counts in each");
}

/* -- Hiding -------------------------------------------------------------- */

/* False for want of memory, or for too many rows. */
static bool section_hide(struct section *x)
{
	const struct scoring *s = x->t->own;
	int64_t *count = calloc(x->cards * ICJ_SCORE_COLUMNS + 1,
	    sizeof(*count));
	struct icj_grid grid = {x->cards, ICJ_SCORE_COLUMNS, count, NULL};
	bool done;

	x->hidden = grid.hidden = calloc((x->cards + 1) * ACROSS, 1);
	for (size_t i = 0; count && i < x->cards; i++)
		memcpy(count + i * ICJ_SCORE_COLUMNS, x->card[i].score.count,
		    sizeof(x->card[i].score.count));
	done = count && grid.hidden && icj_hide_small(&grid, 1, s->limit,
	    s->totals);
	free(count);
	return done;
}

static bool score_is_hidden(const unsigned char *hidden, unsigned columns)
{
	for (size_t i = 0; hidden && i < ICJ_SCORE_COLUMNS; i++)
		if (columns >> i & 1 && hidden[i] != ICJ_SHOWN)
			return true;
	return false;
}

/* What a share is made of, which it would tell of. */
static unsigned share_columns(const struct icj_score *score)
{
	return 1u << ICJ_SCORE_OVERDUE | (score->snapshot ?
	    1u << ICJ_SCORE_OPEN :
	    1u << ICJ_SCORE_IN_TIME | 1u << ICJ_SCORE_LATE);
}

/* -- Rows ---------------------------------------------------------------- */

static void score_put_count(struct tool *t, size_t i, int64_t n,
    enum icj_hidden hidden)
{
	const struct scoring *s = t->own;
	char small[24];

	snprintf(small, sizeof(small), "<%lld", (long long)s->limit);
	if (hidden == ICJ_SHOWN)
		cells_number(t->cells, COUNTS + i, n);
	else if (hidden == ICJ_HIDDEN_SMALL)
		cells_copy(t->cells, COUNTS + i, small);
	else
		cells_put(t->cells, COUNTS + i, "hidden");
}

static void put_percent(struct tool *t, size_t i, int32_t hundredths)
{
	char text[16];

	snprintf(text, sizeof(text), "%d.%02d", hundredths / 100,
	    hundredths % 100);
	cells_copy(t->cells, i, text);
}

/* Where there is nothing to share, and nothing that may be, no target is
 * missed. */
static void put_met(struct tool *t, const struct icj_score *score,
    const unsigned char *hidden)
{
	static const char *const words[] = {"no", "unknown", "yes"};
	const struct scoring *s = t->own;
	bool any = icj_score_share(score) >= 0 ||
	    score->count[ICJ_SCORE_UNKNOWN] > 0;
	enum icj_tri met = icj_score_meets(score, s->target);

	t->found |= any && met != ICJ_YES;
	if (score_is_hidden(hidden, share_columns(score) |
	    1u << ICJ_SCORE_UNKNOWN))
		cells_put(t->cells, MET, "hidden");
	else if (any)
		cells_put(t->cells, MET, words[met]);
}

static void put_share(struct tool *t, const struct scorecard *card,
    const unsigned char *hidden)
{
	const struct scoring *s = t->own;
	const struct icj_score *score = &card->score;
	int32_t share = icj_score_share(score);

	if (s->target >= 0)
		put_percent(t, TARGET, s->target);
	if (card->recurs && !score->snapshot)
		return;
	if (score_is_hidden(hidden, share_columns(score)))
		cells_put(t->cells, SHARE, "hidden");
	else if (share >= 0)
		put_percent(t, SHARE, share);
	if (s->target >= 0)
		put_met(t, score, hidden);
}

/* Whether a column is written: not what nothing is split by. */
static bool score_shows(const struct scoring *s, size_t i)
{
	return i < SCORE_KEYS ? s->by[i] :
	    (i != TARGET && i != MET) || s->target >= 0;
}

static size_t shown_names(struct tool *t, struct rec_text names[OWN])
{
	size_t all, n = 0;
	const struct rec_text *name = tool_columns(t, &all);

	for (size_t i = 0; i < all; i++)
		if (score_shows(t->own, i))
			names[n++] = name[i];
	return n;
}

static int section_put_row(const struct section *x,
    const struct scorecard *card, const unsigned char *hidden)
{
	struct tool *t = x->t;
	struct rec_text names[OWN], cells[OWN];
	size_t n = 0, count = shown_names(t, names);

	cells_clear(t->cells);
	memcpy(t->cells->at, card->key, sizeof(card->key));
	for (size_t i = 0; i < ICJ_SCORE_COLUMNS; i++)
		score_put_count(t, i, card->score.count[i],
		    hidden ? (enum icj_hidden)hidden[i] : ICJ_SHOWN);
	put_share(t, card, hidden);
	cells_put(t->cells, SCORE_BASIS, icj_basis_name(card->score.basis));
	for (size_t i = 0; i < OWN; i++)
		if (score_shows(t->own, i))
			cells[n++] = t->cells->at[i];
	return rec_put_row(t->sink, names, cells, count);
}

static void section_sum(struct section *x)
{
	x->all = *x->card;
	for (size_t k = KEY_STATE; k < SCORE_KEYS; k++)
		x->all.key[k] = (struct rec_text){"all", 3};
	for (size_t i = 1; i < x->cards; i++) {
		const struct icj_score *score = &x->card[i].score;

		for (size_t c = 0; c < ICJ_SCORE_COLUMNS; c++)
			x->all.score.count[c] += score->count[c];
		if (score->basis > x->all.score.basis)
			x->all.score.basis = score->basis;
	}
}

static int section_put(struct section *x)
{
	const struct scoring *s = x->t->own;
	int failed = 0;

	section_sum(x);
	for (size_t i = 0; i < x->cards && !failed; i++)
		failed = section_put_row(x, &x->card[i], x->hidden ?
		    x->hidden + i * ACROSS : NULL);
	if (s->totals && !failed)
		failed = section_put_row(x, &x->all, x->hidden ?
		    x->hidden + x->cards * ACROSS : NULL);
	return failed;
}

static int score_refuse(struct tool *t)
{
	tool_error(t, NULL, SCORE_E_CARDS, "--small-cells: out of memory, or "
	    "more rows of one duty than can be hidden; --by fewer things");
	tool_status(t, TOOL_STOPPED);
	return 0;
}

static bool is_same_duty(const struct scorecard *a, const struct scorecard *b)
{
	for (size_t k = KEY_STANDARD; k <= KEY_DUTY; k++)
		if (a->key[k].len != b->key[k].len || memcmp(a->key[k].text,
		    b->key[k].text, a->key[k].len) != 0)
			return false;
	return true;
}

static int put_sections(struct tool *t)
{
	const struct scoring *s = t->own;
	int failed = 0;

	for (size_t from = 0, to; from < s->cards && !failed; from = to) {
		struct section x = {.t = t, .card = &s->card[from]};

		for (to = from; to < s->cards &&
		    is_same_duty(x.card, &s->card[to]); to++)
			;
		x.cards = to - from;
		if (s->limit && !section_hide(&x)) {
			free(x.hidden);
			return score_refuse(t);
		}
		failed = section_put(&x);
		free(x.hidden);
	}
	return failed;
}

/* A page says of which day it is. */
static void score_entitle(struct tool *t)
{
	const struct scoring *s = t->own;
	char moment[32];

	if (s->as_of.date == ICJ_DATE_NONE || s->moments)
		return;
	snprintf(t->title, sizeof(t->title), "%s  As of %s", t->kind->job,
	    icj_time_format(&s->as_of, moment));
	rec_out_title(t->sink, t->title);
}

int score_write(struct tool *t)
{
	struct rec_text names[OWN];
	size_t n = shown_names(t, names);

	score_say(t);
	score_entitle(t);
	if (!t->no_header && rec_put_header(t->sink, NULL, names, n) != 0)
		return -1;
	return put_sections(t);
}
