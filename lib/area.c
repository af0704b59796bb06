/* SPDX-License-Identifier: MIT */
/* area.c - which table of rows belongs to which question. */
#include "icj.h"
#include "internal.h"

ICJ_API const struct icj_rule *icj_rule_at(enum icj_area area, size_t i)
{
	switch (area) {
	case ICJ_AREA_ELIGIBLE:
		return icj__eligible_rule(i);
	case ICJ_AREA_DEADLINE:
	case ICJ_AREA_PERMIT:
	case ICJ_AREA_RETURN:
		break;
	}
	return NULL;
}
