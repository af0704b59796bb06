/* SPDX-License-Identifier: MIT */
/*
 * out_html.c - records as one page that needs nothing else: a table with a
 * caption and headings, no script, every value as text.  Records of other names
 * begin another table; a column worker groups the rows below it.
 */
#include "rec_internal.h"

static const char head[] = "<!DOCTYPE html>\n"
	"<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
	"'none'; style-src 'unsafe-inline'\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, "
	"initial-scale=1\">\n<title>";
static const char style[] = "</title>\n<style>\n"
	"body { font: 1rem/1.4 system-ui, sans-serif; color: #1b1f24; "
	"background: #fff; margin: 1rem; }\n"
	".wide { overflow-x: auto; }\n"
	"table { border-collapse: collapse; margin-bottom: 1.5rem; }\n"
	/* It says what the heading does: read out, and not shown again. */
	"caption { position: absolute; width: 1px; height: 1px; overflow: "
	"hidden; clip-path: inset(50%); white-space: nowrap; }\n"
	"th, td { border: 1px solid #8a949e; padding: .25rem .5rem; "
	"text-align: left; vertical-align: top; }\n"
	"th { background: #f2f5f8; } td, th[scope=row] { white-space: nowrap; }\n"
	"tbody .long { white-space: normal; min-width: 14rem; }\n"
	"th[scope=row] { font-weight: 400; }\n"
	"h1 { font-size: 1.3rem; }\n"
	"@media print { body { font-size: 9pt; margin: 0; } "
	"td { white-space: normal; } "
	".wide { overflow: visible; } thead { display: table-header-group; } "
	"tr { break-inside: avoid; } }\n"
	"</style>\n</head>\n<body>\n<main>\n<h1>";
static const char worker_name[] = "worker";

#define SHORT 24 /* bytes of a cell that stays on its line */

static bool html_add(struct rec_out *out, const char *text)
{
	return rec_buf_add(&out->buf, text, strlen(text));
}

/* As it is shown on a terminal, and as text: nothing of it is markup. */
static bool html_text(struct rec_out *out, const char *text, size_t len)
{
	struct rec_buf shown = {0};
	bool good = len == 0 || rec_put_shown(&shown, text, len, &(size_t){0});

	for (size_t i = 0; i < shown.len && good; i++)
		switch (shown.at[i]) {
		case '&':
			good = html_add(out, "&amp;");
			break;
		case '<':
			good = html_add(out, "&lt;");
			break;
		case '>':
			good = html_add(out, "&gt;");
			break;
		case '"':
			good = html_add(out, "&quot;");
			break;
		default:
			good = rec_buf_byte(&out->buf, shown.at[i]);
		}
	rec_buf_free(&shown);
	return good;
}

static bool html_cell(struct rec_out *out, const char *open, const char *text,
    size_t len, const char *close)
{
	return html_add(out, open) && html_text(out, text, len) &&
	    html_add(out, close);
}

static bool html_page(struct rec_out *out)
{
	const char *title = out->title ? out->title : "icj";

	return html_cell(out, head, title, strlen(title), style) &&
	    html_text(out, title, strlen(title)) && html_add(out, "</h1>\n");
}

/* -- A record, in the order in which it is shown ------------------------- */

struct html_row {
	const struct rec_text *names, *then, *cells;
	const struct rec_value *values;
	size_t count, all;
};

static const struct rec_text *name_at(const struct html_row *r, size_t i)
{
	return i < r->count ? &r->names[i] : &r->then[i - r->count];
}

static struct rec_text text_at(const struct html_row *r, size_t i)
{
	if (i < r->count)
		return (struct rec_text){r->values[i].text, r->values[i].len};
	return r->cells[i - r->count];
}

static bool same_names(const struct rec_out *out, const struct html_row *r)
{
	if (!out->html_begun || out->own.count != r->all)
		return false;
	for (size_t i = 0; i < r->all; i++) {
		struct rec_text of = rec_keys_name(&out->own, i);
		const struct rec_text *name = name_at(r, i);

		if (of.len != name->len || memcmp(of.text, name->text, of.len))
			return false;
	}
	return true;
}

static bool html_table(struct rec_out *out, const struct html_row *r)
{
	static const char wide[] = "<div class=\"wide\" tabindex=\"0\" "
		"role=\"region\" aria-label=\"Records\">\n<table>\n<caption>";
	const char *title = out->title ? out->title : "Records";
	bool good = out->html_begun ?
	    html_add(out, "</tbody>\n</table>\n</div>\n") : html_page(out);

	rec_keys_free(&out->own);
	out->html_worker.len = 0;
	good = good && html_cell(out, wide, title, strlen(title),
	    "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < r->all && good; i++) {
		const struct rec_text *name = name_at(r, i);

		good = rec_keys_get(&out->own, name->text, name->len) !=
			REC_NO_KEY &&
		    html_cell(out, "<th scope=\"col\">", name->text, name->len,
			"</th>");
	}
	out->html_rows = false;
	return good && html_add(out, "</tr>\n</thead>\n");
}

/* The rows of one worker stand under a heading of their own. */
static bool html_group(struct rec_out *out, const struct html_row *r)
{
	struct rec_text worker = {NULL, 0};
	char open[80];

	for (size_t i = 0; i < r->all && r->all > 1; i++)
		if (name_at(r, i)->len == sizeof(worker_name) - 1 &&
		    !memcmp(name_at(r, i)->text, worker_name,
		    sizeof(worker_name) - 1))
			worker = text_at(r, i);
	if (out->html_rows && worker.len == out->html_worker.len &&
	    (worker.len == 0 ||
	    !memcmp(worker.text, out->html_worker.at, worker.len)))
		return true;
	out->html_worker.len = 0;
	if (!html_add(out, out->html_rows ? "</tbody>\n<tbody>\n" :
	    "<tbody>\n"))
		return false;
	out->html_rows = true;
	if (worker.len == 0)
		return true;
	snprintf(open, sizeof(open),
	    "<tr><th scope=\"rowgroup\" colspan=\"%zu\">", r->all);
	return rec_buf_add(&out->html_worker, worker.text, worker.len) &&
	    html_cell(out, open, worker.text, worker.len, "</th></tr>\n");
}

int rec_html_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count)
{
	struct html_row r = {names, then, cells, values, count,
	    count + cell_count};
	size_t mark = out->buf.len;
	bool good = same_names(out, &r) || html_table(out, &r);

	out->html_begun = true;
	good = good && html_group(out, &r) && html_add(out, "<tr>");
	for (size_t i = 0; i < r.all && good; i++) {
		struct rec_text cell = text_at(&r, i);

		good = html_add(out, i ? "<td" : "<th scope=\"row\"") &&
		    html_cell(out, cell.len > SHORT ? " class=\"long\">" : ">",
			cell.text, cell.len, i ? "</td>" : "</th>");
	}
	if (good && html_add(out, "</tr>\n"))
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}

int rec_html_end(struct rec_out *out)
{
	if (!out->html_begun)
		return 0;
	return html_add(out, "</tbody>\n</table>\n</div>\n</main>\n</body>\n"
	    "</html>\n") ? 0 : rec_out_memory(out);
}
