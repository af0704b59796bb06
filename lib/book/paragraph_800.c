/* SPDX-License-Identifier: MIT */
/*
 * paragraph_800.c - Section 800 of the table of paragraphs: travel permits.
 */
#include "book/paragraph.h"

#define PERMITS SINCE(ED_2014, "2010-03-01; 2011-01-01; 2012-03-01; " \
	"2013-04-01; 2014-04-01"), .former = "5-102"

static const struct icj_paragraph rows[] = {
	{.cite = "800", .title = "Travel Permits",
	 STANDS(ED_2010, "2010-03-01"), .kinds = TITLE,
	 .says = "Leave to travel."},
	{.cite = "8-101", .title = "Travel Permits", PERMITS, .kinds = TITLE,
	 .tool = PERMIT, .forms = "Travel Permit Form",
	 .says = "When a permit must be had, for how long, and by whose "
	  "leave."},
	{.cite = "8-101(1)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 .says = "A permit is mandatory for travel out of state of more than "
	  "24 hours on end if one of (a) to (h) fits what was done, "
	  "adjudicated or the circumstances of the case.",
	 .reading = "one is enough; 24 hours exactly are not more"},
	{.cite = "8-101(1)(a)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_sex_offense)},
	{.cite = "8-101(1)(b)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_violent_offense)},
	{.cite = "8-101(1)(c)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_weapon)},
	{.cite = "8-101(1)(d)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_state_committed)},
	{.cite = "8-101(1)(e)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_testing)},
	{.cite = "8-101(1)(f)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_visit_back)},
	{.cite = "8-101(1)(g)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_subsequent_state)},
	{.cite = "8-101(1)(h)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_victim_law)},
	{.cite = "8-101(2)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 .says = "Placements in residential facilities are outside of the "
	  "rule; a state may use the form to give notice all the same.",
	 .reading = "asked first, so that the 90 days do not bind them either"},
	{.cite = "8-101(3)", PERMITS, .kinds = DUR | DL | DUTY,
	 .tool = AND(PERMIT, DEADLINE), .forms = "Travel Permit Form",
	 .later = "no chains of permits",
	 .says = "A permit covers at most 90 calendar days. Where it tests a "
	  "placement the receiving ICJ Office has the referral within 30 "
	  "calendar days of its first day. The juvenile is told to report any "
	  "change at once.",
	 .reading = "the first day counts; the referral has to be received by "
	  "then"},
	{.cite = "8-101(3)(a)", PERMITS, .kinds = PRED, .tool = PERMIT,
	 OF(permit_contact),
	 .reading = "30 days are not more"},
	{.cite = "8-101(4)", PERMITS, .kinds = AUTH | PRE,
	 .tool = AND(PERMIT, REFERRAL),
	 .who = "supervising person, or the sending state's authority where "
	  "it reserved that",
	 .instead = ICJ_JUDGED | ICJ_COMPUTED,
	 .because = "\"before the movement\" has no number of days; the order "
	  "of the two dates is checked",
	 .forms = "Travel Permit Form",
	 .says = "The supervising person approves at discretion, unless the "
	  "sending state has given notice that its own authority does. The "
	  "sending ICJ Office forwards the permit electronically; it should "
	  "be there before the juvenile moves. The receiving state passes on "
	  "what its law wants passed on."},
	{.cite = "8-101(5)", PERMITS, .kinds = DUTY, .tool = PERMIT,
	 .says = "With a permit issued, the sending state tells victims as "
	  "its law wants; both states exchange in good time what that takes."},
};

PART(800);
