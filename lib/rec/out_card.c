/* SPDX-License-Identifier: MIT */
/*
 * out_card.c - records one field a line, for a narrow terminal or a reader who
 * hears it.  Empty fields are left out; a blank line parts records.
 */
#include "rec_internal.h"

static bool put_field(struct rec_out *out, const struct rec_text *name,
    const char *text, size_t len)
{
	struct rec_buf *buf = &out->buf;
	size_t from = buf->len, width;

	return len == 0 || (rec_put_shown(buf, name->text, name->len, &width) &&
	    rec_buf_add(buf, ": ", 2) &&
	    rec_put_shown(buf, text, len, &width) &&
	    (!out->fit || rec_wrap(buf, from, out->fit)) &&
	    rec_buf_byte(buf, '\n'));
}

int rec_card_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count)
{
	size_t mark = out->buf.len;
	bool good = !out->card_begun || rec_buf_byte(&out->buf, '\n');

	for (size_t i = 0; i < count && good; i++)
		good = put_field(out, &names[i], values[i].text,
		    values[i].len);
	for (size_t i = 0; i < cell_count && good; i++)
		good = put_field(out, &then[i], cells[i].text, cells[i].len);
	out->card_begun = true;
	if (good)
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}
