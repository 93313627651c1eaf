/* Elements: what on a frame can be touched, walked to by keys, and spoken. */
#ifndef INPUT_ELEMENT_H
#define INPUT_ELEMENT_H

#include "base/geometry.h"
#include "base/list.h"

#include <stdbool.h>

/* Which element: a name with a number, written "answer.2" in scripts and dumps. The name is a
   string constant; element ids are equal when name and index are. A zeroed id is none. */
struct element_id {
    const char *name;
    int index;
};

/* Two ids that are none are equal. */
bool element_id_equal(struct element_id a, struct element_id b);

enum element_role { ROLE_BUTTON, ROLE_LINK, ROLE_CHOICE, ROLE_SLIDER, ROLE_PICTURE, ROLE_PAGES };

enum element_flag {
    ELEMENT_TAP = 1,
    ELEMENT_DRAG_X = 2, /* takes horizontal drags */
    ELEMENT_DRAG_Y = 4, /* takes vertical drags */
    ELEMENT_PINCH = 8,  /* takes two fingers */
    ELEMENT_LONG_PRESS = 16,
    ELEMENT_CHECKED = 32,   /* a choice that is chosen */
    ELEMENT_DISABLED = 64,  /* seen and spoken, not touched */
    ELEMENT_NO_FOCUS = 128, /* the keys pass it by: something else does the same */
    ELEMENT_MODAL = 256,    /* covers everything registered before it */
    ELEMENT_PRIMARY = 512,  /* the likeliest to be touched */
};

struct element {
    struct element_id id;
    struct rect rect; /* what can be touched; may be larger than what is seen */
    enum element_role role;
    unsigned flags;    /* enum element_flag */
    int owner;         /* whose it is when two play: 0 everybody's, 1 and 2 a player's */
    const char *label; /* what is spoken; lives as long as the frame */
};

/* A frame's elements, lowest first: a touch goes to the last one that contains it. */
struct elements {
    LIST(struct element) list;
};

/* Frees the list; it is empty and valid again. */
void elements_finish(struct elements *elements);

/* Empties it for the next frame. */
void elements_clear(struct elements *elements);

/* Puts a copy of `element` above those there are. */
void elements_add(struct elements *elements, struct element element);

/* The topmost element at (x, y) that is not disabled, or NULL. Nothing below a modal element. */
const struct element *elements_at(const struct elements *elements, float x, float y);

/* The topmost of those under (x, y) that has one of `flags` too (0: any), or NULL: what a drag on a
   card comes to, for the column that the card lies in. */
const struct element *elements_at_with(const struct elements *elements, float x, float y,
                                       unsigned flags);

/* Where the part begins that touch and keys can reach: the last modal element, else 0. */
size_t elements_first_in_reach(const struct elements *elements);

/* The element of that id, or NULL. */
const struct element *elements_find(const struct elements *elements, struct element_id id);

#endif
