/* SPDX-License-Identifier: MIT */
/*
 * case_ask.c - what a case says, for those who do not see its inside, and
 * copies of cases.
 */
#include <string.h>

#include "facts/fact.h"

bool icj__fact_known(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set;
}

bool icj__fact_yes(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set && c->fact[f].count;
}

bool icj__fact_no(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set && !c->fact[f].count;
}

uint32_t icj__fact_bits(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set ? c->fact[f].bits : 0;
}

bool icj__fact_is(const struct icj_case *c, enum field_id f, uint32_t bit)
{
	return icj__fact_bits(c, f) == bit;
}

bool icj__fact_any(const struct icj_case *c, enum field_id f, uint32_t bits)
{
	return icj__fact_bits(c, f) & bits;
}

int32_t icj__fact_count(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set ? c->fact[f].count : 0;
}

bool icj__fact_indefinite(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set && c->fact[f].indefinite;
}

icj_state icj__fact_state(const struct icj_case *c, enum field_id f)
{
	return icj__fact_count(c, f);
}

const char *icj__fact_text(const struct icj_case *c, enum field_id f,
    size_t *len)
{
	const struct fact *fact = fact_of(c, f);

	*len = fact->set ? fact->text.len : 0;
	return fact->set ? fact->text.at : "";
}

icj_date icj__fact_day(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set ? c->fact[f].time.date : ICJ_DATE_NONE;
}

struct icj_time icj__fact_time(const struct icj_case *c, enum field_id f)
{
	return fact_of(c, f)->set ? c->fact[f].time :
	    (struct icj_time){ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET};
}

icj_date icj__fact_first_day(const struct icj_case *c, const uint16_t *fields,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (fact_of(c, (enum field_id)fields[i])->set)
			return c->fact[fields[i]].time.date;
	return ICJ_DATE_NONE;
}

/* -- Unseen ------------------------------------------------------------- */

const struct icj_time *icj__fact_when(const struct icj_case *c,
    enum field_id f)
{
	return c->fact[f].set ? &c->fact[f].time : NULL;
}

bool icj__fact_either(const struct icj_case *c, enum field_id f,
    enum field_id g)
{
	return c->fact[f].set | c->fact[g].set;
}

enum icj_unsaid icj__fact_unsaid(const struct icj_case *c, enum field_id f)
{
	return c->fact[f].set || c->said[f / 64] & FIELD_BIT(f) ? ICJ_EMPTY :
	    c->unsaid;
}

void icj__facts_among(const struct icj_case *c,
    const uint64_t among[FIELD_WORDS], uint64_t known[FIELD_WORDS])
{
	for (unsigned w = 0; w < FIELD_WORDS; w++) {
		known[w] = 0;
		for (uint64_t left = c->listed[w] & among[w]; left;
		    left &= left - 1) {
			unsigned bit = (unsigned)__builtin_ctzll(left);

			known[w] |= (uint64_t)c->fact[64 * w + bit].set << bit;
		}
	}
}

bool icj__case_has_clock(const struct icj_case *c)
{
	return c->has_clock;
}

bool icj__case_has_offset(const struct icj_case *c)
{
	return c->has_offset;
}

const struct icj_date_form *icj__case_form(const struct icj_case *c)
{
	return &c->form;
}

struct watch *icj__case_watch(const struct icj_case *c)
{
	return c->watch;
}

bool icj__is_unwatched(const struct icj_case *c)
{
	return c->spoiled && !c->watch;
}

/* -- Copies ------------------------------------------------------------- */

struct icj_case *icj__case_copy(struct case_room *room,
    const struct icj_case *c)
{
	memcpy(room->at, c, sizeof(*c));
	return (struct icj_case *)(void *)room->at;
}

void icj__case_assign(struct icj_case *to, const struct icj_case *from)
{
	*to = *from;
}

void icj__fact_move(struct icj_case *c, enum field_id f, struct icj_time to)
{
	c->fact[f].time = to;
}
