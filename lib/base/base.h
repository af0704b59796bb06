/* SPDX-License-Identifier: MIT */
/* base.h - what every file of libicj may use. */
#ifndef ICJ_BASE_H
#define ICJ_BASE_H

#include <stddef.h>
#include <stdint.h>

/* WebAssembly has short addresses and 64-bit words; the page is tried whole. */
#if UINTPTR_MAX < UINT64_MAX && !defined(__wasm__)
#error "icj needs a 64-bit machine: its facts and memories are laid out for one"
#endif

#define ICJ_API __attribute__((visibility("default")))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Defines a function that names the values of a type, in a table of them, and
 * whatever else is none of these. */
#define NAMES(function, type, other, ...) \
	ICJ_API const char *function(type value) \
	{ \
		static const char *const names[] = {__VA_ARGS__}; \
\
		return (size_t)value < COUNT_OF(names) ? names[value] : \
		    (other); \
	}

#endif
