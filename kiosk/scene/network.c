/* The drifting network: dots and the lines between near ones, which can gather into an emblem. */
#include "scene/network.h"

#include <math.h>

static const float TURN = 6.2831853F;
static const float NEAR_DOTS = 1.55F; /* dots nearer than so many cells are joined */
static const float LEAST_RADIUS = 3;
static const float LARGEST_RADIUS = 9;
static const float LINE_WIDTH = 2;
static const float EDGE = 0.08F;      /* of the region: where the dots fade */
static const float FREE_ALPHA = 0.4F; /* of dots that are not part of the emblem */
static const float BEAD_RADIUS = 4;   /* of dots on the emblem's lines */
/* So many dots always drift on around the emblem. */
enum { FREE_DOTS = 20 };

static float between(struct random *random, float low, float high) {
    return low + (high - low) * random_unit(random);
}

void network_init(struct network *network, struct random *random) {
    for (int i = 0; i < NETWORK_DOTS; i++) {
        int column = i % NETWORK_ACROSS;
        int row = i / NETWORK_ACROSS;
        struct network_dot *dot = &network->dots[i];
        dot->x = ((float)column + between(random, 0.1F, 0.9F)) / NETWORK_ACROSS;
        dot->y = ((float)row + between(random, 0.1F, 0.9F)) / NETWORK_DOWN;
        dot->reach_x = between(random, 0.02F, 0.05F);
        dot->reach_y = between(random, 0.02F, 0.05F);
        dot->turn_x = between(random, 0, TURN);
        dot->turn_y = between(random, 0, TURN);
        dot->period_x = between(random, 18000, 36000);
        dot->period_y = between(random, 18000, 36000);
        float large = between(random, 0, 1); /* squared: few are large */
        dot->radius = LEAST_RADIUS + (LARGEST_RADIUS - LEAST_RADIUS) * large * large;
    }
}

struct placed_dot {
    struct point at;
    float alpha;    /* towards the region's edges it fades */
    float gathered; /* 0 for a dot that drifts on */
    float radius;
};

/* A place in the emblem that one dot goes to. */
struct target {
    struct point at;
    float radius;
};

static float fade_at(float share) {
    float inside = fminf(share, 1 - share) / EDGE;
    return fminf(fmaxf(inside, 0), 1);
}

static float phase(millis time, float period, float start) {
    double turns = (double)time / (double)period;
    return (float)(turns - floor(turns)) * TURN + start;
}

static struct placed_dot drifting_dot(const struct network_dot *dot,
                                      const struct network_look *look) {
    float x = dot->x + dot->reach_x * sinf(phase(look->time, dot->period_x, dot->turn_x));
    float y = dot->y + dot->reach_y * cosf(phase(look->time, dot->period_y, dot->turn_y));
    return (struct placed_dot){
        .at = {look->region.x + look->region.w * x, look->region.y + look->region.h * y},
        .alpha = fade_at(x) * fade_at(y),
        .radius = dot->radius,
    };
}

static struct point emblem_dot(const struct network_look *look, size_t index) {
    const struct pair *dot = ITEM(look->emblem->dots, struct pair, index);
    return (struct point){look->square.x + look->square.w * dot->first,
                          look->square.y + look->square.h * dot->second};
}

/* The ends of the emblem's line; false if it names dots that are not there. */
static bool emblem_line(const struct network_look *look, size_t index, struct point *from,
                        struct point *to) {
    const struct pair *line = ITEM(look->emblem->lines, struct pair, index);
    size_t first = (size_t)line->first - 1;
    size_t second = (size_t)line->second - 1;
    if (first >= look->emblem->dots.count || second >= look->emblem->dots.count) {
        return false;
    }
    *from = emblem_dot(look, first);
    *to = emblem_dot(look, second);
    return true;
}

static float emblem_length(const struct network_look *look) {
    float length = 0;
    for (size_t i = 0; i < look->emblem->lines.count; i++) {
        struct point from;
        struct point to;
        if (emblem_line(look, i, &from, &to)) {
            length += hypotf(to.x - from.x, to.y - from.y);
        }
    }
    return length;
}

/* The emblem's own dots first, then beads evenly along its lines, as far as the dots go. */
static int emblem_targets(const struct network_look *look, struct target *targets) {
    const int most = NETWORK_DOTS - FREE_DOTS;
    int count = 0;
    for (size_t i = 0; i < look->emblem->dots.count && count < most; i++) {
        targets[count++] = (struct target){emblem_dot(look, i), look->square.w * 0.022F};
    }
    float step = emblem_length(look) / (float)(most - count + 1);
    step = fmaxf(step, look->square.w * 0.06F);
    for (size_t i = 0; i < look->emblem->lines.count; i++) {
        struct point from;
        struct point to;
        if (!emblem_line(look, i, &from, &to)) {
            continue;
        }
        int beads = (int)(hypotf(to.x - from.x, to.y - from.y) / step);
        for (int bead = 1; bead < beads && count < most; bead++) {
            float share = (float)bead / (float)beads;
            struct point at = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
            targets[count++] = (struct target){at, BEAD_RADIUS};
        }
    }
    return count;
}

/* Every target calls the nearest dot that is still free, by where dots lie at rest: so the same
   dots go to the same places while they drift. */
static void gather(const struct network *network, const struct network_look *look,
                   struct placed_dot *dots) {
    struct target targets[NETWORK_DOTS];
    int count = emblem_targets(look, targets);
    for (int i = 0; i < count; i++) {
        int nearest = -1;
        float best = INFINITY;
        for (int j = 0; j < NETWORK_DOTS; j++) {
            float x = look->region.x + look->region.w * network->dots[j].x - targets[i].at.x;
            float y = look->region.y + look->region.h * network->dots[j].y - targets[i].at.y;
            if (dots[j].gathered <= 0 && x * x + y * y < best) {
                best = x * x + y * y;
                nearest = j;
            }
        }
        struct placed_dot *dot = &dots[nearest];
        float share = dot->gathered = look->gathered;
        dot->at.x += (targets[i].at.x - dot->at.x) * share;
        dot->at.y += (targets[i].at.y - dot->at.y) * share;
        dot->radius += (targets[i].radius - dot->radius) * share;
        dot->alpha += (1 - dot->alpha) * share;
    }
}

/* Lines of the network are gone before the emblem's come. */
static void draw_near_lines(const struct placed_dot *dots, struct draw_list *draw,
                            const struct network_look *look) {
    float reach = NEAR_DOTS * sqrtf(look->region.w * look->region.h / NETWORK_DOTS);
    float free = 1 - (1 - FREE_ALPHA) * look->gathered;
    for (int i = 0; i < NETWORK_DOTS; i++) {
        for (int j = i + 1; j < NETWORK_DOTS; j++) {
            float distance = hypotf(dots[i].at.x - dots[j].at.x, dots[i].at.y - dots[j].at.y);
            float loose = fmaxf(0, 1 - 2 * fmaxf(dots[i].gathered, dots[j].gathered));
            float alpha = (1 - distance / reach) * fminf(dots[i].alpha, dots[j].alpha) * loose *
                          (loose < 1 ? 1 : free);
            if (distance < reach && alpha > 0.02F) {
                draw_line(draw, dots[i].at.x, dots[i].at.y, dots[j].at.x, dots[j].at.y, LINE_WIDTH,
                          colour_with_alpha(look->colour, alpha));
            }
        }
    }
}

static void draw_emblem_lines(struct draw_list *draw, const struct network_look *look) {
    float alpha = (look->gathered - 0.7F) / 0.3F;
    for (size_t i = 0; alpha > 0 && i < look->emblem->lines.count; i++) {
        struct point from;
        struct point to;
        if (emblem_line(look, i, &from, &to)) {
            draw_line(draw, from.x, from.y, to.x, to.y, LINE_WIDTH,
                      colour_with_alpha(look->light, alpha * 0.7F));
        }
    }
}

static void draw_dots(const struct placed_dot *dots, struct draw_list *draw,
                      const struct network_look *look) {
    for (int i = 0; i < NETWORK_DOTS; i++) {
        float free = dots[i].gathered > 0 ? 1 : 1 - (1 - FREE_ALPHA) * look->gathered;
        struct colour colour = colour_mix(look->colour, look->light, dots[i].gathered);
        float alpha = dots[i].alpha * free;
        if (alpha > 0.02F) {
            draw_dot(draw, dots[i].at.x, dots[i].at.y, dots[i].radius,
                     colour_with_alpha(colour, alpha));
        }
    }
}

void network_draw(const struct network *network, struct draw_list *draw,
                  const struct network_look *look) {
    struct placed_dot dots[NETWORK_DOTS];
    for (int i = 0; i < NETWORK_DOTS; i++) {
        dots[i] = drifting_dot(&network->dots[i], look);
    }
    bool gathers = look->emblem && look->emblem->dots.count > 0 && look->gathered > 0;
    if (gathers) {
        gather(network, look, dots);
    }
    draw_near_lines(dots, draw, look);
    if (gathers) {
        draw_emblem_lines(draw, look);
    }
    draw_dots(dots, draw, look);
}
