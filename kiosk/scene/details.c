/* Details: the numbered places of a picture that is looked at closely. */
#include "scene/details.h"

#include "scene/number.h"

#include <math.h>

static const float RIM = 6; /* between a number and the window's edge, and around what is lit */
enum { SETTLE_PASSES = 24 };

/* The numbers that are seen and where their middles are. */
struct spots {
    int count;
    int numbers[DETAILS_MOST];
    struct point middles[DETAILS_MOST];
};

static struct point kept_inside(struct point middle, struct rect inside) {
    return (struct point){fminf(fmaxf(middle.x, inside.x), inside.x + inside.w),
                          fminf(fmaxf(middle.y, inside.y), inside.y + inside.h)};
}

/* Moves two that are closer than `apart` away from each other by half of what is missing. Two on
   the same place part downwards. */
static bool part(struct point *a, struct point *b, float apart) {
    float dx = b->x - a->x;
    float dy = b->y - a->y;
    float distance = hypotf(dx, dy);
    if (distance >= apart - 0.5F) {
        return false;
    }
    struct point way =
        distance > 0 ? (struct point){dx / distance, dy / distance} : (struct point){0, 1};
    float by = (apart - distance) / 2;
    *a = (struct point){a->x - way.x * by, a->y - way.y * by};
    *b = (struct point){b->x + way.x * by, b->y + way.y * by};
    return true;
}

static void settle(struct spots *spots, struct rect inside, float apart) {
    bool moved = true;
    for (int pass = 0; pass < SETTLE_PASSES && moved; pass++) {
        moved = false;
        for (int i = 0; i < spots->count; i++) {
            for (int j = i + 1; j < spots->count; j++) {
                moved = part(&spots->middles[i], &spots->middles[j], apart) || moved;
            }
        }
        for (int i = 0; i < spots->count; i++) {
            spots->middles[i] = kept_inside(spots->middles[i], inside);
        }
    }
}

/* A number stands at the upper left corner of its place. */
static struct spots spots_of(const struct zoom *zoom, const struct detail *details, int count,
                             struct rect inside) {
    struct spots spots = {0};
    for (int i = 0; i < count && i < DETAILS_MOST; i++) {
        struct rect at = zoom_place(zoom, details[i].at);
        struct rect window = zoom->window;
        bool seen = at.x < window.x + window.w && at.x + at.w > window.x &&
                    at.y < window.y + window.h && at.y + at.h > window.y;
        if (seen) {
            spots.middles[spots.count] = kept_inside((struct point){at.x, at.y}, inside);
            spots.numbers[spots.count++] = i + 1;
        }
    }
    return spots;
}

void details_draw(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
                  const struct detail *details, int count, int lit) {
    float radius = piece_number_radius(scene);
    float side = fmaxf(scene->env.metrics.target, 2 * (radius + RIM));
    struct rect inside = rect_inset(zoom->window, radius + RIM);
    struct spots spots = spots_of(zoom, details, count, inside);
    settle(&spots, inside, side);
    draw_clip(frame->draw, zoom->window);
    if (lit > 0 && lit <= count) {
        draw_stroke(frame->draw, rect_inset(zoom_place(zoom, details[lit - 1].at), -RIM), 12, 4,
                    scene->env.palette.light);
    }
    for (int i = 0; i < spots.count; i++) {
        struct point middle = spots.middles[i];
        int number = spots.numbers[i];
        piece_number(scene, frame, number, middle, number == lit);
        elements_add(frame->elements, (struct element){.id = {"place", number},
                                                       .rect = {middle.x - side / 2,
                                                                middle.y - side / 2, side, side},
                                                       .role = ROLE_BUTTON,
                                                       .flags = ELEMENT_TAP,
                                                       .label = details[number - 1].label});
    }
    draw_clip_end(frame->draw);
}
