/* SPDX-License-Identifier: MIT */
/*
 * next.c - goes through a table of what comes next and dates each row by the
 * table of duties.  Knows neither.
 */
#include "book/amend.h"
#include "duties/next.h"

static void step_owner(const struct icj_due *due, struct icj_step *out)
{
	static const char *const who[] = {
		[BY_sending] = "sending state",
		[BY_receiving] = "receiving state",
		[BY_holding] = "holding state", [BY_home] = "home state",
		[BY_commission] = "Commission", [BY_either] = "either state",
		[BY_both] = "both states", [BY_any] = "anybody",
	};
	_Static_assert(COUNT_OF(who) == BY_any + 1, "each owner has words");
	const struct terms *before;
	unsigned owed = BY_sending;

	if (due->duty.rule->basis != ICJ_BASIS_OFFICE)
		return;
	before = &icj__wording(NULL,
	    &icj__book[icj__provision_named(due->duty.id)],
	    due->duty.rule->from)->terms;
	if (strcmp(before->text.owed_by, due->duty.terms->owed_by) == 0)
		return;
	while (owed < BY_any &&
	    !icj__is_owner(owed, due->duty.terms->owed_by))
		owed++;
	out->who = who[owed];
	out->state = due->owed_by_state;
}

bool icj__step_dated(const struct icj_context *ctx, const struct icj_due *due,
    icj_date *day, struct icj_step *out)
{
	if (due->status == ICJ_DUE_NOT_APPLICABLE ||
	    due->status == ICJ_DUE_NOT_IN_FORCE)
		return false;
	*day = icj__day_of_step(ctx, due, *day);
	out->duty = due->duty;
	out->status = due->status;
	out->due = *in_effect(due);
	out->done = due->done.date;
	step_owner(due, out);
	return true;
}

static icj_state next_state_of(const struct next_row *row,
    const struct icj_case *c)
{
	if (row->by == ICJ_SIDE_RECEIVING)
		return icj__fact_state(c, F_receiving_state);
	return row->by == ICJ_SIDE_SENDING ?
	    icj__fact_state(c, F_sending_state) : 0;
}

/* False where the duty is known not to concern this case, or the law of the day
 * has no such duty. */
static bool next_date_row(const struct next_row *row, const struct icj_case *c,
    const struct icj_context *ctx, icj_date *day, struct icj_step *out)
{
	struct icj_due due;

	icj__date_duty(c, ctx, (enum duty_id)row->duty, &due);
	return icj__step_dated(ctx, &due, day, out);
}

static bool next_fill(const struct next_row *row, const struct icj_case *c,
    const struct icj_context *ctx, icj_date day, struct icj_step *out)
{
	if (row->on_file != NO_FIELD &&
	    !icj__fact_known(c, (enum field_id)row->on_file))
		return false;
	if (row->only_if && !row->only_if(c))
		return false;
	*out = (struct icj_step){
		.text = row->text, .who = row->who,
		.state = next_state_of(row, c), .status = ICJ_DUE_NO_START,
		.due = on_day(ICJ_DATE_NONE), .done = ICJ_DATE_NONE,
	};
	if (row->duty != NO_DUTY && !next_date_row(row, c, ctx, &day, out))
		return false;
	out->rule = icj__number_if_any(ctx->amendments, row->p, day);
	return out->rule;
}

bool icj__next_step(const struct next_row *rows, size_t n, size_t i,
    const struct icj_case *c, const struct icj_context *ctx,
    icj_date answered, struct icj_step *out)
{
	struct case_room room;
	struct notes ahead;

	c = icj__snapshot(c, ctx, &room, &ahead);
	for (size_t k = 0; k < n; k++)
		if (next_fill(&rows[k], c, ctx, answered, out) && i-- == 0)
			return true;
	return false;
}
