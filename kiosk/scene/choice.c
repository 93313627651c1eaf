/* Choices: answers as cards in a grid, in words or pictures, and what became of them. */
#include "scene/choice.h"

#include <math.h>

static const float CARD_GAP = 32;
static const float TAG_MOST = 2 * 32 - 8; /* its upper half stays in the gap between cards */
static const float PICTURE_INSET = 12;
static const float PICTURE_LEAST = 152;
/* Beside the words: how wide a picture's box is to its height, and to the card at most. */
static const float SIDE_HEIGHT = 120;
static const float SIDE_SHAPE = 1.5F;
static const float SIDE_SHARE = 0.3F;
/* Words get at least this many of their own size in a row, or there are fewer columns. */
static const float LEAST_EMS = 9;
static const float LEAST_EMS_BELOW_PICTURE = 5;
/* A row grows into free room by this much at most: air, but still a card. */
static const float GROWTH_MOST = 2.2F;

static float words_left(float size) {
    return CARD_PADDING + 2 * piece_node_radius(size) + size * 0.5F;
}

static struct text_style words_style(struct scene *scene, enum type_role role,
                                     struct colour colour) {
    struct text_style style = piece_style(scene, role, colour);
    style.line_height = 1.35F;
    return style;
}

static bool has_pictures(const struct choice_card *cards, int count) {
    for (int i = 0; i < count; i++) {
        if (cards[i].picture) {
            return true;
        }
    }
    return false;
}

/* The air above and below the words. The tag on the card's upper edge reaches down as far as half
   its own height; on a picture's card it lies on the picture. */
static float words_padding(struct scene *scene, const struct choice_grid *grid) {
    float label = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL);
    if (grid->pictures && grid->side <= 0) {
        return CARD_PADDING * 0.6F;
    }
    return grid->tight ? label * 0.85F : fmaxf(CARD_PADDING, label);
}

/* What a picture beside the words takes of a card's width. */
static float side_room(const struct choice_grid *grid) {
    return grid->side > 0 ? PICTURE_INSET + grid->side : 0;
}

static const struct text_block *words_block(struct scene *scene, const struct choice_card *card,
                                            const struct choice_grid *grid,
                                            const struct text_style *style) {
    float room = grid->card_width - side_room(grid) - words_left(style->size) - CARD_PADDING;
    return text_layout(scene->env.fonts, style, card->words, room);
}

/* The row of ring and words on a card, without what is above it. */
static float words_height(struct scene *scene, const struct choice_card *card,
                          const struct choice_grid *grid) {
    struct text_style style = words_style(scene, grid->role, scene->env.palette.text);
    const struct text_block *block = words_block(scene, card, grid, &style);
    float inner = fmaxf(text_block_height(block), 2 * piece_node_radius(style.size));
    float least = grid->side > 0 ? grid->side / SIDE_SHAPE + 2 * PICTURE_INSET : 0;
    return fmaxf(fmaxf(inner + 2 * words_padding(scene, grid), least), scene->env.metrics.target);
}

/* A size of type, the air about it, and where pictures are: the usual one first. */
struct fit {
    enum type_role role;
    bool tight, beside;
};

static const struct fit fits[] = {
    {TYPE_LEAD, false, false}, {TYPE_BODY, false, false}, {TYPE_BODY, true, false}};
static const struct fit fits_beside[] = {
    {TYPE_LEAD, false, true}, {TYPE_BODY, false, true}, {TYPE_BODY, true, true}};
enum { FITS = sizeof fits / sizeof fits[0] };

/* The grid in so many columns, every row as high as its words ask for. */
static struct choice_grid grid_of(struct scene *scene, const struct choice_card *cards, int count,
                                  float width, int columns, struct fit fit) {
    struct choice_grid grid = {.columns = columns,
                               .rows = (count + columns - 1) / columns,
                               .role = fit.role,
                               .tight = fit.tight,
                               .pictures = has_pictures(cards, count)};
    grid.card_width = (width - CARD_GAP * (float)(columns - 1)) / (float)columns;
    grid.side = fit.beside ? fminf(grid.card_width * SIDE_SHARE, SIDE_HEIGHT * SIDE_SHAPE) : 0;
    for (int i = 0; i < count; i++) {
        float height = words_height(scene, &cards[i], &grid);
        float *row = &grid.heights[i / columns];
        *row = fmaxf(*row, height);
    }
    for (int i = 0; i < grid.rows; i++) {
        grid.height += grid.heights[i] + (i > 0 ? CARD_GAP : 0);
    }
    return grid;
}

void choice_grid_grow(struct choice_grid *grid, float height) {
    float share = (height - grid->height) / (float)grid->rows;
    for (int i = 0; i < grid->rows && share > 0 && grid->picture <= 0; i++) {
        float more = fminf(share, grid->heights[i] * (GROWTH_MOST - 1));
        grid->heights[i] += more;
        grid->height += more;
    }
}

static void set_pictures(struct choice_grid *grid, float height) {
    grid->picture = height;
    for (int i = 0; i < grid->rows && height > 0; i++) {
        grid->heights[i] += height + PICTURE_INSET;
        grid->height += height + PICTURE_INSET;
    }
}

/* How high the highest of the pictures is where it is as wide as its card, within reason. */
static float picture_most(const struct choice_card *cards, int count, float card_width) {
    float width = card_width - 2 * PICTURE_INSET;
    float most = 0;
    for (int i = 0; i < count; i++) {
        const struct asset *picture = cards[i].picture;
        if (picture && picture->width > 0) {
            most = fmaxf(most, width * (float)picture->height / (float)picture->width);
        }
    }
    return most > 0 ? fminf(most, width * 0.75F) : width * 0.5F;
}

/* Pictures take the room that the words leave, between a strip and their own shape. */
static float picture_height(const struct choice_grid *grid, const struct choice_card *cards,
                            int count, float room) {
    float share = (room - grid->height) / (float)grid->rows - PICTURE_INSET;
    float most = picture_most(cards, count, grid->card_width);
    float least = fminf(most, PICTURE_LEAST);
    return floorf(fminf(fmaxf(share, least), most));
}

static int usual_columns(int count, bool pictures, bool wide) {
    if (pictures) {
        return wide ? (count <= 4 ? count : 3) : 2;
    }
    return !wide ? 1 : count == 3 ? 3 : 2;
}

static bool wide_enough(struct scene *scene, float width, int columns, enum type_role role,
                        bool pictures) {
    float size = metrics_type(&scene->env.metrics, scene->env.theme, role);
    float card = (width - CARD_GAP * (float)(columns - 1)) / (float)columns;
    float least = (pictures ? LEAST_EMS_BELOW_PICTURE : LEAST_EMS) * size;
    return columns == 1 || card >= words_left(size) + CARD_PADDING + least;
}

/* A card alone in the last of several rows looks forgotten. */
static bool leaves_one_alone(int count, int columns) {
    return columns > 2 && count > columns && count % columns == 1;
}

/* The best so far, or the grid of these columns and this fit where that is lower. */
static void try_grid(struct scene *scene, const struct choice_card *cards, int count, float width,
                     float height, int columns, struct fit fit, struct choice_grid *best) {
    if (columns > count || leaves_one_alone(count, columns) ||
        !wide_enough(scene, width, columns, fit.role, has_pictures(cards, count) && !fit.beside)) {
        return;
    }
    struct choice_grid grid = grid_of(scene, cards, count, width, columns, fit);
    if (grid.pictures && !fit.beside) {
        set_pictures(&grid, picture_height(&grid, cards, count, height));
    }
    if (best->columns == 0 || grid.height < best->height) {
        *best = grid;
    }
}

/* The columns and pictures of another grid, in the largest type that fits. */
static struct choice_grid fit_like(struct scene *scene, const struct choice_card *cards, int count,
                                   const struct choice_grid *like, float width, float height) {
    struct choice_grid grid = {.columns = 0};
    for (int i = 0; i < FITS && (grid.columns == 0 || grid.height > height); i++) {
        struct fit fit = like->side > 0 ? fits_beside[i] : fits[i];
        if (fit.role != like->role &&
            !wide_enough(scene, width, like->columns, fit.role, like->pictures && !fit.beside)) {
            continue;
        }
        grid = grid_of(scene, cards, count, width, like->columns, fit);
        set_pictures(&grid, like->picture);
    }
    return grid;
}

struct choice_grid choice_grid_fit(struct scene *scene, const struct choice_card *cards, int count,
                                   const struct choice_grid *like, float width, float height) {
    if (like) {
        return fit_like(scene, cards, count, like, width, height);
    }
    bool pictures = has_pictures(cards, count);
    int usual = usual_columns(count, pictures, width > 1.2F * scene->env.metrics.height);
    struct choice_grid best = {.columns = 0};
    /* The usual number of columns, in smaller and smaller type; then every other; then with
       pictures beside the words, which makes wide cards low. */
    const int ways = FITS * (CHOICES_MOST + 1);
    for (int i = 0; i < (pictures ? 2 : 1) * ways; i++) {
        int nth = i % ways / FITS;
        struct fit fit = i < ways ? fits[i % FITS] : fits_beside[i % FITS];
        try_grid(scene, cards, count, width, height, nth == 0 ? usual : nth, fit, &best);
        if (best.columns > 0 && best.height <= height) {
            best.usual = i == 0;
            break;
        }
    }
    return best;
}

/* The word on the card's upper edge. */
static void draw_tag(struct scene *scene, struct scene_frame *frame, const struct choice_card *card,
                     struct rect place) {
    const struct palette *palette = &scene->env.palette;
    struct colour edge = card->state == NODE_RIGHT ? palette->right : palette->wrong;
    struct text_style style = piece_style(scene, TYPE_LABEL, palette->text);
    style.line_height = 1.3F;
    style.max_lines = 1;
    const struct text_block *words =
        text_layout(scene->env.fonts, &style, card->tag, place.w - 3 * CARD_PADDING);
    float height = fminf(text_block_height(words) + style.size * 0.3F, TAG_MOST);
    float width = text_block_width(words) + style.size * 1.4F;
    struct rect tag = {place.x + place.w - CARD_PADDING - width, place.y - height / 2, width,
                       height};
    draw_fill(frame->draw, tag, height / 2, palette->ground);
    draw_stroke(frame->draw, tag, height / 2, 3, edge);
    text_draw(frame->draw, words, tag.x + (width - text_block_width(words)) / 2,
              tag.y + (height - text_block_height(words)) / 2);
}

static void draw_picture(struct scene_frame *frame, const struct choice_grid *grid,
                         const struct choice_card *card, struct rect seen) {
    struct rect place = rect_inset(seen, PICTURE_INSET);
    if (grid->side > 0) {
        place.w = grid->side;
        place.h = grid->side / SIDE_SHAPE;
        place.y = seen.y + (seen.h - place.h) / 2;
    } else {
        place.h = grid->picture;
    }
    if (card->picture) {
        struct point size = piece_fitted((float)card->picture->width, (float)card->picture->height,
                                         place.w, place.h);
        struct rect fitted = {place.x + (place.w - size.x) / 2, place.y + (place.h - size.y) / 2,
                              size.x, size.y};
        draw_image(frame->draw, card->picture->path, fitted, FIT_CONTAIN,
                   CARD_RADIUS - PICTURE_INSET, 1);
    }
}

static const char *spoken_label(struct scene *scene, const struct choice_card *card, int number) {
    const char *words = card->words;
    if (!*words) {
        words = arena_printf(scene->env.frame, "%d", number);
    }
    return card->tag ? arena_printf(scene->env.frame, "%s · %s", words, card->tag) : words;
}

/* Draws one card; returns where its ring is. */
static struct point draw_card(struct scene *scene, struct scene_frame *frame,
                              const struct choice_grid *grid, const struct choice_card *card,
                              struct rect place, const char *label) {
    const struct palette *palette = &scene->env.palette;
    struct rect seen = piece_card(scene, frame, card->id, place, ROLE_CHOICE, label);
    struct element *element = &frame->elements->list.items[frame->elements->list.count - 1];
    element->flags |= card->state == NODE_CHOSEN ? ELEMENT_CHECKED : 0;
    element->flags |= card->state > NODE_CHOSEN ? ELEMENT_DISABLED : 0;
    if (card->state == NODE_CHOSEN || card->state == NODE_RIGHT) {
        draw_stroke(frame->draw, seen, CARD_RADIUS, 4,
                    card->state == NODE_RIGHT ? palette->right : palette->light);
    }
    float above = grid->picture > 0 ? grid->picture + PICTURE_INSET : 0;
    float side = side_room(grid);
    draw_picture(frame, grid, card, seen);
    struct text_style style =
        words_style(scene, grid->role, card->state == NODE_PASSED ? palette->soft : palette->text);
    float radius = piece_node_radius(style.size);
    const struct text_block *words = words_block(scene, card, grid, &style);
    float middle = seen.y + above + (seen.h - above) / 2;
    struct point node = {seen.x + side + CARD_PADDING + radius, middle};
    piece_node(scene, frame, card->state, node, radius);
    text_draw(frame->draw, words, seen.x + side + words_left(style.size),
              middle - text_block_height(words) / 2);
    if (card->tag) {
        draw_tag(scene, frame, card, seen);
    }
    return node;
}

void choice_grid_draw(struct scene *scene, struct scene_frame *frame,
                      const struct choice_grid *grid, const struct choice_card *cards, int count,
                      float x, float y, struct rect *places, struct point *nodes) {
    for (int row = 0, i = 0; row < grid->rows; row++) {
        for (int column = 0; column < grid->columns && i < count; column++, i++) {
            places[i] = (struct rect){x + (grid->card_width + CARD_GAP) * (float)column, y,
                                      grid->card_width, grid->heights[row]};
            frame_reading(frame, cards[i].words);
            nodes[i] = draw_card(scene, frame, grid, &cards[i], places[i],
                                 spoken_label(scene, &cards[i], i + 1));
        }
        y += grid->heights[row] + CARD_GAP;
    }
}
