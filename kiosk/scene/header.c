/* Headings: where one is, the title, and the line under it. */
#include "scene/pieces.h"

#include <math.h>

enum { TITLE_LINES = 3, LEAD_LINES = 4 };
static const float SPACE_AFTER_KICKER = 16;
static const float SPACE_AFTER_TITLE = 16;
static const float SPACE_AFTER_HEADER = 48;

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

static float header_text(struct scene *scene, struct scene_frame *frame, struct text_style style,
                         const char *words, float y, float width) {
    if (!words || !*words) {
        return y;
    }
    frame_reading(frame, words);
    return y + text_draw_at(frame->draw, scene->env.fonts, &style, words,
                            scene->env.metrics.content.x, y, width);
}

float piece_header_at(struct scene *scene, struct scene_frame *frame, const char *title,
                      const char *lead, float y) {
    const struct metrics *metrics = &scene->env.metrics;
    const struct palette *palette = &scene->env.palette;
    struct text_style title_style = piece_style(scene, TYPE_TITLE, palette->text);
    title_style.max_lines = TITLE_LINES;
    struct text_style lead_style = piece_style(scene, TYPE_LEAD, palette->soft);
    lead_style.max_lines = LEAD_LINES;
    float title_width = metrics_columns(metrics, 0, metrics->upright ? 6 : 10).w;
    float lead_width = metrics_columns(metrics, 0, metrics->upright ? 6 : 10).w;
    y = header_text(scene, frame, title_style, title, y, title_width);
    if (lead && *lead) {
        y = header_text(scene, frame, lead_style, lead, y + SPACE_AFTER_TITLE, lead_width);
    }
    return y + SPACE_AFTER_HEADER;
}

float piece_header(struct scene *scene, struct scene_frame *frame, const char *title,
                   const char *lead) {
    return piece_header_at(scene, frame, title, lead, scene->env.metrics.content.y);
}
