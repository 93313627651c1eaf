/* The atlas: one texture of many small bakes, so that a graphics device draws them at once. */
#ifndef SCREEN_ATLAS_H
#define SCREEN_ATLAS_H

#include <stdbool.h>
#include <stdint.h>

#include <SDL_render.h>

enum { ATLAS_SIDE = 2048, ATLAS_ROW = 32, ATLAS_ROWS = 8 };

/* Zero-initialised it is valid, and has no room before the first frame begins. */
struct atlas {
    SDL_Texture *texture;
    SDL_Point next[ATLAS_ROWS]; /* in the row that is being filled, of each height */
    int top;                    /* above which there are rows */
    uint64_t round;             /* how often it was begun anew */
    bool full, missing;         /* something found no room; the renderer can have no such texture */
};

void atlas_finish(struct atlas *atlas);

/* Once a frame, before anything is drawn of it: begins anew if something found no room. */
void atlas_frame_begin(struct atlas *atlas);

/* A place for so many pixels; false where there is none, or they are too many to gain by it. */
bool atlas_place(struct atlas *atlas, SDL_Renderer *renderer, SDL_BlendMode over, int width,
                 int height, SDL_Rect *place);

#endif
