/* The order as a visitor and as a curator meets it: cards moved by drag and by tap, time, marks. */
#include "kind_bench.h"

#define ORDER                                                                                      \
    "kind: order\ntitle: An order\nwhy: Because all\nsteps:\n"                                     \
    "  - {text: first, why: Because first}\n  - {text: second, why: Because second}\n"             \
    "  - {text: third, why: Because third}\n  - {text: fourth, why: Because fourth}\n"

enum { STEPS = 4 };

/* The step at a place, as the cards stand once they have come to rest. */
static int step_at(struct bench *bench, int place) {
    int found = 0;
    bench_pass(bench, 1000);
    for (int step = 1; step <= STEPS; step++) {
        int above = 0;
        for (int other = 1; other <= STEPS; other++) {
            above +=
                bench_find(bench, "step", other)->rect.y < bench_find(bench, "step", step)->rect.y;
        }
        found = above == place ? step : found;
    }
    return found;
}

static void sort_by_taps(struct bench *bench) {
    for (int place = 0; place < STEPS; place++) {
        if (step_at(bench, place) != place + 1) {
            bench_tap(bench, "step", place + 1);
            bench_tap(bench, "step", step_at(bench, place));
        }
    }
}

static void all_in_order_by_taps_is_all_right(void **state) {
    struct bench *bench = *state;
    bench_start(bench, ORDER);
    sort_by_taps(bench);
    bench_tap(bench, "check", 0);
    assert_true(bench_heard(bench, "right "));
    assert_true(bench_says(bench, "All in order") && bench_says(bench, "Because all"));
    bench_tap(bench, "step", 3);
    assert_true(bench_says(bench, "Step 3") && bench_says(bench, "Because third"));
    bench_tap(bench, "step", 3);
    assert_true(bench_says(bench, "Because all"));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "4 of 4 in their place"));
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void a_finger_takes_a_card_to_a_place_and_the_others_make_room(void **state) {
    struct bench *bench = *state;
    bench_start(bench, ORDER);
    sort_by_taps(bench);
    bench_carry_to(bench, "step", 1, "step", 3);
    assert_int_equal(step_at(bench, 0), 2);
    assert_int_equal(step_at(bench, 1), 3);
    assert_int_equal(step_at(bench, 2), 1);
    assert_int_equal(step_at(bench, 3), 4);
    bench_carry(bench, "step", 4, 700, -5000);
    assert_int_equal(step_at(bench, 0), 4);
    bench_carry(bench, "step", 4, 700, 5000);
    assert_int_equal(step_at(bench, 3), 4);
}

static void each_card_in_its_place_counts(void **state) {
    struct bench *bench = *state;
    bench_start(bench, ORDER);
    sort_by_taps(bench);
    bench_carry_to(bench, "step", 1, "step", 2);
    bench_tap(bench, "check", 0);
    assert_true(bench_heard(bench, "wrong "));
    assert_true(bench_says(bench, "Not quite") && bench_says(bench, "Belongs at 2"));
    bench_carry_to(bench, "step", 1, "step", 4);
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "2 of 4 in their place"));
    bench_tap(bench, "again", 0);
    assert_non_null(bench_find(bench, "check", 0));
}

static void it_is_never_in_order_to_begin_with(void **state) {
    struct bench *bench = *state;
    bench_start(bench, ORDER);
    for (int i = 0; i < 60; i++) {
        bench_tap(bench, "check", 0);
        assert_false(bench_says(bench, "All in order"));
        bench_tap(bench, "continue", 0);
        bench_tap(bench, "again", 0);
    }
}

static void when_the_time_is_up_it_counts_as_it_lies(void **state) {
    struct bench *bench = *state;
    bench_start(bench, ORDER "time_limit: 20s\n");
    assert_true(bench_says(bench, "4 steps, 20 seconds"));
    bench_tap(bench, "start", 0);
    bench_gesture(bench, GESTURE_DRAG, "step", 1, 0);
    bench_pass(bench, 20000);
    assert_true(bench_says(bench, "Time is up"));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "of 4 in their place"));
}

static void mistakes_are_told(void **state) {
    struct bench *bench = *state;
    bench_read(bench, "kind: order\ntitle: An order\nsteps:\n  - {text: first, why: a}\n"
                      "  - {text: second}\ntime_limit: 3s\n");
    assert_int_equal(diagnostics_errors(&bench->diagnostics), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_in_order_by_taps_is_all_right, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(a_finger_takes_a_card_to_a_place_and_the_others_make_room,
                                        bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(each_card_in_its_place_counts, bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(it_is_never_in_order_to_begin_with, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(when_the_time_is_up_it_counts_as_it_lies, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(mistakes_are_told, bench_setup, bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
