/* Both executors draw the same picture, in every rotation, and so do SDL's renderers. */
#include "draw_lists.h"
#include "leaks.h"
#include "made_video.h"
#include "screen/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>
#include <cmocka.h>

/* SDL's software renderer, which no machine with a screen uses, rounds down at every step. */
enum { WIDTH = 960, HEIGHT = 540, TOLERANCE = 4, SOFTWARE_TOLERANCE = 6 };

struct bench {
    char directory[64], picture[96], mask[96];
    struct list_files files;
    struct fonts *fonts;
    struct images *images;
    struct made_video made;
    struct video_source video;
};

static SDL_Surface *new_surface(int width, int height) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    assert_non_null(surface);
    return surface;
}

static uint32_t *row(const SDL_Surface *surface, int y) {
    return (void *)((uint8_t *)surface->pixels + y * surface->pitch);
}

static void write_files(struct bench *bench) {
    strcpy(bench->directory, "/tmp/kiosk-executors-XXXXXX");
    assert_non_null(mkdtemp(bench->directory));
    (void)snprintf(bench->picture, sizeof bench->picture, "%s/picture.png", bench->directory);
    (void)snprintf(bench->mask, sizeof bench->mask, "%s/mask.svg", bench->directory);
    SDL_Surface *surface = new_surface(300, 200);
    for (int y = 0; y < 200; y++) {
        for (int x = 0; x < 300; x++) {
            row(surface, y)[x] = (uint32_t)(x * 255 / 300) << 16 | (uint32_t)(y * 255 / 200) << 8 |
                                 (uint32_t)((x + y) / 2);
        }
    }
    assert_true(screen_save_surface(surface, bench->picture));
    SDL_FreeSurface(surface);
    FILE *file = fopen(bench->mask, "w");
    assert_non_null(file);
    (void)fputs("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48' width='48' "
                "height='48'><circle cx='24' cy='24' r='20' fill='#fff'/></svg>",
                file);
    (void)fclose(file);
}

static int open_bench(void **state) {
    struct bench *bench = calloc(1, sizeof *bench);
    write_files(bench);
    bench->files = (struct list_files){bench->picture, bench->mask};
    bench->fonts = fonts_create(1);
    bench->images = images_create(64 << 20, true);
    bench->video = made_video_init(&bench->made, true, false);
    *state = bench;
    return bench->fonts ? 0 : -1;
}

static int close_bench(void **state) {
    struct bench *bench = *state;
    images_destroy(bench->images);
    fonts_destroy(bench->fonts);
    (void)unlink(bench->picture);
    (void)unlink(bench->mask);
    (void)rmdir(bench->directory);
    free(bench);
    return 0;
}

static struct executor_setup setup_of(const struct bench *bench, int rotation) {
    return (struct executor_setup){.fonts = bench->fonts,
                                   .images = bench->images,
                                   .video = &bench->video,
                                   .scale = 1,
                                   .rotation = rotation};
}

static SDL_Surface *draw_on_surface(struct bench *bench, const struct draw_list *list, int width,
                                    int height, int rotation) {
    SDL_Surface *surface = new_surface(width, height);
    struct executor_setup setup = setup_of(bench, rotation);
    struct executor *executor = executor_create_surface(&setup, surface);
    assert_true(executor_draw(executor, list, NULL, NULL));
    executor_destroy(executor);
    images_frame_end(bench->images);
    return surface;
}

static SDL_Surface *read_renderer(SDL_Renderer *renderer) {
    int width;
    int height;
    SDL_GetRendererOutputSize(renderer, &width, &height);
    SDL_Surface *surface = new_surface(width, height);
    assert_int_equal(SDL_RenderReadPixels(renderer, NULL, surface->format->format, surface->pixels,
                                          surface->pitch),
                     0);
    return surface;
}

static SDL_Surface *draw_with_renderer(struct bench *bench, const struct draw_list *list,
                                       SDL_Renderer *renderer, int rotation) {
    struct executor_setup setup = setup_of(bench, rotation);
    struct executor *executor = executor_create_renderer(&setup, renderer);
    assert_true(executor_draw(executor, list, NULL, NULL));
    SDL_Surface *surface = read_renderer(renderer);
    executor_destroy(executor);
    images_frame_end(bench->images);
    return surface;
}

/* Whether a channel of `a` at (x, y) lies within what `b` has there or one pixel beside it. */
static bool channel_agrees(const SDL_Surface *a, const SDL_Surface *b, int x, int y, int shift,
                           int tolerance) {
    int value = (int)(row(a, y)[x] >> shift & 255);
    int least = 255;
    int most = 0;
    for (int v = SDL_max(y - 1, 0); v <= SDL_min(y + 1, b->h - 1); v++) {
        for (int u = SDL_max(x - 1, 0); u <= SDL_min(x + 1, b->w - 1); u++) {
            int other = (int)(row(b, v)[u] >> shift & 255);
            least = SDL_min(least, other);
            most = SDL_max(most, other);
        }
    }
    return value >= least - tolerance && value <= most + tolerance;
}

static bool channel_is_close(const SDL_Surface *a, const SDL_Surface *b, int x, int y, int shift,
                             int tolerance) {
    return abs((int)(row(a, y)[x] >> shift & 255) - (int)(row(b, y)[x] >> shift & 255)) <=
           tolerance;
}

static void assert_agree(const SDL_Surface *a, const SDL_Surface *b, const char *name,
                         int tolerance) {
    int edges = 0;
    assert_int_equal(a->w, b->w);
    assert_int_equal(a->h, b->h);
    for (int y = 0; y < a->h; y++) {
        for (int x = 0; x < a->w; x++) {
            for (int shift = 0; shift < 24; shift += 8) {
                edges += !channel_is_close(a, b, x, y, shift, tolerance);
                if (!channel_agrees(a, b, x, y, shift, tolerance)) {
                    fail_msg("%s: at %d,%d %06X differs from %06X", name, x, y,
                             row(a, y)[x] & 0xFFFFFFU, row(b, y)[x] & 0xFFFFFFU);
                }
            }
        }
    }
    /* A scaled video may sit a pixel beside; shapes and text are the same pixels. */
    if (edges > 0 && strcmp(name, "video") != 0) {
        fail_msg("%s: %d values differ by more than %d", name, edges, tolerance);
    }
}

static void compare_all(struct bench *bench, SDL_Renderer *renderer, int tolerance) {
    for (size_t i = 0; i < LIST_MAKERS; i++) {
        struct draw_list list = {0};
        list_makers[i].make(&list, &bench->files);
        SDL_Surface *one = draw_on_surface(bench, &list, WIDTH, HEIGHT, ROTATION_0);
        SDL_Surface *other = draw_with_renderer(bench, &list, renderer, ROTATION_0);
        assert_agree(one, other, list_makers[i].name, tolerance);
        SDL_FreeSurface(one);
        SDL_FreeSurface(other);
        draw_list_finish(&list);
    }
}

static void software_renderer_agrees(void **state) {
    SDL_Surface *surface = new_surface(WIDTH, HEIGHT);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(surface);
    assert_non_null(renderer);
    compare_all(*state, renderer, SOFTWARE_TOLERANCE);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
}

/* Lines that were never drawn before, and words that were. */
static void list_moving(struct draw_list *list, int step) {
    enum { LINES = 60 };
    list_ground(list);
    for (int i = 0; i < LINES; i++) {
        float x = (float)(i * 15);
        float slant = 20 + (float)(step * LINES + i) / 64;
        draw_line(list, x, 20, x + slant, 240, 2, JADE);
    }
    draw_text_run(list, 40, 400, FACE_BOLD, 40, PAPER, "网络 Network");
}

/* The atlas holds some six hundred such lines, and is begun anew when it is full. */
static void a_full_atlas_is_begun_anew(void **state) {
    struct bench *bench = *state;
    SDL_Surface *target = new_surface(WIDTH, HEIGHT);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(target);
    struct executor_setup setup = setup_of(bench, ROTATION_0);
    struct executor *executor = executor_create_renderer(&setup, renderer);
    for (int step = 0; step < 24; step++) {
        struct draw_list list = {0};
        list_moving(&list, step);
        SDL_Surface *expected = draw_on_surface(bench, &list, WIDTH, HEIGHT, ROTATION_0);
        assert_true(executor_draw(executor, &list, NULL, NULL));
        SDL_Surface *seen = read_renderer(renderer);
        assert_agree(expected, seen, "moving lines", SOFTWARE_TOLERANCE);
        SDL_FreeSurface(expected);
        SDL_FreeSurface(seen);
        draw_list_finish(&list);
    }
    executor_destroy(executor);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(target);
}

/* GL without a display; a machine without Mesa has none, and leaves this to those that have. */
static SDL_Renderer *gl_renderer(SDL_Window **window) {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        return NULL;
    }
    *window = SDL_CreateWindow("", 0, 0, WIDTH, HEIGHT, SDL_WINDOW_OPENGL);
    return *window ? SDL_CreateRenderer(*window, -1,
                                        SDL_RENDERER_ACCELERATED | SDL_RENDERER_TARGETTEXTURE)
                   : NULL;
}

/* Mesa's drivers leave memory behind when SDL unloads them; what is the executor's own the test
   with the software renderer sees. */
static void gl_renderer_agrees(void **state) {
    SDL_Window *window = NULL;
    leaks_ignored(true);
    SDL_Renderer *renderer = gl_renderer(&window);
    if (!renderer) {
        leaks_ignored(false);
        print_message("no GL here: %s\n", SDL_GetError());
        skip();
    }
    compare_all(*state, renderer, TOLERANCE);
    SDL_DestroyRenderer(renderer);
    SDL_DestroyWindow(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    leaks_ignored(false);
}

/* The pixel of the upright picture that a turned screen shows at (x, y). */
static uint32_t turned_pixel(const SDL_Surface *upright, int rotation, int x, int y) {
    switch (rotation) {
    case ROTATION_90:
        return row(upright, upright->h - 1 - x)[y];
    case ROTATION_180:
        return row(upright, upright->h - 1 - y)[upright->w - 1 - x];
    case ROTATION_270:
        return row(upright, x)[upright->w - 1 - y];
    default:
        return row(upright, y)[x];
    }
}

static void assert_turned(const SDL_Surface *upright, const SDL_Surface *turned, int rotation) {
    for (int y = 0; y < turned->h; y++) {
        for (int x = 0; x < turned->w; x++) {
            uint32_t expected = turned_pixel(upright, rotation, x, y) & 0xFFFFFF;
            if ((row(turned, y)[x] & 0xFFFFFF) != expected) {
                fail_msg("rotation %d: at %d,%d %06X, not %06X", rotation, x, y,
                         row(turned, y)[x] & 0xFFFFFFU, expected);
            }
        }
    }
}

static void rotations_turn_the_same_picture(void **state) {
    struct bench *bench = *state;
    struct draw_list list = {0};
    list_texts(&list, &bench->files);
    SDL_Surface *upright = draw_on_surface(bench, &list, WIDTH, HEIGHT, ROTATION_0);
    for (int rotation = ROTATION_0; rotation <= ROTATION_270; rotation++) {
        bool sideways = rotation == ROTATION_90 || rotation == ROTATION_270;
        int width = sideways ? HEIGHT : WIDTH;
        int height = sideways ? WIDTH : HEIGHT;
        SDL_Surface *turned = draw_on_surface(bench, &list, width, height, rotation);
        assert_turned(upright, turned, rotation);
        SDL_Surface *target = new_surface(width, height);
        SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(target);
        SDL_Surface *rendered = draw_with_renderer(bench, &list, renderer, rotation);
        assert_agree(turned, rendered, "rotation", SOFTWARE_TOLERANCE);
        SDL_FreeSurface(rendered);
        SDL_DestroyRenderer(renderer);
        SDL_FreeSurface(target);
        SDL_FreeSurface(turned);
    }
    SDL_FreeSurface(upright);
    draw_list_finish(&list);
}

/* Full red and full blue as each standard encodes them (ITU-R BT.601-7 and BT.709-6, section 3).
   libyuv's blue is 13 too dark in BT.709 where it is not mended. */
static const struct {
    bool bt709, full_range;
    uint8_t y, u, v;
    uint32_t colour;
} encoded[] = {
    {false, false, 81, 90, 240, 0xFF0000}, {false, false, 41, 240, 110, 0x0000FF},
    {true, false, 63, 102, 240, 0xFF0000}, {true, false, 32, 240, 118, 0x0000FF},
    {false, true, 76, 85, 255, 0xFF0000},  {false, true, 29, 255, 107, 0x0000FF},
    {true, true, 54, 99, 255, 0xFF0000},   {true, true, 18, 255, 116, 0x0000FF},
};

static void video_uses_its_own_matrix(void **state) {
    struct bench *bench = *state;
    for (size_t i = 0; i < SDL_arraysize(encoded); i++) {
        bench->video = made_video_init(&bench->made, encoded[i].bt709, encoded[i].full_range);
        memset(bench->made.luma, encoded[i].y, sizeof bench->made.luma);
        memset(bench->made.chroma[0], encoded[i].u, sizeof bench->made.chroma[0]);
        memset(bench->made.chroma[1], encoded[i].v, sizeof bench->made.chroma[1]);
        struct draw_list list = {0};
        draw_video(&list, (struct rect){0, 0, MADE_WIDTH, MADE_HEIGHT});
        SDL_Surface *surface = draw_on_surface(bench, &list, MADE_WIDTH, MADE_HEIGHT, ROTATION_0);
        for (int shift = 0; shift < 24; shift += 8) {
            int expected = (int)(encoded[i].colour >> shift & 255);
            int seen = (int)(row(surface, 90)[160] >> shift & 255);
            assert_in_range(abs(seen - expected), 0, TOLERANCE);
        }
        SDL_FreeSurface(surface);
        draw_list_finish(&list);
    }
}

static void saved_pictures_have_the_same_bytes(void **state) {
    struct bench *bench = *state;
    char paths[2][128];
    char bytes[2][65536];
    size_t sizes[2];
    struct draw_list list = {0};
    list_fills(&list, &bench->files);
    for (int i = 0; i < 2; i++) {
        (void)snprintf(paths[i], sizeof paths[i], "%s/%d.png", bench->directory, i);
        SDL_Surface *surface = draw_on_surface(bench, &list, WIDTH, HEIGHT, ROTATION_0);
        for (int x = 0; x < WIDTH; x++) {
            row(surface, 3)[x] |= (uint32_t)(i * 77) << 24; /* no alpha: it must not matter */
        }
        assert_true(screen_save_surface(surface, paths[i]));
        FILE *file = fopen(paths[i], "rb");
        assert_non_null(file);
        sizes[i] = fread(bytes[i], 1, sizeof bytes[i], file);
        (void)fclose(file);
        (void)unlink(paths[i]);
        SDL_FreeSurface(surface);
    }
    assert_in_range(sizes[0], 100, sizeof bytes[0] - 1);
    assert_int_equal(sizes[0], sizes[1]);
    assert_memory_equal(bytes[0], bytes[1], sizes[0]);
    draw_list_finish(&list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(software_renderer_agrees, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(a_full_atlas_is_begun_anew, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(gl_renderer_agrees, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(rotations_turn_the_same_picture, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(video_uses_its_own_matrix, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(saved_pictures_have_the_same_bytes, open_bench,
                                        close_bench),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
