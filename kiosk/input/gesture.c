/* Gestures: touches and time go in, a queue of what they mean comes out. */
#include "input/gesture.h"

#include "input/finger.h"
#include "input/palm.h"

#include <math.h>

static const float INERTIA_SECONDS = 0.325F;
static const float INERTIA_LEAST = 12; /* logical pixels a second */

enum { LONG_PRESS_MILLIS = 600 };

void gestures_init(struct gestures *gestures, float palm_span) {
    *gestures = (struct gestures){.palm_span = palm_span};
}

void gestures_finish(struct gestures *gestures) {
    LIST_FINISH(&gestures->queue);
}

void gestures_cancel(struct gestures *gestures) {
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        struct gesture_finger *finger = &gestures->fingers[i];
        if (!finger_is_free(finger)) {
            finger_stop(gestures, finger, gestures->now);
        }
    }
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        gestures->fingers[i] = (struct gesture_finger){0};
    }
}

static struct gesture_finger *finger_of(struct gestures *gestures, int64_t id) {
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        struct gesture_finger *finger = &gestures->fingers[i];
        if (finger->state != FINGER_UP && finger->finger == id) {
            return finger;
        }
    }
    return NULL;
}

void gestures_touch(struct gestures *gestures, const struct elements *elements,
                    const struct touch *touch) {
    (void)gestures_tick(gestures, touch->time);
    struct gesture_finger *finger = finger_of(gestures, touch->finger);
    switch (touch->phase) {
    case TOUCH_DOWN:
        if (finger) { /* its lifting was lost */
            finger_stop(gestures, finger, touch->time);
            finger->state = FINGER_UP;
        }
        finger_down(gestures, elements, touch);
        break;
    case TOUCH_MOVE:
        if (finger) {
            finger_move(gestures, finger, (struct point){touch->x, touch->y}, touch->time);
        }
        break;
    case TOUCH_UP:
        if (finger) {
            finger_up(gestures, finger, touch);
        }
        break;
    }
}

/* When the finger's long press is due, or -1. */
static millis long_press_due(const struct gesture_finger *finger) {
    bool waits = finger->state == FINGER_DOWN && finger->pressed && !finger->held &&
                 !finger->moved && (finger->on.flags & ELEMENT_LONG_PRESS);
    return waits ? finger->down + LONG_PRESS_MILLIS : -1;
}

millis gestures_tick(struct gestures *gestures, millis now) {
    gestures->now = now;
    millis next = -1;
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        struct gesture_finger *finger = &gestures->fingers[i];
        if (finger_is_free(finger)) {
            continue;
        }
        millis due = long_press_due(finger);
        if (due >= 0 && due <= now) {
            finger->held = true;
            (void)finger_emit(gestures, finger, &finger->on, GESTURE_LONG_PRESS, due);
        }
        millis palm = palm_rest_due(finger);
        if (palm <= now) {
            finger_make_palm(gestures, finger, palm);
            continue;
        }
        next = clock_earlier(clock_earlier(next, long_press_due(finger)), palm);
    }
    return next;
}

bool gestures_next(struct gestures *gestures, struct gesture *gesture) {
    if (gestures->queue.count == 0) {
        return false;
    }
    *gesture = gestures->queue.items[0];
    gestures->queue.count--;
    memmove(gestures->queue.items, gestures->queue.items + 1,
            gestures->queue.count * sizeof *gestures->queue.items);
    return true;
}

bool gestures_pressed(const struct gestures *gestures, struct element_id id) {
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        const struct gesture_finger *finger = &gestures->fingers[i];
        if (finger->pressed && element_id_equal(finger->on.id, id)) {
            return true;
        }
    }
    return false;
}

bool gestures_dragging(const struct gestures *gestures, struct element_id id) {
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        const struct gesture_finger *finger = &gestures->fingers[i];
        if (finger->state == FINGER_DRAGGING && element_id_equal(finger->dragged.id, id)) {
            return true;
        }
    }
    return false;
}

float inertia_distance(float v, millis elapsed) {
    return v * INERTIA_SECONDS * (1 - expf(-(float)elapsed / 1000 / INERTIA_SECONDS));
}

bool inertia_over(float v, millis elapsed) {
    return fabsf(v) * expf(-(float)elapsed / 1000 / INERTIA_SECONDS) < INERTIA_LEAST;
}
