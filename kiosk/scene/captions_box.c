/* Captions: the words of a film in the exhibition's own type, on a box of their own. */
#include "scene/captions_box.h"

#include "scene/pieces.h"

static const float PADDING_X = 28;
static const float PADDING_Y = 12;
static const float OPAQUE = 0.86F;

float captions_box_draw(struct scene *scene, struct scene_frame *frame, const char *words,
                        float middle, float bottom, float width) {
    if (!words || !*words) {
        return 0;
    }
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, TYPE_LEAD, palette->text);
    style.line_height = 1.4F;
    const struct text_block *block =
        text_layout(scene->env.fonts, &style, words, width - 2 * PADDING_X);
    float wide = text_block_width(block) + 2 * PADDING_X;
    float high = text_block_height(block) + 2 * PADDING_Y;
    struct rect box = {middle - wide / 2, bottom - high, wide, high};
    struct colour ground =
        scene->env.metrics.contrast ? palette->ground : colour_with_alpha(palette->ground, OPAQUE);
    draw_fill(frame->draw, box, CARD_RADIUS / 2.0F, ground);
    text_draw(frame->draw, block, box.x + PADDING_X, box.y + PADDING_Y);
    return high;
}
