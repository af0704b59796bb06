/* SPDX-License-Identifier: MIT */
/*
 * ask-libicj.c - one question, one duty, from C.
 *
 *   cc ask-libicj.c $(pkg-config --cflags --libs icj) -o ask-libicj
 */
#include <icj.h>

#include <stdio.h>
#include <string.h>

static bool state_fact(struct icj_case *c, const char *name, const char *value)
{
	const struct icj_field *f = icj_field_find(name, strlen(name));

	return f && icj_case_set(c, f, value, strlen(value)) == ICJ_OK;
}

static void ask(struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r)
{
	const struct icj_finding *f = NULL;

	printf("eligible: %s\n", icj_tri_name(icj_eligible(c, ctx, r)));
	while ((f = icj_report_next(r, f)))
		printf("  %-15s %s\n", icj_finding_rule(f)->cite,
		    icj_status_name(icj_finding_status(f)));
}

static void date(struct icj_case *c, const struct icj_context *ctx,
    const char *id)
{
	struct icj_due due;
	char day[32];

	for (size_t i = 0; icj_due(c, ctx, i, &due); i++)
		if (strcmp(due.duty->id, id) == 0)
			printf("%s: %s, %s\n", id, icj_time_format(&due.due,
			    day), icj_due_status_name(due.status));
}

int main(void)
{
	static const char *const facts[][2] = {
		{"juvenile_in_sending_state", "yes"},
		{"adjudication", "adjudicated-delinquent"},
		{"under_jurisdiction", "yes"}, {"plan_days", "90"},
		{"supervision_days_left", "200"}, {"residence", "relative"},
		{"receiving_state", "TX"}, {"packet_received", "2015-02-26"},
		{"sending_state", "CO"}, {"supervision", "probation"},
	};
	struct icj_closure furlough = {icj_date_of(2015, 3, 2),
		icj_state_find("CO", 2), false, "furlough"};
	struct icj_calendar *calendar = icj_calendar_new(&furlough, 1, NULL, 0);
	struct icj_context ctx = {
		.edition = ICJ_DATE_NONE, /* the one in force at each step */
		.as_of = {icj_date_of(2015, 3, 4), ICJ_NO_CLOCK, ICJ_NO_OFFSET},
		.calendar = calendar,
	};
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	bool fine = calendar && c && r;

	for (size_t i = 0; fine && i < sizeof(facts) / sizeof(facts[0]); i++)
		fine = state_fact(c, facts[i][0], facts[i][1]);
	if (fine) {
		ask(c, &ctx, r);
		date(c, &ctx, "probation-referral");
	}
	icj_report_free(r);
	icj_case_free(c);
	icj_calendar_free(calendar);
	return fine ? 0 : 1;
}
