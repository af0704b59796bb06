/* SPDX-License-Identifier: MIT */
/*
 * tally.c - where a record counts under Rule 2-102: in which measures, for
 * which state, on which day.  It adds nothing up.
 */
#include "law/commission/tally.h"
#include "base/guard.h"
#include "judge/snapshot.h"

ICJ_API const struct icj_measure *icj_measure_at(size_t i)
{
	const struct measure_row *row = icj__measure_row(i);

	return row ? &row->m : NULL;
}

const struct icj_rule *icj__tally_rule(size_t i)
{
	const struct measure_row *row = icj__measure_row(i);

	return row ? &row->m.rule : NULL;
}

static icj_date tally_day_of_event(const struct icj_case *c,
    const struct measure_row *row)
{
	for (size_t i = 0; i < COUNT_OF(row->event); i++)
		if (icj__fact_known(c, (enum field_id)row->event[i]))
			return icj__fact_day(c, (enum field_id)row->event[i]);
	return ICJ_DATE_NONE;
}

static const struct icj_field *first_missing(const struct eval *e)
{
	return e->missing.count > 0 ? icj_field_at(e->missing.field[0]) : NULL;
}

static enum icj_tri event_counts(struct eval *e, const struct measure_row *row)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = ICJ_YES;

	if (row->kind != OF_ANY)
		v = need_any(e, F_case_type, row->kind);
	return settled(e, mark, and_(v, icj__ask_test(e, &row->asks, 0)));
}

/* What the conditions say, and then for whom: a record that surely does not
 * count needs no state. */
static void event_judge(struct eval *e, const struct measure_row *row,
    struct icj_tally *out)
{
	enum icj_tri state;

	out->counts = event_counts(e, row);
	if (out->counts == ICJ_NO)
		return;
	state = need_state(e, (enum field_id)row->state, &out->state);
	out->counts = and_(out->counts, state);
	if (out->counts == ICJ_UNKNOWN)
		out->lacks = first_missing(e);
	if (out->counts == ICJ_UNKNOWN)
		icj__were_asked(e, &e->missing);
}

ICJ_API icj_date icj_measure_edition(const struct icj_measure *m,
    const struct icj_context *ctx, icj_date day)
{
	if (!m || !icj__is_chosen(ctx))
		return ICJ_DATE_NONE;

	icj_date on = icj__edition_day(ctx, day), applied;
	const struct wording *w = icj__wording(ctx->amendments, P(figures), on);

	applied = icj__edition_by(w, on);
	/* The wording is younger than the edition it was put into. */
	return applied < w->rule.from ? w->rule.from : applied;
}

ICJ_API const char *icj_measure_cite(const struct icj_measure *m,
    const struct icj_context *ctx, icj_date day)
{
	if (!m || !icj__is_chosen(ctx))
		return m ? m->rule.cite : NULL;
	return icj__number_of(ctx->amendments, P(figures),
	    icj__edition_day(ctx, day));
}

ICJ_API bool icj_tally_asks(const struct icj_case *c,
    const struct icj_context *ctx, size_t i, const struct icj_field *field)
{
	struct case_room room;
	struct icj_tally out;
	struct watch seen;

	if (!c || !field || !icj__measure_row(i) || !icj__is_chosen(ctx))
		return false;
	icj_tally(icj__watched(&room, c, &seen), ctx, i, &out);
	return seen.silent[icj__field_id(field)] > 0;
}

ICJ_API bool icj_tally(const struct icj_case *c,
    const struct icj_context *ctx, size_t i, struct icj_tally *out)
{
	if (!out)
		return false;
	if (!c || !icj__is_chosen(ctx))
		return icj__no_tally(icj_measure_at(i), out);

	const struct measure_row *row = icj__measure_row(i);
	const struct wording *w;
	struct case_room room;
	struct notes ahead;
	struct eval e;
	icj_date on;

	if (!row)
		return false;
	*out = (struct icj_tally){.measure = &row->m, .counts = ICJ_NO,
	    .day = tally_day_of_event(c, row), .edition = ICJ_DATE_NONE,
	    .basis = ICJ_BASIS_TEXT};
	if (out->day == ICJ_DATE_NONE)
		return true;
	c = icj__snapshot(c, ctx, &room, &ahead);
	out->day = tally_day_of_event(c, row);
	out->later = out->day == ICJ_DATE_NONE;
	/* Reading: a withdrawal from before the event has not withdrawn it. */
	if (out->later || (icj__fact_known(c, F_withdrawn) &&
	    icj__fact_day(c, F_withdrawn) >= out->day))
		return true;
	on = icj__edition_day(ctx, out->day);
	if (icj__book_on(ctx->amendments, P(figures), on, &w) == GONE)
		return true;
	out->edition = icj_measure_edition(&row->m, ctx, out->day);
	out->basis = icj__basis_on(w, on);
	icj__eval_start(&e, c, ctx, out->day);
	event_judge(&e, row, out);
	return true;
}
