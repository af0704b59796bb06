/* SPDX-License-Identifier: MIT */
/*
 * decision.c - writes the log of --log.  A line is in the file before its answer
 * goes out, whole or not at all: the tools of a pipe may share a file, so that
 * it is locked for each, and where the disk is full what is there of a line is
 * taken back.
 *
 * What is logged is the library's answer to the facts as the line has them, so
 * that whoever has the line can ask again.
 */
#include "tool/decision.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sha2.h>

#include "tool/quote.h"

struct decisions {
	int fd;
	bool regular;
	uint8_t key[KEYED_KEY];
	char calendar[KEYED_HEX], amendments[KEYED_HEX];
	char *answer; /* the last one, */
	size_t room;
	char *value;  /* and the last value */
};

const char *const decision_whose[] = {"owner", "both", "federal", NULL};
const char *const decision_unsaid[] = {
	"empty", "not-mentioned", "no-column", NULL
};

/* -- What the decisions rest on ------------------------------------------- */

static bool decision_refuse(const struct tool *t, const char *name,
    const char *why)
{
	tool_error(t, &(struct tool_place){name, 0, 0, NULL}, TOOL_E_LOG, "%s",
	    why);
	return false;
}

/* A pipe cannot be read twice. */
static bool decision_add_file(const struct tool *t, const char *name,
    SHA2_CTX *sum)
{
	char bytes[8192];
	struct stat st;
	FILE *in;
	size_t n;
	int sys;

	if (stat(name, &st) == 0 && !S_ISREG(st.st_mode))
		return decision_refuse(t, name, "is no regular file; a log of "
		    "decisions keeps the sum of this one");
	if (!(in = fopen(name, "rb")))
		return decision_refuse(t, name, strerror(errno));
	while ((n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		SHA256Update(sum, (const uint8_t *)bytes, n);
	sys = ferror(in) ? errno : 0;
	fclose(in);
	return !sys || decision_refuse(t, name, strerror(sys));
}

bool decision_sum(const struct tool *t, char *const *names, size_t count,
    char hex[KEYED_HEX])
{
	SHA2_CTX sum;

	*hex = '\0';
	if (count == 0)
		return true;
	SHA256Init(&sum);
	for (size_t i = 0; i < count; i++)
		if (!decision_add_file(t, names[i], &sum))
			return false;
	SHA256End(&sum, hex);
	return true;
}

/* -- The file ------------------------------------------------------------- */

/* Why the file that is open cannot be it; NULL: it can. */
static const char *decision_unfit(const struct tool *t, const struct stat *st)
{
	const char *use = S_ISREG(st->st_mode) ? rejects_use_of(t, st) : NULL;

	if (use)
		return use;
	if (S_ISREG(st->st_mode) && st->st_mode & 077)
		return "others may read it or write to it; chmod 600 keeps "
		    "them out";
	return S_ISDIR(st->st_mode) ? "is a folder" : NULL;
}

/* Read as well as written: what an earlier run left of its last line shows at
 * the end. */
static bool decision_open_file(const struct tool *t, struct decisions *d)
{
	const char *name = t->log_name, *why;
	struct stat st;

	if (strcmp(name, "-") == 0)
		return decision_refuse(t, name, "is the output, ./- a file; "
		    "--log wants a file of its own");
	if (t->rejects_name && strcmp(name, t->rejects_name) == 0)
		return decision_refuse(t, name, "is the file of --rejects; "
		    "--log wants a file of its own");
	d->fd = open(name, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC |
	    O_NONBLOCK, 0600);
	if (d->fd < 0)
		return decision_refuse(t, name, errno == ELOOP ?
		    "is a symbolic link; --log wants a file of its own" :
		    strerror(errno));
	if (fstat(d->fd, &st) != 0)
		return decision_refuse(t, name, strerror(errno));
	why = decision_unfit(t, &st);
	d->regular = S_ISREG(st.st_mode);
	return !why || decision_refuse(t, name, why);
}

int decision_open(struct tool *t)
{
	struct decisions *d;

	if (!t->log_name)
		return -1;
	t->decisions = d = calloc(1, sizeof(*d));
	if (d) {
		d->fd = -1;
		d->value = malloc(REC_MAX_RECORD + 1);
	}
	if (!d || !d->value) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	if (!keyed_take(t, d->key) ||
	    !decision_sum(t, t->holiday_names, t->holiday_count, d->calendar) ||
	    !decision_sum(t, t->amend_names, t->amend_count, d->amendments) ||
	    !decision_open_file(t, d))
		return TOOL_USAGE;
	return -1;
}

void decision_free(struct tool *t)
{
	struct decisions *d = t->decisions;

	if (!d)
		return;
	if (d->fd >= 0)
		close(d->fd);
	free(d->answer);
	free(d->value);
	free(d);
}

static bool decision_lock(const struct decisions *d, short how)
{
	struct flock lock = {.l_type = how, .l_whence = SEEK_SET};

	while (d->regular && fcntl(d->fd, F_SETLKW, &lock) != 0)
		if (errno != EINTR)
			return false;
	return true;
}

static bool decision_write(const struct decisions *d, const char *text,
    size_t len)
{
	while (len > 0) {
		ssize_t n = write(d->fd, text, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		text += n;
		len -= (size_t)n;
	}
	return true;
}

/* Behind what an earlier run was killed in the middle of, a line begins anew. */
static bool decision_append(const struct decisions *d, const char *line,
    size_t len)
{
	off_t end = d->regular ? lseek(d->fd, 0, SEEK_END) : 0;
	bool good = end >= 0;
	char last = '\n';
	int sys;

	if (good && end > 0 && pread(d->fd, &last, 1, end - 1) == 1 &&
	    last != '\n')
		good = decision_write(d, "\n", 1);
	good = good && decision_write(d, line, len);
	sys = errno;
	if (!good && d->regular && end >= 0 && ftruncate(d->fd, end) != 0)
		return false; /* the next run begins a line behind it */
	errno = sys;
	return good;
}

static bool decision_out(struct tool *t, const char *line, size_t len)
{
	const struct decisions *d = t->decisions;
	bool good = decision_lock(d, F_WRLCK) && decision_append(d, line, len);
	int sys = errno;

	decision_lock(d, F_UNLCK);
	if (good)
		return true;
	tool_status(t, TOOL_STOPPED);
	tool_error(t, &(struct tool_place){t->log_name, 0, 0, NULL},
	    REC_E_WRITE, "cannot write: %s", strerror(sys));
	return false;
}

/* -- A line --------------------------------------------------------------- */

/* The case is only known by its pseudonym, and who works on it decides
 * nothing. */
static bool decision_names(const struct icj_field *f)
{
	return strcmp(f->name, "case_id") == 0 || strcmp(f->name, "worker") == 0;
}

/* What the line has of a fact. */
static const char *decision_value(const struct tool *t,
    const struct icj_field *f)
{
	const struct decisions *d = t->decisions;
	bool spoilt = t->bad_count > 0 && facts_spoilt(t, f);

	if (!spoilt && !icj_case_has(t->facts, f))
		return "";
	if (f->confidential)
		return DECISION_MASKED;
	if (spoilt)
		return DECISION_UNREADABLE;
	if (f->type == ICJ_TEXT)
		return DECISION_STATED;
	icj_case_get(t->facts, f, d->value, REC_MAX_RECORD + 1);
	return d->value;
}

static void decision_facts(const struct tool *t, FILE *out)
{
	const struct icj_field *f;
	const char *comma = "";

	putc('{', out);
	for (size_t i = 0; (f = icj_field_at(i)); i++) {
		bool read = f->read_by & t->kind->area || f->confidential;

		if (!read || decision_names(f) ||
		    (!icj_case_mentions(t->facts, f) && !facts_spoilt(t, f)))
			continue;
		fprintf(out, "%s\"%s\": ", comma, f->name);
		quote_put(out, decision_value(t, f));
		comma = ", ";
	}
	putc('}', out);
}

static void decision_pair(FILE *out, const char *name, const char *value)
{
	fprintf(out, ", \"%s\": ", name);
	quote_put(out, value);
}

/* In a CSV a field that no column has could not be said. */
static enum icj_unsaid decision_how(const struct tool *t)
{
	return t->fact_count == 0 && rec_in_format(input_reader(t)) == REC_CSV ?
	    ICJ_NO_COLUMN : ICJ_NOT_MENTIONED;
}

static void decision_head(const struct tool *t, FILE *out)
{
	const struct decisions *d = t->decisions;
	const char *id = "case_id";
	char day[11], as_of[32], hex[KEYED_HEX] = "";
	struct rec_text key = {d->value, icj_case_get(t->facts,
	    icj_field_find(id, strlen(id)), d->value, REC_MAX_RECORD + 1)};

	if (key.len)
		keyed_texts(d->key, &key, 1, hex);
	fprintf(out, "{\"log\": " DECISION_LINE);
	decision_pair(out, "question", t->kind->logged);
	decision_pair(out, "case", hex);
	decision_pair(out, "program", ICJ_VERSION);
	decision_pair(out, "library", icj_version());
	decision_pair(out, "rules", icj_rules_version());
	decision_pair(out, "calendar", d->calendar);
	decision_pair(out, "amendments", d->amendments);
	decision_pair(out, "as_of", icj_time_format(&t->ctx.as_of, as_of));
	decision_pair(out, "edition", t->ctx.edition == ICJ_DATE_NONE ? "auto" :
	    icj_date_format(t->ctx.edition, day));
	decision_pair(out, "whose", decision_whose[t->ctx.whose]);
	decision_pair(out, "strict", t->ctx.strict ? "yes" : "no");
	decision_pair(out, "unsaid", decision_unsaid[decision_how(t)]);
	fputs(", \"facts\": ", out);
}

static bool decision_ask(const struct tool *t, const char *facts)
{
	struct decisions *d = t->decisions;
	size_t len;

	while ((len = icj_answer_json_by(t->kind->logged, facts,
	    decision_how(t), &t->ctx, d->answer, d->room)) >= d->room) {
		char *more = realloc(d->answer, len + 1024);

		if (!more)
			return false;
		d->answer = more;
		d->room = len + 1024;
	}
	return true;
}

/* The line, to be freed; NULL for want of memory. */
static char *decision_line(const struct tool *t, size_t *len)
{
	const struct decisions *d = t->decisions;
	char *line = NULL;
	FILE *out = open_memstream(&line, len);
	size_t facts;
	bool good;

	if (!out)
		return NULL;
	decision_head(t, out);
	fflush(out);
	facts = *len;
	decision_facts(t, out);
	fflush(out);
	good = !ferror(out) && decision_ask(t, line + facts);
	if (good)
		fprintf(out, ", \"answer\": %s", d->answer);
	fflush(out);
	good = good && !ferror(out);
	if (good) {
		char hex[KEYED_HEX];

		keyed_bytes(d->key, line, *len, hex);
		fprintf(out, ", \"seal\": \"%s\"}\n", hex);
	}
	good &= fclose(out) == 0;
	if (good)
		return line;
	free(line);
	return NULL;
}

bool decision_put(struct tool *t)
{
	size_t len = 0;
	char *line;
	bool good;

	if (t->invalid)
		return true; /* it is no record that could be judged */
	line = decision_line(t, &len);
	if (!line) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		tool_status(t, TOOL_STOPPED);
		return false;
	}
	good = decision_out(t, line, len);
	free(line);
	return good;
}
