/* SPDX-License-Identifier: MIT */
/*
 * time.c - moments of wall time and the texts that write them.  It knows dates
 * only through date.c, and no clock.
 */
#include "time/date.h"
#include "base/guard.h"
#include "base/base.h"
#include "time/time.h"
#include "time/text.h"

/* -- Reading ------------------------------------------------------------ */

static bool time_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t skip_blanks(const char *s, size_t len, size_t at)
{
	while (at < len && s[at] == ' ')
		at++;
	return at;
}

/* Two digits below a limit at *at, which moves past them; or -1. */
static int scan_two(const char *s, size_t len, size_t *at, int limit)
{
	int n = len - *at >= 2 ? two_digits(s + *at) : -1;

	if (n < 0 || n >= limit)
		return -1;
	*at += 2;
	return n;
}

/* Z, or +HH:MM, +HHMM, +HH. */
static enum icj_err scan_offset(const char *s, size_t len, int32_t *offset)
{
	int hours, minutes = 0;
	size_t at = 1;

	if (len == 1 && (*s == 'Z' || *s == 'z')) {
		*offset = 0;
		return ICJ_OK;
	}
	hours = scan_two(s, len, &at, 24);
	if (hours >= 0 && at < len) {
		at += s[at] == ':';
		minutes = scan_two(s, len, &at, 60);
	}
	if (at != len || (*s != '+' && *s != '-') || hours < 0 || minutes < 0)
		return ICJ_E_TIME;
	minutes += hours * 60;
	*offset = *s == '-' ? -minutes : minutes;
	return ICJ_OK;
}

/* ":SS" and ".SSS", if they are there; the fraction is dropped. */
static enum icj_err scan_seconds(const char *s, size_t len, size_t *at,
    int *seconds)
{
	*seconds = 0;
	if (*at == len || s[*at] != ':')
		return ICJ_OK;
	++*at;
	*seconds = scan_two(s, len, at, 60);
	if (*seconds < 0)
		return ICJ_E_TIME;
	if (len - *at < 2 || (s[*at] != '.' && s[*at] != ','))
		return ICJ_OK;
	if (!time_is_digit(s[*at + 1]))
		return ICJ_E_TIME;
	for (++*at; *at < len && time_is_digit(s[*at]);)
		++*at;
	return ICJ_OK;
}

/* Makes an hour of 1 to 12 with AM or PM, or a.m., one of the day, if they are
 * there. */
static enum icj_err scan_half(const char *s, size_t len, size_t *at, bool form,
    int *hour)
{
	size_t from = skip_blanks(s, len, *at), end = from;
	char half = from < len ? (char)(s[from] | 0x20) : '\0';

	if (half != 'a' && half != 'p')
		return ICJ_OK;
	end += len - end > 1 && s[end + 1] == '.' ? 2 : 1;
	if (end == len || (s[end] | 0x20) != 'm')
		return ICJ_OK;
	end += len - end > 1 && s[end + 1] == '.' ? 2 : 1;
	if (!form)
		return ICJ_E_AM_PM;
	if (*hour < 1 || *hour > 12)
		return ICJ_E_TIME;
	*hour = *hour % 12 + (half == 'p' ? 12 : 0);
	*at = end;
	return ICJ_OK;
}

/* HH:MM, what is wanted of seconds and half days, and the offset.  Only where
 * a form says that dates are not ISO an hour may have one digit.  24:00 is the
 * next day's 00:00. */
static enum icj_err scan_clock(const char *s, size_t len, bool form,
    struct icj_time *t)
{
	bool one = len > 1 && time_is_digit(s[0]) && s[1] == ':';
	int hour, minute, second;
	enum icj_err err;
	size_t at = one;

	hour = one ? s[0] - '0' : scan_two(s, len, &at, 24);
	if (hour < 0 || at == len || s[at] != ':')
		return ICJ_E_TIME;
	at++;
	minute = scan_two(s, len, &at, 60);
	if (minute < 0 || scan_seconds(s, len, &at, &second))
		return ICJ_E_TIME;
	err = scan_half(s, len, &at, form, &hour);
	if (err || (one && !form))
		return err ? err : ICJ_E_TIME;
	t->second = (hour * 60 + minute) * 60 + second;
	if (at == len)
		return ICJ_OK;
	at = skip_blanks(s, len, at); /* as in "16:00:00 -05:00" */
	return at == len ? ICJ_E_TIME :
	    scan_offset(s + at, len - at, &t->offset);
}

static enum icj_err scan_time(const char *s, size_t len,
    const struct icj_date_form *form, struct icj_time *out)
{
	static const struct icj_date_form no_form;
	enum icj_err err, clock;
	size_t used, at;

	form = form ? form : &no_form;
	err = icj__scan_date(s, len, form, &out->date, &used);
	if (err == ICJ_E_DATE)
		return ICJ_E_TIME;
	if (used == len)
		return err;
	if (s[used] != 'T' && s[used] != 't' && s[used] != ' ')
		return ICJ_E_TIME;
	at = used + 1;
	/* Behind a date that wants an order the clock is that of the order. */
	clock = scan_clock(s + at, len - at, form->order[0].part[0] || err,
	    out);
	/* An order that is wanted says that AM and PM can be read, too. */
	return clock == ICJ_E_TIME || !err ? clock : err;
}

ICJ_API enum icj_err icj_time_parse(const char *text, size_t len,
    const struct icj_date_form *form, struct icj_time *out)
{
	if (!text || !out)
		return icj__no_time(out);

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

enum icj_err icj__day_parse(const char *text, size_t len,
    const struct icj_date_form *form, icj_date *out, bool *clock)
{
	struct icj_time t;
	enum icj_err err = icj_time_parse(text, len, form, &t);

	*out = t.date;
	if (clock && t.second > 0)
		*clock = true;
	return err == ICJ_E_TIME ? ICJ_E_DATE : err;
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
	if (!t || !buf)
		return icj__no_text(buf);

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

/* -- Moments ------------------------------------------------------------ */

/* Seconds of wall time, or of UTC where both carry an offset. */
static int64_t time_moment(const struct icj_time *t, bool utc)
{
	int64_t second = t->second == ICJ_NO_CLOCK ? 86400 : t->second;

	return (int64_t)t->date * 86400 + second - (utc ? t->offset * 60 : 0);
}

int64_t icj__apart(const struct icj_time *a, const struct icj_time *b)
{
	bool utc = a->offset != ICJ_NO_OFFSET && b->offset != ICJ_NO_OFFSET;

	return time_moment(a, utc) - time_moment(b, utc);
}

int icj__clock_against(const struct icj_time *a, const struct icj_time *limit,
    bool *unsure)
{
	int64_t diff;

	/* What happened on a day happened after that day's first minute. */
	if (a->second == ICJ_NO_CLOCK && a->date == limit->date &&
	    limit->second != 0)
		*unsure = true;
	diff = icj__apart(a, limit);
	return diff < 0 ? -1 : diff > 0;
}
