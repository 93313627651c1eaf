/* Zoom: the picture never leaves a gap, fingers keep the point they hold, movements end. */
#include "base/random.h"
#include "scene/zoom.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct rect WINDOW = {100, 50, 800, 600};

static bool near(float a, float b) {
    return fabsf(a - b) < 0.5F;
}

static struct zoom wide_picture(void) {
    struct zoom zoom = {0};
    zoom_window(&zoom, WINDOW, 1600, 400);
    zoom_reset(&zoom);
    return zoom;
}

/* As large as fits at scale 1; at every scale inside the window, without a gap that need not be. */
static void assert_no_gap(const struct zoom *zoom) {
    struct rect all = zoom_place(zoom, (struct rect){0, 0, 1, 1});
    struct rect part, place;
    zoom_shown(zoom, &part, &place);
    assert_true(zoom->scale >= 1 && zoom->scale <= ZOOM_MOST);
    assert_true(part.x >= -0.001F && part.y >= -0.001F);
    assert_true(part.x + part.w <= 1.001F && part.y + part.h <= 1.001F);
    assert_true(place.x >= WINDOW.x - 0.5F && place.y >= WINDOW.y - 0.5F);
    assert_true(near(place.w, fminf(all.w, WINDOW.w)));
    assert_true(near(place.h, fminf(all.h, WINDOW.h)));
    if (all.h <= WINDOW.h) {
        assert_true(near(all.y + all.h / 2, WINDOW.y + WINDOW.h / 2));
    }
    /* What is shown has the picture's shape. */
    assert_true(near(place.w / place.h, part.w * 4 / part.h));
}

static void at_first_all_of_it_is_seen(void **state) {
    (void)state;
    struct zoom zoom = wide_picture();
    struct rect all = zoom_place(&zoom, (struct rect){0, 0, 1, 1});
    assert_true(near(all.x, 100) && near(all.w, 800) && near(all.y, 250) && near(all.h, 200));
    assert_false(zoom_is_close(&zoom));
    assert_no_gap(&zoom);
}

static void a_pinch_keeps_the_point_between_the_fingers(void **state) {
    (void)state;
    struct zoom zoom = wide_picture();
    zoom_about(&zoom, 4, 500, 350);
    struct rect before = zoom_place(&zoom, (struct rect){0.55F, 0.6F, 0, 0});
    zoom_about(&zoom, 1.3F, before.x, before.y);
    struct rect after = zoom_place(&zoom, (struct rect){0.55F, 0.6F, 0, 0});
    assert_true(near(before.x, after.x) && near(before.y, after.y));
    assert_true(zoom_is_close(&zoom));
}

static void no_finger_leaves_a_gap(void **state) {
    (void)state;
    struct zoom zoom = wide_picture();
    struct random random;
    random_init(&random, 5);
    for (int i = 0; i < 5000; i++) {
        float x = WINDOW.x + WINDOW.w * random_unit(&random);
        float y = WINDOW.y + WINDOW.h * random_unit(&random);
        if (random_below(&random, 2)) {
            zoom_about(&zoom, 0.3F + 3 * random_unit(&random), x, y);
        } else {
            zoom_pan(&zoom, 2000 * random_unit(&random) - 1000, 2000 * random_unit(&random) - 1000);
        }
        assert_no_gap(&zoom);
    }
}

static void a_part_comes_to_fill_the_window(void **state) {
    (void)state;
    struct zoom zoom = wide_picture();
    zoom_glide_part(&zoom, (struct rect){0.4F, 0.2F, 0.2F, 0.6F}, 1000);
    assert_true(zoom_tick(&zoom, 1100));
    assert_no_gap(&zoom);
    assert_false(zoom_tick(&zoom, 1300));
    struct rect part = zoom_place(&zoom, (struct rect){0.4F, 0.2F, 0.2F, 0.6F});
    assert_true(near(part.x + part.w / 2, 500) && near(part.y + part.h / 2, 350));
    assert_true(near(part.w, 800) || near(part.h, 600));
    zoom_glide_whole(&zoom, 2000);
    assert_false(zoom_tick(&zoom, 2300));
    assert_false(zoom_is_close(&zoom));
}

static void a_part_as_small_as_a_point_is_not_looked_at_closer_than_most(void **state) {
    (void)state;
    struct zoom zoom = wide_picture();
    zoom_glide_part(&zoom, (struct rect){0.999F, 0.999F, 0.001F, 0.001F}, 1000);
    (void)zoom_tick(&zoom, 2000);
    assert_true(near(zoom.scale, ZOOM_MOST));
    assert_no_gap(&zoom);
}

static void coasting_stops_by_itself_and_at_the_edge(void **state) {
    (void)state;
    struct zoom zoom = wide_picture();
    zoom_about(&zoom, 4, 500, 350);
    zoom_release(&zoom, -3000, 0, 1000);
    millis now = 1000;
    while (zoom_tick(&zoom, now) && now < 20000) {
        now += 16;
        assert_no_gap(&zoom);
    }
    assert_true(now < 5000);
    struct rect all = zoom_place(&zoom, (struct rect){0, 0, 1, 1});
    assert_true(near(all.x + all.w, WINDOW.x + WINDOW.w) || all.x + all.w > WINDOW.x + WINDOW.w);
}

static void pages_walk_over_all_of_it(void **state) {
    (void)state;
    struct zoom zoom = {0};
    zoom_window(&zoom, WINDOW, 800, 600);
    zoom_reset(&zoom);
    zoom_about(&zoom, 3, WINDOW.x, WINDOW.y);
    bool seen[9][9] = {{false}};
    for (int step = 0; step < 60; step++) {
        struct rect part, place;
        zoom_shown(&zoom, &part, &place);
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 9; x++) {
                float px = ((float)x + 0.5F) / 9;
                float py = ((float)y + 0.5F) / 9;
                seen[y][x] = seen[y][x] || rect_contains(part, px, py);
            }
        }
        zoom_glide_page(&zoom, 1, 1000 * step);
        (void)zoom_tick(&zoom, 1000 * step + 900);
    }
    for (int i = 0; i < 81; i++) {
        assert_true(seen[i / 9][i % 9]);
    }
    struct point last = zoom.centre;
    zoom_glide_page(&zoom, 1, 100000);
    (void)zoom_tick(&zoom, 101000);
    assert_true(fabsf(zoom.centre.x - last.x) < 0.01F && fabsf(zoom.centre.y - last.y) < 0.01F);
}

static void a_picture_without_a_size_does_no_harm(void **state) {
    (void)state;
    struct zoom zoom = {0};
    struct rect part, place;
    zoom_window(&zoom, WINDOW, 0, 0);
    zoom_about(&zoom, 2, 300, 300);
    zoom_shown(&zoom, &part, &place);
    assert_true(near(place.w, WINDOW.w) && isfinite(part.x));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_first_all_of_it_is_seen),
        cmocka_unit_test(a_pinch_keeps_the_point_between_the_fingers),
        cmocka_unit_test(no_finger_leaves_a_gap),
        cmocka_unit_test(a_part_comes_to_fill_the_window),
        cmocka_unit_test(a_part_as_small_as_a_point_is_not_looked_at_closer_than_most),
        cmocka_unit_test(coasting_stops_by_itself_and_at_the_edge),
        cmocka_unit_test(pages_walk_over_all_of_it),
        cmocka_unit_test(a_picture_without_a_size_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
