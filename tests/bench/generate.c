/* SPDX-License-Identifier: MIT */
/*
 * generate - an invented caseload of any length for measuring, the same for
 * the same seed: 22 columns, some 205 bytes a record.
 *
 *   generate ROWS [plain|some|half|records|fields|crlf|yaml]
 *
 * The second operand says how much is quoted: nothing, a tenth of the records
 * (the default), half of them, all records, every field.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 20150101;

static unsigned pick(unsigned n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % n;
}

#define ONE_OF(...) one_of((const char *const[]){__VA_ARGS__}, \
	sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static const char *one_of(const char *const *words, size_t n)
{
	return words[pick((unsigned)n)];
}

static const char *const names[] = {
	"case_id", "case_type", "sending_state", "receiving_state", "worker",
	"juvenile_in_sending_state", "adjudication", "under_jurisdiction",
	"supervision", "plan_days", "transfer_requested", "supervision_ends",
	"residence", "full_time_student", "referral_received",
	"home_evaluation_sent", "departure", "permit_purpose",
	"travel_hours", "return_type", "remarks", "local_unit",
};

#define COLUMNS (sizeof(names) / sizeof(names[0]))

static void date(char *out, unsigned year)
{
	sprintf(out, "%04u-%02u-%02u", year, 1 + pick(12), 1 + pick(28));
}

static void remark(char *out, int quoted)
{
	static const char *const words[] = {
		"home", "visited", "family", "school", "agrees", "office",
		"called", "county", "report", "follows",
	};

	*out = '\0';
	for (int i = 0; i < 6; i++) {
		strcat(out, i ? " " : "");
		strcat(out, words[pick(10)]);
	}
	if (quoted)
		strcat(out, ", said \"\"soon\"\"");
}

static void record(char field[COLUMNS][96], unsigned row, int quoted)
{
	const char *state_codes = "ALAZCACOFLGAIDILKSKYMEMIMOMTNCNDNVNYOHOKORPASCTNTXUTVAWAWIWY";

	sprintf(field[0], "T-%07u", row);
	strcpy(field[1], "transfer");
	sprintf(field[2], "%.2s", state_codes + 2 * pick(30));
	sprintf(field[3], "%.2s", state_codes + 2 * pick(30));
	strcpy(field[4], ONE_OF("Alder", "Birch", "Cedar", "Elmwood", "Fir"));
	strcpy(field[5], pick(20) ? "yes" : "no");
	strcpy(field[6], ONE_OF("adjudicated-delinquent",
	    "adjudicated-status-offender", "deferred-adjudication",
	    "adjudicated-delinquent", "accused-delinquent"));
	strcpy(field[7], pick(20) ? "yes" : "no");
	strcpy(field[8], pick(4) ? "probation" : "parole");
	sprintf(field[9], "%u", 60 + pick(400));
	date(field[10], 2015);
	date(field[11], 2015 + pick(3));
	strcpy(field[12], ONE_OF("parent", "legal-guardian", "relative",
	    "residential-facility", "non-relative"));
	strcpy(field[13], pick(6) ? "no" : "yes");
	date(field[14], 2015);
	*field[15] = '\0';
	if (pick(2))
		date(field[15], 2015);
	*field[16] = '\0';
	if (pick(3) == 0)
		date(field[16], 2015);
	strcpy(field[17], ONE_OF("visit", "testing-placement", "other", ""));
	sprintf(field[18], "%u", pick(72));
	strcpy(field[19], ONE_OF("", "", "runaway", "absconder"));
	remark(field[20], quoted);
	sprintf(field[21], "unit-%u", pick(40));
}

static void put_csv(char field[COLUMNS][96], int quoted, int all, int crlf)
{
	for (size_t i = 0; i < COLUMNS; i++) {
		int quote = all || (quoted && i == 20);

		printf(quote ? "%s\"%s\"" : "%s%s", i ? "," : "", field[i]);
	}
	fputs(crlf ? "\r\n" : "\n", stdout);
}

static void put_yaml(char field[COLUMNS][96])
{
	puts("---");
	for (size_t i = 0; i < COLUMNS; i++)
		if (*field[i])
			printf("%s: %s\n", names[i], field[i]);
}

int main(int argc, char **argv)
{
	unsigned rows = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 1000;
	const char *shape = argc > 2 ? argv[2] : "some";
	int all = strcmp(shape, "fields") == 0;
	int crlf = strcmp(shape, "crlf") == 0;
	int yaml = strcmp(shape, "yaml") == 0;
	unsigned tenths = strcmp(shape, "plain") == 0 || yaml ? 0 :
	    strcmp(shape, "half") == 0 ? 5 :
	    strcmp(shape, "records") == 0 || all ? 10 : 1;
	static char field[COLUMNS][96];

	for (size_t i = 0; i < COLUMNS && !yaml; i++)
		printf("%s%s", i ? "," : "", names[i]);
	if (!yaml)
		fputs(crlf ? "\r\n" : "\n", stdout);
	for (unsigned row = 1; row <= rows; row++) {
		int quoted = pick(10) < tenths;

		record(field, row, quoted);
		if (yaml)
			put_yaml(field);
		else
			put_csv(field, quoted, all, crlf);
	}
	return ferror(stdout) ? 1 : 0;
}
