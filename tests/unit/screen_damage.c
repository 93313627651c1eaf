/* What is redrawn after a change equals a picture drawn afresh, and nothing more is redrawn. */
#include "content/settings.h"
#include "draw_lists.h"
#include "made_video.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

enum { WIDTH = 480, HEIGHT = 270, THINGS = 24, MUTATIONS = 200, RECTS = 32 };

/* Sides that are not whole numbers of pixels when scaled. */
static const float SCALE = 0.53F;

struct bench {
    struct fonts *fonts;
    struct images *images;
    struct made_video made;
    struct video_source video;
    struct random random;
    struct random_thing things[THINGS];
    int count;
};

static int open_bench(void **state) {
    struct bench *bench = calloc(1, sizeof *bench);
    bench->fonts = fonts_create(SCALE);
    bench->images = images_create(16 << 20, true);
    bench->video = made_video_init(&bench->made, true, false);
    random_init(&bench->random, 20260);
    for (bench->count = 0; bench->count < 12; bench->count++) {
        bench->things[bench->count] = random_thing(&bench->random);
    }
    *state = bench;
    return bench->fonts ? 0 : -1;
}

static int close_bench(void **state) {
    struct bench *bench = *state;
    images_destroy(bench->images);
    fonts_destroy(bench->fonts);
    free(bench);
    return 0;
}

static SDL_Surface *new_surface(int width, int height) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    assert_non_null(surface);
    memset(surface->pixels, 0x55, (size_t)surface->pitch * (size_t)height);
    return surface;
}

static struct executor *new_executor(const struct bench *bench, SDL_Surface *surface,
                                     int rotation) {
    return executor_create_surface(&(struct executor_setup){.fonts = bench->fonts,
                                                            .images = bench->images,
                                                            .video = &bench->video,
                                                            .scale = SCALE,
                                                            .rotation = rotation},
                                   surface);
}

static void mutate(struct bench *bench) {
    struct random *random = &bench->random;
    int at = bench->count > 0 ? (int)random_below(random, (uint32_t)bench->count) : 0;
    switch (random_below(random, 8)) {
    case 0:
        if (bench->count < THINGS) {
            memmove(&bench->things[at + 1], &bench->things[at],
                    (size_t)(bench->count - at) * sizeof bench->things[0]);
            bench->things[at] = random_thing(random);
            bench->count++;
        }
        break;
    case 1:
        if (bench->count > 4) {
            memmove(&bench->things[at], &bench->things[at + 1],
                    (size_t)(bench->count - at - 1) * sizeof bench->things[0]);
            bench->count--;
        }
        break;
    case 2:
        bench->things[at].colour = random_thing(random).colour;
        break;
    case 3:
        bench->things[at].rect.x += random_unit(random) * 40 - 20;
        break;
    case 6:
        for (int i = 0; i < bench->count; i++) {
            bench->things[i].shift *= 0.7F;
        }
        break;
    case 4: {
        struct random_thing first = bench->things[0];
        bench->things[0] = bench->things[at];
        bench->things[at] = first;
        break;
    }
    case 5:
        if (random_below(random, 3) == 0) {
            made_video_show(&bench->made, bench->made.picture.serial + 1);
        } else {
            made_video_change(&bench->made, (int)random_below(random, 3),
                              random_below(random, 1 << 20));
        }
        bench->made.none = random_below(random, 4) == 0;
        break;
    default:
        bench->things[at] = random_thing(random);
        break;
    }
}

static void make_list(const struct bench *bench, struct draw_list *list) {
    static const struct list_files none = {"/nowhere.png", "/nowhere.svg"};
    draw_list_clear(list);
    list_ground(list);
    for (int i = 0; i < bench->count; i++) {
        draw_random_thing(list, &bench->things[i], &none);
    }
}

static void assert_same_pixels(const SDL_Surface *seen, const SDL_Surface *fresh, int step) {
    for (int y = 0; y < seen->h; y++) {
        const uint32_t *a = (const void *)((const uint8_t *)seen->pixels + y * seen->pitch);
        const uint32_t *b = (const void *)((const uint8_t *)fresh->pixels + y * fresh->pitch);
        for (int x = 0; x < seen->w; x++) {
            if ((a[x] ^ b[x]) & 0xFFFFFF) {
                fail_msg("mutation %d: at %d,%d %06X is left, not %06X", step, x, y,
                         a[x] & 0xFFFFFFU, b[x] & 0xFFFFFFU);
            }
        }
    }
}

/* Every pixel that changed lies in one of the rectangles that were told. */
static void assert_told(const SDL_Surface *before, const SDL_Surface *after, const SDL_Rect *rects,
                        int count) {
    for (int y = 0; y < after->h; y++) {
        const uint32_t *a = (const void *)((const uint8_t *)before->pixels + y * before->pitch);
        const uint32_t *b = (const void *)((const uint8_t *)after->pixels + y * after->pitch);
        for (int x = 0; x < after->w; x++) {
            bool told = a[x] == b[x];
            for (int i = 0; i < count && !told; i++) {
                told = SDL_PointInRect(&(SDL_Point){x, y}, &rects[i]);
            }
            assert_true(told);
        }
    }
}

static void mutate_and_compare(struct bench *bench, int width, int height, int rotation) {
    SDL_Surface *seen = new_surface(width, height);
    SDL_Surface *before = new_surface(width, height);
    struct executor *executor = new_executor(bench, seen, rotation);
    struct draw_list list = {0};
    for (int step = 0; step < MUTATIONS; step++) {
        SDL_Rect rects[RECTS];
        int count = RECTS;
        memcpy(before->pixels, seen->pixels, (size_t)seen->pitch * (size_t)seen->h);
        make_list(bench, &list);
        executor_draw(executor, &list, rects, &count);
        SDL_Surface *fresh = new_surface(width, height);
        struct executor *other = new_executor(bench, fresh, rotation);
        executor_draw(other, &list, NULL, NULL);
        assert_same_pixels(seen, fresh, step);
        assert_told(before, seen, rects, count);
        executor_destroy(other);
        SDL_FreeSurface(fresh);
        images_frame_end(bench->images);
        mutate(bench);
    }
    assert_int_equal(bench->made.taken, bench->made.released);
    executor_destroy(executor);
    SDL_FreeSurface(before);
    SDL_FreeSurface(seen);
    draw_list_finish(&list);
}

static void changes_equal_a_fresh_picture(void **state) {
    mutate_and_compare(*state, WIDTH, HEIGHT, ROTATION_0);
}

static void changes_equal_a_fresh_picture_turned(void **state) {
    mutate_and_compare(*state, HEIGHT, WIDTH, ROTATION_90);
}

static void an_unchanged_list_draws_nothing(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(WIDTH, HEIGHT);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    struct draw_list list = {0};
    make_list(bench, &list);
    assert_true(executor_draw(executor, &list, NULL, NULL));
    struct executor_counts first = executor_counts(executor);
    for (int i = 0; i < 10; i++) {
        int count = 1;
        SDL_Rect rect;
        make_list(bench, &list);
        assert_false(executor_draw(executor, &list, &rect, &count));
        assert_int_equal(count, 0);
    }
    struct executor_counts later = executor_counts(executor);
    assert_int_equal(later.frames, 1);
    assert_int_equal(later.unchanged, 10);
    assert_int_equal(later.commands, first.commands);
    assert_int_equal(later.pixels, first.pixels);
    assert_int_equal(later.glyph_runs, first.glyph_runs);
    executor_invalidate(executor);
    assert_true(executor_draw(executor, &list, NULL, NULL));
    executor_destroy(executor);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

/* Its type is rasterised all the same: shown, it costs nothing more. */
static void what_is_ahead_is_not_seen(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(200, 100);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    const struct colour white = {255, 255, 255, 255};
    struct draw_list list = {0};
    draw_fill(&list, (struct rect){0, 0, 400, 200}, 0, (struct colour){0, 0, 0, 255});
    assert_true(executor_draw(executor, &list, NULL, NULL));
    draw_ahead(&list);
    draw_clip(&list, (struct rect){0, 0, 400, 200});
    draw_text_run(&list, 20, 90, FACE_BOLD, 60, white, "下一页");
    draw_clip_end(&list);
    draw_ahead_end(&list);
    assert_false(executor_draw(executor, &list, NULL, NULL));
    uint64_t runs = executor_counts(executor).glyph_runs;
    assert_int_equal(runs, 1);
    draw_text_run(&list, 20, 90, FACE_BOLD, 60, white, "下一页");
    assert_true(executor_draw(executor, &list, NULL, NULL));
    assert_int_equal(executor_counts(executor).glyph_runs, runs);
    executor_destroy(executor);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

static void a_small_change_redraws_a_small_part(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(WIDTH, HEIGHT);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    struct draw_list list = {0};
    list_ground(&list);
    draw_fill(&list, (struct rect){100, 100, 200, 80}, 16, JADE);
    draw_text_run(&list, 120, 150, FACE_BOLD, 36, INK, "开始");
    executor_draw(executor, &list, NULL, NULL);
    uint64_t pixels = executor_counts(executor).pixels;
    uint64_t runs = executor_counts(executor).glyph_runs;
    draw_list_clear(&list);
    list_ground(&list);
    draw_fill(&list, (struct rect){100, 100, 200, 80}, 16, PAPER);
    draw_text_run(&list, 120, 150, FACE_BOLD, 36, INK, "开始");
    SDL_Rect rects[RECTS];
    int count = RECTS;
    assert_true(executor_draw(executor, &list, rects, &count));
    assert_int_equal(count, 1);
    assert_int_equal(rects[0].x, 53);
    assert_int_equal(rects[0].y, 53);
    assert_int_equal(rects[0].w, 106);
    assert_int_equal(rects[0].h, 42);
    assert_int_equal(executor_counts(executor).pixels - pixels, 106 * 42);
    assert_int_equal(executor_counts(executor).glyph_runs, runs);
    executor_destroy(executor);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

static void a_changed_clip_redraws_what_it_clips(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(WIDTH, HEIGHT);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    struct draw_list list = {0};
    for (int i = 0; i < 2; i++) {
        draw_list_clear(&list);
        list_ground(&list);
        draw_clip(&list, (struct rect){0, 0, 200, i ? 100 : 200});
        draw_fill(&list, (struct rect){0, 0, 400, 400}, 0, JADE);
        draw_clip_end(&list);
        assert_true(executor_draw(executor, &list, NULL, NULL));
    }
    const uint32_t *middle = (const uint32_t *)surface->pixels + 80 * surface->pitch / 4;
    assert_int_equal(middle[20] & 0xFFFFFF, 0x101828);
    executor_destroy(executor);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

static void slide(struct draw_list *list, float shift) {
    draw_list_clear(list);
    draw_layer(list, (struct rect){0, 0, 960, 540}, (struct point){shift, 0});
    list_texts(list, NULL);
    draw_layer_end(list);
    draw_layer(list, (struct rect){0, 0, 960, 540}, (struct point){shift + 960, 0});
    list_fills(list, NULL);
    draw_layer_end(list);
}

static void a_slide_draws_its_layers_once(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(509, 286);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    struct draw_list list = {0};
    slide(&list, -30);
    executor_draw(executor, &list, NULL, NULL);
    struct executor_counts begun = executor_counts(executor);
    for (int i = 2; i < 20; i++) {
        slide(&list, -30.0F * (float)i);
        assert_true(executor_draw(executor, &list, NULL, NULL));
    }
    struct executor_counts ended = executor_counts(executor);
    /* At most the two layers in each of the rectangles that changed: left of the seam, right. */
    assert_in_range(ended.commands - begun.commands, 18, 18 * 4);
    assert_int_equal(ended.glyph_runs, begun.glyph_runs);
    /* The layers come to rest: their picture is still there and nothing is drawn anew. */
    slide(&list, -960);
    executor_draw(executor, &list, NULL, NULL);
    assert_in_range(executor_counts(executor).commands - ended.commands, 1, 4);
    executor_destroy(executor);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

/* A page with a small mark in one of two colours, slid to the left. */
static void slide_marked(struct draw_list *list, float shift, struct colour mark) {
    draw_list_clear(list);
    draw_layer(list, (struct rect){0, 0, 960, 540}, (struct point){shift, 0});
    list_texts(list, NULL);
    draw_fill(list, (struct rect){700, 400, 60, 60}, 12, mark);
    draw_layer_end(list);
    draw_layer(list, (struct rect){0, 0, 960, 540}, (struct point){shift + 960, 0});
    list_fills(list, NULL);
    draw_layer_end(list);
}

static void a_page_that_changes_while_it_slides_is_mended_where_it_changed(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(509, 286);
    SDL_Surface *other = new_surface(509, 286);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    struct draw_list list = {0};
    slide_marked(&list, -30, JADE);
    executor_draw(executor, &list, NULL, NULL);
    slide_marked(&list, -60, JADE);
    executor_draw(executor, &list, NULL, NULL);
    struct executor_counts before = executor_counts(executor);
    slide_marked(&list, -90, PAPER);
    executor_draw(executor, &list, NULL, NULL);
    uint64_t drawn = executor_counts(executor).pixels - before.pixels;
    /* The screen, on which the pages moved, and the mark: not a page besides. */
    assert_in_range(drawn, 1, 509 * 286 * 5 / 4);
    struct executor *fresh = new_executor(bench, other, ROTATION_0);
    executor_draw(fresh, &list, NULL, NULL);
    assert_same_pixels(surface, other, 0);
    executor_destroy(fresh);
    executor_destroy(executor);
    SDL_FreeSurface(other);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

static void a_new_video_picture_redraws_its_rectangle(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(WIDTH, HEIGHT);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    struct draw_list list = {0};
    list_ground(&list);
    draw_video(&list, (struct rect){100, 100, 320, 181});
    draw_fill(&list, (struct rect){380, 250, 100, 100}, 8, VEIL);
    executor_draw(executor, &list, NULL, NULL);
    assert_false(executor_draw(executor, &list, NULL, NULL));
    made_video_show(&bench->made, 2);
    SDL_Rect rects[RECTS];
    int count = RECTS;
    assert_true(executor_draw(executor, &list, rects, &count));
    assert_int_equal(count, 1);
    assert_int_equal(rects[0].x, 53);
    assert_int_equal(rects[0].w, 170);
    bench->made.none = true;
    assert_true(executor_draw(executor, &list, NULL, NULL));
    assert_int_equal(((uint32_t *)surface->pixels)[60 + 60 * surface->pitch / 4] & 0xFFFFFF,
                     0x101828);
    executor_destroy(executor);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

/* Captions and controls come and go over a picture that stays. */
static void what_stands_over_a_video_redraws_only_itself(void **state) {
    struct bench *bench = *state;
    SDL_Surface *surface = new_surface(WIDTH, HEIGHT);
    struct executor *executor = new_executor(bench, surface, ROTATION_0);
    struct draw_list list = {0};
    const struct colour shades[] = {VEIL, PAPER};
    bench->made.none = false;
    for (int i = 0; i < 2; i++) {
        draw_list_clear(&list);
        list_ground(&list);
        draw_video(&list, (struct rect){100, 100, 320, 181});
        draw_fill(&list, (struct rect){140, 240, 240, 30}, 8, shades[i]);
        SDL_Rect rects[RECTS];
        int count = RECTS;
        assert_true(executor_draw(executor, &list, rects, &count));
        if (i == 1) {
            assert_int_equal(count, 1);
            assert_in_range(rects[0].w * rects[0].h, 1, 240 * 30);
        }
    }
    executor_destroy(executor);
    SDL_FreeSurface(surface);
    draw_list_finish(&list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(changes_equal_a_fresh_picture, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(changes_equal_a_fresh_picture_turned, open_bench,
                                        close_bench),
        cmocka_unit_test_setup_teardown(an_unchanged_list_draws_nothing, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(what_is_ahead_is_not_seen, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(a_small_change_redraws_a_small_part, open_bench,
                                        close_bench),
        cmocka_unit_test_setup_teardown(a_changed_clip_redraws_what_it_clips, open_bench,
                                        close_bench),
        cmocka_unit_test_setup_teardown(a_slide_draws_its_layers_once, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(
            a_page_that_changes_while_it_slides_is_mended_where_it_changed, open_bench,
            close_bench),
        cmocka_unit_test_setup_teardown(what_stands_over_a_video_redraws_only_itself, open_bench,
                                        close_bench),
        cmocka_unit_test_setup_teardown(a_new_video_picture_redraws_its_rectangle, open_bench,
                                        close_bench),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
