/* SPDX-License-Identifier: MIT */
/*
 * digest_mail.c - who is to be told: the file of addresses, and messages for a
 * local sendmail (RFC 5322).  What has no address of its own goes to that of
 * all others, and without one to standard output: nothing is lost.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "digest/digesting.h"
#include "tool/same.h"

#define ADDRESS_MOST 254 /* RFC 5321, 4.5.3.1.3 and its errata */

struct post_line {
	char *name;    /* of a worker; "": all others */
	char *address; /* behind it, in one block */
};

struct digest_post {
	struct post_line *line;
	size_t lines;
	bool seen[2]; /* the columns */
	const struct tool *t;
};

/* -- The file of addresses ----------------------------------------------- */

static int post_place(void *arg, const char *name, size_t len, unsigned field)
{
	struct digest_post *p = arg;
	const struct digesting *d = p->t->own;
	int slot = name_same("address", name, len) ? 1 :
	    name_same(duty_column_name(d->by), name, len) ? 0 :
	    d->by == DUTY_STATE && name_same("state", name, len) ? 0 : -1;

	(void)field;
	if (slot >= 0)
		p->seen[slot] = true;
	return slot >= 0 ? slot : REC_PASS;
}

static bool post_say(const struct tool *t, unsigned long line, unsigned field,
    const char *why)
{
	const struct digesting *d = t->own;

	tool_error(t, &(struct tool_place){d->mail_name, line, field, NULL},
	    DIGEST_E_ADDRESS, "%s", why);
	return false;
}

/* One address, of a mail system or of this machine; nothing that a header or a
 * command could take for more. */
static bool is_address(const char *text, size_t len)
{
	if (len == 0 || len > ADDRESS_MOST || *text == '-')
		return false;
	for (size_t i = 0; i < len; i++)
		if (text[i] <= ' ' || text[i] >= 0x7f ||
		    strchr("()<>,;:\\\"[]", text[i]))
			return false;
	return true;
}

static struct post_line *post_find(const struct digest_post *p,
    struct rec_text name)
{
	for (size_t i = 0; i < p->lines; i++)
		if (name_same(p->line[i].name, name.text, name.len))
			return &p->line[i];
	return NULL;
}

static bool post_add(struct digest_post *p, struct rec_text name,
    struct rec_text address)
{
	struct post_line *more = realloc(p->line, (p->lines + 1) *
	    sizeof(*more)), *line;

	if (!more)
		return false;
	p->line = more;
	line = &more[p->lines];
	line->name = calloc(1, name.len + address.len + 2);
	if (!line->name)
		return false;
	memcpy(line->name, name.text, name.len);
	line->address = line->name + name.len + 1;
	memcpy(line->address, address.text, address.len);
	p->lines++;
	return true;
}

static struct rec_text post_cell(const struct rec *rec, size_t i)
{
	struct rec_text cell = {"", 0};

	if (!rec->value[i].text)
		return cell;
	cell.len = rec->value[i].len;
	cell.text = icj_trim(rec->value[i].text, &cell.len);
	return cell;
}

static bool post_has_columns(const struct tool *t, const struct digest_post *p)
{
	return (p->seen[0] && p->seen[1]) || post_say(t, 1, 0, "it needs the "
	    "columns worker, or what --by says, and address");
}

static bool post_take(const struct tool *t, struct digest_post *p,
    const struct rec *rec)
{
	struct rec_text name, address;

	if (!post_has_columns(t, p))
		return false;
	if (rec->fault)
		return post_say(t, rec->line, rec->fault->field,
		    rec->fault->text);
	name = post_cell(rec, 0);
	address = post_cell(rec, 1);
	if (memchr(name.text, '\0', name.len))
		return post_say(t, rec->line, 0, "a NUL in a name");
	if (!is_address(address.text, address.len))
		return post_say(t, rec->line, rec->value[1].field,
		    "not one plain address, such as name@example.org");
	if (post_find(p, name))
		return post_say(t, rec->line, 0, "an earlier line has the "
		    "same name");
	return post_add(p, name, address) || post_say(t, 0, 0,
	    "out of memory");
}

static bool post_read(const struct tool *t, struct digest_post *p,
    struct rec_in *in)
{
	const struct rec *rec;
	enum rec_got got = rec_start(in);

	while (got == REC_RECORD && (got = rec_next(in, &rec)) == REC_RECORD)
		if (!(rec->fault && rec->fault->code == REC_E_VOID) &&
		    !post_take(t, p, rec))
			return false;
	if (got == REC_STOP)
		return post_say(t, rec_in_error(in)->line, 0,
		    rec_in_error(in)->text);
	return post_has_columns(t, p);
}

int post_open(struct tool *t)
{
	struct digesting *d = t->own;
	struct digest_post *p = d->post = calloc(1, sizeof(*p));
	struct rec_options options = {.place = post_place, .arg = p,
	    .slots = 2};
	int fd = open(d->mail_name, O_RDONLY | O_CLOEXEC);
	struct rec_in *in = fd >= 0 && p ? rec_in_new(fd, &options) : NULL;
	bool fine = false;

	if (p)
		p->t = t;
	if (fd < 0)
		post_say(t, 0, 0, strerror(errno));
	else if (!in)
		post_say(t, 0, 0, "out of memory");
	else
		fine = post_read(t, p, in);
	rec_in_free(in);
	if (fd >= 0)
		close(fd);
	return fine ? -1 : TOOL_USAGE;
}

void post_free(struct digest_post *p)
{
	while (p && p->lines > 0)
		free(p->line[--p->lines].name);
	if (p)
		free(p->line);
	free(p);
}

bool post_knows(const char *address)
{
	return is_address(address, strlen(address));
}

/* -- Messages ------------------------------------------------------------ */

/* Dates of mail are in English, and so is a program without a locale. */
static void put_date_header(FILE *out)
{
	time_t now = time(NULL);
	struct tm tm;
	char text[64];

	localtime_r(&now, &tm);
	strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S %z", &tm);
	fprintf(out, "Date: %s\n", text);
}

/* A subject has no name of anybody in it. */
static void put_headers(const struct tool *t, const char *to,
    const struct digest_group *group, size_t groups, FILE *out)
{
	const struct digesting *d = t->own;
	const struct post_line *other = post_find(d->post,
	    (struct rec_text){"", 0});
	const char *from = d->from ? d->from : other ? other->address : NULL;
	char summary[DIGEST_SUMMARY], day[11] = "";

	if (d->as_of.date != ICJ_DATE_NONE)
		icj_date_format(d->as_of.date, day);
	if (from)
		fprintf(out, "From: %s\n", from);
	fprintf(out, "To: %s\n", to);
	put_date_header(out);
	fprintf(out, "Subject: ICJ duties%s%s: %s\n", *day ? " " : "", day,
	    digest_summary(d, group, groups, summary));
	fprintf(out, "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n"
	    "Content-Type: text/%s; charset=utf-8\n"
	    "Content-Transfer-Encoding: 8bit\n\n", d->page ? "html" : "plain");
}

/* A command that ends early must not end us. */
static void stay(int sig)
{
	(void)sig;
}

static bool post_send(struct tool *t, const char *to,
    const struct digest_group *group, size_t groups)
{
	const struct digesting *d = t->own;
	struct sigaction act = {.sa_handler = stay}, old;
	FILE *out;
	int status = -1, sys;

	sigemptyset(&act.sa_mask);
	sigaction(SIGPIPE, &act, &old);
	fflush(stdout);
	out = popen(d->sendmail, "w");
	if (out) {
		put_headers(t, to, group, groups, out);
		sys = !digest_print(d, group, groups, out);
		status = pclose(out);
		status = status ? status : sys;
	}
	sigaction(SIGPIPE, &old, NULL);
	if (status == 0)
		return true;
	if (status > 0 && WIFEXITED(status) && WEXITSTATUS(status))
		tool_error(t, NULL, DIGEST_E_SEND, "the command that sends "
		    "left with status %d; these duties will be told again",
		    WEXITSTATUS(status));
	else
		tool_error(t, NULL, DIGEST_E_SEND, "the command that sends "
		    "failed; these duties will be told again");
	tool_status(t, TOOL_STOPPED);
	return false;
}

/* -- All groups ---------------------------------------------------------- */

static void post_note_sent(struct digesting *d,
    const struct digest_group *group, size_t groups)
{
	for (size_t g = 0; g < groups; g++)
		for (size_t i = group[g].from; i < group[g].to; i++)
			d->row[i].sent = true;
}

static void post_print(struct tool *t, const struct digest_group *group,
    size_t groups)
{
	if (digest_print(t->own, group, groups, stdout))
		post_note_sent(t->own, group, groups);
	else
		tool_say_write(t, NULL, errno);
}

static void post_send_noted(struct tool *t, const char *to,
    const struct digest_group *group, size_t groups)
{
	if (post_send(t, to, group, groups))
		post_note_sent(t->own, group, groups);
}

/* Those without an address of their own, moved to the front, go together. */
static void post_rest(struct tool *t, size_t rest)
{
	struct digesting *d = t->own;
	const struct post_line *other = post_find(d->post,
	    (struct rec_text){"", 0});

	if (rest == 0)
		return;
	tool_warn(t, NULL, DIGEST_W_UNKNOWN, "duties of %zu %s%s without an "
	    "address in %s go to %s", rest, d->by == DUTY_STATE ? "state" :
	    duty_column_name(d->by), rest == 1 ? "" : "s", d->mail_name, other ?
	    "the address without a name" : "standard output");
	if (other)
		post_send_noted(t, other->address, d->group, rest);
	else
		post_print(t, d->group, rest);
}

void post_all(struct tool *t)
{
	struct digesting *d = t->own;
	size_t rest = 0;

	if (d->groups == 0)
		return;
	if (!d->post) {
		post_print(t, d->group, d->groups);
		return;
	}
	for (size_t g = 0; g < d->groups; g++) {
		struct rec_text name = d->row[d->group[g].from].group;
		const struct post_line *line = name.len ?
		    post_find(d->post, name) : NULL;

		if (line)
			post_send_noted(t, line->address, &d->group[g], 1);
		else
			d->group[rest++] = d->group[g];
	}
	post_rest(t, rest);
}
