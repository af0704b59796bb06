/* SPDX-License-Identifier: MIT */
/* help.c - see help.h. */
#define _GNU_SOURCE /* memfd_create */
#include "help.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void fuzz_fail(const char *file, int line, const char *what)
{
	/* stderr may be listening to the tools. */
	dprintf(STDERR_FILENO, "%s:%d: not so: %s\n", file, line, what);
	abort();
}

/* -- Files -------------------------------------------------------------- */

void fuzz_file_open(struct fuzz_file *f)
{
	f->fd = memfd_create("fuzz", MFD_CLOEXEC);
	CHECK(f->fd >= 0);
	snprintf(f->name, sizeof(f->name), "/proc/self/fd/%d", f->fd);
}

void fuzz_file_set(struct fuzz_file *f, const void *bytes, size_t len)
{
	CHECK(ftruncate(f->fd, 0) == 0);
	CHECK(len == 0 || pwrite(f->fd, bytes, len, 0) == (ssize_t)len);
	CHECK(lseek(f->fd, 0, SEEK_SET) == 0);
}

char *fuzz_file_get(const struct fuzz_file *f, size_t *len)
{
	off_t end = lseek(f->fd, 0, SEEK_END);
	char *text;

	CHECK(end >= 0);
	text = malloc((size_t)end + 1);
	CHECK(text);
	CHECK(pread(f->fd, text, (size_t)end, 0) == (ssize_t)end);
	text[end] = '\0';
	*len = (size_t)end;
	return text;
}

uint32_t fuzz_hash(const uint8_t *data, size_t size)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < size; i++)
		h = (h ^ data[i]) * 16777619u;
	return h;
}

/* -- Messages ----------------------------------------------------------- */

/* How many letters and digits stand there, up to eight; 0 unless there are
 * some of both. */
static size_t word(const char *text, size_t len)
{
	size_t n = 0, letters = 0, digits = 0;

	while (n < len && n < 8 && isalnum((unsigned char)text[n])) {
		letters += isalpha((unsigned char)text[n]) != 0;
		digits += isdigit((unsigned char)text[n]) != 0;
		n++;
	}
	return letters && digits ? n : 0;
}

/* Kept out of the feedback of the fuzzer, which would learn the words of our
 * own messages. */
#ifdef __clang__
__attribute__((no_sanitize("coverage")))
#endif
bool fuzz_shows(const char *message, size_t whole, const char *value,
    size_t len)
{
	for (size_t i = 0; i + 8 <= len; i++) {
		if (word(value + i, len - i) < 8)
			continue;
		for (size_t k = 0; k + 8 <= whole; k++) {
			size_t n = 0;

			while (n < 8 && message[k + n] == value[i + n])
				n++;
			if (n == 8)
				return true;
		}
	}
	return false;
}

static struct fuzz_file ear;

void fuzz_listen(void)
{
	FILE *to;

	if (ear.name[0])
		return;
	fuzz_file_open(&ear);
	to = fdopen(dup(ear.fd), "a");
	CHECK(to);
	setvbuf(to, NULL, _IONBF, 0);
	stderr = to; /* the fuzzer keeps the one it had */
}

char *fuzz_said(size_t *len)
{
	char *text = fuzz_file_get(&ear, len);

	fuzz_file_set(&ear, NULL, 0);
	return text;
}

/* -- The record layer --------------------------------------------------- */

static int place(void *arg, const char *name, size_t len, unsigned field)
{
	static const char *const known[FUZZ_SLOTS] = { "a", "b", "c", "d_e",
		"list", "plan_days", "case_id", "state" };

	(void)arg;
	(void)field;
	for (int i = 0; i < FUZZ_SLOTS; i++)
		if (strlen(known[i]) == len && !memcmp(known[i], name, len))
			return i;
	return REC_PASS;
}

static void see_value(FILE *f, const char *text, size_t len)
{
	fprintf(f, text ? " %zu:" : " -", len);
	if (text)
		fwrite(text, 1, len, f);
}

static void see(FILE *f, const struct fuzz_how *how, const struct rec *rec)
{
	fprintf(f, "%lu", how->no_lines ? 0 : rec->line);
	if (rec->fault)
		fprintf(f, " [%d %lu %u %s]", rec->fault->code,
		    how->no_lines ? 0 : rec->fault->line, rec->fault->field,
		    rec->fault->text);
	for (size_t i = 0; !how->all && i < FUZZ_SLOTS; i++)
		see_value(f, rec->value[i].text, rec->value[i].len);
	for (size_t i = 0; how->all && i < rec->count; i++) {
		see_value(f, rec->names[i].text, rec->names[i].len);
		see_value(f, rec->all[i].text, rec->all[i].len);
	}
	putc('\n', f);
}

static int put(const struct fuzz_how *how, struct rec_out *out,
    struct rec_in *in)
{
	struct rec_text cell = { how->cell, how->cell ? strlen(how->cell) : 0 };

	if (how->raw)
		return rec_put_raw(out, in);
	return rec_put_record(out, in, &cell, &cell, how->cell != NULL);
}

/* In the order in which the tools call it. */
static int pass(struct fuzz_run *run, const struct fuzz_how *how,
    struct rec_in *in, struct rec_out *out, FILE *f)
{
	struct rec_text name = { how->cell, how->cell ? strlen(how->cell) : 0 };
	const struct rec *rec;
	int bad = 0;

	if (run->end == REC_RECORD && !how->raw)
		bad = rec_put_header(out, in, &name, how->cell != NULL);
	while (!bad && run->end == REC_RECORD &&
	    (run->end = rec_next(in, &rec)) == REC_RECORD) {
		run->records++;
		see(f, how, rec);
		bad = put(how, out, in);
	}
	if (!bad && run->end == REC_END && !how->raw)
		bad = rec_put_end(out, in);
	return rec_flush(out) != 0 || bad;
}

void fuzz_run(struct fuzz_run *run, const struct fuzz_how *how,
    const void *bytes, size_t len)
{
	static struct fuzz_file from, to;
	struct rec_options options = { .format = how->from,
		.place = how->unplaced ? NULL : place, .slots = FUZZ_SLOTS,
		.block = how->block, .plain = how->plain, .all = how->all };
	FILE *f = open_memstream(&run->seen, &run->seen_len);
	struct rec_in *in;
	struct rec_out *out;

	if (!from.name[0]) {
		fuzz_file_open(&from);
		fuzz_file_open(&to);
	}
	fuzz_file_set(&from, bytes, len);
	fuzz_file_set(&to, NULL, 0);
	run->records = 0;
	in = rec_in_new(from.fd, &options);
	CHECK(f && in);
	run->end = rec_start(in);
	run->format = rec_in_format(in);
	out = rec_out_new(to.fd, how->to ? how->to : run->format);
	CHECK(out);
	run->error = *rec_in_error(in);
	if (pass(run, how, in, out, f)) {
		run->error = *rec_out_error(out);
		run->end = REC_STOP;
	} else {
		run->error = *rec_in_error(in);
	}
	CHECK(run->end != REC_STOP || (run->error.code >= 201 &&
	    run->error.text[0]));
	rec_in_free(in);
	rec_out_free(out);
	fclose(f);
	run->out = fuzz_file_get(&to, &run->out_len);
}

void fuzz_run_free(struct fuzz_run *run)
{
	free(run->out);
	free(run->seen);
}
