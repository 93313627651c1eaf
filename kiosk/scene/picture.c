/* Pictures with their captions, in their own shape. */
#include "scene/pieces.h"

#include <math.h>

static const float SPACE_BEFORE_CAPTION = 16;
static const float LEAST_HEIGHT = 120;
enum { CAPTION_LINES = 5 };

struct point piece_fitted(float width, float height, float room_width, float room_height) {
    if (width <= 0 || height <= 0) {
        return (struct point){room_width, room_height};
    }
    float scale = fminf(room_width / width, room_height / height);
    return (struct point){width * scale, height * scale};
}

/* The caption, or NULL if there is none; `*below` is the room it takes under the picture. */
static const struct text_block *caption_block(struct scene *scene, const char *caption, float width,
                                              float *below) {
    *below = 0;
    if (!caption || !*caption) {
        return NULL;
    }
    struct text_style style = piece_style(scene, TYPE_LABEL, scene->env.palette.soft);
    style.max_lines = CAPTION_LINES;
    const struct text_block *block = text_layout(scene->env.fonts, &style, caption, width);
    *below = SPACE_BEFORE_CAPTION + text_block_height(block);
    return block;
}

static struct point picture_size(const struct asset *picture, struct rect rect, float below) {
    return piece_fitted((float)picture->width, (float)picture->height, rect.w,
                        fmaxf(rect.h - below, LEAST_HEIGHT));
}

float piece_picture_height(struct scene *scene, const struct asset *picture, const char *caption,
                           struct rect rect) {
    float below;
    (void)caption_block(scene, caption, rect.w, &below);
    return picture_size(picture, rect, below).y + below;
}

float piece_picture(struct scene *scene, struct scene_frame *frame, const struct asset *picture,
                    const char *caption, struct rect rect) {
    float below;
    const struct text_block *words = caption_block(scene, caption, rect.w, &below);
    struct point size = picture_size(picture, rect, below);
    struct rect place = {rect.x, rect.y, size.x, size.y};
    draw_image(frame->draw, picture->path, place, FIT_CONTAIN, CARD_RADIUS, 1);
    if (words) {
        frame_reading(frame, caption);
        text_draw(frame->draw, words, rect.x, rect.y + size.y + SPACE_BEFORE_CAPTION);
    }
    return rect.y + size.y + below;
}
