/* SPDX-License-Identifier: MIT */
/*
 * strerror.c - one clause for each error in a value.  It owns the wording and
 * must not know the value itself: these are children's records.
 */
#include "icj.h"
#include "internal.h"

ICJ_API const char *icj_strerror(enum icj_err err)
{
	switch (err) {
	case ICJ_OK:
		return "no error";
	case ICJ_EMPTY_WORD:
		return "a word for what is not known is read as an empty cell";
	case ICJ_E_YES_NO:
		return "not yes or no";
	case ICJ_E_CHOICE:
		return "not one of the field's values";
	case ICJ_E_COUNT:
		return "not a whole number from 0 to 999999999";
	case ICJ_E_DATE:
		return "not a date";
	case ICJ_E_NO_SUCH_DAY:
		return "no such day";
	case ICJ_E_AMBIGUOUS:
		return "month and day cannot be told apart: "
		    "state the order, mdy or dmy";
	case ICJ_E_TIME:
		return "not a time or a date";
	case ICJ_E_STATE:
		return "not a state";
	case ICJ_E_LIST:
		return "an item of the list is not one of its values";
	case ICJ_E_NUL:
		return "a NUL byte inside the value";
	case ICJ_E_NEEDS_CLOCK:
		return "a date where a time of day is needed";
	case ICJ_E_YEAR:
		return "a year of two digits";
	case ICJ_E_FORMAT:
		return "not a date format";
	}
	return "cannot be read";
}
