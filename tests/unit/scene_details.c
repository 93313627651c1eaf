/* Details and strips: numbers keep apart inside their window, thumbnails fill even rows. */
#include "scene/details.h"
#include "scene/strip.h"
#include "scene_world.h"

#include <math.h>

static const struct rect WINDOW = {100, 100, 800, 450};
static const float TARGET = 90;

static void look_at_picture(struct world *world, struct zoom *zoom) {
    world_fonts(world);
    world->scene.env.metrics.target = TARGET;
    *zoom = (struct zoom){0};
    zoom_window(zoom, WINDOW, 1600, 900);
}

static const struct element *element_at(const struct world *world, size_t index) {
    return &world->elements.list.items[index];
}

static void numbers_keep_a_finger_apart_inside_their_window(void **state) {
    struct world *world = *state;
    struct zoom zoom;
    look_at_picture(world, &zoom);
    const struct detail details[] = {
        {{0, 0, 0.1F, 0.1F}, "a corner"},         {{0, 0.02F, 0.1F, 0.1F}, "almost the same"},
        {{0.5F, 0.5F, 0.1F, 0.1F}, "the middle"}, {{0.5F, 0.5F, 0.2F, 0.2F}, "the same middle"},
        {{0.52F, 0.5F, 0.2F, 0.2F}, "beside it"}, {{0.97F, 0.96F, 0.03F, 0.04F}, "the far corner"},
    };
    const int count = sizeof details / sizeof details[0];
    details_draw(&world->scene, &world->frame, &zoom, details, count, 0);
    assert_int_equal(world->elements.list.count, count);
    for (int i = 0; i < count; i++) {
        const struct element *a = element_at(world, (size_t)i);
        struct point middle = rect_centre(a->rect);
        assert_int_equal(a->id.index, i + 1);
        assert_true(rect_contains(WINDOW, middle.x, middle.y));
        for (int j = i + 1; j < count; j++) {
            struct point other = rect_centre(element_at(world, (size_t)j)->rect);
            float apart = hypotf(middle.x - other.x, middle.y - other.y);
            if (apart < TARGET - 1) {
                fail_msg("%d and %d are %.0f apart", i + 1, j + 1, (double)apart);
            }
        }
    }
}

static void a_number_alone_stands_at_its_places_corner(void **state) {
    struct world *world = *state;
    struct zoom zoom;
    look_at_picture(world, &zoom);
    const struct detail detail = {{0.25F, 0.5F, 0.1F, 0.1F}, "a place"};
    details_draw(&world->scene, &world->frame, &zoom, &detail, 1, 1);
    struct point middle = rect_centre(element_at(world, 0)->rect);
    assert_true(fabsf(middle.x - (WINDOW.x + WINDOW.w / 4)) < 1);
    assert_true(fabsf(middle.y - (WINDOW.y + WINDOW.h / 2)) < 1);
}

static void what_is_out_of_sight_has_no_number(void **state) {
    struct world *world = *state;
    struct zoom zoom;
    look_at_picture(world, &zoom);
    const struct detail details[] = {{{0.4F, 0.4F, 0.2F, 0.2F}, "near"},
                                     {{0, 0, 0.05F, 0.05F}, "far"}};
    zoom_about(&zoom, 4, WINDOW.x + WINDOW.w / 2, WINDOW.y + WINDOW.h / 2);
    details_draw(&world->scene, &world->frame, &zoom, details, 2, 0);
    assert_int_equal(world->elements.list.count, 1);
    assert_int_equal(element_at(world, 0)->id.index, 1);
}

static void a_strip_stands_in_even_rows_as_large_as_fits(void **state) {
    struct world *world = *state;
    world->scene.env.metrics.target = TARGET;
    static const struct {
        int count;
        float room;
        int columns;
    } rows[] = {
        {1, 900, 0}, {2, 900, 0}, {4, 900, 4},  {5, 400, 5}, {6, 460, 3},
        {6, 150, 6}, {7, 400, 4}, {40, 400, 0}, {6, 40, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct strip strip = strip_fit(&world->scene, rows[i].count, 1200, rows[i].room);
        if (strip.columns != rows[i].columns || strip.height > rows[i].room) {
            fail_msg("%d pictures in %.0f: %d columns, not %d", rows[i].count, (double)rows[i].room,
                     strip.columns, rows[i].columns);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_keep_a_finger_apart_inside_their_window,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_number_alone_stands_at_its_places_corner, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(what_is_out_of_sight_has_no_number, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_strip_stands_in_even_rows_as_large_as_fits, world_setup,
                                        world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
