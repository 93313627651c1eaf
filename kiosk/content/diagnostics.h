/* The diagnostics list: every mistake found, where it stands, and what would be right. */
#ifndef CONTENT_DIAGNOSTICS_H
#define CONTENT_DIAGNOSTICS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/list.h"

#include <stdbool.h>
#include <stdint.h>

/* A file's text as it was read; lives as long as the diagnostics that point into it. */
struct source {
    const char *path; /* as messages name it */
    const char *text;
    size_t size;
};

/* A place in a source. */
struct mark {
    size_t offset; /* bytes from the start */
    size_t length; /* bytes to underline */
    int line;      /* the first is 1 */
    int column;    /* in characters, the first is 1 */
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

enum message_language { MESSAGES_EN, MESSAGES_ZH, MESSAGE_LANGUAGES };

struct diagnostic {
    enum severity severity;
    const struct source *source;
    struct mark mark;
    const char *message[MESSAGE_LANGUAGES]; /* the whole sentence, in each language */
};

/* Zero-initialised it is empty and valid. The arena holds sources, messages and nothing else, so
   that a list outlives the documents it speaks of. */
struct diagnostics {
    struct arena arena;
    LIST(struct diagnostic) list;
};

void diagnostics_finish(struct diagnostics *diagnostics);

size_t diagnostics_errors(const struct diagnostics *diagnostics);

/* Appends one diagnostic in the form
     path:line:col: error: message
       14 |   time_limit: 500s
          |               ^~~~
   with the caret under the mistake's first cell (Chinese characters take two). */
void diagnostics_format(const struct diagnostic *diagnostic, enum message_language language,
                        struct buffer *out);

/* A copy of a source that lives as long as the diagnostics. */
const struct source *diagnostics_source(struct diagnostics *diagnostics,
                                        const struct source *source);

/* Appends copies of those of `from`, without what speaks of one of `paths`. */
void diagnostics_add_others(struct diagnostics *diagnostics, const struct diagnostics *from,
                            const char *const *paths, size_t count);

/* Puts them in the order of path, line, column. */
void diagnostics_sort(struct diagnostics *diagnostics);

/* Appends them as one JSON object with a list "diagnostics": path, line and column (0 for the
   whole file), length in bytes, severity, and the message in each language. */
void diagnostics_json(const struct diagnostics *diagnostics, struct buffer *out);

#endif
