/* The values that a checked document is made of. */
#ifndef CONTENT_TYPES_H
#define CONTENT_TYPES_H

#include "base/clock.h"
#include "base/geometry.h"

#include <stdbool.h>
#include <stddef.h>

/* Text in any number of languages. Where the file gave one scalar for all, there is one entry
   whose language is "". Zeroed it is an empty text. */
struct text {
    const struct text_entry *entries;
    size_t count;
};

struct text_entry {
    const char *language; /* "zh", "en", …, or "" for every language */
    const char *words;    /* never NULL */
};

/* The words in `language`, else those for every language, else the first there are, else "".
   Never NULL. */
const char *text_in(const struct text *text, const char *language);

bool text_is_empty(const struct text *text);

enum asset_type { ASSET_NONE, ASSET_IMAGE, ASSET_AUDIO, ASSET_VIDEO };

/* A file of the exhibition that exists and decodes. Zeroed (path NULL) it is none. */
struct asset {
    const char *path;  /* as open(2) takes it: content directory, a slash, what the file named */
    int width, height; /* in pixels as shown (rotation and pixel aspect applied); for a vector
                          picture its nominal size; 0 for sound */
    millis duration;   /* of sound and video */
};

/* Two numbers that belong together, written [0.2, 0.5]. */
struct pair {
    float first, second;
};

/* `count` items of a list row, each of the row's item size; items is NULL when empty. */
struct items {
    void *items;
    size_t count;
};

/* Item `index` of a list whose items are `type`; a pointer into the document. */
#define ITEM(list, type, index) (&((type *)(list).items)[(index)])

#endif
