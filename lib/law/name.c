/* SPDX-License-Identifier: MIT */
/* name.c - what the answers are called. */
#include "base/base.h"
#include "icj.h"

/* -- Permits ------------------------------------------------------------ */

NAMES(icj_permit_need_name, enum icj_permit_need, "unknown",
	[ICJ_PERMIT_UNKNOWN] = "unknown",
	[ICJ_PERMIT_NOT_MANDATORY] = "not-mandatory",
	[ICJ_PERMIT_MANDATORY] = "mandatory",
	[ICJ_PERMIT_EXCLUDED] = "excluded")

/* -- Returns ------------------------------------------------------------ */

NAMES(icj_procedure_name, enum icj_procedure, "unknown",
	"unknown", "icpc", "retaking", "release-to-parent",
	"adult-waiver", "voluntary", "requisition-form-i",
	"requisition-form-ii", "none", "unclassified")

NAMES(icj_detention_name, enum icj_detention, "",
	"", "unknown", "secure", "not-required", "judgement")

NAMES(icj_escort_name, enum icj_escort, "",
	"", "unknown", "required", "waived", "judgement")

NAMES(icj_bond_name, enum icj_bond, "",
	"", "unknown", "barred", "not-barred", "judgement")

ICJ_API const char *icj_form_name(size_t i)
{
	static const char *const names[] = {
		"form-i", "form-ii", "form-iii", "form-a", "form-ia-vi",
		"adult-waiver", "juvenile-rights-form",
	};

	return i < COUNT_OF(names) ? names[i] : NULL;
}

/* -- Referrals ---------------------------------------------------------- */

NAMES(icj_side_name, enum icj_side, "unknown",
	[ICJ_SIDE_NONE] = "", [ICJ_SIDE_UNKNOWN] = "unknown",
	[ICJ_SIDE_SENDING] = "sending",
	[ICJ_SIDE_RECEIVING] = "receiving", [ICJ_SIDE_BOTH] = "both")

NAMES(icj_packet_name, enum icj_packet, "unknown",
	[ICJ_PACKET_UNKNOWN] = "unknown",
	[ICJ_PACKET_INCOMPLETE] = "incomplete",
	[ICJ_PACKET_COMPLETE] = "complete",
	[ICJ_PACKET_NOT_APPLICABLE] = "not-applicable")

NAMES(icj_early_name, enum icj_early, "unknown",
	[ICJ_EARLY_NONE] = "", [ICJ_EARLY_UNKNOWN] = "unknown",
	[ICJ_EARLY_CLOSED] = "closed",
	[ICJ_EARLY_JUDGEMENT] = "judgement", [ICJ_EARLY_OPEN] = "open")

NAMES(icj_decision_name, enum icj_form_of_decision, "unknown",
	[ICJ_DECISION_NONE] = "", [ICJ_DECISION_UNKNOWN] = "unknown",
	[ICJ_DECISION_DEFECTIVE] = "defective",
	[ICJ_DECISION_IN_ORDER] = "in-order")

NAMES(icj_denial_name, enum icj_denial, "unknown",
	[ICJ_DENIAL_NONE] = "", [ICJ_DENIAL_UNKNOWN] = "unknown",
	[ICJ_DENIAL_BARRED] = "barred",
	[ICJ_DENIAL_NO_GROUND] = "no-ground",
	[ICJ_DENIAL_MAY] = "may",
	[ICJ_DENIAL_DEFECTIVE] = "defective",
	[ICJ_DENIAL_VALID] = "valid")

/* -- Supervision -------------------------------------------------------- */

NAMES(icj_contents_name, enum icj_contents, "unknown",
	[ICJ_CONTENTS_NONE] = "", [ICJ_CONTENTS_UNKNOWN] = "unknown",
	[ICJ_CONTENTS_INCOMPLETE] = "incomplete",
	[ICJ_CONTENTS_COMPLETE] = "complete")

NAMES(icj_retake_name, enum icj_retake, "unknown",
	[ICJ_RETAKE_NONE] = "", [ICJ_RETAKE_UNKNOWN] = "unknown",
	[ICJ_RETAKE_NO] = "no", [ICJ_RETAKE_YES] = "yes")

NAMES(icj_close_name, enum icj_close, "unknown",
	[ICJ_CLOSE_NONE] = "", [ICJ_CLOSE_UNKNOWN] = "unknown",
	[ICJ_CLOSE_MAY_NOT] = "may-not", [ICJ_CLOSE_MAY] = "may")

NAMES(icj_failure_name, enum icj_failure, "unknown",
	[ICJ_FAILURE_NONE] = "", [ICJ_FAILURE_UNKNOWN] = "unknown",
	[ICJ_FAILURE_NO] = "no", [ICJ_FAILURE_MAY] = "may")

NAMES(icj_condition_name, enum icj_condition, "unknown",
	[ICJ_CONDITION_NONE] = "",
	[ICJ_CONDITION_UNKNOWN] = "unknown",
	[ICJ_CONDITION_BARRED] = "barred",
	[ICJ_CONDITION_ALLOWED] = "allowed")

NAMES(icj_cost_name, enum icj_cost, "unknown",
	[ICJ_COST_NONE] = "", [ICJ_COST_UNKNOWN] = "unknown",
	[ICJ_COST_SENDING] = "sending",
	[ICJ_COST_RECEIVING] = "receiving",
	[ICJ_COST_NOT_SENDING] = "not-sending")
