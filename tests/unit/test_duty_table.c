/* SPDX-License-Identifier: MIT */
/*
 * test_duty_table.c - what holds of every row of the table of duties, and of
 * counting by any calendar: a second, day-by-day count must agree.
 */
#include <stdio.h>
#include <string.h>

#include "icj_caseload.h"
#include "duties/deadline.h"
#include "suite.h"

/* -- The table ---------------------------------------------------------- */

static void expect_one_sentence(const char *says)
{
	size_t len = strlen(says);

	ck_assert_uint_gt(len, 10);
	ck_assert_int_eq(says[len - 1], '.');
	ck_assert_ptr_null(strstr(says, "  "));
	ck_assert_ptr_null(strstr(says, ". "));
}

static void expect_texts(const struct icj_duty *duty)
{
	ck_assert_uint_gt(strlen(duty->id), 4);
	ck_assert_int_ge(duty->rule->cite[0], '2');
	ck_assert_int_le(duty->rule->cite[0], '9');
	ck_assert_ptr_nonnull(duty->standard);
	ck_assert_ptr_nonnull(duty->terms->owed_by);
	ck_assert_ptr_nonnull(duty->trigger);
	ck_assert_uint_gt(strlen(duty->terms->limit), 5);
	ck_assert_ptr_nonnull(icj_duty_kind_name(duty->kind));
	expect_one_sentence(duty->rule->says);
}

START_TEST(every_row_is_whole)
{
	struct icj_duty duty;

	for (size_t i = 0; icj_duty_at(i, &duty); i++) {
		expect_texts(&duty);
		if (duty.rule->until != ED_OPEN)
			ck_assert_int_lt(duty.rule->from, duty.rule->until);
		ck_assert_ptr_nonnull(icj_edition_on(duty.rule->from));
	}
}
END_TEST

/* Only dates start and end a duty, and the reader of fields is told so. */
static void expect_dates(const struct duty_row *row)
{
	const uint16_t fields[] = {
		row->on[0], row->on[1], row->on[2], row->done, row->and_done,
		row->or_done, row->extended_to,
	};

	for (size_t i = 0; i < COUNT_OF(fields); i++) {
		const struct icj_field *f = icj_field_at(fields[i]);

		if (fields[i] == NO_FIELD)
			continue;
		ck_assert_msg(f->type == ICJ_DATE || f->type == ICJ_TIME ||
		    f->type == ICJ_TIME_OR_DATE, "%s", f->name);
		ck_assert_msg(f->read_by & ICJ_AREA_DEADLINE, "%s", f->name);
	}
}

START_TEST(rows_follow_the_list_of_duties)
{
	struct icj_duty duty;
	size_t wordings = 0;

	for (size_t which = 0; which < DUTY_IDS; which++) {
		const struct duty_row *row = icj__duty_row(which);
		const struct provision *p = row->p;

		ck_assert_uint_eq(row->which, which);
		for (size_t i = 0; i < p->wordings; i++, wordings++) {
			const struct wording *w = &p->wording[i];
			const struct duty_row *of = icj__duty_row_of(row, w);

			/* Each ground has a row of its own. */
			ck_assert_ptr_eq(of->p, p);
			ck_assert_uint_eq(of->ground, w->ground);
			expect_dates(of);
			ck_assert(of->start || of->on[0] != NO_FIELD);
			ck_assert(of->date || w->terms.text.limit);
		}
	}
	ck_assert_ptr_null(icj__duty_row(DUTY_IDS));
	ck_assert(!icj_duty_at(wordings, &duty));
	ck_assert(icj_duty_at(wordings - 1, &duty));
}
END_TEST

START_TEST(ids_are_unique_and_in_rulebook_order)
{
	for (size_t i = 0; i < DUTY_IDS; i++) {
		const struct provision *p = icj__duty_row(i)->p;
		const char *a = p->wording->rule.cite;

		for (size_t j = i + 1; j < DUTY_IDS; j++) {
			const struct provision *q = icj__duty_row(j)->p;
			const char *b = q->wording->rule.cite;

			ck_assert_str_ne(p->id, q->id);
			ck_assert_int_le(a[0], b[0]);
			if (a[0] == b[0])
				ck_assert_int_le(strncmp(a, b, 5), 0);
		}
	}
}
END_TEST

START_TEST(names_are_known)
{
	ck_assert_str_eq(icj_duty_kind_name(ICJ_KEEP), "keep");
	ck_assert_str_eq(icj_duty_kind_name(ICJ_MAY_UNTIL), "may-until");
	ck_assert_str_eq(icj_due_status_name(ICJ_DUE_NO_START), "no-start");
	ck_assert_str_eq(icj_due_status_name(ICJ_DUE_WITHDRAWN), "withdrawn");
	ck_assert_str_eq(icj_duty_kind_name((enum icj_duty_kind)99), "");
	ck_assert_str_eq(icj_due_status_name((enum icj_due_status)99), "");
}
END_TEST

/* -- Any dates ---------------------------------------------------------- */

static uint32_t seed = 20150101;

static uint32_t roll(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

#define CLOSURES 400

struct world {
	struct icj_closure closed[CLOSURES];
	struct icj_calendar *cal;
	struct icj_case *c;
	struct icj_context ctx;
};

/* Closures and openings here and there from 2014 to 2018 in two states. */
static void make_world(struct world *w)
{
	const icj_state states[] = {
		0, icj_state_find("TX", 2), icj_state_find("OK", 2),
	};

	for (size_t i = 0; i < CLOSURES; i++)
		w->closed[i] = (struct icj_closure){
			icj_date_of(2014, 1, 1) + (icj_date)roll(1800),
			states[roll(3)], roll(8) == 0, "a closure",
		};
	w->cal = icj_calendar_new(w->closed, CLOSURES, NULL, 0);
	w->c = icj_case_new();
	w->ctx = (struct icj_context){ICJ_DATE_NONE,
	    {icj_date_of(2015, 6, 1), ICJ_NO_CLOCK, ICJ_NO_OFFSET}, w->cal,
	    ICJ_OWNER, false, NULL};
}

static void end_world(struct world *w)
{
	icj_case_free(w->c);
	icj_calendar_free(w->cal);
}

static void state_fact(struct world *w, const char *name, const char *value)
{
	icj_case_set(w->c, icj_field_find(name, strlen(name)), value,
	    strlen(value));
}

static void set_date(struct world *w, enum field_id f, icj_date day)
{
	char buf[] = "0000-00-00T10:00";
	const struct icj_field *field = icj_field_at(f);

	icj_date_format(day, buf);
	buf[10] = 'T';
	ck_assert_int_eq(icj_case_set(w->c, field, buf,
	    field->type == ICJ_TIME ? 16 : 10), ICJ_OK);
}

/* One day after another. */
static icj_date walk(const struct world *w, icj_state s, icj_date day, int n)
{
	while (n > 0)
		if (icj_is_business_day(w->cal, s, ++day))
			n--;
	return day;
}

static icj_date walk_as_asked(const struct world *w,
    const struct terms *row, icj_date day)
{
	const icj_state tx = icj_state_find("TX", 2);
	const icj_state ok = icj_state_find("OK", 2);
	bool federal = row->owed >= BY_commission;
	bool by_tx = row->owed == BY_sending || row->owed == BY_home;
	icj_date a = walk(w, tx, day, row->count);
	icj_date b = walk(w, ok, day, row->count);

	if (w->ctx.whose == ICJ_BOTH && (!federal || row->owed == BY_either))
		return a > b ? a : b;
	if (w->ctx.whose == ICJ_FEDERAL || federal)
		return walk(w, 0, day, row->count);
	return by_tx ? a : b;
}

static void try_row(struct world *w, size_t which)
{
	static struct icj_due due;
	const struct duty_row *row = icj__duty_row(which);
	icj_date day = icj_date_of(2014, 6, 1) + (icj_date)roll(600);
	const struct wording *wording;
	bool has = icj__book_has(icj__book_on(NULL, row->p, day,
	    &wording));
	const struct terms *terms = &wording->terms;

	if (!has || terms->unit != BUSINESS || terms->direction != AFTER || row->start)
		return;
	icj_case_reset(w->c);
	state_fact(w, "sending_state", "TX");
	state_fact(w, "home_state", "TX");
	state_fact(w, "receiving_state", "OK");
	state_fact(w, "holding_state", "OK");
	set_date(w, row->on[0], day);
	w->ctx.whose = (enum icj_whose)roll(3);
	w->ctx.as_of.date = day + (icj_date)roll(40);
	ck_assert(icj_due(w->c, &w->ctx, which, &due));
	if (due.status == ICJ_DUE_NOT_APPLICABLE)
		return;
	ck_assert_int_eq(due.due.date, walk_as_asked(w, terms, day));
	ck_assert_int_eq(due.days_left, due.due.date - w->ctx.as_of.date);
	if (due.status == ICJ_DUE_DUE || due.status == ICJ_DUE_OVERDUE)
		ck_assert_int_eq(due.status == ICJ_DUE_DUE,
		    due.days_left >= 0);
}

START_TEST(business_days_agree_with_a_walk)
{
	struct world w;

	seed += (uint32_t)_i;
	make_world(&w);
	for (int i = 0; i < 60; i++)
		for (size_t which = 0; which < DUTY_IDS; which++)
			try_row(&w, which);
	end_world(&w);
}
END_TEST

/* The 24 hours minute by minute. */
static struct icj_time wait_hours(const struct world *w, icj_state s,
    struct icj_time t, int hours)
{
	for (int minutes = hours * 60; minutes > 0; ) {
		if (icj_is_business_day(w->cal, s, t.date))
			minutes--;
		t.second += 60;
		if (t.second == 86400) {
			t.second = 0;
			t.date++;
		}
	}
	return t;
}

START_TEST(hours_agree_with_a_wait)
{
	static struct icj_due due;
	struct world w;
	struct icj_time start, end;
	char buf[32];

	seed += (uint32_t)_i;
	make_world(&w);
	for (int i = 0; i < 40; i++) {
		icj_case_reset(w.c);
		state_fact(&w, "holding_state", "TX");
		start = on_day(icj_date_of(2014, 6, 1) + (icj_date)roll(900));
		start.second = (int32_t)roll(1440) * 60;
		icj_time_format(&start, buf);
		state_fact(&w, "detained_at", buf);
		ck_assert(icj_due(w.c, &w.ctx, RUNAWAY_RELEASE, &due));
		end = wait_hours(&w, icj_state_find("TX", 2), start, 24);
		ck_assert_int_eq(due.due.date, end.date);
		ck_assert_int_eq(due.due.second, end.second);
	}
	end_world(&w);
}
END_TEST

/* Every day skipped is named once, and only those. */
START_TEST(the_note_names_the_days_skipped)
{
	static struct icj_due due;
	struct world w;
	icj_date day;
	char buf[11];

	seed += (uint32_t)_i;
	make_world(&w);
	for (int i = 0; i < 40; i++) {
		icj_case_reset(w.c);
		state_fact(&w, "receiving_state", "TX");
		day = icj_date_of(2014, 6, 1) + (icj_date)roll(600);
		set_date(&w, F_violation_discovered, day);
		ck_assert(icj_due(w.c, &w.ctx, VIOLATION_NOTICE, &due));
		for (day++; day <= due.due.date; day++) {
			icj_state tx = icj_state_find("TX", 2);
			const char *why = icj_closed_because(w.cal, tx, day);
			const char *before = icj_closed_because(w.cal, tx,
			    day - 1);
			bool first = why && (day == due.start.date + 1 ||
			    !before || strcmp(why, before) != 0);

			icj_date_format(day, buf);
			ck_assert_msg(!first || strstr(due.note, buf),
			    "%s: %s", buf, due.note);
			ck_assert_msg(why || !strstr(due.note, buf),
			    "%s: %s", buf, due.note);
		}
	}
	end_world(&w);
}
END_TEST

START_TEST(a_year_of_closures_only_shortens_the_note)
{
	static struct icj_closure closed[700];
	static struct icj_due due;
	struct world w;

	make_world(&w);
	icj_calendar_free(w.cal);
	for (int i = 0; i < 700; i++)
		closed[i] = (struct icj_closure){
			icj_date_of(2014, 1, 1) + i, 0, false,
			i % 2 ? "one long reason to be closed on a day" :
			"another long reason to be closed on a day",
		};
	w.ctx.calendar = w.cal = icj_calendar_new(closed, 700, NULL, 0);
	set_date(&w, F_case_received, icj_date_of(2014, 2, 3));
	ck_assert(icj_due(w.c, &w.ctx, FORWARD_CASE, &due));
	ck_assert_int_gt(due.due.date, icj_date_of(2015, 12, 1));
	ck_assert_uint_lt(strlen(due.note), ICJ_DUE_NOTE);
	ck_assert_ptr_nonnull(strstr(due.note, "..."));
	end_world(&w);
}
END_TEST

START_TEST(a_list_that_ends_is_flagged)
{
	const icj_state tx = icj_state_find("TX", 2);
	const struct icj_vouch vouch = {tx, icj_date_of(2015, 3, 9)};
	static struct icj_due due;
	struct world w;

	make_world(&w);
	icj_calendar_free(w.cal);
	w.ctx.calendar = w.cal = icj_calendar_new(NULL, 0, &vouch, 1);
	state_fact(&w, "home_state", "TX");
	set_date(&w, F_due_process_notified, icj_date_of(2015, 3, 2));
	icj_due(w.c, &w.ctx, DUE_PROCESS_RETURN, &due);
	ck_assert(!due.list_ended);
	set_date(&w, F_due_process_notified, icj_date_of(2015, 3, 3));
	icj_due(w.c, &w.ctx, DUE_PROCESS_RETURN, &due);
	ck_assert(due.list_ended);
	w.ctx.whose = ICJ_FEDERAL;
	icj_due(w.c, &w.ctx, DUE_PROCESS_RETURN, &due);
	ck_assert(!due.list_ended);
	end_world(&w);
}
END_TEST

/* -- What else a row shows ---------------------------------------------- */

static void ask(struct world *w, enum duty_id which, struct icj_due *due)
{
	ck_assert(icj_due(w->c, &w->ctx, which, due));
}

START_TEST(the_rule_of_a_return_follows_its_type)
{
	static const struct {
		const char *type, *rule;
	} want[] = {
		{"runaway", "6-103(2)"}, {"absconder", "6-103A(2)"},
		{"escapee", "6-103A(2)"}, {"accused-delinquent", "6-103A(2)"},
		{"accused-status-offender", "6-103(2)"},
		{"", "6-103(2); 6-103A(2)"},
	};
	static struct icj_due due;
	struct world w;

	make_world(&w);
	set_date(&w, F_refusal_notified, icj_date_of(2015, 3, 2));
	for (size_t i = 0; i < COUNT_OF(want); i++) {
		state_fact(&w, "return_type", want[i].type);
		ask(&w, REQUISITION, &due);
		ck_assert_str_eq(due.rule, want[i].rule);
	}
	ck_assert_str_eq(due.duty.rule->cite, "6-103(2); 6-103A(2)");
	end_world(&w);
}
END_TEST

/* In 2015, or of what is new later the day after its first. */
static icj_date day_in_force(const struct provision *p)
{
	return p->is_new && p->wording->rule.from > ED_2015 ?
	    p->wording->rule.from + 1 : icj_date_of(2015, 3, 2);
}

START_TEST(the_owner_is_named)
{
	static struct icj_due due;
	struct world w;

	make_world(&w);
	state_fact(&w, "sending_state", "TX");
	state_fact(&w, "receiving_state", "OK");
	state_fact(&w, "home_state", "NY");
	state_fact(&w, "holding_state", "FL");
	for (size_t i = 0; i < DUTY_IDS; i++) {
		const struct duty_row *row = icj__duty_row(i);
		const char *const codes[] = {
			"TX", "OK", "FL", "NY", "", "", "", "",
		};
		icj_date day = day_in_force(row->p);

		if (row->start)
			continue;
		set_date(&w, row->on[0], day);
		ask(&w, (enum duty_id)i, &due);
		ck_assert_str_eq(icj_state_code(due.owed_by_state),
		    codes[icj__wording(NULL, row->p, day)->terms.owed]);
		ck_assert_ptr_eq(due.trigger, icj_field_at(row->on[0]));
		ck_assert_int_eq(due.start.date, day);
	}
	end_world(&w);
}
END_TEST

START_TEST(nothing_starts_in_an_empty_case)
{
	static struct icj_due due;
	struct world w;
	size_t i;

	make_world(&w);
	for (i = 0; icj_due(w.c, &w.ctx, i, &due); i++) {
		if (icj__duty_row(i)->p->is_new) {
			ck_assert_int_eq(due.status, ICJ_DUE_NOT_IN_FORCE);
			continue;
		}
		ck_assert_int_eq(due.status, ICJ_DUE_NO_START);
		ck_assert_str_eq(due.note, "");
		ck_assert(!due.has_days_left);
		ck_assert(!has_time(&due.start) && !has_time(&due.due));
	}
	ck_assert_uint_eq(i, DUTY_IDS);
	end_world(&w);
}
END_TEST

START_TEST(without_an_as_of_moment_only_what_is_done_is_judged)
{
	static struct icj_due due;
	struct world w;

	make_world(&w);
	w.ctx.as_of.date = ICJ_DATE_NONE;
	set_date(&w, F_case_received, icj_date_of(2015, 3, 2));
	ask(&w, FORWARD_CASE, &due);
	ck_assert_int_eq(due.status, ICJ_DUE_UNKNOWN);
	ck_assert(!due.has_days_left);
	set_date(&w, F_case_forwarded, icj_date_of(2015, 3, 3));
	ask(&w, FORWARD_CASE, &due);
	ck_assert_int_eq(due.status, ICJ_DUE_MET);
	end_world(&w);
}
END_TEST

START_TEST(the_edition_is_that_of_the_start)
{
	static struct icj_due due;
	struct world w;

	make_world(&w);
	set_date(&w, F_case_received, icj_date_of(2014, 12, 31));
	ask(&w, FORWARD_CASE, &due);
	ck_assert_int_eq(due.edition, ED_2014);
	ck_assert_int_eq(due.basis, ICJ_BASIS_TEXT);
	set_date(&w, F_case_received, icj_date_of(2016, 1, 31));
	ask(&w, FORWARD_CASE, &due);
	ck_assert_int_eq(due.edition, ED_2015);
	ck_assert_int_eq(due.basis, ICJ_BASIS_TEXT);
	set_date(&w, F_case_received, icj_date_of(2016, 2, 1));
	ask(&w, FORWARD_CASE, &due);
	ck_assert_int_eq(due.edition, ED_2015);
	ck_assert_int_eq(due.basis, ICJ_BASIS_NEAREST);
	end_world(&w);
}
END_TEST

/* -- Which may have begun ----------------------------------------------- */

/* Sets a field to something that it can be. */
static void set_some(struct world *w, const struct icj_field *f)
{
	char buf[32];

	switch (f->type) {
	case ICJ_DATE:
	case ICJ_DATE_OR_INDEFINITE:
		icj_date_format(icj_date_of(2015, 1, 1) + (icj_date)roll(200),
		    buf);
		state_fact(w, f->name, buf);
		break;
	case ICJ_TIME:
	case ICJ_TIME_OR_DATE:
		snprintf(buf, sizeof(buf), "2015-04-%02uT%02u:30",
		    (unsigned)(1 + roll(28)), (unsigned)roll(24));
		state_fact(w, f->name, buf);
		break;
	case ICJ_STATE:
		state_fact(w, f->name, roll(2) ? "TX" : "GA");
		break;
	case ICJ_YES_NO:
		state_fact(w, f->name, roll(2) ? "yes" : "no");
		break;
	case ICJ_CHOICE:
	case ICJ_LIST:
		state_fact(w, f->name, f->choices[roll(2)]);
		break;
	case ICJ_DATES:
		state_fact(w, f->name, "2015-09-01; 2017-09-05");
		break;
	default:
		state_fact(w, f->name, "7");
	}
}

static bool starts(enum field_id f, enum duty_id which)
{
	const struct duty_row *row = icj__duty_row(which);

	for (; row->which == which; row++)
		for (size_t i = 0; i < COUNT_OF(row->on); i++)
			if (row->on[i] == f && f != NO_FIELD)
				return true;
	/* The one whose start is found from that of another. */
	return which == DETENTION_HEARING && f == F_due_process_notified;
}

START_TEST(a_field_alone_begins_what_it_starts)
{
	const struct icj_field *field;
	struct world w;

	make_world(&w);
	for (size_t f = 0; (field = icj_field_at(f)); f++) {
		size_t next;

		icj_case_reset(w.c);
		set_some(&w, field);
		next = icj_due_next(w.c, 0);
		for (size_t which = 0; which < DUTY_IDS; which++) {
			ck_assert_msg((next == which) == starts(
			    (enum field_id)f, (enum duty_id)which),
			    "%s and %s", field->name,
			    icj__duty_row(which)->p->id);
			if (next == which)
				next = icj_due_next(w.c, which + 1);
		}
		ck_assert_uint_ge(next, DUTY_IDS);
	}
	end_world(&w);
}
END_TEST

/* The list of all is what one after the other comes to. */
static void expect_listed(const struct world *w)
{
	size_t which[DUTY_IDS + 1], n, i = 0, next;

	n = icj_dues_begun(w->c, which, DUTY_IDS);
	ck_assert_uint_le(n, DUTY_IDS);
	for (next = icj_due_next(w->c, 0); next < DUTY_IDS;
	    next = icj_due_next(w->c, next + 1))
		ck_assert_uint_eq(which[i++], next);
	ck_assert_uint_eq(i, n);
	/* With less room, the first of them. */
	which[n / 2] = 77;
	ck_assert_uint_eq(icj_dues_begun(w->c, which, n / 2), n);
	ck_assert_uint_eq(which[n / 2], 77);
	ck_assert_uint_eq(icj_dues_begun(w->c, NULL, 0), n);
}

/* Whatever the facts: none is left out that has a start. */
START_TEST(what_is_passed_over_has_no_start)
{
	static struct icj_due due;
	const struct icj_field *field;
	struct world w;

	make_world(&w);
	for (int n = 0; n < 2000; n++) {
		uint32_t one_of = 2 + roll(12);
		size_t next;

		icj_case_reset(w.c);
		for (size_t f = 0; (field = icj_field_at(f)); f++)
			if (roll(one_of) == 0)
				set_some(&w, field);
		expect_listed(&w);
		next = icj_due_next(w.c, 0);
		for (size_t i = 0; icj_due(w.c, &w.ctx, i, &due); i++) {
			if (i == next)
				next = icj_due_next(w.c, i + 1);
			else
				ck_assert_int_eq(due.status,
				    icj__duty_row(i)->p->is_new ?
				    ICJ_DUE_NOT_IN_FORCE : ICJ_DUE_NO_START);
			ck_assert_uint_gt(next, i);
		}
		ck_assert_uint_ge(next, DUTY_IDS);
	}
	end_world(&w);
}
END_TEST

START_TEST(nothing_is_next_in_an_empty_case_or_beyond_the_last)
{
	static struct icj_due due;
	struct world w;
	size_t next;

	make_world(&w);
	ck_assert(!icj_due(w.c, &w.ctx, icj_due_next(w.c, 0), &due));
	set_date(&w, F_case_received, icj_date_of(2015, 3, 2));
	next = icj_due_next(w.c, 0);
	ck_assert(icj_due(w.c, &w.ctx, next, &due));
	ck_assert_str_eq(due.duty.id, "forward-case");
	ck_assert_uint_eq(icj_due_next(w.c, next), next);
	ck_assert(!icj_due(w.c, &w.ctx, icj_due_next(w.c, next + 1), &due));
	ck_assert(!icj_due(w.c, &w.ctx, icj_due_next(w.c, DUTY_IDS), &due));
	ck_assert(!icj_due(w.c, &w.ctx, icj_due_next(w.c, SIZE_MAX), &due));
	/* A fact that was taken back begins nothing. */
	icj_case_unset(w.c, icj_field_at(F_case_received));
	ck_assert_uint_ge(icj_due_next(w.c, 0), DUTY_IDS);
	end_world(&w);
}
END_TEST

/* -- Counts found again ------------------------------------------------- */

static void expect_same_time(const struct icj_time *a, const struct icj_time *b)
{
	ck_assert_int_eq(a->date, b->date);
	ck_assert_int_eq(a->second, b->second);
	ck_assert_int_eq(a->offset, b->offset);
}

/* By its members: what lies between them is nobody's. */
static void expect_same_duty(const struct icj_duty *a, const struct icj_duty *b)
{
	ck_assert_ptr_eq(a->id, b->id);
	ck_assert_ptr_eq(a->rule, b->rule);
	ck_assert_ptr_eq(a->terms, b->terms);
	ck_assert_ptr_eq(a->standard, b->standard);
	ck_assert_int_eq(a->kind, b->kind);
	ck_assert_ptr_eq(a->trigger, b->trigger);
	ck_assert_ptr_eq(a->done, b->done);
	ck_assert_ptr_eq(a->only_if, b->only_if);
}

static void expect_same(const struct icj_due *a, const struct icj_due *b)
{
	ck_assert_str_eq(a->note, b->note);
	ck_assert_uint_eq(a->note_len, strlen(a->note));
	ck_assert_uint_eq(b->note_len, a->note_len);
	expect_same_duty(&a->duty, &b->duty);
	ck_assert_ptr_eq(a->rule, b->rule);
	ck_assert_ptr_eq(a->trigger, b->trigger);
	ck_assert_int_eq(a->status, b->status);
	ck_assert_int_eq(a->owed_by_state, b->owed_by_state);
	expect_same_time(&a->start, &b->start);
	expect_same_time(&a->due, &b->due);
	expect_same_time(&a->extended_to, &b->extended_to);
	expect_same_time(&a->done, &b->done);
	ck_assert_int_eq(a->days_left, b->days_left);
	ck_assert(a->has_days_left == b->has_days_left);
	ck_assert_int_eq(a->edition, b->edition);
	ck_assert_int_eq(a->basis, b->basis);
	ck_assert(a->list_ended == b->list_ended);
}

/* Another context, mostly of the same calendar. */
static void next_context(struct world *w, const struct icj_calendar *const *cal)
{
	const icj_date editions[] = {
		ICJ_DATE_NONE, ICJ_DATE_NONE, ED_2013, ED_2015, ED_2022,
	};

	w->ctx.edition = editions[roll(5)];
	w->ctx.as_of.date = icj_date_of(2015, 1, 1) + (icj_date)roll(300);
	w->ctx.strict = roll(3) == 0;
	if (roll(20) == 0)
		w->ctx.whose = (enum icj_whose)roll(3);
	if (roll(20) == 0)
		w->ctx.calendar = cal[roll(3)];
}

/* A case of few days, so that they come again. */
static void next_case(struct world *w)
{
	const struct icj_field *field;
	uint32_t one_of = 1 + roll(8);
	char buf[16];

	icj_case_reset(w->c);
	for (size_t f = 0; (field = icj_field_at(f)); f++) {
		if (roll(one_of) > 0)
			continue;
		set_some(w, field);
		if (field->type != ICJ_DATE)
			continue;
		icj_date_format(icj_date_of(2015, 6, 20) +
		    (icj_date)roll(18), buf);
		state_fact(w, field->name, buf);
	}
}

START_TEST(counts_found_again_are_the_same)
{
	static struct icj_due plain, counted;
	const struct icj_vouch vouch = {icj_state_find("TX", 2),
	    icj_date_of(2015, 7, 3)};
	struct icj_counts *n = icj_counts_new();
	const struct icj_calendar *cal[3];
	struct icj_calendar *own[2];
	struct world w;

	make_world(&w);
	ck_assert_ptr_nonnull(n);
	cal[0] = own[0] = icj_calendar_new(NULL, 0, NULL, 0);
	cal[1] = own[1] = icj_calendar_new(w.closed, CLOSURES, &vouch, 1);
	cal[2] = w.cal;
	w.ctx.calendar = cal[_i];
	for (int round = 0; round < 3000; round++) {
		next_context(&w, cal);
		next_case(&w);
		for (size_t i = 0; icj_due(w.c, &w.ctx, i, &plain); i++) {
			ck_assert(icj_due_counted(w.c, &w.ctx, n, i,
			    &counted));
			expect_same(&plain, &counted);
		}
		ck_assert(!icj_due_counted(w.c, &w.ctx, n, DUTY_IDS, &plain));
	}
	icj_counts_free(n);
	icj_counts_free(NULL);
	icj_calendar_free(own[0]);
	icj_calendar_free(own[1]);
	end_world(&w);
}
END_TEST

/* A year of closures makes a note too long to be kept. */
START_TEST(long_notes_are_counted_again)
{
	static struct icj_due plain, counted;
	struct icj_closure closed[CLOSURES];
	struct icj_counts *n = icj_counts_new();
	struct icj_calendar *cal;
	struct world w;

	make_world(&w);
	for (int i = 0; i < CLOSURES; i++)
		closed[i] = (struct icj_closure){
			icj_date_of(2015, 3, 2) + 2 * i, 0, false,
			"closed for a reason that takes some words to tell",
		};
	cal = icj_calendar_new(closed, CLOSURES, NULL, 0);
	w.ctx.calendar = cal;
	for (int round = 0; round < 3; round++)
		for (icj_date day = icj_date_of(2015, 2, 10);
		    day < icj_date_of(2015, 3, 10); day++) {
			set_date(&w, F_case_received, day);
			ask(&w, FORWARD_CASE, &plain);
			ck_assert(icj_due_counted(w.c, &w.ctx, n,
			    FORWARD_CASE, &counted));
			expect_same(&plain, &counted);
		}
	ck_assert_uint_gt(plain.note_len, 94);
	icj_counts_free(n);
	icj_calendar_free(cal);
	end_world(&w);
}
END_TEST

/* A day out of range is none: nothing overflows, nothing is overdue. */
START_TEST(no_day_at_all)
{
	static const icj_date days[] = {INT32_MAX, INT32_MIN + 1,
		ICJ_DATE_MAX + 1, ICJ_DATE_MIN - 1, ICJ_DATE_NONE};
	const char sent[] = "referral_received";
	struct icj_calendar *federal = icj_calendar_new(NULL, 0, NULL, 0);
	struct icj_case *c = icj_case_new();
	struct icj_due due;

	icj_case_set(c, icj_field_find(sent, strlen(sent)), "2015-03-02", 10);
	for (size_t k = 0; k < 5; k++) {
		struct icj_context ctx = {.edition = ICJ_DATE_NONE,
		    .calendar = federal, .as_of = {days[k], ICJ_NO_CLOCK, ICJ_NO_OFFSET}};

		icj_due(c, &ctx, icj_due_next(c, 0), &due);
		ck_assert_int_eq(due.status, ICJ_DUE_UNKNOWN);
		ck_assert(!due.has_days_left);
		ck_assert(!due.past_due);
	}
	icj_calendar_free(federal);
	icj_case_free(c);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("duty");
	TCase *again = tcase_create("again");
	TCase *begun = tcase_create("begun");
	TCase *table = tcase_create("table");
	TCase *any = tcase_create("any");
	TCase *shown = tcase_create("shown");

	tcase_set_timeout(any, 60);
	tcase_add_test(table, every_row_is_whole);
	tcase_add_test(table, no_day_at_all);
	tcase_add_test(table, rows_follow_the_list_of_duties);
	tcase_add_test(table, ids_are_unique_and_in_rulebook_order);
	tcase_add_test(table, names_are_known);
	tcase_add_loop_test(any, business_days_agree_with_a_walk, 0, 20);
	tcase_add_loop_test(any, hours_agree_with_a_wait, 0, 5);
	tcase_add_loop_test(any, the_note_names_the_days_skipped, 0, 5);
	tcase_add_test(any, a_year_of_closures_only_shortens_the_note);
	tcase_add_test(any, a_list_that_ends_is_flagged);
	tcase_add_test(shown, the_rule_of_a_return_follows_its_type);
	tcase_add_test(shown, the_owner_is_named);
	tcase_add_test(shown, nothing_starts_in_an_empty_case);
	tcase_add_test(shown,
	    without_an_as_of_moment_only_what_is_done_is_judged);
	tcase_add_test(shown, the_edition_is_that_of_the_start);
	suite_add_tcase(s, table);
	suite_add_tcase(s, any);
	tcase_add_test(begun, a_field_alone_begins_what_it_starts);
	tcase_add_test(begun, what_is_passed_over_has_no_start);
	tcase_add_test(begun,
	    nothing_is_next_in_an_empty_case_or_beyond_the_last);
	suite_add_tcase(s, shown);
	suite_add_tcase(s, begun);
	tcase_set_timeout(again, 60);
	tcase_add_loop_test(again, counts_found_again_are_the_same, 0, 3);
	tcase_add_test(again, long_notes_are_counted_again);
	suite_add_tcase(s, again);
	return s;
}
