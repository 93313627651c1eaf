/* Video tiles: where a film's picture differs from the one before, for what stands still need not
   be converted and presented again. */
#ifndef SCREEN_VIDEO_TILES_H
#define SCREEN_VIDEO_TILES_H

#include "base/list.h"
#include "screen/executor.h"

#include <SDL_rect.h>

/* A tile is large enough that hashing its rows costs little more than reading them. */
enum { TILE_WIDTH = 512, TILE_HEIGHT = 32 };

/* Zeroed it is empty and valid. */
struct video_tiles {
    LIST(uint64_t) hashes;     /* of the tiles of the last picture, row by row */
    LIST(SDL_Rect) changed;    /* in the pixels of the picture; neighbours in a row are one */
    struct video_picture last; /* its planes are gone */
    uint64_t stream;           /* changes when everything does: another size, other colours */
};

void video_tiles_finish(struct video_tiles *tiles);

/* Takes the picture that is shown from now on: `changed` is where it differs from the last one, and
   empty where that was the same. */
void video_tiles_take(struct video_tiles *tiles, const struct video_picture *picture);

/* Where a part of the last picture lies when all of it fills `place`, with what scaling mixes in.
 */
SDL_Rect video_tiles_place(const struct video_tiles *tiles, SDL_Rect part, SDL_Rect place);

#endif
