/* SPDX-License-Identifier: MIT */
/*
 * counts.c - what was looked up for one case, to be found again for others: the
 * wordings of the duties on the days of a caseload.  Knows no duty.
 */
#include <stdlib.h>

#include "icj_caseload.h"
#include "duties/deadline.h"

ICJ_API struct icj_counts *icj_counts_new(void)
{
	return calloc(1, sizeof(struct icj_counts));
}

ICJ_API void icj_counts_free(struct icj_counts *n)
{
	free(n);
}

void icj__counts_amended(struct icj_counts *n,
    const struct icj_amendments *office)
{
	memset(n->law, 0, sizeof(n->law));
	n->office = office;
}
