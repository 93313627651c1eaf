/* The sort as a visitor and as a curator meets it: throwing by drag and by tap, marks, the tally.
 */
#include "kind_bench.h"

#define SORT                                                                                       \
    "kind: sort\ntitle: A sort\nbins: [{label: keep}, {label: report}]\ncards:\n"                  \
    "  - {look: mail, from: mallory, body: trap, bin: 2, clue: from, why: Because trap}\n"         \
    "  - {look: text, from: alice, body: tea, bin: 1, why: Because tea}\n"

/* The bin that the card belongs to, by what stands on it. */
static int right_bin(const struct bench *bench) {
    return bench_says(bench, "trap") ? 2 : 1;
}

static int wrong_bin(const struct bench *bench) {
    return 3 - right_bin(bench);
}

static void all_right_by_taps_is_all_right(void **state) {
    struct bench *bench = *state;
    bench_start(bench, SORT);
    for (int i = 0; i < 2; i++) {
        assert_null(bench_find(bench, "continue", 0));
        bench_tap(bench, "bin", right_bin(bench));
        assert_true(bench_says(bench, "Right") && bench_says(bench, "Because"));
        assert_true(bench_find(bench, "bin", 1)->flags & ELEMENT_DISABLED);
        assert_true(bench_heard(bench, "right "));
        bench_tap(bench, "continue", 0);
        (void)bench_heard(bench, "");
    }
    assert_true(bench_says(bench, "2 of 2 right"));
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void a_wrong_throw_says_why_and_counts(void **state) {
    struct bench *bench = *state;
    bench_start(bench, SORT);
    bench_tap(bench, "bin", wrong_bin(bench));
    assert_true(bench_heard(bench, "wrong "));
    assert_true(bench_says(bench, "Not quite") && bench_says(bench, "Because"));
    bench_tap(bench, "continue", 0);
    bench_tap(bench, "bin", right_bin(bench));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "1 of 2 right"));
    bench_tap(bench, "again", 0);
    assert_true(bench_says(bench, "Card 1 of 2"));
}

static void a_card_is_thrown_to_a_side_or_dropped_on_a_bin(void **state) {
    struct bench *bench = *state;
    bench_start(bench, SORT);
    struct point middle = rect_centre(bench_find(bench, "card", 0)->rect);
    bench_carry(bench, "card", 0, middle.x + 60, middle.y);
    assert_null(bench_find(bench, "continue", 0));
    int side = right_bin(bench) == 1 ? -1 : 1;
    bench_carry(bench, "card", 0, middle.x + (float)side * 300, middle.y);
    assert_true(bench_says(bench, "Right"));
    bench_tap(bench, "continue", 0);
    bench_carry_to(bench, "card", 0, "bin", wrong_bin(bench));
    assert_true(bench_says(bench, "Not quite"));
}

static void the_card_comes_back_to_its_place(void **state) {
    struct bench *bench = *state;
    bench_start(bench, SORT);
    struct rect before = bench_find(bench, "card", 0)->rect;
    bench_carry(bench, "card", 0, 10, before.y);
    assert_true(bench_find(bench, "card", 0)->rect.x < before.x - 100);
    bench_pass(bench, 1000);
    assert_true(bench_find(bench, "card", 0)->rect.x == before.x);
}

static void mistakes_are_told(void **state) {
    struct bench *bench = *state;
    bench_read(bench, "kind: sort\ntitle: A sort\nbins: [{label: a}, {label: b}]\ncards:\n"
                      "  - {title: c, bin: 3, why: d}\n  - {bin: 1, why: e}\n"
                      "  - {title: f, bin: 1, clue: link, why: g}\n");
    assert_int_equal(diagnostics_errors(&bench->diagnostics), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_right_by_taps_is_all_right, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(a_wrong_throw_says_why_and_counts, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(a_card_is_thrown_to_a_side_or_dropped_on_a_bin, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(the_card_comes_back_to_its_place, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(mistakes_are_told, bench_setup, bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
