/* The rehearsal: what may come next is drawn on another thread, so that its type is there when it
   comes. */
#ifndef STAGE_REHEARSAL_H
#define STAGE_REHEARSAL_H

#include "stage/stage.h"

/* One scene as a visitor would first see it from here. Zero-initialised it is empty and valid. */
struct rehearsal {
    const struct hall *hall;
    const struct hall_scene *entry;
    const char *language;
    struct theme theme;
    struct palette palette;
    struct metrics metrics;
    struct random random; /* what it will draw by lot */
    bool fluid;
    struct draw_list list; /* its words */
};

void rehearsal_finish(struct rehearsal *rehearsal);

/* The next scene that may come after the one that is shown and was not rehearsed since that came;
   false if there is none. What it points to is the hall's, which must stay until it is performed.
   The drawing thread. */
bool rehearsal_begin(struct rehearsal *rehearsal, struct stage *stage);

/* Draws it with `twin`, a twin of the stage's fonts, in which its type is laid out and rendered.
   Any thread. */
void rehearsal_perform(struct rehearsal *rehearsal, struct fonts *twin);

/* Takes over what was performed: the type goes from the twin to the stage's fonts, and the next
   frame has the executor get it ready. The drawing thread. */
void rehearsal_end(struct rehearsal *rehearsal, struct stage *stage, struct fonts *twin);

#endif
