/* The drifting network: dots and the lines between near ones, which can gather into an emblem. */
#ifndef SCENE_NETWORK_H
#define SCENE_NETWORK_H

#include "base/random.h"
#include "scene/scene.h"

enum { NETWORK_DOTS = 76 };

/* A dot's way: an ellipse about its place that it hardly ever repeats. Fractions of the region. */
struct network_dot {
    float x, y;
    float reach_x, reach_y;
    float turn_x, turn_y;     /* where on its way it starts, radians */
    float period_x, period_y; /* milliseconds */
    float radius;             /* logical pixels */
    bool hollow;              /* a ring: the old diagram's dots are of two kinds */
};

/* Plain data, part of a scene's state. */
struct network {
    struct network_dot dots[NETWORK_DOTS];
    uint64_t seed; /* of the ways that messages take */
};

/* Scatters the dots: evenly, and yet nowhere in rows, over a region `shape` times as wide as it is
   high. */
void network_init(struct network *network, struct random *random, float shape);

/* What a frame shows of it. */
struct network_look {
    struct rect region;          /* the dots fade towards its edges */
    millis time;                 /* since it began to drift */
    const struct emblem *emblem; /* what it gathers into, or NULL */
    struct rect square;          /* that the emblem fills */
    float gathered;              /* 0 drifts … 1 is the emblem */
    float messages;              /* how far lights on their way from dot to dot are faded in */
    struct colour ground;        /* what it lies on */
    struct colour colour;        /* of drifting dots and lines, on the ground */
    struct colour light;         /* of gathered ones, and of messages on their way */
};

void network_draw(const struct network *network, struct draw_list *draw,
                  const struct network_look *look);

#endif
