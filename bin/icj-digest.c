/* SPDX-License-Identifier: MIT */
/*
 * icj-digest - what a person should see in the morning, from duty records: what
 * is overdue, what may be, and what will soon be due; and each of it once.
 */
#include <stdlib.h>
#include <string.h>

#include "digest/digesting.h"

enum {
	OPT_BY = 2000, OPT_WITHIN, OPT_STATE, OPT_REMIND, OPT_MAIL_TO,
	OPT_SENDMAIL, OPT_FROM
};

#define SENDMAIL "/usr/sbin/sendmail -oi -t"

/* -- Options ------------------------------------------------------------ */

static bool digest_take_by(struct tool *t, const char *word)
{
	static const char *const words[] = {"worker", "zone", "state", NULL};
	static const enum duty_column columns[] = {
		DUTY_WORKER, DUTY_ZONE, DUTY_STATE
	};
	struct digesting *d = t->own;
	int i = start_one_of(t, word, words);

	if (i >= 0)
		d->by = columns[i];
	return i >= 0;
}

static bool digest_take_days(const char *text, int32_t *days)
{
	size_t len = strspn(text, "0123456789");

	if (len == 0 || len > 4 || text[len])
		return false;
	*days = (int32_t)atol(text);
	return true;
}

static bool digest_take(struct tool *t, int letter, const char *argument)
{
	struct digesting *d = t->own;

	switch (letter) {
	case OPT_BY:
		return digest_take_by(t, argument);
	case OPT_WITHIN:
		return digest_take_days(argument, &d->within);
	case OPT_REMIND:
		return digest_take_days(argument, &d->remind) && d->remind > 0;
	case OPT_STATE:
		rejects_spare(t, argument);
		return *(d->state_name = argument) != '\0';
	case OPT_MAIL_TO:
		rejects_spare(t, argument);
		return *(d->mail_name = argument) != '\0';
	case OPT_SENDMAIL:
		return *(d->sendmail = argument) != '\0';
	case OPT_FROM:
		return post_knows(d->from = argument);
	}
	return false;
}

static int digest_check_together(struct tool *t)
{
	struct digesting *d = t->own;

	d->page = t->out == REC_HTML;
	t->out_given = true; /* no other would fit a terminal better */
	if ((t->out != REC_AUTO && !d->page) || t->trailer || t->show || t->wide ||
	    t->spreadsheet)
		return tool_misuse(t, "a digest is text or html; rows are "
		    "written by icj-deadline --only overdue,due,unknown", "", "");
	if (d->remind > 0 && !d->state_name)
		return tool_misuse(t, "--remind needs --state", "", "");
	if (!d->mail_name && (d->sendmail || d->from))
		return tool_misuse(t, d->from ? "--from" : "--sendmail",
		    " needs --mail-to", "");
	return duty_record_begin(t);
}

static int digest_begin(struct tool *t)
{
	struct digesting *d = t->own;
	int status = digest_check_together(t);

	t->explain = false; /* it is prose in any case */
	if (!d->sendmail)
		d->sendmail = SENDMAIL;
	if (status < 0 && d->mail_name)
		status = post_open(t);
	if (status < 0 && d->state_name)
		status = state_open(t);
	return status;
}

static int digest_opened(struct tool *t)
{
	const struct digesting *d = t->own;
	unsigned needs = DIGEST_NEEDS | 1u << d->by | 1u << DUTY_DUE |
	    1u << DUTY_EXTENDED_TO | 1u << DUTY_DONE | 1u << DUTY_KIND |
	    1u << DUTY_NOTE;

	if (d->state_name)
		needs |= 1u << DUTY_CASE_ID;
	return duty_record_opened(t, needs);
}

static int digest_end(struct tool *t)
{
	struct digesting *d = t->own;
	int status = state_mark(t);

	if (status >= 0) {
		tool_status(t, status);
		return 0;
	}
	if (!digest_sort(d))
		return -1;
	post_all(t);
	state_save(t);
	return 0;
}

static const struct tool_option options[] = {
	{OPT_BY, "by", "WHAT", "whose duties: worker (default), zone, state"},
	{OPT_WITHIN, "within", "DAYS", "what is due so soon, 7 by default"},
	{OPT_STATE, "state", "FILE", "tell only what that file does not know"},
	{OPT_REMIND, "remind", "DAYS", "tell again after so many days"},
	{OPT_MAIL_TO, "mail-to", "FILE", "a mail to each: worker,address"},
	{OPT_SENDMAIL, "sendmail", "COMMAND", "what sends, " SENDMAIL},
	{OPT_FROM, "from", "ADDRESS", "who the mails are from"},
	{0, NULL, NULL, NULL}
};

static const struct tool_kind kind = {
	.name = "icj-digest",
	.examples =
	    "  icj-deadline cases.csv | icj-digest\n"
	    "  icj-deadline cases.csv | icj-digest --within 7\n"
	    "  icj-deadline cases.csv | icj-digest -o html\n",
	.synopsis = "icj-deadline ... | icj-digest [options] [FILE ...]",
	.job = "What should a person see this morning, and what of it is new?",
	.area = ICJ_AREA_DEADLINE,
	.columns = "digest",
	.options = options,
	.take = digest_take,
	.begin = digest_begin,
	.opened = digest_opened,
	.judge = digest_judge,
	.record = digest_keep,
	.end = digest_end,
	.not_amended = "a duty record has been dated by its law, which "
	    "icj-deadline is told of",
	.no_days = true,
	.own_rows = true,
	.names = &duty_names,
	.begun_by = DUTY_WOULD,
};

int main(int argc, char **argv)
{
	struct digesting d = {.by = DUTY_WORKER, .within = 7,
	    .as_of = {ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET}};
	int status = tool_run(&kind, &d, argc, argv);

	digest_free(&d);
	state_free(d.state);
	post_free(d.post);
	return status;
}
