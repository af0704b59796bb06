/* SPDX-License-Identifier: MIT */
/*
 * strerror.c - one clause for each error in a value.  It owns the wording, in
 * which the option of the tools stands for the form of dates, and must not know
 * the value itself: these are children's records.
 */
#include "icj.h"
#include "base/base.h"

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
		return "the month or the day may come first: "
		    "--date-format mdy or dmy says which";
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
		return "a year of two digits does not say the century: "
		    "write all four";
	case ICJ_E_FORMAT:
		return "not a date format";
	case ICJ_E_MONTH_FIRST:
		return "not ISO: month, day, year is read with "
		    "--date-format mdy";
	case ICJ_E_DAY_FIRST:
		return "not ISO: day, month, year is read with "
		    "--date-format dmy";
	case ICJ_E_YEAR_FIRST:
		return "not ISO: year, month, day is read with "
		    "--date-format ymd";
	case ICJ_E_GLUED:
		return "not ISO: eight digits are read with "
		    "--date-format %Y%m%d";
	case ICJ_E_SERIAL:
		return "not a date: it seems to be a spreadsheet's number of "
		    "a day; have the column written as yyyy-mm-dd";
	case ICJ_E_MONTH_NAME:
		return "not ISO: the name of a month is read with "
		    "--date-format, such as %d-%b-%Y or '%b %d, %Y'";
	case ICJ_E_AM_PM:
		return "AM and PM are read with --date-format only; "
		    "else write hours from 00 to 23";
	case ICJ_E_CLOCK:
		return "a time of day where a date is needed";
	case ICJ_E_NULL:
		return "nothing was given to be read";
	case ICJ_E_NAME:
		return "no field has that name";
	case ICJ_E_PROVISION:
		return "no such provision";
	case ICJ_E_HELD:
		return "a wording of that day is held, or none before it: "
		    "what is held is not amended";
	case ICJ_E_TWICE:
		return "amended twice for one day";
	case ICJ_E_WORDING:
		return "no text, one that is too long, or more than a line";
	case ICJ_E_NO_NUMBER:
		return "the provision has no number that could be changed";
	case ICJ_E_RANGE:
		return "not a whole number from 1 to 9999";
	case ICJ_E_UNIT:
		return "the duty cannot be counted in this unit";
	case ICJ_E_OWNER:
		return "not one of those who can owe this duty";
	case ICJ_E_EXTENSION:
		return "not none, both-offices or on-request";
	case ICJ_E_NOT_EXTENDABLE:
		return "no field of a record says until when this duty was "
		    "extended: that cannot be amended";
	case ICJ_E_CAP:
		return "a cap needs an extension by both offices";
	case ICJ_E_NO_DUTY:
		return "the provision is no duty with a limit: it has none";
	case ICJ_E_SENTENCE:
		return "the sentence names the number or its unit: "
		    "a new one is needed";
	case ICJ_E_IS_GONE:
		return "the provision is gone: to be there again it needs "
		    "a citation";
	case ICJ_E_NEEDED:
		return "an answer turns on it: without it the facts would be "
		    "asked in another way, which no data can say";
	case ICJ_E_CITE:
		return "not the number of a paragraph of a rule; "
		    "between several stands '; '";
	case ICJ_E_TOO_MANY:
		return "amended too often";
	}
	return "cannot be read";
}
