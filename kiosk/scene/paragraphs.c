/* Paragraphs: words of several sizes one below the other in a column, measured and drawn. */
#include "scene/paragraphs.h"

static const float APART = 16;

static const struct text_block *lay_out(struct scene *scene, const struct paragraph *paragraph,
                                        float width) {
    struct text_style style = piece_style(scene, paragraph->role, paragraph->colour);
    return text_layout(scene->env.fonts, &style, paragraph->words, width);
}

float paragraphs_height(struct scene *scene, const struct paragraph *paragraphs, int count,
                        float width) {
    float height = 0;
    for (int i = 0; i < count; i++) {
        if (*paragraphs[i].words) {
            height += text_block_height(lay_out(scene, &paragraphs[i], width)) + APART;
        }
    }
    return height;
}

float paragraphs_draw(struct scene *scene, struct scene_frame *frame,
                      const struct paragraph *paragraphs, int count, float x, float y,
                      float width) {
    for (int i = 0; i < count; i++) {
        if (*paragraphs[i].words) {
            const struct text_block *block = lay_out(scene, &paragraphs[i], width);
            frame_reading(frame, paragraphs[i].words);
            text_draw(frame->draw, block, x, y);
            y += text_block_height(block) + APART;
        }
    }
    return y;
}
