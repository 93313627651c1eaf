/* What comes in: fingers and keys with their time, as the screen or a script reports them. */
#ifndef INPUT_TOUCH_H
#define INPUT_TOUCH_H

#include "base/clock.h"

#include <stdint.h>

enum touch_phase { TOUCH_DOWN, TOUCH_MOVE, TOUCH_UP };

/* Logical pixels of the upright picture (rotation and mapping applied). A desk's mouse is finger
   MOUSE_FINGER. */
struct touch {
    int64_t finger;
    enum touch_phase phase;
    float x, y;
    millis time;
};

enum { MOUSE_FINGER = -1 };

/* The keys that walk a scene. Space counts as KEY_ENTER. */
enum key { KEY_LEFT, KEY_RIGHT, KEY_UP, KEY_DOWN, KEY_NEXT, KEY_PREVIOUS, KEY_ENTER, KEY_ESCAPE };

#endif
