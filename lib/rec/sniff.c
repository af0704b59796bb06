/* SPDX-License-Identifier: MIT */
/*
 * sniff.c - tells CSV, YAML and JSON apart by their first bytes, and what is
 * none of them.  It parses nothing; whoever knows better says so with
 * rec_options.format.
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

#define SPREADSHEET "this is a spreadsheet; open it and save it as CSV (UTF-8)"
#define PACKED "this is a compressed file; unpack it first: "

/* What programs write at the very beginning of their files. */
static bool is_blank_byte(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static const struct magic {
	const char *bytes;
	size_t len;
	const char *what;
} magics[] = {
	{ "\xd0\xcf\x11\xe0", 4, SPREADSHEET " (or another file of an office "
	  "program)" },
	{ "PK\5\6", 4, "this is an empty zip archive" },
	{ "\x1f\x8b", 2, PACKED "gzip -dc FILE | icj-..." },
	{ "BZh91AY&SY", 10, PACKED "bzip2 -dc FILE | icj-..." },
	{ "\xfd" "7zXZ", 5, PACKED "xz -dc FILE | icj-..." },
	{ "\x28\xb5\x2f\xfd", 4, PACKED "zstd -dc FILE | icj-..." },
	{ "7z\xbc\xaf", 4, PACKED "7z x FILE" },
	{ "Rar!\x1a", 5, PACKED "unrar x FILE" },
	{ "%PDF-", 5, "this is a PDF; export the records as CSV instead" },
	{ "{\\rtf", 5, "this is a document (RTF); save the records as CSV "
	  "instead" },
	{ "SQLite format 3\0", 16, "this is a SQLite database; write a table "
	  "of it as CSV: sqlite3 -csv -header FILE 'select ...'" },
	{ "PAR1\x15", 5, "this is a Parquet file; write it as CSV first" },
};

static bool starts(const char *text, size_t len, const char *with, size_t want)
{
	return len >= want && !memcmp(text, with, want);
}

/* Without regard to case; with has lower-case letters only. */
static bool has_word(const char *text, size_t len, const char *with)
{
	size_t i = 0;

	for (; i < len && with[i]; i++)
		if (rec_fold((unsigned char)text[i]) !=
		    rec_fold((unsigned char)with[i]))
			return false;
	return !with[i];
}

/* Whether some bytes stand in the beginning of a text. */
static bool sniff_holds(const char *text, size_t len, const char *bytes)
{
	size_t want = strlen(bytes);

	for (size_t i = 0; i + want <= len && i < 4096; i++)
		if (!memcmp(text + i, bytes, want))
			return true;
	return false;
}

/* A spreadsheet of these days is an archive of certain files. */
static const char *archive(const char *text, size_t len)
{
	if (sniff_holds(text, len, "[Content_Types]") ||
	    sniff_holds(text, len, "xl/") ||
	    sniff_holds(text, len, "opendocument.spreadsheet"))
		return SPREADSHEET;
	return "this is a zip archive, or a spreadsheet; unpack it, or open it "
	    "and save it as CSV (UTF-8)";
}

static const char *const tags[] = {
	"<!doctype html", "<html", "<head", "<table", "<body", "<meta", "<?xml",
	"<workbook"
};

static const char *page(const char *text, size_t len)
{
	while (len && is_blank_byte(*text))
		text++, len--;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (has_word(text, len, tags[i]))
			return tags[i][1] == '?' ? "this is XML, not CSV; save "
			    "or export the records as CSV (UTF-8)" : "this is "
			    "a web page (HTML), not CSV; open it in a "
			    "spreadsheet and save it as CSV (UTF-8), or log in "
			    "first if it is a page that asks for that";
	return NULL;
}

const char *rec_is_foreign(const char *text, size_t len)
{
	if (starts(text, len, "PK\3\4", 4))
		return archive(text, len);
	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++)
		if (starts(text, len, magics[i].bytes, magics[i].len))
			return magics[i].what;
	return page(text, len);
}

bool rec_may_be_foreign(const char *text, size_t len)
{
	if (starts(text, len, "PK\3\4", 4))
		return len < SNIFF_MAX;
	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++)
		if (len < magics[i].len && !memcmp(text, magics[i].bytes, len))
			return true;
	while (len && is_blank_byte(*text))
		text++, len--;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		size_t k = 0;

		while (k < len && tags[i][k] && rec_fold((unsigned char)
		    text[k]) == rec_fold((unsigned char)tags[i][k]))
			k++;
		if (k == len && tags[i][k])
			return true;
	}
	return false;
}

static bool sniff_begins(const char *line, size_t len, const char *with)
{
	size_t want = strlen(with);

	return len >= want && !memcmp(line, with, want) &&
	    (len == want || is_blank_byte(line[want]));
}

/* "key:" and a blank or the end, no comma or quote before it. */
static bool sniff_is_key(const char *line, size_t len)
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
	return sniff_begins(line, len, "---") ||
	    sniff_begins(line, len, "%YAML") || sniff_begins(line, len, "-") ||
	    sniff_is_key(line, len);
}

/* "# text" may be a comment; "#,name" and "#id,name" are headers. */
static bool sniff_is_comment(const char *line, size_t len)
{
	return sniff_begins(line, len, "#");
}

static void sniff_skip_blank(const char **text, const char *end)
{
	while (*text < end && is_blank_byte(**text))
		(*text)++;
}

/* A brace of JSON has a quote or a brace behind it; anything else there is a
 * mapping of YAML on one line, such as {case_id: A}.  False: more bytes are
 * needed. */
static bool is_braced(const char *text, const char *end, bool all,
    enum rec_format *format)
{
	bool object;

	while (text < end && (*text == '[' || is_blank_byte(*text)))
		text++;
	object = text < end && *text == '{';
	if (object)
		for (text++; text < end && is_blank_byte(*text);)
			text++;
	*format = text == end || !object || *text == '"' || *text == '}' ?
	    REC_JSON : REC_YAML;
	return text < end || all;
}

bool rec_sniff(const char *text, size_t len, bool all, enum rec_format *format)
{
	const char *end = text + len;

	all = all || len >= SNIFF_MAX;
	*format = REC_CSV;
	for (sniff_skip_blank(&text, end); text < end;
	     sniff_skip_blank(&text, end)) {
		const char *lf = memchr(text, '\n', (size_t)(end - text));
		size_t line = (size_t)((lf ? lf : end) - text);

		if (*text == '{' || *text == '[')
			return is_braced(text, end, all, format);
		if (!lf && !all)
			return false;
		if (!sniff_is_comment(text, line)) {
			*format = is_yaml(text, line) ? REC_YAML : REC_CSV;
			return true;
		}
		text += line;
	}
	return all;
}
