/* Verdicts: the panel that says how an answer was, why, and leads on. */
#include "scene/verdict.h"

#include <math.h>

static const float PADDING = 32;
static const float SPACE = 16;
static const float WHY_MOST_EMS = 36;  /* no line of why is longer */
static const float WHY_LEAST_EMS = 16; /* with less beside it the button goes below */

/* Where the button stands, and whether the words of why begin below the heading or at the edge. */
struct arrangement {
    enum { BESIDE_WHY, BESIDE_HEADING, BELOW } button;
    bool indented;
};

/* The one that reads best first; the last one always works. */
static const struct arrangement arrangements[] = {
    {BESIDE_WHY, true},      {BESIDE_HEADING, true}, {BELOW, true},
    {BESIDE_HEADING, false}, {BELOW, false},
};
enum { ARRANGEMENTS = sizeof arrangements / sizeof arrangements[0] };

static float indent_of(const struct verdict_layout *layout) {
    return PADDING + 2 * layout->node + PADDING * 0.75F;
}

/* Places button and words; false where they have no room this way. */
static bool arrange(struct verdict_layout *layout, const struct arrangement *how, float em) {
    float left = layout->width - PADDING - layout->button.x;
    bool beside_why = how->button == BESIDE_WHY;
    layout->why_x = how->indented ? indent_of(layout) : PADDING;
    layout->why_width = (beside_why ? left : layout->width) - PADDING - layout->why_x;
    layout->below = how->button == BELOW ? SPACE + layout->button.y + PADDING : PADDING - SPACE / 2;
    layout->why_y = PADDING + fmaxf(text_block_height(layout->heading), 2 * layout->node);
    layout->button_above = how->button == BESIDE_HEADING;
    if (layout->button_above) {
        layout->why_y = fmaxf(layout->why_y, PADDING + layout->button.y);
        float room = left - SPACE - indent_of(layout);
        if (text_block_lines(layout->heading) > 1 || text_block_width(layout->heading) > room) {
            return false;
        }
    }
    bool wide_enough = !how->indented || layout->why_width >= WHY_LEAST_EMS * em;
    layout->why_width = fminf(layout->why_width, WHY_MOST_EMS * em);
    return wide_enough;
}

static void set_height(struct verdict_layout *layout, float height, float em) {
    layout->height = fmaxf(height, PADDING + layout->button.y + PADDING);
    layout->why_height = fmaxf(layout->height - layout->why_y - layout->below, em);
}

/* Words that scroll are not cut through a line. */
static void end_between_lines(struct verdict_layout *layout) {
    float line = text_block_height(layout->why) / (float)text_block_lines(layout->why);
    float cut = layout->why_height - fmaxf(floorf(layout->why_height / line), 1) * line;
    layout->why_height -= fmaxf(cut, 0);
    layout->height -= fmaxf(cut, 0);
}

struct verdict_layout verdict_fit(struct scene *scene, const struct verdict *verdict, float width,
                                  float wanted, float most) {
    struct text_style heading = piece_style(scene, TYPE_HEADING, scene->env.palette.text);
    struct text_style why = piece_style(scene, TYPE_BODY, scene->env.palette.text);
    struct verdict_layout layout = {.width = width, .node = heading.size * 0.62F};
    if (verdict->button) {
        layout.button = piece_button_size(scene, BUTTON_PRIMARY, verdict->button);
    }
    layout.heading = text_layout(scene->env.fonts, &heading, verdict->heading,
                                 width - indent_of(&layout) - PADDING);
    struct verdict_layout best = {.height = INFINITY};
    for (int i = 0; i < ARRANGEMENTS && best.height > wanted; i++) {
        if (!arrange(&layout, &arrangements[i], why.size)) {
            continue;
        }
        layout.why = text_layout(scene->env.fonts, &why, verdict->why, layout.why_width);
        set_height(&layout, layout.why_y + text_block_height(layout.why) + layout.below, why.size);
        best = layout.height < best.height ? layout : best;
    }
    if (best.height > most) {
        set_height(&best, most, why.size);
        end_between_lines(&best);
    }
    return best;
}

static void draw_node(struct scene *scene, struct scene_frame *frame, enum verdict_type type,
                      struct point middle, float radius) {
    const struct palette *palette = &scene->env.palette;
    struct rect ring = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
    struct rect mark = rect_inset(ring, radius * 0.4F);
    if (type == VERDICT_RIGHT) {
        draw_dot(frame->draw, middle.x, middle.y, radius, palette->right);
        draw_icon(frame->draw, icon_path(scene, "tick"), mark, palette->ground);
        return;
    }
    draw_fill(frame->draw, ring, radius, palette->surface);
    draw_stroke(frame->draw, ring, radius, 5, palette->wrong);
    if (type == VERDICT_WRONG) {
        draw_icon(frame->draw, icon_path(scene, "cross"), mark, palette->wrong);
        return;
    }
    /* A clock's hands. */
    draw_line(frame->draw, middle.x, middle.y, middle.x, middle.y - radius * 0.58F, 5,
              palette->wrong);
    draw_line(frame->draw, middle.x, middle.y, middle.x + radius * 0.4F, middle.y, 5,
              palette->wrong);
}

/* `panel`: nothing of it, its sinking ends neither, is drawn beyond. */
static void draw_why(struct scene *scene, struct scene_frame *frame, const struct verdict *verdict,
                     const struct verdict_layout *layout, struct rect panel) {
    float x = panel.x + layout->why_x;
    float y = panel.y + layout->why_y;
    float height = text_block_height(layout->why);
    if (height <= layout->why_height + 0.5F) {
        text_draw(frame->draw, layout->why, x, y);
        return;
    }
    struct rect window = {x, y, text_block_width(layout->why) + 8, layout->why_height};
    verdict->scroll->over = scene->env.palette.surface;
    draw_clip(frame->draw, rect_inset(panel, 2));
    float top = scroll_begin(verdict->scroll, scene, frame, verdict->why_id, window);
    text_draw(frame->draw, layout->why, x, top);
    scroll_end(verdict->scroll, scene, frame, window, height);
    draw_clip_end(frame->draw);
}

struct point verdict_draw(struct scene *scene, struct scene_frame *frame,
                          const struct verdict *verdict, const struct verdict_layout *layout,
                          float x, float y) {
    const struct palette *palette = &scene->env.palette;
    struct rect panel = {x, y, layout->width, layout->height};
    draw_fill(frame->draw, panel, CARD_RADIUS, palette->surface);
    if (scene->env.metrics.contrast) {
        draw_stroke(frame->draw, panel, CARD_RADIUS, 2, palette->line);
    }
    struct point node = {x + PADDING + layout->node, y + PADDING + layout->node};
    draw_node(scene, frame, verdict->type, node, layout->node);
    float heading_x = x + indent_of(layout);
    text_draw(frame->draw, layout->heading, heading_x,
              fmaxf(node.y - text_block_height(layout->heading) / 2, y + PADDING));
    draw_why(scene, frame, verdict, layout, panel);
    float bottom = layout->button_above ? PADDING + layout->button.y : layout->height - PADDING;
    if (verdict->button) {
        (void)piece_button_right(scene, frame, verdict->button_id, x + layout->width - PADDING,
                                 y + bottom, BUTTON_PRIMARY, verdict->button);
    }
    frame_reading(frame, verdict->heading);
    frame_reading(frame, verdict->why);
    return node;
}
