/* Video tiles: what changed from one picture of a film to the next is found, and nothing else. */
#include "screen/video_tiles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = TILE_WIDTH + 90, HEIGHT = 2 * TILE_HEIGHT + 11, PITCH = WIDTH + 6 };

static uint8_t planes[3][PITCH * HEIGHT];

static struct video_picture film(uint64_t serial) {
    return (struct video_picture){.planes = {planes[0], planes[1], planes[2]},
                                  .pitches = {PITCH, PITCH / 2, PITCH / 2},
                                  .width = WIDTH,
                                  .height = HEIGHT,
                                  .shown_width = WIDTH,
                                  .shown_height = HEIGHT,
                                  .serial = serial};
}

static void take(struct video_tiles *tiles, uint64_t serial) {
    struct video_picture picture = film(serial);
    video_tiles_take(tiles, &picture);
}

static void assert_changed(const struct video_tiles *tiles, SDL_Rect wanted) {
    assert_int_equal(tiles->changed.count, 1);
    assert_true(SDL_RectEquals(&tiles->changed.items[0], &wanted));
}

static void one_pixel_changes_one_tile(void **state) {
    (void)state;
    struct video_tiles tiles = {0};
    take(&tiles, 1);
    const SDL_Rect tile = {TILE_WIDTH, TILE_HEIGHT, 90, TILE_HEIGHT};
    planes[0][(TILE_HEIGHT + 5) * PITCH + TILE_WIDTH]++;
    take(&tiles, 2);
    assert_changed(&tiles, tile);
    for (int plane = 1; plane < 3; plane++) {
        planes[plane][(TILE_HEIGHT - 1) * (PITCH / 2) + (WIDTH + 1) / 2 - 1]++;
        take(&tiles, (uint64_t)plane + 2);
        assert_changed(&tiles, tile);
    }
    planes[0][(HEIGHT - 1) * PITCH]++;
    take(&tiles, 5);
    assert_changed(&tiles, (SDL_Rect){0, 2 * TILE_HEIGHT, TILE_WIDTH, 11});
    video_tiles_finish(&tiles);
}

static void neighbours_in_a_row_are_one(void **state) {
    (void)state;
    struct video_tiles tiles = {0};
    take(&tiles, 1);
    planes[0][0]++;
    planes[0][WIDTH - 1]++;
    take(&tiles, 2);
    assert_changed(&tiles, (SDL_Rect){0, 0, WIDTH, TILE_HEIGHT});
    video_tiles_finish(&tiles);
}

static void what_is_the_same_has_not_changed(void **state) {
    (void)state;
    struct video_tiles tiles = {0};
    take(&tiles, 1);
    uint64_t stream = tiles.stream;
    take(&tiles, 2);
    assert_int_equal(tiles.changed.count, 0);
    planes[0][7]++;
    take(&tiles, 3);
    take(&tiles, 3);
    assert_int_equal(tiles.changed.count, 0);
    assert_int_equal(tiles.stream, stream);
    for (int i = 0; i < PITCH - WIDTH; i++) {
        planes[0][WIDTH + i]++; /* what nobody sees */
    }
    take(&tiles, 4);
    assert_int_equal(tiles.changed.count, 0);
    video_tiles_finish(&tiles);
}

static void another_stream_is_all_new(void **state) {
    (void)state;
    struct video_tiles tiles = {0};
    take(&tiles, 1);
    uint64_t stream = tiles.stream;
    struct video_picture other = film(2);
    other.bt709 = true;
    video_tiles_take(&tiles, &other);
    assert_true(tiles.stream != stream);
    stream = tiles.stream;
    other.width -= 2;
    other.serial++;
    video_tiles_take(&tiles, &other);
    assert_true(tiles.stream != stream);
    video_tiles_finish(&tiles);
}

static void parts_lie_where_all_of_it_does(void **state) {
    (void)state;
    struct video_tiles tiles = {0};
    take(&tiles, 1);
    SDL_Rect part = {TILE_WIDTH, TILE_HEIGHT, 90, TILE_HEIGHT};
    SDL_Rect same = video_tiles_place(&tiles, part, (SDL_Rect){100, 50, WIDTH, HEIGHT});
    assert_true(SDL_RectEquals(&same, &(SDL_Rect){100 + part.x, 50 + part.y, part.w, part.h}));
    SDL_Rect large = video_tiles_place(&tiles, part, (SDL_Rect){0, 0, 2 * WIDTH, 2 * HEIGHT});
    SDL_Rect exact = {2 * part.x, 2 * part.y, 2 * part.w, 2 * part.h};
    SDL_Rect both;
    SDL_UnionRect(&large, &exact, &both);
    assert_true(SDL_RectEquals(&both, &large));
    assert_true(large.w <= exact.w + 16 && large.h <= exact.h + 16);
    video_tiles_finish(&tiles);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_pixel_changes_one_tile),
        cmocka_unit_test(neighbours_in_a_row_are_one),
        cmocka_unit_test(what_is_the_same_has_not_changed),
        cmocka_unit_test(another_stream_is_all_new),
        cmocka_unit_test(parts_lie_where_all_of_it_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
