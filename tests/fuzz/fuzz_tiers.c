/* SPDX-License-Identifier: MIT */
/*
 * fuzz_tiers.c - tier files: one is taken whole or refused with a message, and
 * what is taken holds every share in one tier.
 */
#include <stdlib.h>
#include <string.h>

#include "dues/dues.h"
#include "help.h"

static void check_tiers(const struct dues *d)
{
	const struct dues_tiers *t = &d->tiers;
	size_t bad;

	CHECK(t->count <= DUES_TIERS);
	CHECK(icj_dues_tiers_check(t->tier, t->count, &bad) == ICJ_DUES_OK);
	for (size_t i = 0; i < t->count; i++)
		CHECK(t->name[i].text[0] && t->tier[i].amount >= 0 &&
		    t->tier[i].from < t->tier[i].below &&
		    (i == 0 ? t->tier[i].from == 0 :
		    t->tier[i].from == t->tier[i - 1].below));
	for (uint64_t n = 0; n < 40; n++) {
		struct icj_ratio share = { { 0, n }, { 0, 40 } };
		size_t k = icj_dues_tier_find(t->tier, t->count, &share);

		/* A fortieth is 25 * 10^15 of the bounds. */
		if (k < t->count)
			CHECK(t->tier[k].from <= n * UINT64_C(25000000000000000)
			    && n * UINT64_C(25000000000000000) <
			    t->tier[k].below);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct fuzz_file file;
	static const struct tool_kind kind = { .name = "fuzz" };
	static struct dues d;
	static struct tool t;
	char *said;
	size_t len;
	int status;

	if (size > FUZZ_MOST)
		return 0;
	if (!file.name[0]) {
		fuzz_file_open(&file);
		fuzz_listen();
	}
	fuzz_file_set(&file, data, size);
	memset(&d, 0, sizeof(d));
	memset(&t, 0, sizeof(t));
	t.kind = &kind;
	t.own = &d;
	d.tiers_name = file.name;
	status = dues_tiers_read(&t);
	said = fuzz_said(&len);
	CHECK(status == -1 || status == TOOL_USAGE);
	CHECK((status == -1) == (len == 0));
	if (status == -1)
		check_tiers(&d);
	free(said);
	return 0;
}
