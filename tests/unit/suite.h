/* SPDX-License-Identifier: MIT */
/* suite.h - the main() that every unit test shares: TAP on stdout. */
#ifndef SUITE_H
#define SUITE_H

#include <check.h>
#include <stdlib.h>

static Suite *suite(void);

/* How often a random case is tried, of n: every SHARE-th time, for runs under
 * instruments which make each many times as slow. */
static inline int help_times(int n)
{
	const char *share = getenv("SHARE");

	return share ? n / atoi(share) : n;
}

int main(void)
{
	SRunner *runner;
	int failed;

	/* A busy machine is no failure; one that hangs still is. */
	setenv("CK_TIMEOUT_MULTIPLIER", "20", 0);
	runner = srunner_create(suite());
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
