/* Palms and sleeves: contacts that come together or never leave, and are no fingers. */
#ifndef INPUT_PALM_H
#define INPUT_PALM_H

#include "input/gesture.h"

/* Whether `newest` makes a palm with two or more others that came within 80 ms and lie within the
   palm's span of it and of each other; `palm` then says of each contact whether it is part. */
bool palm_found(const struct gestures *gestures, const struct gesture_finger *newest,
                bool palm[GESTURE_FINGERS]);

/* The moment from which a contact that stays where it is counts as a palm. */
millis palm_rest_due(const struct gesture_finger *finger);

#endif
