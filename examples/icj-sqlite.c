/* SPDX-License-Identifier: MIT */
/* icj-sqlite.c - the rules in SQL, as functions of sqlite3.
 *	make sqlite-extension
 *	sqlite> .load build/examples/icj_sqlite
 *	sqlite> SELECT icj_add_business_days('2024-07-01', 5);
 *	sqlite> SELECT icj_eligible('2024-07-01', 'plan_days', days, ...) FROM t;
 *	sqlite> SELECT icj_due('voluntary-return', '2024-07-01',
 *	   ...> 'form_iii_received', received, ...) FROM t;
 * The moment to judge from comes first, then pairs of a field and its value;
 * NULL is not known.  A value that cannot be read fails the statement. */
#include <icj.h>
#include <sqlite3ext.h>
#include <stdio.h>
#include <string.h>

SQLITE_EXTENSION_INIT1

#define MOST_DAYS 100000 /* more than there are */

/* What the functions of one connection work with. */
struct desk {
	struct icj_calendar *calendar;
	struct icj_case *facts;
	struct icj_report *report;
	struct icj_due due;
};

static void fail(sqlite3_context *sql, const char *name, enum icj_err err)
{
	char line[200];

	snprintf(line, sizeof(line), "%s: %s", name, icj_strerror(err));
	sqlite3_result_error(sql, line, -1);
}

static const char *text_of(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return text ? text : "";
}

static bool read_day(sqlite3_context *sql, sqlite3_value *value,
    const char *name, icj_date *day)
{
	const char *text = text_of(value);
	enum icj_err err = icj_date_parse(text, strlen(text), NULL, day);

	if (err != ICJ_OK)
		fail(sql, name, err);
	return err == ICJ_OK;
}

/* The moment and the facts; false after an error. */
static bool read_record(sqlite3_context *sql, int n, sqlite3_value **value,
    struct icj_context *ctx)
{
	struct desk *desk = sqlite3_user_data(sql);
	const char *as_of = n > 0 ? text_of(value[0]) : "";
	enum icj_err err;

	*ctx = icj_context_default();
	ctx->calendar = desk->calendar;
	icj_case_reset(desk->facts);
	err = icj_time_parse(as_of, strlen(as_of), NULL, &ctx->as_of);
	if (err != ICJ_OK || n % 2 == 0) {
		fail(sql, "as_of, then pairs of field and value", err);
		return false;
	}
	for (int i = 1; i < n; i += 2) {
		err = icj_case_set_name(desk->facts, text_of(value[i]),
		    text_of(value[i + 1]));
		if (err != ICJ_OK) {
			fail(sql, text_of(value[i]), err);
			return false;
		}
	}
	return true;
}

static void add_business_days(sqlite3_context *sql, int n,
    sqlite3_value **value)
{
	struct desk *desk = sqlite3_user_data(sql);
	sqlite3_int64 count = sqlite3_value_int64(value[1]);
	icj_date day;
	char text[11];

	(void)n;
	if (!read_day(sql, value[0], "day", &day))
		return;
	if (sqlite3_value_numeric_type(value[1]) != SQLITE_INTEGER ||
	    count < -MOST_DAYS || count > MOST_DAYS) {
		sqlite3_result_error(sql, "count: not a whole number", -1);
		return;
	}
	day = icj_add_business_days(desk->calendar, 0, day, (int32_t)count);
	if (day == ICJ_DATE_NONE) {
		sqlite3_result_error(sql, "day: outside 1971 to 2199", -1);
		return;
	}
	sqlite3_result_text(sql, icj_date_format(day, text), -1,
	    SQLITE_TRANSIENT);
}

static void eligible(sqlite3_context *sql, int n, sqlite3_value **value)
{
	struct desk *desk = sqlite3_user_data(sql);
	struct icj_context ctx;

	if (read_record(sql, n, value, &ctx))
		sqlite3_result_text(sql, icj_tri_name(icj_eligible(desk->facts,
		    &ctx, desk->report)), -1, SQLITE_STATIC);
}

/* The due date of one duty, extended where that was granted; NULL without. */
static void due(sqlite3_context *sql, int n, sqlite3_value **value)
{
	struct desk *desk = sqlite3_user_data(sql);
	const char *id = n > 0 ? text_of(value[0]) : "";
	const struct icj_time *by = NULL;
	struct icj_context ctx;
	bool known = false;
	char text[32];

	if (!read_record(sql, n - 1, value + 1, &ctx))
		return;
	for (size_t i = 0; icj_due(desk->facts, &ctx, i, &desk->due); i++) {
		if (strcmp(desk->due.duty.id, id) != 0)
			continue;
		known = true;
		by = desk->due.extended_to.date != ICJ_DATE_NONE ?
		    &desk->due.extended_to : &desk->due.due;
		if (by->date != ICJ_DATE_NONE)
			break;
	}
	if (!known)
		sqlite3_result_error(sql, "no such duty", -1);
	else if (by->date != ICJ_DATE_NONE)
		sqlite3_result_text(sql, icj_time_format(by, text), -1,
		    SQLITE_TRANSIENT);
}

static void drop(void *p)
{
	struct desk *desk = p;

	icj_report_free(desk->report);
	icj_case_free(desk->facts);
	icj_calendar_free(desk->calendar);
	sqlite3_free(desk);
}

int sqlite3_icjsqlite_init(sqlite3 *db, char **error,
    const sqlite3_api_routines *api);

int sqlite3_icjsqlite_init(sqlite3 *db, char **error,
    const sqlite3_api_routines *api)
{
	static const struct {
		const char *name;
		int arguments;
		void (*call)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		{"icj_add_business_days", 2, add_business_days},
		{"icj_eligible", -1, eligible}, {"icj_due", -1, due},
	};
	struct desk *desk;
	int status = SQLITE_OK;

	SQLITE_EXTENSION_INIT2(api);
	(void)error;
	for (size_t i = 0; i < 3 && status == SQLITE_OK; i++) {
		desk = sqlite3_malloc(sizeof(*desk));
		if (!desk)
			return SQLITE_NOMEM;
		*desk = (struct desk){
		    .calendar = icj_calendar_new(NULL, 0, NULL, 0),
		    .facts = icj_case_new(), .report = icj_report_new()};
		if (!desk->calendar || !desk->facts || !desk->report) {
			drop(desk);
			return SQLITE_NOMEM;
		}
		status = sqlite3_create_function_v2(db, functions[i].name,
		    functions[i].arguments, SQLITE_UTF8, desk,
		    functions[i].call, NULL, NULL, drop);
	}
	return status;
}
