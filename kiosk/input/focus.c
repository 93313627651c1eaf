/* Focus: five keys walk every element of a frame, and work it. */
#include "input/focus.h"

#include <math.h>

/* How much worse it is to lie aside by one pixel than further on by one. */
static const float ASIDE_COST = 3;

struct direction {
    int dx, dy;
};

static const struct direction directions[] = {
    [KEY_LEFT] = {-1, 0},
    [KEY_RIGHT] = {1, 0},
    [KEY_UP] = {0, -1},
    [KEY_DOWN] = {0, 1},
};

/* A picture that covers the frame below it has no work of its own. */
static bool is_focusable(const struct element *element) {
    bool cover = (element->flags & ELEMENT_MODAL) && !(element->flags & ELEMENT_TAP);
    return !cover && !(element->flags & (ELEMENT_DISABLED | ELEMENT_NO_FOCUS));
}

static const struct element *focusable(const struct elements *elements, struct element_id id) {
    size_t first = elements_first_in_reach(elements);
    for (size_t i = first; i < elements->list.count; i++) {
        const struct element *element = &elements->list.items[i];
        if (is_focusable(element) && element_id_equal(element->id, id)) {
            return element;
        }
    }
    return NULL;
}

/* The next (step 1) or previous (step -1) in the order of registration, round the ends; without a
   `from` the first. */
static const struct element *in_order(const struct elements *elements, const struct element *from,
                                      int step) {
    size_t first = elements_first_in_reach(elements);
    size_t count = elements->list.count - first;
    size_t at = from ? (size_t)(from - elements->list.items) - first : count - 1;
    for (size_t i = 0; i < count; i++) {
        at = (at + count + (size_t)step) % count;
        const struct element *element = &elements->list.items[first + at];
        if (is_focusable(element)) {
            return element;
        }
    }
    return NULL;
}

/* How far `to` lies from `from` in a direction; infinite where it does not lie there. */
static float cost(struct rect from, struct rect to, struct direction direction) {
    struct point a = rect_centre(from);
    struct point b = rect_centre(to);
    float onward = (b.x - a.x) * (float)direction.dx + (b.y - a.y) * (float)direction.dy;
    if (onward <= 0.5F) {
        return INFINITY;
    }
    float gap_x = fmaxf(0, fmaxf(to.x - (from.x + from.w), from.x - (to.x + to.w)));
    float gap_y = fmaxf(0, fmaxf(to.y - (from.y + from.h), from.y - (to.y + to.h)));
    float along = direction.dx != 0 ? gap_x : gap_y;
    float aside = direction.dx != 0 ? gap_y : gap_x;
    float off_centre = direction.dx != 0 ? fabsf(b.y - a.y) : fabsf(b.x - a.x);
    /* What lies beside it and not before it is for the other two keys. */
    if (along <= 0 && aside > 0) {
        return INFINITY;
    }
    return along + ASIDE_COST * aside + 0.1F * onward + 0.01F * off_centre;
}

/* The nearest element in the direction. Where there is none the order of registration leads on, so
   that the arrows alone reach everything. */
static const struct element *in_direction(const struct elements *elements,
                                          const struct element *from, struct direction direction) {
    const struct element *best = NULL;
    float best_cost = INFINITY;
    for (size_t i = elements_first_in_reach(elements); i < elements->list.count; i++) {
        const struct element *element = &elements->list.items[i];
        if (element == from || !is_focusable(element)) {
            continue;
        }
        float element_cost = cost(from->rect, element->rect, direction);
        if (element_cost < best_cost) {
            best = element;
            best_cost = element_cost;
        }
    }
    return best ? best : in_order(elements, from, direction.dx + direction.dy);
}

/* Whether an arrow works the element (a slider's value, a page) rather than leaves it. */
static bool takes_step(const struct element *element, struct direction direction) {
    if (element->role != ROLE_SLIDER && element->role != ROLE_PAGES) {
        return false;
    }
    bool vertical = (element->flags & ELEMENT_DRAG_Y) && !(element->flags & ELEMENT_DRAG_X);
    return vertical ? direction.dy != 0 : direction.dx != 0;
}

static enum focus_result work(const struct element *element, enum gesture_type type,
                              struct direction direction, millis now, struct gesture *gesture) {
    struct point middle = rect_centre(element->rect);
    *gesture = (struct gesture){.type = type,
                                .id = element->id,
                                .owner = element->owner,
                                .keyed = true,
                                .x = middle.x,
                                .y = middle.y,
                                .dx = (float)direction.dx,
                                .dy = (float)direction.dy,
                                .scale = 1,
                                .time = now};
    return FOCUS_GESTURE;
}

static enum focus_result enter(const struct element *element, millis now, struct gesture *gesture) {
    const struct direction none = {0, 0};
    if (element->flags & ELEMENT_TAP) {
        return work(element, GESTURE_TAP, none, now, gesture);
    }
    if (element->flags & ELEMENT_LONG_PRESS) {
        return work(element, GESTURE_LONG_PRESS, none, now, gesture);
    }
    return FOCUS_NOTHING;
}

static enum focus_result move_to(struct focus *focus, const struct element *element) {
    if (!element || element_id_equal(focus->id, element->id)) {
        return FOCUS_NOTHING;
    }
    focus->id = element->id;
    return FOCUS_MOVED;
}

enum focus_result focus_key(struct focus *focus, const struct elements *elements, enum key key,
                            millis now, struct gesture *gesture) {
    if (key == KEY_ESCAPE) {
        return FOCUS_ESCAPE;
    }
    const struct element *on = focusable(elements, focus->id);
    if (!focus->shown || !on) {
        focus->shown = true;
        on = on ? on : in_order(elements, NULL, 1);
        focus->id = on ? on->id : (struct element_id){0};
        return on ? FOCUS_MOVED : FOCUS_NOTHING;
    }
    switch (key) {
    case KEY_ENTER:
        return enter(on, now, gesture);
    case KEY_NEXT:
        return move_to(focus, in_order(elements, on, 1));
    case KEY_PREVIOUS:
        return move_to(focus, in_order(elements, on, -1));
    default:
        break;
    }
    struct direction direction = directions[key];
    if (takes_step(on, direction)) {
        return work(on, GESTURE_STEP, direction, now, gesture);
    }
    return move_to(focus, in_direction(elements, on, direction));
}

void focus_settle(struct focus *focus, const struct elements *elements) {
    if (!focusable(elements, focus->id)) {
        const struct element *first = in_order(elements, NULL, 1);
        focus->id = first ? first->id : (struct element_id){0};
    }
}

const struct element *focus_shown(const struct focus *focus, const struct elements *elements) {
    return focus->shown ? focusable(elements, focus->id) : NULL;
}
