/* SPDX-License-Identifier: MIT */
/*
 * permit_local.c - the two times of a travel by the clocks of the sending
 * state, where one carries an offset that this state cannot have: Z, say, tells
 * nothing of the day there.  It moves them before anything is asked, so that
 * what is remembered of an answer rests on local times alone.
 *
 * Reading: both are by the clocks of the sending state; where its zones do not
 * have one day the travel starts on the earlier and ends on the later.
 */
#include "law/permit/permit.h"

#include "judge/recall.h"
#include "time/zone.h"

static bool is_elsewhere(const struct icj_time *t, icj_state state)
{
	return t && icj__has_offset(t) && !icj__is_local(t, state);
}

bool icj__travels_elsewhere(const struct icj_case *c)
{
	icj_state state = icj__fact_state(c, F_sending_state);

	return is_elsewhere(icj__fact_when(c, F_travel_starts), state) ||
	    is_elsewhere(icj__fact_when(c, F_travel_ends), state);
}

/* Of a time whose offset the state cannot have: what its clocks show, in the
 * zone furthest west, or east. */
static struct icj_time permit_local_of(
    const struct icj_time *t, icj_state state, bool east, bool *unsure)
{
	struct icj_time local[2] = {*t, *t}; /* west, east */
	int64_t utc = icj__utc(t);
	unsigned all = icj__zones_of(state), left = all;

	/* Every state has a zone. */
	do {
		int32_t offset = icj__zone_offset(
		    (unsigned)__builtin_ctz(left), utc);
		struct icj_time one = icj__from_seconds(utc + offset *
		    INT64_C(60), offset);

		if (left == all || offset < local[0].offset)
			local[0] = one;
		if (left == all || offset > local[1].offset)
			local[1] = one;
	} while ((left &= left - 1));
	*unsure |= local[0].date != local[1].date;
	return local[east];
}

static void move(struct icj_case *c, enum field_id f, icj_state state,
    bool east, bool *unsure)
{
	const struct icj_time *t = icj__fact_when(c, f);

	if (is_elsewhere(t, state))
		icj__fact_move(c, f, permit_local_of(t, state, east, unsure));
}

/* Tells answers apart that say of the local time what follows. */
#define NOT_SURE ICJ_DATE_MAX

enum icj_permit_need icj__permit_locally(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_permit *out)
{
	struct case_room room;
	struct icj_case *local = icj__case_copy(&room, c);
	icj_state state = icj__fact_state(c, F_sending_state);
	bool unsure = false;

	move(local, F_travel_starts, state, false, &unsure);
	move(local, F_travel_ends, state, true, &unsure);
	icj_permit(local, ctx, r, out);
	if (unsure) {
		icj__own_answer(r, NOT_SURE);
		icj__report_note(r, "by local time the travel may start or "
		    "end on either of two days: the longer one is taken");
	}
	return out->need;
}
