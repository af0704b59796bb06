/* SPDX-License-Identifier: MIT */
/* base.h - what every file of libicj may use. */
#ifndef ICJ_BASE_H
#define ICJ_BASE_H

#define ICJ_API __attribute__((visibility("default")))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
