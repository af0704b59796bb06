/* SPDX-License-Identifier: MIT */
/* screen.h - the terminal that stdout is, if it is one. */
#ifndef SCREEN_H
#define SCREEN_H

#include <stdbool.h>

/* Whether a person looks at stdout. */
bool screen_is_there(void);
/* Columns for prose: those of the terminal, 40 to 200; 80 without one. */
int screen_width(void);

#endif
