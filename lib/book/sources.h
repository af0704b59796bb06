/* SPDX-License-Identifier: MIT */
/* sources.h - where wordings were seen. */
#ifndef ICJ_BOOK_SOURCES_H
#define ICJ_BOOK_SOURCES_H

#define RULES_2015 "ICJ Rules effective January 1, 2015"
#define LISTING_2024 "rule listing, as worded since April 1, 2024"
#define RULE_PAGE "rule page of the Commission"
#define BENCH_BOOK "bench book 11.0, 2024"
#define TOOLKIT "toolkit for judges, 2024"
#define OPINION "advisory opinion of the Commission"
#define STANDARDS_2019 "compliance standards, 2019 to 2023"
#define STANDARDS_2024 "compliance standards since 2024"
#define HELP_2024 "help article on the rules of April 1, 2024"
#define HEARING_2023 "notice of the public hearing of 2023"
#define AMENDMENTS "amendment training of the Commission"
#define TRAINING_PAGE "training page of the Commission"
/* Of what was inferred from the texts before and after. */
#define NEIGHBOURS "the wordings before and after"

#endif
