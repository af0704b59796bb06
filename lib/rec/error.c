/* SPDX-License-Identifier: MIT */
/*
 * error.c - fills in a struct rec_error.  It must never be given a value of a
 * record: these texts reach terminals and logs.
 */
#include "rec_internal.h"

#include <stdarg.h>
#include <stdio.h>

int rec_fail(struct rec_error *error, enum rec_code code, unsigned long line,
    const char *format, ...)
{
	va_list args;

	*error = (struct rec_error){ .code = (int)code, .line = line };
	va_start(args, format);
	vsnprintf(error->text, sizeof(error->text), format, args);
	va_end(args);
	return -1;
}

int rec_fail_memory(struct rec_error *error)
{
	return rec_fail(error, REC_E_MEMORY, 0, "out of memory");
}
