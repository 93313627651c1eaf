/* Rendered runs: type that another thread has rendered before it is asked for. */
#ifndef DRAW_RENDERED_H
#define DRAW_RENDERED_H

#include "base/list.h"
#include "draw/list.h"

#include <stdint.h>

#include <SDL_surface.h>

/* As fonts_render returns it. */
struct rendered_run {
    uint64_t key;
    SDL_Surface *surface;
    int left, ascent;
};

/* Zero-initialised it is empty and valid. One thread at a time. */
struct rendered {
    LIST(struct rendered_run) runs;
};

uint64_t rendered_key(enum font_face face, float size, const char *words);

/* Takes the surface over. */
void rendered_put(struct rendered *rendered, const struct rendered_run *run);

/* The run of that key, whose surface is the caller's now; false if there is none. */
bool rendered_take(struct rendered *rendered, uint64_t key, struct rendered_run *run);

/* Moves all of `from` over. */
void rendered_move(struct rendered *rendered, struct rendered *from);

void rendered_clear(struct rendered *rendered);
void rendered_finish(struct rendered *rendered);

#endif
