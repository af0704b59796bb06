/* SPDX-License-Identifier: MIT */
/*
 * paragraph_100.c - Section 100 of the table of paragraphs: Rule 1-101 and
 * its 72 terms, in rulebook order.  define.c has the conditions of those that
 * facts can satisfy.
 */
#include "book/paragraph.h"
#include "facts/case.h"

/* Most terms stand as first adopted. */
#define FIRST SINCE(ED_2010, "2010-03-01")
#define RESCINDED_2016 BETWEEN(ED_2010, ED_2016, "2010-03-01"), \
	.later = "rescinded"
#define REWORDED_2016 BETWEEN(ED_2010, ED_2016, "2010-03-01"), \
	.later = "reworded"
#define SINCE_2012 SINCE(ED_2012, "2010-03-01; 2012-03-01")
#define TERM(name) .cite = "1-101 " name, .title = (name)
#define COMPUTED .tool = CLASSIFY

static const struct icj_paragraph rows[] = {
	{.cite = "100", .title = "Definitions", FIRST, .kinds = TITLE,
	 .says = "The words of the rules."},
	{.cite = "1-101", .title = "Definitions", SINCE(ED_2010,
	  "2010-03-01; term by term since"), .kinds = TITLE,
	 .says = "What 72 terms mean wherever the context does not clearly "
	  "want another meaning."},
	{TERM("Absconder"), BETWEEN(ED_2010, ED_2022, "2010-03-01"),
	 .kinds = PRED, COMPUTED,
	 .later = "reworded: the intent is no longer needed",
	 .says = "Somebody on probation or parole who is in hiding or stays "
	  "away on purpose, to escape legal process or control."},
	{TERM("Accused Delinquent"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "Somebody charged with what would be a crime if an adult had "
	  "done it."},
	{TERM("Accused Status Offender"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "Somebody charged with what would be no crime if an adult "
	  "had done it."},
	{TERM("Adjudicated"), SINCE_2012, .kinds = PRED, COMPUTED,
	 .says = "A court has found that the juvenile is a delinquent or a "
	  "status offender."},
	{TERM("Adjudicated Delinquent"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "Somebody found to have done what would be a crime for an "
	  "adult."},
	{TERM("Adjudicated Status Offender"), SINCE(ED_2014,
	  "2010-03-01; 2014-04-01"), .kinds = PRED, COMPUTED,
	 .says = "Somebody found to have done what would be no crime for an "
	  "adult."},
	{TERM("Affidavit"), FIRST, .kinds = PAPER | PRED, COMPUTED,
	 .instead = ICJ_COMPUTED,
	 .because = "a document that four facts make one",
	 .says = "Facts stated in writing, of one's own will and under oath, "
	  "before an officer who may take oaths."},
	{TERM("Appropriate Authority"), SINCE(ED_2012, "2012-03-01"),
	 .kinds = NAME,
	 OF(term_appropriate_authority)},
	{TERM("By-laws"), FIRST, .kinds = NAME,
	 OF(term_by_laws)},
	{TERM("Commission"), FIRST, .kinds = NAME,
	 OF(term_commission)},
	{TERM("Commissioner"), FIRST, .kinds = NAME,
	 OF(term_commissioner)},
	{TERM("Commitment"), SINCE_2012, .kinds = PAPER,
	 OF(term_commitment)},
	{TERM("Compact Administrator"), FIRST, .kinds = NAME,
	 .says = "Who runs a state's supervision and transfers under the "
	  "compact, its rules and the State Council's policies."},
	{TERM("Compacting State"), FIRST, .kinds = PRED, COMPUTED,
	 .reading = "asked of every state that the case names",
	 .says = "A state that has enacted the compact."},
	{TERM("Counsel (Legal)"), FIRST, .kinds = NAME,
	 .says = "A lawyer with a state's license, hired or appointed, who "
	  "stands for a juvenile or another party."},
	{TERM("Court"), BETWEEN(ED_2010, ED_2022, "2010-03-01"),
	 .kinds = NAME, .later = "reworded",
	 OF(term_court)},
	{TERM("Court Order"), FIRST, .kinds = NAME | PAPER,
	 .says = "What a court with jurisdiction has ordered."},
	{TERM("Defaulting State"), FIRST, .kinds = PRED, COMPUTED,
	 .reading = "a state defaults when the Commission has found so, "
	  "9-103(2)",
	 .says = "A state that failed in an obligation under the compact, the "
	  "by-laws or the rules."},
	{TERM("Deferred Adjudication"), BETWEEN(ED_2011, ED_2018,
	  "2011-01-01"), .kinds = PRED, COMPUTED, .later = "reworded",
	 .says = "After a complaint was filed the court withholds or defers "
	  "judgment and sets terms of supervision; who has one can be "
	  "transferred."},
	{TERM("Demanding State"), REWORDED_2016, .kinds = ROLE, COMPUTED,
	 .reading = "the home state, once it has taken a step to get the "
	  "juvenile back",
	 .says = "The state with jurisdiction that wants the juvenile back, "
	  "charges pending or not."},
	{TERM("Deputy Compact Administrator"), FIRST, .kinds = NAME,
	 .says = "Who acts for a Compact Administrator, where a state has "
	  "appointed one."},
	{TERM("Designee"), FIRST, .kinds = NAME,
	 .says = "Who may act for a state's Commissioner or Administrator."},
	{TERM("Detainer"), BETWEEN(ED_2012, ED_2016, "2010-03-01; 2012-03-01"),
	 .kinds = PAPER, .later = "rescinded",
	 OF(term_detainer)},
	{TERM("Detention Order"), RESCINDED_2016, .kinds = PAPER,
	 OF(term_detention_order)},
	{TERM("Emancipation"), RESCINDED_2016, .kinds = PRED, COMPUTED,
	 .says = "A minor's independence of parents and guardians, by the law "
	  "of the home state."},
	{TERM("Escapee"), REWORDED_2016, .kinds = PRED, COMPUTED,
	 .says = "A juvenile who fled, without leave, the custody of a "
	  "facility or agency that a court had committed him or her to."},
	{TERM("Executive Director"), FIRST, .kinds = NAME,
	 .says = "The Commission's chief administrator."},
	{TERM("Good Faith Effort"), RESCINDED_2016, .kinds = NAME,
	 OF(term_good_faith_effort)},
	{TERM("Guardian ad litem"), RESCINDED_2016, .kinds = NAME,
	 OF(term_guardian_ad_litem)},
	{TERM("Hearing"), SINCE_2012, .kinds = NAME,
	 .says = "A proceeding on fact or law before a judge or another "
	  "authority: those concerned are told and heard, and a final order "
	  "can come of it."},
	{TERM("Holding State"), BETWEEN(ED_2012, ED_2016,
	  "2010-03-01; 2012-03-01"), .kinds = ROLE, COMPUTED,
	 .later = "reworded",
	 .says = "The state where the juvenile is and that has him or her in "
	  "physical custody."},
	{TERM("Home Evaluation/Investigation"), BETWEEN(ED_2014, ED_2016,
	  "2010-03-01; 2014-04-01"), .kinds = PAPER, .later = "reworded",
	 .forms = "home evaluation form",
	 OF(term_home_evaluation)},
	{TERM("Home State"), FIRST, .kinds = ROLE,
	 .instead = ICJ_DEFINED,
	 .because = "the field home_state assigns it; there is nothing left "
	  "to decide",
	 .later = "no longer where somebody undertakes to reside",
	 OF(term_home_state)},
	{TERM("Interstate Commission"), FIRST, .kinds = NAME,
	 .says = "The Interstate Commission for Juveniles, made by Article "
	  "III."},
	{TERM("Interstate Compact for Juveniles (ICJ)"), REWORDED_2016,
	 .kinds = NAME,
	 OF(term_compact)},
	{TERM("Juvenile"), REWORDED_2016, .kinds = PRED, COMPUTED,
	 .reading = "the finding of some member state, or of these rules, is "
	  "enough",
	 .says = "Somebody whom any member state's law or these rules call a "
	  "juvenile: accused, adjudicated or neither."},
	{TERM("Juvenile Sex Offender"), STANDS(ED_2014,
	  "2010-03-01; 2012-03-01; 2014-04-01"), .kinds = PRED, COMPUTED,
	 .says = "A juvenile adjudicated for what the sending state regards "
	  "as a sexual offense, or who may have to register as a sex offender "
	  "in the sending or the receiving state."},
	{TERM("Legal Custodian"), FIRST, .kinds = PRED, COMPUTED,
	 .later = "replaced by Custodial Agency",
	 .says = "The agency or person whom a court has charged with, or "
	  "allowed, the juvenile's care, custody or treatment."},
	{TERM("Legal Guardian"), FIRST, .kinds = PRED, COMPUTED,
	 .later = "parents are said to be guardians",
	 .says = "Who is answerable by law for a child's person, estate or "
	  "both, during minority or as the order of guardianship says."},
	{TERM("Legal Jurisdiction"), REWORDED_2016, .kinds = NAME,
	 OF(term_legal_jurisdiction)},
	{TERM("Non-Adjudicated Juveniles"), BETWEEN(ED_2010, ED_2018,
	  "2010-03-01"), .kinds = PRED, COMPUTED, .later = "rescinded",
	 .reading = "4-101(2)(b) outweighs this term where it calls them "
	  "eligible",
	 .says = "Juveniles under a juvenile court's jurisdiction who have "
	  "terms of supervision without an adjudication."},
	{TERM("Non-Compacting State"), RESCINDED_2016, .kinds = PRED,
	 COMPUTED, .reading = "asked of every state that the case names",
	 .says = "A state that has not enacted the compact."},
	{TERM("Non-Delinquent Juvenile"), FIRST, .kinds = PRED, COMPUTED,
	 .reading = "an accused delinquent is one, too: the term alone does "
	  "not choose between 6-103 and 6-103A",
	 .says = "Anybody who has not been adjudicated delinquent."},
	{TERM("Non-Offender"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "Somebody in need of supervision who stands neither accused "
	  "nor adjudicated."},
	{TERM("Notice"), FIRST, .kinds = PAPER,
	 .says = "Word given ahead, spoken or written, of what will become of "
	  "a case."},
	{TERM("Peace Officer"), RESCINDED_2016, .kinds = NAME,
	 OF(term_peace_officer)},
	{TERM("Petition"), SINCE_2012, .kinds = PAPER,
	 .says = "A written request to a court or authority for an order or "
	  "decision about a juvenile, with its reasons."},
	{TERM("Physical Custody"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "Being detained by lawful process or authority."},
	{TERM("Pick-Up Order"), RESCINDED_2016, .kinds = PAPER,
	 OF(term_pick_up_order)},
	{TERM("Private Provider"), RESCINDED_2016, .kinds = NAME,
	 OF(term_private_provider)},
	{TERM("Probation/Parole"), SINCE(ED_2011, "2010-03-01; 2011-01-01"),
	 .kinds = PRED, COMPUTED,
	 .says = "Any supervision or conditional release of juveniles that a "
	  "compacting state's law knows."},
	{TERM("Promulgate"), FIRST, .kinds = NAME,
	 .says = "To put a law into effect by announcing and publishing it."},
	{TERM("Receiving State"), FIRST, .kinds = ROLE, COMPUTED,
	 .says = "The state that a juvenile is sent to for supervision."},
	{TERM("Relocate"), BETWEEN(ED_2011, ED_2024, "2011-01-01"),
	 .kinds = PRED, COMPUTED, .later = "rescinded",
	 .reading = "both ends of a stay count; stays that meet make one, "
	  "others are not added up",
	 .says = "To stay in another state for more than 90 days on end "
	  "within any 12 months."},
	{TERM("Requisition"), SINCE_2012, .kinds = PAPER,
	 .forms = "Form I; Form II",
	 .reading = "6-103 serves accused status offenders, whom the term "
	  "leaves out; the rule governs",
	 .says = "The written demand for a non-delinquent runaway, an "
	  "absconder from probation or parole, an escapee or an accused "
	  "delinquent."},
	{TERM("Residence"), BETWEEN(ED_2012, ED_2016,
	  "2010-03-01; 2012-03-01"), .kinds = PRED, COMPUTED,
	 .later = "rescinded",
	 .reading = "the household of a parent or legal guardian",
	 .says = "The regular home, as a state's law sees it, that a parent, "
	  "guardian or whoever has legal custody has established."},
	{TERM("Residential Facility"), SINCE(ED_2014, "2014-04-01"),
	 .kinds = PRED, COMPUTED,
	 .says = "A program with staff that gives juveniles custodial care "
	  "and supervision."},
	{TERM("Retaking"), SINCE(ED_2011, "2011-01-01"), .kinds = PRED,
	 COMPUTED,
	 .says = "The sending state takes a juvenile out of the receiving "
	  "state, or has that done."},
	{TERM("Runaway"), FIRST, .kinds = PRED, COMPUTED,
	 .later = "reworded, later to include who does not come back as told",
	 .reading = "who left with permission and stays away is none",
	 .says = "A child under the state's juvenile age limit who ran away "
	  "from home without the consent of whoever has legal custody."},
	{TERM("Rule"), FIRST, .kinds = NAME,
	 .says = "What the Commission has laid down in writing under Article "
	  "VI, with the force of a statute; changes and repeals are rules, "
	  "too."},
	{TERM("Sanction"), SINCE(ED_2015, "2014-04-01; 2015-01-01"),
	 .kinds = PRED, COMPUTED,
	 .says = "What is imposed on a juvenile, detention included, for not "
	  "keeping to the terms of supervision."},
	{TERM("Secure Facility"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "A facility approved for holding juveniles, locked or "
	  "secured by staff, that keeps a juvenile in custody from leaving."},
	{TERM("Sending State"), FIRST, .kinds = ROLE, COMPUTED,
	 .says = "The state that has sent, or is about to send, a juvenile to "
	  "another for supervision."},
	{TERM("State"), FIRST, .kinds = PRED, COMPUTED,
	 .reading = "one of 56, which is not the same as a compacting state",
	 .says = "The 50 states, the District of Columbia, Puerto Rico, the "
	  "Virgin Islands, Guam, American Samoa and the Northern Marianas."},
	{TERM("State Committed (Parole)"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "A delinquent committed to a correctional facility and "
	  "released on conditions under the sending state's law."},
	{TERM("Status Offense"), BETWEEN(ED_2012, ED_2016,
	  "2010-03-01; 2012-03-01"), .kinds = PRED, COMPUTED,
	 .later = "rescinded",
	 .says = "What is forbidden to juveniles only, such as running away, "
	  "truancy, breaking a curfew, disobeying parents, incorrigibility."},
	{TERM("Substantial Compliance"), SINCE(ED_2013,
	  "2011-01-01; 2013-04-01"), .kinds = PRED, COMPUTED,
	 .says = "Keeping to the terms of supervision so far that neither "
	  "state starts to revoke it."},
	{TERM("Supervision"), FIRST, .kinds = PRED, COMPUTED,
	 .says = "Watching over a juvenile for a time set by a court or "
	  "authority: he or she reports or is monitored and keeps to "
	  "conditions that are not about money alone."},
	{TERM("Termination"), SINCE_2012, .kinds = PRED, COMPUTED,
	 .says = "The proper authority's discharge of a probationer or "
	  "parolee from supervision under the compact."},
	{TERM("Travel Permit"), FIRST, .kinds = PAPER,
	 .forms = "Travel Permit Form",
	 OF(term_travel_permit)},
	{TERM("Voluntary Return"), SINCE_2012, .kinds = PRED, COMPUTED,
	 .forms = "Form III",
	 .reading = "status offenders are not named, yet 6-102 serves every "
	  "juvenile found and detained",
	 .says = "The return of a runaway, escapee, absconder or accused "
	  "delinquent who has agreed to go back."},
	{TERM("Warrant"), FIRST, .kinds = PAPER,
	 .says = "An order that lets any officer of the law apprehend and "
	  "detain a juvenile."},
};

PART(100);
