/* SPDX-License-Identifier: MIT */
/*
 * paragraph_700.c - Section 700 of the table of paragraphs: what every return
 * needs besides, from costs to airports.
 */
#include "book/paragraph.h"

#define COSTS BETWEEN(ED_2011_FEB, ED_2016, "2010-03-01; 2011-02-04"), \
	.former = "6-105"
#define SAFETY SINCE(ED_2014, \
	"2010-03-01; 2011-01-01; 2011-02-04; 2014-04-01"), .former = "6-106"
#define CHARGES SINCE(ED_2010, "2010-03-01"), .former = "6-107"
#define WARRANTS BETWEEN(ED_2011, ED_2016, "2010-03-01; 2011-01-01"), \
	.former = "6-108"
#define DETENTION SINCE(ED_2011, "2010-03-01; 2011-01-01"), \
	.former = "6-109"
#define TRANSPORT SINCE(ED_2011, "2010-03-01; 2011-01-01"), \
	.former = "6-110"
#define AIRPORTS BETWEEN(ED_2012, ED_2016, \
	"2010-03-01; 2011-02-04; 2012-03-01"), .former = "6-111"
#define EMERGENCIES BETWEEN(ED_2010, ED_2012, "2010-03-01"), \
	.former = "6-112", .later = "rescinded, merged into 7-107(4)"

static const struct icj_paragraph rows[] = {
	{.cite = "700", .title = "Additional Return Requirements for Sections "
	  "500 and 600", STANDS(ED_2010, "2010-03-01"), .kinds = TITLE,
	 .says = "Costs, safety, charges, warrants, detention and transport."},

	{.cite = "7-101", .title = "Financial Responsibility", COSTS,
	 .kinds = DL | COST, .tool = AND(DEADLINE, RETURN),
	 .row = "7-101; 7-105(2)",
	 .later = "the sending state, too; later extended by 5 days at most",
	 .says = "The home or demanding state arranges and pays for the "
	  "transport and brings the juvenile back within 5 business days of "
	  "the holding ICJ Office's notice that due process is met: a signed "
	  "consent, a signed memorandum and waiver, or a requisition honored. "
	  "Both offices may extend that.",
	 .reading = "no cap on the extension"},

	{.cite = "7-102", .title = "Public Safety", SAFETY, .kinds = TITLE,
	 .says = "Safe transport."},
	{.cite = "7-102(1)", SAFETY, .kinds = DUTY, .tool = RETURN,
	 .says = "The home ICJ Office settles what keeps the public and the "
	  "juvenile safe, by both states' assessments."},
	{.cite = "7-102(2)", SAFETY, .kinds = PRED, .tool = RETURN,
	 .says = "If it finds a risk of harm to self or others the juvenile "
	  "does not travel alone."},

	{.cite = "7-103", .title = "Charges Pending in Holding/Receiving State",
	 CHARGES, .kinds = BAN, .tool = AND(RETURN, SUPERVISE),
	 .later = "consent of both states' courts and offices",
	 .says = "While charges are pending where the juvenile is, a return "
	  "needs that state's consent or the end of the charges."},

	{.cite = "7-104", .title = "Warrants", WARRANTS, .kinds = TITLE,
	 .says = "Warrants across states."},
	{.cite = "7-104(1)", WARRANTS, .kinds = DL, .tool = DEADLINE,
	 .says = "Warrants are entered into the NCIC and honored as entered. "
	  "The home state's ICJ Office hears of the custody within the next "
	  "business day and says within 2 business days of that whether it "
	  "wants the juvenile back."},
	{.cite = "7-104(2)", WARRANTS, .kinds = BAN, .tool = RETURN,
	 .later = "never released on bond",
	 .says = "A warrant entered as one without bond or bail keeps the "
	  "juvenile from being released on either, even where the holding "
	  "state's law allows it; the hearing of 7-105 remains."},

	{.cite = "7-105", .title = "Custodial Detention", DETENTION,
	 .kinds = TITLE,
	 .says = "How long a return may take, and who bears the detention."},
	{.cite = "7-105(1)", DETENTION, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "The home ICJ Office effects the return within 5 business "
	  "days of confirmed notice that due process is met; both offices may "
	  "extend that.",
	 .reading = "one duty with 7-101; no cap"},
	{.cite = "7-105(2)", DETENTION, .kinds = COST, .tool = RETURN,
	 .later = "moved to 7-101",
	 .says = "Detention is not reimbursed unless the home state misses "
	  "that time.",
	 .reading = "as extended"},
	{.cite = "7-105(3)", DETENTION, .kinds = DL | PRED,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "Within 10 business days after such a failure a court of the "
	  "holding state hears the grounds for detention. It may discharge "
	  "the juvenile to a parent, guardian or their designee if detention "
	  "is not appropriate or no hearing was held in time.",
	 .reading = "day 0 is the missed due date, extended or not"},

	{.cite = "7-106", .title = "Transportation", TRANSPORT, .kinds = TITLE,
	 .says = "To the airport, with what in the bag."},
	{.cite = "7-106(1)", TRANSPORT, .kinds = DUTY, .tool = RETURN,
	 OF(kept_until_departure)},
	{.cite = "7-106(2)", TRANSPORT, .kinds = DUTY,
	 .says = "The home state tries for the airport that the holding state "
	  "prefers, in business hours; the holding state approves exceptions."},
	{.cite = "7-106(3)", TRANSPORT, .kinds = BAN | LIST, .tool = RETURN,
	 .says = "Belongings that could endanger anybody are not handed back, "
	  "such as weapons, lighters, cigarettes, medication, a change of "
	  "clothes, a phone.",
	 .reading = "examples; the list is not complete"},
	{.cite = "7-106(4)", TRANSPORT, .kinds = DUTY | COST, .tool = RETURN,
	 .row = "7-106(3)",
	 .says = "They go to the parents or guardians by carrier, cash on "
	  "delivery or at the demanding state's expense."},
	{.cite = "7-106(5)", TRANSPORT, .kinds = LIST, .tool = RETURN,
	 OF(identification),
	 .reading = "at least one of them"},

	{.cite = "7-107", .title = "Airport Supervision", AIRPORTS,
	 .kinds = TITLE, .says = "Juveniles who change planes alone."},
	{.cite = "7-107(1)", AIRPORTS, .kinds = DUTY, .tool = RETURN,
	 .row = "7-107(3)",
	 .says = "Every state supervises and helps unescorted juveniles at "
	  "airports on their way home."},
	{.cite = "7-107(2)", AIRPORTS, .kinds = DUTY,
	 OF(airport_supervised)},
	{.cite = "7-107(3)", AIRPORTS, .kinds = PRE,
	 .tool = AND(DEADLINE, RETURN),
	 .later = "a request, with exceptions",
	 .says = "The home state tells the state of the airport at least 48 "
	  "hours ahead.",
	 .reading = "plain hours, weekends count"},
	{.cite = "7-107(4)", AIRPORTS, .kinds = DUTY,
	 .says = "If weather, a delay or a missed flight upsets the plan, "
	  "member states help, with shelter or temporary detention, until the "
	  "journey goes on."},

	{.cite = "7-108", .title = "Provision of Emergency Services",
	 EMERGENCIES, .kinds = RES,
	 .says = "What 7-107(4) says now: help when a journey is interrupted."},
};

PART(700);
