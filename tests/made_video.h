/* A video that is computed: gradients that move with the serial. */
#ifndef TESTS_MADE_VIDEO_H
#define TESTS_MADE_VIDEO_H

#include "screen/executor.h"

enum { MADE_WIDTH = 320, MADE_HEIGHT = 181 };

struct made_video {
    struct video_picture picture;
    uint8_t luma[MADE_WIDTH * MADE_HEIGHT];
    uint8_t chroma[2][(MADE_WIDTH + 1) / 2 * ((MADE_HEIGHT + 1) / 2)];
    int taken, released;
    bool none; /* the player has no picture */
};

static inline bool made_video_take(void *self, struct video_picture *picture) {
    struct made_video *video = self;
    if (video->none) {
        return false;
    }
    video->taken++;
    *picture = video->picture;
    return true;
}

static inline void made_video_release(void *self) {
    ((struct made_video *)self)->released++;
}

static inline void made_video_show(struct made_video *video, uint64_t serial) {
    int chroma_width = (MADE_WIDTH + 1) / 2;
    video->picture.serial = serial;
    for (int y = 0; y < MADE_HEIGHT; y++) {
        for (int x = 0; x < MADE_WIDTH; x++) {
            video->luma[y * MADE_WIDTH + x] =
                (uint8_t)(16 + (x * 200 / MADE_WIDTH + (int)serial * 7) % 219);
        }
    }
    for (int y = 0; y < (MADE_HEIGHT + 1) / 2; y++) {
        for (int x = 0; x < chroma_width; x++) {
            video->chroma[0][y * chroma_width + x] = (uint8_t)(64 + x / 2);
            video->chroma[1][y * chroma_width + x] = (uint8_t)(200 - y);
        }
    }
}

/* The next picture, in which one pixel is another. */
static inline void made_video_change(struct made_video *video, int plane, unsigned pixel) {
    uint8_t *pixels = plane == 0 ? video->luma : video->chroma[plane - 1];
    size_t count = plane == 0 ? sizeof video->luma : sizeof video->chroma[0];
    video->picture.serial++;
    pixels[pixel % count] ^= 0x40;
}

static inline struct video_source made_video_init(struct made_video *video, bool bt709,
                                                  bool full_range) {
    *video = (struct made_video){
        .picture = {.planes = {video->luma, video->chroma[0], video->chroma[1]},
                    .pitches = {MADE_WIDTH, (MADE_WIDTH + 1) / 2, (MADE_WIDTH + 1) / 2},
                    .width = MADE_WIDTH,
                    .height = MADE_HEIGHT,
                    .shown_width = MADE_WIDTH,
                    .shown_height = MADE_HEIGHT,
                    .bt709 = bt709,
                    .full_range = full_range}};
    made_video_show(video, 1);
    return (struct video_source){made_video_take, made_video_release, video};
}

#endif
