/* Pictures: many large ones shown one after the other, and what is held of them meanwhile. */
#include "bench.h"
#include "draw/images.h"

#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

#include <SDL_image.h>

enum { PICTURES = 200, WIDTH = 3840, HEIGHT = 2160, BUDGET = 192 << 20 };

/* One decoded picture is in hand besides what is kept. */
static const double BOUND = (BUDGET + WIDTH * HEIGHT * 4.0) / (1 << 20);

static void make_picture(const char *path) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 24, SDL_PIXELFORMAT_RGB24);
    for (int i = 0; surface && i < surface->pitch * HEIGHT; i++) {
        ((uint8_t *)surface->pixels)[i] = (uint8_t)(i / 4096 + i % 251);
    }
    if (!surface || IMG_SaveJPG(surface, path, 80) != 0) {
        (void)fprintf(stderr, "%s: %s\n", path, SDL_GetError());
        exit(1);
    }
    SDL_FreeSurface(surface);
}

static void show(struct images *images, const char *path) {
    for (int i = 0; i < 2; i++) { /* in the next frame it is another picture's turn */
        (void)images_get(images, path, (struct rect){0}, WIDTH, HEIGHT, NULL);
        images_frame_end(images);
    }
}

int main(void) {
    char directory[] = "/tmp/bench-pictures-XXXXXX";
    char first[64];
    char path[PICTURES][64];
    if (!mkdtemp(directory)) {
        perror(directory);
        return 1;
    }
    (void)snprintf(first, sizeof first, "%s/picture.jpg", directory);
    make_picture(first);
    (void)malloc_trim(0);
    struct images *images = images_create(BUDGET, true);
    double before = bench_held();
    double most = 0;
    for (int i = 0; i < PICTURES; i++) {
        (void)snprintf(path[i], sizeof path[i], "%s/%d.jpg", directory, i);
        if (link(first, path[i]) != 0) {
            perror(path[i]);
            return 1;
        }
        show(images, path[i]);
        double held = bench_held() - before;
        most = held > most ? held : most;
    }
    bench_tell("pictures", most, BOUND);
    images_destroy(images);
    for (int i = 0; i < PICTURES; i++) {
        (void)unlink(path[i]);
    }
    (void)unlink(first);
    (void)rmdir(directory);
    return 0;
}
