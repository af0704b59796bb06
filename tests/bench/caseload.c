/* SPDX-License-Identifier: MIT */
/*
 * caseload - an invented caseload for measuring, drawn from a seed.
 *
 *   caseload SEED ROWS [csv|json|yaml|space|day|peers]
 *
 * The same seed gives the same cases, in whatever format.  What it decides, and
 * `space` prints, so that no one shape of file is the one measured:
 *
 *   years       cases begin in one of 2010 to 2027, or in up to eighteen
 *   kinds       shares of transfers, returns and travels, 0 to 9 parts each
 *   columns     22 that offices have and up to 30 more of the dictionary, in
 *               any order, up to 6 that no tool knows, of up to 80 bytes
 *   labels      one in three names its columns as the case systems do
 *   missing     0 to 60 % of the cells of a case that could have a value
 *   situations  all but dates and texts are one of 10, 100, 1000, 10000 sets
 *               of values, or each record's own
 *   quoted      none, 1 %, 10 %, 25 % or all of the cells
 *   odd texts   0 to 30 % of free texts have commas, quotes and line breaks
 *   invalid     no cell, 1 of 10,000 or 1 of 1,000
 *   line ends   LF, or CRLF in one of four
 *
 * `day` prints a day to judge them as of, one of those years.  `peers` gives a
 * CSV that naive programs can judge: whole transfers of 2015 between compacting
 * states, no quotes.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/fields.h"

enum { E = 1, D = 2, P = 4, R = 8, L = 16, S = 32, C = 0, V = 64, T = 0, G = 128,
	U = 0, N = 0 };
enum { CONF = 0, ABSENT = 0, FIXED = 0, PLAN = 1 };
enum type {
	TEXT, CHOICE, LIST, YES_NO, STATE, COUNT, COUNT_OR_INDEFINITE, DATE,
	DATE_OR_INDEFINITE, TIME, TIME_OR_DATE, DATES
};

static const char *const words_of_NONE[] = {NULL};
#define WORDS(list, ...) \
	static const char *const words_of_##list[] = {__VA_ARGS__, NULL};
ICJ_VALUES(WORDS)

static const struct field {
	const char *name;
	enum type type;
	const char *const *words;
	int plan, read_by;
} fields[] = {
#define X(id, type, values, marks, read_by, rule, meaning) \
	{#id, type, words_of_##values, marks, read_by},
	ICJ_FIELDS(X)
};

/* What a file of an office has, whatever else there is. */
static const char *const common[] = {
	"case_id", "case_type", "sending_state", "receiving_state", "worker",
	"juvenile_in_sending_state", "adjudication", "under_jurisdiction",
	"supervision", "plan_days", "transfer_requested", "supervision_ends",
	"residence", "full_time_student", "referral_received",
	"home_evaluation_sent", "departure", "permit_purpose", "travel_hours",
	"return_type", "holding_state", "home_state",
};

static const char *const labels[][2] = {
	{"home_evaluation_sent", "he_sent"}, {"departure", "Departed"},
	{"return_type", "Return Type"}, {"holding_state", "HS"},
	{"home_state", "Home/Demanding State"}, {"worker", "Assigned To"},
	{"supervision_ends", "Maximum Expiration Date"}, {"case_type", "Type"},
	{"sending_state", "Sending State"}, {"plan_days", "Plan Days"},
	{"receiving_state", "Receiving State"}, {"residence", "Residence"},
};

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))
#define FIELDS ((int)COUNT_OF(fields))
#define COMMON ((int)COUNT_OF(common))
#define FOREIGN (-1) /* a column that no tool knows */

static struct space {
	int year, years, part[3], missing, quoted, odd, invalid;
	unsigned situations;
	bool labels, crlf;
	bool compacting; /* all states are: the last two are not */
	int column[COMMON + 36], columns, text;
} space;

/* -- Drawing ------------------------------------------------------------ */

static uint64_t mixed(uint64_t x)
{
	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

/* Below n, from a state that steps on. */
static unsigned draw(uint64_t *state, unsigned n)
{
	*state += UINT64_C(0x9e3779b97f4a7c15);
	return (unsigned)(mixed(*state) >> 32) % n;
}

static int field_of(const char *name)
{
	int i = 0;

	while (strcmp(fields[i].name, name) != 0)
		i++;
	return i;
}

static bool has_column(int field)
{
	for (int i = 0; i < space.columns; i++)
		if (space.column[i] == field)
			return true;
	return false;
}

static void draw_columns(uint64_t *seed)
{
	int more = (int)draw(seed, 31), foreign = (int)draw(seed, 7);

	for (int i = 0; i < COMMON; i++)
		space.column[space.columns++] = field_of(common[i]);
	for (int field; more > 0; more--)
		if (!has_column(field = (int)draw(seed, (unsigned)FIELDS)))
			space.column[space.columns++] = field;
	while (foreign-- > 0)
		space.column[space.columns++] = FOREIGN;
	for (int i = space.columns - 1; i > 0; i--) {
		int k = (int)draw(seed, (unsigned)i + 1), at = space.column[i];

		space.column[i] = space.column[k];
		space.column[k] = at;
	}
}

static void draw_space(uint64_t *seed)
{
	static const unsigned situations[] = {10, 100, 1000, 10000, UINT32_MAX};
	static const int quoted[] = {0, 1, 10, 25, 100};
	static const int invalid[] = {0, 1, 10};

	space.year = 2010 + (int)draw(seed, 18);
	space.years = 1 + (int)draw(seed, (unsigned)(2028 - space.year));
	for (int i = 0; i < 3; i++)
		space.part[i] = (int)draw(seed, 10);
	space.part[0] += !(space.part[0] + space.part[1] + space.part[2]);
	space.missing = (int)draw(seed, 61);
	space.situations = situations[draw(seed, COUNT_OF(situations))];
	space.quoted = quoted[draw(seed, COUNT_OF(quoted))];
	space.odd = (int)draw(seed, 31);
	space.invalid = invalid[draw(seed, COUNT_OF(invalid))];
	space.labels = draw(seed, 3) == 0;
	space.crlf = draw(seed, 4) == 0;
	space.text = 1 + (int)draw(seed, 80);
	draw_columns(seed);
}

/* A caseload that any program can read. */
static void draw_plain(void)
{
	space.columns = 0;
	for (int i = 0; i < COMMON; i++)
		space.column[space.columns++] = field_of(common[i]);
	space.year = 2015;
	space.years = 1;
	space.part[0] = 1;
	space.part[1] = space.part[2] = space.missing = space.quoted =
	    space.odd = space.invalid = 0;
	space.labels = space.crlf = false;
	space.compacting = true;
}

static void print_space(void)
{
	printf("%d-%d, %d:%d:%d, %d columns%s, %d%% missing, ", space.year,
	    space.year + space.years - 1, space.part[0], space.part[1],
	    space.part[2], space.columns, space.labels ? " by label" : "",
	    space.missing);
	if (space.situations == UINT32_MAX)
		printf("each its own");
	else
		printf("%u situations", space.situations);
	printf(", %d%% quoted, texts of %d, %d%% odd, %d/10000 invalid%s\n",
	    space.quoted, space.text, space.odd, space.invalid,
	    space.crlf ? ", CRLF" : "");
}

/* -- Values ------------------------------------------------------------- */

static const char codes[] = "ALAKAZARCACOCTDEDCFLGAHIIDILINIAKSKYLAMEMDMAMIMN"
	"MSMOMTNENVNHNJNMNYNCNDOHOKORPARISCSDTNTXUTVTVAWAWVWIWYPRVI";

/* The day so many after the first of the years. */
static void put_day(char *out, int n)
{
	static const int month[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31};
	int y = space.year, m = 0;

	for (int year; n >= (year = y % 4 ? 365 : 366); y++)
		n -= year;
	for (int days; n >= (days = month[m] + (m == 1 && y % 4 == 0)); m++)
		n -= days;
	sprintf(out, "%04d-%02d-%02d", y, m + 1, n + 1);
}

static void put_text(char *out, uint64_t *record)
{
	static const char *const words[] = {
		"home", "visited", "family", "school", "agrees", "office",
		"called", "county", "report", "follows",
	};
	int odd = (int)draw(record, 100) < space.odd, len = 0;

	while (len < space.text)
		len += sprintf(out + len, "%s%s", len ? odd ?
		    draw(record, 8) ? ", " : "\n" : " " : "",
		    words[draw(record, 10)]);
	if (odd)
		sprintf(out + len, " \"soon\"");
}

/* What decides comes from the situation, days and texts from the record. */
static void put_value(char *out, const struct field *f, uint64_t *situation,
    uint64_t *record, int base)
{
	unsigned n = 0;

	switch (f->type) {
	case TEXT:
		sprintf(out, "%.4s-%u", f->name, draw(record, 100000));
		return;
	case LIST:
		sprintf(out, "%s;", f->words[0]);
		out += strlen(out);
		/* fall through */
	case CHOICE:
		while (f->words[n])
			n++;
		strcpy(out, f->words[draw(situation, n)]);
		return;
	case YES_NO:
		strcpy(out, draw(situation, 4) ? "yes" : "no");
		return;
	case STATE:
		sprintf(out, "%.2s", codes + 2 * draw(situation,
		    space.compacting ? 51 : 53));
		return;
	case COUNT:
	case COUNT_OR_INDEFINITE:
		sprintf(out, "%u", draw(situation, 200));
		return;
	default:
		put_day(out, base + (int)draw(record, f->plan ||
		    f->type == DATE_OR_INDEFINITE ? 400 : 90));
		if (f->type == TIME)
			sprintf(out + 10, "T%02u:30", draw(record, 24));
	}
}

/* Whether a case of this kind, a transfer, return or travel, can have it. */
static bool belongs(const struct field *f, unsigned kind)
{
	static const int of[] = {E | D | L | S, R | D, P | D};

	return !f->read_by || f->read_by & of[kind];
}

/* -- Writing ------------------------------------------------------------ */

static void put_json_text(const char *text)
{
	putchar('"');
	for (; *text; text++)
		if (*text == '\n')
			fputs("\\n", stdout);
		else if (*text == '"')
			fputs("\\\"", stdout);
		else
			putchar(*text);
	putchar('"');
}

static void put_cell(const char *text, bool quote, int i)
{
	if (i > 0)
		putchar(',');
	if (!quote && !strpbrk(text, ",\"\n")) {
		fputs(text, stdout);
		return;
	}
	putchar('"');
	for (; *text; text++) {
		if (*text == '"')
			putchar('"');
		putchar(*text);
	}
	putchar('"');
}

static const char *name_of(int i)
{
	static char name[16];
	int field = space.column[i];

	if (field == FOREIGN) {
		sprintf(name, "own_%d", i);
		return name;
	}
	for (size_t k = 0; space.labels && k < COUNT_OF(labels); k++)
		if (strcmp(labels[k][0], fields[field].name) == 0)
			return labels[k][1];
	return fields[field].name;
}

static void put_end(void)
{
	fputs(space.crlf ? "\r\n" : "\n", stdout);
}

/* The i-th cell, in JSON and YAML only if there is a value. */
static void put(const char *text, int i, char format, uint64_t *record,
    bool *first)
{
	bool quote = (int)draw(record, 100) < space.quoted;

	if (format == 'c') {
		put_cell(text, quote && *text, i);
		return;
	}
	if (!*text)
		return;
	if (format == 'y') {
		printf("%s: ", name_of(i));
	} else {
		fputs(*first ? "{" : ",", stdout);
		put_json_text(name_of(i));
		putchar(':');
	}
	put_json_text(text);
	if (format == 'y')
		putchar('\n');
	*first = false;
}

static void put_record(uint64_t seed, unsigned row, char format)
{
	uint64_t record = mixed(seed + row), situation;
	int base = (int)draw(&record, (unsigned)space.years * 365);
	unsigned kind = 0, parts = 0, at;
	char text[256];
	bool first = true;

	situation = mixed(seed ^ (space.situations == UINT32_MAX ? row :
	    draw(&record, space.situations)));
	for (int i = 0; i < 3; i++)
		parts += (unsigned)space.part[i];
	at = draw(&situation, parts);
	while (at >= (unsigned)space.part[kind])
		at -= (unsigned)space.part[kind++];
	if (format == 'y')
		puts("---");
	for (int i = 0; i < space.columns; i++) {
		int field = space.column[i];

		*text = '\0';
		if (field == FOREIGN)
			put_text(text, &record);
		else if (strcmp(fields[field].name, "case_id") == 0)
			sprintf(text, "C-%07u", row);
		else if (strcmp(fields[field].name, "case_type") == 0)
			strcpy(text, fields[field].words[kind]);
		else if (belongs(&fields[field], kind) &&
		    (int)draw(&situation, 100) >= space.missing)
			put_value(text, &fields[field], &situation, &record,
			    base);
		if (*text && field != FOREIGN &&
		    (int)draw(&record, 10000) < space.invalid)
			strcpy(text, "2o15-13-45");
		put(text, i, format, &record, &first);
	}
	if (format == 'c')
		put_end();
	else if (format == 'j')
		puts("}");
}

int main(int argc, char **argv)
{
	uint64_t seed = argc > 1 ? mixed(strtoull(argv[1], NULL, 10)) : 0;
	unsigned rows = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 1000;
	char format = argc > 3 ? *argv[3] : 'c', day[16];

	draw_space(&seed);
	if (format == 'p') {
		draw_plain();
		format = 'c';
	}
	put_day(day, (int)draw(&seed, (unsigned)space.years * 365));
	if (format == 's')
		print_space();
	if (format == 'd')
		puts(day);
	for (int i = 0; i < space.columns && format == 'c'; i++)
		put_cell(name_of(i), false, i);
	if (format == 'c')
		put_end();
	for (unsigned row = 1; row <= rows && strchr("cjy", format); row++)
		put_record(seed, row, format);
	return fflush(stdout) || ferror(stdout);
}
