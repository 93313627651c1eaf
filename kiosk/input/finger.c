/* Fingers: what one contact works from the moment it goes down until it lifts. */
#include "input/finger.h"

#include "input/palm.h"

#include <math.h>

static const float TAP_SLOP = 16;
static const float PINCH_LEAST = 8; /* nearer fingers than this would make the scale jump */
static const float SPEED_SECONDS = 0.03F;

enum { STILL_MILLIS = 80 };

/* Queues a gesture of the target at the finger's place; the caller may fill in more. */
struct gesture *finger_emit(struct gestures *gestures, const struct gesture_finger *finger,
                            const struct gesture_target *target, enum gesture_type type,
                            millis time) {
    struct gesture *gesture = LIST_ADD(&gestures->queue);
    gesture->type = type;
    gesture->id = target->id;
    gesture->owner = target->owner;
    gesture->x = finger->at.x;
    gesture->y = finger->at.y;
    gesture->scale = 1;
    gesture->time = time;
    return gesture;
}

static float distance(struct point a, struct point b) {
    return hypotf(a.x - b.x, a.y - b.y);
}

static struct gesture_target target_of(const struct element *element) {
    if (!element) {
        return (struct gesture_target){0};
    }
    return (struct gesture_target){element->id, element->role, element->owner, element->flags};
}

bool finger_is_free(const struct gesture_finger *finger) {
    return finger->state == FINGER_UP || finger->state == FINGER_PALM;
}

static void unpress(struct gestures *gestures, struct gesture_finger *finger, millis time) {
    if (finger->pressed) {
        finger->pressed = false;
        (void)finger_emit(gestures, finger, &finger->on, GESTURE_RELEASE, time);
    }
}

static struct gesture_finger *pinch_partner(struct gestures *gestures,
                                            const struct gesture_finger *finger) {
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        struct gesture_finger *other = &gestures->fingers[i];
        if (other != finger && other->state == FINGER_PINCHING &&
            element_id_equal(other->pinch.id, finger->pinch.id)) {
            return other;
        }
    }
    return NULL;
}

/* The finger that stays after a pinch may go on to drag, but taps nothing any more. */
static void end_pinch(struct gestures *gestures, struct gesture_finger *finger, millis time) {
    struct gesture_finger *partner = pinch_partner(gestures, finger);
    (void)finger_emit(gestures, finger, &finger->pinch, GESTURE_PINCH_END, time);
    finger->state = FINGER_DOWN;
    if (partner) {
        partner->state = FINGER_DOWN;
        partner->start = partner->at;
    }
}

/* Ends whatever the finger was doing, without a tap and without inertia. */
void finger_stop(struct gestures *gestures, struct gesture_finger *finger, millis time) {
    if (finger->state == FINGER_DRAGGING) {
        (void)finger_emit(gestures, finger, &finger->dragged, GESTURE_DRAG_END, time);
    } else if (finger->state == FINGER_PINCHING) {
        end_pinch(gestures, finger, time);
    }
    unpress(gestures, finger, time);
}

void finger_make_palm(struct gestures *gestures, struct gesture_finger *finger, millis time) {
    if (!finger_is_free(finger)) {
        finger_stop(gestures, finger, time);
        finger->state = FINGER_PALM;
    }
}

/* A place for a new contact: an empty one, else that of the contact longest lifted, else that of
   the oldest palm. */
static struct gesture_finger *place_for(struct gestures *gestures) {
    struct gesture_finger *best = NULL;
    int best_rank = 0;
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        struct gesture_finger *finger = &gestures->fingers[i];
        int rank = !finger->known                 ? 3
                   : finger->state == FINGER_UP   ? 2
                   : finger->state == FINGER_PALM ? 1
                                                  : 0;
        if (rank > best_rank || (rank > 0 && rank == best_rank && finger->down < best->down)) {
            best = finger;
            best_rank = rank;
        }
    }
    return best;
}

/* Whether another finger moves the element already, or (`or_presses`) is down on it. */
static bool is_taken(const struct gestures *gestures, const struct gesture_finger *finger,
                     struct element_id id, bool or_presses) {
    for (int i = 0; id.name && i < GESTURE_FINGERS; i++) {
        const struct gesture_finger *other = &gestures->fingers[i];
        bool has = (or_presses && other->pressed && element_id_equal(other->on.id, id)) ||
                   (other->state == FINGER_DRAGGING && element_id_equal(other->dragged.id, id)) ||
                   (other->state == FINGER_PINCHING && element_id_equal(other->pinch.id, id));
        if (other != finger && has) {
            return true;
        }
    }
    return false;
}

/* The finger that `finger` can pinch with: on the same picture, and not yet one of two. */
static struct gesture_finger *second_finger(struct gestures *gestures,
                                            const struct gesture_finger *finger) {
    if (!finger->pinch.id.name || pinch_partner(gestures, finger)) {
        return NULL;
    }
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        struct gesture_finger *other = &gestures->fingers[i];
        if (other != finger && (other->state == FINGER_DOWN || other->state == FINGER_DRAGGING) &&
            element_id_equal(other->pinch.id, finger->pinch.id)) {
            return other;
        }
    }
    return NULL;
}

static void capture(struct gesture_finger *finger, const struct elements *elements, float x,
                    float y) {
    const struct element *on = elements_at(elements, x, y);
    finger->on = target_of(on);
    finger->rect = on ? on->rect : (struct rect){0};
    finger->drag_x = target_of(elements_at_with(elements, x, y, ELEMENT_DRAG_X));
    finger->drag_y = target_of(elements_at_with(elements, x, y, ELEMENT_DRAG_Y));
    finger->pinch = target_of(elements_at_with(elements, x, y, ELEMENT_PINCH));
}

void finger_down(struct gestures *gestures, const struct elements *elements,
                 const struct touch *touch) {
    struct gesture_finger *finger = place_for(gestures);
    if (!finger) {
        return;
    }
    struct point at = {touch->x, touch->y};
    *finger = (struct gesture_finger){.finger = touch->finger,
                                      .known = true,
                                      .state = FINGER_DOWN,
                                      .start = at,
                                      .at = at,
                                      .rest = at,
                                      .sampled = at,
                                      .down = touch->time,
                                      .last = touch->time,
                                      .rested = touch->time};
    capture(finger, elements, touch->x, touch->y);
    bool palm[GESTURE_FINGERS];
    if (palm_found(gestures, finger, palm)) {
        for (int i = 0; i < GESTURE_FINGERS; i++) {
            if (palm[i]) {
                finger_make_palm(gestures, &gestures->fingers[i], touch->time);
            }
        }
        return;
    }
    struct gesture_finger *second = second_finger(gestures, finger);
    if (second) {
        finger_stop(gestures, second, touch->time);
        second->state = finger->state = FINGER_PINCHING;
    } else if (is_taken(gestures, finger, finger->on.id, true)) {
        finger->state = FINGER_IDLE;
    } else if (finger->on.id.name) {
        finger->pressed = true;
        (void)finger_emit(gestures, finger, &finger->on, GESTURE_PRESS, touch->time);
    }
}

static void measure_speed(struct gesture_finger *finger, millis time) {
    if (time <= finger->last) {
        return;
    }
    float seconds = (float)(time - finger->last) / 1000;
    float share = 1 - expf(-seconds / SPEED_SECONDS);
    finger->speed.x += ((finger->at.x - finger->sampled.x) / seconds - finger->speed.x) * share;
    finger->speed.y += ((finger->at.y - finger->sampled.y) / seconds - finger->speed.y) * share;
    finger->sampled = finger->at;
    finger->last = time;
}

static void emit_drag(struct gestures *gestures, const struct gesture_finger *finger, float dx,
                      float dy, millis time) {
    const struct gesture_target *target = &finger->dragged;
    struct gesture *gesture = finger_emit(gestures, finger, target, GESTURE_DRAG, time);
    gesture->dx = target->flags & ELEMENT_DRAG_X ? dx : 0;
    gesture->dy = target->flags & ELEMENT_DRAG_Y ? dy : 0;
}

/* Begins a drag once the finger has left the place of a tap in a direction that something takes;
   until then, a pressed element stays pressed while the finger is on it. */
static void maybe_drag(struct gestures *gestures, struct gesture_finger *finger, millis time) {
    float dx = finger->at.x - finger->start.x;
    float dy = finger->at.y - finger->start.y;
    if (hypotf(dx, dy) <= TAP_SLOP) {
        return;
    }
    finger->moved = true;
    const struct gesture_target *target =
        fabsf(dx) >= fabsf(dy) ? &finger->drag_x : &finger->drag_y;
    if (!target->id.name) {
        if (!rect_contains(finger->rect, finger->at.x, finger->at.y)) {
            unpress(gestures, finger, time);
        }
        return;
    }
    bool taken = is_taken(gestures, finger, target->id, false);
    if (taken || target->role != ROLE_SLIDER || !element_id_equal(target->id, finger->on.id)) {
        unpress(gestures, finger, time);
    }
    if (taken) {
        finger->state = FINGER_IDLE;
        return;
    }
    finger->dragged = *target;
    finger->state = FINGER_DRAGGING;
    emit_drag(gestures, finger, dx, dy, time);
}

static void move_pinch(struct gestures *gestures, const struct gesture_finger *finger,
                       struct point before, millis time) {
    const struct gesture_finger *partner = pinch_partner(gestures, finger);
    if (!partner) {
        return;
    }
    struct gesture *gesture = finger_emit(gestures, finger, &finger->pinch, GESTURE_PINCH, time);
    gesture->x = (finger->at.x + partner->at.x) / 2;
    gesture->y = (finger->at.y + partner->at.y) / 2;
    gesture->dx = (finger->at.x - before.x) / 2;
    gesture->dy = (finger->at.y - before.y) / 2;
    gesture->scale = fmaxf(distance(finger->at, partner->at), PINCH_LEAST) /
                     fmaxf(distance(before, partner->at), PINCH_LEAST);
}

void finger_move(struct gestures *gestures, struct gesture_finger *finger, struct point to,
                 millis time) {
    struct point before = finger->at;
    finger->at = to;
    measure_speed(finger, time);
    if (distance(to, finger->rest) > TAP_SLOP) {
        finger->rest = to;
        finger->rested = time;
    }
    if (finger->state == FINGER_DOWN) {
        maybe_drag(gestures, finger, time);
    } else if (to.x == before.x && to.y == before.y) {
        return;
    } else if (finger->state == FINGER_DRAGGING) {
        emit_drag(gestures, finger, to.x - before.x, to.y - before.y, time);
    } else if (finger->state == FINGER_PINCHING) {
        move_pinch(gestures, finger, before, time);
    }
}

static void end_drag(struct gestures *gestures, const struct gesture_finger *finger,
                     millis last_move, millis time) {
    const struct gesture_target *target = &finger->dragged;
    struct gesture *gesture = finger_emit(gestures, finger, target, GESTURE_DRAG_END, time);
    bool moving = time - last_move <= STILL_MILLIS;
    gesture->vx = moving && (target->flags & ELEMENT_DRAG_X) ? finger->speed.x : 0;
    gesture->vy = moving && (target->flags & ELEMENT_DRAG_Y) ? finger->speed.y : 0;
}

void finger_up(struct gestures *gestures, struct gesture_finger *finger,
               const struct touch *touch) {
    millis last_move = finger->last;
    struct point to = {touch->x, touch->y};
    if (to.x != finger->at.x || to.y != finger->at.y) {
        finger_move(gestures, finger, to, touch->time);
        last_move = touch->time;
    }
    bool tap = finger->state == FINGER_DOWN && finger->pressed && !finger->held &&
               (finger->on.flags & ELEMENT_TAP);
    if (finger->state == FINGER_DRAGGING) {
        end_drag(gestures, finger, last_move, touch->time);
    } else if (finger->state == FINGER_PINCHING) {
        end_pinch(gestures, finger, touch->time);
    }
    unpress(gestures, finger, touch->time);
    if (tap) {
        (void)finger_emit(gestures, finger, &finger->on, GESTURE_TAP, touch->time);
    }
    finger->state = FINGER_UP;
}
