/* The values that a checked document is made of: finding the words of a language. */
#include "content/types.h"

#include <string.h>

const char *text_in(const struct text *text, const char *language) {
    const char *found = text->count > 0 ? text->entries[0].words : "";
    for (size_t i = 0; i < text->count; i++) {
        const struct text_entry *entry = &text->entries[i];
        if (strcmp(entry->language, language) == 0) {
            return entry->words;
        }
        if (entry->language[0] == '\0') {
            found = entry->words;
        }
    }
    return found;
}

bool text_is_empty(const struct text *text) {
    for (size_t i = 0; i < text->count; i++) {
        if (text->entries[i].words[0] != '\0') {
            return false;
        }
    }
    return true;
}
