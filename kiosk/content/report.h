/* A report: one file's mistakes on their way into the diagnostics list. */
#ifndef CONTENT_REPORT_H
#define CONTENT_REPORT_H

#include "base/list.h"
#include "content/diagnostics.h"
#include "content/messages.h"
#include "content/schema.h"

#include <stdbool.h>
#include <stddef.h>

/* More mistakes than this in one file are counted but not described. */
enum { REPORT_MOST = 100 };

/* The file that is being read. Made with report_init; the text may be freed after report_finish,
   because the diagnostics copy it when there is a mistake. */
struct report {
    struct diagnostics *diagnostics;
    const char *path; /* as messages name it */
    const char *text; /* NULL when it could not be read */
    size_t size;
    const struct source *source; /* the copy, once there was a mistake */
    LIST(size_t) lines;          /* where each line starts; filled when first asked for */
    int last_line, last_column;  /* the place asked for last, and its offset in its line */
    size_t last_bytes;
    enum { HASH_UNKNOWN, HASH_NONE, HASH_SOME } hash;
    size_t count; /* of mistakes, warnings included */
    size_t errors;
};

void report_init(struct report *report, struct diagnostics *diagnostics, const char *path,
                 const char *text, size_t size);
void report_finish(struct report *report);

/* One sentence from the table of messages, with its arguments in place of {0} … {3}; NULL for a
   message without arguments. */
void report_message(struct report *report, struct mark mark, enum message message,
                    const struct words arguments[MESSAGE_ARGUMENTS]);

/* Sentences from elsewhere: the check of a kind. */
void report_sentence(struct report *report, struct mark mark, enum severity severity,
                     struct words sentence);

/* The lines as libyaml counts them. Line numbers start at 1. */
int report_line_count(struct report *report);

/* A line's first byte, and its length without the break. "" for a line that is not there. */
const char *report_line(struct report *report, int line, size_t *length);

/* Marks by line and column (in characters), ended by the line's end if it is longer. */
struct mark report_mark(struct report *report, int line, int column, int end_line, int end_column);

/* Marks by bytes of the text. */
struct mark report_mark_bytes(struct report *report, size_t offset, size_t length);

/* Whether a # without a space after it follows a space anywhere: an unquoted one may cut a value.
 */
bool report_has_hash(struct report *report);

/* A mark for mistakes of the whole file: no line is shown. */
struct mark report_mark_file(void);

/* Arguments of a message. The strings live in the diagnostics' arena or are the caller's. */
#define ARGUMENTS(...) ((const struct words[MESSAGE_ARGUMENTS]){__VA_ARGS__})

/* The same words in every language. */
static inline struct words same_words(const char *words) {
    return (struct words){words, words};
}

/* Formatted words, the same in every language; they live in the diagnostics' arena. */
struct words report_words(struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What a curator typed, on one line and cut to a length that a sentence bears; in a Chinese
   sentence words that are not Latin stand in quotes. */
struct words report_typed(struct report *report, const char *typed);

/* Names with commas between them; a long list ends in …. */
struct words report_joined(struct report *report, const char *const *names, size_t count);

#endif
