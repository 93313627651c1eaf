/* Measured widths: a small set of slots for each hash. */
#include "draw/widths.h"

#include "base/hash.h"

#include <string.h>

static bool can_be_kept(size_t bytes) {
    return bytes > 0 && bytes <= WIDTHS_RUN;
}

static struct width_slot *set_of(struct widths *widths, enum font_face face, const char *words,
                                 size_t bytes) {
    uint64_t hash = hash_bytes(hash_int(HASH_START, face), words, bytes);
    return widths->sets[hash % WIDTHS_SETS];
}

bool widths_find(struct widths *widths, enum font_face face, const char *words, size_t bytes,
                 int *width) {
    struct width_slot *set = can_be_kept(bytes) ? set_of(widths, face, words, bytes) : NULL;
    for (int i = 0; set && i < WIDTHS_WAYS; i++) {
        struct width_slot *slot = &set[i];
        if (slot->bytes == bytes && slot->face == face && memcmp(slot->words, words, bytes) == 0) {
            slot->used = ++widths->uses;
            *width = slot->width;
            return true;
        }
    }
    return false;
}

void widths_keep(struct widths *widths, enum font_face face, const char *words, size_t bytes,
                 int width) {
    if (!can_be_kept(bytes)) {
        return;
    }
    struct width_slot *set = set_of(widths, face, words, bytes);
    struct width_slot *oldest = set;
    for (int i = 1; i < WIDTHS_WAYS; i++) {
        oldest = set[i].used < oldest->used ? &set[i] : oldest;
    }
    oldest->bytes = (unsigned char)bytes;
    oldest->face = face;
    oldest->width = width;
    oldest->used = ++widths->uses;
    memcpy(oldest->words, words, bytes);
}
