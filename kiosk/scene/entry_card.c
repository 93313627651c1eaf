/* Entry cards: what a zone or a scene is, to be chosen. */
#include "scene/entry_card.h"

#include <math.h>
#include <string.h>

enum { TITLE_LINES = 4, GAP = 12, COMPACT_PADDING = 24 };

static const float INSET = 12;        /* of a picture in its card */
static const float NOTE_SHARE = 0.3F; /* of the title's size: the note reaches into the words */
static const float BESIDE_GAP = 24;   /* between a picture and the words at its right */
static const float BESIDE_SHAPE =
    0.625F;                    /* a picture there is no higher than this times its width */
static const float WIDEST = 2; /* times its height: a compact card's picture loses no more of it */

const char *entry_card_id(const struct entry_card *card) {
    return card->zone ? card->zone->id : card->entry->id;
}

static const char *title_of(const struct scene *scene, const struct entry_card *card) {
    return scene_text(scene, card->zone ? &card->zone->name : &card->entry->common.title);
}

static const char *sentence_of(const struct scene *scene, const struct entry_card *card) {
    return scene_text(scene, card->zone ? &card->zone->lead : &card->entry->common.summary);
}

/* "影片": the kind's title; "" for a zone. */
static const char *kind_of(const struct scene *scene, const struct entry_card *card) {
    if (card->zone) {
        return "";
    }
    const struct scene_kind *kind = scene_kind_of(card->entry);
    bool chinese = strncmp(scene->env.language, "zh", 2) == 0;
    return chinese ? kind->document.title.zh : kind->document.title.en;
}

/* "影片 · 45 秒": the kind's title, and what it says of its document. */
static const char *description_of(const struct scene *scene, const struct entry_card *card) {
    const char *title = kind_of(scene, card);
    const struct scene_kind *kind = card->zone ? NULL : scene_kind_of(card->entry);
    if (!kind || !kind->describe || !card->entry->document) {
        return title;
    }
    struct buffer words = {0};
    kind->describe(card->entry->document, scene->env.language, &words);
    const char *description = arena_printf(scene->env.frame, "%s · %s", title, buffer_text(&words));
    buffer_finish(&words);
    return description;
}

static const char *note_of(const struct scene *scene, const struct entry_card *card) {
    return card->compact ? kind_of(scene, card) : description_of(scene, card);
}

enum { NOTE, TITLE, SENTENCE, WORDS };

/* The card's words, laid out for its width; NULL where there is none. */
struct card_words {
    const struct text_block *blocks[WORDS];
    float top; /* the room that a note across the picture's edge takes of theirs */
    float height;
};

static void add_block(struct scene *scene, struct card_words *words, int which,
                      struct text_style style, const char *text, float width) {
    if (!*text || style.max_lines == 0) {
        return;
    }
    words->blocks[which] = text_layout(scene->env.fonts, &style, text, width);
    words->height += (words->height > 0 ? GAP : 0) + text_block_height(words->blocks[which]);
}

static float side_padding(const struct entry_card *card) {
    return card->compact ? COMPACT_PADDING : CARD_PADDING;
}

/* Where the words begin, from the card's left. */
static float words_x(const struct entry_card *card) {
    return card->beside && card->picture > 0 ? card->picture + BESIDE_GAP : side_padding(card);
}

static enum type_role title_role(const struct entry_card *card) {
    return card->zone ? TYPE_HEADING : card->compact ? TYPE_BODY : TYPE_LEAD;
}

/* `width` is the card's. A note stands above the title where the picture is beside it. */
static struct card_words lay_out(struct scene *scene, const struct entry_card *card, float width) {
    const struct palette *palette = &scene->env.palette;
    struct text_style note = piece_style(scene, TYPE_LABEL, palette->soft);
    struct text_style title = piece_style(scene, title_role(card), palette->text);
    struct text_style sentence = piece_style(scene, TYPE_BODY, palette->soft);
    title.face = FACE_BOLD;
    title.line_height = 1.35F;
    note.max_lines = 1;
    title.max_lines = TITLE_LINES;
    sentence.max_lines = card->lines;
    float room = width - words_x(card) - side_padding(card);
    struct card_words words = {0};
    if (card->beside) {
        words.top = card->picture > 0 ? 0 : CARD_PADDING;
        add_block(scene, &words, NOTE, note, note_of(scene, card), room);
    } else {
        words.top = GAP + (card->zone ? 0 : title.size * NOTE_SHARE);
    }
    add_block(scene, &words, TITLE, title, title_of(scene, card), room);
    add_block(scene, &words, SENTENCE, sentence, sentence_of(scene, card), room);
    return words;
}

float entry_card_words_height(struct scene *scene, const struct entry_card *card, float width) {
    struct card_words words = lay_out(scene, card, width);
    return words.top + words.height + side_padding(card);
}

static void draw_words(struct scene_frame *frame, const struct card_words *words, float x,
                       float y) {
    for (int i = 0; i < WORDS; i++) {
        if (words->blocks[i]) {
            text_draw(frame->draw, words->blocks[i], x, y);
            y += text_block_height(words->blocks[i]) + GAP;
        }
    }
}

static void draw_emblem(struct scene *scene, struct scene_frame *frame, const struct emblem *emblem,
                        struct rect part, struct colour colour) {
    float side = fminf(part.w, part.h);
    struct point middle = rect_centre(part);
    piece_emblem(scene, frame, emblem,
                 (struct rect){middle.x - side / 2, middle.y - side / 2, side, side}, colour, 1);
}

/* Where the picture is in the part of the card that is its own. */
static struct rect picture_place(const struct entry_card *card, struct rect part) {
    struct rect place = rect_inset(part, card->zone ? CARD_PADDING : INSET);
    if (card->zone && !card->beside) {
        place.w = fminf(place.w, place.h);
    }
    float widest = place.h * WIDEST;
    if (card->compact && !card->zone && place.w > widest) {
        place.x += (place.w - widest) / 2;
        place.w = widest;
    }
    float most = place.w * BESIDE_SHAPE;
    if (card->beside && !card->zone && place.h > most) {
        place.y += (place.h - most) / 2;
        place.h = most;
    }
    return place;
}

/* A zone's emblem, a scene's picture, or its zone's emblem on a panel. */
static void draw_picture(struct scene *scene, struct scene_frame *frame,
                         const struct entry_card *card, struct rect part) {
    const struct palette *palette = &scene->env.palette;
    struct rect place = picture_place(card, part);
    if (card->zone) {
        draw_emblem(scene, frame, &card->zone->emblem, place, palette->light);
        return;
    }
    float radius = CARD_RADIUS - INSET;
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
static void draw_note(struct scene *scene, struct scene_frame *frame, const struct entry_card *card,
                      const char *note, struct rect part) {
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, TYPE_LABEL, palette->text);
    style.line_height = 1.3F;
    style.max_lines = 1;
    float padding = style.size * 0.6F;
    float room = part.w - 2 * side_padding(card) - 2 * padding;
    const struct text_block *words = text_layout(scene->env.fonts, &style, note, room);
    float height = text_block_height(words) + padding / 2;
    struct rect pill = {part.x + side_padding(card), part.y + part.h - INSET - height / 2,
                        text_block_width(words) + 2 * padding, height};
    draw_fill(frame->draw, pill, height / 2, palette->ground);
    text_draw(frame->draw, words, pill.x + padding, pill.y + padding / 4);
}

static void draw_inside(struct scene *scene, struct scene_frame *frame,
                        const struct entry_card *card, const struct card_words *words,
                        struct rect seen) {
    if (card->beside) {
        struct rect part = {seen.x, seen.y, card->picture, seen.h};
        if (part.w > 0) {
            draw_picture(scene, frame, card, part);
        }
        /* Without a picture to stand beside, the words of a row's cards begin on one line. */
        float drop = part.w > 0 ? (seen.h - words->height) / 2 : words->top;
        draw_words(frame, words, seen.x + words_x(card), seen.y + drop);
        return;
    }
    struct rect part = {seen.x, seen.y, seen.w, card->picture};
    draw_picture(scene, frame, card, part);
    const char *note = note_of(scene, card);
    if (*note) {
        draw_note(scene, frame, card, note, part);
    }
    draw_words(frame, words, seen.x + side_padding(card), part.y + part.h + words->top);
}

void entry_card_draw(struct scene *scene, struct scene_frame *frame, struct element_id id,
                     const struct entry_card *card, struct rect rect) {
    const struct hall_zone *zone = card->zone ? card->zone : card->entry->zone;
    struct scene lit = *scene; /* a card shines in its own zone's light */
    if (zone) {
        lit.env.palette = theme_palette(scene->env.theme, (enum zone_light)zone->light,
                                        scene->env.metrics.contrast);
    }
    const char *label = arena_printf(scene->env.frame, "%s %s %s", title_of(scene, card),
                                     sentence_of(scene, card), description_of(scene, card));
    struct rect seen = piece_card(&lit, frame, id, rect, ROLE_LINK, label);
    struct card_words words = lay_out(&lit, card, rect.w);
    draw_inside(&lit, frame, card, &words, seen);
    frame_reading(frame, card->lines > 0 ? label : title_of(scene, card));
}
