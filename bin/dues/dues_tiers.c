/* SPDX-License-Identifier: MIT */
/*
 * dues_tiers.c - reads a --tiers file: tier, from, below, amount, and perhaps
 * a state whose rate stands outside of the tiers.  Amounts change by vote, so
 * none stands here.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "dues/dues.h"
#include "tool/same.h"

enum { TIER_NAME, TIER_FROM, TIER_BELOW, TIER_AMOUNT, TIER_STATE, TIER_SLOTS };

static const char *const slot_names[TIER_SLOTS] = {
	"tier", "from", "below", "amount", "state"
};

/* What tables of dues call the columns besides. */
static const struct { const char *name; int slot; } aliases[] = {
	{ "tier_name", TIER_NAME }, { "level", TIER_NAME },
	{ "at_least", TIER_FROM }, { "less_than", TIER_BELOW },
	{ "dues", TIER_AMOUNT }, { "dues_amount", TIER_AMOUNT },
	{ "jurisdiction", TIER_STATE }, { "state_code", TIER_STATE },
};

struct tier_reading {
	const struct tool *t;
	struct dues *d;
	const struct rec *rec;
	bool seen[TIER_SLOTS];
	/* The first column that is none of a table of tiers. */
	char unknown[40];
	unsigned unknown_field;
	bool bad;
};

static int tiers_slot_find(const char *name, size_t len)
{
	for (int i = 0; i < TIER_SLOTS; i++)
		if (name_same(slot_names[i], name, len))
			return i;
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
		if (name_same(aliases[i].name, name, len))
			return aliases[i].slot;
	return REC_PASS;
}

static int tiers_place(void *arg, const char *name, size_t len, unsigned field)
{
	struct tier_reading *r = arg;
	int slot = tiers_slot_find(name, len);

	if (slot >= 0) {
		r->seen[slot] = true;
	} else if (len > 0 && !*r->unknown) {
		snprintf(r->unknown, sizeof(r->unknown), "%.*s", (int)len,
		    name);
		r->unknown_field = field;
	}
	return slot;
}

static void tiers_complain(struct tier_reading *r, int slot, int code,
    const char *why)
{
	const struct rec_value *v = &r->rec->value[slot];
	struct tool_place at = {
		r->d->tiers_name, r->rec->line, v->text ? v->field : 0,
		slot_names[slot]
	};

	tool_error(r->t, &at, code, "%s", why);
	r->bad = true;
}

static struct rec_text tiers_trimmed(const struct tier_reading *r, int slot)
{
	const struct rec_value *v = &r->rec->value[slot];
	struct rec_text text = {v->text, v->text ? v->len : 0};

	if (text.len > 0)
		text.text = icj_trim(text.text, &text.len);
	return text;
}

/* -- One line ----------------------------------------------------------- */

static void tiers_take_name(struct tier_reading *r, struct dues_tier_name *name)
{
	struct rec_text t = tiers_trimmed(r, TIER_NAME);

	name->line = r->rec->line;
	if (t.len == 0)
		tiers_complain(
		    r, TIER_NAME, DUES_E_NO_NAME, "the tier has no name");
	else if (t.len >= DUES_TIER_NAME)
		tiers_complain(
		    r, TIER_NAME, DUES_E_TIERS, "the name is too long");
	else if (memchr(t.text, '\0', t.len))
		tiers_complain(
		    r, TIER_NAME, ICJ_E_NUL, icj_strerror(ICJ_E_NUL));
	else
		snprintf(name->text, sizeof(name->text), "%.*s", (int)t.len,
		    t.text);
}

static int64_t take_amount(struct tier_reading *r)
{
	struct rec_text t = tiers_trimmed(r, TIER_AMOUNT);
	int64_t amount = -1;

	if (icj_whole_parse(t.text, t.len, ICJ_DUES_MAX_MONEY, &amount) !=
	    ICJ_OK)
		tiers_complain(r, TIER_AMOUNT, ICJ_E_COUNT,
		    "not a whole number of dollars");
	return amount;
}

/* An empty upper bound is none. */
static uint64_t take_bound(struct tier_reading *r, int slot)
{
	struct rec_text t = tiers_trimmed(r, slot);
	uint64_t bound = ICJ_NO_BOUND;
	enum icj_dues_err err;

	if (slot == TIER_BELOW && t.len == 0)
		return bound;
	err = icj_bound_parse(t.text, t.len, &bound);
	if (err != ICJ_DUES_OK)
		tiers_complain(r, slot, (int)err, icj_dues_strerror(err));
	return bound;
}

static void take_rate(struct tier_reading *r, struct rec_text state)
{
	struct dues_tiers *tiers = &r->d->tiers;
	icj_state s = icj_state_find(state.text, state.len);

	if (s == 0)
		tiers_complain(r, TIER_STATE, ICJ_DUES_E_STATE,
		    icj_dues_strerror(ICJ_DUES_E_STATE));
	else if (tiers->rate[s] >= 0)
		tiers_complain(r, TIER_STATE, DUES_E_TIERS,
		    "the state has a rate already");
	if (tiers_trimmed(r, TIER_FROM).len > 0 ||
	    tiers_trimmed(r, TIER_BELOW).len > 0)
		tiers_complain(r, TIER_STATE, DUES_E_TIERS,
		    "the rate of one state has no bounds");
	tiers_take_name(r, &tiers->rate_name[s]);
	tiers->rate[s] = take_amount(r);
}

static void take_tier(struct tier_reading *r)
{
	struct dues_tiers *tiers = &r->d->tiers;
	struct rec_text state = tiers_trimmed(r, TIER_STATE);
	struct icj_dues_tier *tier = &tiers->tier[tiers->count];

	if (state.len > 0) {
		take_rate(r, state);
		return;
	}
	if (tiers->count == DUES_TIERS) {
		tiers_complain(
		    r, TIER_NAME, DUES_E_TIERS, "more than 64 tiers");
		return;
	}
	tiers_take_name(r, &tiers->name[tiers->count]);
	tier->from = take_bound(r, TIER_FROM);
	tier->below = take_bound(r, TIER_BELOW);
	tier->amount = take_amount(r);
	tiers->count++;
}

/* -- The file ----------------------------------------------------------- */

static void tiers_say(const struct tier_reading *r, unsigned long line,
    unsigned field, int code, const char *why)
{
	struct tool_place at = {r->d->tiers_name, line, field, NULL};

	tool_error(r->t, &at, code, "%s", why);
}

static bool columns_are_there(const struct tier_reading *r,
    const struct rec_in *in)
{
	for (int i = TIER_NAME; i <= TIER_AMOUNT; i++)
		if (!r->seen[i]) {
			tool_error(r->t, &(struct tool_place){
			    r->d->tiers_name, 1, 0, NULL }, DUES_E_NO_COLUMN,
			    "no column %s%s", slot_names[i],
			    separator_hint(in));
			return false;
		}
	return true;
}

/* What a column says that nobody reads could be a condition of its amount. */
static bool all_columns_known(const struct tier_reading *r, unsigned long line)
{
	struct tool_place at = { r->d->tiers_name, line, r->unknown_field,
		r->unknown };

	if (*r->unknown)
		tool_error(r->t, &at, DUES_E_TIERS, "not a column of "
		    "--tiers, which are tier, from, below, amount and state");
	return !*r->unknown;
}

static bool read_tiers(struct tier_reading *r, struct rec_in *in)
{
	enum rec_got got = rec_start(in);
	const struct rec_error *e;

	if (got == REC_RECORD && rec_in_format(in) == REC_CSV &&
	    !(columns_are_there(r, in) && all_columns_known(r, 1)))
		return false;
	while (got == REC_RECORD && (got = rec_next(in, &r->rec)) ==
	    REC_RECORD) {
		e = r->rec->fault;
		if (e && e->code == REC_E_VOID)
			continue; /* it says no tier */
		if (e)
			tiers_say(r, r->rec->line, e->field, e->code, e->text);
		r->bad |= e != NULL;
		if (!all_columns_known(r, r->rec->line))
			return false;
		if (!e)
			take_tier(r);
	}
	e = rec_in_error(in);
	if (got == REC_STOP)
		tiers_say(r, e->line, e->field, e->code, e->text);
	return got != REC_STOP && !r->bad;
}

static bool check_tiers(const struct tier_reading *r)
{
	const struct dues *d = r->d;
	size_t bad;
	enum icj_dues_err err = icj_dues_tiers_check(d->tiers.tier,
	    d->tiers.count, &bad);

	if (err != ICJ_DUES_OK)
		tiers_say(r, bad < d->tiers.count ? d->tiers.name[bad].line : 0,
		    0, (int)err, icj_dues_strerror(err));
	return err == ICJ_DUES_OK;
}

int dues_tiers_read(struct tool *t)
{
	struct dues *d = t->own;
	struct tier_reading r = {.t = t, .d = d};
	struct rec_options options = {.place = tiers_place, .arg = &r,
		.slots = TIER_SLOTS};
	struct rec_in *in;
	int fd, status;

	if (!d->tiers_name)
		return -1;
	for (int i = 0; i <= ICJ_STATES; i++)
		d->tiers.rate[i] = -1;
	fd = open(d->tiers_name, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		tool_error(t, NULL, TOOL_E_OPEN, "%s: %s", d->tiers_name,
		    strerror(errno));
		return TOOL_USAGE;
	}
	in = rec_in_new(fd, &options);
	status = !in ? TOOL_STOPPED :
	    read_tiers(&r, in) && check_tiers(&r) ? -1 : TOOL_USAGE;
	if (!in)
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	rec_in_free(in);
	close(fd);
	return status;
}

bool dues_tier_of(const struct dues *d, size_t i, const char **name,
    int64_t *amount)
{
	const struct dues_tiers *tiers = &d->tiers;
	icj_state s = d->row[i].state;
	size_t k;

	if (tiers->rate[s] >= 0) {
		*name = tiers->rate_name[s].text;
		*amount = tiers->rate[s];
		return true;
	}
	k = icj_dues_tier_find(tiers->tier, tiers->count, &d->share[i].share);
	if (k == tiers->count)
		return false;
	*name = tiers->name[k].text;
	*amount = tiers->tier[k].amount;
	return true;
}
