/* Tiles: cards of one size with a few words, on a board where they are moved, joined or put. */
#include "scene/tile.h"

#include <math.h>

static const float PADDING = 26; /* at the sides of the words */
static const float NOTE_SPACE = 4;
static const float GROWTH_MOST = 1.6F;
static const float LINE_HEIGHT = 1.3F;

/* From the one that reads best to the one that holds most. */
static const struct {
    enum type_role role;
    float padding, gap;
} sizes[] = {{TYPE_LEAD, 28, 20},
             {TYPE_LEAD, 18, 20},
             {TYPE_BODY, 24, 20},
             {TYPE_BODY, 14, 16},
             {TYPE_BODY, 8, 12}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

float tile_fit_height(const struct tile_fit *fit, int rows) {
    return fit->height * (float)rows + fit->gap * (float)(rows - 1);
}

float tile_grown(const struct tile_fit *fit, int rows, float room) {
    float share = (room - fit->gap * (float)(rows - 1)) / (float)rows;
    return fminf(fmaxf(share, fit->height), fit->height * GROWTH_MOST);
}

static const struct text_block *block_of(struct scene *scene, const char *words,
                                         enum type_role role, struct colour colour, float width) {
    struct text_style style = piece_style(scene, role, colour);
    style.line_height = LINE_HEIGHT;
    return words ? text_layout(scene->env.fonts, &style, words, width) : NULL;
}

static float room_for_words(const struct tile *tile, float width) {
    return width - tile->left - tile->right - 2 * PADDING;
}

static float words_height(struct scene *scene, const struct tile *tile, enum type_role role,
                          float width) {
    struct colour any = scene->env.palette.text;
    float room = room_for_words(tile, width);
    const struct text_block *words = block_of(scene, tile->words, role, any, room);
    const struct text_block *note = block_of(scene, tile->note, TYPE_LABEL, any, room);
    return text_block_height(words) + (note ? NOTE_SPACE + text_block_height(note) : 0);
}

struct tile_fit tile_fit(struct scene *scene, const struct tile *tiles, int count, int rows,
                         float width, float room) {
    struct tile_fit fit = {.fits = false};
    for (int i = 0; i < SIZES && !fit.fits; i++) {
        fit = (struct tile_fit){
            .role = sizes[i].role, .padding = sizes[i].padding, .gap = sizes[i].gap};
        for (int tile = 0; tile < count; tile++) {
            float words = words_height(scene, &tiles[tile], fit.role, width);
            fit.height = fmaxf(fit.height, words + 2 * fit.padding);
        }
        fit.height = fmaxf(ceilf(fit.height), scene->env.metrics.target);
        fit.fits = tile_fit_height(&fit, rows) <= room;
    }
    return fit;
}

struct rect tile_draw(struct scene *scene, struct scene_frame *frame, const struct tile *tile,
                      const struct tile_fit *fit, struct rect rect) {
    const struct palette *palette = &scene->env.palette;
    const char *spoken = tile->note
                             ? arena_printf(scene->env.frame, "%s · %s", tile->words, tile->note)
                             : tile->words;
    struct rect card = piece_card(scene, frame, tile->id, rect, ROLE_CHOICE, spoken);
    frame->elements->list.items[frame->elements->list.count - 1].flags |= tile->flags;
    if (tile->lit) {
        draw_stroke(frame->draw, card, CARD_RADIUS, 4, palette->light);
    }
    float room = room_for_words(tile, rect.w);
    const struct text_block *words = block_of(scene, tile->words, fit->role, palette->text, room);
    const struct text_block *note = block_of(scene, tile->note, TYPE_LABEL, palette->soft, room);
    float height = words_height(scene, tile, fit->role, rect.w);
    float x = card.x + tile->left + PADDING;
    float y = card.y + (card.h - height) / 2;
    text_draw(frame->draw, words, x, y);
    if (note) {
        text_draw(frame->draw, note, x, y + text_block_height(words) + NOTE_SPACE);
    }
    return card;
}
