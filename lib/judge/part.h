/* SPDX-License-Identifier: MIT */
/*
 * part.h - an answer of several parts: rows decided into a report that has
 * rows already.  icj__decide() takes a report just started.
 */
#ifndef ICJ_PART_H
#define ICJ_PART_H

#include "judge/rule.h"

/* Decides rows as icj__decide() does and adds its findings, citations and
 * facts to those of r; the first part that is not held names the edition. */
enum icj_tri icj__decide_part(struct eval *e, const struct rule_row *rows,
    size_t n, struct icj_report *r);

#endif
