/* SPDX-License-Identifier: MIT */
/*
 * paragraph_400.c - Section 400 of the table of paragraphs: the transfer of
 * supervision, from eligibility to acceptance.
 */
#include "book/paragraph.h"

#define WHO BETWEEN(ED_2014, ED_2016, \
	"2010-03-01; 2011-01-01; 2012-03-01; 2014-04-01")
#define STUDENTS BETWEEN(ED_2011, ED_2014, "2011-01-01"), \
	.later = "rescinded, merged into 4-101(2)(f)"
#define REFERRALS SINCE(ED_2014, \
	"2010-03-01; 2011-01-01; 2012-03-01; 2013-04-01; 2014-04-01")
#define DECISION SINCE(ED_2012, "2010-03-01; 2011-01-01; 2012-03-01"), \
	.former = "5-101"

static const struct icj_paragraph rows[] = {
	{.cite = "400", .title = "Transfer of Supervision",
	 STANDS(ED_2010, "2010-03-01"), .kinds = TITLE,
	 .says = "Who can be transferred, what goes out when, who decides."},

	{.cite = "4-101", .title = "Eligibility Requirements for the Transfer "
	  "of Supervision", WHO, .kinds = TITLE, .tool = ELIGIBLE,
	 .says = "Who is eligible."},
	{.cite = "4-101(1)", WHO, .kinds = DUTY | PRED, .tool = ELIGIBLE,
	 .says = "A member state processes every referral of a juvenile who "
	  "is under juvenile jurisdiction where he or she comes from.",
	 .reading = "computed as: both states are compacting states; the "
	  "receiving state's age limit does not matter"},
	{.cite = "4-101(2)", WHO, .kinds = BAN | PRED, .tool = ELIGIBLE,
	 .says = "Whoever is eligible relocates only in the way of the "
	  "compact; eligible is who meets all of (a) to (f).",
	 .later = "reside for relocate, from 2024-04-01"},
	{.cite = "4-101(2)(a)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 OF(classified_juvenile)},
	{.cite = "4-101(2)(b)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 OF(adjudicated_or_deferred),
	 .reading = "the accused, non-offenders and the non-adjudicated are "
	  "not eligible, whatever 1-101 says of the last"},
	{.cite = "4-101(2)(c)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 OF(under_jurisdiction)},
	{.cite = "4-101(2)(d)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 OF(stay_over_90_days),
	 .reading = "91 days are the least; both ends count; separate stays "
	  "are not added up"},
	{.cite = "4-101(2)(e)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 OF(supervision_left),
	 .reading = "calendar days from the submission by the sending state; "
	  "91 are the least"},
	{.cite = "4-101(2)(f)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 .says = "One of two ways to live there."},
	{.cite = "4-101(2)(f)(1)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 OF(joins_household),
	 .reading = "custody counts as a residential facility"},
	{.cite = "4-101(2)(f)(2)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 OF(full_time_student),
	 .reading = "the exclusion of facilities belongs to (1) only"},
	{.cite = "4-101(3)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 .says = "The compact on the placement of children may cover the "
	  "child as well; neither keeps the other out."},
	{.cite = "4-101(4)", WHO, .kinds = PRED, .tool = ELIGIBLE,
	 .row = "4-101(2)(a); 4-101(2)(b)",
	 OF(not_eligible),
	 .reading = "the rules of transfer: returns and permits have "
	  "conditions of their own"},

	{.cite = "4-101A", .title = "Transfer of Students", STUDENTS,
	 .kinds = RES, .says = "Transfers to a school."},
	{.cite = "4-101A(1)", STUDENTS, .kinds = RES,
	 .says = "The receiving state considered full-time students with "
	  "proof of enrollment for supervision."},
	{.cite = "4-101A(2)", STUDENTS, .kinds = RES,
	 .says = "They were supervised by what was 4-104 then and is 5-101 "
	  "now."},
	{.cite = "4-101A(3)", STUDENTS, .kinds = RES,
	 .says = "If the placement failed the sending state brought them "
	  "back, by 6-104 then and 5-103(4)(b) now."},

	{.cite = "4-102", .title = "Sending and Receiving Referrals",
	 REFERRALS, .kinds = DL | DUTY | BAN | PRED,
	 .tool = AND(DEADLINE, REFERRAL),
	 .later = "sending responsible until arrival, too",
	 .says = "An ICJ Office forwards every case within 5 business days of "
	  "getting it. Nobody is supervised before the receiving ICJ Office "
	  "approves in writing; until it accepts, the sending state stays "
	  "responsible.",
	 .reading = "the five days run at each hop; reporting instructions of "
	  "4-103(2)(d) are an exception"},
	{.cite = "4-102(1)", REFERRALS, .kinds = NC,
	 OF(office_policies)},
	{.cite = "4-102(2)", REFERRALS, .kinds = DUTY,
	 .says = "Requests and arrangements pass between ICJ Offices."},
	{.cite = "4-102(3)", REFERRALS, .kinds = DUTY, .tool = REFERRAL,
	 OF(referral_kinds)},
	{.cite = "4-102(3)(a)", REFERRALS,
	 .kinds = PRE | LIST | PRED | DL,
	 .tool = AND(AND(DEADLINE, REFERRAL), PERMIT),
	 .forms = "Form IV; Form IA/VI; Order of Commitment; Form V; Travel "
	  "Permit Form",
	 .says = "Parole: a complete referral goes out 45 calendar days "
	  "before the expected arrival; parole conditions follow on release, "
	  "Form V before the placement. Where the juvenile must move earlier, "
	  "in the guardian situation of 4-104(4), the sending state decides "
	  "on a travel permit, explains in writing and sends the complete "
	  "referral within 10 business days of issuing the permit.",
	 .reading = "counted from the issue of the permit; the 45 days and "
	  "the 5 of the lead both apply"},
	{.cite = "4-102(3)(b)", REFERRALS, .kinds = DL | LIST,
	 .tool = AND(DEADLINE, REFERRAL),
	 .forms = "Form IV; Form IA/VI; Order of Adjudication and Disposition; "
	  "Conditions of Probation; Form V",
	 .says = "Probation: a complete referral goes out within 5 business "
	  "days; the petition, the arrest reports or both belong to it. Form "
	  "V follows before the placement unless the juvenile lives there "
	  "already.",
	 .reading = "counted from the sending ICJ Office's receipt of the "
	  "packet"},
	{.cite = "4-102(4)", REFERRALS, .kinds = DUTY | BAN,
	 .tool = REFERRAL,
	 OF(more_documents),
	 .reading = "no clock stands still meanwhile"},
	{.cite = "4-102(5)", REFERRALS, .kinds = DL, .tool = DEADLINE,
	 .forms = "home evaluation form",
	 .says = "The receiving ICJ Office asks the local office to evaluate "
	  "the home within 30 calendar days of the referral's receipt."},
	{.cite = "4-102(6)", REFERRALS, .kinds = DL, .tool = DEADLINE,
	 .says = "Within 45 calendar days of receipt it sends the evaluation "
	  "and the decision, or explains the delay.",
	 .reading = "an explanation in time meets the duty; there is no cap "
	  "on the delay"},

	{.cite = "4-103", .title = "Transfer of Supervision Procedures for "
	  "Juvenile Sex Offenders", REFERRALS, .kinds = TITLE,
	 .says = "What is different for juvenile sex offenders."},
	{.cite = "4-103(1)", REFERRALS, .kinds = BAN,
	 .tool = REFERRAL,
	 .says = "None goes before the transfer is approved or reporting "
	  "instructions are issued, save under (2)."},
	{.cite = "4-103(2)", REFERRALS, .kinds = PRED,
	 .tool = AND(REFERRAL, PERMIT), .forms = "Travel Permit Form",
	 .says = "One who must join a custodial parent or legal guardian "
	  "elsewhere, none being left at home, may go before the acceptance "
	  "if the sending ICJ Office approves a travel permit."},
	{.cite = "4-103(2)(a)", REFERRALS, .kinds = LIST,
	 .tool = AND(REFERRAL, PERMIT), .forms = "Travel Permit Form",
	 .says = "The receiving state gets the permit and a written "
	  "explanation."},
	{.cite = "4-103(2)(b)", REFERRALS, .kinds = DL,
	 .tool = AND(DEADLINE, PERMIT),
	 .says = "The complete referral follows within 10 business days of "
	  "the permit's issue; the receiving state may speed it up."},
	{.cite = "4-103(2)(c)", REFERRALS, .kinds = DL, .tool = DEADLINE,
	 .says = "Within 5 business days of getting the permit the receiving "
	  "state says what registration and reporting it requires, if any; "
	  "the sending state tells the family in good time.",
	 .reading = "counted from the receiving state's receipt"},
	{.cite = "4-103(2)(d)", REFERRALS, .kinds = PRED, .tool = REFERRAL,
	 .row = "4-102",
	 .says = "The sending state stays responsible until acceptance; the "
	  "receiving state may supervise under its instructions."},
	{.cite = "4-103(3)", REFERRALS, .kinds = LIST, .tool = REFERRAL,
	 .forms = "Form IA/VI; Form IV; Form V; Order of Adjudication and "
	  "Disposition; Conditions of Probation",
	 .says = "Twelve items should come along: the forms, orders, "
	  "conditions and reports of other referrals, a risk assessment, "
	  "assessments for a safety plan if there are any, the history of the "
	  "behavior, facts on the victim, the plan of treatment. Parole "
	  "conditions follow on release.",
	 .reading = "expected, not blocking; 4-102(3) still requires its own "
	  "list"},
	{.cite = "4-103(4)", REFERRALS, .kinds = PRED, .tool = REFERRAL,
	 .forms = "home evaluation form",
	 .says = "The home evaluation keeps to local law; an unsuitable "
	  "placement may be denied as 4-104(4) says.",
	 .reading = "the exception of 4-104(4) holds here, too"},
	{.cite = "4-103(5)", REFERRALS, .kinds = DUTY,
	 .says = "The juvenile keeps to the receiving state's law on "
	  "registration, notification and DNA tests."},
	{.cite = "4-103(6)", REFERRALS, .kinds = DUTY,
	 OF(unregistered)},

	{.cite = "4-104", .title = "Authority to Accept/Deny Supervision",
	 DECISION, .kinds = TITLE,
	 OF(accept_or_deny)},
	{.cite = "4-104(1)", DECISION, .kinds = AUTH,
	 .who = "the receiving state's ICJ Administrator or designee",
	 .tool = REFERRAL, .later = "authorized Compact Office staff",
	 .says = "Only the receiving state's Administrator or designee "
	  "accepts or denies, having looked at what the investigator "
	  "recommends."},
	{.cite = "4-104(2)", DECISION, .kinds = LIST, .tool = REFERRAL,
	 .forms = "home evaluation form", .later = "Form VIII",
	 .says = "The signature of the Administrator, or of an authorized "
	  "agent, stands on the home evaluation form or comes with it."},
	{.cite = "4-104(3)", DECISION, .kinds = BAN, .tool = REFERRAL,
	 OF(referral_not_solely),
	 .reading = "both together, with nothing else, are none either"},
	{.cite = "4-104(4)", DECISION, .kinds = PRED, .tool = REFERRAL,
	 .says = "An unsuitable placement, or a lack of substantial "
	  "compliance, allows a denial; neither does once no custodial parent "
	  "or legal guardian is left in the sending state and one lives in "
	  "the receiving state.",
	 .reading = "the exception outweighs both grounds"},
	{.cite = "4-104(5)", DECISION, .kinds = WIN, .tool = DEADLINE,
	 .later = "before the departure, with Form V",
	 .says = "After the acceptance, in the 5 business days before the "
	  "departure, the juvenile learns how to report and the receiving "
	  "state that he or she is coming; not if already residing there.",
	 .reading = "a window up to the day of departure; earlier is noted, "
	  "not late"},
	{.cite = "4-104(6)", DECISION, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "If a placement fails while a legal custodian remains in the "
	  "sending state, its ICJ Office arranges the transport home within 5 "
	  "business days.",
	 .reading = "counted from the notice of the failed placement; the "
	  "same duty as 5-103(4)"},
};

PART(400);
