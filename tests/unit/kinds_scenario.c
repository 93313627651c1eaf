/* The scenario as a visitor and as a curator meets it: choices, what they change later, endings,
   the look back, and the mistakes of a drama. */
#include "kind_bench.h"

#define DRAMA                                                                                      \
    "kind: scenario\ntitle: A call\nlead: Somebody rings\nmoments:\n"                              \
    "  - name: call\n    look: call\n    who: Stranger\n    words: Who looks after it?\n"          \
    "    choices:\n"                                                                               \
    "      - {label: Tell, to: visit, remembers: [told], good: no, turning: A name is a key}\n"    \
    "      - {label: Ring back, to: visit, good: yes, turning: That ended it}\n"                   \
    "  - name: visit\n    words: A man at the door\n    also:\n"                                   \
    "      - {when: [told], words: Xu Lan sent me}\n"                                              \
    "      - {when: [not told], words: Nobody sent me}\n    choices:\n"                            \
    "      - {label: Let in, to: lost}\n"                                                          \
    "      - {label: Send away, to: won, when: [not told]}\n"                                      \
    "      - {label: Ask again, to: visit, remembers: [asked]}\n"                                  \
    "      - {label: Enough, to: half, when: [asked 2]}\n"                                         \
    "  - {name: won, ending: good, title: All well, words: Nothing happened}\n"                    \
    "  - {name: half, ending: mixed, title: Late, words: He left}\n"                               \
    "  - name: lost\n    ending: bad\n    title: Oh dear\n    words: It is gone\n    also:\n"      \
    "      - {when: [told], words: He had a name}\n"

/* As somebody does who has seen it come. */
static void choose(struct bench *bench, int choice) {
    bench_pass(bench, 400);
    bench_tap(bench, "choice", choice);
}

static void a_second_tap_takes_no_choice_that_nobody_read(void **state) {
    struct bench *bench = *state;
    bench_start(bench, DRAMA);
    bench_tap(bench, "start", 0);
    choose(bench, 1);
    assert_true(bench_says(bench, "A man at the door"));
    bench_pass(bench, 80);
    bench_tap(bench, "choice", 1);
    assert_true(bench_says(bench, "A man at the door"));
    bench_pass(bench, 400); /* a finger that went down before lifts now */
    bench_gesture(bench, GESTURE_TAP, "choice", 1, 0);
    assert_true(bench_says(bench, "A man at the door"));
    choose(bench, 1);
    assert_true(bench_says(bench, "Oh dear"));
}

static void the_right_choices_win(void **state) {
    struct bench *bench = *state;
    bench_start(bench, DRAMA);
    assert_true(bench_says(bench, "3 endings") && bench_says(bench, "Somebody rings"));
    bench_tap(bench, "start", 0);
    assert_true(bench_says(bench, "Stranger") && bench_says(bench, "On the phone"));
    choose(bench, 2);
    assert_true(bench_says(bench, "Nobody sent me") && !bench_says(bench, "Xu Lan"));
    (void)bench_heard(bench, "");
    choose(bench, 2);
    assert_true(bench_heard(bench, "right ") && bench_says(bench, "All well"));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "Ring back") && bench_says(bench, "That ended it"));
    assert_false(bench_says(bench, "Send away")); /* no turning point */
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void an_early_choice_changes_a_late_line(void **state) {
    struct bench *bench = *state;
    bench_start(bench, DRAMA);
    bench_tap(bench, "start", 0);
    choose(bench, 1);
    assert_true(bench_says(bench, "Xu Lan sent me"));
    assert_null(bench_find(bench, "choice", 2)); /* not offered to whoever told */
    (void)bench_heard(bench, "");
    choose(bench, 1);
    assert_true(bench_heard(bench, "wrong ") && bench_says(bench, "Oh dear"));
    assert_true(bench_says(bench, "He had a name"));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "A name is a key"));
    bench_tap(bench, "again", 0);
    assert_true(bench_says(bench, "Stranger"));
    choose(bench, 2);
    assert_true(bench_says(bench, "Nobody sent me")); /* nothing is remembered of the last time */
}

static void what_was_done_is_counted(void **state) {
    struct bench *bench = *state;
    bench_start(bench, DRAMA);
    bench_tap(bench, "start", 0);
    choose(bench, 1);
    for (int i = 0; i < 2; i++) {
        assert_null(bench_find(bench, "choice", 4));
        choose(bench, 3);
    }
    choose(bench, 4);
    assert_true(bench_says(bench, "Late"));
}

static void back_undoes_the_last_choice(void **state) {
    struct bench *bench = *state;
    struct scene *scene = &bench->scene;
    bench_start(bench, DRAMA);
    bench_tap(bench, "start", 0);
    assert_false(scene->kind->is_inside(scene));
    choose(bench, 1);
    choose(bench, 1);
    bench_tap(bench, "continue", 0);
    scene->kind->back(scene);
    bench_draw(bench);
    assert_true(bench_says(bench, "Oh dear"));
    scene->kind->back(scene);
    scene->kind->back(scene);
    bench_draw(bench);
    assert_true(bench_says(bench, "Stranger"));
    choose(bench, 2);
    assert_true(bench_says(bench, "Nobody sent me")); /* and forgets what it remembered */
}

static void a_very_long_visit_forgets_only_its_oldest_choices(void **state) {
    struct bench *bench = *state;
    struct scene *scene = &bench->scene;
    bench_start(bench, DRAMA);
    bench_tap(bench, "start", 0);
    choose(bench, 1);
    for (int i = 0; i < 200; i++) {
        choose(bench, 3);
    }
    assert_true(bench_says(bench, "Xu Lan sent me"));
    int steps = 0;
    for (; scene->kind->is_inside(scene); steps++) {
        scene->kind->back(scene);
        bench_draw(bench);
        assert_true(bench_says(bench, "Xu Lan sent me"));
    }
    assert_true(steps > 20 && steps < 100);
    choose(bench, 1);
    assert_true(bench_says(bench, "He had a name"));
}

static void the_map_has_every_branch(void **state) {
    struct bench *bench = *state;
    bench_start(bench, DRAMA);
    struct buffer map = {0};
    bench->scene.kind->map(bench->scene.document, "en", &map);
    const char *text = buffer_text(&map);
    assert_non_null(strstr(text, "\"call\" -> \"visit\" [label=\"Tell\\n+ told\"];"));
    assert_non_null(strstr(text, "\"visit\" -> \"won\" [label=\"Send away\\n[not told]\"];"));
    assert_non_null(strstr(text, "\"visit\" -> \"half\" [label=\"Enough\\n[asked 2]\"];"));
    assert_non_null(strstr(text, "label=\"won\\nAll well\""));
    buffer_finish(&map);
}

/* The English of the only mistake. */
static void assert_mistake(struct bench *bench, const char *yaml, const char *words) {
    bench_read(bench, yaml);
    for (size_t i = 0; i < bench->diagnostics.list.count; i++) {
        const char *message = bench->diagnostics.list.items[i].message[MESSAGES_EN];
        if (strstr(message, words)) {
            assert_int_equal(diagnostics_errors(&bench->diagnostics), 1);
            return;
        }
        print_message("%s\n", message);
    }
    fail_msg("nothing is said of: %s", words);
}

#define BEGINS "kind: scenario\ntitle: A\nmoments:\n"
#define ENDS "  - {name: end, ending: good, title: T, words: w}\n"

static void a_name_that_is_not_there_is_told_with_the_nearest(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a, words: w, choices: [{label: l, to: ent}]}\n"
                          "  - {name: b, words: w, choices: [{label: l, to: end}]}\n" ENDS,
                   "did you mean end?");
}

static void a_moment_nobody_reaches_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a, words: w, choices: [{label: l, to: end}]}\n"
                          "  - {name: b, words: w, choices: [{label: l, to: end}]}\n" ENDS,
                   "nobody comes here");
}

static void a_place_nobody_leaves_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a, words: w, choices: [{label: l, to: a, remembers: [x]}, "
                          "{label: m, to: end, when: [not x]}]}\n" ENDS,
                   "can reach no ending any more");
}

static void a_choice_nobody_sees_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a, words: w, choices: [{label: l, to: end, remembers: [x]}, "
                          "{label: m, to: end, when: [x]}]}\n" ENDS,
                   "nobody sees this choice");
}

static void a_line_nobody_reads_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS
                   "  - {name: a, words: w, choices: [{label: l, to: end, remembers: [x]}]}\n"
                   "  - {name: end, ending: good, title: T, words: w, "
                   "also: [{when: [not x], words: v}]}\n",
                   "nobody reads this line");
}

static void a_moment_that_stops_is_told(void **state) {
    assert_mistake(*state, BEGINS "  - {name: a, words: w}\n", "it stops here");
}

static void an_ending_that_goes_on_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a, ending: good, title: t, words: w, "
                          "choices: [{label: l, to: a}]}\n",
                   "an ending has no choices");
}

static void a_condition_of_nothing_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS
                   "  - {name: a, words: w, choices: [{label: l, to: end, remembers: [told]}, "
                   "{label: m, to: end, when: [not tole]}]}\n" ENDS,
                   "did you mean told?");
}

static void a_condition_written_otherwise_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a, words: w, choices: [{label: l, to: a, remembers: [told]}, "
                          "{label: m, to: end, when: [told 9]}, {label: n, to: end}]}\n" ENDS,
                   "write it as told");
}

static void half_a_turning_point_is_told(void **state) {
    assert_mistake(
        *state, BEGINS "  - {name: a, words: w, choices: [{label: l, to: end, good: yes}]}\n" ENDS,
        "a turning point has both");
}

static void two_of_a_name_are_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: end, words: w, choices: [{label: l, to: end}]}\n" ENDS,
                   "an earlier moment has this name");
}

static void a_name_that_nothing_can_write_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a b, words: w, choices: [{label: l, to: end}]}\n" ENDS,
                   "small letters");
}

static void a_memory_that_no_condition_can_ask_for_is_told(void **state) {
    assert_mistake(*state,
                   BEGINS "  - {name: a, words: w, choices: [{label: l, to: end, "
                          "remembers: [asked 2]}]}\n" ENDS,
                   "small letters");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_setup, bench_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_second_tap_takes_no_choice_that_nobody_read),
        TEST(the_right_choices_win),
        TEST(an_early_choice_changes_a_late_line),
        TEST(what_was_done_is_counted),
        TEST(back_undoes_the_last_choice),
        TEST(a_very_long_visit_forgets_only_its_oldest_choices),
        TEST(the_map_has_every_branch),
        TEST(a_name_that_is_not_there_is_told_with_the_nearest),
        TEST(a_moment_nobody_reaches_is_told),
        TEST(a_place_nobody_leaves_is_told),
        TEST(a_choice_nobody_sees_is_told),
        TEST(a_line_nobody_reads_is_told),
        TEST(a_moment_that_stops_is_told),
        TEST(an_ending_that_goes_on_is_told),
        TEST(a_condition_of_nothing_is_told),
        TEST(a_condition_written_otherwise_is_told),
        TEST(half_a_turning_point_is_told),
        TEST(two_of_a_name_are_told),
        TEST(a_name_that_nothing_can_write_is_told),
        TEST(a_memory_that_no_condition_can_ask_for_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
