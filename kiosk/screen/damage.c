/* Damage is found by matching the items of two frames in order: what has no partner is redrawn. */
#include "screen/damage.h"

void damage_finish(struct damage *damage) {
    LIST_FINISH(&damage->shown);
    LIST_FINISH(&damage->next);
}

static int64_t area(SDL_Rect rect) {
    return (int64_t)rect.w * rect.h;
}

static SDL_Rect around(SDL_Rect a, SDL_Rect b) {
    SDL_Rect both;
    SDL_UnionRect(&a, &b, &both);
    return both;
}

/* The pixels drawn in vain when two rectangles are drawn as one. */
static int64_t waste(SDL_Rect a, SDL_Rect b) {
    return area(around(a, b)) - area(a) - area(b);
}

static void take_out(struct damage *damage, int index) {
    damage->rects[index] = damage->rects[--damage->count];
}

/* The rectangle whose union with `rect` wastes least. */
static int best_partner(const struct damage *damage, SDL_Rect rect) {
    int best = 0;
    for (int i = 1; i < damage->count; i++) {
        if (waste(damage->rects[i], rect) < waste(damage->rects[best], rect)) {
            best = i;
        }
    }
    return best;
}

/* Joins rectangles while that costs next to nothing, or where there is no room for another. */
static void add_rect(struct damage *damage, SDL_Rect rect) {
    while (damage->count > 0) {
        int best = best_partner(damage, rect);
        int64_t limit = (area(damage->rects[best]) + area(rect)) / 8;
        if (damage->count < DAMAGE_RECTS && waste(damage->rects[best], rect) > limit) {
            break;
        }
        rect = around(damage->rects[best], rect);
        take_out(damage, best);
    }
    damage->rects[damage->count++] = rect;
}

static void remember(struct damage *damage, const struct frame *frame, size_t first, size_t end) {
    LIST_CLEAR(&damage->next);
    for (size_t i = first; i < end; i = item_after(frame, i)) {
        const struct item *item = &frame->items.items[i];
        if (item->look != LOOK_RESTING) {
            LIST_PUSH(&damage->next, ((struct trace){item->hash, item->seen}));
        }
    }
}

/* The first of `shown` from `at` on that is the same as `trace`, or `end`. */
static size_t partner(const struct damage *damage, size_t at, size_t end, uint64_t hash) {
    while (at < end && damage->shown.items[at].hash != hash) {
        at++;
    }
    return at;
}

/* Items with a partner, in the same order in both frames, give the same pixels wherever no other
   item is: so the others' rectangles are all there is to redraw. */
static void match(struct damage *damage) {
    size_t old_end = damage->shown.count;
    size_t new_end = damage->next.count;
    const struct trace *shown = damage->shown.items;
    const struct trace *next = damage->next.items;
    while (old_end > 0 && new_end > 0 && shown[old_end - 1].hash == next[new_end - 1].hash) {
        old_end--;
        new_end--;
    }
    size_t old_at = 0;
    for (size_t i = 0; i < new_end; i++) {
        size_t found = partner(damage, old_at, old_end, next[i].hash);
        if (found == old_end) {
            add_rect(damage, next[i].seen);
            continue;
        }
        for (; old_at < found; old_at++) {
            add_rect(damage, shown[old_at].seen);
        }
        old_at = found + 1;
    }
    for (; old_at < old_end; old_at++) {
        add_rect(damage, shown[old_at].seen);
    }
}

/* A video that stays where it was has no damage of its own, but where its picture changed. */
static void add_changed_tiles(struct damage *damage, const struct frame *frame) {
    for (size_t i = 0; i < frame->items.count; i = item_after(frame, i)) {
        const struct item *item = &frame->items.items[i];
        for (size_t j = 0; item->look == LOOK_VIDEO && j < frame->tiles.changed.count; j++) {
            SDL_Rect tile =
                video_tiles_place(&frame->tiles, frame->tiles.changed.items[j], item->place);
            if (SDL_IntersectRect(&tile, &item->seen, &tile)) {
                add_rect(damage, tile);
            }
        }
    }
}

static void swap_traces(struct damage *damage) {
    struct damage old = *damage;
    damage->shown.items = old.next.items;
    damage->shown.count = old.next.count;
    damage->shown.capacity = old.next.capacity;
    damage->next.items = old.shown.items;
    damage->next.count = old.shown.count;
    damage->next.capacity = old.shown.capacity;
}

bool damage_find(struct damage *damage, const struct frame *frame) {
    (void)damage_find_part(damage, frame, 0, frame->items.count, frame->width, frame->height);
    add_changed_tiles(damage, frame);
    return damage->count > 0;
}

bool damage_find_part(struct damage *damage, const struct frame *frame, size_t first, size_t end,
                      int width, int height) {
    damage->count = 0;
    remember(damage, frame, first, end);
    if (damage->whole || damage->width != width || damage->height != height) {
        damage->rects[damage->count++] = (SDL_Rect){0, 0, width, height};
    } else {
        match(damage);
    }
    damage->whole = false;
    damage->width = width;
    damage->height = height;
    swap_traces(damage);
    return damage->count > 0;
}

bool damage_is_little(const struct damage *damage, const struct frame *frame, size_t first,
                      size_t end) {
    size_t shared = 0;
    size_t all = 0;
    size_t at = 0;
    for (size_t i = first; i < end; i = item_after(frame, i)) {
        size_t found = partner(damage, at, damage->shown.count, frame->items.items[i].hash);
        if (found < damage->shown.count) {
            shared++;
            at = found + 1;
        }
        all++;
    }
    return shared * 4 >= all * 3 && shared * 4 >= damage->shown.count * 3;
}
