/* The painter: one frame of a film, drawn with cairo and Pango. */
#ifndef EXPLAINER_PAINT_H
#define EXPLAINER_PAINT_H

#include "base/geometry.h"
#include "explainer/storyboard.h"

#include <cairo.h>

struct painter;

/* A painter for the storyboard's things, in the built-in theme's colours. */
struct painter *painter_create(const struct storyboard *storyboard);
void painter_destroy(struct painter *painter);

/* Paints the frame at `now` since the film's start. The surface (RGB24, FILM_WIDTH × FILM_HEIGHT)
   is the painter's and valid until the next call. */
cairo_surface_t *painter_frame(struct painter *painter, millis now);

/* Has everything so far been painted? After a picture that could not be, cairo paints no other:
   such a film must not be kept. What failed is in the log. */
bool painter_good(const struct painter *painter);

#endif
