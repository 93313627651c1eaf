/* Picture pages: one large picture of several, what is said of it, and a row of buttons below. */
#include "scene/picture_page.h"

#include "base/hash.h"
#include "scene/leads_on.h"
#include "scene/number.h"

#include <math.h>
#include <string.h>

static const float GAP = 32;
static const float PICTURE_SHARE = 0.45F; /* of the height, at most, when upright */
static const float TITLE_SHARE = 0.16F;   /* the same for a title; longer ones are words */

/* How wide words beside a picture are, in ems of the body. */
enum { WORDS_LEAST = 13, WORDS_MOST = 18 };

/* The card that leads on may take this much of the words' room where they scroll for it. */
static const float ONWARD_SHARE = 0.46F;

static const struct element_id whole_id = {"whole", 0};

static float title_y(const struct scene *scene) {
    const struct metrics *metrics = &scene->env.metrics;
    return metrics->content.y + 2 * metrics_type(metrics, scene->env.theme, TYPE_LABEL);
}

/* How high the highest of the titles is. */
static float titles_height(struct scene *scene, const struct picture_page *page,
                           enum type_role role) {
    struct text_style style = piece_style(scene, role, scene->env.palette.text);
    float width = scene->env.metrics.content.w;
    float most = 0;
    for (int i = 0; i < page->count; i++) {
        const struct text_block *block =
            text_layout(scene->env.fonts, &style, page->pictures[i].title, width);
        most = fmaxf(most, text_block_height(block));
    }
    return most;
}

/* Finds a size at which every title has its room above the picture; returns the y below it. */
static float place_titles(struct scene *scene, struct picture_page *page) {
    static const enum type_role roles[] = {TYPE_TITLE, TYPE_HEADING};
    struct rect content = scene->env.metrics.content;
    for (int i = 0; i < 2; i++) {
        float height = titles_height(scene, page, roles[i]);
        if (height <= content.h * TITLE_SHARE) {
            page->title_role = roles[i];
            page->titled = true;
            return title_y(scene) + height + GAP * 0.75F;
        }
    }
    return content.y + piece_kicker_height(scene);
}

/* As wide and as high as the largest of the pictures in this room. */
static struct point pictures_size(const struct picture_page *page, float width, float height) {
    struct point most = {0, 0};
    for (int i = 0; i < page->count; i++) {
        const struct asset *picture = page->pictures[i].picture;
        struct point size =
            piece_fitted((float)picture->width, (float)picture->height, width, height);
        most = (struct point){fmaxf(most.x, size.x), fmaxf(most.y, size.y)};
    }
    return (struct point){roundf(most.x), roundf(most.y)};
}

static void place_beside(struct scene *scene, struct picture_page *page, float words_least) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect content = metrics->content;
    struct point size = pictures_size(page, content.w - metrics->gutter - words_least,
                                      content.h - GAP - page->side);
    float wide = fmaxf(size.x, metrics_columns(metrics, 0, 6).w);
    float left = content.x + wide + metrics->gutter;
    float above = piece_kicker_height(scene);
    page->picture = (struct rect){content.x, content.y, wide, size.y};
    page->words =
        (struct rect){left, content.y + above, content.x + content.w - left, content.h - above};
}

static void place_below(struct scene *scene, struct picture_page *page) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect content = metrics->content;
    float y = place_titles(scene, page);
    float high = pictures_size(page, metrics->area.w, content.h * PICTURE_SHARE).y;
    page->picture = (struct rect){metrics->area.x, y, metrics->area.w, high};
    float below = y + high + GAP + page->side + GAP;
    page->words = (struct rect){content.x, below, content.w, content.y + content.h - below};
}

static void place(struct scene *scene, struct picture_page *page, float words_least) {
    if (scene->env.metrics.upright) {
        place_below(scene, page);
    } else {
        place_beside(scene, page, words_least);
    }
}

/* The lead, the title unless it stands above the picture, the caption, and how to look closer. */
static int caption_of(const struct scene *scene, const struct picture_page *page, int index,
                      struct paragraph said[PICTURE_PAGE_PARAGRAPHS]) {
    const struct picture_words *words = &page->pictures[index];
    const struct palette *palette = &scene->env.palette;
    bool large = scene->env.metrics.large;
    enum type_role role = large ? TYPE_BODY : TYPE_LEAD;
    const struct paragraph all[PICTURE_PAGE_PARAGRAPHS] = {
        {words->lead, role, palette->soft},
        {page->titled ? "" : words->title, TYPE_HEADING, palette->text},
        {words->caption, page->titled ? role : TYPE_BODY, palette->text},
        {large ? "" : words->hint, TYPE_LABEL, palette->soft},
    };
    memcpy(said, all, sizeof all);
    return PICTURE_PAGE_PARAGRAPHS;
}

static struct paragraph note_of(const struct scene *scene, const struct picture_words *words,
                                int place) {
    return (struct paragraph){words->notes[place - 1],
                              scene->env.metrics.large ? TYPE_BODY : TYPE_LEAD,
                              scene->env.palette.text};
}

int picture_page_said(const struct scene *scene, const struct picture_page *page, int place,
                      struct paragraph said[PICTURE_PAGE_PARAGRAPHS]) {
    if (place == 0) {
        return caption_of(scene, page, page->at, said);
    }
    said[0] = note_of(scene, &page->pictures[page->at], place);
    return 1;
}

float picture_page_number_height(const struct scene *scene) {
    return 2 * piece_number_radius(scene) + GAP * 0.75F;
}

struct icon_button picture_page_way_back(const struct scene *scene) {
    return (struct icon_button){
        whole_id, "close", phrase_in(PHRASE_WHOLE_PICTURE, scene->env.language), BUTTON_QUIET, 0};
}

float picture_page_way_back_height(struct scene *scene, float width) {
    struct icon_button whole = picture_page_way_back(scene);
    return labelled_button_height(scene, &whole, width) + GAP / 2;
}

/* How high what is read with one picture is at most: the caption, after the last with the card
   that leads on, or a detail's note. */
static float words_height(struct scene *scene, const struct picture_page *page, int index) {
    const struct picture_words *words = &page->pictures[index];
    float width = page->words.w;
    struct paragraph said[PICTURE_PAGE_PARAGRAPHS];
    int count = caption_of(scene, page, index, said);
    bool last = index == page->count - 1;
    float onward = last ? piece_leads_on_height(scene, width) + GAP : 0;
    float most = paragraphs_height(scene, said, count, width) + onward;
    float around = picture_page_number_height(scene) + picture_page_way_back_height(scene, width);
    for (int place = 1; place <= words->note_count; place++) {
        struct paragraph note = note_of(scene, words, place);
        most = fmaxf(most, around + paragraphs_height(scene, &note, 1, width));
    }
    return most;
}

/* What the words leave of their room, on the fullest page; less than 0 as soon as one does not fit:
   laying out every width to its end would take longer than a frame. */
static float room_left(struct scene *scene, const struct picture_page *page) {
    float left = page->words.h;
    for (int i = 0; i < page->count && left >= 0; i++) {
        left = fminf(left, page->words.h - words_height(scene, page, i));
    }
    return left;
}

/* Everything that a fit depends on. */
static uint64_t fit_key(const struct scene *scene, const struct picture_page *page) {
    const struct metrics *metrics = &scene->env.metrics;
    uint64_t key = hash_float(hash_float(HASH_START, metrics->content.w), metrics->content.h);
    key = hash_float(key, metrics_type(metrics, scene->env.theme, TYPE_BODY));
    key = hash_int(key, metrics->large);
    for (int i = 0; i < page->count; i++) {
        const struct picture_words *words = &page->pictures[i];
        key = hash_string(hash_string(hash_string(key, words->title), words->lead), words->caption);
        key = hash_float(hash_float(key, (float)words->picture->width),
                         (float)words->picture->height);
        for (int j = 0; j < words->note_count; j++) {
            key = hash_string(key, words->notes[j]);
        }
    }
    return key;
}

static void find_fit(struct scene *scene, struct picture_fit *fit, struct picture_page page) {
    float em = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_BODY);
    int most = scene->env.metrics.upright ? WORDS_LEAST : WORDS_MOST;
    fit->room = -1;
    for (int ems = WORDS_LEAST; ems <= most && fit->room < 0; ems++) {
        fit->words_least = (float)ems * em;
        place(scene, &page, fit->words_least);
        fit->room = room_left(scene, &page);
    }
    if (fit->room < 0) {
        fit->words_least = WORDS_LEAST * em;
    }
}

/* All pictures small stand at the foot of the page: below the words, or in landscape below the
   picture. */
static void place_strip(struct scene *scene, const struct picture_fit *fit,
                        struct picture_page *page) {
    struct rect content = scene->env.metrics.content;
    bool upright = scene->env.metrics.upright;
    float below = page->picture.y + page->picture.h + GAP + page->side + GAP;
    float width = upright ? page->words.w : page->picture.w;
    float room = upright ? fit->room - GAP : content.y + content.h - below;
    page->strip = strip_fit(scene, page->count, width, room);
    page->strip_at = (struct point){content.x, content.y + content.h - page->strip.height};
    if (page->strip.columns > 0 && upright) {
        page->words.h -= page->strip.height + GAP;
    }
}

/* The card has its place where the words leave it, or where it leaves them enough. */
static void place_onward(struct scene *scene, struct picture_page *page) {
    struct paragraph said[PICTURE_PAGE_PARAGRAPHS];
    int count = picture_page_said(scene, page, 0, said);
    float words = paragraphs_height(scene, said, count, page->words.w);
    float onward = piece_leads_on_height(scene, page->words.w);
    if (onward + GAP <= fmaxf(page->words.h - words, page->words.h * ONWARD_SHARE)) {
        page->onward = onward;
        page->words.h -= onward + GAP;
    }
}

struct picture_page picture_page_fit(struct scene *scene, struct picture_fit *fit,
                                     const struct picture_words *pictures, int count, int at,
                                     bool noted) {
    struct picture_page page = {
        .pictures = pictures, .count = count, .at = at, .side = icon_button_side(scene)};
    uint64_t key = fit_key(scene, &page);
    if (fit->of != key) {
        fit->of = key;
        find_fit(scene, fit, page);
    }
    place(scene, &page, fit->words_least);
    place_strip(scene, fit, &page);
    if (at == count - 1 && !noted) {
        place_onward(scene, &page);
    }
    return page;
}

void picture_page_heading(struct scene *scene, struct scene_frame *frame,
                          const struct picture_page *page) {
    const char *where = phrase_of_two(scene, PHRASE_PICTURE, page->at + 1, page->count);
    const char *title = page->pictures[page->at].title;
    struct rect column = page->words;
    (void)piece_kicker(scene, frame, where, column.x, scene->env.metrics.content.y, column.w);
    if (page->titled) {
        struct text_style style = piece_style(scene, page->title_role, scene->env.palette.text);
        frame_reading(frame, title);
        (void)text_draw_at(frame->draw, scene->env.fonts, &style, title, column.x, title_y(scene),
                           column.w);
    }
}

void picture_page_buttons(struct scene *scene, struct scene_frame *frame,
                          const struct picture_page *page,
                          const struct icon_button buttons[PICTURE_PAGE_BUTTONS]) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect row = metrics->content;
    row.w = fminf(page->picture.w, row.w);
    float step = page->side + fmaxf(GAP / 2, metrics->target_gap);
    float left = row.x + page->side / 2;
    float right = row.x + row.w - page->side / 2;
    float middle = page->picture.y + page->picture.h + GAP + page->side / 2;
    const float middles[PICTURE_PAGE_BUTTONS] = {left, left + step, right - step, right};
    for (int i = 0; i < PICTURE_PAGE_BUTTONS; i++) {
        icon_button_draw(scene, frame, &buttons[i], (struct point){middles[i], middle}, page->side,
                         1);
    }
    float dots = piece_progress_width(page->count);
    if (dots < row.w - 4 * step) {
        piece_progress(scene, frame, row.x + (row.w - dots) / 2, middle, page->at + 1, page->count);
    }
}

static void draw_strip(struct scene *scene, struct scene_frame *frame,
                       const struct picture_page *page) {
    size_t count = (size_t)page->count;
    const struct asset **pictures = ARENA_ARRAY(scene->env.frame, const struct asset *, count);
    const char **titles = ARENA_ARRAY(scene->env.frame, const char *, count);
    for (size_t i = 0; i < count; i++) {
        pictures[i] = page->pictures[i].picture;
        titles[i] = page->pictures[i].title;
    }
    strip_draw(scene, frame, &page->strip, pictures, titles, page->count, page->at, page->strip_at);
}

void picture_page_ways(struct scene *scene, struct scene_frame *frame,
                       const struct picture_page *page, struct element_id onward) {
    struct rect words = page->words;
    if (page->onward > 0) {
        (void)piece_leads_on(scene, frame, onward, words.x, words.y + words.h + GAP, words.w);
    }
    if (page->strip.columns > 0) {
        draw_strip(scene, frame, page);
    }
}
