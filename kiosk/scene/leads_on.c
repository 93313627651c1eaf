/* What leads on: a card with what comes after this scene, for every scene's end. */
#include "scene/leads_on.h"

#include <math.h>

static const float SPACE = 8;
static const float PICTURE_SHARE = 0.36F;

/* Where it leads, in words and pictures. */
struct way {
    const char *label; /* "Up next", "Back to" */
    const char *title;
    const struct asset *picture;  /* or NULL */
    const struct hall_zone *zone; /* whose emblem stands in for a picture, or NULL */
};

static struct way way_from(const struct scene *scene) {
    const char *language = scene->env.language;
    const struct hall_scene *next = hall_scene_after(scene->env.hall, scene->entry);
    const struct hall_zone *zone = scene->entry->zone;
    if (next) {
        return (struct way){phrase_in(PHRASE_UP_NEXT, language),
                            scene_text(scene, &next->common.title),
                            next->common.picture.path ? &next->common.picture : NULL, zone};
    }
    return (struct way){phrase_in(PHRASE_BACK_TO, language),
                        scene_text(scene, zone ? &zone->name : &scene->env.hall->document.name),
                        NULL, zone};
}

struct leads_on_layout {
    const struct text_block *label, *title;
    struct point picture; /* its size */
    float words_x, words_height, arrow, height;
};

static struct leads_on_layout lay_out(struct scene *scene, const struct way *way, float width) {
    struct text_style label = piece_style(scene, TYPE_LABEL, scene->env.palette.soft);
    float lead = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LEAD);
    bool beside = width > 14 * lead;
    struct text_style title =
        piece_style(scene, beside ? TYPE_LEAD : TYPE_BODY, scene->env.palette.text);
    title.face = FACE_BOLD;
    title.line_height = 1.3F;
    title.max_lines = 4;
    struct leads_on_layout layout = {.arrow = title.size};
    float picture = beside ? fminf(width * PICTURE_SHARE, 400) : 0;
    layout.picture = (struct point){picture, picture * 9 / 16};
    layout.words_x = picture > 0 ? CARD_PADDING / 2.0F + picture + CARD_PADDING : CARD_PADDING;
    float room = width - layout.words_x - layout.arrow - 1.5F * CARD_PADDING;
    layout.label = text_layout(scene->env.fonts, &label, way->label, room);
    layout.title = text_layout(scene->env.fonts, &title, way->title, room);
    layout.words_height = text_block_height(layout.label) + SPACE + text_block_height(layout.title);
    layout.height = fmaxf(layout.words_height + 2 * CARD_PADDING, layout.picture.y + CARD_PADDING);
    return layout;
}

float piece_leads_on_height(struct scene *scene, float width) {
    struct way way = way_from(scene);
    return lay_out(scene, &way, width).height;
}

static void draw_picture(struct scene *scene, struct scene_frame *frame, const struct way *way,
                         struct rect place) {
    if (way->picture) {
        draw_image(frame->draw, way->picture->path, place, FIT_COVER, CARD_RADIUS / 2.0F, 1);
        return;
    }
    draw_fill(frame->draw, place, CARD_RADIUS / 2.0F, scene->env.palette.raised);
    if (way->zone) {
        float side = place.h * 0.7F;
        struct rect square = {place.x + (place.w - side) / 2, place.y + (place.h - side) / 2, side,
                              side};
        piece_emblem(scene, frame, &way->zone->emblem, square, scene->env.palette.light, 1);
    }
}

float piece_leads_on(struct scene *scene, struct scene_frame *frame, struct element_id id, float x,
                     float y, float width) {
    struct way way = way_from(scene);
    struct leads_on_layout layout = lay_out(scene, &way, width);
    const char *spoken = arena_printf(scene->env.frame, "%s %s", way.label, way.title);
    struct rect card =
        piece_card(scene, frame, id, (struct rect){x, y, width, layout.height}, ROLE_LINK, spoken);
    if (layout.picture.x > 0) {
        struct rect place = {card.x + CARD_PADDING / 2.0F, card.y + (card.h - layout.picture.y) / 2,
                             layout.picture.x, layout.picture.y};
        draw_picture(scene, frame, &way, place);
    }
    float top = card.y + (card.h - layout.words_height) / 2;
    text_draw(frame->draw, layout.label, card.x + layout.words_x, top);
    text_draw(frame->draw, layout.title, card.x + layout.words_x,
              top + text_block_height(layout.label) + SPACE);
    struct rect arrow = {card.x + card.w - CARD_PADDING - layout.arrow,
                         card.y + (card.h - layout.arrow) / 2, layout.arrow, layout.arrow};
    draw_icon(frame->draw, icon_path(scene, "next"), arrow, scene->env.palette.light);
    return layout.height;
}
