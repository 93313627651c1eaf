/* Touches land where they should in every rotation and mapping; keys and mouse mean what they do.
 */
#include "screen/events.h"
#include "screen/pointing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_place(struct point place, float x, float y) {
    assert_float_equal(place.x, x, 1e-6);
    assert_float_equal(place.y, y, 1e-6);
}

/* A finger near the panel's upper left corner, further from its left edge than from its top. */
static const struct point FINGER = {0.3F, 0.1F};

static void rotation_is_undone(void **state) {
    (void)state;
    struct settings_touch plain = {false};
    assert_place(pointing_place(&plain, ROTATION_0, FINGER), 0.3F, 0.1F);
    /* Turned clockwise, the panel's upper left corner shows the picture's lower left one. */
    assert_place(pointing_place(&plain, ROTATION_90, FINGER), 0.1F, 0.7F);
    assert_place(pointing_place(&plain, ROTATION_180, FINGER), 0.7F, 0.9F);
    assert_place(pointing_place(&plain, ROTATION_270, FINGER), 0.9F, 0.3F);
}

static void mapping_comes_before_rotation(void **state) {
    (void)state;
    static const struct {
        struct settings_touch touch;
        int rotation;
        float x, y;
    } cases[] = {
        {{.swap = true}, ROTATION_0, 0.1F, 0.3F},
        {{.mirror_x = true}, ROTATION_0, 0.7F, 0.1F},
        {{.mirror_y = true}, ROTATION_0, 0.3F, 0.9F},
        {{true, true, false}, ROTATION_0, 0.9F, 0.3F},
        {{true, false, true}, ROTATION_0, 0.1F, 0.7F},
        {{true, true, true}, ROTATION_0, 0.9F, 0.7F},
        {{false, true, true}, ROTATION_180, 0.3F, 0.1F},
        {{true, false, false}, ROTATION_90, 0.3F, 0.9F},
        {{true, true, false}, ROTATION_90, 0.3F, 0.1F},
        {{true, false, true}, ROTATION_270, 0.3F, 0.1F},
        {{false, true, false}, ROTATION_270, 0.9F, 0.7F},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_place(pointing_place(&cases[i].touch, cases[i].rotation, FINGER), cases[i].x,
                     cases[i].y);
    }
}

/* An upright picture on a panel that lies on its side. */
static const struct settings SETTINGS = {.panel = {.rotation = ROTATION_90}};
static const struct surroundings AROUND = {.settings = &SETTINGS,
                                           .width = 1080,
                                           .height = 1920,
                                           .window_width = 960,
                                           .window_height = 540};

static struct screen_event translate(SDL_Event event) {
    event.common.timestamp = SDL_GetTicks();
    return events_translate(&AROUND, &event);
}

static void fingers_keep_their_id(void **state) {
    (void)state;
    static const struct {
        Uint32 type;
        enum touch_phase phase;
    } phases[] = {
        {SDL_FINGERDOWN, TOUCH_DOWN}, {SDL_FINGERMOTION, TOUCH_MOVE}, {SDL_FINGERUP, TOUCH_UP}};
    for (size_t i = 0; i < 3; i++) {
        SDL_Event event = {
            .tfinger = {.type = phases[i].type, .fingerId = 77, .x = FINGER.x, .y = FINGER.y}};
        struct screen_event seen = translate(event);
        assert_int_equal(seen.type, SCREEN_TOUCH);
        assert_int_equal(seen.touch.finger, 77);
        assert_int_equal(seen.touch.phase, phases[i].phase);
        assert_float_equal(seen.touch.x, 108, 0.01);
        assert_float_equal(seen.touch.y, 1344, 0.01);
    }
}

static SDL_Event button(Uint32 type, Uint8 which_button, Uint32 device) {
    return (SDL_Event){
        .button = {.type = type, .button = which_button, .which = device, .x = 288, .y = 54}};
}

static void the_left_button_is_a_finger(void **state) {
    (void)state;
    struct screen_event seen = translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0));
    assert_int_equal(seen.type, SCREEN_TOUCH);
    assert_int_equal(seen.touch.finger, MOUSE_FINGER);
    assert_int_equal(seen.touch.phase, TOUCH_DOWN);
    assert_float_equal(seen.touch.x, 109, 0.01);
    assert_float_equal(seen.touch.y, 1343, 0.01);
    assert_int_equal(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 0)).type,
                     SCREEN_NOTHING);
    SDL_Event motion = {.motion = {.type = SDL_MOUSEMOTION, .x = 288, .y = 54}};
    assert_int_equal(translate(motion).type, SCREEN_NOTHING);
    motion.motion.state = SDL_BUTTON_LMASK;
    assert_int_equal(translate(motion).touch.phase, TOUCH_MOVE);
}

static void a_tap_does_not_arrive_twice(void **state) {
    (void)state;
    SDL_Event motion = {
        .motion = {.type = SDL_MOUSEMOTION, .which = SDL_TOUCH_MOUSEID, .state = SDL_BUTTON_LMASK}};
    assert_int_equal(
        translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID)).type,
        SCREEN_NOTHING);
    assert_int_equal(translate(motion).type, SCREEN_NOTHING);
}

static SDL_Event pressed(SDL_Keycode code, Uint16 modifiers, bool repeat) {
    return (SDL_Event){
        .key = {.type = SDL_KEYDOWN, .repeat = repeat, .keysym = {.sym = code, .mod = modifiers}}};
}

static void keys_walk_a_scene(void **state) {
    (void)state;
    static const struct {
        SDL_Keycode code;
        Uint16 modifiers;
        enum key key;
    } cases[] = {
        {SDLK_LEFT, 0, KEY_LEFT},
        {SDLK_RIGHT, KMOD_NUM, KEY_RIGHT},
        {SDLK_UP, KMOD_CAPS, KEY_UP},
        {SDLK_DOWN, 0, KEY_DOWN},
        {SDLK_TAB, 0, KEY_NEXT},
        {SDLK_TAB, KMOD_LSHIFT, KEY_PREVIOUS},
        {SDLK_TAB, KMOD_RSHIFT, KEY_PREVIOUS},
        {SDLK_RETURN, 0, KEY_ENTER},
        {SDLK_KP_ENTER, 0, KEY_ENTER},
        {SDLK_SPACE, 0, KEY_ENTER},
        {SDLK_ESCAPE, 0, KEY_ESCAPE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct screen_event seen = translate(pressed(cases[i].code, cases[i].modifiers, false));
        assert_int_equal(seen.type, SCREEN_KEY);
        assert_int_equal(seen.key, cases[i].key);
    }
    assert_int_equal(translate(pressed(SDLK_RIGHT, 0, true)).type, SCREEN_KEY);
    assert_int_equal(translate(pressed(SDLK_RETURN, 0, true)).type, SCREEN_NOTHING);
    assert_int_equal(translate(pressed(SDLK_F4, KMOD_LALT, false)).type, SCREEN_NOTHING);
    assert_int_equal(translate(pressed(SDLK_TAB, KMOD_LALT, false)).type, SCREEN_NOTHING);
    assert_int_equal(translate(pressed(SDLK_q, 0, false)).type, SCREEN_NOTHING);
}

static void everything_else_is_nothing(void **state) {
    (void)state;
    static const Uint32 types[] = {SDL_QUIT,      SDL_DROPFILE,     SDL_MOUSEWHEEL,
                                   SDL_TEXTINPUT, SDL_MULTIGESTURE, SDL_JOYBUTTONDOWN};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        assert_int_equal(translate((SDL_Event){.type = types[i]}).type, SCREEN_NOTHING);
    }
}

static void times_are_moments_of_the_clock(void **state) {
    (void)state;
    millis before = clock_now();
    millis seen = events_moment(SDL_GetTicks() - 250);
    millis after = clock_now();
    assert_in_range(seen, before - 252, after - 248);
    /* An event from before SDL's 32 bits came round. */
    assert_in_range(events_moment((Uint32)(SDL_GetTicks() - 40000)), before - 40005, after - 39995);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rotation_is_undone),
        cmocka_unit_test(mapping_comes_before_rotation),
        cmocka_unit_test(fingers_keep_their_id),
        cmocka_unit_test(the_left_button_is_a_finger),
        cmocka_unit_test(a_tap_does_not_arrive_twice),
        cmocka_unit_test(keys_walk_a_scene),
        cmocka_unit_test(everything_else_is_nothing),
        cmocka_unit_test(times_are_moments_of_the_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
