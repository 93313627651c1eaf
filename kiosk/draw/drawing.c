/* Drawings by librsvg. It brings two dozen libraries along, which the first frame does without:
   they are loaded by whoever reads the first drawing, and stay. */
#include "draw/drawing.h"

#include "base/log.h"
#include "base/memory.h"
#include "draw/library.h"

#include <dlfcn.h>
#include <stdlib.h>

#include <librsvg/rsvg.h>

enum { DOTS_PER_INCH = 96 };

/* What is used of the library. */
struct rsvg {
    void *library;
    __typeof__(rsvg_handle_new_from_data) *read;
    __typeof__(rsvg_handle_set_dpi) *set_dpi;
    __typeof__(rsvg_handle_get_intrinsic_size_in_pixels) *size;
    __typeof__(rsvg_handle_get_intrinsic_dimensions) *dimensions;
    __typeof__(rsvg_handle_render_document) *render;
    __typeof__(g_object_unref) *release;
};

struct drawing {
    struct rsvg rsvg;
    RsvgHandle *handle;
};

static bool find(const struct rsvg *rsvg, const char *name, void *function) {
    return library_find(rsvg->library, name, function);
}

static bool rsvg_open(struct rsvg *rsvg) {
    rsvg->library = library_open("librsvg-2.so.2");
    bool good = rsvg->library && find(rsvg, "rsvg_handle_new_from_data", &rsvg->read) &&
                find(rsvg, "rsvg_handle_set_dpi", &rsvg->set_dpi) &&
                find(rsvg, "rsvg_handle_get_intrinsic_size_in_pixels", &rsvg->size) &&
                find(rsvg, "rsvg_handle_get_intrinsic_dimensions", &rsvg->dimensions) &&
                find(rsvg, "rsvg_handle_render_document", &rsvg->render) &&
                find(rsvg, "g_object_unref", &rsvg->release);
    if (!good) {
        log_error("drawings need librsvg: install librsvg2-2 (%s)", dlerror());
    }
    return good;
}

/* The size that the root element says, else its view box's. */
static bool find_size(const struct drawing *drawing, double *width, double *height) {
    const struct rsvg *rsvg = &drawing->rsvg;
    if (rsvg->size(drawing->handle, width, height)) {
        return true;
    }
    gboolean has_width;
    gboolean has_height;
    gboolean has_box;
    RsvgLength length;
    RsvgRectangle box;
    rsvg->dimensions(drawing->handle, &has_width, &length, &has_height, &length, &has_box, &box);
    *width = box.width;
    *height = box.height;
    return has_box;
}

struct drawing *drawing_create(const void *bytes, size_t size, double *width, double *height) {
    struct drawing *drawing = memory_alloc_zeroed(1, sizeof *drawing);
    bool good = rsvg_open(&drawing->rsvg);
    drawing->handle = good ? drawing->rsvg.read(bytes, size, NULL) : NULL;
    if (drawing->handle) {
        drawing->rsvg.set_dpi(drawing->handle, DOTS_PER_INCH);
    }
    if (!drawing->handle || !find_size(drawing, width, height)) {
        drawing_destroy(drawing);
        return NULL;
    }
    return drawing;
}

void drawing_destroy(struct drawing *drawing) {
    if (!drawing) {
        return;
    }
    if (drawing->handle) {
        drawing->rsvg.release(drawing->handle);
    }
    library_close(drawing->rsvg.library);
    free(drawing);
}

bool drawing_render(struct drawing *drawing, cairo_t *cairo, double width, double height) {
    RsvgRectangle viewport = {0, 0, width, height};
    return drawing->rsvg.render(drawing->handle, cairo, &viewport, NULL);
}
