/* SPDX-License-Identifier: MIT */
/* prose.h - what the prose of all questions is made of. */
#ifndef ICJ_ANSWER_PROSE_H
#define ICJ_ANSWER_PROSE_H

#include "icj.h"
#include "time/text.h"

#define PROSE_ITEMS 64 /* of a list; more are not named */
#define PROSE_ITEM ICJ_PRESUMPTION

/* Items of a list, in a space of their own. */
struct prose_items {
	char at[PROSE_ITEMS][PROSE_ITEM];
	size_t count;
};

/* Room for another one, or NULL. */
char *icj__prose_item(struct prose_items *items);
/* Adds a fact that is presumed absent; before is the one named before it, or
 * NULL. */
void icj__prose_presume(struct prose_items *items, const struct icj_field *f,
    const struct icj_field *before);
/* A list with a lead in at most so many lines; what is left out is counted.
 * Gives the number of lines. */
int icj__prose_list(const struct icj_page *page, const char *lead,
    struct prose_items *items, int most);

/* "and 3 more", for what there was no room for.  Gives the number of lines. */
int icj__prose_more(const struct icj_page *page, const char *lead, size_t n);
/* The same page, on which lines are counted only. */
struct icj_page icj__page_counted(const struct icj_page *page);

/* A step as a sentence, with its date. */
void icj__prose_step(const struct icj_step *s, struct text *t);

#endif
