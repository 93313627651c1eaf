/* The match as a visitor and as a curator meets it: lines by drag and by tap, reasons, the result.
 */
#include "kind_bench.h"

#define MATCH                                                                                      \
    "kind: match\ntitle: A match\npairs:\n"                                                        \
    "  - {left: bank, right: door, why: Because bank, hint: Think bank}\n"                         \
    "  - {left: shop, right: wall, why: Because shop, hint: Think shop}\n"
#define SHARED "  - {left: barn, right: wall, why: Because barn}\n"

static void two_taps_join_a_pair_and_say_why(void **state) {
    struct bench *bench = *state;
    bench_start(bench, MATCH);
    assert_true(bench_says(bench, "Draw a line"));
    bench_tap(bench, "left", 1);
    bench_tap(bench, "right", 1);
    assert_true(bench_says(bench, "A pair") && bench_says(bench, "Because bank"));
    assert_true(bench_heard(bench, "right "));
    assert_null(bench_find(bench, "continue", 0));
    bench_tap(bench, "right", 2);
    bench_tap(bench, "left", 2);
    assert_true(bench_says(bench, "Because shop"));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "2 of 2 at the first try"));
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void a_wrong_line_is_told_where_to_look_and_costs_the_first_try(void **state) {
    struct bench *bench = *state;
    bench_start(bench, MATCH);
    bench_carry_to(bench, "left", 1, "right", 2);
    assert_true(bench_says(bench, "Not a pair") && bench_says(bench, "Think bank"));
    assert_true(bench_heard(bench, "wrong "));
    bench_carry_to(bench, "left", 1, "right", 1);
    bench_carry_to(bench, "right", 2, "left", 2);
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "1 of 2 at the first try"));
    bench_tap(bench, "again", 0);
    assert_true(bench_says(bench, "Draw a line"));
}

static void pairs_with_the_same_words_share_a_card(void **state) {
    struct bench *bench = *state;
    bench_start(bench, MATCH SHARED);
    assert_null(bench_find(bench, "right", 3));
    bench_carry_to(bench, "left", 3, "right", 2);
    assert_true(bench_says(bench, "Because barn"));
    bench_carry_to(bench, "left", 2, "right", 2);
    assert_true(bench_says(bench, "Because shop"));
    bench_tap(bench, "left", 3);
    assert_true(bench_says(bench, "Because barn"));
}

static void what_is_dropped_beside_a_card_or_on_its_own_side_joins_nothing(void **state) {
    struct bench *bench = *state;
    bench_start(bench, MATCH);
    bench_carry(bench, "left", 1, 5, 5);
    bench_carry_to(bench, "left", 1, "left", 2);
    bench_tap(bench, "left", 1);
    bench_tap(bench, "left", 1);
    bench_tap(bench, "right", 2);
    assert_true(bench_says(bench, "Draw a line"));
    assert_true(bench_heard(bench, ""));
}

static void one_hand_at_a_time_and_none_that_is_forgotten(void **state) {
    struct bench *bench = *state;
    struct gestures nobody;
    bench_start(bench, MATCH);
    bench_gesture(bench, GESTURE_DRAG, "left", 1, 40);
    bench_carry_to(bench, "left", 2, "right", 2);
    assert_true(bench_says(bench, "Draw a line"));
    gestures_init(&nobody, 0);
    bench->frame_gestures = &nobody;
    bench_draw(bench);
    bench->frame_gestures = NULL;
    bench_carry_to(bench, "left", 2, "right", 2);
    assert_true(bench_says(bench, "Because shop"));
    gestures_finish(&nobody);
}

static void mistakes_are_told(void **state) {
    struct bench *bench = *state;
    bench_read(bench, "kind: match\ntitle: A match\npairs:\n"
                      "  - {left: bank, right: door}\n"
                      "results:\n  - {from: 10, title: Low}\n");
    assert_int_equal(diagnostics_errors(&bench->diagnostics), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_taps_join_a_pair_and_say_why, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(a_wrong_line_is_told_where_to_look_and_costs_the_first_try,
                                        bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(pairs_with_the_same_words_share_a_card, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(
            what_is_dropped_beside_a_card_or_on_its_own_side_joins_nothing, bench_setup,
            bench_teardown),
        cmocka_unit_test_setup_teardown(one_hand_at_a_time_and_none_that_is_forgotten, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(mistakes_are_told, bench_setup, bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
