/* SPDX-License-Identifier: MIT */
/* test_state.c - the 56 states: codes, names, membership. */
#include <limits.h>
#include <string.h>

#include "icj.h"
#include "suite.h"

static icj_state find(const char *text)
{
	return icj_state_find(text, strlen(text));
}

/* Kept apart from the library's table, and in another order. */
static const char *const expected[][2] = {
	{ "AL", "Alabama" }, { "AK", "Alaska" }, { "AZ", "Arizona" },
	{ "AR", "Arkansas" }, { "CA", "California" }, { "CO", "Colorado" },
	{ "CT", "Connecticut" }, { "DE", "Delaware" }, { "FL", "Florida" },
	{ "GA", "Georgia" }, { "HI", "Hawaii" }, { "ID", "Idaho" },
	{ "IL", "Illinois" }, { "IN", "Indiana" }, { "IA", "Iowa" },
	{ "KS", "Kansas" }, { "KY", "Kentucky" }, { "LA", "Louisiana" },
	{ "ME", "Maine" }, { "MD", "Maryland" }, { "MA", "Massachusetts" },
	{ "MI", "Michigan" }, { "MN", "Minnesota" }, { "MS", "Mississippi" },
	{ "MO", "Missouri" }, { "MT", "Montana" }, { "NE", "Nebraska" },
	{ "NV", "Nevada" }, { "NH", "New Hampshire" }, { "NJ", "New Jersey" },
	{ "NM", "New Mexico" }, { "NY", "New York" },
	{ "NC", "North Carolina" }, { "ND", "North Dakota" },
	{ "OH", "Ohio" }, { "OK", "Oklahoma" }, { "OR", "Oregon" },
	{ "PA", "Pennsylvania" }, { "RI", "Rhode Island" },
	{ "SC", "South Carolina" }, { "SD", "South Dakota" },
	{ "TN", "Tennessee" }, { "TX", "Texas" }, { "UT", "Utah" },
	{ "VT", "Vermont" }, { "VA", "Virginia" }, { "WA", "Washington" },
	{ "WV", "West Virginia" }, { "WI", "Wisconsin" }, { "WY", "Wyoming" },
	{ "DC", "District of Columbia" }, { "PR", "Puerto Rico" },
	{ "VI", "U.S. Virgin Islands" }, { "GU", "Guam" },
	{ "AS", "American Samoa" }, { "MP", "Northern Mariana Islands" },
};

START_TEST(expected_states)
{
	icj_state s = find(expected[_i][0]);

	ck_assert_int_ne(s, 0);
	ck_assert_str_eq(icj_state_code(s), expected[_i][0]);
	ck_assert_str_eq(icj_state_name(s), expected[_i][1]);
	ck_assert_int_eq(find(expected[_i][1]), s);
}
END_TEST

START_TEST(in_order_of_codes)
{
	icj_state s;

	ck_assert_int_eq(sizeof(expected) / sizeof(*expected), ICJ_STATES);
	for (s = 1; s < ICJ_STATES; s++)
		ck_assert_int_lt(strcmp(icj_state_code(s),
		    icj_state_code(s + 1)), 0);
}
END_TEST

START_TEST(none_has_no_name)
{
	static const icj_state wrong[] = { 0, -1, 57, INT_MAX, INT_MIN };
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		ck_assert_str_eq(icj_state_code(wrong[i]), "");
		ck_assert_str_eq(icj_state_name(wrong[i]), "");
		ck_assert(!icj_state_is_member(wrong[i], 16000));
	}
}
END_TEST

/* All texts of two bytes: 56 codes in four spellings each, nothing else. */
START_TEST(all_pairs)
{
	int a, b, found = 0;

	for (a = 0; a < 256; a++) {
		for (b = 0; b < 256; b++) {
			char text[2] = { (char)a, (char)b };
			icj_state s = icj_state_find(text, 2);
			const char *code = icj_state_code(s);

			if (!s)
				continue;
			found++;
			if ((a & ~0x20) != code[0] || (b & ~0x20) != code[1])
				ck_abort_msg("%d %d", a, b);
		}
	}
	ck_assert_int_eq(found, 4 * ICJ_STATES);
}
END_TEST

static const struct {
	const char *text, *code;
} name_rows[] = {
	{ "tx", "TX" }, { "Tx", "TX" }, { "TEXAS", "TX" }, { "texas", "TX" },
	{ "new york", "NY" }, { "NEW_YORK", "NY" }, { "new-york", "NY" },
	{ "New  York", "NY" }, { "New _- York", "NY" }, { "New\tYork", "NY" },
	{ "Northern Marianas Islands", "MP" },
	{ "northern-mariana-islands", "MP" },
	{ "Virgin Islands", "VI" }, { "US Virgin Islands", "VI" },
	{ "u.s. virgin islands", "VI" },
	{ "Washington", "WA" }, { "Washington DC", "DC" },
	{ "Washington, D.C.", "DC" }, { "washington d.c.", "DC" },
	{ "Washington, DC", "DC" }, { "washington_dc", "DC" },
	{ "Virginia", "VA" }, { "West Virginia", "WV" },
	{ "Kansas", "KS" }, { "Arkansas", "AR" },
	{ "", "" }, { "T", "" }, { "TXX", "" }, { "Texa", "" },
	{ "Texass", "" }, { "NewYork", "" }, { "New Yor", "" },
	{ "New York ", "" }, { " New York", "" }, { "New", "" },
	{ "New ", "" }, { "XX", "" }, { "  ", "" }, { "T ", "" },
	{ ".Alabama", "AL" }, { "D.C.", "DC" }, { "D. C.", "DC" },
	{ "USVI", "VI" }, { "U.S.V.I.", "VI" }, { "U.S. Virgin Is", "" },
	{ "US Virgin Islands (VI)", "VI" }, { "the Virgin Islands", "VI" },
	{ "United States Virgin Islands", "VI" },
	{ "W. Va.", "WV" }, { "W Va", "WV" }, { "Va.", "VA" },
	{ "Tex.", "TX" }, { "tex", "TX" }, { "Wash.", "WA" },
	{ "Wash. D.C.", "DC" }, { "Penna.", "PA" }, { "Miss.", "MS" },
	{ "TX - Texas", "TX" }, { "TX (Texas)", "TX" }, { "Texas (TX)", "TX" },
	{ "Texas, TX", "TX" }, { "TX/Texas", "TX" }, { "tx-tex.", "TX" },
	{ "NY - New York", "NY" }, { "New York, N.Y.", "NY" },
	{ "N.Y.", "NY" }, { "N. Y.", "NY" }, { "N.H.", "NH" },
	{ "N. Carolina", "NC" }, { "No. Carolina", "NC" },
	{ "N.Carolina", "NC" }, { "So. Dakota", "SD" }, { "S. Dak.", "SD" },
	{ "W. Virginia", "WV" }, { "N. Mex.", "NM" },
	{ "Commonwealth of Puerto Rico", "PR" },
	{ "commonwealth of the northern mariana islands", "MP" },
	{ "US-TX", "TX" }, { "US-VI", "VI" }, { "us-xx", "" },
	{ "Texas, USA", "TX" }, { "TX, US", "TX" }, { "USA", "" },
	{ "US - TX/OK", "" }, { "Hawai'i", "HI" }, { "So. Dak.", "SD" },
	{ "No. Dak.", "ND" },
	{ "CNMI", "MP" }, { "N. Mariana Islands", "MP" },
	{ "Commonwealth of Virginia", "VA" }, { "State of Texas", "TX" },
	{ "The State of New York", "NY" }, { "Washington State", "WA" },
	{ "New York State", "NY" }, { "Territory of Guam", "GU" },
	{ "State of Rhode Island", "RI" }, { "P.R.", "PR" },
	{ "Washington (DC)", "DC" }, { "DC - District of Columbia", "DC" },
	/* two states, or none for sure */
	{ "TX - Oklahoma", "" }, { "Texas (OK)", "" }, { "WA - Washington DC", "" },
	{ "VI (Virginia)", "" }, { "TX OK", "" }, { "Texas Oklahoma", "" },
	{ "TX;OK", "" }, { "Carolina", "" }, { "Dakota", "" }, { "Va. W.", "" },
	{ "Columbia", "" }, { "Samoa", "" }, { "British Virgin Islands", "" },
	{ "State of", "" }, { "State of TX1", "" }, { "Texas 2", "" },
	{ "Kansas City", "" }, { "N. Virginia", "" }, { "W. Texas", "" },
	{ "Mexico", "" }, { "New", "" }, { "...", "" }, { "State", "" },
	{ "Texas\xc2\xa0", "" }, { "Northern Mariana Islands and the rest of "
	    "the islands of the Pacific", "" },
	{ "South Region", "" }, { "Midwest", "" }, { "The United States", "" },
	{ "United States", "" }, { "Virgin", "" }, { "U", "" }, { "-", "" },
	{ "UM", "" }, { "FM", "" }, { "PW", "" }, { "MH", "" }, { "US", "" },
};

START_TEST(names)
{
	const char *text = name_rows[_i].text;
	size_t len = strlen(text);
	char *copy = malloc(len ? len : 1);

	ck_assert_ptr_nonnull(copy);
	memcpy(copy, text, len);
	ck_assert_msg(!strcmp(icj_state_code(icj_state_find(copy, len)),
	    name_rows[_i].code), "'%s'", text);
	free(copy);
}
END_TEST

static int members_on(icj_date day)
{
	icj_state s;
	int count = 0;

	for (s = 1; s <= ICJ_STATES; s++)
		count += icj_state_is_member(s, day);
	return count;
}

START_TEST(members)
{
	icj_date joined = icj_date_of(2014, 7, 1);
	icj_state georgia = find("GA");

	ck_assert_int_eq(members_on(icj_date_of(2015, 1, 1)), 52);
	ck_assert_int_eq(members_on(joined), 52);
	ck_assert_int_eq(members_on(joined - 1), 51);
	ck_assert(icj_state_is_member(georgia, joined));
	ck_assert(!icj_state_is_member(georgia, joined - 1));
	ck_assert(!icj_state_is_member(georgia, icj_date_of(2010, 3, 1)));
	ck_assert(!icj_state_is_member(find("PR"), joined));
	ck_assert(!icj_state_is_member(find("GU"), ICJ_DATE_MAX));
	ck_assert(!icj_state_is_member(find("AS"), joined));
	ck_assert(!icj_state_is_member(find("MP"), joined));
	ck_assert(icj_state_is_member(find("VI"), joined));
	ck_assert(icj_state_is_member(find("DC"), joined));
}
END_TEST

#define ROWS(table) ((int)(sizeof(table) / sizeof(*table)))

static Suite *suite(void)
{
	Suite *s = suite_create("state");
	TCase *t = tcase_create("state");

	tcase_add_loop_test(t, expected_states, 0, ROWS(expected));
	tcase_add_test(t, in_order_of_codes);
	tcase_add_test(t, none_has_no_name);
	tcase_add_test(t, all_pairs);
	tcase_add_loop_test(t, names, 0, ROWS(name_rows));
	tcase_add_test(t, members);
	suite_add_tcase(s, t);
	return s;
}
