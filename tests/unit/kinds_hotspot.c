/* The hotspot as a visitor and as a curator meets it: finding by tap, lens and keys, layers, hints.
 */
#include "kind_bench.h"

#define PICTURE "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1500\" height=\"1000\"/>"

#define HOTSPOT                                                                                       \
    "kind: hotspot\ntitle: A room\nhints_after: 20s\nlayers:\n"                                       \
    "  - {picture: assets/a.svg, label: eye}\n  - {picture: assets/a.svg, label: torch, lens: yes}\n" \
    "  - {picture: assets/a.svg, label: heat}\nspots:\n"                                              \
    "  - {at: [0.1, 0.1, 0.1, 0.1], label: Alarm, why: Because alarm, hint: Look up}\n"               \
    "  - {at: [0.8, 0.8, 0.1, 0.1], layer: 3, label: Socket, why: Because socket, hint: Warm}\n"

static int setup(void **state) {
    (void)bench_setup(state);
    struct bench *bench = *state;
    bench_write(bench, "assets/a.svg", PICTURE);
    return 0;
}

/* A gesture at a place of the picture, in fractions. */
static void at_place(struct bench *bench, enum gesture_type type, float x, float y) {
    const struct element *picture = bench_find(bench, "picture", 0);
    assert_non_null(picture);
    struct rect rect = picture->rect;
    (void)bench->scene.kind->gesture(&bench->scene,
                                     &(struct gesture){.type = type,
                                                       .id = picture->id,
                                                       .x = rect.x + rect.w * x,
                                                       .y = rect.y + rect.h * y,
                                                       .scale = 1,
                                                       .time = bench->scene.env.now});
    bench_draw(bench);
}

static void tap_at(struct bench *bench, float x, float y) {
    at_place(bench, GESTURE_TAP, x, y);
}

static void finding_everything_wins(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    assert_true(bench_says(bench, "0 of 2 found"));
    tap_at(bench, 0.15F, 0.15F);
    assert_true(bench_heard(bench, "right "));
    assert_true(bench_says(bench, "Alarm") && bench_says(bench, "Because alarm"));
    assert_null(bench_find(bench, "continue", 0));
    bench_tap(bench, "layer", 3);
    tap_at(bench, 0.85F, 0.85F);
    assert_true(bench_says(bench, "2 of 2 found") && bench_says(bench, "Because socket"));
    (void)bench_heard(bench, "");
    bench_tap(bench, "continue", 0);
    assert_true(bench_heard(bench, "done "));
    assert_true(bench_says(bench, "2 of 2 found by yourself"));
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void a_tap_in_vain_is_answered_and_costs_nothing(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    tap_at(bench, 0.5F, 0.6F);
    assert_true(bench_heard(bench, "wrong ") && bench_says(bench, "Nothing here"));
    tap_at(bench, 0.85F, 0.85F); /* there, but on another layer */
    assert_true(bench_says(bench, "0 of 2 found") && bench_says(bench, "Nothing here"));
    tap_at(bench, 0.09F, 0.09F); /* beside it, within a finger */
    assert_true(bench_says(bench, "1 of 2 found"));
    (void)bench_heard(bench, "");
    tap_at(bench, 0.15F, 0.15F); /* again: it is read again, and not counted twice */
    assert_true(bench_says(bench, "1 of 2 found") && bench_heard(bench, ""));
}

static void a_hint_comes_and_what_is_shown_is_not_found(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    assert_int_equal(bench->frame.wake, bench->scene.env.now + 20000);
    bench_pass(bench, 20000);
    assert_true(bench_says(bench, "A hint") && bench_says(bench, "Look up"));
    bench_tap(bench, "show", 0);
    assert_true(bench_says(bench, "1 of 2 found") && bench_says(bench, "Because alarm"));
    bench_pass(bench, 20000);
    bench_tap(bench, "show", 0); /* on its own layer */
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "0 of 2 found by yourself"));
    bench_tap(bench, "again", 0);
    assert_true(bench_says(bench, "0 of 2 found"));
}

/* The one picture that is drawn larger than the window, behind the glass; NULL: no lens. */
static const struct draw_command *glass(const struct bench *bench) {
    const struct element *picture = bench_find(bench, "picture", 0);
    for (size_t i = 0; i < bench->draw.commands.count; i++) {
        const struct draw_command *command = &bench->draw.commands.items[i];
        if (command->type == DRAW_IMAGE && command->rect.w > picture->rect.w * 2) {
            return command;
        }
    }
    return NULL;
}

/* The clip before it is the glass. */
static struct rect glass_place(const struct bench *bench) {
    const struct draw_command *command = glass(bench);
    assert_non_null(command);
    assert_int_equal(command[-1].type, DRAW_CLIP);
    return command[-1].rect;
}

static void the_lens_is_never_under_the_finger(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    assert_null(glass(bench));
    for (int i = 0; i <= 400; i++) {
        float x = (float)(i % 20) / 20, y = (float)i / 400;
        at_place(bench, GESTURE_DRAG, x, y);
        struct rect window = bench_find(bench, "picture", 0)->rect;
        struct rect place = glass_place(bench);
        assert_false(rect_contains(place, window.x + window.w * x, window.y + window.h * y));
    }
    bench->scene.kind->back(&bench->scene);
    bench_draw(bench);
    assert_null(glass(bench));
}

static void a_tap_in_the_glass_means_what_is_seen_there(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    at_place(bench, GESTURE_DRAG, 0.22F, 0.25F);
    struct rect window = bench_find(bench, "picture", 0)->rect;
    struct rect whole = glass(bench)->rect;
    struct point alarm = {whole.x + whole.w * 0.17F, whole.y + whole.h * 0.17F};
    assert_true(rect_contains(glass_place(bench), alarm.x, alarm.y));
    tap_at(bench, (alarm.x - window.x) / window.w, (alarm.y - window.y) / window.h);
    assert_true(bench_says(bench, "1 of 2 found"));
}

/* Enter, or an arrow where `direction` is not 0. */
static void key(struct bench *bench, float direction) {
    const struct element *picture = bench_find(bench, "picture", 0);
    struct point middle = rect_centre(picture->rect);
    struct gesture gesture = {.type = direction != 0 ? GESTURE_STEP : GESTURE_TAP,
                              .id = picture->id,
                              .keyed = true,
                              .x = middle.x,
                              .y = middle.y,
                              .dx = direction};
    (void)bench->scene.kind->gesture(&bench->scene, &gesture);
    bench_draw(bench);
}

static void arrow_keys_and_enter_find_everything(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    key(bench, 0); /* the first that Enter does is to take the lens out */
    assert_non_null(glass(bench));
    assert_true(bench_says(bench, "0 of 2 found"));
    key(bench, 0); /* the first place: the upper left */
    assert_true(bench_says(bench, "1 of 2 found"));
    bench_tap(bench, "layer", 3);
    key(bench, -1);
    key(bench, 0); /* the last: the lower right */
    assert_true(bench_says(bench, "2 of 2 found"));
}

static void taps_alone_move_the_lens(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    bench_tap(bench, "lens", 0);
    struct rect first = glass_place(bench);
    bench_tap(bench, "lens", 0);
    assert_true(glass_place(bench).x != first.x);
    bench_pass(bench, 20000); /* help is in its place now */
    assert_null(bench_find(bench, "lens", 0));
    assert_non_null(bench_find(bench, "show", 0));
}

static void a_beam_is_always_out(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    bench_tap(bench, "layer", 2);
    assert_non_null(glass(bench));
    tap_at(bench, 0.02F, 0.95F);
    assert_non_null(glass(bench));
    assert_false(bench->scene.kind->is_inside(&bench->scene));
}

static void two_fingers_bring_it_closer(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    const struct element *picture = bench_find(bench, "picture", 0);
    struct gesture pinch = {.type = GESTURE_PINCH, .id = picture->id, .scale = 3};
    pinch.x = picture->rect.x + picture->rect.w * 0.15F;
    pinch.y = picture->rect.y + picture->rect.h * 0.15F;
    (void)bench->scene.kind->gesture(&bench->scene, &pinch);
    bench_draw(bench);
    assert_true(bench->scene.kind->is_inside(&bench->scene));
    tap_at(bench, 0.15F, 0.15F); /* the point between the fingers kept its place */
    assert_true(bench_says(bench, "1 of 2 found"));
    at_place(bench, GESTURE_DRAG, 0.5F, 0.5F); /* moves the picture, not the lens */
    assert_null(glass(bench));
}

static void assert_mistake(const struct bench *bench, const char *words) {
    for (size_t i = 0; i < bench->diagnostics.list.count; i++) {
        if (strstr(bench->diagnostics.list.items[i].message[MESSAGES_EN], words)) {
            return;
        }
    }
    fail_msg("nothing is said of: %s", words);
}

static void what_is_shown_is_seen(void **state) {
    struct bench *bench = *state;
    bench_start(bench, "kind: hotspot\ntitle: A room\nhints_after: 2s\nlayers:\n"
                       "  - {picture: assets/a.svg, label: eye}\n"
                       "  - {picture: assets/a.svg, label: torch, lens: yes}\nspots:\n"
                       "  - {at: [0.8, 0.8, 0.1, 0.1], layer: 2, label: a, why: b, hint: c}\n");
    bench_pass(bench, 2000);
    bench_tap(bench, "show", 0);
    struct rect whole = glass(bench)->rect; /* the beam lies on it */
    assert_true(
        rect_contains(glass_place(bench), whole.x + whole.w * 0.85F, whole.y + whole.h * 0.85F));
}

static void the_glass_stays_in_the_window_of_a_close_picture(void **state) {
    struct bench *bench = *state;
    bench_start(bench, HOTSPOT);
    struct rect window = bench_find(bench, "picture", 0)->rect;
    struct gesture pinch = {
        .type = GESTURE_PINCH, .id = {"picture", 0}, .x = window.x, .y = window.y, .scale = 4};
    bench_tap(bench, "layer", 2);
    (void)bench->scene.kind->gesture(&bench->scene, &pinch);
    bench_draw(bench);
    struct rect place = glass_place(bench);
    assert_true(place.x >= window.x && place.x + place.w <= window.x + window.w);
    assert_true(place.y >= window.y && place.y + place.h <= window.y + window.h);
}

static void mistakes_are_told(void **state) {
    struct bench *bench = *state;
    bench_read(bench, "kind: hotspot\ntitle: A room\nlayers:\n"
                      "  - {picture: assets/a.svg, label: a, lens: yes}\n"
                      "  - {picture: assets/a.svg, label: b}\n"
                      "labels: [{at: [0, 0, 1, 1], words: c, layer: 3}]\nspots:\n"
                      "  - {at: [0, 0, 0.5, 0.5], label: d, why: e, hint: f}\n"
                      "  - {at: [0.4, 0.4, 0.5, 0.5], layer: 2, label: g, why: h, hint: i}\n"
                      "  - {at: [0.4, 0.6, 0.2, 0.2], layer: 4, label: g, why: h, hint: i}\n");
    assert_int_equal(diagnostics_errors(&bench->diagnostics), 4);
    assert_mistake(bench, "it cannot be in the lens only");
    assert_mistake(bench, "there are 2 layers");
    assert_mistake(bench, "it overlaps number 1");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, bench_teardown)
    const struct CMUnitTest tests[] = {
        TEST(finding_everything_wins),
        TEST(a_tap_in_vain_is_answered_and_costs_nothing),
        TEST(a_hint_comes_and_what_is_shown_is_not_found),
        TEST(the_lens_is_never_under_the_finger),
        TEST(a_tap_in_the_glass_means_what_is_seen_there),
        TEST(arrow_keys_and_enter_find_everything),
        TEST(taps_alone_move_the_lens),
        TEST(a_beam_is_always_out),
        TEST(two_fingers_bring_it_closer),
        TEST(what_is_shown_is_seen),
        TEST(the_glass_stays_in_the_window_of_a_close_picture),
        TEST(mistakes_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
