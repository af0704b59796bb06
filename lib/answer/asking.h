/* SPDX-License-Identifier: MIT */
/* asking.h - a question about one record, which JSON or prose answers. */
#ifndef ICJ_ANSWER_ASKING_H
#define ICJ_ANSWER_ASKING_H

#include "answer/json.h"
#include "icj.h"

#define ASKING_BAD 16  /* fields that are listed as unreadable */
#define ASKING_SKIP 64 /* fields that are not asked for again */

struct asking {
	struct icj_case *facts;
	struct icj_report *report;
	struct icj_context ctx;
	const struct icj_field *bad[ASKING_BAD];
	enum icj_err why[ASKING_BAD];
	size_t bads;
	const struct icj_field *skip[ASKING_SKIP]; /* said to be not known */
	size_t skips;
	const char *const *names; /* of its columns */
	struct json_out *out;     /* of JSON; or NULL, */
	bool invalid;             /* the answer asked for what cannot be read */
	const struct icj_page *page; /* of prose, */
	bool brief;
};

/* Only a field that the answer asked for makes it invalid. */
bool icj__asking_is_invalid(const struct asking *a);
/* A duty that asked for what cannot be read is withheld, and named. */
bool icj__due_is_withheld(const struct asking *a, size_t i);

/* Answers the question as JSON, or as prose. */
void icj__answer_eligible(struct asking *a);
void icj__answer_permit(struct asking *a);
void icj__answer_return(struct asking *a);
void icj__answer_deadline(struct asking *a);
void icj__tell_eligible(struct asking *a);
void icj__tell_permit(struct asking *a);
void icj__tell_return(struct asking *a);
void icj__tell_deadline(struct asking *a);

#endif
