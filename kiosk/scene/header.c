/* Headings: where one is, the title, and the line under it. */
#include "scene/pieces.h"

#include <math.h>

enum { TITLE_LINES = 3, LEAD_LINES = 4 };
static const float SPACE_AFTER_KICKER = 16;
static const float SPACE_AFTER_TITLE = 16;
static const float SPACE_AFTER_HEADER = 48;
static const float SPACE_AFTER_BESIDE = 40;

float piece_kicker_height(const struct scene *scene) {
    struct text_style style = piece_style(scene, TYPE_LABEL, scene->env.palette.soft);
    return style.size * style.line_height + SPACE_AFTER_KICKER;
}

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

/* Laid out; NULL for no words. */
static const struct text_block *header_block(struct scene *scene, enum type_role role,
                                             const char *words, float width) {
    if (!words || !*words) {
        return NULL;
    }
    bool title = role == TYPE_TITLE;
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, role, title ? palette->text : palette->soft);
    style.max_lines = title ? TITLE_LINES : LEAD_LINES;
    return text_layout(scene->env.fonts, &style, words, width);
}

float piece_header_height(struct scene *scene, const char *title, const char *lead) {
    float width = scene->env.metrics.content.w;
    const struct text_block *heading = header_block(scene, TYPE_TITLE, title, width);
    const struct text_block *words = header_block(scene, TYPE_LEAD, lead, width);
    return (heading ? text_block_height(heading) : 0) +
           (words ? SPACE_AFTER_TITLE + text_block_height(words) : 0) + SPACE_AFTER_HEADER;
}

float piece_header_at(struct scene *scene, struct scene_frame *frame, const char *title,
                      const char *lead, float y) {
    struct rect content = scene->env.metrics.content;
    const struct text_block *heading = header_block(scene, TYPE_TITLE, title, content.w);
    const struct text_block *words = header_block(scene, TYPE_LEAD, lead, content.w);
    if (heading) {
        frame_reading(frame, title);
        text_draw(frame->draw, heading, content.x, y);
        y += text_block_height(heading);
    }
    if (words) {
        frame_reading(frame, lead);
        text_draw(frame->draw, words, content.x, y + SPACE_AFTER_TITLE);
        y += SPACE_AFTER_TITLE + text_block_height(words);
    }
    return y + SPACE_AFTER_HEADER;
}

/* Title and lead side by side, in 8 and 4 columns. */
struct header_beside {
    struct rect left, right;
    const struct text_block *heading, *words;
    float height;
};

static struct header_beside lay_out_beside(struct scene *scene, const char *title,
                                           const char *lead) {
    const struct metrics *metrics = &scene->env.metrics;
    struct header_beside beside = {.left = metrics_columns(metrics, 0, 8),
                                   .right = metrics_columns(metrics, 8, 4)};
    beside.heading = header_block(scene, TYPE_TITLE, title, beside.left.w);
    beside.words = header_block(scene, TYPE_LEAD, lead, beside.right.w);
    beside.height = fmaxf(beside.heading ? text_block_height(beside.heading) : 0,
                          beside.words ? text_block_height(beside.words) : 0);
    return beside;
}

float piece_header_beside_height(struct scene *scene, const char *title, const char *lead) {
    return lay_out_beside(scene, title, lead).height + SPACE_AFTER_BESIDE;
}

float piece_header_beside(struct scene *scene, struct scene_frame *frame, const char *title,
                          const char *lead, float y) {
    struct header_beside beside = lay_out_beside(scene, title, lead);
    float bottom = y + beside.height;
    if (beside.heading) {
        frame_reading(frame, title);
        text_draw(frame->draw, beside.heading, beside.left.x,
                  bottom - text_block_height(beside.heading));
    }
    if (beside.words) {
        frame_reading(frame, lead);
        text_draw(frame->draw, beside.words, beside.right.x,
                  bottom - text_block_height(beside.words));
    }
    return bottom + SPACE_AFTER_BESIDE;
}

float piece_header(struct scene *scene, struct scene_frame *frame, const char *title,
                   const char *lead) {
    return piece_header_at(scene, frame, title, lead, scene->env.metrics.content.y);
}
