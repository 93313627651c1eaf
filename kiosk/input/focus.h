/* Focus: arrows, Tab, Enter and Escape walk and work every element of a frame. */
#ifndef INPUT_FOCUS_H
#define INPUT_FOCUS_H

#include "input/element.h"
#include "input/gesture.h"
#include "input/touch.h"

/* Nobody sees a focus ring before a key was pressed; a touch hides it again. */
struct focus {
    struct element_id id;
    bool shown;
};

/* What a key came to. */
enum focus_result { FOCUS_NOTHING, FOCUS_MOVED, FOCUS_GESTURE, FOCUS_ESCAPE };

/* Takes a key: moves to the nearest element in that direction (Tab: in the order of registration),
   or fills `*gesture` with what Enter or an arrow does to the focused element. */
enum focus_result focus_key(struct focus *focus, const struct elements *elements, enum key key,
                            millis now, struct gesture *gesture);

/* After a frame: keeps the focus on an element that is still there, else on the first one. */
void focus_settle(struct focus *focus, const struct elements *elements);

/* The focused element if it is to be shown, or NULL. */
const struct element *focus_shown(const struct focus *focus, const struct elements *elements);

#endif
