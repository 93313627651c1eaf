/* The pictures of a storyboard: drawings that are loaded once and painted at any size. */
#include "explainer/pictures.h"

#include "base/log.h"

#include <math.h>

#include <librsvg/rsvg.h>

void pictures_finish(struct pictures *pictures) {
    for (size_t i = 0; i < pictures->list.count; i++) {
        g_clear_object(&pictures->list.items[i].drawing);
    }
    LIST_FINISH(&pictures->list);
}

/* NULL, now and ever after, for a file that is no picture. */
static RsvgHandle *drawing_of(struct pictures *pictures, const char *path) {
    for (size_t i = 0; i < pictures->list.count; i++) {
        if (strcmp(pictures->list.items[i].path, path) == 0) {
            return pictures->list.items[i].drawing;
        }
    }
    RsvgHandle *drawing = rsvg_handle_new_from_file(path, NULL);
    if (!drawing) {
        log_warning("%s cannot be painted: it is no SVG, or it is damaged", path);
    }
    LIST_PUSH(&pictures->list, ((struct loaded_picture){path, drawing}));
    return drawing;
}

bool pictures_paint(struct pictures *pictures, cairo_t *cairo, const char *path, double w, double h,
                    double opacity) {
    RsvgHandle *drawing = drawing_of(pictures, path);
    if (!drawing) {
        return false;
    }
    const RsvgRectangle place = {-w / 2, -h / 2, w, h};
    GError *error = NULL;
    cairo_push_group(cairo);
    bool good = rsvg_handle_render_document(drawing, cairo, &place, &error);
    if (!good) {
        log_error("%s cannot be painted: %s", path, error ? error->message : "out of memory");
        g_clear_error(&error);
    }
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, opacity);
    return good;
}

enum probe_answer pictures_probe(void *self, enum asset_type type, struct asset *asset) {
    (void)self;
    RsvgHandle *drawing = type == ASSET_IMAGE ? rsvg_handle_new_from_file(asset->path, NULL) : NULL;
    if (!drawing) {
        return PROBE_UNDECODABLE;
    }
    double width = 0;
    double height = 0;
    (void)rsvg_handle_get_intrinsic_size_in_pixels(drawing, &width, &height);
    asset->width = (int)lround(width);
    asset->height = (int)lround(height);
    g_object_unref(drawing);
    return PROBE_GOOD;
}
