/* SPDX-License-Identifier: MIT */
/*
 * scenario.h - a scenario as it was read: facts, question, what is expected.
 * rule_scenario.c reads and reports, rule_check.c puts the question.
 */
#ifndef SCENARIO_H
#define SCENARIO_H

#include "rule/rule.h"

struct pair {
	char *name, *value;
};

struct pairs {
	struct pair *at;
	size_t count, room;
};

const char *pairs_get(const struct pairs *p, const char *name);

struct scenario {
	struct pairs head;   /* scenario, rule, ask, as_of, ... */
	struct pairs given;  /* facts */
	struct pairs expect; /* columns */
	unsigned long line;
	char why[256];       /* that it cannot be used; "" */
};

/* Puts the question to the tool; prints on stdout, as comments, what is not
 * as expected.  With evidence also what limbs held and failed. */
bool scenario_check(const struct scenario *s, bool evidence);

#endif
