/* SPDX-License-Identifier: MIT */
/*
 * paragraph_600.c - Section 600 of the table of paragraphs: how juveniles are
 * returned, with consent or without.  Two rules are numbered 6-104.
 */
#include "book/paragraph.h"
#include "time/text.h"

#define RUNAWAYS SINCE(ED_2012_MAY, \
	"2010-03-01; 2011-02-04; 2012-03-01; 2012-05-31")
#define VOLUNTARY SINCE(ED_2013, \
	"2010-03-01; 2011-01-01; 2011-02-04; 2013-04-01")
#define FORM_I SINCE(ED_2014, "2010-03-01; 2011-01-01; 2012-03-01; " \
	"2012-11-01; replaced 2014-04-01")
#define FORM_II SINCE(ED_2014, "2014-04-01")
#define ICPC STANDS(ED_2014, "2014-04-01")
#define FAILED BETWEEN(ED_2012, ED_2014, \
	"2010-03-01; 2011-01-01; 2012-03-01")

static const struct icj_paragraph rows[] = {
	{.cite = "600", .title = "Voluntary and Non-Voluntary Return of "
	  "Juveniles/Runaways", SINCE(ED_2015, "not recorded"),
	 .kinds = DUTY, .tool = RETURN, .row = "6-101(1)(a); 6-103",
	 .says = "The home or demanding state's ICJ Office gets all its "
	  "juveniles back, by one of the ways that follow."},

	{.cite = "6-101", .title = "Release of Runaways to Parent or Legal "
	  "Guardian", RUNAWAYS, .kinds = TITLE,
	 .says = "The first hours of a runaway's custody, and suspected "
	  "abuse."},
	{.cite = "6-101(1)", RUNAWAYS, .kinds = NC,
	 .says = "What the compact offers comes on top of other remedies and "
	  "takes nothing from the rights of parents."},
	{.cite = "6-101(1)(a)", RUNAWAYS, .kinds = WIN | PRED,
	 .tool = AND(RETURN, DEADLINE),
	 .says = "In the first 24 hours of custody, weekends and holidays "
	  "left out, a runaway may be released to a parent or legal guardian "
	  "without 6-102, unless the holding authorities suspect abuse or "
	  "neglect.",
	 .reading = "the clock stands still from midnight to midnight on "
	  "those days; exactly 24 hours are still within"},
	{.cite = "6-101(1)(b)", RUNAWAYS, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "Beyond 24 hours the holding state's ICJ Office is "
	  "contacted.",
	 .reading = "by the clock of (a), though its exclusion is not "
	  "repeated"},
	{.cite = "6-101(2)", RUNAWAYS, .kinds = PRED, .tool = RETURN,
	 .says = "A runaway who endangers self or others and is held beyond "
	  "24 hours stays in a secure facility until fetched.",
	 .reading = "by the clock of (1)(a)"},
	{.cite = "6-101(3)", RUNAWAYS, .kinds = DUTY, .tool = RETURN,
	 OF(abuse_told)},
	{.cite = "6-101(4)", RUNAWAYS, .kinds = DUTY, .tool = RETURN,
	 OF(abuse_safe_return)},
	{.cite = "6-101(5)", RUNAWAYS, .kinds = LIST, .tool = RETURN,
	 .forms = "Form III",
	 OF(responsibility_named)},
	{.cite = "6-101(6)", RUNAWAYS, .kinds = PRED, .tool = RETURN,
	 .row = "6-101(6); 6-103(2)(b)", .forms = "Form I",
	 OF(abuse_requisition)},

	{.cite = "6-102", .title = "Voluntary Return of Out-of-State "
	  "Juveniles", VOLUNTARY, .kinds = TITLE,
	 OF(out_of_state)},
	{.cite = "6-102(1)", VOLUNTARY, .kinds = DUTY, .tool = RETURN,
	 OF(facts_of_case)},
	{.cite = "6-102(2)", VOLUNTARY, .kinds = DUTY, .tool = RETURN,
	 OF(residency_found)},
	{.cite = "6-102(3)", VOLUNTARY, .kinds = DUTY, .tool = RETURN,
	 .forms = "Juvenile Rights Form",
	 .says = "At a hearing, in person or electronic, a judge of the "
	  "holding state explains the juvenile's rights; counsel or a "
	  "guardian ad litem may be appointed."},
	{.cite = "6-102(4)", VOLUNTARY, .kinds = LIST, .tool = RETURN,
	 .forms = "Form III",
	 .says = "Who agrees signs Form III in the presence of a judge, and a "
	  "judge signs it."},
	{.cite = "6-102(5)", VOLUNTARY, .kinds = PRED, .tool = RETURN,
	 .forms = "adult waiver",
	 .says = "For one of age in the holding state and before an adult "
	  "court the home state accepts an adult waiver signed by juvenile "
	  "and judge."},
	{.cite = "6-102(6)", VOLUNTARY, .kinds = DUTY, .tool = RETURN,
	 .forms = "Form III; adult waiver",
	 OF(consent_filed)},
	{.cite = "6-102(7)", VOLUNTARY, .kinds = DUTY,
	 .says = "The home state heeds the holding state's court orders; each "
	  "office has procedures for a safe return."},
	{.cite = "6-102(8)", VOLUNTARY, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN), .forms = "Form III; adult waiver",
	 .says = "The home state brings the juvenile back safely within 5 "
	  "business days of getting the complete Form III or adult waiver; "
	  "both ICJ Offices together may add up to 5 more.",
	 .reading = "counted from the home state's receipt"},

	{.cite = "6-103", .title = "Non-Voluntary Return of Non-Delinquent "
	  "Runaways and/or Accused Status Offenders", FORM_I, .kinds = PRED,
	 .tool = RETURN, .forms = "Form I",
	 OF(return_situation)},
	{.cite = "6-103(1)", FORM_I, .kinds = DUTY, .tool = RETURN,
	 .says = "The home office keeps in touch with those who prepare the "
	  "requisition, to keep detention short."},
	{.cite = "6-103(2)", FORM_I, .kinds = DL | PRED,
	 .tool = AND(DEADLINE, RETURN), .forms = "Form A; Form I",
	 .says = "For non-delinquent runaways and accused status offenders "
	  "the parent, guardian or custodial agency petitions the home "
	  "state's court; within 60 calendar days of notice of the refusal if "
	  "the juvenile is in custody.",
	 .reading = "counted from the notice to the home state; no limit "
	  "outside of custody"},
	{.cite = "6-103(2)(a)", FORM_I, .kinds = LIST, .tool = RETURN,
	 .forms = "Form A",
	 .says = "The petition, Form A or another: name and birth date, who "
	  "petitions and by what right, how the juvenile ran away, where he "
	  "or she is, what shows danger and that there is no emancipation."},
	{.cite = "6-103(2)(a)(1)", FORM_I, .kinds = LIST, .tool = RETURN,
	 .forms = "affidavit",
	 OF(petition_affidavit)},
	{.cite = "6-103(2)(a)(2)", FORM_I, .kinds = LIST, .tool = RETURN,
	 .says = "A certified copy of what gives the petitioner custody: "
	  "birth certificate, letters of guardianship, decree."},
	{.cite = "6-103(2)(a)(3)", FORM_I, .kinds = LIST, .tool = RETURN,
	 OF(petition_other)},
	{.cite = "6-103(2)(b)", FORM_I, .kinds = PRED, .tool = RETURN,
	 .forms = "Form I",
	 .says = "Where parent or guardian cannot or will not start, the home "
	  "state's authority does, on the holding ICJ Office's notice. The "
	  "judge there answers four questions."},
	{.cite = "6-103(2)(b)(1)", FORM_I, .kinds = PRED,
	 .instead = ICJ_JUDGED,
	 .because = "the text leaves the finding to the judge",
	 .who = "judge in the home state", .tool = RETURN,
	 .row = "6-103(2)(b)", GOES_WITH(petition_determined),
	 .says = "Does the petitioner have a right to legal custody?"},
	{.cite = "6-103(2)(b)(2)", FORM_I, .kinds = PRED,
	 .instead = ICJ_JUDGED,
	 .because = "the text leaves the finding to the judge",
	 .who = "judge in the home state", .tool = RETURN,
	 .row = "6-103(2)(b)", GOES_WITH(petition_determined),
	 .says = "Did the juvenile run away without consent?"},
	{.cite = "6-103(2)(b)(3)", FORM_I, .kinds = PRED,
	 .instead = ICJ_JUDGED,
	 .because = "the text leaves the finding to the judge",
	 .who = "judge in the home state", .tool = RETURN,
	 .row = "6-103(2)(b)", GOES_WITH(petition_determined),
	 .says = "Is the juvenile emancipated?",
	 .reading = "put as a question; a requisition presupposes a no"},
	{.cite = "6-103(2)(b)(4)", FORM_I, .kinds = PRED,
	 .instead = ICJ_JUDGED,
	 .because = "the text leaves the finding to the judge",
	 .who = "judge in the home state", .tool = RETURN,
	 .row = "6-103(2)(b)", GOES_WITH(petition_determined),
	 .says = "Is it best for the juvenile to be made to return?"},
	{.cite = "6-103(2)(c)", FORM_I, .kinds = AUTH, .tool = RETURN,
	 .who = "judge in the home state", .forms = "Form I",
	 OF(form_i_signed)},
	{.cite = "6-103(2)(d)", FORM_I, .kinds = LIST, .tool = RETURN,
	 .row = "6-103(2)(a); 6-103(2)(c)", .forms = "Form I",
	 GOES_WITH(form_i_signed),
	 .says = "Form I, the petition and what supports it go to the home "
	  "office."},
	{.cite = "6-103(3)", FORM_I, .kinds = DUTY | LIST, .tool = RETURN,
	 .forms = "Form I",
	 .says = "The home office checks the packet and submits it through "
	  "the data system to the office where the juvenile is; that state "
	  "may ask for originals or certified copies."},
	{.cite = "6-103(4)", FORM_I, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN), .forms = "Form I",
	 .says = "That office forwards it to the court and asks for a hearing "
	  "within 30 calendar days of receipt; who is not detained yet is "
	  "ordered held. Both ICJ Offices together may extend that.",
	 .reading = "counted from the office's receipt; no cap"},
	{.cite = "6-103(5)", FORM_I, .kinds = DUTY | PRED, .tool = RETURN,
	 .says = "The court tells the juvenile what is demanded, may appoint "
	  "counsel or a guardian ad litem, and asks only whether Form I is in "
	  "order."},
	{.cite = "6-103(5)(a)", FORM_I, .kinds = PRED, .tool = RETURN,
	 OF(ordered_form_i)},
	{.cite = "6-103(5)(b)", FORM_I, .kinds = LIST, .tool = RETURN,
	 OF(denied_form_i)},
	{.cite = "6-103(6)", FORM_I, .kinds = DUTY, .tool = RETURN,
	 OF(order_sent_form_i)},
	{.cite = "6-103(7)", FORM_I, .kinds = DUR,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "Detention pending such a return lasts 90 calendar days at "
	  "most.",
	 .reading = "the first day of detention counts; nobody may extend it"},
	{.cite = "6-103(8)", FORM_I, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "The home state brings the juvenile back within 5 business "
	  "days of getting the order; both ICJ Offices together may extend "
	  "that.",
	 .reading = "no cap"},
	{.cite = "6-103(9)", FORM_I, .kinds = DUTY,
	 .says = "Officers who have shown their authority, and whom they "
	  "bring, pass through every member state unhindered."},

	{.cite = "6-103A", .title = "Non-Voluntary Return of an Escapee, "
	  "Absconder or Accused Delinquent", FORM_II, .kinds = PRED,
	 .tool = RETURN, .row = "6-103", .forms = "Form II",
	 OF(situation_form_ii)},
	{.cite = "6-103A(1)", FORM_II, .kinds = DUTY, .tool = RETURN,
	 OF(requisition_contact_form_ii)},
	{.cite = "6-103A(2)", FORM_II, .kinds = DL | PRED,
	 .tool = AND(DEADLINE, RETURN), .forms = "Form II",
	 .says = "For escapees, absconders and accused delinquents the "
	  "requisitioner presents Form II to the court or authority; within "
	  "60 calendar days of notice of the refusal if the juvenile is in "
	  "custody.",
	 .reading = "an absconder is one by being supervised, whatever the "
	  "offense was"},
	{.cite = "6-103A(2)(a)", FORM_II, .kinds = LIST, .tool = RETURN,
	 .forms = "affidavit",
	 OF(form_ii_affidavit),
	 .reading = "one of them is enough; no certified copies are asked for"},
	{.cite = "6-103A(2)(a)(1)", FORM_II, .kinds = LIST, .tool = RETURN,
	 .row = "6-103A(2)(a)", GOES_WITH(form_ii_other),
	 .says = "A judgment."},
	{.cite = "6-103A(2)(a)(2)", FORM_II, .kinds = LIST, .tool = RETURN,
	 .row = "6-103A(2)(a)", GOES_WITH(form_ii_other),
	 .says = "An order of adjudication."},
	{.cite = "6-103A(2)(a)(3)", FORM_II, .kinds = LIST, .tool = RETURN,
	 .row = "6-103A(2)(a)", GOES_WITH(form_ii_other),
	 .says = "An order of commitment."},
	{.cite = "6-103A(2)(a)(4)", FORM_II, .kinds = LIST, .tool = RETURN,
	 .row = "6-103A(2)(a)", GOES_WITH(form_ii_other),
	 .says = "A petition that alleges delinquency."},
	{.cite = "6-103A(2)(a)(5)", FORM_II, .kinds = LIST, .tool = RETURN,
	 OF(form_ii_other)},
	{.cite = "6-103A(2)(b)", FORM_II, .kinds = AUTH, .tool = RETURN,
	 .who = "judge or appropriate authority in the home state",
	 .forms = "Form II",
	 OF(form_ii_signed)},
	{.cite = "6-103A(2)(c)", FORM_II, .kinds = LIST, .tool = RETURN,
	 .row = "6-103A(2)(a); 6-103A(2)(b)", .forms = "Form II",
	 GOES_WITH(form_ii_signed),
	 .says = "Form II and what supports it go to the home office."},
	{.cite = "6-103A(3)", FORM_II, .kinds = DUTY | LIST, .tool = RETURN,
	 .forms = "Form II",
	 OF(packet_form_ii)},
	{.cite = "6-103A(4)", FORM_II, .kinds = DL,
	 .tool = AND(DEADLINE, RETURN), .forms = "Form II",
	 .says = "As 6-103(4): a hearing within 30 calendar days of receipt, "
	  "which both ICJ Offices may extend.",
	 .reading = "no cap"},
	{.cite = "6-103A(5)", FORM_II, .kinds = DUTY | PRED, .tool = RETURN,
	 OF(in_order_form_ii)},
	{.cite = "6-103A(5)(a)", FORM_II, .kinds = PRED, .tool = RETURN,
	 OF(ordered_form_ii)},
	{.cite = "6-103A(5)(b)", FORM_II, .kinds = LIST, .tool = RETURN,
	 OF(denied_form_ii)},
	{.cite = "6-103A(6)", FORM_II, .kinds = DUTY, .tool = RETURN,
	 OF(order_sent_form_ii)},
	{.cite = "6-103A(7)", FORM_II, .kinds = DUR,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "Detention pending the return lasts 90 calendar days at "
	  "most.",
	 .reading = "the first day of detention counts; nobody may extend it"},
	{.cite = "6-103A(8)", FORM_II, .kinds = PRED | DL,
	 .tool = AND(DEADLINE, RETURN),
	 .says = "Somebody accompanies the juvenile unless both ICJ Offices "
	  "determine otherwise. The return comes within 5 business days of "
	  "getting the order; both offices may extend that.",
	 .reading = "a finding of risk, 7-102(2), outweighs their waiver; no "
	  "cap"},
	{.cite = "6-103A(9)", FORM_II, .kinds = DUTY,
	 .says = "As 6-103(9): officers pass unhindered."},

	{.cite = "6-104", .title = "ICPC Recognition", ICPC, .kinds = PRED,
	 .tool = RETURN,
	 .says = "Runaways from a placement under the other compact, on the "
	  "placement of children, are left to it; once held in a secure "
	  "facility beyond 24 hours, weekends and holidays left out, these "
	  "rules apply."},

	{.cite = "6-104[rescinded]", .title = "Return of Juveniles Whose ICJ "
	  "Placement Has Failed", FAILED, .kinds = RES,
	 .later = "rescinded, replaced by 5-103",
	 .says = "Bringing home after a failed placement."},
	{.cite = "6-104[rescinded](1)", FAILED, .kinds = RES,
	 .later = "moved to 5-103(3)(b)", .forms = "Form IA/VI",
	 .says = "With a signed Form IA/VI no court procedure was needed."},
	{.cite = "6-104[rescinded](2)", FAILED, .kinds = RES,
	 .later = "moved to 5-103(3)(c), without the notice first",
	 .says = "After telling the sending ICJ Office an officer could "
	  "retake, or a warrant was issued."},
	{.cite = "6-104[rescinded](3)", FAILED, .kinds = RES,
	 .tool = DEADLINE,
	 .later = "moved to 5-103(3)(d)",
	 .says = "The return was due within 5 business days of notice of the "
	  "failed placement; both offices could extend that."},
	{.cite = "6-104[rescinded](4)", FAILED, .kinds = RES,
	 .later = "moved to 5-103(3) and (3)(a)",
	 .says = "The decision was final; a suspected offense called for "
	  "consent."},
	{.cite = "6-104[rescinded](5)", FAILED, .kinds = RES,
	 .later = "moved to 5-103(3)(e)",
	 .says = "States let the transport pass."},
};

PART(600);
