/* Measured widths: short runs that layouts ask for again and again need not be shaped again. */
#ifndef DRAW_WIDTHS_H
#define DRAW_WIDTHS_H

#include "draw/list.h"

/* Longer runs are lines of text, which the layout cache remembers with their block. */
enum { WIDTHS_RUN = 47, WIDTHS_SETS = 256, WIDTHS_WAYS = 4 };

struct width_slot {
    char words[WIDTHS_RUN];
    unsigned char bytes; /* 0: the slot is free */
    enum font_face face;
    int width;
    uint64_t used; /* when it was last asked for; 0: never */
};

/* A run may stand in any slot of its set; the one unused for longest gives way. All zero is empty.
 */
struct widths {
    struct width_slot sets[WIDTHS_SETS][WIDTHS_WAYS];
    uint64_t uses;
};

/* Whether the width of this run is remembered; puts it into `*width`. */
bool widths_find(struct widths *widths, enum font_face face, const char *words, size_t bytes,
                 int *width);

/* Remembers a run's width, unless the run is empty or longer than WIDTHS_RUN. */
void widths_keep(struct widths *widths, enum font_face face, const char *words, size_t bytes,
                 int width);

#endif
