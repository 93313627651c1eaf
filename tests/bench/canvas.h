/* A window of the bench, drawn into as the program itself does where there is no GPU. */
#ifndef BENCH_CANVAS_H
#define BENCH_CANVAS_H

#include "draw/text.h"
#include "screen/executor.h"

#include <stdlib.h>

struct canvas {
    SDL_Window *window;
    SDL_Surface *surface; /* the window's */
    struct fonts *fonts;
    struct images *images;
    struct executor *executor;
};

enum { CANVAS_BUDGET = 256 << 20, CANVAS_SHORT_SIDE = 1080, CANVAS_RECTS = 64 };

static inline void canvas_open(struct canvas *canvas, int width, int height,
                               const struct video_source *video) {
    (void)SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        (void)fprintf(stderr, "there is no display: %s\n", SDL_GetError());
        exit(1);
    }
    canvas->window = SDL_CreateWindow("bench", 0, 0, width, height, SDL_WINDOW_BORDERLESS);
    canvas->surface = SDL_GetWindowSurface(canvas->window);
    int shorter = width < height ? width : height;
    float scale = (float)shorter / CANVAS_SHORT_SIDE;
    canvas->fonts = fonts_create(scale);
    canvas->images = images_create(CANVAS_BUDGET, false);
    canvas->executor = executor_create_surface(
        &(struct executor_setup){
            .fonts = canvas->fonts, .images = canvas->images, .video = video, .scale = scale},
        canvas->surface);
}

static inline void canvas_close(struct canvas *canvas) {
    executor_destroy(canvas->executor);
    images_destroy(canvas->images);
    fonts_destroy(canvas->fonts);
    SDL_DestroyWindow(canvas->window);
    SDL_Quit();
}

/* Draws what differs from the frame before, without presenting it; how many rectangles. */
static inline int canvas_draw(struct canvas *canvas, const struct draw_list *list,
                              SDL_Rect rects[CANVAS_RECTS]) {
    int count = CANVAS_RECTS;
    bool drawn = executor_draw(canvas->executor, list, rects, &count);
    return drawn ? count : 0;
}

/* The same, and presents it. */
static inline void canvas_present(struct canvas *canvas, const struct draw_list *list) {
    SDL_Rect rects[CANVAS_RECTS];
    int count = canvas_draw(canvas, list, rects);
    if (count > 0) {
        (void)SDL_UpdateWindowSurfaceRects(canvas->window, rects, count);
    }
    images_frame_end(canvas->images);
    fonts_frame_end(canvas->fonts);
}

/* Draws until every picture of the list is there. */
static inline void canvas_settle(struct canvas *canvas, const struct draw_list *list) {
    SDL_Rect rects[CANVAS_RECTS];
    while (canvas_draw(canvas, list, rects) > 0) {
        images_frame_end(canvas->images);
        fonts_frame_end(canvas->fonts);
        images_settle(canvas->images);
    }
}

#endif
