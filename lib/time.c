/* SPDX-License-Identifier: MIT */
/*
 * time.c - moments of wall time and the texts that write them.  It knows dates
 * only through date.c, and no clock.
 */
#include "date.h"

/* -- Reading ------------------------------------------------------------ */

/* HH:MM in minutes, or a negative number; 24:00 is the next day's 00:00. */
static int scan_minutes(const char *s, size_t len)
{
	int hour, minute;

	if (len < 5 || s[2] != ':')
		return -1;
	hour = two_digits(s);
	minute = two_digits(s + 3);
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return -1;
	return hour * 60 + minute;
}

/* Nothing, Z, or +HH:MM. */
static enum icj_err scan_offset(const char *s, size_t len, int32_t *offset)
{
	int minutes;

	if (!len)
		return ICJ_OK;
	if (len == 1 && *s == 'Z') {
		*offset = 0;
		return ICJ_OK;
	}
	minutes = scan_minutes(s + 1, len - 1);
	if (len != 6 || (*s != '+' && *s != '-') || minutes < 0)
		return ICJ_E_TIME;
	*offset = *s == '-' ? -minutes : minutes;
	return ICJ_OK;
}

/* HH:MM, :SS if wanted, and the offset. */
static enum icj_err scan_clock(const char *s, size_t len, struct icj_time *t)
{
	int minutes = scan_minutes(s, len), seconds = 0;
	size_t at = 5;

	if (minutes < 0)
		return ICJ_E_TIME;
	if (len > at && s[at] == ':') {
		if (len < at + 3)
			return ICJ_E_TIME;
		seconds = two_digits(s + at + 1);
		at += 3;
	}
	if (seconds < 0 || seconds > 59)
		return ICJ_E_TIME;
	t->second = minutes * 60 + seconds;
	return scan_offset(s + at, len - at, &t->offset);
}

static enum icj_err scan_time(const char *s, size_t len,
    const struct icj_date_form *form, struct icj_time *out)
{
	enum icj_err err;
	size_t used;

	err = icj__scan_date(s, len, form, &out->date, &used);
	if (err == ICJ_E_DATE)
		return ICJ_E_TIME;
	if (used == len)
		return err;
	if (s[used] != 'T' && s[used] != ' ')
		return ICJ_E_TIME;
	if (scan_clock(s + used + 1, len - used - 1, out))
		return ICJ_E_TIME;
	return err;
}

ICJ_API enum icj_err icj_time_parse(const char *text, size_t len,
    const struct icj_date_form *form, struct icj_time *out)
{
	static const struct icj_time none = {
		ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET
	};
	enum icj_err err;

	*out = none;
	err = scan_time(text, len, form, out);
	if (err)
		*out = none;
	return err;
}

/* -- Writing ------------------------------------------------------------ */

static char *put_minutes(char *p, unsigned minutes)
{
	p = put_two(p, minutes / 60);
	*p++ = ':';
	return put_two(p, minutes % 60);
}

static char *put_offset(char *p, int offset)
{
	if (offset == 0) {
		*p++ = 'Z';
		return p;
	}
	*p++ = offset < 0 ? '-' : '+';
	return put_minutes(p, (unsigned)(offset < 0 ? -offset : offset));
}

ICJ_API char *icj_time_format(const struct icj_time *t, char buf[32])
{
	char *p = icj__put_date(buf, t->date);
	unsigned second;

	if (p == buf || t->second < 0 || t->second >= 86400)
		return buf;
	second = (unsigned)t->second;
	*p++ = 'T';
	p = put_minutes(p, second / 60);
	if (second % 60) {
		*p++ = ':';
		p = put_two(p, second % 60);
	}
	if (t->offset > -1440 && t->offset < 1440)
		p = put_offset(p, t->offset);
	*p = '\0';
	return buf;
}
