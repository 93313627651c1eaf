/* What each step of a touch script does: fingers go down, move and lift while time passes. */
#include "input/script_steps.h"

#include <string.h>

enum { FINGER_PRESS = 1, FINGER_FIRST, FINGER_SECOND };

/* How long things take, in milliseconds; after a step the movement that it began is over. */
enum {
    TAP_TIME = 80,
    HOLD_TIME = 700,
    DRAG_TIME = 300,
    SWIPE_TIME = 200,
    PINCH_TIME = 400,
    MOVE_STEP = 20,
    REST_TIME = 160,
    AFTER = 320,
    LOOK_TIME = 50,       /* between two looks for an element that is waited for */
    LONGEST_WAIT = 20000, /* for it */
};

/* Tries to bring an element into view, and what is seen of it, at least, to touch it. */
enum { PULLS_MOST = 40 };
static const float SEEN_ENOUGH = 24;

static const float PINCH_HALF = 200; /* between the fingers, where there is no element to fit */
static const float PINCH_SHARE = 0.4F;

void script_touch(struct script_player *player, int64_t finger, enum touch_phase phase,
                  struct point at) {
    player->touch(player->self, &(struct touch){.finger = finger,
                                                .phase = phase,
                                                .x = at.x,
                                                .y = at.y,
                                                .time = player->now(player->self)});
}

static void touch(struct script *script, int64_t finger, enum touch_phase phase, struct point at) {
    script_touch(script->player, finger, phase, at);
}

static void pass(struct script *script, millis span) {
    script->player->pass(script->player->self, span);
}

static void press_for(struct script *script, struct point at, millis span) {
    touch(script, FINGER_FIRST, TOUCH_DOWN, at);
    pass(script, span);
    touch(script, FINGER_FIRST, TOUCH_UP, at);
    pass(script, AFTER);
}

static struct point between(struct point from, struct point to, float share) {
    return (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

static void drag(struct script *script, struct point from, struct point to, int span) {
    touch(script, FINGER_FIRST, TOUCH_DOWN, from);
    for (int time = MOVE_STEP; time <= span; time += MOVE_STEP) {
        pass(script, MOVE_STEP);
        touch(script, FINGER_FIRST, TOUCH_MOVE, between(from, to, (float)time / (float)span));
    }
    touch(script, FINGER_FIRST, TOUCH_UP, to);
    pass(script, AFTER);
}

/* A drag that rests before the finger lifts, so that nothing coasts on. */
static void pull(struct script *script, struct point from, struct point to) {
    touch(script, FINGER_FIRST, TOUCH_DOWN, from);
    for (int time = MOVE_STEP; time <= DRAG_TIME + REST_TIME; time += MOVE_STEP) {
        float share = time < DRAG_TIME ? (float)time / DRAG_TIME : 1;
        pass(script, MOVE_STEP);
        touch(script, FINGER_FIRST, TOUCH_MOVE, between(from, to, share));
    }
    touch(script, FINGER_FIRST, TOUCH_UP, to);
    pass(script, AFTER);
}

/* The column in whose window an element lies unseen: it stands at the window's edge, 0 high. */
static const struct element *column_of(const struct elements *elements,
                                       const struct element *element) {
    for (size_t i = elements->list.count; i > 0; i--) {
        const struct element *column = &elements->list.items[i - 1];
        struct rect rect = rect_inset(column->rect, -1);
        if (column->role == ROLE_PAGES && (column->flags & ELEMENT_DRAG_Y) &&
            rect_contains(rect, element->rect.x, element->rect.y)) {
            return column;
        }
    }
    return NULL;
}

/* What a scrolled column hides is brought into view first, as a visitor would. */
static void bring_into_view(struct script *script, const char *word) {
    for (int i = 0; i < PULLS_MOST; i++) {
        const struct element *element = script_find_element(script, word);
        const struct elements *elements = script->player->elements(script->player->self);
        if (!element || element->rect.h >= SEEN_ENOUGH) {
            return;
        }
        const struct element *column = column_of(elements, element);
        if (!column) {
            return;
        }
        struct point from = rect_centre(column->rect);
        bool above = element->rect.y < from.y;
        float by = column->rect.h * (above ? 0.4F : -0.4F);
        pull(script, from, (struct point){from.x, from.y + by});
    }
}

/* The same for what a finger means to press: it must be the element that the touch would reach. */
static bool read_pressed(struct script *script, char *const *words, size_t count,
                         struct target *target) {
    if (count == 1) {
        bring_into_view(script, words[0]);
    }
    if (!script_read_target(script, words, count, target)) {
        return false;
    }
    if (!target->element) {
        return true;
    }
    if (target->element->flags & ELEMENT_DISABLED) {
        buffer_printf(&script->error, "element %s is disabled", words[0]);
        return false;
    }
    const struct element *reached =
        elements_at(script->player->elements(script->player->self), target->at.x, target->at.y);
    if (reached && element_id_equal(reached->id, target->element->id)) {
        return true;
    }
    if (reached) {
        buffer_printf(&script->error, "element %s is covered by %s.%d", words[0], reached->id.name,
                      reached->id.index);
    } else {
        buffer_printf(&script->error, "element %s is out of reach below a modal one", words[0]);
    }
    return false;
}

bool step_tap(struct script *script, char *const *words, size_t count) {
    struct target target;
    if (!read_pressed(script, words, count, &target)) {
        return false;
    }
    press_for(script, target.at, TAP_TIME);
    return true;
}

bool step_hold(struct script *script, char *const *words, size_t count) {
    struct target target;
    if (!read_pressed(script, words, count, &target)) {
        return false;
    }
    press_for(script, target.at, HOLD_TIME);
    return true;
}

bool step_press(struct script *script, char *const *words, size_t count) {
    struct target target;
    if (script->pressing) {
        buffer_add(&script->error, "a finger is down already: release it first");
        return false;
    }
    if (!read_pressed(script, words, count, &target)) {
        return false;
    }
    script->pressing = true;
    script->pressed = target.at;
    touch(script, FINGER_PRESS, TOUCH_DOWN, target.at);
    pass(script, MOVE_STEP);
    return true;
}

void script_lift(struct script *script) {
    if (script->pressing) {
        script->pressing = false;
        touch(script, FINGER_PRESS, TOUCH_UP, script->pressed);
        pass(script, AFTER);
    }
}

bool step_release(struct script *script, char *const *words, size_t count) {
    (void)words;
    (void)count;
    if (!script->pressing) {
        buffer_add(&script->error, "no finger is down: press comes before release");
        return false;
    }
    script_lift(script);
    return true;
}

bool step_drag(struct script *script, char *const *words, size_t count) {
    struct target target;
    struct point by;
    if (!script_read_target(script, words, count - 2, &target) ||
        !script_read_number(script, words[count - 2], &by.x) ||
        !script_read_number(script, words[count - 1], &by.y)) {
        return false;
    }
    drag(script, target.at, (struct point){target.at.x + by.x, target.at.y + by.y}, DRAG_TIME);
    return true;
}

bool step_swipe(struct script *script, char *const *words, size_t count) {
    static const struct {
        const char *word;
        struct point from, to; /* fractions of the screen */
    } ways[] = {
        {"left", {0.8F, 0.5F}, {0.2F, 0.5F}},
        {"right", {0.2F, 0.5F}, {0.8F, 0.5F}},
        {"up", {0.5F, 0.8F}, {0.5F, 0.2F}},
        {"down", {0.5F, 0.2F}, {0.5F, 0.8F}},
    };
    (void)count;
    float w = script->player->width;
    float h = script->player->height;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (strcmp(ways[i].word, words[0]) == 0) {
            drag(script, (struct point){ways[i].from.x * w, ways[i].from.y * h},
                 (struct point){ways[i].to.x * w, ways[i].to.y * h}, SWIPE_TIME);
            return true;
        }
    }
    buffer_printf(&script->error, "one swipes left, right, up or down, not %s", words[0]);
    return false;
}

/* Both fingers stay on the element: what the fingers reach at their widest is a share of it. */
static void pinch(struct script *script, const struct target *target, float scale) {
    float widest = target->element ? target->element->rect.w * PINCH_SHARE : PINCH_HALF;
    float first = scale > 1 ? widest / scale : widest;
    float last = first * scale;
    struct point at = target->at;
    touch(script, FINGER_FIRST, TOUCH_DOWN, (struct point){at.x - first, at.y});
    touch(script, FINGER_SECOND, TOUCH_DOWN, (struct point){at.x + first, at.y});
    for (int time = MOVE_STEP; time <= PINCH_TIME; time += MOVE_STEP) {
        float half = first + (last - first) * (float)time / PINCH_TIME;
        pass(script, MOVE_STEP);
        touch(script, FINGER_FIRST, TOUCH_MOVE, (struct point){at.x - half, at.y});
        touch(script, FINGER_SECOND, TOUCH_MOVE, (struct point){at.x + half, at.y});
    }
    touch(script, FINGER_FIRST, TOUCH_UP, (struct point){at.x - last, at.y});
    touch(script, FINGER_SECOND, TOUCH_UP, (struct point){at.x + last, at.y});
    pass(script, AFTER);
}

bool step_pinch(struct script *script, char *const *words, size_t count) {
    struct target target;
    float scale;
    if (!script_read_target(script, words, count - 1, &target) ||
        !script_read_number(script, words[count - 1], &scale)) {
        return false;
    }
    if (scale <= 0) {
        buffer_printf(&script->error, "%s is no scale: 2.0 is twice as wide, 0.5 half",
                      words[count - 1]);
        return false;
    }
    pinch(script, &target, scale);
    return true;
}

bool step_key(struct script *script, char *const *words, size_t count) {
    static const char *const names[] = {
        [KEY_LEFT] = "left",   [KEY_RIGHT] = "right",   [KEY_UP] = "up",
        [KEY_DOWN] = "down",   [KEY_NEXT] = "next",     [KEY_PREVIOUS] = "previous",
        [KEY_ENTER] = "enter", [KEY_ESCAPE] = "escape",
    };
    (void)count;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], words[0]) == 0) {
            script->player->key(script->player->self, (enum key)i);
            pass(script, AFTER);
            return true;
        }
    }
    buffer_printf(&script->error, "there is no key %s; there are:", words[0]);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        buffer_printf(&script->error, " %s", names[i]);
    }
    return false;
}

/* Until the element is there; not being there in time is the mistake. */
static bool wait_for(struct script *script, const char *word) {
    for (int waited = 0; waited < LONGEST_WAIT && !script_find_element(script, word);
         waited += LOOK_TIME) {
        pass(script, LOOK_TIME);
    }
    return script_read_element(script, word);
}

bool step_wait(struct script *script, char *const *words, size_t count) {
    int span;
    (void)count;
    if (strchr(words[0], '.')) {
        return wait_for(script, words[0]);
    }
    if (!script_read_count(script, words[0], &span)) {
        return false;
    }
    pass(script, span);
    return true;
}

bool step_random(struct script *script, char *const *words, size_t count) {
    int touches;
    (void)count;
    if (!script_read_count(script, words[0], &touches)) {
        return false;
    }
    script_random(script->player, touches);
    return true;
}

bool step_shot(struct script *script, char *const *words, size_t count) {
    (void)count;
    script->player->shot(script->player->self, words[0]);
    return true;
}

bool step_language(struct script *script, char *const *words, size_t count) {
    (void)count;
    script->player->language(script->player->self, words[0]);
    pass(script, MOVE_STEP);
    return true;
}

bool step_go(struct script *script, char *const *words, size_t count) {
    (void)count;
    if (!script->player->go(script->player->self, words[0])) {
        buffer_printf(&script->error, "there is no scene %s", words[0]);
        return false;
    }
    pass(script, AFTER);
    return true;
}
