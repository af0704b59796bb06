/* SPDX-License-Identifier: MIT */
/*
 * paragraph_200.c - Section 200 of the table of paragraphs, the Commission's
 * own business: dues, data, rulemaking, communication, victims.
 */
#include "book/paragraph.h"
#include "book/book.h"

#define DUES_RULE STANDS(ED_2010, "2010-03-01")
#define DATA SINCE(ED_2014_OCT, \
	"2011-01-01; 2012-03-01; 2014-04-01; 2014-10-29")
#define RULEMAKING BETWEEN(ED_2014, ED_2022, \
	"2010-03-01; 2011-01-01; 2014-04-01"), .former = "7-101"
#define TALK BETWEEN(ED_2010, ED_2016, "2010-03-01"), .former = "4-105", \
	.later = "a summary on record instead of copied mail"
#define VICTIMS SINCE(ED_2012, "2010-03-01; 2011-02-04; 2012-03-01")

static const struct icj_paragraph rows[] = {
	{.cite = "200", .title = "General Provisions",
	 STANDS(ED_2010, "2010-03-01"), .kinds = TITLE,
	 .says = "Dues, data, the making of rules, communication and victims."},

	{.cite = "2-101", .title = "Dues Formula", DUES_RULE, .kinds = TITLE,
	 .tool = DUES,
	 .says = "What each state pays in a year."},
	{.cite = "2-101(1)", DUES_RULE, .kinds = PRE | AUTH,
	 .who = "Commission", .tool = AND(DEADLINE, VOTE),
	 .says = "The Commission fixes the formula. The public is told of a "
	  "proposed revision at least 30 days before the meeting on it.",
	 .reading = "calendar days"},
	{.cite = "2-101(2)", DUES_RULE, .kinds = DUTY, .tool = DUES,
	 .says = "The formula looks at the states' populations and at how "
	  "many juveniles move between them."},
	{.cite = "2-101(3)", DUES_RULE, .kinds = DL,
	 .instead = ICJ_UNMEASURED,
	 .because = "once a year, but no day of the year is named",
	 OF(dues_told)},
	{.cite = "2-101(4)", DUES_RULE, .kinds = FORMULA, .tool = DUES,
	 OF(dues_formula),
	 .reading = "half of the sum; --reading literal halves the second "
	  "share only; \"offenders\" are juveniles"},

	{.cite = "2-102", .title = "Data Collection", DATA, .kinds = TITLE,
	 .says = "What the Commission counts."},
	{.cite = "2-102(1)", DATA, .kinds = DUTY, .tool = TALLY,
	 .says = "The Commission keeps and reports figures on supervised "
	  "juveniles who move between states and on the return of those who "
	  "absconded, escaped, fled from charges or ran away. Before this "
	  "wording each state reported, by July 31 of every year."},

	{.cite = "2-103", .title = "Adoption of Rules and Amendments",
	 RULEMAKING, .kinds = PRED, .tool = VOTE,
	 .says = "Rules and changes to them need a majority of the "
	  "Commission's members.",
	 .reading = "(8) asks for a majority of a quorum and governs the "
	  "final vote"},
	{.cite = "2-103(1)", RULEMAKING, .kinds = DUTY,
	 .says = "The Rules Committee sees a proposal first, the whole "
	  "Commission last."},
	{.cite = "2-103(1)(a)", RULEMAKING, .kinds = PRED, .tool = VOTE,
	 .says = "A Commissioner or Designee may move a proposal at the "
	  "annual meeting; a majority of a quorum of those present must "
	  "agree."},
	{.cite = "2-103(1)(b)", RULEMAKING, .kinds = PRED, .tool = VOTE,
	 OF(vote_committee)},
	{.cite = "2-103(1)(c)", RULEMAKING, .kinds = PRED, .tool = VOTE,
	 OF(vote_region)},
	{.cite = "2-103(2)", RULEMAKING, .kinds = DL, .tool = DEADLINE,
	 .says = "The Rules Committee drafts, posts each written comment as "
	  "it comes, and has a final draft ready by the next annual meeting "
	  "that falls in an odd year.",
	 .reading = "a meeting on the day of the proposal does not count"},
	{.cite = "2-103(3)", RULEMAKING, .kinds = PRE | LIST,
	 .tool = AND(DEADLINE, VOTE),
	 .says = "Text and reason of a proposal stand on the Commission's "
	  "website no later than 30 days before the meeting that votes on it.",
	 .reading = "calendar days"},
	{.cite = "2-103(4)", RULEMAKING, .kinds = LIST, .tool = VOTE,
	 .says = "What each proposal has to announce."},
	{.cite = "2-103(4)(a)", RULEMAKING, .kinds = LIST, .tool = VOTE,
	 OF(vote_notice_hearing)},
	{.cite = "2-103(4)(b)", RULEMAKING, .kinds = LIST, .tool = VOTE,
	 OF(vote_notice_comments)},
	{.cite = "2-103(4)(c)", RULEMAKING, .kinds = LIST, .tool = VOTE,
	 OF(vote_notice_contact)},
	{.cite = "2-103(5)", RULEMAKING, .kinds = DUTY | COST, .tool = VOTE,
	 .says = "Everybody gets a fair chance to speak at a hearing. A "
	  "transcript is made only for whoever asks in writing and pays; a "
	  "recording can stand in for it."},
	{.cite = "2-103(6)", RULEMAKING, .kinds = NC,
	 OF(joint_hearing)},
	{.cite = "2-103(7)", RULEMAKING, .kinds = DUTY,
	 OF(comments_weighed)},
	{.cite = "2-103(8)", RULEMAKING, .kinds = PRED | AUTH,
	 .who = "Commission", .tool = VOTE,
	 .says = "A majority of a quorum says yes or no; nothing new is added "
	  "then, and a proposal can go back to the committee. The Commission "
	  "sets the day on which a rule takes effect."},
	{.cite = "2-103(9)", RULEMAKING, .kinds = DL, .tool = DEADLINE,
	 .says = "For 60 days after the adoption anybody with an interest may "
	  "ask a federal court to review a rule. Where a state asks, the "
	  "loser pays the winner's costs.",
	 .reading = "calendar days from the adoption, not from the day of "
	  "effect"},
	{.cite = "2-103(10)", RULEMAKING, .kinds = DL | PRED,
	 .tool = AND(DEADLINE, VOTE),
	 .says = "An emergency rule takes effect when adopted; the usual "
	  "procedure is made up for as soon as possible and no later than 90 "
	  "days after that. One of four grounds is needed."},
	{.cite = "2-103(10)(a)", RULEMAKING, .kinds = PRED, .tool = VOTE,
	 OF(emergency_threat)},
	{.cite = "2-103(10)(b)", RULEMAKING, .kinds = PRED, .tool = VOTE,
	 OF(emergency_funds)},
	{.cite = "2-103(10)(c)", RULEMAKING, .kinds = PRED, .tool = VOTE,
	 OF(emergency_federal_deadline)},
	{.cite = "2-103(10)(d)", RULEMAKING, .kinds = PRED, .tool = VOTE,
	 OF(emergency_health)},
	{.cite = "2-103(11)", RULEMAKING, .kinds = WIN,
	 .tool = AND(DEADLINE, VOTE),
	 .says = "The chair of the Rules Committee may have slips of typing, "
	  "format, consistency and grammar put right. The notice is posted; "
	  "for 30 days a Commissioner or Designee may challenge it in writing "
	  "as a material change, and then it needs the Commission's approval.",
	 .reading = "no day of effect is computed from the window"},

	{.cite = "2-104", .title = "Communication Requirements Between States",
	 TALK, .kinds = TITLE, .says = "Who talks to whom."},
	{.cite = "2-104(1)", TALK, .kinds = BAN | DUTY, .tool = SUPERVISE,
	 .says = "What states have to say to one another about juveniles goes "
	  "from ICJ Office to ICJ Office."},
	{.cite = "2-104(2)", TALK, .kinds = PRED | LIST, .tool = SUPERVISE,
	 .says = "Local offices may talk directly once both ICJ Offices have "
	  "agreed; both get a copy by e-mail."},
	{.cite = "2-104(3)", TALK, .kinds = NC,
	 OF(confidentiality)},

	{.cite = "2-105", .title = "Victim Notification", VICTIMS,
	 .kinds = TITLE, .says = "Who tells victims, and with whose help."},
	{.cite = "2-105(1)", VICTIMS, .kinds = AUTH,
	 .who = "sending state", .tool = AND(SUPERVISE, PERMIT),
	 .row = "2-105(1); 8-101(5)",
	 OF(victim_notification)},
	{.cite = "2-105(2)", VICTIMS, .kinds = LIST, .tool = REFERRAL,
	 .forms = "Victim Notification Form",
	 .later = "Victim Supplement Notification Form",
	 .says = "Where it needs the other state's supervisor for that, the "
	  "first packet holds the Victim Notification Form: what is needed, "
	  "and by when."},
	{.cite = "2-105(3)", VICTIMS, .kinds = DUTY,
	 .says = "As long as supervision lasts the supervisor supplies, "
	  "through the receiving ICJ Office and as far as possible, what was "
	  "asked for."},
	{.cite = "2-105(4)", VICTIMS, .kinds = DUTY, .tool = REFERRAL,
	 OF(victim_changes)},
};

PART(200);
