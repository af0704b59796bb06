/* SPDX-License-Identifier: MIT */
/*
 * icj_caseload.h - shorter ways through the same answers, for programs that
 * judge many cases.  Not installed and not promised: they exist for the tools'
 * sake, and each may go when it no longer pays.
 */
#ifndef ICJ_CASELOAD_H
#define ICJ_CASELOAD_H

#include "icj.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Lets a report remember answers, for a program that judges many cases: one
 * that differs from an earlier case only in what the judgement never turned
 * on gets the same answer, with the same citations, facts and note, but
 * without findings.  Works for icj_eligible(), icj_permit() and icj_return().
 * Another question or context forgets the answers; so does calling this again,
 * which is due before a calendar is freed that a context named.  False when
 * memory is short: then all goes on without.
 */
bool icj_report_remember(struct icj_report *r);
/* The number of the answer last given if it is remembered, else 0.  To one
 * report the same number always means the same answer. */
unsigned icj_report_number(const struct icj_report *r);

/* Tells a report that nobody will ask for its findings: rows that the answer
 * does not look at need not be judged then.  The answer is the same. */
void icj_report_brief(struct icj_report *r);

/* As icj_due() with what was looked up before, for a caseload, whose duties
 * have the same few wordings.  It belongs to one thread at a time. */
struct icj_counts;
struct icj_counts *icj_counts_new(void);
void icj_counts_free(struct icj_counts *n);
bool icj_due_counted(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_counts *n, size_t i, struct icj_due *out);

/* All duties that icj_due_next() would name, in their order, as far as there is
 * room in which; returns how many there are. */
size_t icj_dues_begun(const struct icj_case *c, size_t *which, size_t room);

#ifdef __cplusplus
}
#endif
#endif
