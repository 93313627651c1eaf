/* A column that is higher than its window: it follows the finger, coasts, and shows where it is. */
#include "scene/pieces.h"

#include <math.h>

static const float FADE = 48;
static const float SIDE_ROOM = 48;
enum { FADE_STRIPS = 8 };
/* A key moves by this much of the window, so that the last lines read stay in sight. */
static const float STEP_SHARE = 0.7F;

static float scroll_limit(const struct scroll *scroll) {
    return fmaxf(0, scroll->content - scroll->window);
}

static void scroll_to(struct scroll *scroll, float offset) {
    scroll->offset = fminf(fmaxf(offset, 0), scroll_limit(scroll));
}

/* Shadows at the sides are not cut off. */
static struct rect seen_part(struct rect window) {
    return (struct rect){window.x - SIDE_ROOM, window.y, window.w + 2 * SIDE_ROOM, window.h};
}

bool scroll_is_needed(const struct scroll *scroll) {
    return scroll_limit(scroll) > 0.5F;
}

/* Moves on what the finger set going; stops at either end. */
static void scroll_coast(struct scroll *scroll, struct scene *scene, struct scene_frame *frame) {
    if (!scroll->coasting) {
        return;
    }
    millis elapsed = scene->env.now - scroll->released;
    float wanted = scroll->base + inertia_distance(scroll->speed, elapsed);
    scroll_to(scroll, wanted);
    bool at_end = fabsf(scroll->offset - wanted) > 0.5F;
    scroll->coasting = !at_end && !inertia_over(scroll->speed, elapsed);
    if (scroll->coasting) {
        frame_wake(frame, scene->env.now);
    }
}

float scroll_begin(struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                   struct element_id id, struct rect window) {
    scroll->window = window.h;
    if (scroll->content > 0) {
        scroll_to(scroll, scroll->offset);
        scroll_coast(scroll, scene, frame);
    }
    if (id.name) {
        elements_add(frame->elements,
                     (struct element){.id = id,
                                      .rect = window,
                                      .role = ROLE_PAGES,
                                      .flags = ELEMENT_DRAG_Y,
                                      .label = phrase_in(PHRASE_SCROLL, scene->env.language)});
    }
    scroll->has_element = id.name != NULL;
    scroll->first_element = frame->elements->list.count;
    draw_clip(frame->draw, seen_part(window));
    return window.y - scroll->offset;
}

/* Scrolls so far that what the keys walked to is seen. */
static void scroll_to_focus(struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                            struct rect window) {
    for (size_t i = scroll->first_element; frame->focused && i < frame->elements->list.count; i++) {
        const struct element *element = &frame->elements->list.items[i];
        if (!element_id_equal(element->id, frame->focused->id)) {
            continue;
        }
        float before = scroll->offset;
        float lowest = element->rect.y + element->rect.h + FADE - (window.y + window.h);
        float highest = element->rect.y - FADE - window.y;
        scroll_to(scroll, before + (highest < 0 ? highest : lowest > 0 ? lowest : 0));
        if (fabsf(before - scroll->offset) > 0.5F) {
            scroll->coasting = false;
            frame_wake(frame, scene->env.now);
        }
    }
}

/* Keys need the window only to scroll what has nothing in it to walk to. */
static void settle_window(const struct scroll *scroll, struct elements *elements) {
    bool walked = elements->list.count > scroll->first_element;
    if (scroll->has_element && (walked || !scroll_is_needed(scroll))) {
        elements->list.items[scroll->first_element - 1].flags |= ELEMENT_NO_FOCUS;
    }
}

/* What lies in the window scrolls with it, and cannot be touched where it is not seen. */
static void clip_elements(const struct scroll *scroll, struct elements *elements,
                          struct rect window) {
    for (size_t i = scroll->first_element; i < elements->list.count; i++) {
        struct element *element = &elements->list.items[i];
        float top = fminf(fmaxf(element->rect.y, window.y), window.y + window.h);
        float bottom = fminf(fmaxf(element->rect.y + element->rect.h, top), window.y + window.h);
        element->rect.y = top;
        element->rect.h = bottom - top;
        if (scroll_is_needed(scroll)) {
            element->flags |= ELEMENT_DRAG_Y;
        }
    }
}

/* The column sinks into what it lies on where it goes on. */
static void draw_fade(const struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                      struct rect window, bool at_bottom) {
    struct colour over = scroll->over.a ? scroll->over : scene->env.palette.ground;
    struct rect seen = seen_part(window);
    float height = FADE / FADE_STRIPS;
    for (int i = 0; i < FADE_STRIPS; i++) {
        float y = at_bottom ? window.y + window.h - height * (float)(i + 1)
                            : window.y + height * (float)i;
        float alpha = 1 - ((float)i + 0.5F) / FADE_STRIPS;
        draw_fill(frame->draw, (struct rect){seen.x, y, seen.w, height}, 0,
                  colour_with_alpha(over, alpha));
    }
}

static void draw_place(const struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                       struct rect window) {
    const struct palette *palette = &scene->env.palette;
    float x = window.x + window.w + scene->env.metrics.gutter;
    float length = window.h - 16;
    float top = window.y + 8;
    float shown = fmaxf(length * scroll->window / scroll->content, 24);
    float start = top + (length - shown) * scroll->offset / scroll_limit(scroll);
    draw_line(frame->draw, x, top, x, top + length, 2, palette->line);
    draw_line(frame->draw, x, start, x, start + shown, 4, palette->light);
    draw_dot(frame->draw, x, start, 6, palette->light);
    draw_dot(frame->draw, x, start + shown, 6, palette->light);
}

void scroll_end(struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                struct rect window, float content_height) {
    scroll->content = content_height;
    if (scroll->offset > scroll_limit(scroll)) {
        scroll_to(scroll, scroll->offset);
        frame_wake(frame, scene->env.now);
    }
    if (scroll_is_needed(scroll)) {
        scroll_to_focus(scroll, scene, frame, window);
        if (!scroll->whole && scroll->offset > 0.5F) {
            draw_fade(scroll, scene, frame, window, false);
        }
        if (!scroll->whole && scroll->offset < scroll_limit(scroll) - 0.5F) {
            draw_fade(scroll, scene, frame, window, true);
        }
    }
    draw_clip_end(frame->draw);
    if (scroll_is_needed(scroll)) {
        draw_place(scroll, scene, frame, window);
    }
    clip_elements(scroll, frame->elements, window);
    settle_window(scroll, frame->elements);
}

void scroll_gesture(struct scroll *scroll, const struct gesture *gesture) {
    switch (gesture->type) {
    case GESTURE_PRESS:
        scroll->coasting = false;
        break;
    case GESTURE_DRAG:
        scroll->coasting = false;
        scroll_to(scroll, scroll->offset - gesture->dy);
        break;
    case GESTURE_DRAG_END:
        scroll->coasting = true;
        scroll->speed = -gesture->vy;
        scroll->released = gesture->time;
        scroll->base = scroll->offset;
        break;
    case GESTURE_STEP:
        scroll_to(scroll, scroll->offset + gesture->dy * scroll->window * STEP_SHARE);
        break;
    default:
        break;
    }
}
