/* The rehearser: a thread on which the scenes that may come next are drawn beforehand. */
#ifndef COMMANDS_REHEARSER_H
#define COMMANDS_REHEARSER_H

#include "stage/rehearsal.h"

struct rehearser;

/* For the stages that draw with `fonts`, which outlive it. `ready(self)` is called from its thread
   when there is something for rehearser_step to take. Never NULL. */
struct rehearser *rehearser_create(struct fonts *fonts, void (*ready)(void *self), void *self);

/* Waits for what is under way. This and what follows take NULL. */
void rehearser_destroy(struct rehearser *rehearser);

/* Waits for what is under way and drops it: the stage or its hall is about to go. */
void rehearser_drop(struct rehearser *rehearser);

/* Takes what was performed into the stage, and begins with the scene after, if the stage `rests`.
   True if the next frame has something to get ready. */
bool rehearser_step(struct rehearser *rehearser, struct stage *stage, bool rests);

/* Waits until what is under way is performed; false if nothing is. For those who measure. */
bool rehearser_wait(struct rehearser *rehearser);

#endif
