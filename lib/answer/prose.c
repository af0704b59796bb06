/* SPDX-License-Identifier: MIT */
/*
 * prose.c - an answer as prose: the verdict, what decides it, what is missing
 * or presumed in words, what comes next, and by which law; then every limb.
 * Knows no rule and no question: all of it comes from the columns, the report
 * and the dictionary.
 */
#include "answer/prose.h"

#include <string.h>

#include "base/base.h"

#define ALL 1000 /* lines, where nothing is left out */
#define HEAD 2400

/* -- Lines -------------------------------------------------------------- */

static size_t word_length(const char *text)
{
	const char *end = strchr(text, ' ');

	return end ? (size_t)(end - text) : strlen(text);
}

/* In characters. */
static int word_width(const char *text, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)text[i] & 0xc0) != 0x80;
	return n;
}

static void put_words(const struct icj_page *page, const char *text, size_t len)
{
	if (page->words && len > 0)
		page->words(page->to, text, len);
}

static void end_line(const struct icj_page *page, int indent)
{
	if (page->words)
		page->line(page->to, indent);
}

/* Words with one blank between them go out together.  Facts and notes have
 * texts of others in them. */
ICJ_API int icj_page_put(const struct icj_page *page, const char *text,
    int indent)
{
	const char *from = text, *end = text;
	int at = 0, lines = 1;

	if (!page || !text)
		return 0;
	for (; *text; text += strspn(text, " ")) {
		size_t len = word_length(text);
		int word = word_width(text, len);
		bool full = page->width > 0 && at > 0 &&
		    at + 1 + word > page->width;

		if (full || at == 0 || text - end != 1) {
			put_words(page, from, (size_t)(end - from));
			from = text;
			if (full)
				end_line(page, indent);
			else if (at > 0)
				put_words(page, " ", 1);
		}
		at = full ? indent + word : at + (at > 0) + word;
		lines += full;
		text += len;
		end = text;
	}
	put_words(page, from, (size_t)(end - from));
	end_line(page, 0);
	return lines;
}

struct icj_page icj__page_counted(const struct icj_page *page)
{
	struct icj_page quiet = *page;

	quiet.words = NULL;
	return quiet;
}

static int prose_lines(const struct icj_page *page, const char *text)
{
	struct icj_page quiet = icj__page_counted(page);

	return icj_page_put(&quiet, text, 4);
}

/* A text too long for so many lines ends with dots. */
static void clip(const struct icj_page *page, char *text, int most)
{
	size_t whole = strlen(text), len = whole;

	while (len > 0 && prose_lines(page, text) > most) {
		while (len > 0 && (text[--len] != ' ' || whole - len < 4))
			;
		if (whole - len >= 4)
			memcpy(text + len, " ...", 5);
	}
}

/* -- Lists -------------------------------------------------------------- */

char *icj__prose_item(struct prose_items *items)
{
	if (items->count == PROSE_ITEMS)
		return NULL;
	items->at[items->count][0] = '\0';
	return items->at[items->count++];
}

static void add_item(struct prose_items *items, const char *text, size_t len)
{
	char *item = icj__prose_item(items);
	struct text t;

	if (!item)
		return;
	if (len >= PROSE_ITEM)
		len = PROSE_ITEM - 1;
	icj__text_start(&t, item, PROSE_ITEM);
	icj__text_add_n(&t, text, len);
}

static void join_items(struct text *t, const char *lead, const char *joint,
    const struct prose_items *items, size_t n)
{
	icj__text_add(t, lead);
	for (size_t i = 0; i < n; i++)
		TEXTS(t, i || *joint == '.' ? joint : " ", items->at[i]);
	if (n < items->count) {
		TEXTS(t, joint, "and ");
		icj__text_add_int(t, (int64_t)(items->count - n));
		icj__text_add(t, " more");
	}
	icj__text_add(t, ".");
}

static int put_joined(const struct icj_page *page, const char *lead,
    const char *joint, const struct prose_items *items, int most)
{
	char buf[PROSE_ITEMS * PROSE_ITEM];
	struct text t;
	size_t k = items->count;

	do {
		icj__text_start(&t, buf, sizeof(buf));
		join_items(&t, lead, joint, items, k);
	} while (prose_lines(page, buf) > most && k-- > 1);
	if (k == 0)
		clip(page, buf, most);
	return icj_page_put(page, buf, 4);
}

int icj__prose_list(const struct icj_page *page, const char *lead,
    struct prose_items *items, int most)
{
	return put_joined(page, lead, "; ", items, most);
}

int icj__prose_more(const struct icj_page *page, const char *lead, size_t n)
{
	char buf[40];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	TEXTS(&t, lead, "and ");
	icj__text_add_int(&t, (int64_t)n);
	icj__text_add(&t, " more");
	return icj_page_put(page, buf, 4);
}

/* -- Words for facts ---------------------------------------------------- */

/* What it means that a fact is presumed absent. */
static const char *presumption(const struct icj_field *f)
{
	switch (f->type) {
	case ICJ_STATE:
		return "members of the compact: ";
	case ICJ_YES_NO:
		return "not so: ";
	case ICJ_DATE:
	case ICJ_TIME:
	case ICJ_TIME_OR_DATE:
		return "not yet: ";
	default:
		return "nothing out of the ordinary: ";
	}
}

static void prose_add_fact(struct text *t, const struct icj_field *f)
{
	icj__text_add_n(t, f->meaning, strcspn(f->meaning, ";"));
	TEXTS(t, " (", f->name, ")");
}

/* One that is like the fact before it does not repeat the lead. */
ICJ_API const char *icj_presumption(const struct icj_field *f,
    const struct icj_field *before, char buf[ICJ_PRESUMPTION])
{
	const char *lead;
	struct text t;

	icj__text_start(&t, buf, ICJ_PRESUMPTION);
	if (!f)
		return buf;
	lead = presumption(f);
	if (!before || presumption(before) != lead)
		icj__text_add(&t, lead);
	if (f->type == ICJ_STATE)
		icj__text_add(&t, f->name);
	else
		prose_add_fact(&t, f);
	return buf;
}

void icj__prose_presume(struct prose_items *items, const struct icj_field *f,
    const struct icj_field *before)
{
	char *item = icj__prose_item(items);

	if (item)
		icj_presumption(f, before, item);
}

static void add_missing(struct prose_items *items, const struct icj_field *f,
    const char *name, size_t len)
{
	char *item = icj__prose_item(items);
	struct text t;

	if (!item)
		return;
	icj__text_start(&t, item, PROSE_ITEM);
	icj__text_add(&t, "- ");
	if (f)
		prose_add_fact(&t, f);
	else
		icj__text_add_n(&t, name, len);
}

/* The facts that a cell lists, in words. */
static void facts_of(const struct icj_cell *cell, bool presumed,
    struct prose_items *items)
{
	const struct icj_field *before = NULL;
	const char *at = cell->text, *stop;

	items->count = 0;
	if (cell->len == 0)
		return;
	stop = at + cell->len;
	while (at < stop) {
		const char *semi = memchr(at, ';', (size_t)(stop - at));
		size_t len = (size_t)((semi ? semi : stop) - at);
		const struct icj_field *f = icj_field_find(at, len);

		if (f && presumed)
			icj__prose_presume(items, f, before);
		else
			add_missing(items, f, at, len);
		before = f;
		at += len + 2;
	}
}

/* -- What the answer says ----------------------------------------------- */

static void prose_add_cell(struct text *t, const struct icj_cell *cell)
{
	icj__text_add_n(t, cell->text, cell->len);
}

/* What a part is called, the verdict with its rule. */
static void prose_add_lead(const struct icj_prose *p, size_t i, struct text *t)
{
	icj__text_add(t, p->head[i].lead);
	if (i > 0 || p->rule.len == 0)
		return;
	icj__text_add(t, " (Rule ");
	prose_add_cell(t, &p->rule);
	icj__text_add(t, ")");
}

/* "Forms: form-iii (cites)", "" if there is nothing to say. */
static void head_text(const struct icj_prose *p, size_t i, char item[HEAD])
{
	const struct icj_head *h = &p->head[i];
	struct text t;

	icj__text_start(&t, item, HEAD);
	if (h->says.len == 0)
		return;
	prose_add_lead(p, i, &t);
	icj__text_add(&t, ": ");
	prose_add_cell(&t, &h->says);
	if (h->cites.len == 0)
		return;
	icj__text_add(&t, " (");
	prose_add_cell(&t, &h->cites);
	icj__text_add(&t, ")");
}

/* The answer itself: of what is said, the first; gives its place. */
static size_t answer_of(const struct icj_prose *p, char item[HEAD])
{
	struct text t;

	for (size_t i = 0; i < p->heads; i++) {
		head_text(p, i, item);
		if (*item)
			return i;
	}
	icj__text_start(&t, item, HEAD);
	if (p->heads > 0) {
		prose_add_lead(p, 0, &t);
		icj__text_add(&t, ": none");
	}
	return p->heads;
}

/* A line each. */
static void put_heads(const struct icj_prose *p, const struct icj_page *page)
{
	char item[HEAD];
	size_t i = answer_of(p, item);

	icj_page_put(page, item, 4);
	while (++i < p->heads) {
		head_text(p, i, item);
		if (*item)
			icj_page_put(page, item, 4);
	}
}

/* On one screen: the answer itself, and the rest of it together. */
static int pack_heads(const struct icj_prose *p, const struct icj_page *page)
{
	char item[HEAD], lead[PROSE_ITEM] = "";
	struct prose_items more = {.count = 0};
	size_t i = answer_of(p, item);
	int lines = icj_page_put(page, item, 4);
	struct text t;

	while (++i < p->heads) {
		head_text(p, i, item);
		if (*item && *lead) {
			add_item(&more, item, strlen(item));
		} else if (*item) {
			icj__text_start(&t, lead, sizeof(lead));
			icj__text_add(&t, item);
		}
	}
	if (*lead)
		lines += put_joined(page, lead, ". ", &more, 3);
	return lines;
}

/* -- Limbs -------------------------------------------------------------- */

/* " (plan_days is 120)" for the facts a limb used. */
static void add_used(const struct icj_prose *p, const struct icj_finding *f,
    struct text *t)
{
	const struct icj_field *field;
	const char *lead = " (";
	char value[128];

	for (size_t i = 0; (field = icj_finding_fact(f, ICJ_USED, i)); i++) {
		icj_case_get(p->facts, field, value, sizeof(value));
		TEXTS(t, lead, field->name, " is ", value);
		lead = ", ";
	}
	if (*lead == ',')
		icj__text_add(t, ")");
}

static void add_names(const struct icj_finding *f, enum icj_role role,
    const char *lead, struct text *t)
{
	const struct icj_field *field;

	for (size_t i = 0; (field = icj_finding_fact(f, role, i)); i++)
		TEXTS(t, i ? ", " : lead, field->name);
}

static void add_limb(const struct icj_prose *p, const struct icj_finding *f,
    struct text *t)
{
	const struct icj_rule *rule = icj_finding_rule(f);

	TEXTS(t, rule->cite, ", ", icj_status_name(icj_finding_status(f)), ": ",
	    rule->says);
	add_used(p, f, t);
}

/* Those that do not apply are told from the others at a glance. */
static void fold_limbs(const struct icj_prose *p, const struct icj_page *page)
{
	const struct icj_finding *f = NULL;
	const char *last = "";
	char buf[2048];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	while ((f = icj_report_next(p->report, f))) {
		const char *cite = icj_finding_rule(f)->cite;

		if (icj_finding_status(f) != ICJ_NOT_APPLICABLE ||
		    strcmp(cite, last) == 0)
			continue;
		TEXTS(&t, t.len ? ", " : "Not applicable: ", cite);
		last = cite;
	}
	if (t.len == 0)
		return;
	icj__text_add(&t, ".");
	icj_page_put(page, buf, 4);
}

ICJ_API void icj_prose_limbs(const struct icj_prose *p,
    const struct icj_page *page)
{
	const struct icj_finding *f = NULL;
	char buf[2048];
	struct text t;

	if (!p || !page)
		return;
	while ((f = icj_report_next(p->report, f))) {
		if (icj_finding_status(f) == ICJ_NOT_APPLICABLE)
			continue;
		icj__text_start(&t, buf, sizeof(buf));
		add_limb(p, f, &t);
		add_names(f, ICJ_MISSING, " Not known: ", &t);
		add_names(f, ICJ_ASSUMED, " Presumed absent: ", &t);
		icj_page_put(page, buf, 4);
	}
	fold_limbs(p, page);
}

/* -- Parts -------------------------------------------------------------- */

/* What is missing, one to a line, so that it can be asked for. */
static int prose_put_missing(const struct icj_page *page,
    struct prose_items *items, int most)
{
	int lines = icj_page_put(page, "What could still decide it:", 0);
	size_t i = 0, n = items->count;

	for (; i < n; i++) {
		int need = prose_lines(page, items->at[i]);

		if (i == 0 && lines + need + (n > 1) > most) {
			clip(page, items->at[0], 1);
			need = 1;
		}
		if (lines + need + (i + 1 < n) > most && i > 0)
			break;
		lines += icj_page_put(page, items->at[i], 4);
	}
	return i == n ? lines : lines + icj__prose_more(page, "- ", n - i);
}

/* The finding of a citation, before all one that speaks. */
static const struct icj_finding *cited(const struct icj_prose *p,
    const char *cite)
{
	const struct icj_finding *f = NULL, *found = NULL;

	while ((f = icj_report_next(p->report, f))) {
		enum icj_status s = icj_finding_status(f);

		if (strcmp(icj_finding_rule(f)->cite, cite) == 0 &&
		    s != ICJ_NOT_APPLICABLE &&
		    (!found || icj_finding_status(found) ==
		    ICJ_UNDECIDED))
			found = f;
	}
	return found;
}

/* Where a limb is met and none of those below it, they decide. */
static void add_unmet(const struct icj_prose *p, const struct icj_finding *f,
    struct text *t)
{
	const char *above = icj_finding_rule(f)->cite, *first = "", *last = "";
	const struct icj_finding *below = NULL;
	size_t len = strlen(above);

	if (icj_finding_status(f) != ICJ_MET)
		return;
	while ((below = icj_report_next(p->report, below))) {
		const char *cite = icj_finding_rule(below)->cite;

		if (strncmp(cite, above, len) != 0 || cite[len] != '(' ||
		    icj_finding_status(below) == ICJ_NOT_APPLICABLE)
			continue;
		if (icj_finding_status(below) != ICJ_NOT_MET)
			return;
		first = *first ? first : cite;
		last = cite;
	}
	if (*first && strcmp(first, last) != 0)
		TEXTS(t, " But none of ", first, " to ", last + len, " is met.");
}

/* What of the reasons is not said in sentences. */
struct reasons {
	struct prose_items open, bare;
	int left;
};

/* One that speaks, as long as there is room. */
static int put_reason(const struct icj_prose *p, const struct icj_page *page,
    const struct icj_finding *f, struct reasons *r, int lines, int most)
{
	char buf[2048];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	add_limb(p, f, &t);
	add_unmet(p, f, &t);
	if (lines == 0 && p->brief)
		clip(page, buf, most);
	if (r->left || (lines > 0 && lines + prose_lines(page, buf) > most)) {
		r->left++;
		return 0;
	}
	return icj_page_put(page, buf, 4);
}

/* What decides, in sentences; where nothing is decided the limbs are named
 * only, for what is missing says the rest. */
static int put_reasons(const struct icj_prose *p, const struct icj_page *page,
    int most)
{
	struct reasons r = {.left = 0};
	const char *cite;
	int lines = 0;

	for (size_t i = 0; (cite = icj_report_cite(p->report, i)); i++) {
		const struct icj_finding *f = cited(p, cite);

		if (!f)
			add_item(&r.bare, cite, strlen(cite));
		else if (icj_finding_status(f) == ICJ_UNDECIDED)
			add_item(&r.open, cite, strlen(cite));
		else
			lines += put_reason(p, page, f, &r, lines, most);
	}
	if (r.bare.count > 0 && lines < most)
		lines += put_joined(page, "Decided by", ", ", &r.bare, 1);
	if (r.open.count > 0 && lines < most)
		lines += put_joined(page, "Undecided:", ", ", &r.open, 1);
	if (r.left > 0 && lines < most && p->brief)
		lines += icj__prose_more(page, "", (size_t)r.left);
	return lines; /* others are below */
}

ICJ_API const char *icj_basis_words(enum icj_basis basis)
{
	static const char *const how[] = {
		[ICJ_BASIS_TEXT] = "",
		[ICJ_BASIS_RESTATED] = ", as the Commission restated them",
		[ICJ_BASIS_OFFICE] = ", as the office's rulebook has them",
		[ICJ_BASIS_UNDATED] = ", as seen on a page without a date",
		[ICJ_BASIS_DEDUCED] =
		    ", inferred from the wordings before and after",
		[ICJ_BASIS_NEAREST] =
		    ", the last known; what held on the day is not known",
	};

	return (size_t)basis < COUNT_OF(how) && how[basis] ? how[basis] : "";
}

static const char *basis_of(const struct icj_cell *cell)
{
	enum icj_basis basis = ICJ_BASIS_TEXT;

	while (cell->len > 0 && basis < ICJ_BASIS_NEAREST &&
	    (strlen(icj_basis_name(basis)) != cell->len ||
	    memcmp(icj_basis_name(basis), cell->text, cell->len) != 0))
		basis++;
	return icj_basis_words(basis);
}

/* Which law was applied, how surely it was that of the day, and what is known
 * to have become of it. */
static int put_law(const struct icj_prose *p, const struct icj_page *page)
{
	char buf[200 + 2 * ICJ_LAW_NOTE], law[ICJ_LAW_NOTE];
	const char *basis = basis_of(&p->basis);
	struct text t;

	if (p->edition.len == 0)
		return 0;
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "Rules as effective ");
	prose_add_cell(&t, &p->edition);
	/* What became of the law since says that it is not held, too. */
	if (basis == icj_basis_words(ICJ_BASIS_NEAREST) &&
	    icj_report_law(p->report, 0, law))
		basis = ", the last known";
	TEXTS(&t, basis, ".");
	for (size_t i = 0; icj_report_law(p->report, i, law); i++) {
		if (law[0] >= 'a' && law[0] <= 'z')
			law[0] = (char)(law[0] - 'a' + 'A');
		TEXTS(&t, " ", law, ".");
	}
	return icj_page_put(page, buf, 4);
}

/* How much of a note there is before what the line of the law says already,
 * which stands at its end. */
static size_t before_the_law(const struct icj_prose *p)
{
	char law[ICJ_LAW_NOTE];
	size_t left = p->note.len, n = 0;

	while (icj_report_law(p->report, n, law))
		n++;
	while (n > 0 && icj_report_law(p->report, --n, law)) {
		size_t len = strlen(law);

		if (left < len ||
		    memcmp(p->note.text + left - len, law, len) != 0)
			break;
		left -= len;
		if (left >= 2)
			left -= 2; /* "; " */
	}
	return left;
}

/* A note's sentences stand between "; ". */
static void notes_of(const struct icj_prose *p, struct prose_items *items)
{
	const char *at = p->note.text;
	size_t left = before_the_law(p);

	items->count = 0;
	while (left > 0) {
		size_t len = 0;

		while (len < left && memcmp(at + len, "; ",
		    left - len < 2 ? left - len : 2) != 0)
			len++;
		add_item(items, at, len);
		len += len < left ? 2 : 0;
		at += len;
		left -= len;
	}
}

/* -- The whole ---------------------------------------------------------- */

enum part { REASONS, LACKS, PRESUMED, NOTES, PARTS };

struct brief {
	const struct icj_prose *p;
	struct prose_items list[PARTS];
};

/* A part in so many lines at most. */
static int put_part(struct brief *b, enum part part,
    const struct icj_page *page, int most)
{
	struct prose_items *items = &b->list[part];

	if (part == REASONS)
		return put_reasons(b->p, page, most);
	if (items->count == 0)
		return 0;
	if (part == LACKS)
		return prose_put_missing(page, items, most);
	return icj__prose_list(page, part == NOTES ? "Note:" :
	    "Presumed, as nobody said otherwise:", items, most);
}

/* How many lines each part gets of those left: what is presumed and the note
 * give way before what is missing. */
static void share_lines(struct brief *b, const struct icj_page *page, int left,
    int most[PARTS])
{
	static const struct {
		enum part part;
		int least;
	} order[] = {
		{PRESUMED, 2}, {NOTES, 2}, {LACKS, 5}, {REASONS, 2},
		{NOTES, 1}, {PRESUMED, 1}, {LACKS, 3}, {REASONS, 1}, {LACKS, 2},
	};
	int sum = 0;

	for (int i = 0; i < PARTS; i++)
		sum += most[i] = put_part(b, (enum part)i, page, ALL);
	for (size_t i = 0; i < COUNT_OF(order); i++)
		while (sum > left && most[order[i].part] > order[i].least) {
			most[order[i].part]--;
			sum--;
		}
}

/* A narrow page has as much to say.  The last line says how to see all; the
 * first may be that of the case. */
static int brief_lines(const struct icj_prose *p, const struct icj_page *page)
{
	int columns = page->width > 0 ? page->width + 2 : 80;
	const struct icj_field *key = icj_field_find("case_id", 7);

	return ICJ_BRIEF_LINES * 80 / (columns < 80 ? columns : 80) - 1 -
	    icj_case_has(p->facts, key);
}

static int put_first_step(const struct icj_prose *p,
    const struct icj_page *page)
{
	char buf[1040];
	struct icj_step s;
	struct text t;

	if (!icj_prose_next(p, &s))
		return 0;
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "Next: ");
	icj__prose_step(&s, &t);
	return icj_page_put(page, buf, 4);
}

static void brief_fill(struct brief *b, const struct icj_prose *p)
{
	b->p = p;
	facts_of(&p->missing, false, &b->list[LACKS]);
	facts_of(&p->assumed, true, &b->list[PRESUMED]);
	notes_of(p, &b->list[NOTES]);
}

ICJ_API void icj_prose_answer(const struct icj_prose *p,
    const struct icj_page *page)
{
	int most[PARTS] = {3, ALL, ALL, ALL};
	struct icj_page quiet;
	struct brief b;

	if (!p || !page)
		return;
	brief_fill(&b, p);
	if (p->brief) {
		quiet = icj__page_counted(page);
		share_lines(&b, &quiet, brief_lines(p, page) -
		    pack_heads(p, &quiet) - put_first_step(p, &quiet) -
		    put_law(p, &quiet), most);
		pack_heads(p, page);
	} else {
		put_heads(p, page);
	}
	for (int i = 0; i < NOTES; i++)
		put_part(&b, (enum part)i, page, most[i]);
	put_first_step(p, page);
	put_law(p, page);
	put_part(&b, NOTES, page, most[NOTES]);
}
