/* The reference: what a table says, for a curator to read. */
#ifndef CONTENT_REFERENCE_H
#define CONTENT_REFERENCE_H

#include "base/buffer.h"
#include "content/diagnostics.h"
#include "content/schema.h"

/* Everything but the help that a row says, in one line: what the value is, its bounds, whether it
   must be there, its default. "a time with its unit, …; 5s to 120s; optional" */
void reference_facts(const struct schema_row *row, enum message_language language,
                     struct buffer *out);

/* Every key with its help, facts and example, those of groups indented below theirs. */
void reference_text(const struct schema *schema, enum message_language language,
                    struct buffer *out);

/* The same as Markdown: a table of the keys, and one below it for each group. */
void reference_markdown(const struct schema *schema, enum message_language language,
                        struct buffer *out);

#endif
