/* The quiz as a visitor and as a curator meets it: deciding, time, the result, mistakes. */
#include "kind_bench.h"

#define QUIZ "kind: quiz\ntitle: A quiz\n"
#define ONE                                                                                        \
    "  - question: One\n    answers: [{text: wrong}, {text: good, right: yes}]\n    why: Because\n"
#define SEVERAL                                                                                    \
    "  - question: Several\n    answers:\n      - {text: a, right: yes}\n      - {text: b}\n"      \
    "      - {text: c, right: yes}\n    why: Therefore\n"

static void one_right_answer_decides_at_a_touch(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "questions:\n" ONE);
    assert_null(bench_find(bench, "check", 0));
    assert_false(bench_says(bench, "Because"));
    bench_tap(bench, "answer", 1);
    bench_pass(bench, 1000);
    assert_true(bench_says(bench, "Not quite") && bench_says(bench, "Because"));
    assert_true(bench_says(bench, "The right answer") && bench_says(bench, "Not this one"));
    assert_true(bench_find(bench, "answer", 2)->flags & ELEMENT_DISABLED);
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "0 of 1 right"));
    bench_tap(bench, "again", 0);
    bench_tap(bench, "answer", 2);
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "1 of 1 right"));
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

#define BANK                                                                                       \
    "zone: zone\nquestions:\n"                                                                     \
    "  - question: Hard\n    difficulty: hard\n    answers: [{text: a}, {text: b, right: yes}]\n"  \
    "    why: Because\n"                                                                           \
    "  - question: Easy\n    difficulty: easy\n    answers: [{text: a}, {text: b, right: yes}]\n"  \
    "    why: Because\n"

static void write_bank(struct bench *bench) {
    bench_make_directory(bench, "scenes/questions");
    bench_write(bench, "scenes/questions/some.yaml", BANK);
}

static void a_bank_gives_its_questions_the_easy_ones_first(void **state) {
    struct bench *bench = *state;
    write_bank(bench);
    bench_start(bench, QUIZ "bank: {zones: [zone]}\ndraw: 2\n");
    assert_true(bench_says(bench, "Question 1 of 2") && bench_says(bench, "Easy"));
    bench_tap(bench, "answer", 2);
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "Hard"));
}

static void several_are_chosen_and_then_confirmed(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "questions:\n" SEVERAL);
    assert_true(bench_says(bench, "More than one is right"));
    assert_true(bench_find(bench, "check", 0)->flags & ELEMENT_DISABLED);
    bench_tap(bench, "answer", 3);
    assert_true(bench_find(bench, "answer", 3)->flags & ELEMENT_CHECKED);
    bench_tap(bench, "answer", 1);
    assert_false(bench_says(bench, "Therefore"));
    bench_tap(bench, "check", 0);
    assert_true(bench_says(bench, "Therefore"));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "1 of 1 right"));
}

static void time_runs_from_the_start_and_then_says_why(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "time_limit: 5s\nquestions:\n" ONE ONE);
    assert_true(bench_says(bench, "2 questions, 5 seconds each"));
    bench_pass(bench, 60000);
    bench_tap(bench, "start", 0);
    bench_pass(bench, 4900);
    assert_true(bench->frame.wake > 0);
    assert_non_null(bench_find(bench, "answer", 1));
    assert_false(bench_says(bench, "Time is up"));
    assert_true(bench->frame.attention >= 5000);
    bench_pass(bench, 100);
    assert_true(bench_says(bench, "Time is up") && bench_says(bench, "Because"));
    bench_tap(bench, "continue", 0);
    bench_pass(bench, 4900);
    assert_false(bench_says(bench, "Time is up"));
}

static void an_idle_question_wants_no_frame(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "questions:\n" ONE);
    bench_pass(bench, 2000);
    assert_int_equal(bench->frame.wake, -1);
    bench_tap(bench, "answer", 1);
    assert_int_equal(bench->frame.wake, bench->scene.env.now);
    bench_pass(bench, 2000);
    assert_int_equal(bench->frame.wake, -1);
}

static void a_draw_asks_so_many(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "draw: 2\nquestions:\n" ONE ONE ONE ONE);
    assert_true(bench_says(bench, "Question 1 of 2"));
    for (int i = 0; i < 2; i++) {
        bench_tap(bench, "answer", 2);
        bench_tap(bench, "continue", 0);
    }
    assert_true(bench_says(bench, "2 of 2 right"));
}

static void the_result_fits_the_percent(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "questions:\n" ONE ONE "results:\n  - {from: 0, title: Low}\n"
                            "  - {from: 50, title: Half}\n  - {from: 100, title: Full}\n");
    bench_tap(bench, "answer", 1);
    bench_tap(bench, "continue", 0);
    bench_tap(bench, "answer", 2);
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "Half"));
    assert_false(bench_says(bench, "Low") || bench_says(bench, "Full"));
}

static void an_answer_is_heard_as_right_or_wrong_and_the_end_as_done(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "time_limit: 5s\nquestions:\n" ONE ONE ONE SEVERAL);
    bench_tap(bench, "start", 0);
    assert_true(bench_heard(bench, ""));
    bench_tap(bench, "answer", 2);
    assert_true(bench_heard(bench, "right "));
    bench_tap(bench, "continue", 0);
    assert_true(bench_heard(bench, ""));
    bench_tap(bench, "answer", 1);
    assert_true(bench_heard(bench, "wrong "));
    bench_tap(bench, "continue", 0);
    bench_pass(bench, 5000);
    assert_true(bench_heard(bench, "wrong ")); /* time is up */
    bench_pass(bench, 60000);
    bench_tap(bench, "continue", 0);
    bench_tap(bench, "answer", 1);
    bench_tap(bench, "answer", 3);
    assert_true(bench_heard(bench, ""));
    bench_tap(bench, "check", 0);
    assert_true(bench_heard(bench, "right "));
    bench_tap(bench, "continue", 0);
    assert_true(bench_heard(bench, "done "));
    bench_tap(bench, "again", 0);
    assert_true(bench_heard(bench, ""));
}

static void a_language_keeps_the_place(void **state) {
    struct bench *bench = *state;
    bench_start(bench, QUIZ "questions:\n" ONE ONE);
    bench_tap(bench, "answer", 1);
    bench_tap(bench, "continue", 0);
    bench->scene.env.language = "zh";
    bench_draw(bench);
    assert_true(bench_says(bench, "2") && !bench_says(bench, "Question"));
}

/* A mistake that no row can find: where it is, and a part of what is said. */
struct mistake {
    const char *yaml;
    int line;
    const char *says;
};

static void mistakes_no_row_finds_are_named_in_their_place(void **state) {
    static const struct mistake mistakes[] = {
        {QUIZ "questions:\n  - question: Q\n    why: W\n    answers: [{text: a}, {text: b}]\n", 6,
         "no answer is right"},
        {QUIZ "questions:\n  - question: Q\n    why: W\n"
              "    answers: [{text: a, right: yes}, {text: b, right: yes}]\n",
         6, "at least one must be wrong"},
        {QUIZ "questions:\n  - question: Q\n    why: W\n    answers:\n"
              "      - {text: a, right: yes}\n      - {right: no}\n",
         8, "neither words nor a picture"},
        {QUIZ "draw: 2\nquestions:\n" ONE, 3, "at most 1"},
        {QUIZ "questions:\n" ONE "results: [{from: 10, title: T}]\n", 7, "from 0"},
        {QUIZ "questions:\n" ONE "results:\n  - {from: 0, title: T}\n  - {from: 50, title: T}\n"
              "  - {from: 50, title: T}\n",
         10, "rising"},
        {QUIZ "draw: 1\n", 1, "there are no questions"},
        {QUIZ "bank: {zones: [cellar]}\n", 3, "the bank has no such questions"},
        {QUIZ "bank: {zones: [zone], difficulty: [medium]}\n", 3, "the bank has no such questions"},
        {QUIZ "bank: {zones: [zone]}\ndraw: 3\n", 4, "at most 2"},
    };
    struct bench *bench = *state;
    write_bank(bench);
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        bench_read(bench, mistakes[i].yaml);
        assert_int_equal(diagnostics_errors(&bench->diagnostics), 1);
        const struct diagnostic *found = NULL;
        for (size_t j = 0; j < bench->diagnostics.list.count; j++) {
            const struct diagnostic *diagnostic = &bench->diagnostics.list.items[j];
            found = diagnostic->severity == SEVERITY_ERROR ? diagnostic : found;
        }
        assert_non_null(strstr(found->message[MESSAGES_EN], mistakes[i].says));
        assert_int_equal(found->mark.line, mistakes[i].line);
        assert_true(*found->message[MESSAGES_ZH]);
        hall_destroy(bench->hall);
        bench->hall = NULL;
        diagnostics_finish(&bench->diagnostics);
        memset(&bench->diagnostics, 0, sizeof bench->diagnostics);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_right_answer_decides_at_a_touch, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(a_bank_gives_its_questions_the_easy_ones_first, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(several_are_chosen_and_then_confirmed, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(time_runs_from_the_start_and_then_says_why, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(an_idle_question_wants_no_frame, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(a_draw_asks_so_many, bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(the_result_fits_the_percent, bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(an_answer_is_heard_as_right_or_wrong_and_the_end_as_done,
                                        bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(a_language_keeps_the_place, bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(mistakes_no_row_finds_are_named_in_their_place, bench_setup,
                                        bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
