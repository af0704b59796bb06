/* SPDX-License-Identifier: MIT */
/* bare_json - the peer: each line parsed by json-c, its members walked. */
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	struct json_tokener *parser = json_tokener_new();
	unsigned long bytes = 0;
	char *line = NULL;
	size_t room = 0;
	ssize_t len;

	while ((len = getline(&line, &room, stdin)) > 0) {
		struct json_object *object =
		    json_tokener_parse_ex(parser, line, (int)len);

		if (!object)
			return 1;
		json_object_object_foreach(object, key, value)
			bytes += (key != NULL) +
			    (size_t)json_object_get_string_len(value);
		json_object_put(object);
		json_tokener_reset(parser);
	}
	free(line);
	json_tokener_free(parser);
	printf("%lu bytes\n", bytes);
	return 0;
}
