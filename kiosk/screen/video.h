/* Video: a picture in planes becomes pixels at its place, scaled and converted by libyuv. */
#ifndef SCREEN_VIDEO_H
#define SCREEN_VIDEO_H

#include "screen/executor.h"

/* The planes at the size they are shown in, kept for redrawing parts of one picture. Zeroed it is
   empty and valid. */
struct video_scaler {
    uint8_t *scaled;
    size_t capacity;
    int width, height;
    uint64_t serial;
    uint32_t *patch; /* pixels of a part that does not begin on a pair of pixels */
    size_t patch_capacity;
};

void video_scaler_finish(struct video_scaler *scaler);

/* Writes `seen`, a part of `place`, to XRGB8888 pixels: all of `picture` fills `place`. BT.601 or
   BT.709, limited or full range, as the picture says. */
void video_draw(struct video_scaler *scaler, const struct video_picture *picture, SDL_Rect place,
                SDL_Rect seen, void *pixels, int pitch);

#endif
