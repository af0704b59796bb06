/* SPDX-License-Identifier: MIT */
/* nothing.h - words that say that nothing is known. */
#ifndef ICJ_FACTS_NOTHING_H
#define ICJ_FACTS_NOTHING_H

#include "icj.h"

/* Whether a text without blanks at its ends says that nothing is known. */
bool icj__is_empty_word(const char *text, size_t len);

/* Said by whoever uses the list of documents. */
#define ICJ__UNLISTED "a document that is not in the list counts as other"

#endif
