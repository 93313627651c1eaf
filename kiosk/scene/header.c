/* Headings: where one is, the title, and the line under it. */
#include "scene/pieces.h"

#include <math.h>

enum { TITLE_LINES = 3, LEAD_LINES = 4 };
static const float SPACE_AFTER_KICKER = 16;
static const float SPACE_AFTER_TITLE = 16;
static const float SPACE_AFTER_HEADER = 48;
static const float SPACE_AFTER_BESIDE = 40;

float piece_kicker(struct scene *scene, struct scene_frame *frame, const char *words, float x,
                   float y, float width) {
    if (!*words) {
        return y;
    }
    struct text_style style = piece_style(scene, TYPE_LABEL, scene->env.palette.soft);
    style.max_lines = 1;
    float radius = style.size * 0.25F;
    float indent = style.size;
    const struct text_block *block =
        text_layout(scene->env.fonts, &style, words, fmaxf(width - indent, style.size));
    draw_dot(frame->draw, x + radius, y + text_block_height(block) / 2, radius,
             scene->env.palette.light);
    text_draw(frame->draw, block, x + indent, y);
    return y + text_block_height(block) + SPACE_AFTER_KICKER;
}

static const struct text_block *header_block(struct scene *scene, struct scene_frame *frame,
                                             enum type_role role, const char *words, float width) {
    bool title = role == TYPE_TITLE;
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, role, title ? palette->text : palette->soft);
    style.max_lines = title ? TITLE_LINES : LEAD_LINES;
    frame_reading(frame, words);
    return text_layout(scene->env.fonts, &style, words, width);
}

float piece_header_at(struct scene *scene, struct scene_frame *frame, const char *title,
                      const char *lead, float y) {
    const struct metrics *metrics = &scene->env.metrics;
    float x = metrics->content.x;
    if (title && *title) {
        const struct text_block *block =
            header_block(scene, frame, TYPE_TITLE, title, metrics->content.w);
        text_draw(frame->draw, block, x, y);
        y += text_block_height(block);
    }
    if (lead && *lead) {
        const struct text_block *block =
            header_block(scene, frame, TYPE_LEAD, lead, metrics->content.w);
        text_draw(frame->draw, block, x, y + SPACE_AFTER_TITLE);
        y += SPACE_AFTER_TITLE + text_block_height(block);
    }
    return y + SPACE_AFTER_HEADER;
}

float piece_header_beside(struct scene *scene, struct scene_frame *frame, const char *title,
                          const char *lead, float y) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect left = metrics_columns(metrics, 0, 8);
    struct rect right = metrics_columns(metrics, 8, 4);
    const struct text_block *heading = header_block(scene, frame, TYPE_TITLE, title, left.w);
    const struct text_block *words = header_block(scene, frame, TYPE_LEAD, lead, right.w);
    float height = fmaxf(text_block_height(heading), text_block_height(words));
    text_draw(frame->draw, heading, left.x, y + height - text_block_height(heading));
    text_draw(frame->draw, words, right.x, y + height - text_block_height(words));
    return y + height + SPACE_AFTER_BESIDE;
}

float piece_header(struct scene *scene, struct scene_frame *frame, const char *title,
                   const char *lead) {
    return piece_header_at(scene, frame, title, lead, scene->env.metrics.content.y);
}
