/* The pictures of a storyboard: drawings that are loaded once and painted at any size. */
#ifndef EXPLAINER_PICTURES_H
#define EXPLAINER_PICTURES_H

#include "base/list.h"
#include "content/probe.h"

#include <cairo.h>

/* A vector picture that was asked for; `drawing` is NULL if the file is none. */
struct loaded_picture {
    const char *path;
    struct _RsvgHandle *drawing;
};

/* Zero-initialised it is empty and valid. Paths are borrowed. */
struct pictures {
    LIST(struct loaded_picture) list;
};

/* Frees every picture; it is empty and valid again. */
void pictures_finish(struct pictures *pictures);

/* Paints the picture at `path` into w × h about the origin, with the cairo's own transformation.
   False, with one line in the log for each file, if it cannot be. */
bool pictures_paint(struct pictures *pictures, cairo_t *cairo, const char *path, double w, double h,
                    double opacity);

/* Whether an image is an SVG that loads; for struct probe, with no self. */
enum probe_answer pictures_probe(void *self, enum asset_type type, struct asset *asset);

#endif
