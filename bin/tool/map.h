/* SPDX-License-Identifier: MIT */
/* map.h - an office's own column names (--map). */
#ifndef MAP_H
#define MAP_H

#include "tool/tool.h"

struct map; /* what the --map files say */

/* Reads the --map files into t->map.  False after a message. */
bool map_read(struct tool *t);
void map_free(struct map *map);
/* How many names the --map files have. */
size_t map_size(const struct tool *t);

/* The field a map file gives a column, whose name is plain; or NULL. */
const struct icj_field *map_find(const struct tool *t, const char *plain,
    size_t len);
/* Whether a map file says that a column is no field of ours. */
bool map_ignores(const struct tool *t, const char *name, size_t len);
/* An input has a column of this name. */
void map_meets(const struct tool *t, const char *name, size_t len);
/* Tells of names that no input has: -1, or a status where it is to refuse. */
int map_unmet(const struct tool *t, bool refuse);

/* Whether there are values of a field; and what a value means, which may be
 * put into the room. */
bool map_has_values(const struct tool *t, const struct icj_field *field);
struct rec_text map_value(const struct tool *t, const struct icj_field *field,
    struct rec_text theirs, char *room, size_t size);

#endif
