/* Touch scripts: a visit as text, replayed to the pixel in tests, pictures and the tour. */
#ifndef INPUT_SCRIPT_H
#define INPUT_SCRIPT_H

#include "base/clock.h"
#include "base/random.h"
#include "input/element.h"
#include "input/touch.h"

#include <stdbool.h>
#include <stddef.h>

/* One step a line; `#` begins a comment. Coordinates are logical pixels.
     tap answer.2            the middle of that element; what a scrolled column hides is dragged
                             into view first
     tap 540 960
     tap picture.0 0.2 0.5   a place in that element, in fractions from its upper left corner
     press answer.2          down without up; `release` lifts it
     release
     drag picture.0 -400 0   from the element's middle by (dx, dy) in 300 ms
     drag picture.0 0.2 0.5 -400 0   the same from a place in it
     swipe left|right|up|down   across the middle of the screen
     pinch picture.0 2.0     two fingers apart (or together, below 1) in 400 ms
     hold picture.0          a long press
     key right|left|up|down|next|previous|enter|escape
     wait 600                milliseconds
     wait again.0            until that element is there, for twenty seconds at most
     random 100              that many random touches
     shot wrong              the state has a name: keep a picture
     language en             switch as the bar's button does
     go personal/phishing    straight to a scene
   A tap or a key takes 80 ms and what it set moving another 320 ms, so that a `shot` after it shows
   where it led; `tap`, `press` and `hold` of an element that another covers is a mistake. */

/* Whoever replays a script gives this: a stage under a made-up clock, or a real screen. Every call
   is made in the order of the script; `pass` lets so much time pass, drawing as it goes. */
struct script_player {
    const struct elements *(*elements)(void *self);
    void (*touch)(void *self, const struct touch *touch);
    void (*key)(void *self, enum key key);
    void (*pass)(void *self, millis span);
    void (*shot)(void *self, const char *name);
    void (*language)(void *self, const char *language);
    bool (*go)(void *self, const char *scene);
    millis (*now)(void *self);
    float width, height;  /* of the screen, logical pixels */
    struct random random; /* for `random` steps */
    void *self;
};

/* Replays `text`. On a line that cannot be followed (an unknown word, an element that is not
   there) writes "line 3: no element answer.9 on the screen; there are: …" to `error` and returns
   false. */
bool script_replay(const char *text, struct script_player *player, char *error, size_t error_size);

#endif
