/* SPDX-License-Identifier: MIT */
/* area.c - which table of rows belongs to which question. */
#include "judge/answer.h"
#include "duties/deadline.h"
#include "law/define/define.h"
#include "law/referral/referral.h"
#include "law/supervise/supervise.h"
#include "law/commission/tally.h"
#include "law/commission/training.h"
#include "law/commission/vote.h"
#include "law/eligible/eligible.h"
#include "law/lint/lint.h"

ICJ_API const struct icj_rule *icj_rule_at(enum icj_area area, size_t i)
{
	switch (area) {
	case ICJ_AREA_ELIGIBLE:
		return icj__eligible_rule(i);
	case ICJ_AREA_DEADLINE:
		return icj__duty_rule(i);
	case ICJ_AREA_PERMIT:
		return icj__permit_rule(i);
	case ICJ_AREA_RETURN:
		return icj__return_rule(i);
	case ICJ_AREA_REFERRAL:
		return icj__referral_rule(i);
	case ICJ_AREA_SUPERVISE:
		return icj__supervise_rule(i);
	case ICJ_AREA_RULE:
		return icj__define_rule(i);
	case ICJ_AREA_VOTE:
		return icj__vote_rule(i);
	case ICJ_AREA_TALLY:
		return icj__tally_rule(i);
	case ICJ_AREA_TRAINING:
		return icj__training_rule(i);
	case ICJ_AREA_LINT:
		return icj__lint_rule(i);
	case ICJ_AREA_DUES:
		return icj_dues_rule_at(i);
	default: /* a question without rows of its own */
		return NULL;
	}
}
