/* Rounds of questions: who is asked, in what order answers stand, what counts as right. */
#include "scene/round.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { A = 1, B = 2, C = 4 };

static struct round asked(unsigned right) {
    struct round round;
    struct random random;
    random_init(&random, 1);
    round_begin(&round, &random, 1, 0);
    round_ask(&round, &random, 3, right, true, 1000);
    return round;
}

static void a_draw_takes_so_many_different_questions_in_their_order(void **state) {
    (void)state;
    struct random random;
    bool seen[20] = {false};
    random_init(&random, 3);
    for (int visit = 0; visit < 200; visit++) {
        struct round round;
        round_begin(&round, &random, 20, 6);
        assert_int_equal(round.count, 6);
        for (int i = 0; i < 6; i++) {
            assert_true(round.asked[i] < 20);
            assert_true(i == 0 || round.asked[i] > round.asked[i - 1]);
            seen[round.asked[i]] = true;
        }
    }
    for (int i = 0; i < 20; i++) {
        assert_true(seen[i]);
    }
}

static void without_a_draw_everything_is_asked(void **state) {
    (void)state;
    struct random random;
    struct round round;
    random_init(&random, 3);
    const int draws[] = {0, 50, 51};
    for (size_t i = 0; i < sizeof draws / sizeof draws[0]; i++) {
        round_begin(&round, &random, 50, draws[i]);
        assert_int_equal(round.count, 50);
        assert_int_equal(round.asked[49], 49);
    }
}

static void a_shuffle_is_a_permutation_that_a_seed_repeats(void **state) {
    (void)state;
    struct random first, second;
    struct round one, two;
    bool moved = false;
    random_init(&first, 9);
    random_init(&second, 9);
    round_begin(&one, &first, 1, 0);
    round_begin(&two, &second, 1, 0);
    for (int time = 0; time < 50; time++) {
        unsigned found = 0;
        round_ask(&one, &first, 6, A, true, 0);
        round_ask(&two, &second, 6, A, true, 0);
        assert_memory_equal(one.order, two.order, 6);
        for (int i = 0; i < 6; i++) {
            found |= 1U << one.order[i];
            moved = moved || one.order[i] != i;
        }
        assert_int_equal(found, 63);
    }
    assert_true(moved);
    round_ask(&one, &first, 6, A, false, 0);
    assert_memory_equal(one.order, ((const uint8_t[]){0, 1, 2, 3, 4, 5}), 6);
}

static void one_right_answer_decides_at_a_touch(void **state) {
    (void)state;
    struct round round = asked(B);
    assert_false(round_several(&round));
    assert_true(round_choose(&round, 1, 1500));
    assert_int_equal(round.phase, ROUND_ANSWERED);
    assert_int_equal(round.decided_at, 1500);
    assert_int_equal(round_score(&round), 1);
    assert_false(round_choose(&round, 0, 1600));
    assert_int_equal(round.chosen, B);
    round = asked(B);
    assert_true(round_choose(&round, 2, 1500));
    assert_int_equal(round_score(&round), 0);
}

static void several_count_only_when_all_of_them_and_no_other_are_chosen(void **state) {
    (void)state;
    static const struct {
        unsigned chosen;
        int score;
    } cases[] = {{A | C, 1}, {A, 0}, {C, 0}, {A | B | C, 0}, {B, 0}, {A | B, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct round round = asked(A | C);
        assert_true(round_several(&round));
        assert_false(round_confirm(&round, 1200));
        for (int answer = 0; answer < 3; answer++) {
            if ((cases[i].chosen >> answer) & 1) {
                assert_false(round_choose(&round, answer, 1300));
            }
        }
        assert_int_equal(round.phase, ROUND_ASKING);
        assert_true(round_confirm(&round, 1400));
        assert_int_equal(round_score(&round), cases[i].score);
    }
}

static void a_second_touch_takes_an_answer_back(void **state) {
    (void)state;
    struct round round = asked(A | C);
    (void)round_choose(&round, 1, 1300);
    (void)round_choose(&round, 0, 1300);
    (void)round_choose(&round, 1, 1300);
    assert_int_equal(round.chosen, A);
    (void)round_choose(&round, 0, 1300);
    assert_false(round_confirm(&round, 1400));
}

static void time_decides_with_what_is_chosen(void **state) {
    (void)state;
    struct round round = asked(A | C);
    assert_false(round_time(&round, 0, 1000000));
    assert_false(round_time(&round, 5000, 5999));
    (void)round_choose(&round, 0, 2000);
    (void)round_choose(&round, 2, 2000);
    assert_true(round_time(&round, 5000, 6000));
    assert_true(round.timed_out);
    assert_true(round_was_right(&round, 0));
    assert_false(round_time(&round, 5000, 7000));
    round = asked(B);
    assert_true(round_time(&round, 5000, 6000));
    assert_false(round_was_right(&round, 0));
}

static void a_round_goes_on_to_its_end_and_says_how_it_went(void **state) {
    (void)state;
    struct random random;
    struct round round;
    random_init(&random, 1);
    round_begin(&round, &random, 3, 0);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(round_question(&round), i);
        round_ask(&round, &random, 2, A, true, 0);
        assert_true(round_choose(&round, i == 1 ? 1 : 0, 0));
        assert_int_equal(round_advance(&round), i < 2);
    }
    assert_int_equal(round.phase, ROUND_OVER);
    assert_int_equal(round_score(&round), 2);
    assert_true(round_was_right(&round, 0) && !round_was_right(&round, 1));
}

static void answers_that_are_not_there_change_nothing(void **state) {
    (void)state;
    struct round round = asked(B);
    assert_false(round_choose(&round, -1, 0));
    assert_false(round_choose(&round, 3, 0));
    assert_int_equal(round.chosen, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draw_takes_so_many_different_questions_in_their_order),
        cmocka_unit_test(without_a_draw_everything_is_asked),
        cmocka_unit_test(a_shuffle_is_a_permutation_that_a_seed_repeats),
        cmocka_unit_test(one_right_answer_decides_at_a_touch),
        cmocka_unit_test(several_count_only_when_all_of_them_and_no_other_are_chosen),
        cmocka_unit_test(a_second_touch_takes_an_answer_back),
        cmocka_unit_test(time_decides_with_what_is_chosen),
        cmocka_unit_test(a_round_goes_on_to_its_end_and_says_how_it_went),
        cmocka_unit_test(answers_that_are_not_there_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
