/* SPDX-License-Identifier: MIT */
/*
 * rec_internal.h - what the files of the record layer share, a section each.
 * Nothing outside lib/rec/ includes it.
 */
#ifndef REC_INTERNAL_H
#define REC_INTERNAL_H

#include <stdint.h>
/* In a page addresses are short; it is tried whole. */
#if UINTPTR_MAX < UINT64_MAX && !defined(__wasm__)
#error "icj needs a 64-bit machine"
#endif

#include <string.h>

#include <yaml.h>

#include "rec.h"

#define REC_PRINTF(a, b) __attribute__((format(printf, a, b)))

/* buf.c: one growing run of bytes. */

struct rec_buf {
	char *at;
	size_t len;
	size_t cap;
};

/* Room for more bytes; at is not NULL then. */
bool rec_buf_room(struct rec_buf *buf, size_t more);
void rec_buf_free(struct rec_buf *buf);

static inline bool rec_buf_add(struct rec_buf *buf, const char *text,
    size_t len)
{
	if (buf->cap - buf->len <= len && !rec_buf_room(buf, len + 1))
		return false;
	if (len)
		memcpy(buf->at + buf->len, text, len);
	buf->len += len;
	return true;
}

/* So many bytes, twice as many or any number in between. */
#define REC_COPY_BETWEEN(type, to, from, len) do { \
	type first_part, last_part; \
	memcpy(&first_part, from, sizeof(type)); \
	memcpy(&last_part, from + len - sizeof(type), sizeof(type)); \
	memcpy(to, &first_part, sizeof(type)); \
	memcpy(to + len - sizeof(type), &last_part, sizeof(type)); \
} while (0)

/* memcpy() for what is mostly short: to look at how short costs less than a
 * call. */
static inline void rec_copy(char *to, const char *from, size_t len)
{
	if (len > 16)
		memcpy(to, from, len);
	else if (len >= 8)
		REC_COPY_BETWEEN(uint64_t, to, from, len);
	else if (len >= 4)
		REC_COPY_BETWEEN(uint32_t, to, from, len);
	else if (len >= 2)
		REC_COPY_BETWEEN(uint16_t, to, from, len);
	else if (len)
		*to = *from;
}

#define REC_SAME_BETWEEN(type, a, b, len) \
	(rec_same_##type(a, b) && rec_same_##type(a + len - sizeof(type), \
	    b + len - sizeof(type)))

static inline bool rec_same_uint64_t(const char *a, const char *b)
{
	uint64_t one, other;

	memcpy(&one, a, sizeof(one));
	memcpy(&other, b, sizeof(other));
	return one == other;
}

static inline bool rec_same_uint32_t(const char *a, const char *b)
{
	uint32_t one, other;

	memcpy(&one, a, sizeof(one));
	memcpy(&other, b, sizeof(other));
	return one == other;
}

/* The same for memcmp(). */
static inline bool rec_same(const char *a, const char *b, size_t len)
{
	if (len > 16 || len < 4)
		return !memcmp(a, b, len);
	return len < 8 ? REC_SAME_BETWEEN(uint32_t, a, b, len) :
	    REC_SAME_BETWEEN(uint64_t, a, b, len);
}

static inline bool rec_buf_byte(struct rec_buf *buf, char byte)
{
	if (buf->cap == buf->len && !rec_buf_room(buf, 1))
		return false;
	buf->at[buf->len++] = byte;
	return true;
}

/* Bytes behind a run that may be read, too: whoever has a value may look at so
 * many in one go. */
#define REC_SLACK 32

static inline bool rec_buf_slack(struct rec_buf *buf)
{
	if (!rec_buf_room(buf, REC_SLACK))
		return false;
	memset(buf->at + buf->len, 0, REC_SLACK);
	return true;
}

/* Room for want elements of size bytes in an array of *cap; NULL: no memory,
 * and the old array is still there. */
void *rec_grow(void *array, size_t *cap, size_t want, size_t size);

/* error.c */

/* Describes an error and returns -1.  The format never gets a value. */
int rec_fail(struct rec_error *error, enum rec_code code, unsigned long line,
    const char *format, ...) REC_PRINTF(4, 5);
int rec_fail_memory(struct rec_error *error);

/* text.c: letters and names. */

/* Bytes of the UTF-8 character at text, 0 when it is none. */
size_t rec_utf8(const char *text, size_t len);
struct rec_text rec_trim(const char *text, size_t len);
/* No case, and blank, '-' and '_' are the same. */
unsigned char rec_fold(unsigned char byte);
/* What YAML reads as no value when it stands there plain. */
bool rec_is_null(const char *text, size_t len);
/* What some reader of YAML takes for anything but this text when it stands
 * there plain: nothing, a boolean, a number, a date. */
bool rec_is_typed(const char *text, size_t len);

/* keys.c: names and their numbers. */

struct rec_key {
	size_t text; /* where in rec_keys.text */
	size_t len;
	uint32_t hash;
	size_t next; /* the name that followed it last */
	int place;
	unsigned long seen; /* the last record that had it */
};

struct rec_keys {
	struct rec_key *key;
	size_t count;
	size_t cap;
	size_t last;     /* asked for */
	uint32_t *table; /* number + 1, by hash */
	size_t size;
	struct rec_buf text;
};

#define REC_NO_KEY SIZE_MAX

/* The number of a name; a new one (count grows) when it has none yet.
 * REC_NO_KEY: no memory. */
size_t rec_keys_get(struct rec_keys *keys, const char *name, size_t len);
/* The same for a name that may not become a new one; else REC_NO_KEY. */
size_t rec_keys_find(const struct rec_keys *keys, const char *name, size_t len);
void rec_keys_free(struct rec_keys *keys);

static inline struct rec_text rec_keys_name(const struct rec_keys *keys,
    size_t number)
{
	const struct rec_key *key = &keys->key[number];

	return (struct rec_text){ keys->text.at + key->text, key->len };
}

/* Records mostly have the same keys in the same order: the name that followed
 * the last one the time before, if it is this one; else REC_NO_KEY. */
static inline size_t rec_keys_guess(struct rec_keys *keys, const char *name,
    size_t len)
{
	size_t guess;
	const struct rec_key *key;

	if (keys->last >= keys->count)
		return REC_NO_KEY;
	guess = keys->key[keys->last].next;
	key = &keys->key[guess];
	if (key->len != len || !rec_same(keys->text.at + key->text, name, len))
		return REC_NO_KEY;
	return keys->last = guess;
}

/* source.c: the bytes of a descriptor. */

struct rec_source {
	int fd;
	size_t block;
	bool ended;
	struct rec_buf bytes;
	size_t start; /* what stands before it is done with */
	unsigned long reads; /* so often the bytes may have moved */
	bool stays;   /* what is done with stays, to be read again */
	void (*before_read)(void *arg);
	void *arg;
};

static inline const char *rec_source_at(const struct rec_source *source)
{
	return source->bytes.at + source->start;
}

static inline size_t rec_source_len(const struct rec_source *source)
{
	return source->bytes.len - source->start;
}

/* Reads once and keeps what stands from start on: 1, 0 at the end, -1. */
int rec_source_more(struct rec_source *source, struct rec_error *error);

/* cut.c: where the fields of one raw CSV record stand. */

struct rec_cut {
	const char *at;  /* the next byte to look at */
	const char *end;
	const char *field; /* the field found, quotes included */
	size_t len;
	bool open;       /* its quote never closes */
	bool more;       /* a comma follows it */
};

/* The record's own line end is not part of it. */
void rec_cut_start(struct rec_cut *cut, const char *record, size_t len);
bool rec_cut_next(struct rec_cut *cut);
/* Whether a record is commas alone, at least one, with nothing but blanks and
 * empty quotes between them. */
bool rec_is_void(const char *record, size_t len);
/* Bytes of the line end at the end of a record: 0, 1 or 2. */
size_t rec_line_end(const char *record, size_t len);

/* in.c: a reader. */

struct rec_raw {
	const char *blank; /* blank lines before the record */
	size_t blank_len;
	const char *text;
	size_t len;
	size_t end;        /* bytes of its line end */
};

/* An event without all that libyaml allocates for it. */
struct rec_event {
	yaml_event_type_t type;
	int style;         /* of a scalar or of what begins */
	const char *text;  /* of a scalar */
	size_t len;
	size_t line;       /* where it begins, counted from 0 */
	bool implicit;     /* as libyaml has it, of the plain form too */
	bool quoted_implicit;
	bool one_line;     /* a scalar that ends where it begins */
	bool dropped;
	yaml_event_t *whole; /* if it has an anchor or a tag */
};

struct rec_reader {
	enum rec_got (*start)(struct rec_in *in);
	enum rec_got (*next)(struct rec_in *in, const struct rec **record);
	/* At the first record again; NULL: it cannot be. */
	enum rec_got (*again)(struct rec_in *in);
	void (*free)(struct rec_in *in);
	bool (*waits)(const struct rec_in *in);
};

struct rec_in {
	struct rec_options options;
	enum rec_format format;
	struct rec_source source;
	const struct rec_reader *reader;
	void *state; /* the reader's */
	struct rec_error error;
	struct rec_error fault;
	enum rec_got last; /* REC_RECORD while there may be more */
	unsigned long line; /* of the byte at source.start */
	bool bom;

	struct rec record;
	struct rec_value *value; /* by slot */
	struct rec_buf text;     /* decoded values of this record */
	struct rec_raw raw;

	/* CSV */
	struct rec_text *names; /* of the columns */
	size_t columns;
	const int *place;       /* of the columns */
	size_t drops;           /* columns left out */
	struct rec_raw header;  /* what is skipped above it is its blank */
	unsigned erase;         /* the column of REC_ERASE, from 1 */
	unsigned long header_line;
	bool header_found;      /* other rows than it were skipped */
	unsigned long block_line; /* of the block to be read, in share.c, */
	size_t block_start;       /* and where it begins in the source */
	size_t given_back;        /* bytes of blocks that came back */

	/* YAML and JSON */
	struct rec_event *events;
	size_t event_count;
	size_t event_cap;
	struct rec_buf scalars; /* their texts */
	bool whole_events;      /* some are kept whole */
	size_t event_span;      /* characters from the first to the last */
	bool sequence;   /* the records stand in one sequence */
	bool bare;       /* the first document has no "---" */
	bool dropped;    /* this record has dropped fields */
};

/* What a reader's next() ends with when there is no record. */
enum rec_got rec_stop(struct rec_in *in);
enum rec_got rec_end(struct rec_in *in);
/* Notes the first fault of a record. */
void rec_fault(struct rec_in *in, enum rec_code code, unsigned long line,
    unsigned field, const char *text);

extern const struct rec_reader rec_csv_reader;
extern const struct rec_reader rec_yaml_reader;
extern const struct rec_reader rec_json_reader;

/* sniff.c: which format the first bytes are.  False: more are needed. */
bool rec_sniff(const char *text, size_t len, bool all, enum rec_format *format);
bool rec_is_utf16(const char *text, size_t len);
/* What a file is that is no text, and what to do; NULL: nothing known. */
const char *rec_is_foreign(const char *text, size_t len);
/* Whether more bytes could make it so, or tell what it is. */
bool rec_may_be_foreign(const char *text, size_t len);

/* event.c: the events of one record. */

/* A field is a key and a value; a list counts by its items. */
#define REC_MAX_EVENTS (4 * REC_MAX_COLUMNS)

void rec_events_clear(struct rec_in *in);
/* For one event more; false: no memory. */
bool rec_events_room(struct rec_in *in);
/* Fails: a record has more than that. */
int rec_events_many(struct rec_in *in);
/* From the MAPPING-START already taken to its end; the record's first line is
 * in->record.line, line_base is added to libyaml's own. */
int rec_events_take(struct rec_in *in, yaml_parser_t *parser,
    yaml_event_t *first, unsigned long line_base);
int rec_events_fail(struct rec_in *in, const yaml_parser_t *parser,
    unsigned long line_base);

/* flat.c: the fields of a record out of its events. */

struct rec_flat;
struct rec_flat *rec_flat_new(void);
void rec_flat_free(struct rec_flat *flat);
int rec_flat_read(struct rec_flat *flat, struct rec_in *in,
    unsigned long line_base);

/* object.c: the events of one JSON object.  0, or -1 with the offset and the
 * reason where it is none; -2: no memory.  in->raw is its bytes without line
 * breaks, in own if it has any. */
int rec_json_object(struct rec_in *in, struct rec_buf *own, const char *object,
    size_t len, size_t *offset, const char **why);

/* out.c: a writer. */

struct rec_table;

/* Two neighbouring pieces are longer than PIPE_BUF, but for the last. */
#define REC_FULL 65536

struct rec_out {
	int fd;
	enum rec_format format;
	struct rec_buf buf;
	size_t *cut;          /* ends of the pieces to write at once */
	size_t cuts, cut_cap;
	size_t whole;         /* end of the last whole record */
	size_t easy;          /* to here, a record more is nothing to act on */
	bool pending;         /* nothing is written, for rec_put_pending() */
	struct rec_error error;
	bool failed;
	const char *mark;     /* the name of one more column; or NULL */
	unsigned long rows;   /* with a mark */
	size_t columns;       /* with a mark, that one included */
	void (*wrote)(void *arg, const char *bytes, size_t len);
	void *wrote_arg;
	bool header_done;
	bool header_due;  /* promised before the input's keys were known */
	bool bom_done;
	bool line_open;   /* the last record has no line end */
	struct rec_keys keys;  /* columns, when they are the input's keys */
	size_t key_columns;    /* how many of them a CSV has; others are lost */
	bool lost_more, lost_bytes; /* told already */
	void (*tell)(void *arg, const struct rec_loss *loss);
	void *tell_arg;
	struct rec_keys own;   /* names promised by header_due */
	struct rec_keys plain; /* names that YAML takes without quotes */
	const struct rec_value **cell;
	size_t cell_cap;
	struct rec_table *table;
	struct rec_keys pick;  /* the columns asked for, */
	size_t picks;          /* how many; 0: all */
	struct rec_text *pick_name, *pick_cell;
	struct rec_value *picked; /* of the record at hand */
	size_t fit;       /* the screen's width; 0: there is none */
	bool tokens;      /* values without quotes are JSON's own */
	bool card_begun;
	bool html_begun, html_rows; /* a page; rows in its last table */
	struct rec_buf html_worker; /* whose rows these are */
	const char *title;
	bool yaml_begun;  /* a document was written, or the one sequence */
	bool sequence;
};

int rec_out_fail(struct rec_out *out);
int rec_out_memory(struct rec_out *out);
int rec_out_full(struct rec_out *out);
/* Tells of a loss; value may be NULL, name->text as well. */
void rec_out_lost(struct rec_out *out, int code, const struct rec_text *name,
    const struct rec_value *value);
/* The same of bytes, once. */
static inline void rec_out_lost_bytes(struct rec_out *out,
    const struct rec_text *name, const struct rec_value *value)
{
	if (!out->lost_bytes)
		rec_out_lost(out, REC_W_BYTES, name, value);
	out->lost_bytes = true;
}

/* The end of every writing call that has put a record. */
static inline int rec_out_put(struct rec_out *out)
{
	if (out->buf.len > out->easy)
		return rec_out_full(out);
	out->whole = out->buf.len;
	return 0;
}

/* out_csv.c: without cells nothing is left out of a record. */
bool rec_csv_put_start(struct rec_out *out, const struct rec_in *in,
    const struct rec_raw *raw);
int rec_csv_put_header(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, size_t count);
int rec_csv_put_own_header(struct rec_out *out);
int rec_csv_put_names(struct rec_out *out, const struct rec_text *names,
    size_t count);
int rec_csv_put_row(struct rec_out *out, const struct rec_text *cells,
    size_t count);
int rec_csv_put_record(struct rec_out *out, struct rec_in *in,
    const struct rec_text *cells, size_t count);
int rec_csv_put_fields(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count);
int rec_csv_put_raw(struct rec_out *out, struct rec_in *in);
int rec_csv_put_line_end(struct rec_out *out);
int rec_csv_put_last(struct rec_out *out, const char *cell);
int rec_csv_put_rest(struct rec_out *out, struct rec_in *in);
int rec_csv_put_blank(struct rec_out *out, struct rec_in *in);
/* Adds cells, the first one with a comma before it if so asked. */
bool rec_csv_put_cells(struct rec_buf *buf, const struct rec_text *cells,
    size_t count, bool comma);

/* pick.c: fills picked and pick_cell; record may be NULL. */
void rec_pick(struct rec_out *out, const struct rec *record,
    const struct rec_text *names, const struct rec_text *cells, size_t count);
void rec_pick_free(struct rec_out *out);

/* out_card.c */
int rec_card_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count);

/* out_html.c */
int rec_html_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count);
int rec_html_end(struct rec_out *out);

/* out_sheet.c */
int rec_sheet_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count);

/* out_json.c */
int rec_json_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count);
int rec_json_put_own(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count);

/* yaml_easy.c: records written by hand.  False: not so easy, or no memory;
 * what was written has to be undone. */
bool rec_easy_events(struct rec_buf *buf, const struct rec_in *in, bool drop,
    int indent);
/* A key and its value on a line of their own; the writer remembers the key. */
bool rec_easy_pair(struct rec_out *out, const struct rec_text *name,
    const char *text, size_t len);
/* The same of a token of JSON, which is one of YAML as well. */
bool rec_easy_token(struct rec_out *out, const struct rec_text *name,
    const char *text, size_t len);

/* out_yaml.c */
int rec_yaml_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count);
int rec_yaml_put_own(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count);

/* table.c */
struct rec_table *rec_table_new(void);
void rec_table_free(struct rec_table *table);
/* Columns in advance; place may be NULL; own ones stand behind the others. */
int rec_table_header(struct rec_table *table, const struct rec_text *names,
    size_t count, const int *place, bool own);
int rec_table_row(struct rec_table *table, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count);
/* fit: the width of the screen it is to fit, or 0. */
bool rec_table_print(struct rec_table *table, struct rec_buf *buf, size_t fit);
/* Adds text as a terminal may have it, and counts its width. */
bool rec_put_shown(struct rec_buf *buf, const char *text, size_t len,
    size_t *width);
/* Parts the text from there on into lines so wide, the further ones
 * indented. */
bool rec_wrap(struct rec_buf *buf, size_t from, size_t width);

#endif
