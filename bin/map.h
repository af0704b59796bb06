/* SPDX-License-Identifier: MIT */
/* map.h - an office's own column names (--map). */
#ifndef MAP_H
#define MAP_H

#include "tool.h"

struct map; /* what the --map files say */

/* Reads the --map files into t->map.  False after a message. */
bool map_read(struct tool *t);
void map_free(struct map *map);
/* How many names the --map files have. */
size_t map_size(const struct tool *t);

/* The field a map file gives a column name, or NULL. */
const struct icj_field *map_find(const struct tool *t, const char *name,
    size_t len);

#endif
