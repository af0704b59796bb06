/* SPDX-License-Identifier: MIT */
/*
 * rule.h - what the files of icj-rule share: reading, listing, classifying
 * and running scenarios are one file or two each.
 */
#ifndef RULE_H
#define RULE_H

#include "tool/tool.h"

/* -- rule_read.c -------------------------------------------------------- */

/* Prints the paragraphs that the words name.  Returns the exit status. */
int rule_read(const struct tool *t, char *const *words, size_t count);

/* Text in lines of at most 78 columns. */
void rule_wrap(int indent, int hang, const char *text);

/* -- rule_held.c: wordings ---------------------------------------------- */

/* Prints the wordings of the provisions that bear a number, or with below one
 * of its limbs; false where there are none. */
bool rule_held(const struct tool *t, const char *cite, bool below);
#define RULE_NUMBER 64

/* Writes a number as some wording has it, or the rule whose limbs alone do;
 * false where none has. */
bool rule_is_held(const struct tool *t, const char *cite,
    char number[RULE_NUMBER]);
/* Prints what became of each provision between two days, "D,D". */
int rule_compare(const struct tool *t, const char *days);
/* Prints one provision before and after, "was" and "is". */
void rule_print_change(enum icj_amendment change,
    const struct icj_wording *before, const struct icj_wording *after);

/* -- rule_amend.c: an office's own rulebook ----------------------------- */

/* Prints a form of all provisions that an office can state for a day. */
int rule_amend_template(const struct tool *t, const char *day);
/* Says in words what the --amend files change. */
int rule_amend_check(const struct tool *t);

/* -- rule_list.c -------------------------------------------------------- */

/* Writes paragraphs as rows, in the format; those of NULL are all. */
int rule_list(const struct tool *t, const struct icj_paragraph *const *only,
    size_t count, enum rec_format format);
/* The same for a person at a terminal. */
int rule_list_on_screen(const struct icj_paragraph *const *only, size_t count);

/* Prints how many paragraphs are computed, dated and so on by each edition. */
int rule_figures(void);

/* The names of the bits of a disposition or of kinds, joined by "; ". */
const char *rule_dispositions(const struct icj_paragraph *p, char *buf,
    size_t size);
const char *rule_kinds(const struct icj_paragraph *p, char *buf, size_t size);
/* The i-th duty of the catalogue that rests on the paragraph, each once. */
bool rule_duty(const struct icj_paragraph *p, size_t i, struct icj_duty *out);

/* -- rule_classify.c ---------------------------------------------------- */

/* Runs as a filter.  Returns the exit status. */
int rule_classify(int argc, char **argv);

/* -- rule_scenario.c ---------------------------------------------------- */

/* Runs the scenarios of the files and prints TAP.  With evidence also which
 * limbs were seen to hold or to fail. */
int rule_scenarios(const struct tool *t, char *const *files, size_t count,
    bool evidence);

/* -- rule_replay.c: logged decisions, judged again --------------------------- */

/* Prints what differs, and how many are the same.  Returns the exit status. */
int rule_replay(struct tool *t, char *const *files, size_t count);

/* -- rule_ask.c: the real tools ----------------------------------------- */

/* What a tool answered. */
struct answer {
	char *text;
	size_t len;
	int status; /* of its exit; -1: it could not be run */
};

/* Runs the tool that lies beside this one, with the text on its stdin.  The
 * arguments end with a NULL; the first is the tool's name. */
bool rule_ask(char *const *arguments, const char *text, size_t len,
    struct answer *out);

#endif
