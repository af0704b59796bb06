/* SPDX-License-Identifier: MIT */
/*
 * guard.h - what a question, a text or a count must have to be answered.  Every
 * function of icj.h asks here, or of its own pointers, before anything else: a
 * null argument and a context that nobody filled give an error value.
 */
#ifndef ICJ_GUARD_H
#define ICJ_GUARD_H

#include "icj.h"

static inline bool icj__is_day(icj_date day)
{
	return (uint32_t)day - (uint32_t)ICJ_DATE_MIN <=
	    (uint32_t)(ICJ_DATE_MAX - ICJ_DATE_MIN);
}

/* Whether the clock of a context was set, if only to none: zeros, midnight in
 * Greenwich, are what a structure holds that nobody filled.  A day of zero,
 * which is in 1970, is then no day. */
static inline bool icj__has_clock(const struct icj_context *ctx)
{
	return (ctx->as_of.second | ctx->as_of.offset) != 0;
}

static inline bool icj__has_edition(const struct icj_context *ctx)
{
	return ctx->edition == ICJ_DATE_NONE || icj__is_day(ctx->edition);
}

/* Whether somebody chose an edition, or none. */
static inline bool icj__is_chosen(const struct icj_context *ctx)
{
	return ctx && (icj__has_clock(ctx) || ctx->edition != 0);
}

/* Whether answers can be given from it. */
static inline bool icj__is_filled(const struct icj_context *ctx)
{
	return ctx && icj__is_day(ctx->as_of.date) && icj__has_edition(ctx) &&
	    (icj__has_clock(ctx) || (ctx->as_of.date && ctx->edition));
}

/* Whether duties can be dated: what is done is judged without a moment. */
static inline bool icj__can_date(const struct icj_case *c,
    const struct icj_context *ctx)
{
	return c && ctx && ctx->calendar && (icj__is_filled(ctx) ||
	    (ctx->as_of.date == ICJ_DATE_NONE && icj__is_chosen(ctx) &&
	    icj__has_edition(ctx)));
}

/* Empties the report and notes what is missing. */
void icj__say_lacking(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r);

/* Whether a question lacks something; the report, if there is one, says
 * what. */
static inline bool icj__cannot_ask(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, bool calendar)
{
	if (c && r && icj__is_filled(ctx) && (!calendar || ctx->calendar))
		return false;
	icj__say_lacking(c, ctx, r);
	return true;
}

/* Whether there is all that a grid must have. */
bool icj__is_grid(const struct icj_grid *g);

/* Answers that are none: what is unknown for want of a question.  The out may
 * be NULL. */
enum icj_err icj__no_date(icj_date *out);
enum icj_err icj__no_time(struct icj_time *out);
char *icj__no_text(char *buf);
enum icj_permit_need icj__no_permit(struct icj_permit *out);
enum icj_procedure icj__no_return(struct icj_return *out);
enum icj_packet icj__no_referral(struct icj_referral *out);
void icj__no_supervise(struct icj_supervise *out);
enum icj_status icj__no_vote(struct icj_vote *out);
enum icj_status icj__no_training(struct icj_training *out);
void icj__no_due(size_t which, struct icj_due *out);
/* False for NULL: there is no such row. */
bool icj__no_term(const struct icj_rule *rule, struct icj_term *out);
bool icj__no_tally(const struct icj_measure *m, struct icj_tally *out);

#endif
