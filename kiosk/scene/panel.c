/* Panels: the place beside or below an activity where it is said what to do, and why it was so. */
#include "scene/panel.h"

#include <math.h>

static const float PICTURE_LEAST = 160; /* as high as a picture is, at least */
static const float GAP = 24;
static const float LOW = 0.4F; /* times its width: so low a panel has its button beside the words */

/* The scene's picture as large as it can be above `bottom`, in what is left below `top`. */
static void draw_picture(struct scene *scene, struct scene_frame *frame, struct rect panel,
                         float top, float bottom) {
    const struct asset *picture = &scene->entry->common.picture;
    struct rect room = {panel.x + GAP, top + GAP, panel.w - 2 * GAP, bottom - top - 2 * GAP};
    if (!picture->path || room.h < PICTURE_LEAST) {
        return;
    }
    room.y += room.h - piece_picture_height(scene, picture, NULL, room);
    (void)piece_picture(scene, frame, picture, NULL, room);
}

void panel_ground(struct scene *scene, struct scene_frame *frame, struct rect panel) {
    draw_fill(frame->draw, panel, CARD_RADIUS, scene->env.palette.surface);
    if (scene->env.metrics.contrast) {
        draw_stroke(frame->draw, panel, CARD_RADIUS, 2, scene->env.palette.line);
    }
}

static const struct text_block *block_of(struct scene *scene, const char *words, float width) {
    struct text_style style = piece_style(scene, TYPE_BODY, scene->env.palette.text);
    return text_layout(scene->env.fonts, &style, words, width - 2 * CARD_PADDING);
}

float panel_words_height(struct scene *scene, const char *words, const struct panel_button *button,
                         float width) {
    float height = text_block_height(block_of(scene, words, width)) + 2 * CARD_PADDING;
    return button ? height + piece_button_size(scene, button->look, button->label).y + GAP : height;
}

void panel_words(struct scene *scene, struct scene_frame *frame, const char *words,
                 const struct panel_button *button, struct rect panel) {
    const struct text_block *block = block_of(scene, words, panel.w);
    struct rect inside = rect_inset(panel, CARD_PADDING);
    panel_ground(scene, frame, panel);
    frame_reading(frame, words);
    text_draw(frame->draw, block, inside.x, inside.y);
    float bottom = panel.y + panel.h;
    if (button) {
        bottom = inside.y + inside.h;
        bottom -= piece_button_right(scene, frame, button->id, inside.x + inside.w, bottom,
                                     button->look, button->label);
    }
    draw_picture(scene, frame, panel, inside.y + text_block_height(block), bottom);
}

void panel_verdict(struct scene *scene, struct scene_frame *frame, const struct verdict *verdict,
                   struct rect panel) {
    struct verdict_layout layout = verdict_fit(scene, verdict, panel.w, panel.h, panel.h);
    float words = layout.height;
    layout.height = panel.h;
    /* Where there is room, the way on lies at the lower edge, where a hand is. */
    layout.button_above = layout.button_above && words + layout.button.y + GAP > panel.h;
    (void)verdict_draw(scene, frame, verdict, &layout, panel.x, panel.y);
    bool above = layout.button_above || !verdict->button;
    float button = above ? 0 : layout.button.y + CARD_PADDING;
    draw_picture(scene, frame, panel, panel.y + words, panel.y + panel.h - button);
}

void panel_reading(struct scene *scene, struct scene_frame *frame, const struct paragraph *said,
                   int count, struct scroll *scroll, struct element_id words_id,
                   const struct panel_button *button, bool pictured, struct rect panel) {
    const struct palette *palette = &scene->env.palette;
    struct rect inside = rect_inset(panel, CARD_PADDING);
    panel_ground(scene, frame, panel);
    struct point size = piece_button_size(scene, button->look, button->label);
    (void)piece_button_right(scene, frame, button->id, inside.x + inside.w, inside.y + inside.h,
                             button->look, button->label);
    bool beside = panel.h < LOW * panel.w;
    struct rect window = {inside.x, inside.y, beside ? inside.w - size.x - 2 * GAP : inside.w,
                          beside ? inside.h : inside.h - size.y - GAP};
    bool needed = scroll_is_needed(scroll);
    window.w -= needed ? GAP : 0; /* where in it one is stands beside it, inside the panel */
    scroll->over = palette->surface;
    draw_clip(frame->draw, panel);
    float top =
        scroll_begin(scroll, scene, frame, needed ? words_id : (struct element_id){0}, window);
    float bottom = paragraphs_draw(scene, frame, said, count, window.x, top, window.w);
    scroll_end(scroll, scene, frame, window, bottom - top);
    draw_clip_end(frame->draw);
    if (pictured && !beside && !needed) {
        draw_picture(scene, frame, panel, bottom, inside.y + inside.h - size.y);
    }
}
