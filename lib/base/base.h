/* SPDX-License-Identifier: MIT */
/* base.h - what every file of libicj may use. */
#ifndef ICJ_BASE_H
#define ICJ_BASE_H

#include <stdint.h>

#if UINTPTR_MAX < UINT64_MAX
#error "icj needs a 64-bit machine: its facts and memories are laid out for one"
#endif

#define ICJ_API __attribute__((visibility("default")))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
