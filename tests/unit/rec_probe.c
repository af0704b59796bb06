/* SPDX-License-Identifier: MIT */
/*
 * rec_probe.c - a filter over the record layer alone, for its property tests.
 * It appends fixed cells or dumps values, and knows nothing of a tool.
 *
 *	rec_probe [-i FMT] [-o FMT] [-a name=cell]... [-d name]... [-b BLOCK]
 *	    [-c name,name] [-pqr] < input
 *
 * -p libcsv alone; -q no pausing; -r raw records only; -D values as hex, one
 * record a line, of every second column; -A of all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rec.h"

#define MOST 64

struct probe {
	struct rec_options options;
	enum rec_format to;
	struct rec_text names[MOST], cells[MOST], columns[MOST];
	size_t count;
	const char *drop[MOST];
	size_t drops;
	bool raw, dump, dump_all, every;
	struct rec_out *out;
};

static enum rec_format format_of(const char *name)
{
	return !strcmp(name, "csv") ? REC_CSV : !strcmp(name, "yaml") ?
	    REC_YAML : !strcmp(name, "json") ? REC_JSON :
	    !strcmp(name, "table") ? REC_TABLE : REC_AUTO;
}

static int place(void *arg, const char *name, size_t len, unsigned field)
{
	const struct probe *probe = arg;

	for (size_t i = 0; i < probe->drops; i++)
		if (strlen(probe->drop[i]) == len &&
		    !memcmp(probe->drop[i], name, len))
			return REC_DROP;
	if (probe->every)
		return (int)field - 1;
	return field % 2 ? (int)(field / 2) : REC_PASS;
}

static void pause_out(void *arg)
{
	struct probe *probe = arg;

	if (probe->out)
		rec_pause(probe->out);
}

static void add_cell(struct probe *probe, char *text)
{
	char *sign = strchr(text, '=');

	probe->names[probe->count] = (struct rec_text){ text,
		(size_t)(sign - text) };
	probe->cells[probe->count++] = (struct rec_text){ sign + 1,
		strlen(sign + 1) };
}

static void add_columns(struct probe *probe, char *text)
{
	probe->options.columns = probe->columns;
	for (char *at = strtok(text, ","); at; at = strtok(NULL, ","))
		probe->columns[probe->options.column_count++] =
		    (struct rec_text){ at, strlen(at) };
}

static void read_options(struct probe *probe, int argc, char **argv)
{
	int option;

	while ((option = getopt(argc, argv, "i:o:a:d:b:c:pqrDAE")) != -1) {
		switch (option) {
		case 'i': probe->options.format = format_of(optarg); break;
		case 'o': probe->to = format_of(optarg); break;
		case 'a': add_cell(probe, optarg); break;
		case 'd': probe->drop[probe->drops++] = optarg; break;
		case 'b': probe->options.block = (size_t)atol(optarg); break;
		case 'c': add_columns(probe, optarg); break;
		case 'p': probe->options.plain = true; break;
		case 'q': probe->options.before_read = NULL; break;
		case 'r': probe->raw = true; break;
		case 'D': probe->dump = true; break;
		case 'A': probe->dump = probe->dump_all = true; break;
		case 'E': probe->every = true; break;
		default: exit(2);
		}
	}
}

static void dump_value(const struct rec_value *value)
{
	if (!value->text)
		putchar('-');
	for (size_t i = 0; i < value->len; i++)
		printf("%02x", (unsigned char)value->text[i]);
	putchar(',');
}

static void dump(const struct probe *probe, const struct rec *record)
{
	size_t last = probe->options.slots;

	printf("%lu ", record->line);
	if (record->fault)
		printf("[%d %lu %u %s] ", record->fault->code,
		    record->fault->line, record->fault->field,
		    record->fault->text);
	while (last && !record->value[last - 1].text)
		last--;
	for (size_t i = 0; !probe->dump_all && i < last; i++)
		dump_value(&record->value[i]);
	for (size_t i = 0; probe->dump_all && i < record->count; i++) {
		printf("%.*s=", (int)record->names[i].len,
		    record->names[i].text);
		dump_value(&record->all[i]);
	}
	putchar('\n');
}

static int put(struct probe *probe, struct rec_in *in,
    const struct rec *record)
{
	if (probe->dump) {
		dump(probe, record);
		return 0;
	}
	return probe->raw ? rec_put_raw(probe->out, in) :
	    rec_put_record(probe->out, in, probe->names, probe->cells,
	        probe->count);
}

static int complain(const struct rec_error *error)
{
	fprintf(stderr, "%lu:%u: %s [%d]\n", error->line, error->field,
	    error->text, error->code);
	return 4;
}

static const struct rec_error no_memory = { .code = REC_E_MEMORY };

static int run(struct probe *probe, struct rec_in *in)
{
	const struct rec *record;
	enum rec_got got = in ? rec_start(in) : REC_STOP;
	int bad = 0;

	if (!in)
		return complain(&no_memory);
	if (got == REC_STOP)
		return complain(rec_in_error(in));
	probe->out = rec_out_new(1, probe->to != REC_AUTO ? probe->to :
	    rec_in_format(in) != REC_AUTO ? rec_in_format(in) : REC_CSV);
	if (!probe->out)
		return complain(&no_memory);
	if (got == REC_RECORD && !probe->dump && !probe->raw)
		bad = rec_put_header(probe->out, in, probe->names,
		    probe->count);
	while (!bad && (got = rec_next(in, &record)) == REC_RECORD)
		bad = put(probe, in, record);
	if (!bad && got == REC_END && !probe->dump && !probe->raw)
		bad = rec_put_end(probe->out, in);
	if (bad || rec_flush(probe->out))
		return complain(rec_out_error(probe->out));
	return got == REC_STOP ? complain(rec_in_error(in)) : 0;
}

int main(int argc, char **argv)
{
	struct probe probe = { .options = { .place = place,
		.before_read = pause_out, .slots = REC_MAX_COLUMNS } };
	struct rec_in *in;
	int status;

	probe.options.arg = probe.options.before_read_arg = &probe;
	read_options(&probe, argc, argv);
	probe.options.all = probe.dump_all || probe.to != REC_AUTO;
	in = rec_in_new(0, &probe.options);
	status = run(&probe, in);
	rec_in_free(in);
	rec_out_free(probe.out);
	return status;
}
