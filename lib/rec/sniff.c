/* SPDX-License-Identifier: MIT */
/*
 * sniff.c - tells CSV, YAML and JSON apart by their first bytes.  It parses
 * nothing; whoever knows better says so with rec_options.format.
 */
#include "rec_internal.h"

/* No answer before so much has been seen, unless the input ends. */
#define SNIFF_MAX 65536

bool rec_is_utf16(const char *text, size_t len)
{
	if (len >= 2 && (!memcmp(text, "\xff\xfe", 2) ||
	    !memcmp(text, "\xfe\xff", 2)))
		return true;
	return len >= 4 && ((!text[0] && text[1] && !text[2] && text[3]) ||
	    (text[0] && !text[1] && text[2] && !text[3]));
}

static bool is_blank_byte(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool begins(const char *line, size_t len, const char *with)
{
	size_t want = strlen(with);

	return len >= want && !memcmp(line, with, want) &&
	    (len == want || is_blank_byte(line[want]));
}

/* "key:" and a blank or the end, no comma or quote before it. */
static bool is_key(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (line[i] == ',' || line[i] == '"')
			return false;
		if (line[i] == ':')
			return i > 0 && (i + 1 == len ||
			    is_blank_byte(line[i + 1]));
	}
	return false;
}

static bool is_yaml(const char *line, size_t len)
{
	return begins(line, len, "---") || begins(line, len, "%YAML") ||
	    begins(line, len, "-") || is_key(line, len);
}

/* "# text" may be a comment; "#,name" and "#id,name" are headers. */
static bool is_comment(const char *line, size_t len)
{
	return begins(line, len, "#");
}

static void skip_blank(const char **text, const char *end)
{
	while (*text < end && is_blank_byte(**text))
		(*text)++;
}

bool rec_sniff(const char *text, size_t len, bool all, enum rec_format *format)
{
	const char *end = text + len;

	all = all || len >= SNIFF_MAX;
	*format = REC_CSV;
	for (skip_blank(&text, end); text < end; skip_blank(&text, end)) {
		const char *lf = memchr(text, '\n', (size_t)(end - text));
		size_t line = (size_t)((lf ? lf : end) - text);

		if (*text == '{' || *text == '[') {
			*format = REC_JSON;
			return true;
		}
		if (!lf && !all)
			return false;
		if (!is_comment(text, line)) {
			*format = is_yaml(text, line) ? REC_YAML : REC_CSV;
			return true;
		}
		text += line;
	}
	return all;
}
