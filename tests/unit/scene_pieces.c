/* The pieces: reading time, phrases, easing, figures, scrolling, emblems, the network. */
#include "scene/network.h"
#include "scene_world.h"

#include <math.h>
#include <string.h>

static const struct rect WINDOW = {100, 100, 400, 500};
static const struct element_id WINDOW_ID = {"window", 0};

static void next_frame(struct world *world, millis now) {
    draw_list_clear(&world->draw);
    elements_clear(&world->elements);
    world->frame.wake = -1;
    world->scene.env.now = now;
}

static bool near(float a, float b) {
    return fabsf(a - b) < 0.01F;
}

static void a_frame_wakes_at_the_earliest_moment(void **state) {
    (void)state;
    struct scene_frame frame = {.wake = -1};
    frame_wake(&frame, -1);
    assert_int_equal(frame.wake, -1);
    frame_wake(&frame, 500);
    frame_wake(&frame, 900);
    frame_wake(&frame, -1);
    assert_int_equal(frame.wake, 500);
    frame_wake(&frame, 100);
    assert_int_equal(frame.wake, 100);
}

static void reading_takes_as_long_as_reading_takes(void **state) {
    (void)state;
    static const struct {
        const char *words;
        millis time;
    } rows[] = {
        {"", 0},
        {"密码要长", 1000},
        {"密码，要长。", 1000},
        {"two words", 1000},
        {"don't re-read", 1000},
        {"**two** - (words)", 1000},
        {"Übergrößenträger", 500},
        {"Привет, мир", 1000},
        {"用 1234 当密码", 1500},
        {"3.14", 1000},
        {"……！？——", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct scene_frame frame = {.attention = 0};
        frame_reading(&frame, rows[i].words);
        if (frame.attention != rows[i].time) {
            fail_msg("\"%s\" takes %lld ms, not %lld", rows[i].words, (long long)frame.attention,
                     (long long)rows[i].time);
        }
    }
}

static void reading_times_add_up(void **state) {
    (void)state;
    struct scene_frame frame = {.attention = 250};
    frame_reading(&frame, "一二");
    frame_reading(&frame, "one");
    assert_int_equal(frame.attention, 250 + 500 + 500);
}

/* The conversions of a phrase, in their order: "%d" twice is "dd". */
static void conversions(const char *phrase, char *out, size_t size) {
    size_t count = 0;
    for (const char *at = strchr(phrase, '%'); at && count + 1 < size; at = strchr(at + 2, '%')) {
        out[count++] = at[1];
    }
    out[count] = '\0';
}

static void every_phrase_is_there_in_both_languages(void **state) {
    (void)state;
    for (int i = 0; i < PHRASE_COUNT; i++) {
        const char *zh = phrase_in((enum phrase)i, "zh");
        const char *en = phrase_in((enum phrase)i, "en");
        if (!zh || !*zh || !en || !*en) {
            fail_msg("phrase %d is not in both languages", i);
        }
        char zh_conversions[8];
        char en_conversions[8];
        conversions(zh, zh_conversions, sizeof zh_conversions);
        conversions(en, en_conversions, sizeof en_conversions);
        assert_string_equal(zh_conversions, en_conversions);
        assert_string_equal(phrase_in((enum phrase)i, "zh-Hant"), zh);
        assert_string_equal(phrase_in((enum phrase)i, "fr"), en);
    }
}

static void counts_have_a_singular_in_english(void **state) {
    (void)state;
    struct buffer words = {0};
    phrase_add_count(&words, PHRASE_PAGES, "en", 1);
    buffer_add(&words, ", ");
    phrase_add_count(&words, PHRASE_PAGES, "en", 4);
    buffer_add(&words, ", ");
    phrase_add_count(&words, PHRASE_PAGES, "zh", 1);
    assert_string_equal(buffer_text(&words), "1 page, 4 pages, 1 页");
    buffer_finish(&words);
}

static void two_numbers_stand_in_their_order(void **state) {
    struct world *world = *state;
    assert_string_equal(phrase_of_two(&world->scene, PHRASE_PAGE, 2, 4), "Page 2 of 4");
}

static void ease_out_starts_quickly_and_ends_gently(void **state) {
    (void)state;
    assert_true(near(ease_out(-5, 240), 0));
    assert_true(near(ease_out(0, 240), 0));
    assert_true(near(ease_out(240, 240), 1));
    assert_true(near(ease_out(9999, 240), 1));
    assert_true(near(ease_out(0, 0), 1));
    assert_true(ease_out(60, 240) > 0.5F);
    float before = 0;
    for (millis time = 10; time <= 240; time += 10) {
        float now = ease_out(time, 240);
        assert_true(now > before);
        before = now;
    }
}

static void pictures_keep_their_shape(void **state) {
    (void)state;
    struct point wide = piece_fitted(1600, 900, 800, 800);
    assert_true(near(wide.x, 800) && near(wide.y, 450));
    struct point tall = piece_fitted(100, 400, 800, 800);
    assert_true(near(tall.x, 200) && near(tall.y, 800));
    struct point none = piece_fitted(0, 0, 300, 200);
    assert_true(near(none.x, 300) && near(none.y, 200));
}

static void one_figure_is_as_large_as_the_theme_says(void **state) {
    struct world *world = *state;
    world_fonts(world);
    const struct figure figure = {"26", "rounds"};
    struct figures_plan plan = figures_plan(&world->scene, &figure, 1, 1, 800, 700);
    assert_true(near(plan.size, 200));
    assert_true(near(plan.label_x, 0));
    struct figures_plan low = figures_plan(&world->scene, &figure, 1, 1, 800, 200);
    assert_true(low.size < 200 && low.height <= 200);
}

static void figures_that_are_too_wide_for_a_row_stand_in_a_column(void **state) {
    struct world *world = *state;
    world_fonts(world);
    const struct figure narrow[] = {{"1", "one"}, {"2", "two"}, {"3", "three"}};
    const struct figure wide[] = {{"100,000,000,000", "one"}, {"2", "two"}, {"3", "three"}};
    assert_int_equal(figures_plan(&world->scene, narrow, 3, 3, 800, 600).columns, 3);
    assert_int_equal(figures_plan(&world->scene, wide, 3, 3, 600, 600).columns, 1);
}

static void a_long_figure_is_smaller_than_those_beside_it(void **state) {
    struct world *world = *state;
    world_fonts(world);
    const struct figure figures[] = {{"36", "a"}, {"1,000", "b"}, {"15 billion years", "c"}};
    struct figures_plan plan = figures_plan(&world->scene, figures, 3, 3, 850, 250);
    assert_int_equal(plan.columns, 3);
    assert_true(plan.long_size < plan.size && plan.long_size * 2 >= plan.size - 1);
    assert_true(plan.height <= 250);
    struct figures_plan same = figures_plan(&world->scene, figures, 2, 2, 850, 250);
    assert_true(near(same.long_size, same.size));
}

static void labels_stand_beside_a_column_of_figures_where_there_is_room(void **state) {
    struct world *world = *state;
    world_fonts(world);
    const struct figure figures[] = {{"1,000", "unions"}, {"20,000", "promoters"}, {"3", "three"}};
    struct figures_plan plan = figures_plan(&world->scene, figures, 3, 1, 800, 700);
    assert_true(plan.label_x > 0);
    assert_true(plan.height <= 700);
    assert_true(near(figures_plan(&world->scene, figures, 2, 1, 800, 700).label_x, 0));
    assert_true(near(figures_plan(&world->scene, figures, 3, 1, 300, 700).label_x, 0));
}

static float scroll_frame(struct world *world, struct scroll *scroll, float height, millis now) {
    next_frame(world, now);
    float y = scroll_begin(scroll, &world->scene, &world->frame, WINDOW_ID, WINDOW);
    scroll_end(scroll, &world->scene, &world->frame, WINDOW, height);
    assert_true(draw_list_balanced(&world->draw));
    return y;
}

static void drag(struct scroll *scroll, float dy) {
    scroll_gesture(scroll, &(struct gesture){.type = GESTURE_DRAG, .dy = dy});
}

static void what_fits_does_not_scroll(void **state) {
    struct world *world = *state;
    struct scroll scroll = {0};
    assert_true(near(scroll_frame(world, &scroll, 300, 0), WINDOW.y));
    drag(&scroll, -100);
    assert_true(near(scroll_frame(world, &scroll, 300, 10), WINDOW.y));
    assert_false(scroll_is_needed(&scroll));
    assert_int_equal(world->frame.wake, -1);
}

static void a_scroll_follows_the_finger_and_stops_at_its_ends(void **state) {
    struct world *world = *state;
    struct scroll scroll = {0};
    scroll_frame(world, &scroll, 900, 0);
    assert_true(scroll_is_needed(&scroll));
    drag(&scroll, -150);
    assert_true(near(scroll_frame(world, &scroll, 900, 10), WINDOW.y - 150));
    drag(&scroll, -5000);
    assert_true(near(scroll_frame(world, &scroll, 900, 20), WINDOW.y - 400));
    drag(&scroll, 5000);
    assert_true(near(scroll_frame(world, &scroll, 900, 30), WINDOW.y));
}

static void a_scroll_coasts_and_comes_to_rest(void **state) {
    struct world *world = *state;
    struct scroll scroll = {0};
    scroll_frame(world, &scroll, 5000, 0);
    drag(&scroll, -50);
    scroll_gesture(&scroll, &(struct gesture){.type = GESTURE_DRAG_END, .vy = -800, .time = 100});
    float soon = scroll_frame(world, &scroll, 5000, 200);
    assert_true(soon < WINDOW.y - 60);
    assert_int_equal(world->frame.wake, 200);
    float end = scroll_frame(world, &scroll, 5000, 20000);
    assert_true(end < soon);
    assert_int_equal(world->frame.wake, -1);
    assert_true(near(scroll_frame(world, &scroll, 5000, 30000), end));
}

static void a_finger_stops_what_coasts(void **state) {
    struct world *world = *state;
    struct scroll scroll = {0};
    scroll_frame(world, &scroll, 5000, 0);
    scroll_gesture(&scroll, &(struct gesture){.type = GESTURE_DRAG_END, .vy = -800, .time = 0});
    float here = scroll_frame(world, &scroll, 5000, 100);
    scroll_gesture(&scroll, &(struct gesture){.type = GESTURE_PRESS, .time = 100});
    assert_true(near(scroll_frame(world, &scroll, 5000, 400), here));
}

static void shorter_content_brings_a_scroll_back(void **state) {
    struct world *world = *state;
    struct scroll scroll = {0};
    scroll_frame(world, &scroll, 5000, 0);
    drag(&scroll, -3000);
    scroll_frame(world, &scroll, 5000, 10);
    scroll_frame(world, &scroll, 600, 20);
    assert_int_equal(world->frame.wake, 20);
    assert_true(near(scroll_frame(world, &scroll, 600, 30), WINDOW.y - 100));
}

static const struct element *scroll_with_rows(struct world *world, struct scroll *scroll,
                                              int focused, millis now) {
    next_frame(world, now);
    float y = scroll_begin(scroll, &world->scene, &world->frame, WINDOW_ID, WINDOW);
    for (int i = 0; i < 10; i++) {
        struct rect rect = {WINDOW.x, y + 120 * (float)i, WINDOW.w, 100};
        elements_add(&world->elements,
                     (struct element){.id = {"row", i}, .rect = rect, .flags = ELEMENT_TAP});
    }
    struct element marked = {.id = {"row", focused}};
    world->frame.focused = focused >= 0 ? &marked : NULL;
    scroll_end(scroll, &world->scene, &world->frame, WINDOW, 1180);
    world->frame.focused = NULL;
    return elements_find(&world->elements, (struct element_id){"row", focused < 0 ? 9 : focused});
}

static void what_the_window_hides_is_not_touched(void **state) {
    struct world *world = *state;
    struct scroll scroll = {0};
    const struct element *last = scroll_with_rows(world, &scroll, -1, 0);
    assert_true(near(last->rect.h, 0));
    assert_null(elements_at(&world->elements, 300, 1190));
    const struct element *first = elements_at(&world->elements, 300, 120);
    assert_int_equal(first->id.index, 0);
    assert_true(first->flags & ELEMENT_DRAG_Y);
    const struct element *window = elements_find(&world->elements, WINDOW_ID);
    assert_true(window->flags & ELEMENT_NO_FOCUS);
}

static void what_the_keys_walk_to_comes_into_view(void **state) {
    struct world *world = *state;
    struct scroll scroll = {0};
    scroll_with_rows(world, &scroll, -1, 0);
    scroll_with_rows(world, &scroll, 9, 10);
    assert_int_equal(world->frame.wake, 10);
    const struct element *last = scroll_with_rows(world, &scroll, 9, 20);
    assert_true(near(last->rect.h, 100));
    scroll_with_rows(world, &scroll, 0, 30);
    const struct element *first = scroll_with_rows(world, &scroll, 0, 40);
    assert_true(near(first->rect.h, 100));
}

static struct pair square_dots[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
static struct pair square_lines[] = {{1, 2}, {2, 3}, {3, 4}, {4, 1}, {4, 9}};

static struct emblem square_emblem(void) {
    return (struct emblem){.dots = {square_dots, 4}, .lines = {square_lines, 5}};
}

static size_t count_of(const struct draw_list *draw, enum draw_type type) {
    size_t count = 0;
    for (size_t i = 0; i < draw->commands.count; i++) {
        count += draw->commands.items[i].type == type;
    }
    return count;
}

static bool has_dot_at(const struct draw_list *draw, float x, float y) {
    for (size_t i = 0; i < draw->commands.count; i++) {
        const struct draw_command *command = &draw->commands.items[i];
        struct point middle = rect_centre(command->rect);
        bool dot = command->type == DRAW_FILL || fabsf(command->rect.w) < 0.02F;
        if (dot && near(middle.x, x) && near(middle.y, y)) {
            return true;
        }
    }
    return false;
}

static void an_emblem_gathers_from_where_it_scattered(void **state) {
    struct world *world = *state;
    struct emblem emblem = square_emblem();
    struct rect square = {200, 100, 300, 300};
    struct colour colour = {255, 255, 255, 255};
    piece_emblem(&world->scene, &world->frame, &emblem, square, colour, 1);
    assert_int_equal(count_of(&world->draw, DRAW_LINE), 4); /* the fifth names no dot */
    assert_true(has_dot_at(&world->draw, 200, 100));
    assert_true(has_dot_at(&world->draw, 500, 400));
    next_frame(world, 0);
    piece_emblem(&world->scene, &world->frame, &emblem, square, colour, 0);
    assert_false(has_dot_at(&world->draw, 200, 100));
}

static uint64_t network_frame(struct world *world, const struct network *network, millis time,
                              float gathered) {
    struct emblem emblem = square_emblem();
    next_frame(world, time);
    struct network_look look = {.region = {0, 0, 1000, 800},
                                .time = time,
                                .emblem = &emblem,
                                .square = {300, 200, 400, 400},
                                .gathered = gathered,
                                .messages = 1 - gathered,
                                .colour = {200, 200, 200, 255},
                                .light = {46, 196, 166, 255}};
    network_draw(network, &world->draw, &look);
    return draw_list_hash(&world->draw);
}

static void a_network_repeats_with_its_seed_and_moves_with_time(void **state) {
    struct world *world = *state;
    struct network networks[3];
    for (int i = 0; i < 3; i++) {
        struct random random;
        random_init(&random, i < 2 ? 7 : 8);
        network_init(&networks[i], &random, 1.25F);
    }
    uint64_t first = network_frame(world, &networks[0], 1000, 0);
    assert_true(network_frame(world, &networks[1], 1000, 0) == first);
    assert_true(network_frame(world, &networks[2], 1000, 0) != first);
    assert_true(network_frame(world, &networks[0], 1033, 0) != first);
    /* A week later the dots are still at home. */
    network_frame(world, &networks[0], (millis)7 * 24 * 3600 * 1000, 0);
    assert_true(count_of(&world->draw, DRAW_LINE) > NETWORK_DOTS * 2);
}

static void a_gathered_network_shows_the_emblem(void **state) {
    struct world *world = *state;
    struct network network;
    struct random random;
    random_init(&random, 7);
    network_init(&network, &random, 1.25F);
    network_frame(world, &network, 9000, 1);
    assert_true(has_dot_at(&world->draw, 300, 200));
    assert_true(has_dot_at(&world->draw, 700, 200));
    assert_true(has_dot_at(&world->draw, 700, 600));
    assert_true(has_dot_at(&world->draw, 300, 600));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_wakes_at_the_earliest_moment),
        cmocka_unit_test(reading_takes_as_long_as_reading_takes),
        cmocka_unit_test(reading_times_add_up),
        cmocka_unit_test(every_phrase_is_there_in_both_languages),
        cmocka_unit_test(counts_have_a_singular_in_english),
        cmocka_unit_test_setup_teardown(two_numbers_stand_in_their_order, world_setup,
                                        world_teardown),
        cmocka_unit_test(ease_out_starts_quickly_and_ends_gently),
        cmocka_unit_test(pictures_keep_their_shape),
        cmocka_unit_test_setup_teardown(one_figure_is_as_large_as_the_theme_says, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(figures_that_are_too_wide_for_a_row_stand_in_a_column,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_long_figure_is_smaller_than_those_beside_it, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(labels_stand_beside_a_column_of_figures_where_there_is_room,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(what_fits_does_not_scroll, world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_scroll_follows_the_finger_and_stops_at_its_ends,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_scroll_coasts_and_comes_to_rest, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_finger_stops_what_coasts, world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(shorter_content_brings_a_scroll_back, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(what_the_window_hides_is_not_touched, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(what_the_keys_walk_to_comes_into_view, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(an_emblem_gathers_from_where_it_scattered, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_network_repeats_with_its_seed_and_moves_with_time,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_gathered_network_shows_the_emblem, world_setup,
                                        world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
