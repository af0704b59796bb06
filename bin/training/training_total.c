/* SPDX-License-Identifier: MIT */
/*
 * training_total.c - icj-training --totals: training reports summed by state
 * and period.  It judges nobody.
 */
#include <stdlib.h>
#include <string.h>

#include "training/trainings.h"

enum { STATE, PERIOD, TRAININGS, HOURS, ATTENDEES, UNDECIDED };

static const struct icj_field *field(const char *name)
{
	return icj_field_find(name, strlen(name));
}

/* The value of a field as the manual writes it; "" when it is not known. */
static void total_value_of(const struct tool *t, const char *name, char buf[32])
{
	buf[0] = '\0';
	icj_case_get(t->facts, field(name), buf, 32);
}

/* What a sum is made of. */
static bool total_asks(struct tool *t, const struct bad_cell *bad)
{
	static const char summed[] = "training_state, training_date, "
	    "training_hours, training_session or training_attendees";

	(void)t;
	return name_among(summed, bad->field->name);
}

/* A report of no state or no day can be summed nowhere. */
static void total_judge(struct tool *t)
{
	bool state = icj_case_has(t->facts, field("training_state"));
	struct tool_place at = {input_name(t), t->rec ? t->rec->line : 0, 0,
	    state ? "training_date" : "training_state"};

	if ((state && icj_case_has(t->facts, field("training_date"))) ||
	    facts_spoilt(t, field(at.field)))
		return;
	tool_error(t, &at, TRAINING_E_PLACE, "missing from a training report");
	snprintf(t->why, sizeof(t->why), "%s: missing from a training report",
	    at.field);
	t->invalid = true;
}

/* -- Sums --------------------------------------------------------------- */

static int order(const struct training_sum *s, icj_state state,
    int32_t period)
{
	if (s->state != state)
		return s->state < state ? -1 : 1;
	return s->period < period ? -1 : s->period > period;
}

static bool total_more_room(struct trainings *g)
{
	size_t room = g->room ? 2 * g->room : 64;
	struct training_sum *more;

	if (g->sums < g->room)
		return true;
	if (g->sums == TRAINING_SUMS)
		return false;
	more = realloc(g->sum, room * sizeof(*more));
	if (!more)
		return false;
	g->sum = more;
	g->room = room;
	return true;
}

static struct training_sum *sum_at(struct trainings *g, icj_state state,
    int32_t period)
{
	size_t at = g->sums;

	while (at > 0 && order(&g->sum[at - 1], state, period) > 0)
		at--;
	if (at > 0 && order(&g->sum[at - 1], state, period) == 0)
		return &g->sum[at - 1];
	if (!total_more_room(g))
		return NULL;
	memmove(&g->sum[at + 1], &g->sum[at],
	    (g->sums - at) * sizeof(*g->sum));
	g->sums++;
	g->sum[at] = (struct training_sum){.state = state, .period = period};
	return &g->sum[at];
}

static struct training_sum *sum_of_record(struct tool *t)
{
	struct trainings *g = t->own;
	char state[32], day[32];
	icj_date date = 0;

	total_value_of(t, "training_state", state);
	total_value_of(t, "training_date", day);
	icj_date_parse(day, strlen(day), NULL, &date);
	return sum_at(g, icj_state_find(state, strlen(state)),
	    icj_period_of(g->by, date));
}

static int record(struct tool *t)
{
	struct training_sum *s;
	int32_t hours = icj_training_hours(t->facts);
	char attendees[32];

	if (t->invalid)
		return 0;
	s = sum_of_record(t);
	if (!s) {
		tool_error(t, NULL, TRAINING_E_ROWS, "more states and periods "
		    "than are kept, or out of memory");
		return -1;
	}
	total_value_of(t, "training_attendees", attendees);
	s->trainings++;
	s->hours += hours > 0 ? hours : 0;
	s->attendees += atol(attendees);
	s->undecided += hours < 0 || !*attendees;
	t->found |= hours < 0 || !*attendees;
	return 0;
}

/* -- Rows --------------------------------------------------------------- */

static void total_fill(struct tool *t, const struct training_sum *s)
{
	const struct trainings *g = t->own;
	char period[ICJ_PERIOD_SIZE];

	cells_clear(t->cells);
	cells_put(t->cells, STATE, icj_state_code(s->state));
	cells_copy(t->cells, PERIOD,
	    icj_period_format(g->by, s->period, period));
	cells_number(t->cells, TRAININGS, s->trainings);
	cells_number(t->cells, HOURS, s->hours);
	cells_number(t->cells, ATTENDEES, s->attendees);
	cells_number(t->cells, UNDECIDED, s->undecided);
}

static int total_end(struct tool *t)
{
	const struct trainings *g = t->own;
	size_t n;
	const struct rec_text *names = tool_columns(t, &n);
	int failed = 0;

	if (!t->input && !t->fact_count)
		return 0;
	if (!t->no_header)
		failed = rec_put_header(t->sink, NULL, names, n);
	for (size_t i = 0; i < g->sums && !failed; i++) {
		total_fill(t, &g->sum[i]);
		failed = rec_put_row(t->sink, names, t->cells->at, n);
	}
	return failed;
}

const struct tool_kind training_totals = {
	.name = "icj-training",
	.area = ICJ_AREA_TRAINING,
	.columns = "totals",
	.judge = total_judge,
	.asks = total_asks,
	.record = record,
	.end = total_end,
	.alone = REC_TABLE,
	.own_rows = true,
};
