/* Photos: pictures made of pixels, decoded by SDL_image, which is loaded with the first of them. */
#ifndef DRAW_PHOTO_H
#define DRAW_PHOTO_H

#include "draw/picture_file.h"

#include <SDL_surface.h>

/* The pixels of a PNG, JPEG or WebP, premultiplied ARGB as they are stored: the orientation is not
   undone. The caller frees the surface. NULL where it cannot be decoded; with a line in the log
   where SDL_image is not installed. */
SDL_Surface *photo_decode(const struct picture_file *file);

#endif
