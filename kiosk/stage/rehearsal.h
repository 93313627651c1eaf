/* The rehearsal: what may come next is drawn on another thread, so that its type is there when it
   comes. */
#ifndef STAGE_REHEARSAL_H
#define STAGE_REHEARSAL_H

#include "stage/stage.h"

/* What the scene that is shown would be after a tap or in the other language, or another scene as a
   visitor would first see it from here. Zero-initialised it is empty and valid. */
struct rehearsal {
    struct scene scene;        /* without a state of its own, without fonts and player */
    struct theme theme;        /* the scene's */
    void *state;               /* a copy of the shown scene's, NULL: another scene is entered */
    LIST(struct gesture) taps; /* each from that state; none: it is drawn as it is */
    bool with_pictures;        /* else words alone */
    LIST(uint64_t) known;      /* words and pictures that are there already, by their hash */
    struct draw_list drawn;    /* the last frame */
    struct draw_list list;     /* what is new in all of them */
};

void rehearsal_finish(struct rehearsal *rehearsal);

/* What is to be rehearsed next: taps on what is shown, the likeliest first, then the scenes that
   may come after it, then its other language; false if all that is done. What it points to is the
   hall's, which must stay until it is performed. The drawing thread. */
bool rehearsal_begin(struct rehearsal *rehearsal, struct stage *stage);

/* Draws it with `twin`, a twin of the stage's fonts, in which its type is laid out and rendered.
   Any thread. */
void rehearsal_perform(struct rehearsal *rehearsal, struct fonts *twin);

/* Takes over what was performed: the type goes from the twin to the stage's fonts, and the next
   frame has the executor get it ready. The drawing thread. */
void rehearsal_end(struct rehearsal *rehearsal, struct stage *stage, struct fonts *twin);

#endif
