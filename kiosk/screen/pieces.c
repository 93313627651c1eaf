/* Pieces: a bake of a shape becomes as long as the shape by repeating its middle. */
#include "screen/raster.h"

/* A stretch of one axis: where it is in the bake and where it goes. */
struct span {
    int from, to, size;
    bool middle;
};

/* Walks the stretches of one axis of a place: a corner, middles, the other corner; or all of it at
   once where there is no room for a middle. */
struct spans {
    int baked, corner; /* of the bake */
    int start, length; /* of the place */
    int at;
};

static bool spans_next(struct spans *spans, struct span *span) {
    int corner = spans->corner;
    int end = spans->length - corner;
    int at = spans->at;
    if (at >= spans->length) {
        return false;
    }
    if (corner == 0 || end <= corner) {
        *span = (struct span){0, 0, spans->length, false};
    } else if (at < corner) {
        *span = (struct span){0, 0, corner, false};
    } else if (at < end) {
        *span = (struct span){corner, at, SDL_min(spans->baked - 2 * corner, end - at), true};
    } else {
        *span = (struct span){spans->baked - corner, end, corner, false};
    }
    spans->at = span->to + span->size;
    span->to += spans->start;
    return true;
}

static void add_piece(struct pieces *pieces, SDL_Rect seen, struct span across, struct span down,
                      bool full) {
    SDL_Rect all = {across.to, down.to, across.size, down.size};
    SDL_Rect part;
    if (SDL_IntersectRect(&all, &seen, &part)) {
        struct piece *piece = LIST_ADD(&pieces->list);
        piece->from =
            (SDL_Rect){across.from + part.x - all.x, down.from + part.y - all.y, part.w, part.h};
        piece->x = part.x;
        piece->y = part.y;
        piece->full = full;
    }
}

/* Inside its corners a shape is the same all over: one full rectangle, or nothing. */
static void add_centre(const struct bake *bake, SDL_Rect place, SDL_Rect seen,
                       struct pieces *pieces) {
    int corner = bake->corner;
    struct span across = {0, place.x + corner, place.w - 2 * corner, true};
    struct span down = {0, place.y + corner, place.h - 2 * corner, true};
    if (bake->centre_full && across.size > 0 && down.size > 0) {
        add_piece(pieces, seen, across, down, true);
    }
}

void bake_pieces(const struct bake *bake, SDL_Rect place, SDL_Rect seen, struct pieces *pieces) {
    LIST_CLEAR(&pieces->list);
    add_centre(bake, place, seen, pieces);
    struct spans rows = {bake->height, bake->corner, place.y, place.h, 0};
    struct span down;
    while (spans_next(&rows, &down)) {
        struct spans columns = {bake->width, bake->corner, place.x, place.w, 0};
        struct span across;
        while (spans_next(&columns, &across)) {
            if (!down.middle || !across.middle) {
                add_piece(pieces, seen, across, down, false);
            }
        }
    }
}
