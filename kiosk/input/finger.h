/* Fingers: the recogniser's inner half, for gesture.c. */
#ifndef INPUT_FINGER_H
#define INPUT_FINGER_H

#include "input/gesture.h"

/* Whether it works nothing: lifted, or part of a palm. */
bool finger_is_free(const struct gesture_finger *finger);

/* Queues a gesture of the target at the finger's place; the caller may fill in more. */
struct gesture *finger_emit(struct gestures *gestures, const struct gesture_finger *finger,
                            const struct gesture_target *target, enum gesture_type type,
                            millis time);

/* A new contact. Where 20 are down already it is not taken. */
void finger_down(struct gestures *gestures, const struct elements *elements,
                 const struct touch *touch);

/* It is somewhere else now, or still there: begins a drag, goes on with one, or pinches. */
void finger_move(struct gestures *gestures, struct gesture_finger *finger, struct point to,
                 millis time);

/* It lifts, where `touch` says: a tap, the end of a drag or of a pinch, or nothing. */
void finger_up(struct gestures *gestures, struct gesture_finger *finger, const struct touch *touch);

/* Ends whatever the finger was doing, without a tap and without inertia. */
void finger_stop(struct gestures *gestures, struct gesture_finger *finger, millis time);

/* It does nothing from now on until it lifts. */
void finger_make_palm(struct gestures *gestures, struct gesture_finger *finger, millis time);

#endif
