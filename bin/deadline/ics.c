/* SPDX-License-Identifier: MIT */
/*
 * ics.c - dated duties as a calendar to subscribe to (RFC 5545): one event a
 * row, without a name.  An event keeps its UID while it moves, is met or is
 * withdrawn, so that a later feed takes the place of an earlier one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "deadline/duties.h"
#include "deadline/ics.h"
#include "tool/keyed.h"

#define LINE 75       /* octets of a line, without its end */
#define EVENT 12288   /* more than an event with the longest note */

struct ics {
	bool show_case_id;
	uint8_t key[KEYED_KEY]; /* zeros where the case is shown anyway */
	bool begun;
	unsigned long undated;  /* rows without a day to stand on */
	char text[EVENT];
	size_t len;
};

/* -- Lines --------------------------------------------------------------- */

static void ics_byte(struct ics *c, char byte)
{
	if (c->len < sizeof(c->text))
		c->text[c->len++] = byte;
}

/* A line, folded where it would be longer, never inside a character. */
static void ics_line(struct ics *c, const char *line)
{
	size_t at = 0;

	for (; *line; line++) {
		bool starts = ((unsigned char)*line & 0xc0) != 0x80;

		if (starts && at >= LINE - 4) {
			ics_byte(c, '\r');
			ics_byte(c, '\n');
			ics_byte(c, ' ');
			at = 1;
		}
		ics_byte(c, *line);
		at++;
	}
	ics_byte(c, '\r');
	ics_byte(c, '\n');
}

/* A property whose value is a text. */
static void ics_text(struct ics *c, const char *name, const char *text)
{
	char line[2 * ICJ_DUE_NOTE + 2048];
	size_t n = (size_t)snprintf(line, 64, "%s:", name);

	for (; *text && n + 3 < sizeof(line); text++) {
		if (*text == '\n') {
			line[n++] = '\\';
			line[n++] = 'n';
			continue;
		}
		if (strchr("\\;,", *text))
			line[n++] = '\\';
		line[n++] = (unsigned char)*text < ' ' ? ' ' : *text;
	}
	line[n] = '\0';
	ics_line(c, line);
}

/* "20240617", or with its clock "20240617T200000". */
static void ics_time(const struct icj_time *t, char buf[32])
{
	int year, month, day, s = t->second;

	icj_date_parts(t->date, &year, &month, &day);
	if (s == ICJ_NO_CLOCK)
		snprintf(buf, 32, "%04d%02d%02d", year, month, day);
	else
		snprintf(buf, 32, "%04d%02d%02dT%02d%02d%02d", year, month,
		    day, s / 3600, s / 60 % 60, s % 60);
}

static void ics_day(struct ics *c, const char *name, const struct icj_time *t)
{
	char line[64], when[32];

	ics_time(t, when);
	snprintf(line, sizeof(line), "%s%s:%s", name,
	    t->second == ICJ_NO_CLOCK ? ";VALUE=DATE" : "", when);
	ics_line(c, line);
}

/* -- Events --------------------------------------------------------------- */

/* Nothing is to be done about it any more. */
static bool ics_is_over(const struct icj_due *due)
{
	return due->status == ICJ_DUE_MET || due->status == ICJ_DUE_LATE ||
	    due->status == ICJ_DUE_CLOSED || due->status == ICJ_DUE_WITHDRAWN;
}

static const struct icj_time *ics_when(const struct icj_due *due)
{
	return due->extended_to.date != ICJ_DATE_NONE ? &due->extended_to :
	    &due->due;
}

static void ics_summary(struct ics *c, const struct icj_due *due)
{
	const char *status = icj_due_status_name(due->status);
	const char *state = icj_state_code(due->owed_by_state);
	char text[512];

	snprintf(text, sizeof(text), "%s: %s, %s%s%s%s (%s)", due->duty.id,
	    status, due->duty.terms->owed_by, *state ? " (" : "", state,
	    *state ? ")" : "", due->rule);
	ics_text(c, "SUMMARY", text);
}

static void ics_describe(struct ics *c, const struct icj_due *due,
    const char *id, const char *pseudonym)
{
	char text[ICJ_DUE_NOTE + 1024], start[32];

	snprintf(text, sizeof(text), "%s\nCase %.64s%s\nSince %s%s%s\n"
	    "Rules as effective %s, basis %s%s%s", due->duty.rule->says,
	    c->show_case_id ? id : "", c->show_case_id ? "" : pseudonym,
	    icj_time_format(&due->start, start),
	    *due->duty.terms->limit ? ", limit " : "", due->duty.terms->limit,
	    icj_date_format(due->edition, (char[11]){0}),
	    icj_basis_name(due->basis), due->note_len ? "\nNote: " : "",
	    due->note);
	ics_text(c, "DESCRIPTION", text);
}

/* The number of the change goes up with what can become of a duty: dated,
 * extended, over. */
static void ics_event(struct ics *c, const struct tool *t,
    const struct icj_due *due, const struct rec_text *id)
{
	const struct icj_time *when = ics_when(due);
	struct rec_text who[2] = {*id, {due->duty.id, strlen(due->duty.id)}};
	struct icj_time next = {when->date + 1, ICJ_NO_CLOCK, ICJ_NO_OFFSET};
	char hex[KEYED_HEX], line[80], stamp[32];

	keyed_texts(c->key, who, 2, hex);
	ics_line(c, "BEGIN:VEVENT");
	snprintf(line, sizeof(line), "UID:%.32s@icj", hex);
	ics_line(c, line);
	ics_time(&(struct icj_time){t->ctx.as_of.date,
	    t->ctx.as_of.second == ICJ_NO_CLOCK ? 0 : t->ctx.as_of.second,
	    ICJ_NO_OFFSET}, stamp);
	snprintf(line, sizeof(line), "DTSTAMP:%sZ", stamp);
	ics_line(c, line);
	snprintf(line, sizeof(line), "SEQUENCE:%d", ics_is_over(due) ? 2 :
	    due->extended_to.date != ICJ_DATE_NONE);
	ics_line(c, line);
	ics_line(c, ics_is_over(due) ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
	ics_line(c, "CLASS:CONFIDENTIAL");
	ics_line(c, "TRANSP:TRANSPARENT");
	ics_day(c, "DTSTART", when);
	if (when->second == ICJ_NO_CLOCK)
		ics_day(c, "DTEND", &next);
	ics_summary(c, due);
	keyed_texts(c->key, id, 1, hex);
	hex[8] = '\0';
	ics_describe(c, due, id->text, hex);
	ics_line(c, "END:VEVENT");
}

/* Out with all but the last line feed, which the writer of rows adds. */
static int ics_out(struct tool *t, struct ics *c)
{
	char *to = rec_row_start(t->sink, c->len + 1);

	if (!to)
		return -1;
	memcpy(to, c->text, c->len - 1);
	to += c->len - 1;
	c->len = 0;
	return rec_row_end(t->sink, to);
}

static void ics_begin(struct ics *c)
{
	if (c->begun)
		return;
	c->begun = true;
	ics_line(c, "BEGIN:VCALENDAR");
	ics_line(c, "VERSION:2.0");
	ics_line(c, "PRODID:-//icj//icj-deadline//EN");
}

/* -- A run ---------------------------------------------------------------- */

struct ics *ics_new(void)
{
	return calloc(1, sizeof(struct ics));
}

void ics_free(struct ics *c)
{
	free(c);
}

bool ics_show_case(struct ics *c)
{
	return c->show_case_id = true;
}

int ics_opened(struct tool *t, struct ics *c)
{
	if (t->show)
		return tool_misuse(t, "--show picks columns, and -o ics has "
		    "events", "", "");
	if (!t->key_name && !c->show_case_id)
		return tool_misuse(t, "-o ics wants --pseudonym-key FILE, so "
		    "that no case can be told from its events, or "
		    "--show-case-id", "", "");
	return !t->key_name || keyed_take(t, c->key) ? -1 : TOOL_USAGE;
}

int ics_put(struct tool *t, struct ics *c)
{
	static const char name[] = "case_id";
	const struct deadline *d = t->own;
	struct rec_text id = {NULL, 0};
	char text[KEEP_SIZE];
	int failed = 0;

	id.text = text;
	id.len = icj_case_get(t->facts, icj_field_find(name, strlen(name)),
	    text, sizeof(text));
	for (size_t i = 0; i < d->dues && !failed; i++) {
		if (ics_when(&d->due[i])->date == ICJ_DATE_NONE || !id.len) {
			c->undated++;
			continue;
		}
		ics_begin(c);
		ics_event(c, t, &d->due[i], &id);
		failed = ics_out(t, c);
	}
	return failed;
}

int ics_end(struct tool *t, struct ics *c)
{
	if (c->undated)
		tool_warn(t, NULL, ICS_W_UNDATED, "%lu row%s without a day or a "
		    "case_id %s no event; -o csv has %s", c->undated,
		    c->undated == 1 ? "" : "s", c->undated == 1 ? "is" : "are",
		    c->undated == 1 ? "it" : "them");
	if (!c->begun)
		return 0;
	ics_line(c, "END:VCALENDAR");
	return ics_out(t, c);
}
