/* SPDX-License-Identifier: MIT */
/*
 * paragraph_900.c - Section 900 of the table of paragraphs: disputes,
 * enforcement, leaving the compact, and the transition rule that expired.
 * Two rules are numbered 9-101.
 */
#include "book/paragraph.h"
#include "time/text.h"
#include "facts/state.h"

#define INFORMAL SINCE(ED_2010, "2010-03-01; 2015-02-04")
#define COURTS STANDS(ED_2010, "2010-03-01")
#define TRANSITION BETWEEN(ICJ_DAY(2009, 12, 3), ICJ_DAY(2011, 7, 1), \
	"not recorded"), .later = "expired with 2011-06-30"

static const struct icj_paragraph rows[] = {
	{.cite = "900", .title = "Dispute Resolution, Enforcement, Withdrawal, "
	  "and Dissolution", SINCE(ED_2015, "not recorded"), .kinds = NC,
	 .says = "States report to the Commission what running the compact "
	  "and keeping to it takes. On request the Commission tries to settle "
	  "disputes between states, also with those outside of the compact, "
	  "and it enforces the compact by the means of Article XI."},

	{.cite = "9-101", .title = "Informal Communication to Resolve Disputes "
	  "or Controversies and Obtain Interpretation of the Rules", INFORMAL,
	 .kinds = TITLE, .says = "Talking first."},
	{.cite = "9-101(1)", INFORMAL, .kinds = DUTY,
	 OF(dispute_direct)},
	{.cite = "9-101(2)", INFORMAL, .kinds = TITLE,
	 .says = "What follows when that fails."},
	{.cite = "9-101(2)(a)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "After an attempt that failed and is documented the states "
	  "go the informal way before any formal one."},
	{.cite = "9-101(2)(b)", INFORMAL, .kinds = DL, .tool = DEADLINE,
	 .later = "on a form",
	 .says = "They ask the Executive Director for help in writing, who, "
	  "or the Chair in the Director's absence, answers in writing within "
	  "10 business days and may bring in counsel, the Executive Committee "
	  "or its committees.",
	 .reading = "counted from the receipt of the request"},
	{.cite = "9-101(2)(c)", INFORMAL, .kinds = BAN, .tool = VOTE,
	 .says = "An officer or committee member whose state is a party keeps "
	  "out of the decision."},
	{.cite = "9-101(3)", INFORMAL, .kinds = DUTY, .tool = RETURN,
	 .says = "A state may ask the Executive Director in writing how a "
	  "rule is to be read. The interpretation is written, with counsel "
	  "and the Executive Committee, and goes to all states."},

	{.cite = "9-102", .title = "Formal Resolution of Disputes and "
	  "Controversies", INFORMAL, .kinds = TITLE,
	 .says = "Mediation and arbitration."},
	{.cite = "9-102(1)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "What 9-101 leaves unsettled may go to mediation and "
	  "arbitration."},
	{.cite = "9-102(1)(a)", INFORMAL, .kinds = TITLE,
	 .says = "Mediation."},
	{.cite = "9-102(1)(a)(1)", INFORMAL, .kinds = AUTH,
	 .who = "a party to the dispute, or the Executive Committee",
	 OF(mediation)},
	{.cite = "9-102(1)(a)(2)", INFORMAL, .kinds = AUTH,
	 .who = "Executive Committee",
	 .says = "The Executive Committee appoints a mediator from an "
	  "approved list; the procedure is the customary one."},
	{.cite = "9-102(1)(b)", INFORMAL, .kinds = TITLE,
	 .says = "Arbitration."},
	{.cite = "9-102(1)(b)(1)", INFORMAL, .kinds = AUTH,
	 .who = "Executive Committee",
	 OF(arbitration)},
	{.cite = "9-102(1)(b)(2)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "One neutral arbitrator at least, three at most, from the "
	  "Commission's list."},
	{.cite = "9-102(1)(b)(3)", INFORMAL, .kinds = NC,
	 OF(arbitration_procedure)},
	{.cite = "9-102(1)(b)(4)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 OF(arbitration_association)},
	{.cite = "9-102(1)(b)(5)", INFORMAL, .kinds = COST, .tool = VOTE,
	 .says = "The loser bears all costs, the arbitrator's fees and the "
	  "winner's attorneys included."},
	{.cite = "9-102(1)(b)(6)", INFORMAL, .kinds = AUTH,
	 .who = "arbitrator",
	 OF(arbitration_sanctions)},
	{.cite = "9-102(1)(b)(7)", INFORMAL, .kinds = AUTH,
	 .who = "any court with jurisdiction",
	 .says = "A court may enter judgment on the award."},

	{.cite = "9-103", .title = "Enforcement Actions Against a Defaulting "
	  "State", INFORMAL, .kinds = TITLE, .says = "When a state defaults."},
	{.cite = "9-103(1)", INFORMAL, .kinds = DUTY,
	 .later = "sanctions by policy",
	 OF(default_sanctions)},
	{.cite = "9-103(2)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "Having found a default the Commission may impose one or "
	  "more of four penalties."},
	{.cite = "9-103(2)(a)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "Training and technical help."},
	{.cite = "9-103(2)(b)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "Mediation or arbitration."},
	{.cite = "9-103(2)(c)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "Reasonable fines, fees and costs, as the Commission fixes "
	  "them."},
	{.cite = "9-103(2)(d)", INFORMAL, .kinds = PRED | LIST, .tool = VOTE,
	 .says = "Suspension or termination, only once all other reasonable "
	  "means are spent. Notice goes at once to the governor, the chief "
	  "justice or judge, the legislature's majority and minority leaders "
	  "and the State Council.",
	 .reading = "\"at once\" has no number"},
	{.cite = "9-103(3)", INFORMAL, .kinds = DL | PRED, .tool = VOTE,
	 .instead = ICJ_COMPUTED | ICJ_UNMEASURED,
	 .because = "the notice is due at once and the Commission sets the "
	  "time to cure: no number stands in the text",
	 .says = "The state is told at once and in writing of the default, "
	  "the time to cure it and a possible penalty. If that time passes, "
	  "an affirmative majority of the compacting states may terminate it; "
	  "its rights end with the day of the suspension."},
	{.cite = "9-103(4)", INFORMAL, .kinds = DL,
	 .tool = AND(DEADLINE, VOTE),
	 .says = "Within 60 days of a termination's effect the Commission "
	  "tells the same officials.",
	 .reading = "calendar days"},
	{.cite = "9-103(5)", INFORMAL, .kinds = COST, .tool = VOTE,
	 .says = "The state answers for what it owed through that day, also "
	  "where performance reaches beyond."},
	{.cite = "9-103(6)", INFORMAL, .kinds = COST, .tool = VOTE,
	 OF(default_costs)},
	{.cite = "9-103(7)", INFORMAL, .kinds = PRED, .tool = VOTE,
	 .says = "It comes back by enacting the compact anew and with the "
	  "Commission's approval."},

	{.cite = "9-104", .title = "Judicial Enforcement", COURTS,
	 .kinds = PRED | COST, .tool = VOTE,
	 .says = "By a majority of the member states, and with counsel's "
	  "advice, the Commission may sue a state in default in the District "
	  "of Columbia or where its own office is. The loser pays the "
	  "winner's costs and reasonable attorneys' fees."},

	{.cite = "9-105", .title = "Dissolution and Withdrawal", COURTS,
	 .kinds = TITLE, .says = "How the compact, or a membership, ends."},
	{.cite = "9-105(1)", COURTS, .kinds = PRED, .tool = VOTE,
	 .says = "The compact dissolves on the day on which a withdrawal or "
	  "default leaves one member; its affairs are wound up and a surplus "
	  "is distributed by the by-laws."},
	{.cite = "9-105(2)", COURTS, .kinds = PRED | DL | COST,
	 .tool = AND(DEADLINE, VOTE),
	 .says = "A state leaves by repealing its statute, on the day of the "
	  "repeal's effect. It tells the Commission's chair at once when such "
	  "a bill is introduced; the Commission tells the others within 60 "
	  "days of receiving that. The state answers for what it owed through "
	  "the withdrawal and is back when it enacts the compact again or on "
	  "a later day that the Commission sets.",
	 .reading = "calendar days from the receipt"},

	{.cite = "9-101[expired]", .title = "Transition Rule", TRANSITION,
	 .kinds = RES,
	 .says = "For 12 months from the end of the second annual meeting, "
	  "between states that had and had not joined; those with a numbered "
	  "bill had from 2010-12-03 to 2011-06-30."},
	{.cite = "9-101[expired](1)", TRANSITION, .kinds = RES,
	 .says = "Among members the Commission's rules held."},
	{.cite = "9-101[expired](2)", TRANSITION, .kinds = RES,
	 .says = "Among others the rules of the administrators' association "
	  "as of December 2008."},
	{.cite = "9-101[expired](3)", TRANSITION, .kinds = RES,
	 .says = "Between the two the home or demanding state's rules."},
	{.cite = "9-101[expired](4)", TRANSITION, .kinds = RES,
	 .says = "What was begun went on until the juvenile was returned or "
	  "discharged."},
	{.cite = "9-101[expired](5)", TRANSITION, .kinds = RES,
	 .says = "Two neutrals, one from each side, could mediate."},
};

PART(900);
