/* SPDX-License-Identifier: MIT */
/* version.c - the numbers that -V prints. */
#include "icj.h"
#include "base/base.h"

ICJ_API const char *icj_version(void)
{
	return ICJ_VERSION;
}

ICJ_API const char *icj_rules_version(void)
{
	return "2015-01-01, checked 2026-11-21";
}
