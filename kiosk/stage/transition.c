/* Transitions: opaque pictures that slide, and say where one went. */
#include "scene/pieces.h"
#include "stage/inside.h"

#include <string.h>

enum { TRANSITION_MILLIS = 280 };

static const float EDGE = 4;

/* Keeps of a list only the commands [first, end). */
static void keep(struct draw_list *list, size_t first, size_t end) {
    list->commands.count = end - first;
    memmove(list->commands.items, list->commands.items + first,
            list->commands.count * sizeof *list->commands.items);
}

void transition_begin(struct stage *stage, enum way way, struct rect card) {
    struct transition *transition = &stage->transition;
    if (!stage->setup.moving || way == WAY_CUT || stage->scene_end == stage->scene_first) {
        transition_end(stage);
        return;
    }
    struct draw_list spare = transition->old;
    transition->old = stage->list;
    stage->list = spare;
    draw_list_clear(&stage->list);
    keep(&transition->old, stage->scene_first, stage->scene_end);
    stage->scene_first = stage->scene_end = 0;
    transition->way = way;
    transition->card = card;
    transition->area = stage->metrics.area;
    transition->start = stage->now;
}

void transition_end(struct stage *stage) {
    stage->transition.way = WAY_CUT;
    draw_list_clear(&stage->transition.old);
}

void transition_pass(struct stage *stage) {
    if (stage->transition.way != WAY_CUT &&
        stage->now - stage->transition.start >= TRANSITION_MILLIS) {
        transition_end(stage);
    }
}

static float lerp(float from, float to, float share) {
    return from + (to - from) * share;
}

static struct rect between(struct rect from, struct rect to, float share) {
    return (struct rect){lerp(from.x, to.x, share), lerp(from.y, to.y, share),
                         lerp(from.w, to.w, share), lerp(from.h, to.h, share)};
}

/* What is seen of the picture that moves when `open` of its way into `area` is gone: it grows out
   of the card, or comes in from the right where there is none. */
static struct rect seen_part(const struct stage *stage, struct rect area, float open) {
    const struct rect card = stage->transition.card;
    if (card.w > 0 && card.h > 0) {
        return between(card, area, open);
    }
    return (struct rect){area.x + area.w * (1 - open), area.y, area.w * open, area.h};
}

static void open_moving(struct stage *stage, struct rect area, float open) {
    struct rect seen = seen_part(stage, area, open);
    draw_clip(&stage->list, seen);
    draw_layer(&stage->list, area, (struct point){seen.x - area.x, seen.y - area.y});
    draw_fill(&stage->list, area, 0, stage->palette.ground);
}

/* Both pictures lie on the same ground: a line of light says where the one ends. */
static void close_moving(struct stage *stage, struct rect area, float open) {
    draw_layer_end(&stage->list);
    draw_clip_end(&stage->list);
    draw_stroke(&stage->list, seen_part(stage, area, open), 0, EDGE,
                colour_with_alpha(stage->palette.light, 1 - open));
}

static void open_layer(struct stage *stage, struct rect area, float shift) {
    draw_layer(&stage->list, area, (struct point){shift, 0});
    draw_fill(&stage->list, area, 0, stage->palette.ground);
}

/* The old picture's words stay in its own list, which lives as long as the transition. */
static void add_old(struct stage *stage) {
    const struct draw_list *old = &stage->transition.old;
    for (size_t i = 0; i < old->commands.count; i++) {
        LIST_PUSH(&stage->list.commands, old->commands.items[i]);
    }
}

static float share_gone(const struct stage *stage) {
    return ease_out(stage->now - stage->transition.start, TRANSITION_MILLIS);
}

void transition_open(struct stage *stage) {
    const struct transition *transition = &stage->transition;
    const struct rect area = stage->metrics.area;
    float gone = share_gone(stage);
    switch (transition->way) {
    case WAY_CUT:
        break;
    case WAY_INTO:
        open_layer(stage, transition->area, 0);
        add_old(stage);
        draw_layer_end(&stage->list);
        open_moving(stage, area, gone);
        break;
    case WAY_NEXT:
        open_layer(stage, transition->area, -gone * transition->area.w);
        add_old(stage);
        draw_layer_end(&stage->list);
        open_layer(stage, area, (1 - gone) * area.w);
        break;
    case WAY_OUT:
        open_layer(stage, area, 0);
        break;
    }
}

void transition_close(struct stage *stage) {
    const struct transition *transition = &stage->transition;
    float gone = share_gone(stage);
    switch (transition->way) {
    case WAY_CUT:
        break;
    case WAY_INTO:
        close_moving(stage, stage->metrics.area, gone);
        break;
    case WAY_NEXT:
        draw_layer_end(&stage->list);
        break;
    case WAY_OUT:
        draw_layer_end(&stage->list);
        open_moving(stage, transition->area, 1 - gone);
        add_old(stage);
        close_moving(stage, transition->area, 1 - gone);
        break;
    }
}
