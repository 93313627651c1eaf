/* The drifting network: dots and the lines between near ones, which can gather into an emblem. */
#include "scene/network.h"

#include <math.h>

static const float TURN = 6.2831853F;
static const float NEAR_DOTS = 1.55F; /* dots nearer than so many mean distances are joined */
static const float LINE_WIDTH = 2;
static const float LINE_STRENGTH = 1.3F;  /* lines are as opaque as dots well before they touch */
static const float FAINTEST_LINE = 0.07F; /* the longest lines are the dearest and least seen */
static const float EDGE = 0.08F;          /* of the region: where the dots fade */
static const float FREE_ALPHA = 0.45F;    /* of dots that are not part of the emblem */
static const float RING_WIDTH = 3;        /* of a hollow dot */
static const float EMBLEM_DOT = 0.024F;   /* of the emblem's side */
static const float EMBLEM_LINE = 0.007F;
static const float BEAD_RADIUS = 4.5F; /* of dots on the emblem's lines */
static const float MESSAGE_RADIUS = 6;
static const float LATEST = 0.35F; /* the last dot to set out has so much of the way behind */
static const float BEND = 0.12F;   /* dots gather in a curve that leaves the way by so much */
/* So many dots always drift on around the emblem. */
enum { FREE_DOTS = 22 };

/* Dots of the three sorts, the farthest first: how many of a hundred, how large, how far they go.
 */
static const struct {
    int share;
    float least_radius, largest_radius, reach;
    bool hollow;
} sorts[] = {{58, 3, 4.5F, 0.025F, false}, {24, 6, 8, 0.04F, false}, {18, 8, 11, 0.05F, true}};

static float between(struct random *random, float low, float high) {
    return low + (high - low) * random_unit(random);
}

/* How far apart two places are when the region's edges are joined, so that dots keep as far from
   its edges as from each other. */
static float apart(const struct network_dot *a, float x, float y, float shape) {
    float dx = fabsf(a->x - x);
    float dy = fabsf(a->y - y);
    return hypotf(fminf(dx, 1 - dx) * shape, fminf(dy, 1 - dy));
}

static float nearest_apart(const struct network *network, int count, float x, float y,
                           float shape) {
    float nearest = INFINITY;
    for (int i = 0; i < count; i++) {
        nearest = fminf(nearest, apart(&network->dots[i], x, y, shape));
    }
    return nearest;
}

/* Of several places the one farthest from all dots so far (Mitchell 1991). */
static void place_dot(struct network *network, int index, struct random *random, float shape) {
    enum { TRIES = 24 };
    float best = -1;
    for (int i = 0; i < TRIES; i++) {
        float x = random_unit(random);
        float y = random_unit(random);
        float nearest = nearest_apart(network, index, x, y, shape);
        if (nearest > best) {
            best = nearest;
            network->dots[index].x = x;
            network->dots[index].y = y;
        }
    }
}

static size_t sort_of(struct random *random) {
    int lot = (int)random_below(random, 100);
    size_t sort = 0;
    while (sort + 1 < sizeof sorts / sizeof sorts[0] && lot >= sorts[sort].share) {
        lot -= sorts[sort++].share;
    }
    return sort;
}

void network_init(struct network *network, struct random *random, float shape) {
    network->seed = random_next(random);
    for (int i = 0; i < NETWORK_DOTS; i++) {
        struct network_dot *dot = &network->dots[i];
        place_dot(network, i, random, shape);
        size_t sort = sort_of(random);
        dot->reach_x = sorts[sort].reach * between(random, 0.7F, 1);
        dot->reach_y = sorts[sort].reach * between(random, 0.7F, 1) * fminf(shape, 1);
        dot->turn_x = between(random, 0, TURN);
        dot->turn_y = between(random, 0, TURN);
        dot->period_x = between(random, 18000, 36000);
        dot->period_y = between(random, 18000, 36000);
        dot->radius = between(random, sorts[sort].least_radius, sorts[sort].largest_radius);
        dot->hollow = sorts[sort].hollow;
    }
}

struct placed_dot {
    struct point at;
    float alpha;    /* towards the region's edges it fades */
    float gathered; /* 0 for a dot that drifts on */
    float radius;
    float hollow; /* 1 for a ring, 0 for a full dot */
    bool called;  /* to a place in the emblem */
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
        .hollow = dot->hollow ? 1 : 0,
    };
}

/* What the emblem's dots take up of the square that they are drawn in. */
static struct rect emblem_bounds(const struct emblem *emblem) {
    float left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < emblem->dots.count; i++) {
        const struct pair *dot = ITEM(emblem->dots, struct pair, i);
        left = fminf(left, dot->first);
        right = fmaxf(right, dot->first);
        top = fminf(top, dot->second);
        bottom = fmaxf(bottom, dot->second);
    }
    return (struct rect){left, top, right - left, bottom - top};
}

/* Every emblem fills the square from side to side, however much air its drawing has. */
static struct point emblem_dot(const struct network_look *look, size_t index) {
    const struct pair *dot = ITEM(look->emblem->dots, struct pair, index);
    struct rect bounds = emblem_bounds(look->emblem);
    float scale = look->square.w / fmaxf(fmaxf(bounds.w, bounds.h), 0.1F);
    struct point middle = rect_centre(bounds);
    struct point centre = rect_centre(look->square);
    return (struct point){centre.x + (dot->first - middle.x) * scale,
                          centre.y + (dot->second - middle.y) * scale};
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
        targets[count++] = (struct target){emblem_dot(look, i), look->square.w * EMBLEM_DOT};
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

/* The free dot that lies nearest to a place, by where dots lie at rest: so the same dots go to the
   same places while they drift. */
static int nearest_free(const struct network *network, const struct network_look *look,
                        const struct placed_dot *dots, struct point at) {
    int nearest = 0;
    float best = INFINITY;
    for (int i = 0; i < NETWORK_DOTS; i++) {
        float x = look->region.x + look->region.w * network->dots[i].x - at.x;
        float y = look->region.y + look->region.h * network->dots[i].y - at.y;
        if (!dots[i].called && x * x + y * y < best) {
            best = x * x + y * y;
            nearest = i;
        }
    }
    return nearest;
}

/* Not all dots set out at once: `turn` from 0 to 1 says when this one does. */
static float share_of_way(float gathered, float turn) {
    float share = gathered * (1 + LATEST) - LATEST * turn;
    return fminf(fmaxf(share, 0), 1);
}

/* Moves a dot so much of its way home, in a curve. */
static void move_home(struct placed_dot *dot, const struct target *target, float share) {
    float dx = target->at.x - dot->at.x;
    float dy = target->at.y - dot->at.y;
    float bend = BEND * sinf(share * TURN / 2);
    dot->at.x += dx * share - dy * bend;
    dot->at.y += dy * share + dx * bend;
    dot->radius += (target->radius - dot->radius) * share;
    dot->alpha += (1 - dot->alpha) * share;
    dot->hollow *= 1 - share;
    dot->gathered = share;
}

static void gather(const struct network *network, const struct network_look *look,
                   struct placed_dot *dots) {
    struct target targets[NETWORK_DOTS];
    int count = emblem_targets(look, targets);
    for (int i = 0; i < count; i++) {
        int nearest = nearest_free(network, look, dots, targets[i].at);
        float turn = (float)(nearest % 8) / 7; /* neighbours have other numbers */
        dots[nearest].called = true;
        move_home(&dots[nearest], &targets[i], share_of_way(look->gathered, turn));
    }
}

static float near_distance(const struct network_look *look) {
    return NEAR_DOTS * sqrtf(look->region.w * look->region.h / NETWORK_DOTS);
}

/* Lines of the network are gone before the emblem's come. */
static void draw_near_lines(const struct placed_dot *dots, struct draw_list *draw,
                            const struct network_look *look) {
    float reach = near_distance(look);
    float free = 1 - (1 - FREE_ALPHA) * look->gathered;
    for (int i = 0; i < NETWORK_DOTS; i++) {
        for (int j = i + 1; j < NETWORK_DOTS; j++) {
            float distance = hypotf(dots[i].at.x - dots[j].at.x, dots[i].at.y - dots[j].at.y);
            float loose = fmaxf(0, 1 - 2 * fmaxf(dots[i].gathered, dots[j].gathered));
            float strength = fminf(1, LINE_STRENGTH * (1 - distance / reach));
            float alpha =
                strength * fminf(dots[i].alpha, dots[j].alpha) * loose * (loose < 1 ? 1 : free);
            if (distance < reach && alpha > FAINTEST_LINE) {
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
            draw_line(draw, from.x, from.y, to.x, to.y, look->square.w * EMBLEM_LINE,
                      colour_with_alpha(look->light, alpha * 0.75F));
        }
    }
}

/* A dot that may lie between pixels: where it drifts as slowly as here, a whole one is a jolt. It
   is a line of no length with round ends. */
static void draw_fine_dot(struct draw_list *draw, struct point at, float radius,
                          struct colour colour) {
    const float length = 0.01F;
    draw_line(draw, at.x, at.y, at.x + length, at.y + length, roundf(radius * 4) / 2, colour);
}

static void draw_dots(const struct placed_dot *dots, struct draw_list *draw,
                      const struct network_look *look) {
    for (int i = 0; i < NETWORK_DOTS; i++) {
        const struct placed_dot *dot = &dots[i];
        float free = dot->called ? 1 : 1 - (1 - FREE_ALPHA) * look->gathered;
        struct colour colour = colour_mix(look->colour, look->light, dot->gathered);
        float alpha = dot->alpha * free;
        if (alpha <= 0.02F) {
            continue;
        }
        float inside = (dot->radius - RING_WIDTH) * dot->hollow;
        if (inside > 1) { /* no line is seen through a ring */
            draw_fine_dot(draw, dot->at, dot->radius, look->ground);
        }
        draw_fine_dot(draw, dot->at, dot->radius, colour_with_alpha(colour, alpha));
        if (inside > 1) {
            draw_fine_dot(draw, dot->at, inside, look->ground);
        }
    }
}

/* Messages: lights that go from dot to near dot, so many at once, in steps of so many
   milliseconds; each is on its way for so many steps. */
enum { MESSAGES = 3, STEP_TIME = 1400, STEPS = 8, WAY = STEPS * STEP_TIME };

/* The dots that a message comes from and goes to, and the one it was at before, or -1. */
struct step {
    int before, from, to;
};

/* A dot near the one it is at, by where they lie at rest, and not the one it came from; the dot
   itself if there is none. */
static int next_dot(const struct network *network, const struct network_look *look,
                    struct random *random, int at, int came_from) {
    int near[NETWORK_DOTS];
    int count = 0;
    float reach = near_distance(look) * 0.9F;
    for (int i = 0; i < NETWORK_DOTS; i++) {
        float x = (network->dots[i].x - network->dots[at].x) * look->region.w;
        float y = (network->dots[i].y - network->dots[at].y) * look->region.h;
        if (i != at && i != came_from && hypotf(x, y) < reach) {
            near[count++] = i;
        }
    }
    return count > 0 ? near[random_below(random, (uint32_t)count)] : at;
}

/* Step `count` of the way that the seed leads. */
static struct step step_of(const struct network *network, const struct network_look *look,
                           uint64_t seed, int count) {
    struct random random;
    random_init(&random, seed);
    struct step step = {-1, (int)random_below(&random, NETWORK_DOTS), 0};
    step.to = next_dot(network, look, &random, step.from, -1);
    for (int i = 0; i < count; i++) {
        int next = next_dot(network, look, &random, step.to, step.from);
        step = (struct step){step.from, step.to, next};
    }
    return step;
}

/* A message on its way. */
struct message {
    struct point before, from, at;
    float alpha;        /* of its light and of the line behind it */
    float before_alpha; /* of the line that it came along before: it fades as the next lights up */
};

/* Comes at a way's first step and goes at its last. */
static float message_alpha(int step, float share) {
    return step == 0 ? share : step == STEPS - 1 ? 1 - share : 1;
}

static struct message message_of(const struct network *network, const struct placed_dot *dots,
                                 const struct network_look *look, int index) {
    millis time = look->time + (millis)index * WAY / MESSAGES;
    int count = (int)(time % WAY / STEP_TIME);
    float share = (float)(time % STEP_TIME) / STEP_TIME;
    share = share * share * (3 - 2 * share);
    uint64_t seed = network->seed + (uint64_t)(time / WAY * MESSAGES + index);
    struct step step = step_of(network, look, seed, count);
    const struct placed_dot *from = &dots[step.from];
    const struct placed_dot *to = &dots[step.to];
    const struct placed_dot *before = &dots[step.before >= 0 ? step.before : step.from];
    struct message message = {.before = before->at, .from = from->at};
    message.at = (struct point){from->at.x + (to->at.x - from->at.x) * share,
                                from->at.y + (to->at.y - from->at.y) * share};
    message.alpha = look->messages * message_alpha(count, share) * fminf(from->alpha, to->alpha);
    message.before_alpha = message.alpha * (1 - share) * before->alpha;
    return message;
}

static void draw_trail(struct draw_list *draw, struct point from, struct point to, float alpha,
                       const struct network_look *look) {
    if (alpha > 0.02F && (from.x != to.x || from.y != to.y)) {
        draw_line(draw, from.x, from.y, to.x, to.y, LINE_WIDTH + 1,
                  colour_with_alpha(look->light, alpha));
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
    struct message messages[MESSAGES];
    for (int i = 0; i < MESSAGES; i++) {
        messages[i] = message_of(network, dots, look, i);
        draw_trail(draw, messages[i].before, messages[i].from, messages[i].before_alpha, look);
        draw_trail(draw, messages[i].from, messages[i].at, messages[i].alpha, look);
    }
    draw_dots(dots, draw, look);
    for (int i = 0; i < MESSAGES; i++) {
        if (messages[i].alpha > 0.02F) {
            draw_fine_dot(draw, messages[i].at, MESSAGE_RADIUS,
                          colour_with_alpha(look->light, messages[i].alpha));
        }
    }
}
