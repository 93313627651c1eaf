/* Threads: dots joined by a line, which lead from one thing to another, or break off. */
#ifndef SCENE_THREAD_H
#define SCENE_THREAD_H

#include "scene/scene.h"

/* Draws the thread along `points` as far as `grown` (0 … 1) of its length. */
void piece_thread(struct scene_frame *frame, const struct point *points, int count, float grown,
                  struct colour colour);

/* The same, broken off half-way: the line ends, the dots after it lie loose. */
void piece_thread_broken(struct scene_frame *frame, const struct point *points, int count,
                         float grown, struct colour colour);

#endif
