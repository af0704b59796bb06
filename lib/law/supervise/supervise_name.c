/* SPDX-License-Identifier: MIT */
/* supervise_name.c - the names of the answers about supervision. */
#include "law/supervise/supervise.h"

#define NAME_OF(names, value) \
	((size_t)(value) < COUNT_OF(names) ? (names)[value] : "unknown")

ICJ_API const char *icj_contents_name(enum icj_contents c)
{
	static const char *const names[] = {
		[ICJ_CONTENTS_NONE] = "", [ICJ_CONTENTS_UNKNOWN] = "unknown",
		[ICJ_CONTENTS_INCOMPLETE] = "incomplete",
		[ICJ_CONTENTS_COMPLETE] = "complete",
	};

	return NAME_OF(names, c);
}

ICJ_API const char *icj_retake_name(enum icj_retake r)
{
	static const char *const names[] = {
		[ICJ_RETAKE_NONE] = "", [ICJ_RETAKE_UNKNOWN] = "unknown",
		[ICJ_RETAKE_NO] = "no", [ICJ_RETAKE_YES] = "yes",
	};

	return NAME_OF(names, r);
}

ICJ_API const char *icj_close_name(enum icj_close c)
{
	static const char *const names[] = {
		[ICJ_CLOSE_NONE] = "", [ICJ_CLOSE_UNKNOWN] = "unknown",
		[ICJ_CLOSE_MAY_NOT] = "may-not", [ICJ_CLOSE_MAY] = "may",
	};

	return NAME_OF(names, c);
}

ICJ_API const char *icj_failure_name(enum icj_failure f)
{
	static const char *const names[] = {
		[ICJ_FAILURE_NONE] = "", [ICJ_FAILURE_UNKNOWN] = "unknown",
		[ICJ_FAILURE_NO] = "no", [ICJ_FAILURE_MAY] = "may",
	};

	return NAME_OF(names, f);
}

ICJ_API const char *icj_condition_name(enum icj_condition c)
{
	static const char *const names[] = {
		[ICJ_CONDITION_NONE] = "",
		[ICJ_CONDITION_UNKNOWN] = "unknown",
		[ICJ_CONDITION_BARRED] = "barred",
		[ICJ_CONDITION_ALLOWED] = "allowed",
	};

	return NAME_OF(names, c);
}

ICJ_API const char *icj_cost_name(enum icj_cost c)
{
	static const char *const names[] = {
		[ICJ_COST_NONE] = "", [ICJ_COST_UNKNOWN] = "unknown",
		[ICJ_COST_SENDING] = "sending",
		[ICJ_COST_RECEIVING] = "receiving",
		[ICJ_COST_NOT_SENDING] = "not-sending",
	};

	return NAME_OF(names, c);
}
