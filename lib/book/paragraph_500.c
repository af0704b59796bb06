/* SPDX-License-Identifier: MIT */
/*
 * paragraph_500.c - Section 500 of the table of paragraphs: supervision in
 * the receiving state, until the case is closed.
 */
#include "book/paragraph.h"

#define SERVICES SINCE(ED_2014, \
	"2010-03-01; 2011-01-01; 2012-03-01; 2014-04-01"), .former = "4-104"
#define ABSCONDERS BETWEEN(ED_2013, ED_2016, "2013-04-01"), \
	.former = "6-104A"
#define VIOLATIONS SINCE(ED_2014, "2014-04-01")
#define CLOSURE SINCE(ED_2013, \
	"2010-03-01; 2011-01-01; 2012-03-01; 2013-04-01")

static const struct icj_paragraph rows[] = {
	{.cite = "500", .title = "Supervision in Receiving State",
	 STANDS(ED_2010, "2010-03-01"), .kinds = TITLE,
	 .says = "From acceptance to the closed file."},

	{.cite = "5-101", .title = "Supervision/Services Requirements",
	 SERVICES, .kinds = TITLE,
	 .says = "How the receiving state supervises, and who pays."},
	{.cite = "5-101(1)", SERVICES, .kinds = DUTY,
	 .says = "After acceptance the receiving state supervises as it does "
	  "its own probationers and parolees. Graduated sanctions are allowed "
	  "if it uses them for its own (Advisory Opinion 1-2010)."},
	{.cite = "5-101(2)", SERVICES, .kinds = PRED | COST,
	 .tool = SUPERVISE,
	 .says = "It may impose conditions that it would impose on its own, "
	  "at no cost to the sending state."},
	{.cite = "5-101(3)", SERVICES, .kinds = AUTH | COST,
	 .who = "sending or receiving state", .tool = SUPERVISE,
	 OF(enforcement)},
	{.cite = "5-101(4)", SERVICES, .kinds = DL, .tool = DEADLINE,
	 .forms = "progress report",
	 .says = "Written progress reports come at least once a quarter, and "
	  "more often when there are concerns or the placement changes.",
	 .reading = "a quarter is 90 calendar days from the last report; the "
	  "alternative is three calendar months"},
	{.cite = "5-101(5)", SERVICES, .kinds = BAN, .tool = SUPERVISE,
	 OF(supervise_fee)},
	{.cite = "5-101(6)", SERVICES, .kinds = COST | LIST,
	 .tool = AND(SUPERVISE, REFERRAL),
	 .says = "The sending state pays for treatment that its authority "
	  "ordered where neither the supervising agency nor Medicaid, "
	  "insurance or another payor provides it. The first referral says "
	  "who buys it.",
	 .reading = "payor of last resort; literally either lack is enough"},
	{.cite = "5-101(7)", SERVICES, .kinds = PRED, .tool = SUPERVISE,
	 OF(majority)},
	{.cite = "5-101(8)", SERVICES, .kinds = DUTY,
	 .says = "Restitution and fines go straight to the sending court or "
	  "agency, which names payee and schedule; the supervisor encourages "
	  "payment."},
	{.cite = "5-101(9)", SERVICES, .kinds = PRED,
	 .tool = AND(ELIGIBLE, SUPERVISE),
	 .later = "moved to the rule on eligibility, fines added",
	 .says = "To collect restitution, and nothing else, is no reason to "
	  "open a case."},

	{.cite = "5-102", .title = "Absconder Under ICJ Supervision",
	 ABSCONDERS, .kinds = TITLE,
	 .says = "What to do when a supervised juvenile cannot be found."},
	{.cite = "5-102(1)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(absconder_search)},
	{.cite = "5-102(1)(a)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_residence)},
	{.cite = "5-102(1)(b)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_school)},
	{.cite = "5-102(1)(c)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_family)},
	{.cite = "5-102(2)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 .forms = "violation report", .later = "Form IX",
	 OF(absconder_report),
	 .reading = "it has no number of its own; the 10 business days of "
	  "5-103 run from the discovery"},
	{.cite = "5-102(2)(a)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_address)},
	{.cite = "5-102(2)(b)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_last_contact)},
	{.cite = "5-102(2)(c)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_how)},
	{.cite = "5-102(2)(d)", ABSCONDERS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_charges)},
	{.cite = "5-102(3)", ABSCONDERS, .kinds = PRED,
	 .tool = AND(DEADLINE, SUPERVISE), .instead = ICJ_COMPUTED | ICJ_DATED,
	 .because = "the permission begins on a day that is computed",
	 OF(supervise_absconder),
	 .reading = "from the tenth business day on; the status begins when "
	  "it is reported"},
	{.cite = "5-102(4)", ABSCONDERS, .kinds = AUTH,
	 .who = "sending state",
	 OF(absconder_found)},

	{.cite = "5-103", .title = "Reporting Juvenile Non-Compliance, Failed "
	  "Placement and Retaking", VIOLATIONS, .kinds = DL, .tool = DEADLINE,
	 .later = "no number of days for the receiving state any more",
	 .says = "Conditions that were violated are reported to the sending "
	  "state within 10 business days.",
	 .reading = "counted from the discovery, not the event"},
	{.cite = "5-103(1)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 .forms = "violation report", .later = "Form IX",
	 .says = "The seven contents of a violation report."},
	{.cite = "5-103(1)(a)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_date)},
	{.cite = "5-103(1)(b)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_description)},
	{.cite = "5-103(1)(c)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_status)},
	{.cite = "5-103(1)(d)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 .says = "Papers in support, such as police reports or drug tests."},
	{.cite = "5-103(1)(e)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_efforts)},
	{.cite = "5-103(1)(f)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_sanctions)},
	{.cite = "5-103(1)(g)", VIOLATIONS, .kinds = LIST, .tool = SUPERVISE,
	 OF(supervise_recommendation)},
	{.cite = "5-103(2)", VIOLATIONS, .kinds = DL | LIST,
	 .tool = AND(DEADLINE, SUPERVISE),
	 .says = "The sending state answers within 10 business days of "
	  "receipt: what it will do, be it only to continue, and when.",
	 .reading = "every violation report, and an answer without the day is "
	  "incomplete"},
	{.cite = "5-103(3)", VIOLATIONS, .kinds = AUTH,
	 .who = "sending state", .tool = RETURN,
	 .says = "The decision to retake is the sending state's and final; "
	  "the receiving state does not review it."},
	{.cite = "5-103(3)(a)", VIOLATIONS, .kinds = BAN,
	 .tool = AND(RETURN, SUPERVISE),
	 .says = "A juvenile suspected of an offense in the receiving state "
	  "is not retaken without its consent until that matter is over.",
	 .reading = "suspicion is enough; charges are 7-103's"},
	{.cite = "5-103(3)(b)", VIOLATIONS, .kinds = PRED,
	 .tool = AND(RETURN, SUPERVISE),
	 .forms = "Form IA/VI",
	 .says = "With a signed Form IA/VI no further court procedure is "
	  "needed."},
	{.cite = "5-103(3)(c)", VIOLATIONS, .kinds = AUTH, .tool = RETURN,
	 .who = "accredited officer of the sending state",
	 OF(retaking_officer)},
	{.cite = "5-103(3)(d)", VIOLATIONS, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "The sending state brings the juvenile back safely within 5 "
	  "business days; both ICJ Offices together may extend that.",
	 .reading = "counted from the decision to retake; no cap"},
	{.cite = "5-103(3)(e)", VIOLATIONS, .kinds = DUTY,
	 .says = "Member states let the transport pass."},
	{.cite = "5-103(4)", VIOLATIONS, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "After a failed placement the sending ICJ Office arranges "
	  "the transport within 5 business days, in two cases.",
	 .reading = "counted from the notice of the failed placement; no "
	  "extension is mentioned"},
	{.cite = "5-103(4)(a)", VIOLATIONS, .kinds = PRED, .tool = DEADLINE,
	 .row = "5-103(4)",
	 .says = "A legal guardian remains in the sending state.",
	 .reading = "or a legal custodian, whom 4-104(6) names"},
	{.cite = "5-103(4)(b)", VIOLATIONS, .kinds = PRED, .tool = DEADLINE,
	 .row = "5-103(4)",
	 .says = "It was a student's placement.",
	 .reading = "a full-time student"},

	{.cite = "5-104", .title = "Closure of Cases", CLOSURE,
	 .kinds = TITLE, .says = "Who ends a case, and when."},
	{.cite = "5-104(1)", CLOSURE, .kinds = AUTH, .who = "sending state",
	 .tool = SUPERVISE,
	 OF(discharge)},
	{.cite = "5-104(1)(a)", CLOSURE, .kinds = PRED | LIST,
	 .tool = SUPERVISE, .forms = "adult court order",
	 OF(supervise_adult),
	 .reading = "equally long is not longer"},
	{.cite = "5-104(1)(b)", CLOSURE, .kinds = DL,
	 .tool = AND(DEADLINE, SUPERVISE), .forms = "summary report",
	 .says = "The order or the longest period runs out: the receiving "
	  "state sends a summary and notice, and may close after 5 business "
	  "days unless told otherwise."},
	{.cite = "5-104(2)", CLOSURE, .kinds = DL,
	 .tool = AND(DEADLINE, SUPERVISE),
	 .says = "The placement is made within 90 calendar days of the "
	  "acceptance, or the receiving state may close with written notice; "
	  "the sending state may ask for more time, with a reason, or submit "
	  "again later.",
	 .reading = "the receiving office grants the time"},
	{.cite = "5-104(3)", CLOSURE, .kinds = DL | AUTH,
	 .who = "appropriate authority of the sending state",
	 .tool = DEADLINE, .forms = "discharge report",
	 .says = "The receiving state may ask for an early release. The "
	  "sending state decides, and sends the discharge or a written "
	  "refusal within 60 calendar days.",
	 .reading = "counted from the request, whatever the answer"},
	{.cite = "5-104(4)", CLOSURE, .kinds = PRED,
	 .tool = AND(DEADLINE, SUPERVISE), .instead = ICJ_COMPUTED | ICJ_DATED,
	 .because = "the permission begins on a day that is computed",
	 OF(supervise_absconder_again)},
	{.cite = "5-104(5)", CLOSURE, .kinds = DUR, .tool = DEADLINE,
	 .says = "The ICJ Office keeps a closed file for a year before it may "
	  "be destroyed.",
	 .reading = "through the anniversary; of 29 February, the 28th"},
};

PART(500);
