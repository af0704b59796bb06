/* SPDX-License-Identifier: MIT */
/*
 * fuzz_map.c - map files: one is taken whole or refused with a message that
 * names keys only, and what is taken is found.
 */
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "tool/map.h"
#include "tool/words.h"

static int pass(void *arg, const char *name, size_t len, unsigned field)
{
	(void)arg, (void)name, (void)len, (void)field;
	return REC_PASS;
}

/* Whether a name leads to a field, or says that it leads to none. */
static bool is_found(const struct tool *t, const struct rec_text *name)
{
	char plain[WORDS_ROOM];

	return map_ignores(t, name->text, name->len) || map_find(t, plain,
	    words_plain(name->text, name->len, plain));
}

/* Reads the file once more: every name leads to a field or has values, and the
 * message of a refusal holds no value that is not also a name. */
static void check_entries(const struct tool *t, const char *said, size_t len,
    const struct rec *rec)
{
	for (size_t i = 0; i < rec->count; i++) {
		const struct rec_text *n = &rec->names[i];
		const struct rec_value *v = &rec->all[i];

		if (len == 0)
			CHECK(memchr(n->text, '\x1f', n->len) ||
			    is_found(t, n) || memchr(n->text, '\0', n->len));
		else if (rec->count == 1 && !strstr(said, "did you mean"))
			CHECK(!fuzz_shows(said, len, v->text, v->len) ||
			    fuzz_shows(n->text, n->len, v->text, v->len));
	}
}

static void check_file(const struct tool *t, const char *said, size_t len,
    const uint8_t *data, size_t size)
{
	struct rec_options options = { .format = REC_YAML, .all = true,
		.place = pass, .joint = '\x1f' };
	struct rec_in *in = rec_in_memory((const char *)data, size, &options);
	const struct rec *rec;

	CHECK(in);
	if (rec_start(in) == REC_RECORD)
		while (rec_next(in, &rec) == REC_RECORD)
			check_entries(t, said, len, rec);
	rec_in_free(in);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct fuzz_file file;
	static const struct tool_kind kind = { .name = "fuzz" };
	char *name = file.name, *said;
	struct tool t = { .kind = &kind, .map_names = &name, .map_count = 1 };
	size_t len;
	bool taken;

	if (size > FUZZ_MOST)
		return 0;
	if (!file.name[0]) {
		fuzz_file_open(&file);
		fuzz_listen();
	}
	fuzz_file_set(&file, data, size);
	taken = map_read(&t);
	said = fuzz_said(&len);
	/* Of a map of nothing it warns. */
	CHECK(taken ? len == 0 || strstr(said, "an empty map") : len > 0);
	check_file(&t, said, len, data, size);
	map_free(t.map);
	free(said);
	return 0;
}
