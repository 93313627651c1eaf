/* Touch scripts become touches, keys and time; a line that cannot be followed says why. */
#include "base/buffer.h"
#include "input/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Writes down what the script asks for. */
struct recorder {
    struct buffer out;
    struct elements elements;
    millis now;
    bool down[64];
    int touches, keys;
    bool quiet;
};

static const struct elements *elements(void *self) {
    return &((struct recorder *)self)->elements;
}

static void touch(void *self, const struct touch *touch) {
    static const char *const names[] = {"down", "move", "up"};
    struct recorder *recorder = self;
    assert_int_equal(touch->time, recorder->now);
    recorder->touches += touch->phase == TOUCH_DOWN;
    recorder->down[touch->finger] = touch->phase != TOUCH_UP;
    if (!recorder->quiet) {
        buffer_printf(&recorder->out, "%lld: %lld %s %.0f %.0f\n", (long long)touch->time,
                      (long long)touch->finger, names[touch->phase], (double)touch->x,
                      (double)touch->y);
    }
}

static void key(void *self, enum key key) {
    struct recorder *recorder = self;
    recorder->keys++;
    if (!recorder->quiet) {
        buffer_printf(&recorder->out, "%lld: key %d\n", (long long)recorder->now, (int)key);
    }
}

/* After an hour one more element appears. */
static void pass(void *self, millis span) {
    const millis hour = 3600000;
    struct recorder *recorder = self;
    bool before = recorder->now < hour;
    recorder->now += span;
    if (before && recorder->now >= hour) {
        elements_add(&recorder->elements,
                     (struct element){.id = {"late", 0}, .rect = {0, 0, 100, 100}});
    }
}

static void shot(void *self, const char *name) {
    struct recorder *recorder = self;
    buffer_printf(&recorder->out, "%lld: shot %s\n", (long long)recorder->now, name);
}

static void language(void *self, const char *language) {
    buffer_printf(&((struct recorder *)self)->out, "language %s\n", language);
}

static bool go(void *self, const char *scene) {
    buffer_printf(&((struct recorder *)self)->out, "go %s\n", scene);
    return strcmp(scene, "hall") == 0;
}

static millis now(void *self) {
    return ((struct recorder *)self)->now;
}

static bool replay(struct recorder *recorder, const char *text, char *error, size_t size) {
    struct script_player player = {.elements = elements,
                                   .touch = touch,
                                   .key = key,
                                   .pass = pass,
                                   .shot = shot,
                                   .language = language,
                                   .go = go,
                                   .now = now,
                                   .width = 1000,
                                   .height = 500,
                                   .self = recorder};
    random_init(&player.random, 7);
    elements_add(&recorder->elements,
                 (struct element){.id = {"answer", 2}, .rect = {100, 100, 200, 100}});
    elements_add(&recorder->elements,
                 (struct element){.id = {"answer", 12}, .rect = {400, 100, 200, 100}});
    elements_add(&recorder->elements,
                 (struct element){.id = {"picture", 0}, .rect = {600, 200, 400, 300}});
    elements_add(
        &recorder->elements,
        (struct element){.id = {"grey", 0}, .rect = {0, 300, 100, 100}, .flags = ELEMENT_DISABLED});
    elements_add(&recorder->elements,
                 (struct element){.id = {"below", 0}, .rect = {0, 900, 100, 100}});
    return script_replay(text, &player, error, size);
}

static void finish(struct recorder *recorder) {
    buffer_finish(&recorder->out);
    elements_finish(&recorder->elements);
}

static void script_does(const char *text, const char *expected) {
    struct recorder recorder = {0};
    char error[300];
    bool good = replay(&recorder, text, error, sizeof error);
    assert_string_equal(error, "");
    assert_true(good);
    assert_string_equal(buffer_text(&recorder.out), expected);
    finish(&recorder);
}

static void script_fails(const char *text, const char *expected) {
    struct recorder recorder = {0};
    char error[300];
    assert_false(replay(&recorder, text, error, sizeof error));
    assert_string_equal(error, expected);
    finish(&recorder);
}

static void taps_and_holds_press_the_middle(void **state) {
    (void)state;
    script_does("tap answer.2\nshot one\n", "0: 2 down 200 150\n80: 2 up 200 150\n400: shot one\n");
    script_does("tap 540 96.5\n", "0: 2 down 540 96\n80: 2 up 540 96\n");
    script_does("tap picture.0 0.25 0.5", "0: 2 down 700 350\n80: 2 up 700 350\n");
    script_does("hold answer.12", "0: 2 down 500 150\n700: 2 up 500 150\n");
}

static void a_press_stays_until_its_release(void **state) {
    (void)state;
    script_does("press answer.2\ntap answer.12\nrelease\n",
                "0: 1 down 200 150\n20: 2 down 500 150\n100: 2 up 500 150\n420: 1 up 200 150\n");
    script_does("press answer.2", "0: 1 down 200 150\n20: 1 up 200 150\n");
}

static void drags_and_swipes_take_steps(void **state) {
    (void)state;
    struct recorder recorder = {0};
    char error[300];
    assert_true(replay(&recorder, "drag picture.0 -300 60\n", error, sizeof error));
    assert_non_null(strstr(buffer_text(&recorder.out), "0: 2 down 800 350\n20: 2 move 780 354\n"));
    assert_non_null(strstr(buffer_text(&recorder.out), "300: 2 move 500 410\n300: 2 up 500 410\n"));
    finish(&recorder);
    recorder = (struct recorder){0};
    assert_true(replay(&recorder, "swipe left\n", error, sizeof error));
    assert_non_null(strstr(buffer_text(&recorder.out), "0: 2 down 800 250\n20: 2 move 740 250\n"));
    assert_non_null(strstr(buffer_text(&recorder.out), "200: 2 up 200 250\n"));
    finish(&recorder);
}

static void a_pinch_stays_on_its_element(void **state) {
    (void)state;
    struct recorder recorder = {0};
    char error[300];
    assert_true(replay(&recorder, "pinch picture.0 2.0\n", error, sizeof error));
    assert_non_null(strstr(buffer_text(&recorder.out), "0: 2 down 720 350\n0: 3 down 880 350\n"));
    assert_non_null(strstr(buffer_text(&recorder.out), "400: 2 up 640 350\n400: 3 up 960 350\n"));
    finish(&recorder);
}

static void other_steps_are_passed_on(void **state) {
    (void)state;
    script_does("# a comment\n\n  wait 600   # and another\nkey escape\nlanguage en\ngo hall\r\n",
                "600: key 7\nlanguage en\ngo hall\n");
}

static void an_element_is_waited_for(void **state) {
    (void)state;
    script_does("wait answer.2\nkey escape\n", "0: key 7\n");
    script_does("wait 3599820\nwait late.0\nkey escape\n", "3600020: key 7\n");
    script_fails("wait late.0", "line 1: no element late.0 on the screen; there are: answer.2, "
                                "answer.12, picture.0, grey.0, below.0");
}

static void mistakes_are_named_with_their_line(void **state) {
    (void)state;
    script_fails("wait 5\n\ntap answer.9\n",
                 "line 3: no element answer.9 on the screen; there are: answer.2, answer.12, "
                 "picture.0, grey.0, below.0");
    script_fails("tap answer\n", "line 1: no element answer on the screen; there are: answer.2, "
                                 "answer.12, picture.0, grey.0, below.0");
    script_fails("tap answer.2x", "line 1: no element answer.2x on the screen; there are: "
                                  "answer.2, answer.12, picture.0, grey.0, below.0");
    script_fails("drag picture. 1 1", "line 1: no element picture. on the screen; there are: "
                                      "answer.2, answer.12, picture.0, grey.0, below.0");
    script_fails("jump 3", "line 1: there is no step jump; there are: tap press release drag swipe "
                           "pinch hold key wait random shot language go");
    script_fails("drag picture.0 3", "line 1: drag is written: drag picture.0 -400 0");
    script_fails("drag picture.0 3 far", "line 1: far is not a number");
    script_fails("wait soon", "line 1: soon is not a whole number");
    script_fails("wait -5", "line 1: -5 is not a whole number");
    script_fails("swipe north", "line 1: one swipes left, right, up or down, not north");
    script_fails("key space", "line 1: there is no key space; there are: left right up down next "
                              "previous enter escape");
    script_fails("pinch picture.0 0", "line 1: 0 is no scale: 2.0 is twice as wide, 0.5 half");
    script_fails("pinch 500 250 0", "line 1: 0 is no scale: 2.0 is twice as wide, 0.5 half");
    script_fails("go nowhere", "line 1: there is no scene nowhere");
    script_fails("release", "line 1: no finger is down: press comes before release");
    script_fails("press answer.2\npress answer.12",
                 "line 2: a finger is down already: release it first");
    script_fails("tap grey.0", "line 1: element grey.0 is disabled");
    script_fails("tap below.0", "line 1: element below.0 is outside the screen");
    script_fails("tap 1 2 3 4", "line 1: tap is written: tap answer.2, tap 540 960, or tap "
                                "picture.0 0.2 0.5");
    script_fails("tap picture.0 0.2 left", "line 1: left is not a number");
}

static void a_covered_element_is_not_tapped(void **state) {
    (void)state;
    struct recorder recorder = {0};
    char error[300];
    elements_add(&recorder.elements,
                 (struct element){.id = {"lowest", 0}, .rect = {0, 0, 900, 500}});
    elements_add(
        &recorder.elements,
        (struct element){.id = {"sheet", 0}, .rect = {0, 0, 9, 9}, .flags = ELEMENT_MODAL});
    assert_false(replay(&recorder, "tap lowest.0", error, sizeof error));
    assert_string_equal(error, "line 1: element lowest.0 is out of reach below a modal one");
    finish(&recorder);
}

static void what_lies_on_top_is_named(void **state) {
    (void)state;
    struct recorder recorder = {0};
    char error[300];
    elements_add(&recorder.elements, (struct element){.id = {"wide", 0}, .rect = {0, 0, 400, 300}});
    assert_false(replay(&recorder, "tap wide.0", error, sizeof error));
    assert_string_equal(error, "line 1: element wide.0 is covered by answer.2");
    finish(&recorder);
}

static void random_touches_lift_every_finger_and_repeat(void **state) {
    (void)state;
    struct recorder one = {.quiet = true};
    struct recorder two = {.quiet = true};
    char error[300];
    assert_true(replay(&one, "random 2000", error, sizeof error));
    assert_true(replay(&two, "random 2000", error, sizeof error));
    assert_true(one.touches + one.keys >= 2000);
    assert_true(one.keys > 100);
    assert_int_equal(one.now, two.now);
    assert_int_equal(one.touches, two.touches);
    for (size_t i = 0; i < sizeof one.down; i++) {
        assert_false(one.down[i]);
    }
    finish(&one);
    finish(&two);
}

/* A column of 300 whose only card lies far below, or above when scrolled to the end. */
struct column {
    struct recorder recorder;
    float offset, finger_y;
    bool tapped;
};

static const struct elements *column_elements(void *self) {
    struct column *column = self;
    struct elements *list = &column->recorder.elements;
    float top = 1000 - column->offset;
    float from = top < 100 ? 100 : top > 400 ? 400 : top;
    float to = top + 80 < from ? from : top + 80 > 400 ? 400 : top + 80;
    elements_clear(list);
    elements_add(list, (struct element){.id = {"column", 0},
                                        .rect = {100, 100, 400, 300},
                                        .role = ROLE_PAGES,
                                        .flags = ELEMENT_DRAG_Y});
    elements_add(list, (struct element){.id = {"card", 0},
                                        .rect = {100, from, 400, to < from ? 0 : to - from},
                                        .flags = ELEMENT_TAP});
    return list;
}

static void column_touch(void *self, const struct touch *touch) {
    struct column *column = self;
    if (touch->phase == TOUCH_DOWN) {
        const struct element *at = elements_at(column_elements(self), touch->x, touch->y);
        column->tapped = at && strcmp(at->id.name, "card") == 0;
    } else {
        column->offset -= touch->y - column->finger_y;
        column->offset = column->offset < 0 ? 0 : column->offset;
    }
    column->finger_y = touch->y;
}

static void what_a_column_hides_is_brought_into_view(void **state) {
    (void)state;
    const float offsets[] = {0, 2500};
    for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; i++) {
        struct column column = {.offset = offsets[i]};
        struct script_player player = {.elements = column_elements,
                                       .touch = column_touch,
                                       .pass = pass,
                                       .now = now,
                                       .width = 1000,
                                       .height = 500,
                                       .self = &column};
        char error[300] = "";
        bool good = script_replay("tap card.0", &player, error, sizeof error);
        assert_string_equal(error, "");
        assert_true(good);
        assert_true(column.tapped);
        elements_finish(&column.recorder.elements);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(taps_and_holds_press_the_middle),
        cmocka_unit_test(a_press_stays_until_its_release),
        cmocka_unit_test(drags_and_swipes_take_steps),
        cmocka_unit_test(a_pinch_stays_on_its_element),
        cmocka_unit_test(other_steps_are_passed_on),
        cmocka_unit_test(an_element_is_waited_for),
        cmocka_unit_test(mistakes_are_named_with_their_line),
        cmocka_unit_test(a_covered_element_is_not_tapped),
        cmocka_unit_test(what_lies_on_top_is_named),
        cmocka_unit_test(random_touches_lift_every_finger_and_repeat),
        cmocka_unit_test(what_a_column_hides_is_brought_into_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
