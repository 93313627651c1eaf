/* The question the content room asks of others: does this picture, sound or film decode? */
#ifndef CONTENT_PROBE_H
#define CONTENT_PROBE_H

#include "content/types.h"

enum probe_answer { PROBE_GOOD, PROBE_UNDECODABLE, PROBE_EMPTY };

/* Given by whoever can decode. Called from the loading thread. The file exists and is regular. On
   PROBE_GOOD the asset's width, height and duration are filled; its path is set already. */
struct probe {
    enum probe_answer (*ask)(void *self, enum asset_type type, struct asset *asset);
    /* Returns the first character of `words` that no font has, or 0. May be NULL. */
    uint32_t (*missing_glyph)(void *self, const char *words);
    void *self;
};

#endif
