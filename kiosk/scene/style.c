/* The looks that every piece shares: text styles, icons, the ease of movements. */
#include "scene/pieces.h"

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

const struct text_block *piece_block(struct scene *scene, enum type_role role, struct colour colour,
                                     enum font_face face, const char *words, float width) {
    struct text_style style = piece_style(scene, role, colour);
    style.face = face;
    return *words ? text_layout(scene->env.fonts, &style, words, width) : NULL;
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
