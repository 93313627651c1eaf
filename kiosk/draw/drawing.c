/* Drawings by librsvg. It brings two dozen libraries along, which the first frame does without:
   they are loaded by whoever reads the first drawing, and stay. */
#include "draw/drawing.h"

#include "base/log.h"
#include "base/memory.h"

#include <dlfcn.h>
#include <stdlib.h>

#include <librsvg/rsvg.h>

enum { DOTS_PER_INCH = 96 };

/* What is used of the library. */
struct library {
    void *object;
    __typeof__(rsvg_handle_new_from_data) *read;
    __typeof__(rsvg_handle_set_dpi) *set_dpi;
    __typeof__(rsvg_handle_get_intrinsic_size_in_pixels) *size;
    __typeof__(rsvg_handle_get_intrinsic_dimensions) *dimensions;
    __typeof__(rsvg_handle_render_document) *render;
    __typeof__(g_object_unref) *release;
};

struct drawing {
    struct library library;
    RsvgHandle *handle;
};

/* POSIX lets an object pointer be one to a function; ISO C has no cast for it. */
static bool find(const struct library *library, const char *name, void *function) {
    *(void **)function = dlsym(library->object, name);
    return *(void **)function != NULL;
}

/* A library that is there already is found again in no time. It is never unloaded: GObject cannot
   forget a type. */
static bool library_open(struct library *library) {
    library->object = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool good = library->object && find(library, "rsvg_handle_new_from_data", &library->read) &&
                find(library, "rsvg_handle_set_dpi", &library->set_dpi) &&
                find(library, "rsvg_handle_get_intrinsic_size_in_pixels", &library->size) &&
                find(library, "rsvg_handle_get_intrinsic_dimensions", &library->dimensions) &&
                find(library, "rsvg_handle_render_document", &library->render) &&
                find(library, "g_object_unref", &library->release);
    if (!good) {
        log_error("drawings need librsvg: install librsvg2-2 (%s)", dlerror());
    }
    return good;
}

/* The size that the root element says, else its view box's. */
static bool find_size(const struct drawing *drawing, double *width, double *height) {
    const struct library *library = &drawing->library;
    if (library->size(drawing->handle, width, height)) {
        return true;
    }
    gboolean has_width;
    gboolean has_height;
    gboolean has_box;
    RsvgLength length;
    RsvgRectangle box;
    library->dimensions(drawing->handle, &has_width, &length, &has_height, &length, &has_box, &box);
    *width = box.width;
    *height = box.height;
    return has_box;
}

struct drawing *drawing_create(const void *bytes, size_t size, double *width, double *height) {
    struct drawing *drawing = memory_alloc_zeroed(1, sizeof *drawing);
    bool good = library_open(&drawing->library);
    drawing->handle = good ? drawing->library.read(bytes, size, NULL) : NULL;
    if (drawing->handle) {
        drawing->library.set_dpi(drawing->handle, DOTS_PER_INCH);
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
        drawing->library.release(drawing->handle);
    }
    if (drawing->library.object) {
        (void)dlclose(drawing->library.object);
    }
    free(drawing);
}

bool drawing_render(struct drawing *drawing, cairo_t *cairo, double width, double height) {
    RsvgRectangle viewport = {0, 0, width, height};
    return drawing->library.render(drawing->handle, cairo, &viewport, NULL);
}
