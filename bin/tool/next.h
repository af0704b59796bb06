/* SPDX-License-Identifier: MIT */
/* next.h - what comes next in a case, as prose. */
#ifndef NEXT_H
#define NEXT_H

#include "tool/tool.h"

/* Prints the steps 0, 1, ... that step() gives for t until it gives none. */
void next_explain(const struct tool *t, FILE *out,
    bool (*step)(const struct tool *t, size_t i, struct icj_step *out));

#endif
