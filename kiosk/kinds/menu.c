/* The menu: the hall's page with its zones, a zone's page with its scenes, or a choice of scenes.
 */
#include "scene/pieces.h"
#include "scene/scene.h"

#include <math.h>
#include <string.h>

struct menu_document {
    struct text lead;
    struct items scenes; /* const char * */
};

static const struct schema_row menu_rows[] = {
    ROW_TEXT(struct menu_document, lead, .max = 160,
             .help = {"标题下的一句话", "a sentence under the title"}),
    ROW_LIST_OF(
        struct menu_document, scenes,
        (&(const struct schema_row){.type = FIELD_SCENE, .help = {"场景的 id", "a scene's id"}}),
        .required = true, .min = 1, .max = 12,
        .help = {"可以选的场景，按顺序", "the scenes to choose from, in order"}),
    ROW_END,
};

static const struct schema schema = {"menu", sizeof(struct menu_document), menu_rows};

/* The grid below the heading, and how a card of it is divided. */
struct menu_grid {
    int count, columns;
    int lines; /* of a card's sentence, at most */
    float card_width, card_height;
    float picture_height; /* of the part at a card's top for its emblem or picture */
    float top;            /* below the heading, in the scrolled content */
};

struct menu_state {
    struct scroll scroll;
    struct menu_grid grid; /* as last drawn: where a touch goes in */
};

static const struct element_id WINDOW = {"menu", 0};
static const char CARD[] = "card";

/* ---- what the cards are about ---- */

/* What one card leads to: a zone or a scene. */
struct menu_card {
    const char *id;
    const struct hall_zone *zone; /* of a zone's card; else NULL */
    const struct hall_scene *entry;
    const char *title, *words, *note; /* note: what it is and how long it takes */
};

static bool is_hall_page(const struct scene *scene) {
    return !scene->document && !scene->entry->zone;
}

static int card_count(const struct scene *scene) {
    const struct menu_document *document = scene->document;
    if (document) {
        return (int)document->scenes.count;
    }
    const struct hall_zone *zone = scene->entry->zone;
    return (int)(zone ? zone->order_count : scene->env.hall->zone_count);
}

/* "影片 · 45 秒": the kind's title, and what it says of its document. */
static const char *card_note(const struct scene *scene, const struct hall_scene *entry) {
    const char *language = scene->env.language;
    const struct scene_kind *kind = scene_kind_of(entry);
    bool chinese = strncmp(language, "zh", 2) == 0;
    const char *title = chinese ? kind->document.title.zh : kind->document.title.en;
    if (!kind->describe || !entry->document) {
        return title;
    }
    struct buffer words = {0};
    kind->describe(entry->document, language, &words);
    const char *note = arena_printf(scene->env.frame, "%s · %s", title, buffer_text(&words));
    buffer_finish(&words);
    return note;
}

static struct menu_card zone_card(const struct scene *scene, int index) {
    const struct hall_zone *zone = &scene->env.hall->zones[index];
    return (struct menu_card){.id = zone->id,
                              .zone = zone,
                              .title = scene_text(scene, &zone->name),
                              .words = scene_text(scene, &zone->lead),
                              .note = ""};
}

static struct menu_card card_at(const struct scene *scene, int index) {
    const struct menu_document *document = scene->document;
    const struct hall_scene *entry;
    if (is_hall_page(scene)) {
        return zone_card(scene, index);
    }
    if (document) {
        entry = hall_scene(scene->env.hall, *ITEM(document->scenes, const char *, index));
    } else {
        entry = scene->entry->zone->order[index];
    }
    return (struct menu_card){.id = entry->id,
                              .entry = entry,
                              .title = scene_text(scene, &entry->common.title),
                              .words = scene_text(scene, &entry->common.summary),
                              .note = card_note(scene, entry)};
}

/* ---- a card's words ---- */

enum { CARD_TITLE_LINES = 3, CARD_WORDS_LINES = 4, CARD_WORDS_LEAST = 2, CARD_GAP = 12 };

static const float NOTE_SHARE = 0.3F; /* of the title's size: the note reaches into the words */

/* The card's title and sentence, laid out for its width. */
struct card_words {
    const struct text_block *title, *words; /* NULL where there is none */
    float below_note;                       /* the room that the note takes of it */
    float height;
};

static const struct text_block *card_block(struct scene *scene, struct text_style style, int lines,
                                           const char *words, float width, float *height) {
    if (!*words) {
        return NULL;
    }
    style.max_lines = lines;
    const struct text_block *block = text_layout(scene->env.fonts, &style, words, width);
    *height += CARD_GAP + text_block_height(block);
    return block;
}

static struct card_words card_words(struct scene *scene, const struct menu_card *card, float width,
                                    int lines) {
    const struct palette *palette = &scene->env.palette;
    struct text_style title =
        piece_style(scene, card->zone ? TYPE_HEADING : TYPE_LEAD, palette->text);
    title.face = FACE_BOLD;
    title.line_height = 1.35F;
    struct card_words words = {.below_note = *card->note ? title.size * NOTE_SHARE : 0};
    words.height = words.below_note;
    float *height = &words.height;
    words.title = card_block(scene, title, CARD_TITLE_LINES, card->title, width, height);
    words.words = card_block(scene, piece_style(scene, TYPE_BODY, palette->soft), lines,
                             card->words, width, height);
    return words;
}

/* ---- where the cards stand ---- */

enum { COLUMNS_AT_MOST = 4 };
static const float CARD_EMS = 8.5F; /* a card is no narrower than so many ems of the lead type */
static const float PICTURE_SHAPE = 9.0F / 16;
static const float LEAST_PICTURE = 0.7F; /* of that height, when it saves a scroll */
static const float LEAST_EMBLEM = 176;
static const float EMBLEM_SHARE = 0.32F; /* of a card's width, at least */
static const float TALLEST = 1.6F;       /* times its width: a zone's card grows no higher */
static const float BELOW_GRID = 24;      /* for the last row's shadow */

/* As many columns as hold readable words; two rows of two rather than three and one. */
static int grid_columns(const struct scene *scene, int count) {
    const struct metrics *metrics = &scene->env.metrics;
    float least = CARD_EMS * metrics_type(metrics, scene->env.theme, TYPE_LEAD);
    int fitting = (int)((metrics->content.w + metrics->gutter) / (least + metrics->gutter));
    fitting = fitting < 1 ? 1 : fitting > COLUMNS_AT_MOST ? COLUMNS_AT_MOST : fitting;
    if (count == 4 && fitting == 3) {
        return 2;
    }
    int wanted = count < 3 ? 3 : count;
    return wanted < fitting ? wanted : fitting;
}

static float words_height(struct scene *scene, const struct menu_grid *grid) {
    float highest = 0;
    for (int i = 0; i < grid->count; i++) {
        struct menu_card card = card_at(scene, i);
        float width = grid->card_width - 2 * CARD_PADDING;
        highest = fmaxf(highest, card_words(scene, &card, width, grid->lines).height);
    }
    return highest + CARD_PADDING;
}

/* Divides the cards' height between pictures and words; whether all of it fits in `room`. */
static bool divide_cards(struct scene *scene, struct menu_grid *grid, float room) {
    int rows = (grid->count + grid->columns - 1) / grid->columns;
    float gaps = BELOW_GRID + scene->env.metrics.gutter * (float)(rows - 1);
    float words = words_height(scene, grid);
    float share = (room - gaps) / (float)rows - words;
    float usual = grid->card_width * PICTURE_SHAPE;
    float least = usual * LEAST_PICTURE;
    float most = usual;
    if (is_hall_page(scene)) {
        least = fmaxf(grid->card_width * EMBLEM_SHARE, LEAST_EMBLEM);
        most = fmaxf(grid->card_width * TALLEST - words, least);
        usual = least;
    }
    grid->picture_height = share < least ? usual : fminf(share, most);
    grid->card_height = grid->picture_height + words;
    return share >= least;
}

/* `room` is the height of the window below the heading. Sentences give up lines before it scrolls.
 */
static struct menu_grid grid_of(struct scene *scene, float room) {
    const struct metrics *metrics = &scene->env.metrics;
    struct menu_grid grid = {.count = card_count(scene)};
    grid.columns = grid_columns(scene, grid.count);
    float gaps = metrics->gutter * (float)(grid.columns - 1);
    grid.card_width = (metrics->content.w - gaps) / (float)grid.columns;
    for (grid.lines = CARD_WORDS_LINES; grid.lines >= CARD_WORDS_LEAST; grid.lines--) {
        if (divide_cards(scene, &grid, room)) {
            return grid;
        }
    }
    grid.lines = CARD_WORDS_LINES;
    (void)divide_cards(scene, &grid, room);
    return grid;
}

static float grid_height(const struct scene *scene, const struct menu_grid *grid) {
    int rows = (grid->count + grid->columns - 1) / grid->columns;
    float gutter = scene->env.metrics.gutter;
    return (grid->card_height + gutter) * (float)rows - gutter + BELOW_GRID;
}

/* Where card `index` is when the content's upper edge is at `top`. */
static struct rect card_rect(const struct scene *scene, const struct menu_grid *grid, int index,
                             float top) {
    const struct metrics *metrics = &scene->env.metrics;
    int column = index % grid->columns;
    int row = index / grid->columns;
    return (struct rect){metrics->content.x + (grid->card_width + metrics->gutter) * (float)column,
                         top + grid->top + (grid->card_height + metrics->gutter) * (float)row,
                         grid->card_width, grid->card_height};
}

/* ---- drawing ---- */

static const float CARD_INSET = 12; /* of a picture in its card */

static void draw_emblem(struct scene *scene, struct scene_frame *frame, const struct emblem *emblem,
                        struct rect part, struct colour colour) {
    float side = fminf(part.w, part.h);
    struct point middle = rect_centre(part);
    piece_emblem(scene, frame, emblem,
                 (struct rect){middle.x - side / 2, middle.y - side / 2, side, side}, colour, 1);
}

/* The card's upper part: a zone's emblem, a scene's picture, or its zone's emblem on a panel. */
static void draw_picture(struct scene *scene, struct scene_frame *frame,
                         const struct menu_card *card, struct rect part) {
    const struct palette *palette = &scene->env.palette;
    if (card->zone) {
        struct rect place = rect_inset(part, CARD_PADDING);
        place.w = fminf(place.w, place.h);
        draw_emblem(scene, frame, &card->zone->emblem, place, palette->light);
        return;
    }
    struct rect place = rect_inset(part, CARD_INSET);
    float radius = CARD_RADIUS - CARD_INSET;
    if (card->entry->common.picture.path) {
        draw_image(frame->draw, card->entry->common.picture.path, place, FIT_COVER, radius, 1);
        return;
    }
    draw_fill(frame->draw, place, radius, palette->raised);
    if (card->entry->zone) {
        draw_emblem(scene, frame, &card->entry->zone->emblem, rect_inset(place, CARD_PADDING),
                    colour_mix(palette->raised, palette->light, 0.5F));
    }
}

/* What the scene is and how long it takes, across the picture's lower edge. */
static void draw_note(struct scene *scene, struct scene_frame *frame, const char *note,
                      struct rect part) {
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, TYPE_LABEL, palette->text);
    style.line_height = 1.3F;
    style.max_lines = 1;
    float padding = style.size * 0.6F;
    float room = part.w - 2 * CARD_PADDING - 2 * padding;
    const struct text_block *words = text_layout(scene->env.fonts, &style, note, room);
    float height = text_block_height(words) + padding / 2;
    struct rect pill = {part.x + CARD_PADDING, part.y + part.h - CARD_INSET - height / 2,
                        text_block_width(words) + 2 * padding, height};
    draw_fill(frame->draw, pill, height / 2, palette->ground);
    text_draw(frame->draw, words, pill.x + padding, pill.y + padding / 4);
}

static void draw_words(struct scene_frame *frame, const struct card_words *words, float x,
                       float y) {
    const struct text_block *blocks[] = {words->title, words->words};
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        if (blocks[i]) {
            y += CARD_GAP;
            text_draw(frame->draw, blocks[i], x, y);
            y += text_block_height(blocks[i]);
        }
    }
}

static void draw_card(struct scene *scene, struct scene_frame *frame, const struct menu_grid *grid,
                      int index, struct rect rect) {
    struct menu_card card = card_at(scene, index);
    const struct hall_zone *zone = card.zone ? card.zone : card.entry->zone;
    struct scene lit = *scene; /* a card shines in its own zone's light */
    if (zone) {
        lit.env.palette = theme_palette(scene->env.theme, (enum zone_light)zone->light,
                                        scene->env.metrics.contrast);
    }
    const char *label =
        arena_printf(scene->env.frame, "%s %s %s", card.title, card.words, card.note);
    struct rect seen =
        piece_card(&lit, frame, (struct element_id){CARD, index}, rect, ROLE_LINK, label);
    struct rect part = {seen.x, seen.y, seen.w, grid->picture_height};
    draw_picture(&lit, frame, &card, part);
    if (*card.note) {
        draw_note(&lit, frame, card.note, part);
    }
    struct card_words words = card_words(&lit, &card, rect.w - 2 * CARD_PADDING, grid->lines);
    draw_words(frame, &words, seen.x + CARD_PADDING, part.y + part.h + words.below_note);
    frame_reading(frame, label);
}

/* A zone's emblem and its name, above the heading of its page. Returns the y below. */
static float draw_zone_name(struct scene *scene, struct scene_frame *frame,
                            const struct hall_zone *zone, float y) {
    const struct scene_env *env = &scene->env;
    struct text_style style = piece_style(scene, TYPE_LABEL, env->palette.text);
    style.max_lines = 1;
    float side = style.size * 2;
    float x = env->metrics.content.x;
    draw_emblem(scene, frame, &zone->emblem, (struct rect){x, y, side, side}, env->palette.light);
    const struct text_block *name = text_layout(env->fonts, &style, scene_text(scene, &zone->name),
                                                env->metrics.content.w - 2 * side);
    text_draw(frame->draw, name, x + side * 1.3F, y + (side - text_block_height(name)) / 2);
    return y + side + CARD_GAP;
}

/* The lead stands at the title's right where that leaves the cards more height: not where the title
   fits on one line only by the screen's whole width. */
static bool fits_beside(struct scene *scene, const char *title) {
    const struct metrics *metrics = &scene->env.metrics;
    float size = metrics_type(metrics, scene->env.theme, TYPE_TITLE);
    float wide = fonts_run_width(scene->env.fonts, FACE_BOLD, size, title, strlen(title));
    bool needs_width = wide > metrics_columns(metrics, 0, 8).w && wide <= metrics->content.w;
    return !metrics->upright && !metrics->large && !needs_width;
}

/* Draws what stands above the cards; returns the y below it. */
static float draw_heading(struct scene *scene, struct scene_frame *frame, float y) {
    const struct menu_document *document = scene->document;
    const struct hall_document *hall = &scene->env.hall->document;
    const struct hall_zone *zone = scene->entry->zone;
    const struct text *title = document ? &scene->entry->common.title
                               : zone   ? &zone->title
                                        : &hall->title;
    const struct text *lead = document ? &document->lead : zone ? &zone->lead : &hall->lead;
    if (zone) {
        y = draw_zone_name(scene, frame, zone, y);
    }
    const char *words = scene_text(scene, title);
    bool beside = zone && !text_is_empty(lead) && fits_beside(scene, words);
    return (beside ? piece_header_beside : piece_header_at)(scene, frame, words,
                                                            scene_text(scene, lead), y);
}

static void menu_draw(struct scene *scene, struct scene_frame *frame) {
    struct menu_state *state = scene->state;
    struct rect window = scene->env.metrics.content;
    window.h += scene->env.metrics.gutter; /* down to the bar: the last row's shadow */
    float top = scroll_begin(&state->scroll, scene, frame, WINDOW, window);
    float heading = draw_heading(scene, frame, top) - top;
    state->grid = grid_of(scene, window.h - heading);
    state->grid.top = heading;
    for (int i = 0; i < state->grid.count; i++) {
        draw_card(scene, frame, &state->grid, i, card_rect(scene, &state->grid, i, top));
    }
    scroll_end(&state->scroll, scene, frame, window, heading + grid_height(scene, &state->grid));
    frame->content = 1;
}

/* ---- touching ---- */

static struct move menu_gesture(struct scene *scene, const struct gesture *gesture) {
    struct menu_state *state = scene->state;
    int index = gesture->id.index;
    bool card = gesture->id.name && strcmp(gesture->id.name, CARD) == 0 && index >= 0 &&
                index < card_count(scene);
    if (card && gesture->type == GESTURE_TAP) {
        float top = scene->env.metrics.content.y - state->scroll.offset;
        return (struct move){.type = MOVE_GO,
                             .scene = card_at(scene, index).id,
                             .from = card_rect(scene, &state->grid, index, top)};
    }
    scroll_gesture(&state->scroll, gesture);
    return STAY;
}

static void menu_describe(const void *document, const char *language, struct buffer *out) {
    const struct menu_document *menu = document;
    phrase_add_count(out, PHRASE_SCENES, language, (int)menu->scenes.count);
}

static void menu_walk(const struct scene *scene, struct buffer *out) {
    const struct menu_state *state = scene->state;
    buffer_add(out, "wait 400\nshot menu\n");
    if (scroll_is_needed(&state->scroll)) {
        buffer_add(out, "drag menu.0 0 -9000\nwait 1500\nshot end\n"
                        "drag menu.0 0 9000\nwait 1500\n");
    }
    buffer_add(out, "press card.0\nshot pressed\nrelease\n");
}

const struct scene_kind menu_kind = {
    .document = {.name = "menu",
                 .title = {"目录", "Choice"},
                 .help = {"观众在几张卡片里选一张", "the visitor chooses one of a few cards"},
                 .schema = &schema},
    .state_size = sizeof(struct menu_state),
    .gesture = menu_gesture,
    .draw = menu_draw,
    .walk = menu_walk,
    .describe = menu_describe,
};
