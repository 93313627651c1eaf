/* The bar: home, back, language and what makes reading easier, in the same place everywhere. */
#include "base/log.h"
#include "scene/pieces.h"
#include "stage/inside.h"

#include <math.h>

static const float EDGE = 12;          /* air above and below a button */
static const float APART = 16;         /* between buttons, at least */
static const float ICON_SHARE = 0.52F; /* of a button's height */
static const float WORDS_SHARE = 0.6F; /* at most */
static const float PADDING = 24;

/* A button of the bar as this frame shows it. */
struct bar_button {
    const char *icon; /* NULL: an arrow up or down */
    const char *label;
    bool worded; /* keeps its words where there is little room */
    bool grey, arrow_up;
};

/* Where a button stands, what it looks like (false: not there), and what a tap does. */
struct bar_row {
    const char *name;
    bool right;
    bool (*look)(const struct stage *stage, struct bar_button *button);
    void (*tap)(struct stage *stage);
};

static const char *words_of(const struct stage *stage, enum phrase phrase) {
    return phrase_in(phrase, stage->language);
}

static bool look_home(const struct stage *stage, struct bar_button *button) {
    *button = (struct bar_button){.icon = "home", .label = words_of(stage, PHRASE_HOME)};
    return true;
}

static bool look_back(const struct stage *stage, struct bar_button *button) {
    *button = (struct bar_button){
        .icon = "back", .label = words_of(stage, PHRASE_BACK), .grey = !visit_can_go_back(stage)};
    return true;
}

static const struct items *languages(const struct stage *stage) {
    return &stage->hall->document.languages;
}

static size_t language_index(const struct stage *stage) {
    const struct hall_language *spoken = hall_language(stage->hall, stage->language);
    return spoken ? (size_t)(spoken - ITEM(*languages(stage), struct hall_language, 0)) : 0;
}

/* Of two languages it names the other one; of more, the one that is spoken, and opens a sheet. */
static bool look_language(const struct stage *stage, struct bar_button *button) {
    size_t count = languages(stage)->count;
    if (count < 2) {
        return false;
    }
    size_t shown = count == 2 ? 1 - language_index(stage) : language_index(stage);
    *button =
        (struct bar_button){.icon = "language",
                            .label = ITEM(*languages(stage), struct hall_language, shown)->name,
                            .worded = true};
    return true;
}

static bool look_modes(const struct stage *stage, struct bar_button *button) {
    *button = (struct bar_button){.icon = "text-size", .label = words_of(stage, PHRASE_READABLE)};
    return true;
}

static bool look_reach(const struct stage *stage, struct bar_button *button) {
    bool low = stage->modes.low;
    *button = (struct bar_button){.label = words_of(stage, low ? PHRASE_HIGHER : PHRASE_LOWER),
                                  .arrow_up = low};
    return reach_is_needed(&stage->metrics, &stage->setup.settings->panel);
}

const char *bar_other_language(const struct stage *stage) {
    if (languages(stage)->count != 2) {
        return NULL;
    }
    return ITEM(*languages(stage), struct hall_language, 1 - language_index(stage))->code;
}

static void tap_language(struct stage *stage) {
    const char *other = bar_other_language(stage);
    if (other) {
        bar_set_language(stage, other);
    } else {
        sheet_open(stage, SHEET_LANGUAGES);
    }
}

static void tap_modes(struct stage *stage) {
    sheet_open(stage, SHEET_MODES);
}

static void tap_reach(struct stage *stage) {
    struct modes modes = stage->modes;
    modes.low = !modes.low;
    bar_set_modes(stage, modes);
}

static const struct bar_row rows[] = {
    {"home", false, look_home, visit_go_home}, {"back", false, look_back, visit_back},
    {"reach", true, look_reach, tap_reach},    {"language", true, look_language, tap_language},
    {"modes", true, look_modes, tap_modes},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

void bar_set_language(struct stage *stage, const char *language) {
    const struct hall_language *known = hall_language(stage->hall, language);
    if (!known) {
        log_warning("the hall does not speak %s", language);
        return;
    }
    stage->language = known->code;
    rehearsal_forget(stage);
    transition_end(stage);
}

void bar_set_modes(struct stage *stage, struct modes modes) {
    stage->modes = modes;
    transition_end(stage);
    current_measure(stage);
}

bool bar_gesture(struct stage *stage, const struct gesture *gesture) {
    for (size_t i = 0; i < ROWS; i++) {
        if (element_id_equal(gesture->id, (struct element_id){rows[i].name, 0})) {
            if (gesture->type == GESTURE_TAP) {
                rows[i].tap(stage);
            }
            return true;
        }
    }
    return false;
}

/* The bar's buttons of this frame with what all of them share. */
struct bar_plan {
    struct bar_button buttons[ROWS];
    const struct text_block *words[ROWS]; /* NULL: only the icon */
    bool there[ROWS];
    float height, apart;
};

static float button_width(const struct stage *stage, const struct bar_plan *plan, size_t i) {
    float icon = plan->height * ICON_SHARE;
    float words = plan->words[i] ? text_block_width(plan->words[i]) + PADDING / 2 : 0;
    return fmaxf(ceilf(icon + words + 2 * PADDING), fmaxf(stage->metrics.target, plan->height));
}

static const struct text_block *button_words(struct stage *stage, const struct bar_plan *plan,
                                             const struct bar_button *button) {
    const struct palette *palette = &stage->palette;
    struct text_style style =
        piece_style(&stage->scene, TYPE_LABEL, button->grey ? palette->line : palette->text);
    style.size = fminf(style.size, plan->height * WORDS_SHARE);
    style.line_height = 1.2F;
    style.max_lines = 1;
    return text_layout(stage->setup.fonts, &style, button->label, stage->metrics.width);
}

static float plan_width(const struct stage *stage, const struct bar_plan *plan) {
    float width = 0;
    for (size_t i = 0; i < ROWS; i++) {
        width += plan->there[i] ? button_width(stage, plan, i) + plan->apart : 0;
    }
    return width;
}

/* Leaves the longest words away that the button can be understood without. */
static bool drop_widest(struct bar_plan *plan) {
    const struct text_block **widest = NULL;
    for (size_t i = 0; i < ROWS; i++) {
        bool can_go = plan->words[i] && !plan->buttons[i].worded;
        if (can_go && (!widest || text_block_width(plan->words[i]) > text_block_width(*widest))) {
            widest = &plan->words[i];
        }
    }
    if (widest) {
        *widest = NULL;
    }
    return widest != NULL;
}

/* Words wherever there is room for them. */
static void plan_bar(struct stage *stage, struct bar_plan *plan) {
    plan->height = stage->metrics.bar.h - 2 * EDGE;
    plan->apart = fmaxf(APART, stage->metrics.target_gap);
    for (size_t i = 0; i < ROWS; i++) {
        plan->there[i] = rows[i].look(stage, &plan->buttons[i]);
        plan->words[i] = plan->there[i] ? button_words(stage, plan, &plan->buttons[i]) : NULL;
    }
    float room = stage->metrics.bar.w - 2 * stage->metrics.margin;
    while (plan_width(stage, plan) - plan->apart > room && drop_widest(plan)) {
    }
}

static void draw_arrow(struct stage *stage, struct rect rect, bool up, struct colour colour) {
    float x = rect.x + rect.w / 2;
    float tip = up ? rect.y + rect.h * 0.1F : rect.y + rect.h * 0.9F;
    float tail = up ? rect.y + rect.h * 0.9F : rect.y + rect.h * 0.1F;
    float wing = tip + (up ? 1 : -1) * rect.h * 0.35F;
    draw_line(&stage->list, x, tail, x, tip, 4, colour);
    draw_line(&stage->list, x - rect.w * 0.35F, wing, x, tip, 4, colour);
    draw_line(&stage->list, x + rect.w * 0.35F, wing, x, tip, 4, colour);
}

static void draw_face(struct stage *stage, struct rect rect, bool pressed) {
    const struct palette *palette = &stage->palette;
    struct colour face =
        pressed ? colour_mix(palette->raised, palette->light, 0.25F) : palette->surface;
    draw_fill(&stage->list, rect, rect.h / 2, face);
    if (pressed || stage->modes.contrast) {
        draw_stroke(&stage->list, rect, rect.h / 2, 3, pressed ? palette->light : palette->line);
    }
}

static void draw_button(struct stage *stage, struct scene_frame *frame, const struct bar_plan *plan,
                        size_t i, struct rect rect) {
    const struct bar_button *button = &plan->buttons[i];
    const struct palette *palette = &stage->palette;
    struct element_id id = {rows[i].name, 0};
    struct colour colour = button->grey ? palette->line : palette->text;
    bool pressed = piece_pressed(frame, id);
    struct rect seen = piece_pressed_rect(rect, pressed);
    draw_face(stage, seen, pressed);
    float side = seen.h * ICON_SHARE;
    float words = plan->words[i] ? text_block_width(plan->words[i]) + PADDING / 2 : 0;
    struct rect icon = {seen.x + (seen.w - side - words) / 2, seen.y + (seen.h - side) / 2, side,
                        side};
    if (button->icon) {
        draw_icon(&stage->list, icon_path(&stage->scene, button->icon), icon, colour);
    } else {
        draw_arrow(stage, icon, button->arrow_up, colour);
    }
    if (plan->words[i]) {
        text_draw(&stage->list, plan->words[i], icon.x + side + PADDING / 2,
                  seen.y + (seen.h - text_block_height(plan->words[i])) / 2);
    }
    elements_add(&stage->elements,
                 (struct element){.id = id,
                                  .rect = {rect.x, rect.y - EDGE, rect.w, rect.h + 2 * EDGE},
                                  .role = ROLE_BUTTON,
                                  .flags = ELEMENT_TAP | (button->grey ? ELEMENT_DISABLED : 0),
                                  .label = button->label});
}

void bar_draw(struct stage *stage, struct scene_frame *frame) {
    const struct rect bar = stage->metrics.bar;
    if (bar.h <= 0) {
        return;
    }
    struct bar_plan plan = {0};
    plan_bar(stage, &plan);
    if (stage->transition.way != WAY_CUT) { /* pictures that slide may lie over the bar */
        draw_fill(&stage->list, bar, 0, stage->palette.ground);
    }
    float left = bar.x + stage->metrics.margin;
    float right = bar.x + bar.w - stage->metrics.margin;
    for (size_t i = 0; i < ROWS; i++) {
        if (plan.there[i] && rows[i].right) {
            right -= button_width(stage, &plan, i) + plan.apart;
        }
    }
    right += plan.apart;
    for (size_t i = 0; i < ROWS; i++) {
        float *x = rows[i].right ? &right : &left;
        float width = plan.there[i] ? button_width(stage, &plan, i) : 0;
        if (plan.there[i]) {
            draw_button(stage, frame, &plan, i,
                        (struct rect){*x, bar.y + EDGE, width, plan.height});
            *x += width + plan.apart;
        }
    }
}
