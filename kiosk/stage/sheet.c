/* The sheet: a few things to choose from, opened by a button of the bar, closed by any touch beside
   it. */
#include "scene/pieces.h"
#include "stage/inside.h"

#include <math.h>
#include <string.h>

static const char COVER[] = "sheet";
static const char MODE[] = "mode";
static const char TONGUE[] = "tongue";
static const char DONE[] = "done";

static const float PADDING = 32;
static const float ROW_GAP = 16;
static const float ROW_RADIUS = 14;
static const float MARK = 44;
static const float LEAST_ROW = 88;

/* One thing to choose: `on` is chosen now. */
struct choice_row {
    struct element_id id;
    const char *label;
    bool on;
};

enum { MODE_LARGE, MODE_CONTRAST, MODE_ROWS };

static size_t row_count(const struct stage *stage) {
    return stage->sheet == SHEET_MODES ? MODE_ROWS : stage->hall->document.languages.count;
}

static struct choice_row row_at(const struct stage *stage, size_t index) {
    if (stage->sheet == SHEET_MODES) {
        bool large = index == MODE_LARGE;
        return (struct choice_row){
            .id = {MODE, (int)index},
            .label = phrase_in(large ? PHRASE_LARGE : PHRASE_CONTRAST, stage->language),
            .on = large ? stage->modes.large : stage->modes.contrast,
        };
    }
    const struct hall_language *language =
        ITEM(stage->hall->document.languages, struct hall_language, index);
    return (struct choice_row){.id = {TONGUE, (int)index},
                               .label = language->name,
                               .on = strcmp(language->code, stage->language) == 0};
}

void sheet_open(struct stage *stage, enum sheet sheet) {
    gestures_cancel(&stage->gestures);
    stage->sheet = sheet;
    stage->focus.id = (struct element_id){0};
}

/* The focus goes back to the button that opened it. */
void sheet_close(struct stage *stage) {
    if (stage->sheet != SHEET_NONE) {
        const char *opener = stage->sheet == SHEET_MODES ? "modes" : "language";
        stage->focus.id = (struct element_id){opener, 0};
        stage->sheet = SHEET_NONE;
    }
}

static void choose(struct stage *stage, struct element_id id) {
    if (stage->sheet == SHEET_MODES) {
        struct modes modes = stage->modes;
        bool *mode = id.index == MODE_LARGE ? &modes.large : &modes.contrast;
        *mode = !*mode;
        bar_set_modes(stage, modes);
        return;
    }
    const struct items *languages = &stage->hall->document.languages;
    bar_set_language(stage, ITEM(*languages, struct hall_language, id.index)->code);
    sheet_close(stage);
}

static bool is_named(struct element_id id, const char *name) {
    return id.name && strcmp(id.name, name) == 0;
}

bool sheet_gesture(struct stage *stage, const struct gesture *gesture) {
    bool row = is_named(gesture->id, MODE) || is_named(gesture->id, TONGUE);
    bool end = is_named(gesture->id, COVER) || is_named(gesture->id, DONE);
    if (gesture->type == GESTURE_TAP && row && (size_t)gesture->id.index < row_count(stage)) {
        choose(stage, gesture->id);
    } else if (gesture->type == GESTURE_TAP && end) {
        sheet_close(stage);
    }
    return row || end;
}

/* A tick in a circle: chosen or not is told by shape, and by words to who hears it. */
static void draw_mark(struct stage *stage, struct rect rect, bool on) {
    const struct palette *palette = &stage->palette;
    if (!on) {
        draw_stroke(&stage->list, rect, rect.h / 2, 3, palette->soft);
        return;
    }
    draw_fill(&stage->list, rect, rect.h / 2, palette->light);
    draw_icon(&stage->list, icon_path(&stage->scene, "tick"), rect_inset(rect, rect.h * 0.2F),
              palette->on_light);
}

static void draw_row(struct stage *stage, struct scene_frame *frame, const struct choice_row *row,
                     struct rect rect) {
    const struct palette *palette = &stage->palette;
    bool pressed = piece_pressed(frame, row->id);
    struct rect seen = piece_pressed_rect(rect, pressed);
    struct colour face =
        pressed ? colour_mix(palette->raised, palette->light, 0.25F) : palette->raised;
    draw_fill(&stage->list, seen, ROW_RADIUS, face);
    struct text_style style = piece_style(&stage->scene, TYPE_LEAD, palette->text);
    style.max_lines = 1;
    float width = rect.w - 2 * PADDING - MARK;
    const struct text_block *words =
        text_layout(stage->setup.fonts, &style, row->label, width - PADDING);
    text_draw(&stage->list, words, seen.x + PADDING,
              seen.y + (seen.h - text_block_height(words)) / 2);
    draw_mark(
        stage,
        (struct rect){seen.x + seen.w - PADDING - MARK, seen.y + (seen.h - MARK) / 2, MARK, MARK},
        row->on);
    elements_add(&stage->elements,
                 (struct element){.id = row->id,
                                  .rect = rect,
                                  .role = ROLE_CHOICE,
                                  .flags = ELEMENT_TAP | (row->on ? ELEMENT_CHECKED : 0),
                                  .label = row->label});
}

static void draw_cover(struct stage *stage, struct rect sheet) {
    const struct metrics *metrics = &stage->metrics;
    elements_add(&stage->elements,
                 (struct element){.id = {COVER, 0},
                                  .rect = {0, 0, metrics->width, metrics->height},
                                  .role = ROLE_BUTTON,
                                  .flags = ELEMENT_MODAL | ELEMENT_TAP | ELEMENT_NO_FOCUS,
                                  .label = phrase_in(PHRASE_CLOSE, stage->language)});
    struct rect shadow = {sheet.x, sheet.y + 12, sheet.w, sheet.h};
    draw_shadow(&stage->list, shadow, CARD_RADIUS, 40, stage->palette.shadow);
    draw_fill(&stage->list, sheet, CARD_RADIUS, stage->palette.surface);
    draw_stroke(&stage->list, sheet, CARD_RADIUS, 2, stage->palette.line);
}

void sheet_draw(struct stage *stage, struct scene_frame *frame) {
    if (stage->sheet == SHEET_NONE) {
        return;
    }
    const struct metrics *metrics = &stage->metrics;
    const char *close = phrase_in(PHRASE_CLOSE, stage->language);
    float em = metrics_type(metrics, stage->setup.theme, TYPE_LEAD);
    float row = ceilf(fmaxf(fmaxf(metrics->target, LEAST_ROW), em * 1.8F));
    struct point done = piece_button_size(&stage->scene, BUTTON_QUIET, close);
    float gap = fmaxf(ROW_GAP, metrics->target_gap);
    float width = fminf(em * 11 + MARK + 4 * PADDING, metrics->width - 2 * metrics->margin);
    float height = 2 * PADDING + (float)row_count(stage) * (row + gap) + done.y;
    struct rect sheet = {metrics->width - metrics->margin - width, metrics->bar.y - gap - height,
                         width, height};
    draw_cover(stage, sheet);
    float y = sheet.y + PADDING;
    for (size_t i = 0; i < row_count(stage); i++) {
        struct choice_row choice = row_at(stage, i);
        draw_row(stage, frame, &choice,
                 (struct rect){sheet.x + PADDING, y, sheet.w - 2 * PADDING, row});
        y += row + gap;
    }
    (void)piece_button(&stage->scene, frame, (struct element_id){DONE, 0},
                       sheet.x + sheet.w - PADDING - done.x, y, BUTTON_QUIET, close);
}
