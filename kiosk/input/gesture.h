/* Gestures: timed touches become taps, drags, pinches and long presses of elements. */
#ifndef INPUT_GESTURE_H
#define INPUT_GESTURE_H

#include "input/element.h"
#include "input/touch.h"

enum gesture_type {
    GESTURE_PRESS,      /* a finger went down on it: show it, at once */
    GESTURE_RELEASE,    /* it is no longer pressed, whatever comes of it */
    GESTURE_TAP,        /* also Enter on the focused element */
    GESTURE_LONG_PRESS, /* held 600 ms without moving; no tap follows */
    GESTURE_DRAG,       /* dx, dy since the last one; begins 16 logical px from the press */
    GESTURE_DRAG_END,   /* vx, vy: the finger's speed when it left */
    GESTURE_PINCH,      /* scale since the last one, about (x, y), with dx, dy of the middle */
    GESTURE_PINCH_END,
    GESTURE_STEP, /* an arrow key on a focused slider or pages: dx, dy of -1, 0, 1 */
};

struct gesture {
    enum gesture_type type;
    struct element_id id;
    int owner;
    bool keyed; /* by a key: then it is in the element's middle */
    float x, y; /* where, logical pixels */
    float dx, dy;
    float vx, vy; /* logical pixels a second */
    float scale;
    millis time;
};

enum { GESTURE_FINGERS = 20 };

/* What a finger may come to work: remembered by id, since the frames change under it. */
struct gesture_target {
    struct element_id id;
    enum element_role role;
    int owner;
    unsigned flags; /* enum element_flag */
};

enum finger_state {
    FINGER_UP,
    FINGER_DOWN, /* may become a tap, a long press, a drag */
    FINGER_DRAGGING,
    FINGER_PINCHING,
    FINGER_IDLE, /* another finger has the element: this one does nothing */
    FINGER_PALM,
};

struct gesture_finger {
    int64_t finger;
    enum finger_state state;
    bool known;               /* the times below are of a contact, perhaps one that has lifted */
    bool pressed;             /* `on` got a GESTURE_PRESS and waits for its GESTURE_RELEASE */
    bool held;                /* the long press was reported */
    bool moved;               /* it was further than a tap from where it went down */
    struct gesture_target on; /* what it went down on */
    struct gesture_target drag_x, drag_y; /* that, or the nearest below, which takes the drag */
    struct gesture_target pinch;          /* and which takes two fingers */
    struct gesture_target dragged;        /* the one of the two that it drags */
    struct rect rect;                     /* of `on` */
    struct point start, at, rest;         /* where it went down, is now, and last moved away from */
    struct point sampled;                 /* where it was at the time of `last` */
    struct point speed;                   /* logical pixels a second */
    millis down, last, rested;            /* the times of start, of the last move, of rest */
};

/* The recogniser: plain state, for one screen. */
struct gestures {
    struct gesture_finger fingers[GESTURE_FINGERS];
    LIST(struct gesture) queue;
    float palm_span; /* 90 mm in logical pixels */
    millis now;      /* of the last touch or tick */
};

/* `palm_span`: three contacts within 80 ms and this far apart are a palm. */
void gestures_init(struct gestures *gestures, float palm_span);

/* Frees the queue; what the fingers were doing is not reported. */
void gestures_finish(struct gestures *gestures);

/* Forgets every finger: pressed elements get GESTURE_RELEASE, later moves of them do nothing. */
void gestures_cancel(struct gestures *gestures);

/* Takes one touch; `elements` are those of the frame the finger saw. Results join the queue.
   A finger works what it went down on until it lifts. Where that element takes no drag in the
   finger's direction, the nearest one below it that does gets the drag. A drag ends the press, but
   for a slider's knob. Where nothing takes the drag, lifting inside the element is still a tap. Two
   fingers on one element count as one unless it takes two. */
void gestures_touch(struct gestures *gestures, const struct elements *elements,
                    const struct touch *touch);

/* Lets time pass (long presses, contacts that never lift). Returns when it wants to be called
   again, or -1. */
millis gestures_tick(struct gestures *gestures, millis now);

/* Takes the oldest gesture out of the queue; false when it is empty. */
bool gestures_next(struct gestures *gestures, struct gesture *gesture);

/* Whether a finger is down on the element. */
bool gestures_pressed(const struct gestures *gestures, struct element_id id);

/* Whether a finger drags it. */
bool gestures_dragging(const struct gestures *gestures, struct element_id id);

/* Inertia after a drag: an exponential slow-down with a time constant of 325 ms, as touch systems
   use. Position moved after `elapsed` at the start speed `v` (logical pixels a second). */
float inertia_distance(float v, millis elapsed);

/* Whether the movement has become too slow to be seen: under 12 logical pixels a second. */
bool inertia_over(float v, millis elapsed);

#endif
