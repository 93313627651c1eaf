/* Photos by SDL_image. It brings the codecs of a dozen formats along, which the first frame does
   without: they are loaded by whoever decodes the first photo, and stay. */
#include "draw/photo.h"

#include "base/log.h"
#include "draw/library.h"

#include <dlfcn.h>

#include <SDL_image.h>
#include <libyuv.h>

static SDL_Surface *load(const struct picture_file *file) {
    static const char *const types[] = {
        [PICTURE_PNG] = "PNG", [PICTURE_JPEG] = "JPG", [PICTURE_WEBP] = "WEBP"};
    void *library = library_open("libSDL2_image-2.0.so.0");
    __typeof__(IMG_LoadTyped_RW) *decode = NULL;
    SDL_Surface *decoded = NULL;
    if (library && library_find(library, "IMG_LoadTyped_RW", &decode)) {
        SDL_RWops *memory = SDL_RWFromConstMem(file->bytes, (int)file->size);
        decoded = memory ? decode(memory, 1, types[file->format]) : NULL;
    } else {
        log_error("photos need SDL_image: install libsdl2-image-2.0-0 (%s)", dlerror());
    }
    library_close(library);
    return decoded;
}

SDL_Surface *photo_decode(const struct picture_file *file) {
    SDL_Surface *decoded = load(file);
    if (!decoded) {
        return NULL;
    }
    SDL_Surface *pixels = SDL_ConvertSurfaceFormat(decoded, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(decoded);
    if (pixels) {
        ARGBAttenuate(pixels->pixels, pixels->pitch, pixels->pixels, pixels->pitch, pixels->w,
                      pixels->h);
    }
    return pixels;
}
