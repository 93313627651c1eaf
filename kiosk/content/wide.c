/* Wide forms: the punctuation that a Chinese keyboard types, and what YAML wants in its place. */
#include "content/wide.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

static const struct wide_form forms[] = {
    {"：", ":", MESSAGE_COLON_WIDE, false},      {"，", ",", MESSAGE_COMMA_WIDE, false},
    {"、", ",", MESSAGE_COMMA_WIDE, false},      {"“", "\"", MESSAGE_QUOTES_CURLY, true},
    {"”", "\"", MESSAGE_QUOTES_CURLY, true},     {"‘", "'", MESSAGE_QUOTES_CURLY, true},
    {"’", "'", MESSAGE_QUOTES_CURLY, true},      {"＂", "\"", MESSAGE_QUOTES_CURLY, true},
    {"【", "[", MESSAGE_BRACKETS_WIDE, true},    {"】", "]", MESSAGE_BRACKETS_WIDE, false},
    {"［", "[", MESSAGE_BRACKETS_WIDE, true},    {"］", "]", MESSAGE_BRACKETS_WIDE, false},
    {"｛", "{", MESSAGE_BRACKETS_WIDE, true},    {"｝", "}", MESSAGE_BRACKETS_WIDE, false},
    {WIDE_SPACE, " ", MESSAGE_SPACE_WIDE, true},
};

const struct wide_form *wide_form_at(const char *words) {
    if ((unsigned char)words[0] < 0x80) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        const char *wide = forms[i].wide;
        if (words[0] == wide[0] && strncmp(words, wide, strlen(wide)) == 0) {
            return &forms[i];
        }
    }
    return NULL;
}

const struct wide_form *wide_form(const char *words) {
    const struct wide_form *form = wide_form_at(words);
    return form && strlen(form->wide) == strlen(words) ? form : NULL;
}

bool wide_is_key_byte(char byte) {
    return isalnum((unsigned char)byte) || byte == '_' || byte == '-';
}

/* The half-width character of a full-width one (the block U+FF01 … U+FF5E), else itself. */
static uint32_t narrow(uint32_t rune) {
    enum { FIRST = 0xFF01, LAST = 0xFF5E, APART = 0xFEE0, FULL_STOP = 0x3002 };
    if (rune == FULL_STOP) {
        return '.';
    }
    return rune >= FIRST && rune <= LAST ? rune - APART : rune;
}

char *wide_narrowed(struct arena *arena, const char *words) {
    size_t size = strlen(words);
    char *copy = arena_alloc(arena, size + 1);
    size_t written = 0;
    bool changed = false;
    for (size_t at = 0; at < size;) {
        uint32_t rune;
        size_t length = utf8_decode(words + at, size - at, &rune);
        if (length == 0) {
            return NULL;
        }
        uint32_t half = narrow(rune);
        if (half != rune) {
            copy[written++] = (char)half;
            changed = true;
        } else {
            memcpy(copy + written, words + at, length);
            written += length;
        }
        at += length;
    }
    return changed ? copy : NULL;
}
