/* SPDX-License-Identifier: MIT */
/*
 * serves.c - the number of the rule that a field serves.  The fields name
 * provisions; here they meet the book.
 */
#include "base/base.h"
#include "book/book.h"
#include "facts/field.h"

/* What the list of fields says where it names no provision. */
enum { P_none = P_COUNT };

static const uint16_t served[] = {
#define X(name, type, values, marks, read_by, serves, meaning) P_##serves,
	ICJ_FIELDS(X)
#undef X
};

_Static_assert(COUNT_OF(served) == FIELD_COUNT, "one of each field");
_Static_assert(P_none <= UINT16_MAX, "a provision in 16 bits");

/* The columns of the dues are in no dictionary: all are of its formula. */
static unsigned served_by(const struct icj_field *field)
{
	if (field == icj_field_at(field->number))
		return served[field->number];
	return field->read_by == ICJ_AREA_DUES ? P_dues_formula : P_none;
}

ICJ_API const char *icj_field_rule(const struct icj_field *field,
    const struct icj_amendments *office, icj_date day)
{
	unsigned p = field ? served_by(field) : P_none;

	return p == P_none ? "" : icj__number_of(office, &icj__book[p],
	    day == ICJ_DATE_NONE ? ICJ_DATE_MAX : day);
}
