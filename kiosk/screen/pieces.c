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

static bool has_middle(const struct bake *bake, int length) {
    return bake->corner > 0 && length > 2 * bake->corner;
}

/* From side to side between the corners where the edges are full, else only inside of them. */
bool bake_centre(const struct bake *bake, SDL_Rect place, SDL_Rect *centre) {
    int corner = bake->corner;
    int side = bake->edges_full ? 0 : corner;
    *centre =
        (SDL_Rect){place.x + side, place.y + corner, place.w - 2 * side, place.h - 2 * corner};
    return bake->centre_full && has_middle(bake, place.h) &&
           (bake->edges_full || has_middle(bake, place.w));
}

static void add_full(struct pieces *pieces, SDL_Rect seen, SDL_Rect full) {
    add_piece(pieces, seen, (struct span){0, full.x, full.w, true},
              (struct span){0, full.y, full.h, true}, true);
}

static void add_full_parts(const struct bake *bake, SDL_Rect place, SDL_Rect seen,
                           struct pieces *pieces) {
    SDL_Rect full;
    if (bake_centre(bake, place, &full)) {
        add_full(pieces, seen, full);
    }
    if (bake->edges_full && has_middle(bake, place.w)) {
        int rest = has_middle(bake, place.h) ? bake->corner : place.h;
        full = (SDL_Rect){place.x + bake->corner, place.y, place.w - 2 * bake->corner, rest};
        add_full(pieces, seen, full);
        full.y = place.y + place.h - rest;
        if (rest < place.h) {
            add_full(pieces, seen, full);
        }
    }
}

/* Whether add_full_parts left this out: the centre is full or nothing, edges are or are not. */
static bool needs_mask(const struct bake *bake, const struct span *across,
                       const struct span *down) {
    return bake->edges_full ? !across->middle && !down->middle : !across->middle || !down->middle;
}

static void add_strips(const struct bake *bake, SDL_Rect place, SDL_Rect seen,
                       struct pieces *pieces) {
    for (int top = 0; top < bake->height; top += BAKE_STRIP) {
        int shift = bake->strips[top / BAKE_STRIP];
        int rows = SDL_min(BAKE_STRIP, bake->height - top);
        add_piece(pieces, seen, (struct span){0, place.x + shift, bake->width, false},
                  (struct span){top, place.y + top, rows, false}, false);
    }
}

void bake_pieces(const struct bake *bake, SDL_Rect place, SDL_Rect seen, struct pieces *pieces) {
    LIST_CLEAR(&pieces->list);
    if (bake->strips) {
        add_strips(bake, place, seen, pieces);
        return;
    }
    add_full_parts(bake, place, seen, pieces);
    struct spans rows = {bake->height, bake->corner, place.y, place.h, 0};
    struct span down;
    while (spans_next(&rows, &down)) {
        struct spans columns = {bake->width, bake->corner, place.x, place.w, 0};
        struct span across;
        while (spans_next(&columns, &across)) {
            if (needs_mask(bake, &across, &down)) {
                add_piece(pieces, seen, across, down, false);
            }
        }
    }
}
