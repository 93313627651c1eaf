/* Pictures with their captions, in their own shape. */
#include "scene/pieces.h"

#include <math.h>

static const float SPACE_BEFORE_CAPTION = 16;

struct point piece_fitted(float width, float height, float room_width, float room_height) {
    if (width <= 0 || height <= 0) {
        return (struct point){room_width, room_height};
    }
    float scale = fminf(room_width / width, room_height / height);
    return (struct point){width * scale, height * scale};
}

float piece_picture(struct scene *scene, struct scene_frame *frame, const struct asset *picture,
                    const char *caption, struct rect rect) {
    const struct text_block *words = NULL;
    float below = 0;
    if (caption && *caption) {
        struct text_style style = piece_style(scene, TYPE_LABEL, scene->env.palette.soft);
        words = text_layout(scene->env.fonts, &style, caption, rect.w);
        below = SPACE_BEFORE_CAPTION + text_block_height(words);
    }
    struct point size = piece_fitted((float)picture->width, (float)picture->height, rect.w,
                                     fmaxf(rect.h - below, 1));
    struct rect place = {rect.x, rect.y, size.x, size.y};
    draw_image(frame->draw, picture->path, place, FIT_CONTAIN, CARD_RADIUS, 1);
    if (words) {
        frame_reading(frame, caption);
        text_draw(frame->draw, words, rect.x, rect.y + size.y + SPACE_BEFORE_CAPTION);
    }
    return rect.y + size.y + below;
}
