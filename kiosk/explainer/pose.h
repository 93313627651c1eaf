/* Poses: how a thing of the storyboard stands at one moment of its shot. */
#ifndef EXPLAINER_POSE_H
#define EXPLAINER_POSE_H

#include "explainer/storyboard.h"

struct pose {
    struct pair at, end, size;
    float scale, turn, opacity, value;
    float drawn;           /* how much of a line or ring is there, 0 … 1 */
    int colour, colour_to; /* enum film_colour, and what it is changing to */
    float colour_share;    /* how far it has changed, 0 … 1 */
};

/* The pose, at `now` since the shot's start, of the thing in that row and column of its repetition
   (0 and 0 for a thing that is not repeated). False while it is not there. */
bool pose_at(struct pose *pose, const struct thing *thing, int row, int column, millis now,
             millis shot_length);

/* The camera's pose: `at` is the point in the picture's middle, `scale` the zoom, always above 0.
 */
struct pose pose_camera(const struct shot *shot, millis now);

#endif
