/* SPDX-License-Identifier: MIT */
/* referral_name.c - the names of the answers about referrals. */
#include "law/referral/referral.h"

#define NAME_OF(names, value) \
	((size_t)(value) < COUNT_OF(names) ? (names)[value] : "unknown")

ICJ_API const char *icj_side_name(enum icj_side s)
{
	static const char *const names[] = {
		[ICJ_SIDE_NONE] = "", [ICJ_SIDE_UNKNOWN] = "unknown",
		[ICJ_SIDE_SENDING] = "sending",
		[ICJ_SIDE_RECEIVING] = "receiving", [ICJ_SIDE_BOTH] = "both",
	};

	return NAME_OF(names, s);
}

ICJ_API const char *icj_packet_name(enum icj_packet p)
{
	static const char *const names[] = {
		[ICJ_PACKET_UNKNOWN] = "unknown",
		[ICJ_PACKET_INCOMPLETE] = "incomplete",
		[ICJ_PACKET_COMPLETE] = "complete",
		[ICJ_PACKET_NOT_APPLICABLE] = "not-applicable",
	};

	return NAME_OF(names, p);
}

ICJ_API const char *icj_early_name(enum icj_early e)
{
	static const char *const names[] = {
		[ICJ_EARLY_NONE] = "", [ICJ_EARLY_UNKNOWN] = "unknown",
		[ICJ_EARLY_CLOSED] = "closed",
		[ICJ_EARLY_JUDGEMENT] = "judgement", [ICJ_EARLY_OPEN] = "open",
	};

	return NAME_OF(names, e);
}

ICJ_API const char *icj_decision_name(enum icj_form_of_decision d)
{
	static const char *const names[] = {
		[ICJ_DECISION_NONE] = "", [ICJ_DECISION_UNKNOWN] = "unknown",
		[ICJ_DECISION_DEFECTIVE] = "defective",
		[ICJ_DECISION_IN_ORDER] = "in-order",
	};

	return NAME_OF(names, d);
}

ICJ_API const char *icj_denial_name(enum icj_denial d)
{
	static const char *const names[] = {
		[ICJ_DENIAL_NONE] = "", [ICJ_DENIAL_UNKNOWN] = "unknown",
		[ICJ_DENIAL_BARRED] = "barred",
		[ICJ_DENIAL_NO_GROUND] = "no-ground",
		[ICJ_DENIAL_MAY] = "may",
		[ICJ_DENIAL_DEFECTIVE] = "defective",
		[ICJ_DENIAL_VALID] = "valid",
	};

	return NAME_OF(names, d);
}
