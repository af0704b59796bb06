/* SPDX-License-Identifier: MIT */
/*
 * dues.c - the dues of Rule 2-101(4), divided exactly.  It knows rows, shares
 * and tiers, and must not know where they came from or how they are printed.
 */
#include "icj.h"
#include "judge/rule.h"
#include "base/wide.h"

/*
 * Every share has the one denominator 2 * P * C, P the people and C the
 * juveniles sent and received, so sums and remainders compare as integers.
 *
 * Why nothing wraps: 56 rows of at most 10^9 each, sent and received counted
 * apart, keep P below 10^11 < 2^37 and C below 1.2 * 10^11 < 2^37.  A
 * numerator 2*p*C is then below 2^68, all 56 below 2^74, the denominator
 * below 2^75, and a numerator times a budget (2^50) below 2^119.
 */
struct division {
	const struct icj_dues_row *row;
	size_t count;
	int64_t ends[ICJ_STATES]; /* juveniles sent and received, by row */
	wide part[ICJ_STATES];    /* numerators of the shares */
	wide sum;                 /* of the numerators */
	wide whole;               /* their denominator */
};

static const char *const clauses[] = {
	"not one of the 56 states of the rules",
	"the state was in an earlier row",
	"the population is missing",
	"the count of juveniles sent or received is missing; write a zero",
	"above 999,999,999",
	"transfers is not the sum of sent and received",
	"not between 1 and 56 states",
	"no transfers at all",
	"no population at all",
	"the population of the United States is smaller than the state's",
	"the shares do not sum to 1",
	"not a decimal below 10 with at most 18 decimals",
	"the first tier does not start at 0",
	"the tier does not end above its start",
	"the tier does not start where the one before it ends",
	"no tier holds the share",
	"nothing was given to be counted",
};

ICJ_API const char *icj_dues_strerror(enum icj_dues_err err)
{
	int64_t i = (int64_t)(int)err - ICJ_DUES_E_STATE;

	if (err == ICJ_DUES_OK)
		return "no error";
	if (i < 0 || i >= (int64_t)COUNT_OF(clauses))
		return "cannot be read";
	return clauses[i];
}

ICJ_API const struct icj_rule *icj_dues_rule_at(size_t i)
{
	static const struct provision *const rows[] = {
		P(dues_parts), P(dues_formula),
	};

	return i < COUNT_OF(rows) ? &rows[i]->wording->rule : NULL;
}

/* -- Reading numbers ---------------------------------------------------- */

/* Commas are taken only where thousands have them: in "1,234[2]" or "12,34"
 * nobody can know what was meant. */
ICJ_API enum icj_err icj_whole_parse(const char *text, size_t len, int64_t max,
    int64_t *out)
{
	if (!text || !out)
		return ICJ_E_NULL;

	int64_t n = 0;
	size_t digits = 0; /* since the start or the last comma */
	bool commas = false;

	if (max < 0)
		return ICJ_E_COUNT;
	len = icj__without_zeros(text, len);
	for (size_t i = 0; i < len; i++) {
		if (text[i] == ',') {
			if (digits == 0 || digits > 3 || (commas && digits < 3))
				return ICJ_E_COUNT;
			commas = true;
			digits = 0;
			continue;
		}
		if (text[i] < '0' || text[i] > '9')
			return ICJ_E_COUNT;
		if (n > max / 10 || 10 * n > max - (text[i] - '0'))
			return ICJ_E_COUNT;
		n = n * 10 + (text[i] - '0');
		digits++;
	}
	if (digits == 0 || (commas && digits != 3))
		return ICJ_E_COUNT;
	*out = n;
	return ICJ_OK;
}

#define BOUND_PLACES 18

ICJ_API enum icj_dues_err icj_bound_parse(const char *text, size_t len,
    uint64_t *out)
{
	if (!text || !out)
		return ICJ_DUES_E_NULL;

	uint64_t n = 0;
	int places = -1; /* decimals so far, -1 before the point */
	bool digits = false;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '.' && places < 0) {
			places = 0;
			continue;
		}
		if (text[i] < '0' || text[i] > '9')
			return ICJ_DUES_E_BOUND;
		if (places >= 0 && ++places > BOUND_PLACES)
			return ICJ_DUES_E_BOUND;
		n = n * 10 + (uint64_t)(text[i] - '0');
		if (places < 0 && n > 9)
			return ICJ_DUES_E_BOUND;
		digits = true;
	}
	if (!digits)
		return ICJ_DUES_E_BOUND;
	for (places = places < 0 ? 0 : places; places < BOUND_PLACES; places++)
		n *= 10;
	*out = n;
	return ICJ_DUES_OK;
}

/* -- Checking the rows -------------------------------------------------- */

/* A transfer has two ends: one state sent, another received. */
static enum icj_dues_err count_ends(const struct icj_dues_row *row,
    int64_t *ends)
{
	bool both = row->sent >= 0 && row->received >= 0;

	if (row->sent > ICJ_DUES_MAX_COUNT ||
	    row->received > ICJ_DUES_MAX_COUNT ||
	    row->transfers > 2 * (int64_t)ICJ_DUES_MAX_COUNT)
		return ICJ_DUES_E_RANGE;
	if (row->transfers < 0) {
		if (!both)
			return ICJ_DUES_E_TRANSFERS;
		*ends = row->sent + row->received;
		return ICJ_DUES_OK;
	}
	if (row->sent > row->transfers || row->received > row->transfers ||
	    (both && row->sent + row->received != row->transfers))
		return ICJ_DUES_E_DISAGREE;
	*ends = row->transfers;
	return ICJ_DUES_OK;
}

ICJ_API enum icj_dues_err icj_dues_row_check(const struct icj_dues_row *row,
    size_t i)
{
	if (!row)
		return ICJ_DUES_E_NULL;

	int64_t ends;

	if (row[i].state < 1 || row[i].state > ICJ_STATES)
		return ICJ_DUES_E_STATE;
	for (size_t k = 0; k < i; k++)
		if (row[k].state == row[i].state)
			return ICJ_DUES_E_TWICE;
	if (row[i].population < 0)
		return ICJ_DUES_E_POPULATION;
	if (row[i].population > ICJ_DUES_MAX_COUNT)
		return ICJ_DUES_E_RANGE;
	return count_ends(&row[i], &ends);
}

static enum icj_dues_err check_rows(struct division *d,
    struct icj_dues_total *total)
{
	total->row = d->count;
	if (d->count < 1 || d->count > ICJ_STATES)
		return ICJ_DUES_E_NO_STATE;
	for (size_t i = 0; i < d->count; i++) {
		enum icj_dues_err err = icj_dues_row_check(d->row, i);

		if (err != ICJ_DUES_OK) {
			total->row = i;
			return err;
		}
		count_ends(&d->row[i], &d->ends[i]);
	}
	return ICJ_DUES_OK;
}

static void add_up(const struct division *d, struct icj_dues_total *total)
{
	total->population = total->transfers = 0;
	total->sent = total->received = 0;
	for (size_t i = 0; i < d->count; i++) {
		const struct icj_dues_row *row = &d->row[i];

		total->population += row->population;
		total->transfers += d->ends[i];
		if (row->sent < 0 || row->received < 0)
			total->sent = -1;
		if (total->sent >= 0) {
			total->sent += row->sent;
			total->received += row->received;
		}
	}
	if (total->sent < 0)
		total->received = -1;
	total->uneven = total->sent != total->received;
}

/* Reading: "the population of the United States" is that of the rows given,
 * so that the shares sum to 1, unless the caller names another. */
static enum icj_dues_err pick_us(const struct division *d, int64_t named,
    struct icj_dues_total *total)
{
	total->us_population = named == 0 ? total->population : named;
	if (total->us_population == 0)
		return ICJ_DUES_E_NO_POPULATION;
	if (named < 0 || named > ICJ_DUES_MAX_US)
		return ICJ_DUES_E_RANGE;
	for (size_t i = 0; i < d->count; i++) {
		if (d->row[i].population > total->us_population) {
			total->row = i;
			return ICJ_DUES_E_US;
		}
	}
	return ICJ_DUES_OK;
}

/* -- Dividing ----------------------------------------------------------- */

/* Rule 2-101(4).  Reading: "divided by two" halves the sum of both fractions;
 * literally it would halve the second only.  Reading: "offenders" in the
 * second denominator are juveniles, each counted where sent and where
 * received. */
static void share_out(struct division *d, enum icj_reading reading,
    const struct icj_dues_total *total, struct icj_dues_share *share)
{
	wide people = (wide)total->us_population;
	wide ends = (wide)total->transfers;

	d->whole = 2 * people * ends;
	d->sum = 0;
	for (size_t i = 0; i < d->count; i++) {
		wide own = (wide)d->row[i].population * ends;
		wide moved = (wide)d->ends[i] * people;

		if (reading == ICJ_LITERAL)
			own *= 2;
		d->part[i] = own + moved;
		d->sum += d->part[i];
		share[i].population = icj__ratio((wide)d->row[i].population,
		    people);
		share[i].transfers = icj__ratio((wide)d->ends[i], ends);
		share[i].share = icj__ratio(d->part[i], d->whole);
		share[i].amount = 0;
	}
}

/* Whether row a comes before row b for a dollar left over. */
static bool is_before(const struct division *d, const wide *rest, size_t a,
    size_t b)
{
	if (rest[a] != rest[b])
		return rest[a] > rest[b];
	if (d->part[a] != d->part[b])
		return d->part[a] > d->part[b];
	return d->row[a].state < d->row[b].state;
}

/* Largest remainders.  The dollars left are fewer than the rows that have a
 * remainder, so a row that was served is one with none. */
static void apportion(const struct division *d, int64_t budget,
    struct icj_dues_share *share)
{
	wide rest[ICJ_STATES];
	int64_t left = budget;

	for (size_t i = 0; i < d->count; i++) {
		wide quota = (wide)budget * d->part[i];

		share[i].amount = (int64_t)(quota / d->sum);
		rest[i] = quota % d->sum;
		left -= share[i].amount;
	}
	for (; left > 0; left--) {
		size_t first = 0;

		for (size_t i = 1; i < d->count; i++)
			if (is_before(d, rest, i, first))
				first = i;
		share[first].amount++;
		rest[first] = 0;
	}
}

ICJ_API enum icj_dues_err icj_dues(const struct icj_dues_row *row,
    size_t count, const struct icj_dues_options *options,
    struct icj_dues_share *share, struct icj_dues_total *total)
{
	if (!row || !options || !share || !total)
		return ICJ_DUES_E_NULL;

	struct division d = { .row = row, .count = count };
	enum icj_dues_err err = check_rows(&d, total);

	if (err != ICJ_DUES_OK)
		return err;
	add_up(&d, total);
	if (total->transfers == 0)
		return ICJ_DUES_E_NO_TRANSFERS;
	err = pick_us(&d, options->us_population, total);
	if (err != ICJ_DUES_OK)
		return err;
	if (options->budget < 0 || options->budget > ICJ_DUES_MAX_MONEY)
		return ICJ_DUES_E_RANGE;
	share_out(&d, options->reading, total, share);
	total->sum = icj__ratio(d.sum, d.whole);
	total->not_one = d.sum != d.whole;
	if (options->budget == 0)
		return ICJ_DUES_OK;
	if (total->not_one && !options->scale)
		return ICJ_DUES_E_NOT_ONE;
	apportion(&d, options->budget, share);
	return ICJ_DUES_OK;
}

/* -- Tiers -------------------------------------------------------------- */

ICJ_API enum icj_dues_err icj_dues_tiers_check(
    const struct icj_dues_tier *tier, size_t count, size_t *bad)
{
	if (!tier || !bad)
		return ICJ_DUES_E_NULL;

	for (size_t i = 0; i < count; i++) {
		*bad = i;
		if (i == 0 && tier[i].from != 0)
			return ICJ_DUES_E_TIER_START;
		if (i > 0 && tier[i].from != tier[i - 1].below)
			return ICJ_DUES_E_TIER_GAP;
		if (tier[i].below <= tier[i].from)
			return ICJ_DUES_E_TIER_RISE;
	}
	*bad = count;
	return count > 0 ? ICJ_DUES_OK : ICJ_DUES_E_TIER_START;
}

/* A bound is a whole number of 10^-18, so the share is below it exactly when
 * its digits cut off after 18 decimals are. */
ICJ_API size_t icj_dues_tier_find(const struct icj_dues_tier *tier,
    size_t count, const struct icj_ratio *share)
{
	if (!tier || !share)
		return count;

	wide rest;
	wide digits = icj__wide_shift(icj__ratio_num(share),
	    icj__ratio_den(share), BOUND_PLACES, &rest);
	size_t i = 0;

	while (i < count && tier[i].below != ICJ_NO_BOUND &&
	    digits >= tier[i].below)
		i++;
	return i;
}
