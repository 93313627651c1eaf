/* Wide forms: the punctuation that a Chinese keyboard types, and what YAML wants in its place. */
#ifndef CONTENT_WIDE_H
#define CONTENT_WIDE_H

#include "content/messages.h"

#include <stdbool.h>

#define WIDE_SPACE "\xE3\x80\x80"

struct wide_form {
    const char *wide, *narrow;
    enum message message; /* how it is named */
    bool opens;           /* a mistake where a value begins */
};

/* The form that `words` begins with, or NULL; wide_form wants the whole of them. */
const struct wide_form *wide_form_at(const char *words);
const struct wide_form *wide_form(const char *words);

/* Letters, digits, _ and -: what keys are made of. */
bool wide_is_key_byte(char byte);

/* `words` with full-width letters, digits and signs made half-width, in `arena`; NULL when there
   is none. */
char *wide_narrowed(struct arena *arena, const char *words);

#endif
