/* Video tiles are compared by their hashes: the picture before is the player's again by now. */
#include "screen/video_tiles.h"

#include "base/hash.h"

/* A filter of pixels around the one it makes. */
enum { MIXED = 4 };

/* Wider pictures than the widest that there may be. */
enum { TILES_ACROSS = 8 };

void video_tiles_finish(struct video_tiles *tiles) {
    LIST_FINISH(&tiles->hashes);
    LIST_FINISH(&tiles->changed);
}

static bool looks_alike(const struct video_picture *a, const struct video_picture *b) {
    return a->width == b->width && a->height == b->height && a->full_range == b->full_range &&
           a->bt709 == b->bt709;
}

/* Continues the hashes of a band of tiles with their part of one plane, row by row: memory is read
   in its order. `share` is how many pixels of luma one of the plane's stands for, across and down.
 */
static void hash_band(uint64_t *hashes, const struct video_picture *picture, int plane, int share,
                      SDL_Rect band) {
    int width = (band.w + share - 1) / share;
    int height = (band.h + share - 1) / share;
    int step = TILE_WIDTH / share;
    const uint8_t *row =
        picture->planes[plane] + (ptrdiff_t)(band.y / share) * picture->pitches[plane];
    for (int y = 0; y < height; y++) {
        for (int x = 0, tile = 0; x < width; x += step, tile++) {
            hashes[tile] = hash_bytes(hashes[tile], row + x, (size_t)SDL_min(step, width - x));
        }
        row += picture->pitches[plane];
    }
}

static void note_change(struct video_tiles *tiles, SDL_Rect tile) {
    SDL_Rect *last =
        tiles->changed.count > 0 ? &tiles->changed.items[tiles->changed.count - 1] : NULL;
    if (last && last->y == tile.y && last->x + last->w == tile.x) {
        last->w += tile.w;
    } else {
        LIST_PUSH(&tiles->changed, tile);
    }
}

/* Compares a band of tiles, the first of which is number `index`. */
static void compare_band(struct video_tiles *tiles, const struct video_picture *picture,
                         size_t index, SDL_Rect band) {
    uint64_t hashes[TILES_ACROSS] = {0};
    hash_band(hashes, picture, 0, 1, band);
    hash_band(hashes, picture, 1, 2, band);
    hash_band(hashes, picture, 2, 2, band);
    for (int x = 0, tile = 0; x < band.w; x += TILE_WIDTH, tile++, index++) {
        if (index == tiles->hashes.count) {
            LIST_PUSH(&tiles->hashes, 0);
        }
        if (tiles->hashes.items[index] != hashes[tile]) {
            tiles->hashes.items[index] = hashes[tile];
            note_change(tiles, (SDL_Rect){x, band.y, SDL_min(TILE_WIDTH, band.w - x), band.h});
        }
    }
}

static void compare(struct video_tiles *tiles, const struct video_picture *picture) {
    int width = SDL_min(picture->width, TILES_ACROSS * TILE_WIDTH);
    size_t across = (size_t)((width + TILE_WIDTH - 1) / TILE_WIDTH);
    for (int y = 0, band = 0; y < picture->height; y += TILE_HEIGHT, band++) {
        int height = SDL_min(TILE_HEIGHT, picture->height - y);
        compare_band(tiles, picture, (size_t)band * across, (SDL_Rect){0, y, width, height});
    }
}

void video_tiles_take(struct video_tiles *tiles, const struct video_picture *picture) {
    LIST_CLEAR(&tiles->changed);
    if (!looks_alike(&tiles->last, picture)) {
        LIST_CLEAR(&tiles->hashes);
        tiles->stream++;
    } else if (tiles->last.serial == picture->serial) {
        return;
    }
    tiles->last = *picture;
    compare(tiles, picture);
}

SDL_Rect video_tiles_place(const struct video_tiles *tiles, SDL_Rect part, SDL_Rect place) {
    int width = tiles->last.width;
    int height = tiles->last.height;
    if (width == place.w && height == place.h) {
        return (SDL_Rect){place.x + part.x, place.y + part.y, part.w, part.h};
    }
    int left = place.x + part.x * place.w / width - MIXED;
    int top = place.y + part.y * place.h / height - MIXED;
    int right = place.x + (part.x + part.w) * place.w / width + MIXED;
    int bottom = place.y + (part.y + part.h) * place.h / height + MIXED;
    return (SDL_Rect){left, top, right - left, bottom - top};
}
