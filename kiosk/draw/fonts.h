/* The fonts: the Simplified Chinese face and its Latin, found through fontconfig. */
#ifndef DRAW_FONTS_H
#define DRAW_FONTS_H

#include "draw/faces.h"
#include "draw/list.h"

#include <SDL_surface.h>

struct fonts;

/* The fonts of these faces, which outlive them, at a scale of 1. Returns NULL, with a line in the
   log that names the missing package, if there is no Simplified Chinese font. One thread at a time
   may use a struct fonts. */
struct fonts *fonts_create_of(struct faces *faces);

/* The same, of faces of their own. */
struct fonts *fonts_create(float scale);

/* Physical pixels per logical pixel, for what is rendered from now on. */
void fonts_set_scale(struct fonts *fonts, float scale);

/* The same open fonts for another thread, which waits for the one when it uses them: each call of a
   function below, on either, is a short one. What the twin lays out is its own until fonts_adopt.
   It may outlive `fonts`, but not the faces. Never NULL. */
struct fonts *fonts_create_twin(struct fonts *fonts);
void fonts_destroy(struct fonts *fonts);

/* Renders a run, for fonts_adopt to hand over. */
void fonts_render_ahead(struct fonts *twin, enum font_face face, float size, const char *words);

/* Takes over what the twin has laid out and rendered, which nobody uses meanwhile: text_layout and
   fonts_render have it at once. What is not asked for within a frame or two is dropped. */
void fonts_adopt(struct fonts *fonts, struct fonts *twin);

/* Physical pixels per logical pixel. */
float fonts_scale(const struct fonts *fonts);

/* The width of a run in logical pixels, kerning included. Empty text is 0 wide. */
float fonts_run_width(struct fonts *fonts, enum font_face face, float size, const char *words,
                      size_t bytes);

/* Ascent and descent (positive) of a face at a size, in logical pixels. */
void fonts_height(struct fonts *fonts, enum font_face face, float size, float *ascent,
                  float *descent);

/* Renders a run, white on transparent (ARGB8888; the alpha is the coverage), for executors;
   `*left` and `*ascent` say where its origin is in it, in physical pixels. The caller frees it.
   NULL for text without a visible pixel. */
SDL_Surface *fonts_render(struct fonts *fonts, enum font_face face, float size, const char *words,
                          int *left, int *ascent);

#endif
