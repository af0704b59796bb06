/* SPDX-License-Identifier: MIT */
/*
 * alias.c - the values of choices and lists as the Commission's systems show
 * them.  Owns those words, and must not know what a value decides.
 */
#include <string.h>

#include "icj.h"
#include "base/base.h"
#include "time/text.h"
#include "facts/field.h"

#define TEXT_MAX 64

/* Words in lower case with '_' for whatever parts them. */
static const struct alias {
	enum field_id f;
	const char *text, *value;
} aliases[] = {
	{F_case_type, "transfer_of_supervision", "transfer"},
	{F_supervision, "parole_state_committed", "parole"},
	{F_supervision, "state_committed", "parole"},
	{F_return_type, "probation_parole_absconder", "absconder"},
	{F_return_type, "parole_probation_absconder", "absconder"},
	{F_return_type, "probation_absconder", "absconder"},
	{F_return_type, "parole_absconder", "absconder"},
	{F_return_type, "accused_status", "accused-status-offender"},
	{F_decision, "approved", "approve"},
	{F_decision, "approves", "approve"},
	{F_decision, "accept", "approve"},
	{F_decision, "accepted", "approve"},
	{F_decision, "accepts", "approve"},
	{F_decision, "denied", "deny"},
	{F_decision, "denies", "deny"},
	{F_decision, "reject", "deny"},
	{F_decision, "rejected", "deny"},
	{F_decision, "rejects", "deny"},
	/* Reading: the state that asked for it has agreed, so that what the
	 * report shows is the other one's answer. */
	{F_return_extension_approved_by, "approved", "both"},
	{F_return_extension_approved_by, "granted", "both"},
	{F_return_extension_approved_by, "yes", "both"},
	{F_return_extension_approved_by, "denied", "one"},
	{F_return_extension_approved_by, "not_granted", "one"},
	{F_return_extension_approved_by, "not_approved", "one"},
	{F_return_extension_approved_by, "no", "one"},
	{F_documents, "form_ia_vi", "form-ia-vi"},
	{F_documents, "ia_vi", "form-ia-vi"},
	{F_documents, "vi", "form-vi"},
	{F_documents, "form_vii", "travel-permit"},
	{F_documents, "arrest_reports", "arrest-report"},
	{F_documents, "arrest_report_s", "arrest-report"},
	{F_documents, "conditions_of_parole", "parole-conditions"},
	{F_documents, "victim_notification_supplement",
	    "victim-supplement-notification-form"},
	{F_documents, "cover_letter", "other"},
	{F_documents, "school_records", "other"},
	{F_documents, "photo", "photograph"},
	{F_documents, "summary_of_supervision", "supervision-summary"},
};

static bool alias_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* As the table has them: "Form IA/VI" is form_ia_vi.  0: too long. */
static size_t squeeze(const char *text, size_t len, char out[TEXT_MAX])
{
	size_t n = 0;
	bool gap = false;

	for (size_t i = 0; i < len; i++) {
		char c = icj__fold(text[i]);

		if (n + 2 > TEXT_MAX)
			return 0;
		if (!alias_is_letter(c)) {
			gap = n > 0;
			continue;
		}
		if (gap)
			out[n++] = '_';
		gap = false;
		out[n++] = c;
	}
	return n;
}

static uint32_t bit_of(const struct icj_field *field, const char *value)
{
	uint32_t i = 0;

	while (field->choices[i] && strcmp(field->choices[i], value) != 0)
		i++;
	return field->choices[i] ? (uint32_t)1 << i : 0;
}

bool icj__value_shown(const struct icj_field *field, const char *text,
    size_t len, uint32_t *bits)
{
	char word[TEXT_MAX];
	size_t n = memchr(text, '\0', len) ? 0 : squeeze(text, len, word);
	uint32_t bit = 0;

	for (size_t i = 0; i < COUNT_OF(aliases) && n > 0 && !bit; i++)
		if (aliases[i].f == icj__field_id(field) &&
		    strlen(aliases[i].text) == n &&
		    memcmp(aliases[i].text, word, n) == 0)
			bit = bit_of(field, aliases[i].value);
	*bits |= bit;
	return bit != 0;
}
