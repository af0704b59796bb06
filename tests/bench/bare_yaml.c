/* SPDX-License-Identifier: MIT */
/* bare_yaml - the peer: a bare loop over the events of libyaml. */
#include <stdio.h>
#include <yaml.h>

int main(void)
{
	unsigned long events = 0;
	yaml_parser_t parser;
	yaml_event_t event;
	int ended = 0;

	if (!yaml_parser_initialize(&parser))
		return 1;
	yaml_parser_set_input_file(&parser, stdin);
	while (!ended) {
		if (!yaml_parser_parse(&parser, &event))
			return 1;
		ended = event.type == YAML_STREAM_END_EVENT;
		events++;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	printf("%lu events\n", events);
	return 0;
}
