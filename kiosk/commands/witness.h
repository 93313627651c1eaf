/* The witness: says in the log which scene is shown, and all that is on the screen when asked. */
#ifndef COMMANDS_WITNESS_H
#define COMMANDS_WITNESS_H

#include "stage/stage.h"

struct witness;

/* Listens for SIGUSR1, on a thread of its own that calls `wake(self)` when it came. The signal has
   to be blocked in the thread that calls this, and so in all that it starts. NULL, with a line in
   the log, if it cannot listen. */
struct witness *witness_create(void (*wake)(void *self), void *self);
void witness_destroy(struct witness *witness);

/* To be called after each frame, on the drawing thread; either may be NULL. Logs "scene ID" when
   it is another than at the last call. If SIGUSR1 has come since, logs the stage's dump up to its
   random numbers and a line for each element, lowest first:
     element NAME.INDEX ROLE X Y W H FLAG,FLAG LABEL
   in the logical pixels that touch scripts use, then "shown N elements". */
void witness_see(struct witness *witness, const struct stage *stage);

#endif
