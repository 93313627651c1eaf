/* Timed touches go in, gestures come out: both as text, one table row a case. */
#include "base/buffer.h"
#include "input/finger.h"
#include "input/gesture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A column (scrolls up and down) with a card in it, a slider, a picture for two fingers with a dot
   on it, a button that knows long presses, a disabled button, and a player's own pad. */
static void add_elements(struct elements *elements) {
    static const struct element all[] = {
        {.id = {"column", 0}, .rect = {0, 0, 500, 1000}, .flags = ELEMENT_DRAG_Y},
        {.id = {"card", 1}, .rect = {50, 100, 400, 200}, .flags = ELEMENT_TAP},
        {.id = {"slider", 0},
         .rect = {50, 400, 400, 80},
         .role = ROLE_SLIDER,
         .flags = ELEMENT_TAP | ELEMENT_DRAG_X},
        {.id = {"own", 0}, .rect = {50, 600, 400, 80}, .flags = ELEMENT_TAP | ELEMENT_DRAG_Y},
        {.id = {"picture", 0},
         .rect = {600, 0, 1000, 600},
         .flags = ELEMENT_PINCH | ELEMENT_DRAG_X | ELEMENT_DRAG_Y},
        {.id = {"dot", 2}, .rect = {700, 100, 60, 60}, .flags = ELEMENT_TAP},
        {.id = {"long", 0},
         .rect = {600, 700, 100, 100},
         .flags = ELEMENT_TAP | ELEMENT_LONG_PRESS},
        {.id = {"grey", 0}, .rect = {800, 700, 100, 100}, .flags = ELEMENT_TAP | ELEMENT_DISABLED},
        {.id = {"pad", 0}, .rect = {1000, 700, 200, 200}, .flags = ELEMENT_TAP, .owner = 2},
    };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        elements_add(elements, all[i]);
    }
}

static void print_gesture(struct buffer *out, const struct gesture *gesture) {
    static const char *const names[] = {
        [GESTURE_PRESS] = "press", [GESTURE_RELEASE] = "release",
        [GESTURE_TAP] = "tap",     [GESTURE_LONG_PRESS] = "long",
        [GESTURE_DRAG] = "drag",   [GESTURE_DRAG_END] = "drag-end",
        [GESTURE_PINCH] = "pinch", [GESTURE_PINCH_END] = "pinch-end",
        [GESTURE_STEP] = "step",
    };
    buffer_printf(out, "%lld %s %s.%d", (long long)gesture->time, names[gesture->type],
                  gesture->id.name, gesture->id.index);
    if (gesture->owner) {
        buffer_printf(out, " owner %d", gesture->owner);
    }
    if (gesture->type == GESTURE_DRAG) {
        buffer_printf(out, " %.0f %.0f", (double)gesture->dx, (double)gesture->dy);
    } else if (gesture->type == GESTURE_DRAG_END) {
        buffer_printf(out, " %s", gesture->vx != 0 || gesture->vy != 0 ? "moving" : "still");
    } else if (gesture->type == GESTURE_PINCH) {
        buffer_printf(out, " %.2f about %.0f %.0f by %.0f %.0f", (double)gesture->scale,
                      (double)gesture->x, (double)gesture->y, (double)gesture->dx,
                      (double)gesture->dy);
    }
    buffer_add(out, "\n");
}

/* Lines: TIME FINGER down|move|up X Y, or TIME tick, or TIME cancel. */
static void play_line(struct gestures *gestures, const struct elements *elements,
                      const char *line) {
    long long time;
    long long finger;
    char word[8];
    float x;
    float y;
    if (sscanf(line, "%lld %7[a-z]", &time, word) == 2) {
        if (strcmp(word, "cancel") == 0) {
            gestures_cancel(gestures);
        } else {
            (void)gestures_tick(gestures, time);
        }
        return;
    }
    assert_int_equal(sscanf(line, "%lld %lld %7[a-z] %f %f", &time, &finger, word, &x, &y), 5);
    enum touch_phase phase = word[0] == 'd' ? TOUCH_DOWN : word[0] == 'm' ? TOUCH_MOVE : TOUCH_UP;
    gestures_touch(gestures, elements,
                   &(struct touch){.finger = finger, .phase = phase, .x = x, .y = y, .time = time});
}

static void play(const char *touches, struct buffer *out) {
    struct gestures gestures;
    struct elements elements = {0};
    add_elements(&elements);
    gestures_init(&gestures, 290);
    for (const char *line = touches; *line; line += strcspn(line, "\n") + 1) {
        play_line(&gestures, &elements, line);
        struct gesture gesture;
        while (gestures_next(&gestures, &gesture)) {
            print_gesture(out, &gesture);
        }
    }
    elements_finish(&elements);
    gestures_finish(&gestures);
}

static const struct {
    const char *what, *touches, *gestures;
} cases[] = {
    {"a tap answers at once and when it lifts", "0 1 down 100 150\n90 1 up 110 155\n",
     "0 press card.1\n90 release card.1\n90 tap card.1\n"},
    {"a tap may be slow where no long press is known", "0 1 down 100 150\n3000 1 up 100 150\n",
     "0 press card.1\n3000 release card.1\n3000 tap card.1\n"},
    {"nothing is pressed where there is nothing", "0 1 down 1800 950\n90 1 up 1800 950\n", ""},
    {"a disabled element is not touched", "0 1 down 850 750\n90 1 up 850 750\n", ""},
    {"an owned element keeps its owner", "0 1 down 1050 750\n90 1 up 1050 750\n",
     "0 press pad.0 owner 2\n90 release pad.0 owner 2\n90 tap pad.0 owner 2\n"},
    {"a finger that wanders on a button still taps it, for nothing there takes a drag",
     "0 1 down 1050 750\n40 1 move 1090 750\n90 1 up 1090 750\n",
     "0 press pad.0 owner 2\n90 release pad.0 owner 2\n90 tap pad.0 owner 2\n"},
    {"a finger that leaves a button taps nothing, even when it comes back",
     "0 1 down 1050 750\n40 1 move 900 950\n60 1 move 1050 750\n90 1 up 1050 750\n",
     "0 press pad.0 owner 2\n40 release pad.0 owner 2\n"},
    {"a vertical drag on a card goes to the column under it and ends the press",
     "0 1 down 100 250\n20 1 move 100 240\n40 1 move 103 220\n60 1 move 103 200\n80 1 up 103 180\n",
     "0 press card.1\n40 release card.1\n40 drag column.0 0 -30\n60 drag column.0 0 -20\n"
     "80 drag column.0 0 -20\n80 drag-end column.0 moving\n"},
    {"a slider takes sideways drags itself, stays pressed, and knows no up and down",
     "0 1 down 100 450\n20 1 move 130 455\n40 1 move 150 490\n60 1 up 150 490\n",
     "0 press slider.0\n20 drag slider.0 30 0\n40 drag slider.0 20 0\n60 drag-end slider.0 moving\n"
     "60 release slider.0\n"},
    {"a drag up and down on the slider scrolls the column",
     "0 1 down 100 450\n20 1 move 105 420\n40 1 up 105 420\n",
     "0 press slider.0\n20 release slider.0\n20 drag column.0 0 -30\n40 drag-end column.0 moving\n"},
    {"an element that takes the drag itself gets it, and is no longer pressed",
     "0 1 down 100 650\n20 1 move 100 600\n40 1 up 100 600\n",
     "0 press own.0\n20 release own.0\n20 drag own.0 0 -50\n40 drag-end own.0 moving\n"},
    {"a finger that rests before it lifts throws nothing",
     "0 1 down 100 450\n20 1 move 150 450\n300 1 up 150 450\n",
     "0 press slider.0\n20 drag slider.0 50 0\n300 drag-end slider.0 still\n300 release slider.0\n"},
    {"a drag goes on outside its element", "0 1 down 100 450\n20 1 move 900 450\n40 1 up 900 450\n",
     "0 press slider.0\n20 drag slider.0 800 0\n40 drag-end slider.0 moving\n"
     "40 release slider.0\n"},
    {"a long press comes while the finger is down, and no tap after it",
     "0 1 down 650 750\n599 tick\n600 tick\n900 1 up 650 750\n",
     "0 press long.0\n600 long long.0\n900 release long.0\n"},
    {"a long press does not wait for a tick that came late", "0 1 down 650 750\n900 1 up 650 750\n",
     "0 press long.0\n600 long long.0\n900 release long.0\n"},
    {"a finger that moved makes no long press", "0 1 down 650 750\n100 1 move 680 750\n700 tick\n",
     "0 press long.0\n"},
    {"two fingers pinch, about their middle",
     "0 1 down 1000 300\n100 2 down 1200 300\n120 2 move 1300 300\n140 1 move 900 300\n"
     "160 1 up 900 300\n180 2 up 1300 300\n",
     "0 press picture.0\n100 release picture.0\n120 pinch picture.0 1.50 about 1150 300 by 50 0\n"
     "140 pinch picture.0 1.33 about 1100 300 by -50 0\n160 pinch-end picture.0\n"},
    {"the finger that stays after a pinch drags on",
     "0 1 down 1000 300\n100 2 down 1200 300\n120 1 up 1000 300\n140 2 move 1210 300\n"
     "160 2 move 1240 300\n180 2 up 1240 300\n",
     "0 press picture.0\n100 release picture.0\n120 pinch-end picture.0\n"
     "160 drag picture.0 40 0\n180 drag-end picture.0 moving\n"},
    {"that finger has to leave anew the place where the pinch ended",
     "0 1 down 1000 300\n100 2 down 1200 300\n120 2 move 1300 300\n140 1 up 1000 300\n"
     "160 2 move 1305 300\n180 2 up 1305 300\n",
     "0 press picture.0\n100 release picture.0\n120 pinch picture.0 1.50 about 1150 300 by 50 0\n"
     "140 pinch-end picture.0\n"},
    {"a drag becomes a pinch when the second finger comes",
     "0 1 down 1000 300\n20 1 move 1050 300\n100 2 down 1250 300\n120 2 move 1450 300\n",
     "0 press picture.0\n20 release picture.0\n20 drag picture.0 50 0\n100 drag-end picture.0 still\n"
     "120 pinch picture.0 2.00 about 1250 300 by 100 0\n"},
    {"a finger on a dot pinches the picture under it",
     "0 1 down 720 120\n100 2 down 1120 120\n120 2 move 1320 120\n140 1 up 720 120\n",
     "0 press dot.2\n100 release dot.2\n120 pinch picture.0 1.50 about 1020 120 by 100 0\n"
     "140 pinch-end picture.0\n"},
    {"a third finger on a pinched picture does nothing",
     "0 1 down 1000 300\n100 2 down 1200 300\n200 3 down 1100 500\n220 3 move 1200 500\n"
     "240 3 up 1200 500\n",
     "0 press picture.0\n100 release picture.0\n"},
    {"two fingers on one button tap it once",
     "0 1 down 100 150\n100 2 down 300 150\n150 2 up 300 150\n200 1 up 100 150\n",
     "0 press card.1\n200 release card.1\n200 tap card.1\n"},
    {"two fingers do not scroll twice",
     "0 1 down 100 250\n100 2 down 20 250\n120 1 move 100 200\n140 2 move 20 200\n"
     "160 2 up 20 200\n180 1 up 100 200\n",
     "0 press card.1\n100 press column.0\n120 release card.1\n120 drag column.0 0 -50\n"
     "140 release column.0\n180 drag-end column.0 moving\n"},
    {"fingers on different elements do not disturb each other",
     "0 1 down 100 150\n10 2 down 1050 750\n90 1 up 100 150\n95 2 up 1050 750\n",
     "0 press card.1\n10 press pad.0 owner 2\n90 release card.1\n90 tap card.1\n"
     "95 release pad.0 owner 2\n95 tap pad.0 owner 2\n"},
    {"three contacts at once in a hand's width are a palm",
     "0 1 down 100 150\n30 2 down 200 200\n80 3 down 250 100\n90 1 move 200 300\n100 1 up 200 300\n"
     "110 2 up 200 200\n120 3 up 250 100\n",
     "0 press card.1\n80 release card.1\n"},
    {"the fourth contact of a palm belongs to it",
     "0 1 down 100 150\n0 2 down 200 200\n0 3 down 250 100\n70 4 down 150 405\n90 4 up 150 405\n",
     "0 press card.1\n0 release card.1\n"},
    {"a palm takes a drag that it interrupts",
     "0 1 down 100 450\n10 1 move 140 450\n20 2 down 200 420\n30 3 down 220 440\n40 1 up 300 450\n",
     "0 press slider.0\n10 drag slider.0 40 0\n30 drag-end slider.0 still\n30 release slider.0\n"},
    {"three contacts one after the other are three fingers",
     "0 1 down 100 150\n81 2 down 110 450\n162 3 down 120 650\n",
     "0 press card.1\n81 press slider.0\n162 press own.0\n"},
    {"a contact between two that are far apart makes no palm of them",
     "0 1 down 200 250\n10 2 down 610 500\n20 3 down 350 420\n",
     "0 press card.1\n10 press picture.0\n20 press slider.0\n"},
    {"three contacts far apart are three fingers",
     "0 1 down 100 150\n10 2 down 650 750\n20 3 down 1150 750\n",
     "0 press card.1\n10 press long.0\n20 press pad.0 owner 2\n"},
    {"a contact that never lifts lets go after ten seconds and does nothing more",
     "0 1 down 100 150\n5000 1 move 104 150\n9999 tick\n10000 tick\n12000 1 up 100 150\n",
     "0 press card.1\n10000 release card.1\n"},
    {"a finger that moves within ten seconds is no sleeve",
     "0 1 down 100 450\n6000 1 move 140 450\n12000 tick\n15999 tick\n16000 1 move 150 450\n",
     "0 press slider.0\n6000 drag slider.0 40 0\n16000 drag-end slider.0 still\n"
     "16000 release slider.0\n"},
    {"cancelled fingers let go, and are not heard until they lift",
     "0 1 down 100 150\n5 2 down 100 450\n20 2 move 150 450\n30 cancel\n40 1 up 100 150\n"
     "50 2 move 200 450\n60 2 up 200 450\n70 1 down 100 150\n",
     "0 press card.1\n5 press slider.0\n20 drag slider.0 50 0\n20 release card.1\n"
     "20 drag-end slider.0 still\n20 release slider.0\n70 press card.1\n"},
    {"a finger that comes down again without lifting starts anew",
     "0 1 down 100 150\n50 1 down 1050 750\n90 1 up 1050 750\n",
     "0 press card.1\n50 release card.1\n50 press pad.0 owner 2\n90 release pad.0 owner 2\n"
     "90 tap pad.0 owner 2\n"},
    {"moves and lifts of unknown fingers are nothing", "0 9 move 100 150\n10 9 up 100 150\n", ""},
};

static void touches_become_gestures(void **state) {
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer out = {0};
        play(cases[i].touches, &out);
        if (strcmp(buffer_text(&out), cases[i].gestures) != 0) {
            print_error("%s:\n%sinstead of\n%s\n", cases[i].what, buffer_text(&out),
                        cases[i].gestures);
            wrong++;
        }
        buffer_finish(&out);
    }
    assert_int_equal(wrong, 0);
}

static void modal_elements_cover_what_is_below(void **state) {
    (void)state;
    struct elements elements = {0};
    elements_add(&elements, (struct element){.id = {"under", 0}, .rect = {0, 0, 900, 900}});
    elements_add(&elements, (struct element){.id = {"sheet", 0},
                                             .rect = {0, 0, 500, 500},
                                             .flags = ELEMENT_MODAL | ELEMENT_DRAG_Y});
    elements_add(&elements, (struct element){.id = {"yes", 0}, .rect = {100, 100, 50, 50}});
    assert_string_equal(elements_at(&elements, 120, 120)->id.name, "yes");
    assert_string_equal(elements_at(&elements, 10, 10)->id.name, "sheet");
    assert_null(elements_at(&elements, 600, 600));
    assert_string_equal(elements_at_with(&elements, 120, 120, ELEMENT_DRAG_Y)->id.name, "sheet");
    assert_null(elements_at_with(&elements, 120, 120, ELEMENT_DRAG_X));
    elements_finish(&elements);
}

static void speed_is_that_of_the_finger(void **state) {
    (void)state;
    struct gestures gestures;
    struct elements elements = {0};
    add_elements(&elements);
    gestures_init(&gestures, 290);
    struct touch touch = {.finger = 1, .phase = TOUCH_DOWN, .x = 100, .y = 450};
    gestures_touch(&gestures, &elements, &touch);
    for (int i = 1; i <= 30; i++) {
        touch = (struct touch){1, TOUCH_MOVE, 100 + 8 * (float)i, 450, 8 * i};
        gestures_touch(&gestures, &elements, &touch);
    }
    touch.phase = TOUCH_UP;
    gestures_touch(&gestures, &elements, &touch);
    struct gesture gesture;
    float speed = 0;
    while (gestures_next(&gestures, &gesture)) {
        speed = gesture.type == GESTURE_DRAG_END ? gesture.vx : speed;
    }
    assert_true(speed > 990 && speed < 1010);
    elements_finish(&elements);
    gestures_finish(&gestures);
}

static int fingers_down(const struct gestures *gestures) {
    int count = 0;
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        count += !finger_is_free(&gestures->fingers[i]);
    }
    return count;
}

static void more_fingers_than_places_do_no_harm(void **state) {
    (void)state;
    struct gestures gestures;
    struct elements elements = {0};
    add_elements(&elements);
    gestures_init(&gestures, 10);
    for (int i = 0; i < 50; i++) {
        gestures_touch(&gestures, &elements,
                       &(struct touch){i, TOUCH_DOWN, (float)(i * 30), 150, i * 100});
    }
    assert_int_equal(fingers_down(&gestures), GESTURE_FINGERS);
    assert_true(gestures_pressed(&gestures, (struct element_id){"card", 1}));
    for (int i = 0; i < 50; i++) {
        gestures_touch(&gestures, &elements, &(struct touch){i, TOUCH_UP, 0, 0, 6000});
    }
    assert_int_equal(fingers_down(&gestures), 0);
    assert_false(gestures_pressed(&gestures, (struct element_id){"card", 1}));
    elements_finish(&elements);
    gestures_finish(&gestures);
}

static void ticks_are_asked_for_when_due(void **state) {
    (void)state;
    struct gestures gestures;
    struct elements elements = {0};
    add_elements(&elements);
    gestures_init(&gestures, 290);
    assert_int_equal(gestures_tick(&gestures, 0), -1);
    gestures_touch(&gestures, &elements, &(struct touch){1, TOUCH_DOWN, 650, 750, 50});
    assert_int_equal(gestures_tick(&gestures, 60), 650);
    assert_int_equal(gestures_tick(&gestures, 650), 10050);
    assert_int_equal(gestures_tick(&gestures, 10050), -1);
    elements_finish(&elements);
    gestures_finish(&gestures);
}

static void inertia_slows_down_to_an_end(void **state) {
    (void)state;
    assert_true(inertia_distance(1000, 0) == 0);
    assert_true(inertia_distance(1000, 325) > 205 && inertia_distance(1000, 325) < 206);
    assert_true(inertia_distance(-1000, 5000) > -325.1F && inertia_distance(-1000, 5000) < -324.9F);
    assert_false(inertia_over(1000, 1000));
    assert_true(inertia_over(1000, 2000));
    assert_true(inertia_over(-5, 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(touches_become_gestures),
        cmocka_unit_test(modal_elements_cover_what_is_below),
        cmocka_unit_test(speed_is_that_of_the_finger),
        cmocka_unit_test(more_fingers_than_places_do_no_harm),
        cmocka_unit_test(ticks_are_asked_for_when_due),
        cmocka_unit_test(inertia_slows_down_to_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
