/* SPDX-License-Identifier: MIT */
/*
 * paragraph_300.c - Section 300 of the table of paragraphs: forms, most of it
 * rescinded.
 */
#include "book/paragraph.h"

#define FORMS SINCE(ED_2015, "2011-01-01; 2012-03-01; 2013-04-01; " \
	"2014-04-01; 2015-01-01")
#define OPTIONAL BETWEEN(ED_2012_NOV, ED_2015, \
	"2011-01-01; 2012-03-01; 2012-11-01"), .later = "rescinded"
#define REVISED BETWEEN(ED_2011, ED_2012_NOV, "2011-01-01"), \
	.later = "rescinded"

static const struct icj_paragraph rows[] = {
	{.cite = "300", .title = "Forms", STANDS(ED_2010, "2010-03-01"),
	 .kinds = TITLE, .says = "In which shape states write to one another."},
	{.cite = "3-101", .title = "Forms", FORMS, .kinds = DUTY,
	 OF(electronic_system)},
	{.cite = "3-102", .title = "Optional Forms", OPTIONAL, .kinds = RES,
	 .forms = "Form A; petitions for hearing; orders setting hearing; "
	  "Juvenile Rights Form; Victim Notification Supplement Form",
	 .says = "Named seven forms that nobody had to use. Form A lives on "
	  "in 6-103(2)(a), the Juvenile Rights Form in 6-102(3)."},
	{.cite = "3-103", .title = "Form Modifications or Revisions", REVISED,
	 .kinds = RES, .says = "How forms could be changed."},
	{.cite = "3-103(1)", REVISED, .kinds = RES,
	 .says = "Nobody was to alter an adopted form or use another in its "
	  "place."},
	{.cite = "3-103(2)", REVISED, .kinds = RES,
	 .says = "What a revision took."},
	{.cite = "3-103(2)(a)", REVISED, .kinds = RES,
	 .says = "A majority of the Commission's members."},
	{.cite = "3-103(2)(b)", REVISED, .kinds = RES,
	 .says = "The way of a rule's adoption, numbered 7-101 then and 2-103 "
	  "now."},
};

PART(300);
