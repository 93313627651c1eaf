/* The timeline as a visitor and as a curator meets it: dragging, inertia, tapping, keys. */
#include "kind_bench.h"

#define TIMELINE                                                                                    \
    "kind: timeline\ntitle: A timeline\neras: [{from: 1, label: old}, {from: 3, label: new}]\n"     \
    "events:\n"                                                                                     \
    "  - {when: 1969, title: a, words: The first}\n  - {when: 1971, title: b, words: The second}\n" \
    "  - {when: 1988, title: c, words: The third}\n  - {when: 2021, title: d, words: The last}\n"

/* How far it is from one event to the next. */
static float pitch(const struct bench *bench) {
    return bench_find(bench, "event", 2)->rect.x - bench_find(bench, "event", 1)->rect.x;
}

static void drag(struct bench *bench, float dx, float vx) {
    const struct element *track = bench_find(bench, "timeline", 0);
    struct gesture gesture = {.type = GESTURE_DRAG, .id = track->id, .dx = dx};
    (void)bench->scene.kind->gesture(&bench->scene, &gesture);
    gesture = (struct gesture){.type = GESTURE_DRAG_END, .id = track->id, .vx = vx};
    (void)bench->scene.kind->gesture(&bench->scene, &gesture);
    bench_pass(bench, 2000);
}

static void a_finger_drags_through_time_and_it_comes_to_rest_on_an_event(void **state) {
    struct bench *bench = *state;
    bench_start(bench, TIMELINE);
    assert_true(bench_says(bench, "The first") && bench_says(bench, "1969"));
    drag(bench, -pitch(bench) * 0.8F, 0);
    assert_true(bench_says(bench, "The second"));
    struct rect card = bench_find(bench, "event", 2)->rect;
    assert_true(rect_contains(card, 960, card.y + 10));
    drag(bench, pitch(bench) * 20, 0);
    assert_true(bench_says(bench, "The first"));
}

static void a_swipe_coasts_but_never_beyond_the_ends(void **state) {
    struct bench *bench = *state;
    bench_start(bench, TIMELINE);
    drag(bench, -20, -pitch(bench) * 7);
    assert_true(bench_says(bench, "The third"));
    drag(bench, -20, -100000);
    assert_true(bench_says(bench, "The last"));
    drag(bench, 20, 100000);
    assert_true(bench_says(bench, "The first"));
}

static void a_tap_and_keys_lead_there_too(void **state) {
    struct bench *bench = *state;
    bench_start(bench, TIMELINE);
    bench_tap(bench, "event", 3);
    bench_pass(bench, 1000);
    assert_true(bench_says(bench, "The third"));
    bench_gesture(bench, GESTURE_STEP, "timeline", 0, 1);
    bench_pass(bench, 1000);
    assert_true(bench_says(bench, "The last"));
    bench_gesture(bench, GESTURE_STEP, "timeline", 0, 1);
    bench_gesture(bench, GESTURE_STEP, "timeline", 0, -1);
    bench_pass(bench, 1000);
    assert_true(bench_says(bench, "The third"));
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void mistakes_are_told(void **state) {
    struct bench *bench = *state;
    bench_read(bench, "kind: timeline\ntitle: A timeline\n"
                      "eras: [{from: 2, label: a}, {from: 2, label: b}, {from: 9, label: c}]\n"
                      "events: [{when: 1, title: a, words: b}, {when: 2, title: c, words: d}]\n");
    assert_int_equal(diagnostics_errors(&bench->diagnostics), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_finger_drags_through_time_and_it_comes_to_rest_on_an_event, bench_setup,
            bench_teardown),
        cmocka_unit_test_setup_teardown(a_swipe_coasts_but_never_beyond_the_ends, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(a_tap_and_keys_lead_there_too, bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(mistakes_are_told, bench_setup, bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
