/* SPDX-License-Identifier: MIT */
/*
 * pick.c - of all that is put, the columns that were asked for, in the order
 * asked for.  It must not know how a format looks.
 */
#include "rec_internal.h"

#include <stdlib.h>

int rec_out_pick(struct rec_out *out, const struct rec_text *names,
    size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (rec_keys_get(&out->pick, names[i].text, names[i].len) ==
		    REC_NO_KEY)
			return rec_out_memory(out);
	count = out->pick.count;
	out->pick_name = calloc(count + 1, sizeof(*out->pick_name));
	out->picked = calloc(count + 1, sizeof(*out->picked));
	out->pick_cell = calloc(count + 1, sizeof(*out->pick_cell));
	if (!out->pick_name || !out->picked || !out->pick_cell)
		return rec_out_memory(out);
	for (size_t i = 0; i < count; i++)
		out->pick_name[i] = rec_keys_name(&out->pick, i);
	out->picks = count;
	return 0;
}

void rec_pick_free(struct rec_out *out)
{
	rec_keys_free(&out->pick);
	free(out->pick_name);
	free(out->picked);
	free(out->pick_cell);
}

/* Where a column of that name goes; NULL: it was not asked for. */
static struct rec_value *place_of(struct rec_out *out,
    const struct rec_text *name)
{
	size_t i = rec_keys_find(&out->pick, name->text, name->len);

	return i == REC_NO_KEY ? NULL : &out->picked[i];
}

/* Of two columns of one name the first; but one put with the record is the
 * answer. */
void rec_pick(struct rec_out *out, const struct rec *record,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	struct rec_value *place;

	memset(out->picked, 0, out->picks * sizeof(*out->picked));
	for (size_t i = 0; record && i < record->count; i++) {
		place = place_of(out, &record->names[i]);
		if (place && !place->text)
			*place = record->all[i];
	}
	for (size_t i = 0; i < count; i++) {
		place = place_of(out, &names[i]);
		if (place)
			*place = (struct rec_value){
				.text = cells[i].text, .len = cells[i].len
			};
	}
	for (size_t i = 0; i < out->picks; i++) {
		if (!out->picked[i].text)
			out->picked[i].text = "";
		out->pick_cell[i] = (struct rec_text){
			out->picked[i].text, out->picked[i].len
		};
	}
}
