/* SPDX-License-Identifier: MIT */
/*
 * arith.c - arithmetic on dates without a case: icj-deadline --add and
 * --count.  Dates are operands, or lines of stdin.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "deadline/duties.h"

/* Nobody counts further, and the sums stay within a date's number. */
#define COUNT_MAX 100000

struct step {
	int32_t n;
	char unit; /* b, d, h, y */
	icj_state state;
};

/* -- Reading ------------------------------------------------------------ */

/* "5b", "-5b", "30d", "24h", "1y" */
static bool read_step(const char *text, struct step *out)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (end == text || n < -COUNT_MAX || n > COUNT_MAX || !*end ||
	    end[1] || !strchr("bdhy", *end) || strchr(" \t+", *text))
		return false;
	out->n = (int32_t)n;
	out->unit = *end;
	/* The clock of 6-101 is not wound back. */
	return out->unit != 'h' || n > 0;
}

static enum icj_err arith_read_time(const struct tool *t, const char *text,
    size_t len, bool clock, struct icj_time *out)
{
	enum icj_err err = icj_time_parse(text, len, &t->date_form, out);

	if (err == ICJ_OK && clock && out->second == ICJ_NO_CLOCK)
		return ICJ_E_NEEDS_CLOCK;
	return err;
}

/* -- Counting ----------------------------------------------------------- */

static icj_date arith_in_range(int64_t day)
{
	return day < ICJ_DATE_MIN || day > ICJ_DATE_MAX ? ICJ_DATE_NONE :
	    (icj_date)day;
}

/* A year past the end of the calendar is no date. */
static icj_date add_years(icj_date day, int32_t n)
{
	int year, month, mday;

	icj_date_parts(day, &year, &month, &mday);
	if (year + n < 1 || year + n > 9999)
		return ICJ_DATE_NONE;
	return icj_date_add_months(day, 12 * n);
}

static struct icj_time arith_add_to(const struct tool *t, const struct step *s,
    struct icj_time at)
{
	switch (s->unit) {
	case 'b':
		at.date = icj_add_business_days(t->calendar, s->state,
		    at.date, s->n);
		break;
	case 'd':
		at.date = arith_in_range((int64_t)at.date + s->n);
		break;
	case 'y':
		at.date = add_years(at.date, s->n);
		break;
	default:
		return icj_add_open_hours(t->calendar, s->state, at, s->n);
	}
	return at;
}

static bool print_sum(const struct tool *t, const struct step *s,
    struct icj_time at)
{
	char buf[32];

	at = arith_add_to(t, s, at);
	if (at.date == ICJ_DATE_NONE)
		return false;
	puts(icj_time_format(&at, buf));
	return true;
}

/* -- Operands and lines ------------------------------------------------- */

static void arith_say_error(const struct tool *t,
    const struct tool_place *at, enum icj_err err)
{
	char room[TOOL_REASON];

	tool_error(t, at, err == ICJ_OK ? TOOL_E_OPERANDS : (int)err, "%s",
	    err == ICJ_OK ? "the count leaves the calendar" :
	    tool_reason(NULL, err, room));
}

/* All operands are looked at before anything is written. */
static int add_operands(const struct tool *t, const struct step *s)
{
	struct icj_time at;
	int status = TOOL_FINE;

	for (size_t i = 0; i < t->file_count; i++) {
		struct tool_place place = {"operands", 0, (unsigned)i + 1,
		    NULL};
		enum icj_err err = arith_read_time(t, t->files[i],
		    strlen(t->files[i]), s->unit == 'h', &at);

		if (err == ICJ_OK &&
		    arith_add_to(t, s, at).date != ICJ_DATE_NONE)
			continue;
		arith_say_error(t, &place, err);
		status = TOOL_USAGE;
	}
	for (size_t i = 0; status == TOOL_FINE && i < t->file_count; i++) {
		arith_read_time(
		    t, t->files[i], strlen(t->files[i]), false, &at);
		print_sum(t, s, at);
	}
	return status;
}

/* -- Lines -------------------------------------------------------------- */

/* What is read of stdin: whole lines, and the beginning of the next. */
struct block {
	char *at;
	size_t len, room;
	bool ended;
};

/* Reads on behind what is left: 0, or the status to stop with. */
static int read_block(const struct tool *t, struct block *in,
    const struct tool_place *place)
{
	size_t room = in->room ? 2 * in->room : 65536;
	ssize_t got;

	if (in->len == in->room) {
		char *more = realloc(in->at, room);

		if (!more) {
			tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
			return TOOL_STOPPED;
		}
		in->at = more;
		in->room = room;
	}
	do
		got = read(STDIN_FILENO, in->at + in->len,
		    in->room - in->len);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		tool_error(t, place, REC_E_READ, "cannot read");
		return TOOL_STOPPED;
	}
	in->ended = got == 0;
	in->len += (size_t)got;
	return 0;
}

/* A day is read with less ado than a time. */
static enum icj_err arith_read_line(const struct tool *t, const char *line,
    size_t len, bool clock, struct icj_time *at)
{
	*at = (struct icj_time){ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET};
	if (len == 10 && !clock &&
	    tool_day(t, line, len, &at->date) == ICJ_OK)
		return ICJ_OK;
	return arith_read_time(t, line, len, clock, at);
}

static bool arith_is_end(char c)
{
	return c == '\n' || c == '\r' || c == '\0';
}

static char *arith_put_time(char *to, const struct icj_time *at)
{
	if (at->second != ICJ_NO_CLOCK)
		return to + strlen(icj_time_format(at, to));
	icj_date_format(at->date, to);
	return to + strlen("2015-07-02");
}

/* One line out for each line in; what cannot be read is "invalid". */
static int add_line(const struct tool *t, const struct step *s,
    const struct tool_place *place, const char *line, size_t len,
    struct rec_out *out)
{
	char *to = rec_row_start(out, 32);
	struct icj_time at;
	enum icj_err err;

	if (!to)
		return TOOL_STOPPED;
	while (len > 0 && arith_is_end(line[len - 1]))
		len--;
	err = arith_read_line(t, line, len, s->unit == 'h', &at);
	if (err == ICJ_OK)
		at = arith_add_to(t, s, at);
	if (err == ICJ_OK && at.date != ICJ_DATE_NONE)
		return rec_row_end(out, arith_put_time(to, &at)) ? TOOL_STOPPED
								 : TOOL_FINE;
	arith_say_error(t, place, err);
	memcpy(to, "invalid", 7);
	return rec_row_end(out, to + 7) ? TOOL_STOPPED : TOOL_INVALID;
}

/* The lines of a block, the last one of all without its end, too; what is
 * left of it is moved to its start. */
static int add_block(const struct tool *t, const struct step *s,
    struct tool_place *place, struct block *in, struct rec_out *out)
{
	const char *line = in->at, *end = in->at + in->len;
	int status = TOOL_FINE;

	while (status < TOOL_STOPPED && line < end) {
		const char *next = memchr(line, '\n', (size_t)(end - line));
		int one;

		if (!next && !in->ended)
			break;
		next = next ? next + 1 : end;
		place->line++;
		one = add_line(t, s, place, line, (size_t)(next - line), out);
		status = one > status ? one : status;
		line = next;
	}
	in->len = (size_t)(end - line);
	memmove(in->at, line, in->len);
	return status;
}

/* All that a block asks is answered before the next is waited for. */
static int add_blocks(struct tool *t, const struct step *s,
    struct rec_out *out)
{
	struct tool_place place = {"<stdin>", 0, 0, NULL};
	struct block in = {NULL, 0, 0, false};
	int status = TOOL_FINE;

	while (status < TOOL_STOPPED && !in.ended) {
		int one = read_block(t, &in, &place);

		if (one == TOOL_FINE) {
			one = add_block(t, s, &place, &in, out);
			if (one < TOOL_STOPPED && rec_flush(out) != 0)
				one = TOOL_STOPPED;
		}
		status = one > status ? one : status;
	}
	free(in.at);
	return status;
}

static int add_lines(struct tool *t, const struct step *s)
{
	struct rec_out *out = rec_out_new(STDOUT_FILENO, REC_CSV);
	int status = TOOL_STOPPED;

	if (out)
		status = add_blocks(t, s, out);
	else
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	if (out && rec_out_error(out)->code)
		tool_say_write(t, out, 0);
	rec_out_free(out);
	return status;
}

int arith_add(struct tool *t, const char *what, icj_state state)
{
	struct step step;

	if (!read_step(what, &step)) {
		tool_error(t, NULL, TOOL_E_OPTION, "unusable argument of "
		    "--add: 5b, 30d, 24h and 1y are business days, days, "
		    "hours without weekends and holidays, and years");
		return TOOL_USAGE;
	}
	step.state = state;
	if (!t->file_count && isatty(STDIN_FILENO))
		return tool_usage(t);
	if (!t->file_count && start_is_output(STDIN_FILENO))
		return start_say_output(t);
	return t->file_count ? add_operands(t, &step) : add_lines(t, &step);
}

int arith_count(struct tool *t, icj_state state)
{
	icj_date day[2];

	if (t->file_count != 2) {
		tool_error(t, NULL, TOOL_E_OPERANDS, "--count takes two dates");
		return TOOL_USAGE;
	}
	for (size_t i = 0; i < 2; i++) {
		struct tool_place place = {"operands", 0, (unsigned)i + 1,
		    NULL};
		enum icj_err err = tool_day(t, t->files[i],
		    strlen(t->files[i]), &day[i]);

		if (err == ICJ_OK && day[i] >= ICJ_CALENDAR_FIRST &&
		    day[i] <= ICJ_CALENDAR_LAST)
			continue;
		arith_say_error(t, &place, err);
		return TOOL_USAGE;
	}
	printf("%ld\n", (long)icj_count_business_days(t->calendar, state,
	    day[0], day[1]));
	return TOOL_FINE;
}
