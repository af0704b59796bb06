/* SPDX-License-Identifier: MIT */
/*
 * score_count.c - duty records into scorecards.  In which column a duty counts
 * is for the library to say.
 */
#include <stdlib.h>
#include <string.h>

#include "score/scoring.h"

unsigned score_needs(const struct scoring *s)
{
	unsigned needs = 1u << DUTY_DUTY | 1u << DUTY_STATUS |
	    1u << DUTY_BASIS;

	if (!s->all)
		needs |= 1u << DUTY_STANDARD;
	if (s->by[KEY_STATE])
		needs |= 1u << DUTY_STATE;
	if (s->by[KEY_WORKER])
		needs |= 1u << DUTY_WORKER;
	if (s->by[KEY_ZONE])
		needs |= 1u << DUTY_ZONE;
	if (s->by[KEY_PERIOD])
		needs |= 1u << DUTY_DUE | 1u << DUTY_EXTENDED_TO |
		    1u << DUTY_AS_OF;
	return needs;
}

void score_free(struct scoring *s)
{
	while (s->cards > 0)
		free(s->card[--s->cards].texts);
	free(s->card);
}

/* -- The record at hand -------------------------------------------------- */

static bool score_recurs(const struct tool *t)
{
	struct rec_text duty = duty_cell(t, DUTY_DUTY);
	char id[64];

	snprintf(id, sizeof(id), "%.*s", (int)duty.len, duty.text);
	return icj_duty_recurs(id);
}

/* A duty counts in the period of its last day in time, a snapshot in that of
 * its day. */
static void score_date(struct tool *t, const struct duty_record *r)
{
	struct scoring *s = t->own;
	icj_date day = s->snapshot && score_recurs(t) ? r->as_of.date :
	    r->due.date;

	s->now_period[0] = '\0';
	if (s->by[KEY_PERIOD] && day != ICJ_DATE_NONE)
		icj_period_format(s->period, icj_period_of(s->period, day),
		    s->now_period);
}

static void note_moment(struct scoring *s, const struct icj_time *as_of)
{
	if (as_of->date == ICJ_DATE_NONE)
		return;
	if (s->as_of.date == ICJ_DATE_NONE)
		s->as_of = *as_of;
	s->moments |= icj_digest_order(&s->as_of, as_of) != 0;
}

void score_judge(struct tool *t)
{
	struct scoring *s = t->own;
	struct duty_record r;

	if (!duty_record_take(t, 1u << DUTY_DUTY | 1u << DUTY_STATUS, &r))
		return;
	note_moment(s, &r.as_of);
	score_date(t, &r);
	s->basis = r.basis;
	s->now = icj_score_column_of(r.status);
	s->left_out = !s->all && duty_cell(t, DUTY_STANDARD).len == 0;
	if (s->left_out || s->now == ICJ_SCORE_COLUMNS) {
		s->unlabelled += s->left_out;
		s->nowhere[r.status] += !s->left_out;
		return;
	}
	if (!tool_believes(t, r.basis))
		s->now = ICJ_SCORE_UNKNOWN;
	tool_law(t, r.basis);
}

/* -- Scorecards ---------------------------------------------------------- */

static void take_keys(const struct tool *t, struct rec_text key[SCORE_KEYS])
{
	static const enum duty_column from[SCORE_KEYS - 1] = {
		DUTY_STANDARD, DUTY_DUTY, DUTY_STATE, DUTY_WORKER, DUTY_ZONE
	};
	const struct scoring *s = t->own;

	for (size_t k = 0; k < KEY_PERIOD; k++) {
		key[k] = (struct rec_text){"", 0};
		if (s->by[k])
			key[k] = duty_cell(t, from[k]);
	}
	key[KEY_PERIOD].text = s->now_period;
	key[KEY_PERIOD].len = strlen(s->now_period);
}

/* Rows without a key come last. */
static int order_of_key(struct rec_text a, struct rec_text b)
{
	int order;

	if (a.len == 0 || b.len == 0)
		return (a.len == 0) - (b.len == 0);
	order = memcmp(a.text, b.text, a.len < b.len ? a.len : b.len);
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int order_of_card(const struct scorecard *card,
    const struct rec_text *key)
{
	int order = 0;

	for (size_t k = 0; k < SCORE_KEYS && !order; k++)
		order = order_of_key(card->key[k], key[k]);
	return order;
}

static bool score_more_room(struct scoring *s)
{
	size_t room = s->room ? 2 * s->room : 64;
	struct scorecard *more;

	if (s->cards < s->room)
		return true;
	more = realloc(s->card, room * sizeof(*more));
	if (!more)
		return false;
	s->card = more;
	s->room = room;
	return true;
}

static bool copy_keys(struct scorecard *card, const struct rec_text *key)
{
	size_t size = 1;
	char *to;

	for (size_t k = 0; k < SCORE_KEYS; k++)
		size += key[k].len;
	to = card->texts = malloc(size);
	for (size_t k = 0; to && k < SCORE_KEYS; k++) {
		card->key[k] = (struct rec_text){to, key[k].len};
		memcpy(to, key[k].text, key[k].len);
		to += key[k].len;
	}
	return to != NULL;
}

/* The scorecard of these keys, which may be new; NULL for want of memory. */
static struct scorecard *card_of(struct scoring *s, const struct rec_text *key)
{
	struct scorecard card = {.score.basis = ICJ_BASIS_TEXT};
	size_t low = 0, high = s->cards;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = order_of_card(&s->card[middle], key);

		if (order == 0)
			return &s->card[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (!score_more_room(s) || !copy_keys(&card, key))
		return NULL;
	memmove(&s->card[low + 1], &s->card[low],
	    (s->cards - low) * sizeof(*s->card));
	s->card[low] = card;
	s->cards++;
	return &s->card[low];
}

int score_count(struct tool *t)
{
	struct scoring *s = t->own;
	struct rec_text key[SCORE_KEYS];
	struct scorecard *card;

	if (t->invalid || s->left_out || s->now == ICJ_SCORE_COLUMNS)
		return 0;
	take_keys(t, key);
	card = card_of(s, key);
	if (!card)
		return -1;
	card->recurs = score_recurs(t);
	card->score.snapshot = s->snapshot && card->recurs;
	icj_score_add(&card->score, s->now, s->basis);
	return 0;
}
