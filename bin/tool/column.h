/* SPDX-License-Identifier: MIT */
/*
 * column.h - the one table of the columns that the tools add, in their order:
 * C(group, name, meaning).  Headers, --help and the manual come from it.
 */
#ifndef COLUMN_H
#define COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#define ICJ_COLUMNS(C) \
C(eligible, "eligible", "yes, no, unknown or invalid") \
C(eligible, "eligible_rule", "the limbs that decide") \
C(eligible, "eligible_missing", "fields that could still decide it") \
C(eligible, "eligible_assumed", "fields presumed absent that mattered") \
C(eligible, "eligible_edition", "effective date of the edition applied") \
C(eligible, "eligible_basis", "how surely it was the law of the day, nearest: not known") \
C(eligible, "eligible_note", "what else a reader should know") \
C(why_not, "eligible_why_not", "fewest changes of facts that make it a yes") \
C(permit, "permit", "mandatory, not-mandatory, excluded, unknown or invalid") \
C(permit, "permit_rule", "the limbs that decide") \
C(permit, "permit_last_day", "last day the permit may cover") \
C(permit, "permit_problems", "citations of what is wrong with the permit on file") \
C(permit, "permit_missing", "fields that could still decide it") \
C(permit, "permit_assumed", "fields presumed absent that mattered") \
C(permit, "permit_edition", "effective date of the edition applied") \
C(permit, "permit_basis", "how surely it was the law of the day, nearest: not known") \
C(permit, "permit_note", "what else a reader should know") \
C(return, "return_procedure", "how the juvenile is returned") \
C(return, "return_rule", "the rules that decide") \
C(return, "return_forms", "the forms it takes") \
C(return, "return_detention", "secure, not-required, judgement or unknown") \
C(return, "return_escort", "required, waived, judgement or unknown") \
C(return, "return_hold", "what forbids moving the juvenile now") \
C(return, "return_bond", "barred, not-barred or unknown") \
C(return, "return_pays", "state that bears the return") \
C(return, "return_detention_pays", "state that bears the detention") \
C(return, "return_missing", "fields that could still decide it") \
C(return, "return_assumed", "fields presumed absent that mattered") \
C(return, "return_as_of", "the moment judged from") \
C(return, "return_edition", "effective date of the edition applied") \
C(return, "return_basis", "how surely it was the law of the day, nearest: not known") \
C(return, "return_note", "what else a reader should know") \
C(referral, "referral", "complete, incomplete, not-applicable, unknown or invalid") \
C(referral, "referral_rule", "what demands the documents, is not met or undecided") \
C(referral, "referral_missing_documents", "demanded, and not in the packet") \
C(referral, "referral_expected_documents", "expected if available, and not in the packet") \
C(referral, "referral_later_documents", "owed after the packet, and when") \
C(referral, "referral_early", "open, judgement, closed or unknown: placement before acceptance") \
C(referral, "referral_early_rule", "the rules that decide that") \
C(referral, "referral_responsible", "sending, receiving or unknown") \
C(referral, "referral_responsible_state", "that state's code, if named") \
C(referral, "referral_decision", "in-order, defective or unknown: who decided, signature") \
C(referral, "denial", "valid, defective, barred, no-ground, may or unknown") \
C(referral, "denial_rule", "the rules that decide that") \
C(referral, "referral_missing", "fields that could still decide what is unknown") \
C(referral, "referral_assumed", "fields presumed absent that mattered") \
C(referral, "referral_edition", "effective date of the edition applied") \
C(referral, "referral_basis", "how surely it was the law of the day, nearest: not known") \
C(referral, "referral_note", "what else a reader should know") \
C(supervise, "supervise_report", "complete, incomplete, unknown or invalid: the violation report") \
C(supervise, "supervise_absconder_report", "complete, incomplete or unknown") \
C(supervise, "supervise_search", "complete, incomplete or unknown: attempts to locate") \
C(supervise, "supervise_reply", "complete, incomplete or unknown") \
C(supervise, "supervise_lacking", "what reports, search and reply lack") \
C(supervise, "supervise_retake", "yes, no or unknown: may the sending state retake now") \
C(supervise, "supervise_retake_rule", "the rules that decide that") \
C(supervise, "supervise_close", "may, may-not or unknown: the receiving state, now") \
C(supervise, "supervise_close_rule", "the rules that decide that") \
C(supervise, "supervise_close_from", "first day on which it may, if one is in sight") \
C(supervise, "supervise_condition", "allowed, barred or unknown") \
C(supervise, "supervise_condition_cost", "not-sending: whose cost it is not") \
C(supervise, "supervise_sanction_cost", "sending or receiving: whose cost it is") \
C(supervise, "supervise_treatment_cost", "sending, not-sending or unknown") \
C(supervise, "supervise_problems", "citations of what is wrong with the supervision") \
C(supervise, "supervise_missing", "fields that could still decide what is unknown") \
C(supervise, "supervise_assumed", "fields presumed absent that mattered") \
C(supervise, "supervise_edition", "effective date of the edition applied") \
C(supervise, "supervise_basis", "how surely it was the law of the day, nearest: not known") \
C(supervise, "supervise_note", "what else a reader should know") \
C(deadline, "duty", "what is owed") \
C(deadline, "rule", "its citation") \
C(deadline, "standard", "the Commission's audit label") \
C(deadline, "kind", "duty, may, may-until, cap or keep") \
C(deadline, "owed_by", "whose duty it is") \
C(deadline, "owed_by_state", "that state's code, if known") \
C(deadline, "trigger", "the field that starts it") \
C(deadline, "start", "its date") \
C(deadline, "limit", "how long") \
C(deadline, "due", "the last day in time") \
C(deadline, "extended_to", "the day agreed, where the rule allows it") \
C(deadline, "done", "when it was done") \
C(deadline, "days_left", "negative: late") \
C(deadline, "status", "where it stands") \
C(deadline, "as_of", "the moment judged from") \
C(deadline, "edition", "effective date of the edition applied") \
C(deadline, "basis", "how surely it was the law of the day, nearest: not known") \
C(deadline, "note", "skipped days, refusals, readings") \
C(rule, "terms", "defined terms that the facts satisfy, or invalid") \
C(rule, "terms_unknown", "defined terms that are not decided") \
C(rule, "terms_missing", "fields that could still decide them") \
C(rule, "terms_assumed", "fields presumed absent that mattered") \
C(rule, "terms_edition", "effective date of the edition applied") \
C(rule, "terms_basis", "how surely it was the law of the day, nearest: not known") \
C(rule, "terms_note", "what else a reader should know") \
C(vote, "vote", "carried, lost, unknown, not-applicable or invalid") \
C(vote, "vote_rule", "the rules that decide, in the order of the columns") \
C(vote, "vote_needed", "least votes that carry it") \
C(vote, "vote_notice", "complete, incomplete or unknown") \
C(vote, "vote_lacks", "what the notices leave out") \
C(vote, "vote_emergency", "ground, no-ground or unknown") \
C(vote, "vote_dispute", "ready for formal resolution, not-ready or unknown") \
C(vote, "vote_panel", "arbitrators: in-order, not-in-order or unknown") \
C(vote, "vote_suspension", "or termination: allowed, barred or unknown") \
C(vote, "vote_steps", "what is left to try before a suspension") \
C(vote, "vote_told", "who must be told afterwards: complete, incomplete or unknown") \
C(vote, "vote_withdrawal", "effective, pending or unknown") \
C(vote, "vote_dissolution", "dissolved, stands or unknown") \
C(vote, "vote_reinstatement", "reinstated, not-reinstated or unknown") \
C(vote, "vote_pays", "who bears the costs") \
C(vote, "vote_missing", "fields that could still decide it") \
C(vote, "vote_assumed", "fields presumed that mattered") \
C(vote, "vote_edition", "effective date of the edition applied") \
C(vote, "vote_basis", "how surely it was the law of the day, nearest: not known") \
C(vote, "vote_note", "what else a reader should know") \
C(tally, "state", "code of the state, or all") \
C(tally, "period", "month, quarter or year, or all") \
C(tally, "measure", "what is counted") \
C(tally, "count", "how many, or that it is hidden") \
C(tally, "undecided", "records that may count here as well") \
C(tally, "rule", "citation of the measure") \
C(tally, "edition", "effective date of the edition applied") \
C(score, "standard", "the Commission's audit label, that of the list in force") \
C(score, "duty", "what is owed") \
C(score, "state", "with --by state: whose duty it is, or all") \
C(score, "worker", "with --by worker, or all") \
C(score, "zone", "with --by zone, or all") \
C(score, "period", "with --by month, quarter or year: of the last day in time, or all") \
C(score, "in_time", "how many were done in time") \
C(score, "late", "done late") \
C(score, "open", "not done and not yet due, or held") \
C(score, "overdue", "not done and past due") \
C(score, "unknown", "not known") \
C(score, "share", "percent in time of what was done or is overdue") \
C(score, "target", "with --target: the percent asked for") \
C(score, "target_met", "yes, no or unknown") \
C(score, "basis", "the weakest of the law that was applied, nearest: not known") \
C(training, "training_mentoring", "yes, no, unknown or invalid") \
C(training, "training_mentoring_until", "last day of the first year") \
C(training, "training_allowed", "the request: allowed, not-allowed or unknown") \
C(training, "training_form", "by which form it is asked for") \
C(training, "training_open", "the session: open, not-listed or unknown") \
C(training, "training_length", "hours of the session") \
C(training, "training_source", "what it rests on") \
C(training, "training_missing", "fields that could still decide it") \
C(training, "training_note", "what else a reader should know") \
C(totals, "state", "code of the state") \
C(totals, "period", "month, quarter or year") \
C(totals, "trainings", "how many were reported") \
C(totals, "hours", "hours of those that are known") \
C(totals, "attendees", "attendees of those that are known") \
C(totals, "undecided", "reports without hours or attendees") \
C(lint, "lint", "codes of what cannot be so, or waits; or invalid") \
C(lint, "lint_note", "each code with field, paragraph and what to do") \
C(dues, "dues_population_share", "population over all populations") \
C(dues, "dues_transfer_share", "transfers over all transfers") \
C(dues, "dues_share", "the state's share") \
C(dues, "dues_fraction", "the share as a reduced fraction") \
C(amount, "dues_amount", "whole dollars, with --budget or --tiers") \
C(tier, "dues_tier", "tier of the share, with --tiers") \
C(tier, "dues_amount", "whole dollars, with --budget or --tiers")

struct column {
	const char *group, *name, *meaning;
};

/* The i-th column of a group, NULL beyond. */
const struct column *column_at(const char *group, size_t i);

/* The next one of its group, or NULL. */
const struct column *column_after(const struct column *c);

/* Whether any of the tools adds a column of this name. */
bool column_is_known(const char *name, size_t len);

#endif
