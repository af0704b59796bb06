/* SPDX-License-Identifier: MIT */
/* ask-libicj.c - one question and the duties, from C.
 *	cc ask-libicj.c $(pkg-config --cflags --libs icj) -o ask-libicj */
#include <icj.h>
#include <stdio.h>
#include <string.h>

static const char *const facts[][2] = {
	{"juvenile_in_sending_state", "yes"}, {"under_jurisdiction", "yes"},
	{"adjudication", "adjudicated-delinquent"}, {"plan_days", "90"},
	{"supervision_days_left", "200"}, {"residence", "relative"},
	{"supervision", "probation"}, {"packet_received", "2015-02-26"},
	{"sending_state", "CO"}, {"receiving_state", "TX"},
};

int main(void)
{
	struct icj_closure furlough = {icj_date_of(2015, 3, 2),
		icj_state_find("CO", 2), false, "furlough"};
	struct icj_calendar *cal = icj_calendar_new(&furlough, 1, NULL, 0);
	struct icj_context ctx = {.edition = ICJ_DATE_NONE, .calendar = cal,
		.as_of = {icj_date_of(2015, 3, 4), ICJ_NO_CLOCK, ICJ_NO_OFFSET}};
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	const struct icj_finding *f = NULL;
	struct icj_due due;
	char day[32];

	if (!cal || !c || !r)
		return 1;
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (icj_case_set(c, icj_field_find(facts[i][0],
		    strlen(facts[i][0])), facts[i][1],
		    strlen(facts[i][1])) != ICJ_OK)
			return 1;
	printf("eligible: %s\n", icj_tri_name(icj_eligible(c, &ctx, r)));
	while ((f = icj_report_next(r, f)))
		printf("  %-15s %s\n", icj_finding_rule(f)->cite,
		    icj_status_name(icj_finding_status(f)));
	for (size_t i = 0; icj_due(c, &ctx, i, &due); i++)
		if (due.status == ICJ_DUE_DUE)
			printf("%s: %s, due\n", due.duty.id,
			    icj_time_format(&due.due, day));
	icj_report_free(r);
	icj_case_free(c);
	icj_calendar_free(cal);
	return 0;
}
