/* Events: SDL's fingers, mouse and keys become the touches and keys that a visit is made of. */
#include "screen/events.h"

#include "screen/pointing.h"

/* SDL counts in 32 bits, which come round after 49 days. */
millis events_moment(Uint32 timestamp) {
    return clock_now() - (millis)(int32_t)(SDL_GetTicks() - timestamp);
}

static struct screen_event touch_event(const struct surroundings *around, int64_t finger,
                                       enum touch_phase phase, struct point place,
                                       Uint32 timestamp) {
    millis time = events_moment(timestamp);
    return (struct screen_event){.type = SCREEN_TOUCH,
                                 .time = time,
                                 .touch = {.finger = finger,
                                           .phase = phase,
                                           .x = place.x * around->width,
                                           .y = place.y * around->height,
                                           .time = time}};
}

static struct screen_event from_finger(const struct surroundings *around, const SDL_Event *event) {
    enum touch_phase phase = event->type == SDL_FINGERDOWN ? TOUCH_DOWN
                             : event->type == SDL_FINGERUP ? TOUCH_UP
                                                           : TOUCH_MOVE;
    const struct settings *settings = around->settings;
    struct point place = pointing_place(&settings->touch, settings->panel.rotation,
                                        (struct point){event->tfinger.x, event->tfinger.y});
    return touch_event(around, event->tfinger.fingerId, phase, place, event->common.timestamp);
}

/* The mouse is where the window says: kiosk.conf's mapping is for touch panels. */
static struct screen_event from_mouse(const struct surroundings *around, int x, int y,
                                      enum touch_phase phase, Uint32 timestamp) {
    struct point place =
        pointing_place(&(struct settings_touch){false}, around->settings->panel.rotation,
                       (struct point){((float)x + 0.5F) / (float)around->window_width,
                                      ((float)y + 0.5F) / (float)around->window_height});
    return touch_event(around, MOUSE_FINGER, phase, place, timestamp);
}

static struct screen_event from_button(const struct surroundings *around, const SDL_Event *event) {
    const SDL_MouseButtonEvent *button = &event->button;
    if (button->button != SDL_BUTTON_LEFT || button->which == SDL_TOUCH_MOUSEID) {
        return (struct screen_event){.type = SCREEN_NOTHING};
    }
    return from_mouse(around, button->x, button->y,
                      event->type == SDL_MOUSEBUTTONDOWN ? TOUCH_DOWN : TOUCH_UP,
                      button->timestamp);
}

static struct screen_event from_motion(const struct surroundings *around, const SDL_Event *event) {
    const SDL_MouseMotionEvent *motion = &event->motion;
    if (!(motion->state & SDL_BUTTON_LMASK) || motion->which == SDL_TOUCH_MOUSEID) {
        return (struct screen_event){.type = SCREEN_NOTHING};
    }
    return from_mouse(around, motion->x, motion->y, TOUCH_MOVE, motion->timestamp);
}

static const struct {
    SDL_Keycode code;
    enum key key;
    bool repeats; /* a key that is held goes on walking, but does not go on pressing */
} keys[] = {
    {SDLK_LEFT, KEY_LEFT, true},       {SDLK_RIGHT, KEY_RIGHT, true},
    {SDLK_UP, KEY_UP, true},           {SDLK_DOWN, KEY_DOWN, true},
    {SDLK_RETURN, KEY_ENTER, false},   {SDLK_KP_ENTER, KEY_ENTER, false},
    {SDLK_SPACE, KEY_ENTER, false},    {SDLK_ESCAPE, KEY_ESCAPE, false},
    {SDLK_AC_BACK, KEY_ESCAPE, false},
};

static struct screen_event key_event(enum key key, Uint32 timestamp) {
    return (struct screen_event){.type = SCREEN_KEY, .key = key, .time = events_moment(timestamp)};
}

static struct screen_event from_key(const struct surroundings *around, const SDL_Event *event) {
    (void)around;
    const SDL_KeyboardEvent *pressed = &event->key;
    const unsigned others = KMOD_CTRL | KMOD_ALT | KMOD_GUI;
    if (pressed->keysym.mod & others) {
        return (struct screen_event){.type = SCREEN_NOTHING};
    }
    if (pressed->keysym.sym == SDLK_TAB) {
        bool back = pressed->keysym.mod & KMOD_SHIFT;
        return key_event(back ? KEY_PREVIOUS : KEY_NEXT, pressed->timestamp);
    }
    for (size_t i = 0; i < SDL_arraysize(keys); i++) {
        if (keys[i].code == pressed->keysym.sym && (keys[i].repeats || !pressed->repeat)) {
            return key_event(keys[i].key, pressed->timestamp);
        }
    }
    return (struct screen_event){.type = SCREEN_NOTHING};
}

static const struct {
    Uint32 type;
    struct screen_event (*translate)(const struct surroundings *around, const SDL_Event *event);
} translations[] = {
    {SDL_FINGERDOWN, from_finger},    {SDL_FINGERMOTION, from_finger},
    {SDL_FINGERUP, from_finger},      {SDL_MOUSEBUTTONDOWN, from_button},
    {SDL_MOUSEBUTTONUP, from_button}, {SDL_MOUSEMOTION, from_motion},
    {SDL_KEYDOWN, from_key},
};

struct screen_event events_translate(const struct surroundings *around, const SDL_Event *event) {
    for (size_t i = 0; i < SDL_arraysize(translations); i++) {
        if (translations[i].type == event->type) {
            return translations[i].translate(around, event);
        }
    }
    return (struct screen_event){.type = SCREEN_NOTHING};
}
