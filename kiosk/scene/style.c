/* The looks that every piece shares: text styles, icons, the ease of movements, the header. */
#include "scene/pieces.h"

#include <math.h>

struct role_look {
    enum font_face face;
    float line_height;
};

static const struct role_look role_looks[TYPE_COUNT] = {
    [TYPE_FIGURE] = {FACE_BOLD, 1.1F},   [TYPE_TITLE] = {FACE_BOLD, 1.35F},
    [TYPE_HEADING] = {FACE_BOLD, 1.35F}, [TYPE_LEAD] = {FACE_REGULAR, 1.45F},
    [TYPE_BODY] = {FACE_REGULAR, 1.5F},  [TYPE_LABEL] = {FACE_REGULAR, 1.4F},
};

struct text_style piece_style(const struct scene *scene, enum type_role role,
                              struct colour colour) {
    const struct scene_env *env = &scene->env;
    return (struct text_style){
        .face = role_looks[role].face,
        .size = metrics_type(&env->metrics, env->theme, role),
        .line_height = role_looks[role].line_height,
        .colour = colour,
        .emphasis = env->palette.text,
    };
}

const char *icon_path(const struct scene *scene, const char *name) {
    return arena_printf(scene->env.frame, "%s/assets/icons/%s.svg", scene->env.hall->directory,
                        name);
}

float ease_out(millis elapsed, millis duration) {
    if (elapsed >= duration) {
        return 1;
    }
    if (elapsed <= 0) {
        return 0;
    }
    float rest = 1 - (float)elapsed / (float)duration;
    return 1 - rest * rest * rest;
}

enum {
    TITLE_LINES = 3,
    LEAD_LINES = 4,
    SPACE_AFTER_KICKER = 16,
    SPACE_AFTER_TITLE = 16,
    SPACE_AFTER_HEADER = 48
};

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

float piece_header(struct scene *scene, struct scene_frame *frame, const char *title,
                   const char *lead) {
    const struct metrics *metrics = &scene->env.metrics;
    const struct palette *palette = &scene->env.palette;
    struct text_style title_style = piece_style(scene, TYPE_TITLE, palette->text);
    title_style.max_lines = TITLE_LINES;
    struct text_style lead_style = piece_style(scene, TYPE_LEAD, palette->soft);
    lead_style.max_lines = LEAD_LINES;
    float title_width = metrics_columns(metrics, 0, metrics->upright ? 6 : 10).w;
    float lead_width = metrics_columns(metrics, 0, metrics->upright ? 6 : 8).w;
    float y = header_text(scene, frame, title_style, title, metrics->content.y, title_width);
    if (lead && *lead) {
        y = header_text(scene, frame, lead_style, lead, y + SPACE_AFTER_TITLE, lead_width);
    }
    return y + SPACE_AFTER_HEADER;
}
