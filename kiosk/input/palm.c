/* Palms and sleeves: three contacts at once in a hand's width, or one that never lifts. */
#include "input/palm.h"

#include <math.h>

enum { TOGETHER_MILLIS = 80, REST_MILLIS = 10000 };

/* Whether two contacts came at once and within a hand's width; a palm that flickers has lifted
   some of them again. */
static bool together(const struct gestures *gestures, const struct gesture_finger *a,
                     const struct gesture_finger *b) {
    return a->known && b->known && llabs(a->down - b->down) <= TOGETHER_MILLIS &&
           hypotf(a->start.x - b->start.x, a->start.y - b->start.y) <= gestures->palm_span;
}

bool palm_found(const struct gestures *gestures, const struct gesture_finger *newest,
                bool palm[GESTURE_FINGERS]) {
    bool found = false;
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        const struct gesture_finger *one = &gestures->fingers[i];
        palm[i] = one == newest;
        for (int k = 0; k < GESTURE_FINGERS && one != newest && together(gestures, one, newest);
             k++) {
            const struct gesture_finger *other = &gestures->fingers[k];
            if (other != one && other != newest && together(gestures, other, newest) &&
                together(gestures, other, one)) {
                palm[i] = found = true;
            }
        }
    }
    return found;
}

millis palm_rest_due(const struct gesture_finger *finger) {
    return finger->rested + REST_MILLIS;
}
