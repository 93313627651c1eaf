/* Video pictures are converted straight into the pixels they are shown in. */
#include "screen/video.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#include <libyuv.h>
#include <libyuv/row.h>

void video_scaler_finish(struct video_scaler *scaler) {
    free(scaler->scaled);
    free(scaler->patch);
    *scaler = (struct video_scaler){0};
}

static const struct YuvConstants *matrix_of(const struct video_picture *picture) {
    if (picture->bt709) {
        return picture->full_range ? &kYuvF709Constants : &kYuvH709Constants;
    }
    return picture->full_range ? &kYuvJPEGConstants : &kYuvI601Constants;
}

/* libyuv cuts BT.709's blue coefficient, 2.112 · 64 = 135, to 128, which makes a full blue 13 of
   255 too dark. Its rows for x86 take all of it. */
static void mend_blue(struct YuvConstants *matrix) {
#if defined(__x86_64__) || defined(__i386__)
    enum { CUT = 128, WHOLE = 135 };
    for (size_t i = 0; i < sizeof matrix->kUVToB; i += 2) {
        if (matrix->kUVToB[i] == CUT) {
            matrix->kUVToB[i] = WHOLE;
        }
    }
#else
    (void)matrix;
#endif
}

/* Makes `scaled` the planes of a picture of that size in the scaler's memory. */
static void lay_out(struct video_scaler *scaler, struct video_picture *scaled, int width,
                    int height) {
    size_t luma = (size_t)width * (size_t)height;
    size_t chroma_width = ((size_t)width + 1) / 2;
    size_t chroma = chroma_width * (((size_t)height + 1) / 2);
    if (scaler->capacity < luma + 2 * chroma) {
        scaler->capacity = luma + 2 * chroma;
        free(scaler->scaled);
        scaler->scaled = memory_alloc(scaler->capacity);
        scaler->width = 0;
    }
    scaled->planes[0] = scaler->scaled;
    scaled->planes[1] = scaler->scaled + luma;
    scaled->planes[2] = scaler->scaled + luma + chroma;
    scaled->pitches[0] = width;
    scaled->pitches[1] = scaled->pitches[2] = (int)chroma_width;
    scaled->width = width;
    scaled->height = height;
}

/* The picture at the size of its place. */
static struct video_picture at_size(struct video_scaler *scaler,
                                    const struct video_picture *picture, int width, int height) {
    struct video_picture scaled = *picture;
    if (picture->width == width && picture->height == height) {
        return scaled;
    }
    lay_out(scaler, &scaled, width, height);
    if (scaler->width != width || scaler->height != height || scaler->serial != picture->serial) {
        uint8_t *luma = scaler->scaled;
        uint8_t *u = luma + (scaled.planes[1] - scaled.planes[0]);
        uint8_t *v = luma + (scaled.planes[2] - scaled.planes[0]);
        I420Scale(picture->planes[0], picture->pitches[0], picture->planes[1], picture->pitches[1],
                  picture->planes[2], picture->pitches[2], picture->width, picture->height, luma,
                  scaled.pitches[0], u, scaled.pitches[1], v, scaled.pitches[2], width, height,
                  kFilterBox);
        scaler->width = width;
        scaler->height = height;
        scaler->serial = picture->serial;
    }
    return scaled;
}

/* Converts the part of `picture` at (x, y), both even, to `pixels`. */
static void convert(const struct video_picture *picture, int x, int y, int width, int height,
                    void *pixels, int pitch) {
    const uint8_t *luma = picture->planes[0] + (ptrdiff_t)y * picture->pitches[0] + x;
    const uint8_t *u = picture->planes[1] + (ptrdiff_t)(y / 2) * picture->pitches[1] + x / 2;
    const uint8_t *v = picture->planes[2] + (ptrdiff_t)(y / 2) * picture->pitches[2] + x / 2;
    _Alignas(32) struct YuvConstants matrix = *matrix_of(picture);
    if (picture->bt709 && !picture->full_range) {
        mend_blue(&matrix);
    }
    I420ToARGBMatrix(luma, picture->pitches[0], u, picture->pitches[1], v, picture->pitches[2],
                     pixels, pitch, &matrix, width, height);
}

/* Two by two pixels share a colour, so a part that begins in their middle is converted aside. */
static void convert_odd(struct video_scaler *scaler, const struct video_picture *picture,
                        SDL_Rect part, uint8_t *pixels, int pitch) {
    int left = part.x & 1;
    int top = part.y & 1;
    size_t width = (size_t)part.w + (size_t)left;
    size_t needed = width * ((size_t)part.h + (size_t)top);
    if (scaler->patch_capacity < needed) {
        free(scaler->patch);
        scaler->patch = memory_alloc(needed * sizeof *scaler->patch);
        scaler->patch_capacity = needed;
    }
    convert(picture, part.x - left, part.y - top, (int)width, part.h + top, scaler->patch,
            (int)width * 4);
    for (int y = 0; y < part.h; y++) {
        memcpy(pixels + (ptrdiff_t)y * pitch,
               scaler->patch + ((size_t)y + (size_t)top) * width + left, (size_t)part.w * 4);
    }
}

void video_draw(struct video_scaler *scaler, const struct video_picture *picture, SDL_Rect place,
                SDL_Rect seen, void *pixels, int pitch) {
    struct video_picture scaled = at_size(scaler, picture, place.w, place.h);
    SDL_Rect part = {seen.x - place.x, seen.y - place.y, seen.w, seen.h};
    uint8_t *to = (uint8_t *)pixels + (ptrdiff_t)seen.y * pitch + (ptrdiff_t)seen.x * 4;
    if ((part.x | part.y) & 1) {
        convert_odd(scaler, &scaled, part, to, pitch);
    } else {
        convert(&scaled, part.x, part.y, part.w, part.h, to, pitch);
    }
}
