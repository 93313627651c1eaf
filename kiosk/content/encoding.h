/* Encodings: what a scene file's bytes are when they are not UTF-8. */
#ifndef CONTENT_ENCODING_H
#define CONTENT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

struct report;

/* Whether the text may be given to libyaml: false, with the mistake reported, for UTF-16 and for
   directives, of which libyaml would compare each with all others. */
bool encoding_is_readable(struct report *report);

/* Reports what the byte that libyaml's reader stopped at shows: NUL, another control character,
   UTF-16 without a mark, GB18030, or a byte that is no UTF-8. */
void encoding_explain(struct report *report, size_t offset);

#endif
