/* Pictures of the screen as PNG files: the same pixels always give the same bytes. */
#include "base/log.h"
#include "screen/screen.h"

#include <cairo.h>

/* SDL's and cairo's 32-bit pixels without alpha are the same in memory. */
static bool write_png(const SDL_Surface *surface, const char *path) {
    union {
        const void *read;
        unsigned char *bytes;
    } pixels = {.read = surface->pixels};
    cairo_surface_t *picture = cairo_image_surface_create_for_data(
        pixels.bytes, CAIRO_FORMAT_RGB24, surface->w, surface->h, surface->pitch);
    cairo_status_t status = cairo_surface_write_to_png(picture, path);
    cairo_surface_destroy(picture);
    if (status != CAIRO_STATUS_SUCCESS) {
        log_error("%s: the picture cannot be written: %s", path, cairo_status_to_string(status));
    }
    return status == CAIRO_STATUS_SUCCESS;
}

bool screen_save_surface(const SDL_Surface *surface, const char *path) {
    if (surface->format->format == SDL_PIXELFORMAT_XRGB8888 ||
        surface->format->format == SDL_PIXELFORMAT_ARGB8888) {
        return write_png(surface, path);
    }
    SDL_Surface *converted =
        SDL_CreateRGBSurfaceWithFormat(0, surface->w, surface->h, 32, SDL_PIXELFORMAT_XRGB8888);
    bool done =
        converted && SDL_ConvertPixels(surface->w, surface->h, surface->format->format,
                                       surface->pixels, surface->pitch, converted->format->format,
                                       converted->pixels, converted->pitch) == 0;
    if (!done) {
        log_error("%s: the picture cannot be converted: %s", path, SDL_GetError());
    }
    done = done && write_png(converted, path);
    SDL_FreeSurface(converted);
    return done;
}
