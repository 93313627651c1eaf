/* Inscriptions: words that stand in a picture, in the visitor's language and as large as it is. */
#include "scene/inscriptions.h"

#include "scene/layer_row.h"

#include <math.h>

static const float LINE = 1.35F; /* from one line to the next, in sizes of type */
static const float SMALLEST = 4; /* logical pixels: what is smaller is not there */

enum look { LOOK_PLAIN, LOOK_BOLD, LOOK_PALE, LOOK_LINK, LOOK_BUTTON };

static const struct choice looks[] = {
    [LOOK_PLAIN] = {"plain", {"黑字", "dark words on paper"}},
    [LOOK_BOLD] = {"bold", {"黑体粗字", "the same in bold"}},
    [LOOK_PALE] = {"pale", {"灰字", "grey ones"}},
    [LOOK_LINK] = {"link", {"带下划线的链接", "an underlined link"}},
    [LOOK_BUTTON] = {"button", {"深色底上的浅字", "light words on dark ground"}},
    {0},
};

static const struct schema_row rows[] = {
    ROW_RECT(struct inscription, at, .required = true, .example = "[0.4, 0.2, 0.2, 0.05]",
             .help = {"字在图里的位置：左、上、宽、高，占整幅的几分之几",
                      "where the words are: left, top, width, height as fractions of the picture"}),
    ROW_TEXT(struct inscription, words, .required = true, .max = 120,
             .example = "{zh: 登录, en: Sign in}",
             .help = {"写在图里的字；高度由行数分", "the words; their lines share the height"}),
    ROW_CHOICE(struct inscription, look, .choices = looks, .fallback = "plain", .example = "bold",
               .help = {"字的样子：plain、bold、pale、link、button",
                        "how they look: plain, bold, pale, link, button"}),
    ROW_INTEGER(struct inscription, layer, .fallback = "0", .min = 0, .max = LAYER_ROW_MOST,
                .example = "1",
                .help = {"在第几层图上，从 1 数起；不写就是每一层",
                         "on which of the layers, from 1; left out, on all"}),
    ROW_END,
};
const struct schema inscription_schema = {"inscription", sizeof(struct inscription), rows};

static struct text_style style_of(const struct scene *scene, const struct inscription *inscription,
                                  float size) {
    const struct palette *palette = &scene->env.palette;
    struct colour ink = palette->ground;
    struct colour colours[] = {
        [LOOK_PLAIN] = ink,
        [LOOK_BOLD] = ink,
        [LOOK_PALE] = colour_mix(ink, palette->text, 0.35F),
        [LOOK_LINK] = colour_mix(palette->light, ink, 0.55F),
        [LOOK_BUTTON] = palette->text,
    };
    bool bold = inscription->look == LOOK_BOLD || inscription->look == LOOK_BUTTON;
    struct colour colour = colours[inscription->look];
    return (struct text_style){.face = bold ? FACE_BOLD : FACE_REGULAR,
                               .size = size,
                               .line_height = LINE,
                               .colour = colour,
                               .emphasis = colour};
}

static int line_count(const char *words) {
    int lines = 1;
    for (; *words; words++) {
        lines += *words == '\n' && words[1];
    }
    return lines;
}

/* As large as its lines fill the height, or smaller where the longest is wider than the place. */
static void draw_one(struct scene *scene, struct scene_frame *frame,
                     const struct inscription *inscription, struct rect place) {
    const char *words = scene_text(scene, &inscription->words);
    float size = place.h / (LINE * (float)line_count(words));
    if (size < SMALLEST) {
        return;
    }
    struct text_style style = style_of(scene, inscription, size);
    const struct text_block *block = text_layout(scene->env.fonts, &style, words, INFINITY);
    float width = text_block_width(block);
    if (width > place.w) {
        style.size = floorf(size * place.w / width * 4) / 4;
        if (style.size < SMALLEST) {
            return;
        }
        block = text_layout(scene->env.fonts, &style, words, INFINITY);
        width = text_block_width(block);
    }
    float y = place.y + (place.h - text_block_height(block)) / 2;
    text_draw(frame->draw, block, place.x, y);
    if (inscription->look == LOOK_LINK) {
        float line = y + text_block_height(block) - style.size * 0.12F;
        draw_line(frame->draw, place.x, line, place.x + width, line, fmaxf(style.size / 16, 1),
                  style.colour);
    }
}

void inscriptions_draw(struct scene *scene, struct scene_frame *frame, const struct items *list,
                       int layer, struct rect whole) {
    for (size_t i = 0; i < list->count; i++) {
        const struct inscription *inscription = ITEM(*list, struct inscription, i);
        if (inscription->layer == 0 || inscription->layer == layer) {
            struct rect at = inscription->at;
            struct rect place = {whole.x + at.x * whole.w, whole.y + at.y * whole.h, at.w * whole.w,
                                 at.h * whole.h};
            draw_one(scene, frame, inscription, place);
        }
    }
}
