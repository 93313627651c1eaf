/* Drawings: vector pictures, read and drawn by librsvg, which is loaded with the first of them. */
#ifndef DRAW_DRAWING_H
#define DRAW_DRAWING_H

#include <stdbool.h>
#include <stddef.h>

#include <cairo.h>

struct drawing;

/* Reads an SVG of `size` bytes; `*width` and `*height` get the size that it says, or its view
   box's. NULL where it is none, or cannot be read; with a line in the log where librsvg is not
   installed. */
struct drawing *drawing_create(const void *bytes, size_t size, double *width, double *height);
void drawing_destroy(struct drawing *drawing);

/* Draws all of it, `width` × `height` large. False where it refuses. One thread at a time. */
bool drawing_render(struct drawing *drawing, cairo_t *cairo, double width, double height);

#endif
