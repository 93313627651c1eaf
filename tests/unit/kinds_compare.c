/* The comparison as a visitor and as a curator meets it: sliding by drag, by tap and by key. */
#include "kind_bench.h"

#define PICTURE "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\" height=\"9\"/>"
#define COMPARE                                                                                    \
    "kind: compare\ntitle: A comparison\npictures:\n"                                              \
    "  - {picture: assets/a.svg, label: first, words: The first}\n"                                \
    "  - {picture: assets/b.svg, label: second, words: The second}\n"
#define THIRD "  - {picture: assets/c.svg, label: third, words: The third}\n"

static int setup(void **state) {
    (void)bench_setup(state);
    struct bench *bench = *state;
    bench_write(bench, "assets/a.svg", PICTURE);
    bench_write(bench, "assets/b.svg", PICTURE);
    bench_write(bench, "assets/c.svg", PICTURE);
    return 0;
}

static void start(struct bench *bench, const char *yaml) {
    bench_read(bench, yaml);
    bench_enter(bench, NULL);
    bench_pass(bench, 2000);
}

/* Where the second picture begins, in fractions of the first. */
static float split(const struct bench *bench) {
    struct rect whole = bench_find(bench, "compare", 0)->rect;
    for (size_t i = 0; i < bench->draw.commands.count; i++) {
        const struct draw_command *command = &bench->draw.commands.items[i];
        if (command->type == DRAW_CLIP && command->rect.y == whole.y) {
            return (command->rect.x - whole.x) / whole.w;
        }
    }
    return -1;
}

static bool is_near(float a, float b) {
    return a - b < 0.01F && b - a < 0.01F;
}

static void the_handle_comes_to_the_middle_and_follows_a_finger(void **state) {
    struct bench *bench = *state;
    start(bench, COMPARE);
    struct rect whole = bench_find(bench, "compare", 0)->rect;
    assert_true(is_near(split(bench), 0.5F));
    bench_carry(bench, "compare", 0, whole.x + whole.w * 0.2F, whole.y + 10);
    assert_true(is_near(split(bench), 0.2F));
    bench_carry(bench, "compare", 0, whole.x - 500, whole.y + 10);
    assert_true(is_near(split(bench), 0));
    bench_carry(bench, "compare", 0, whole.x + whole.w + 500, whole.y + 10);
    assert_true(is_near(split(bench), 1));
    bench_tap(bench, "compare", 0);
    bench_pass(bench, 1000);
    assert_true(is_near(split(bench), 0.5F));
}

static void keys_move_it_by_steps(void **state) {
    struct bench *bench = *state;
    start(bench, COMPARE);
    bench_gesture(bench, GESTURE_STEP, "compare", 0, 1);
    bench_pass(bench, 1000);
    assert_true(is_near(split(bench), 0.6F));
    for (int i = 0; i < 20; i++) {
        bench_gesture(bench, GESTURE_STEP, "compare", 0, -1);
    }
    bench_pass(bench, 1000);
    assert_true(is_near(split(bench), 0));
}

static void a_button_shows_another_picture_and_its_words(void **state) {
    struct bench *bench = *state;
    start(bench, COMPARE THIRD);
    assert_true(bench_says(bench, "The second"));
    bench_tap(bench, "layer", 3);
    assert_true(bench_says(bench, "The third"));
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void two_pictures_need_no_button(void **state) {
    struct bench *bench = *state;
    start(bench, COMPARE);
    assert_null(bench_find(bench, "layer", 2));
}

static void mistakes_are_told(void **state) {
    struct bench *bench = *state;
    bench_read(bench, "kind: compare\ntitle: A comparison\npictures:\n"
                      "  - {picture: assets/none.svg, label: first, words: The first}\n");
    assert_int_equal(diagnostics_errors(&bench->diagnostics), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_handle_comes_to_the_middle_and_follows_a_finger, setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(keys_move_it_by_steps, setup, bench_teardown),
        cmocka_unit_test_setup_teardown(a_button_shows_another_picture_and_its_words, setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(two_pictures_need_no_button, setup, bench_teardown),
        cmocka_unit_test_setup_teardown(mistakes_are_told, setup, bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
