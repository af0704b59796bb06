/* SPDX-License-Identifier: MIT */
/*
 * case.h - what a case says, raw: no note is taken of what was asked.  Where a
 * fact is not known it has no text, no day and no bits, and counts 0.  What a
 * case is inside nobody sees but facts/ and judge/ (fact.h).
 */
#ifndef ICJ_FACTS_CASE_H
#define ICJ_FACTS_CASE_H

#include "icj.h"
#include "facts/fields.h"

struct watch;

/* The length of a number without a point and zeros behind it. */
size_t icj__without_zeros(const char *text, size_t len);

bool icj__fact_known(const struct icj_case *c, enum field_id f);
bool icj__fact_yes(const struct icj_case *c, enum field_id f);
bool icj__fact_no(const struct icj_case *c, enum field_id f);

/* Choices and lists: their bits, whether a choice is this one, whether there is
 * any of these. */
uint32_t icj__fact_bits(const struct icj_case *c, enum field_id f);
bool icj__fact_is(const struct icj_case *c, enum field_id f, uint32_t bit);
bool icj__fact_any(const struct icj_case *c, enum field_id f, uint32_t bits);

int32_t icj__fact_count(const struct icj_case *c, enum field_id f);
bool icj__fact_indefinite(const struct icj_case *c, enum field_id f);
icj_state icj__fact_state(const struct icj_case *c, enum field_id f);
const char *icj__fact_text(const struct icj_case *c, enum field_id f,
    size_t *len);

/* The day and the clock of a date or time. */
icj_date icj__fact_day(const struct icj_case *c, enum field_id f);
struct icj_time icj__fact_time(const struct icj_case *c, enum field_id f);
/* The first of these days that is known, NONE if none is. */
icj_date icj__fact_first_day(const struct icj_case *c, const uint16_t *fields,
    size_t n);

/* -- Unseen by whoever watches the case: who asks these tells it ---------- */

/* Where it stands in the case, NULL if it is not known; of what is neither a
 * date nor a time only whether it is known. */
const struct icj_time *icj__fact_when(const struct icj_case *c,
    enum field_id f);
/* Whether one of two is known. */
bool icj__fact_either(const struct icj_case *c, enum field_id f,
    enum field_id g);

/* What it means that a fact is not known: ICJ_EMPTY also where it is. */
enum icj_unsaid icj__fact_unsaid(const struct icj_case *c, enum field_id f);

/* Fields as bits, and those of them that are known. */
#define FIELD_WORDS ((FIELD_COUNT + 63) / 64)
#define FIELD_BIT(id) ((uint64_t)1 << (id) % 64)

void icj__facts_among(const struct icj_case *c,
    const uint64_t among[FIELD_WORDS], uint64_t known[FIELD_WORDS]);

/* Whether a time of the case carries an offset, and how its dates are
 * written. */
bool icj__case_has_clock(const struct icj_case *c);
bool icj__case_has_offset(const struct icj_case *c);
const struct icj_date_form *icj__case_form(const struct icj_case *c);

/* Who watches it, or NULL; whether some cell could not be read, and nobody
 * does. */
struct watch *icj__case_watch(const struct icj_case *c);
bool icj__is_unwatched(const struct icj_case *c);

/* -- Copies, to judge a case that is a little different ------------------ */

#define CASE_ROOM (FIELD_COUNT * 24 + 512)

struct case_room {
	_Alignas(8) unsigned char at[CASE_ROOM];
};

struct icj_case *icj__case_copy(struct case_room *room,
    const struct icj_case *c);
void icj__case_assign(struct icj_case *to, const struct icj_case *from);
/* Puts another time in the place of one that is known. */
void icj__fact_move(struct icj_case *c, enum field_id f, struct icj_time to);

#endif
