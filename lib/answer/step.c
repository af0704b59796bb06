/* SPDX-License-Identifier: MIT */
/*
 * step.c - the steps of a case as prose, one paragraph each, with the dates of
 * their duties; and of questions whose rules have no steps, the duties begun.
 */
#include <string.h>

#include "answer/prose.h"
#include "base/base.h"
#include "duties/deadline.h"

/* " By 2015-07-02: due." or the limit, where no duty has begun. */
static void step_date(const struct icj_step *s, struct text *t)
{
	char due[32], done[11];

	icj_time_format(&s->due, due);
	icj_date_format(s->done, done);
	if (*due) {
		TEXTS(t, s->duty.kind == ICJ_MAY ? " From " : " By ", due, ": ",
		    icj_due_status_name(s->status), *done ? " " : "");
	} else if (s->duty.id && s->status != ICJ_DUE_NO_START) {
		TEXTS(t, " Now ", icj_due_status_name(s->status),
		    *done ? ", done " : "");
	} else if (s->duty.id && s->duty.terms->limit) {
		TEXTS(t, " Limit: ", s->duty.terms->limit);
		*done = '\0';
	} else {
		return;
	}
	TEXTS(t, done, ".");
}

void icj__prose_step(const struct icj_step *s, struct text *t)
{
	icj__text_add(t, s->who);
	if (s->state)
		TEXTS(t, " (", icj_state_code(s->state), ")");
	TEXTS(t, ": ", s->text, " (", s->rule, ")");
	step_date(s, t);
}

ICJ_API void icj_prose_steps(const struct icj_prose *p,
    const struct icj_page *page)
{
	char buf[1060];
	struct icj_step s;
	struct text t;

	if (!p || !page)
		return;
	for (size_t i = 0; p->step && p->step(p->of, i, &s); i++) {
		if (i == 0) {
			icj_page_put(page, "", 0);
			icj_page_put(page, "What comes next, in order:", 0);
		}
		icj__text_start(&t, buf, sizeof(buf));
		icj__text_add_int(&t, (int64_t)i + 1);
		icj__text_add(&t, ". ");
		icj__prose_step(&s, &t);
		icj_page_put(page, buf, i < 9 ? 3 : 4);
	}
}

static bool step_has_day(const struct icj_step *s)
{
	return s->due.date != ICJ_DATE_NONE;
}

ICJ_API bool icj_prose_next(const struct icj_prose *p, struct icj_step *out)
{
	struct icj_step s;
	bool found = false, dated = false;

	for (size_t i = 0; p && out && p->step && p->step(p->of, i, &s); i++) {
		/* What stands before a thing done is behind it. */
		if (s.done != ICJ_DATE_NONE) {
			found = dated = false;
		} else if (!found || (!dated && step_has_day(&s))) {
			*out = s;
			found = true;
			dated = step_has_day(&s);
		}
	}
	return found;
}

/* -- Of any case -------------------------------------------------------- */

/* Late: what ought to have been done.  Else: what is still to come. */
static bool due_is_open(const struct icj_due *due, enum icj_area area,
    bool late)
{
	bool is_late = due->status == ICJ_DUE_OVERDUE ||
	    due->status == ICJ_DUE_EXCEEDED;
	bool open = is_late || due->status == ICJ_DUE_DUE ||
	    due->status == ICJ_DUE_HELD || due->status == ICJ_DUE_WITHIN;

	return open && is_late == late && due->trigger &&
	    due->trigger->read_by & area;
}

static const char *owed_by_words(const char *owed_by)
{
	static const char *const who[][2] = {
		{"sending", "sending state"}, {"receiving", "receiving state"},
		{"holding", "holding state"}, {"home", "home state"},
		{"commission", "Commission"}, {"either", "either office"},
		{"both", "both states"}, {"any", "anybody"},
	};

	for (size_t i = 0; i < COUNT_OF(who); i++)
		if (strcmp(who[i][0], owed_by) == 0)
			return who[i][1];
	return owed_by;
}

static void step_of_due(const struct icj_due *due, struct icj_step *out)
{
	*out = (struct icj_step){
		.text = due->duty.rule->says,
		.who = owed_by_words(due->duty.terms->owed_by),
		.rule = due->rule,
		.state = due->owed_by_state,
		.duty = due->duty,
		.status = due->status,
		.due = *in_effect(due),
		.done = due->done.date,
	};
}

ICJ_API bool icj_due_step(const struct icj_case *c,
    const struct icj_context *ctx, enum icj_area area, size_t i,
    struct icj_step *out)
{
	struct icj_due due;
	size_t skip = i;

	for (int late = 1; late >= 0 && out; late--)
		for (size_t k = 0; icj_due(c, ctx, k, &due); k++)
			if (due_is_open(&due, area, late) && skip-- == 0) {
				step_of_due(&due, out);
				return true;
			}
	return false;
}

/* Whoever is eligible is referred; that is another question's answer. */
ICJ_API bool icj_eligible_step(const struct icj_case *c,
    const struct icj_context *ctx, enum icj_tri verdict,
    struct icj_report *scratch, size_t i, struct icj_step *out)
{
	const char *supervision = "supervision";
	struct icj_referral referral;

	if (verdict != ICJ_YES || !icj_case_has(c,
	    icj_field_find(supervision, strlen(supervision))))
		return false;
	icj_referral(c, ctx, scratch, &referral);
	return icj_referral_step(c, ctx, &referral, i, out);
}

ICJ_API void icj_papers_prose(const struct icj_case *c,
    const struct icj_return *answer, const struct icj_page *page)
{
	struct icj_paper paper;
	char buf[512];
	struct text t;

	if (!c || !answer || !page)
		return;
	for (size_t i = 0; icj_return_paper(c, answer, i, &paper); i++) {
		if (i == 0) {
			icj_page_put(page, "", 0);
			icj_page_put(page, "What the packet holds:", 0);
		}
		icj__text_start(&t, buf, sizeof(buf));
		TEXTS(&t, "- ", paper.name, " (", paper.rule,
		    paper.required ? ")" : "), optional");
		icj_page_put(page, buf, 4);
	}
}
