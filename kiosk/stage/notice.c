/* The notice: words about a mistake in a scene file, for the curator at a desk. */
#include "scene/pieces.h"
#include "stage/inside.h"

#include <stdlib.h>

enum { NOTICE_LINES = 8 };

static const float PADDING = 24;
static const float EDGE = 16;

void stage_notice(struct stage *stage, const char *words) {
    free(stage->notice);
    stage->notice = words ? memory_strdup(words) : NULL;
}

void notice_draw(struct stage *stage) {
    if (!stage->notice) {
        return;
    }
    struct text_style style = piece_style(&stage->scene, TYPE_LABEL, stage->palette.text);
    style.max_lines = NOTICE_LINES;
    float width = stage->metrics.width - 2 * EDGE;
    const struct text_block *block =
        text_layout(stage->setup.fonts, &style, stage->notice, width - 2 * PADDING);
    struct rect rect = {EDGE, EDGE, width, text_block_height(block) + 2 * PADDING};
    draw_fill(&stage->list, rect, PADDING / 2, stage->palette.raised);
    draw_stroke(&stage->list, rect, PADDING / 2, 4, stage->palette.wrong);
    text_draw(&stage->list, block, rect.x + PADDING, rect.y + PADDING);
}
