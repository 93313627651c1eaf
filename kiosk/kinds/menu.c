/* The menu: the hall's page with its zones, a zone's page with its scenes, or a choice of scenes.
 */
#include "scene/entry_card.h"
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

/* What stands above the cards, and how the cards stand. */
struct menu_plan {
    const struct hall_zone *name; /* named above the title, or NULL */
    const char *title, *lead;
    bool beside;   /* the lead stands at the title's right */
    bool crest;    /* a low heading: the emblem at the left of name and title */
    float top;     /* of the cards, in the scrolled content */
    bool pictures; /* cards that stand beside have one */
    int count;     /* of cards */
    int columns;   /* of the grid */
    float card_width, card_height;
    float card_least;       /* the least height that its words and picture want */
    struct entry_card card; /* as every card looks */
};

struct menu_state {
    struct scroll scroll;
    float top, card_width, card_height; /* as last drawn: where a touch goes in */
    int columns;
};

static const struct element_id WINDOW = {"menu", 0};
static const char CARD[] = "card";

static bool is_hall_page(const struct scene *scene) {
    return !scene->document && !scene->entry->zone;
}

/* The scene of a menu's own card `index`; NULL after the last. What has mistakes is left out. */
static const struct hall_scene *listed(const struct scene *scene, int index) {
    const struct menu_document *document = scene->document;
    for (size_t i = 0; i < document->scenes.count; i++) {
        const char *id = *ITEM(document->scenes, const char *, i);
        const struct hall_scene *entry = hall_scene(scene->env.hall, id);
        index -= entry != NULL;
        if (index < 0) {
            return entry;
        }
    }
    return NULL;
}

static int card_count(const struct scene *scene) {
    if (scene->document) {
        int count = 0;
        while (listed(scene, count)) {
            count++;
        }
        return count;
    }
    const struct hall_zone *zone = scene->entry->zone;
    return (int)(zone ? zone->order_count : scene->env.hall->zone_count);
}

/* Card `index`, that looks as `look` does. */
static struct entry_card card_at(const struct scene *scene, int index, struct entry_card look) {
    if (is_hall_page(scene)) {
        look.zone = &scene->env.hall->zones[index];
    } else if (scene->document) {
        look.entry = listed(scene, index);
    } else {
        look.entry = hall_scene(scene->env.hall, scene->entry->zone->order[index]);
    }
    return look;
}

enum {
    COLUMNS_AT_MOST = 4,
    COLUMNS_LEAST = 3,
    BESIDE_AT_MOST = 3,
    SENTENCE_LINES = 4,
    SENTENCE_LINES_LEAST = 2,
    CREST_LINES = 2,
    MANY = 8
};
static const float CARD_EMS = 8.5F; /* a card is no narrower than so many ems of the lead type */
static const float PICTURE_SHAPE = 9.0F / 16;
static const float LEAST_PICTURE = 0.7F; /* of that height, when it saves a scroll */
static const float LEAST_ALONE = 0.85F;  /* the same over a title with no sentence */
static const float LEAST_BAND = 0.34F;   /* of a compact card's width, for its picture */
static const float LEAST_EMBLEM = 176;
static const float EMBLEM_SHARE = 0.32F;   /* of a card's width, at least */
static const float TALLEST = 1.6F;         /* times its width: a zone's card grows no higher */
static const float BESIDE_PICTURE = 0.45F; /* of a card's width, for a picture beside the words */
static const float BESIDE_EMBLEM = 0.28F;  /* the same for an emblem */
static const float BESIDE_TALLEST = 0.36F; /* times its width: no card grows higher then */
static const float PICTURE_INSET = 24;     /* both sides' together, as entry cards have it */
static const float CUT_LEAST = 0.25F;      /* of a row, seen at the edge of a page that goes on */
static const float CUT_MOST = 0.6F;
static const float CUT_GROWTH = 1.45F; /* times a card's height, for that */
static const float BELOW_GRID = 24;    /* for the last row's shadow */

/* Pictures stand at the left of the words where columns would be too narrow for them. */
static bool stands_beside(const struct scene *scene) {
    const struct metrics *metrics = &scene->env.metrics;
    return metrics->large ||
           (metrics->upright && !is_hall_page(scene) && card_count(scene) <= BESIDE_AT_MOST);
}

static int rows_of(int count, int columns) {
    return (count + columns - 1) / columns;
}

/* As many columns as hold readable words in the usual type, and then no more than the rows need:
   two rows of two rather than three and one, four and three rather than five and two. */
static int grid_columns(const struct scene *scene, int count, int more) {
    const struct metrics *metrics = &scene->env.metrics;
    if (stands_beside(scene)) {
        return metrics->upright || count < 2 ? 1 : 2;
    }
    float least = CARD_EMS * metrics_type(metrics, scene->env.theme, TYPE_LEAD);
    int fitting = (int)((metrics->content.w + metrics->gutter) / (least + metrics->gutter));
    fitting = fitting < 1 ? 1 : fitting > COLUMNS_AT_MOST ? COLUMNS_AT_MOST : fitting;
    fitting += more;
    if (count <= fitting) {
        int fewest = fitting < COLUMNS_LEAST ? fitting : COLUMNS_LEAST;
        return count < fewest ? fewest : count;
    }
    return rows_of(count, rows_of(count, fitting));
}

static float words_height(struct scene *scene, const struct menu_plan *plan) {
    float highest = 0;
    for (int i = 0; i < plan->count; i++) {
        struct entry_card card = card_at(scene, i, plan->card);
        highest = fmaxf(highest, entry_card_words_height(scene, &card, plan->card_width));
    }
    return highest;
}

/* Pictures at the left take what height the words leave them. */
static bool divide_beside(struct scene *scene, struct menu_plan *plan, float share) {
    bool hall = is_hall_page(scene);
    if (plan->pictures) {
        plan->card.picture = plan->card_width * (hall ? BESIDE_EMBLEM : BESIDE_PICTURE);
    }
    float picture =
        hall || scene->env.metrics.large ? 0 : plan->card.picture * PICTURE_SHAPE * LEAST_PICTURE;
    float least = plan->card_least = fmaxf(words_height(scene, plan), picture);
    plan->card_height = fmaxf(least, fminf(share, plan->card_width * BESIDE_TALLEST));
    return share >= least;
}

/* Divides the cards' height between pictures above and words below. */
static bool divide_above(struct scene *scene, struct menu_plan *plan, float share) {
    float words = words_height(scene, plan);
    float usual = (plan->card_width - PICTURE_INSET) * PICTURE_SHAPE + PICTURE_INSET;
    float least = plan->card.compact ? plan->card_width * LEAST_BAND
                                     : usual * (plan->card.lines > 0 ? LEAST_PICTURE : LEAST_ALONE);
    float most = usual;
    if (is_hall_page(scene)) {
        least = fmaxf(plan->card_width * EMBLEM_SHARE, LEAST_EMBLEM);
        most = fmaxf(plan->card_width * TALLEST - words, least);
        usual = least;
    }
    float left = share - words;
    plan->card.picture = left < least ? usual : fminf(left, most);
    plan->card_least = least + words;
    plan->card_height = plan->card.picture + words;
    return left >= least;
}

/* Sizes the cards for what `room` is left below the heading; whether all of them fit. */
static bool size_cards(struct scene *scene, struct menu_plan *plan, float room) {
    float rows = (float)rows_of(plan->count, plan->columns);
    float gutter = scene->env.metrics.gutter;
    float share = (room - BELOW_GRID - gutter * (rows - 1)) / rows;
    return (plan->card.beside ? divide_beside : divide_above)(scene, plan, share);
}

static float grid_height(const struct scene *scene, const struct menu_plan *plan) {
    float gutter = scene->env.metrics.gutter;
    return (plan->card_height + gutter) * (float)rows_of(plan->count, plan->columns) - gutter +
           BELOW_GRID;
}

enum { ZONE_GAP = 12, CREST_GAP = 24, BELOW_CREST = 32 };

static float zone_name_side(const struct scene *scene) {
    return metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL) * 2;
}

/* A zone's emblem and its name, above the heading of its page. Returns the y below. */
static float draw_zone_name(struct scene *scene, struct scene_frame *frame,
                            const struct hall_zone *zone, float y) {
    const struct scene_env *env = &scene->env;
    struct text_style style = piece_style(scene, TYPE_LABEL, env->palette.text);
    style.max_lines = 1;
    float side = zone_name_side(scene);
    float x = env->metrics.content.x;
    piece_emblem(scene, frame, &zone->emblem, (struct rect){x, y, side, side}, env->palette.light,
                 1);
    const struct text_block *name = text_layout(env->fonts, &style, scene_text(scene, &zone->name),
                                                env->metrics.content.w - 2 * side);
    text_draw(frame->draw, name, x + side * 1.3F, y + (side - text_block_height(name)) / 2);
    return y + side + ZONE_GAP;
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

/* A heading where height is dear: the zone's emblem as high as its name and the title, which stand
   at its right. */
struct crest {
    float side; /* of the emblem */
    float x;    /* of the words */
    const struct text_block *name, *title;
    float height;
};

static struct crest lay_out_crest(struct scene *scene, const struct menu_plan *plan) {
    const struct scene_env *env = &scene->env;
    struct text_style name = piece_style(scene, TYPE_LABEL, env->palette.soft);
    struct text_style title = piece_style(scene, TYPE_HEADING, env->palette.text);
    name.max_lines = 1;
    title.max_lines = CREST_LINES;
    struct crest crest = {.x = env->metrics.content.x};
    if (plan->name) {
        crest.side = ceilf(name.size * name.line_height + title.size * title.line_height);
        crest.x += crest.side + CREST_GAP;
    }
    float width = env->metrics.content.x + env->metrics.content.w - crest.x;
    crest.name = text_layout(env->fonts, &name,
                             plan->name ? scene_text(scene, &plan->name->name) : "", width);
    crest.title = text_layout(env->fonts, &title, plan->title, width);
    crest.height =
        fmaxf(crest.side, text_block_height(crest.name) + text_block_height(crest.title));
    return crest;
}

static void draw_crest(struct scene *scene, struct scene_frame *frame, const struct menu_plan *plan,
                       float y) {
    struct crest crest = lay_out_crest(scene, plan);
    if (plan->name) {
        struct rect square = {scene->env.metrics.content.x, y, crest.side, crest.side};
        piece_emblem(scene, frame, &plan->name->emblem, square, scene->env.palette.light, 1);
    }
    text_draw(frame->draw, crest.name, crest.x, y);
    text_draw(frame->draw, crest.title, crest.x, y + text_block_height(crest.name));
    frame_reading(frame, plan->title);
}

static void plan_heading(struct scene *scene, struct menu_plan *plan, bool with_lead) {
    const struct menu_document *document = scene->document;
    const struct hall_document *hall = &scene->env.hall->document;
    const struct hall_zone *zone = scene->entry->zone;
    const struct text *title = document ? &scene->entry->common.title
                               : zone   ? &zone->title
                                        : &hall->title;
    const struct text *lead = document ? &document->lead : zone ? &zone->lead : &hall->lead;
    plan->title = scene_text(scene, title);
    plan->lead = with_lead ? scene_text(scene, lead) : "";
    plan->beside = zone && *plan->lead && fits_beside(scene, plan->title);
    if (plan->crest) {
        plan->top = lay_out_crest(scene, plan).height + BELOW_CREST;
        return;
    }
    plan->top = (plan->name ? zone_name_side(scene) + ZONE_GAP : 0) +
                (plan->beside ? piece_header_beside_height
                              : piece_header_height)(scene, plan->title, plan->lead);
}

static void draw_heading(struct scene *scene, struct scene_frame *frame,
                         const struct menu_plan *plan, float y) {
    if (plan->crest) {
        draw_crest(scene, frame, plan, y);
        return;
    }
    if (plan->name) {
        y = draw_zone_name(scene, frame, plan->name, y);
    }
    (void)(plan->beside ? piece_header_beside : piece_header_at)(scene, frame, plan->title,
                                                                 plan->lead, y);
}

/* What a page gives up, step by step, before it scrolls: what can be chosen comes first. A
   sentence is there or not in large type, where few lines hold little. */
struct menu_step {
    int lines;                 /* of the cards' sentences */
    bool lead, pictures, name; /* name: of the zone, above the heading */
    bool crest, compact;       /* a low heading; a smaller title in the cards */
    int more;                  /* columns, of narrower cards */
};

static const struct menu_step usual_steps[] = {
    {.lines = SENTENCE_LINES, .lead = true, .pictures = true, .name = true},
    {.lines = SENTENCE_LINES - 1, .lead = true, .pictures = true, .name = true},
    {.lines = SENTENCE_LINES_LEAST, .lead = true, .pictures = true, .name = true},
    {.lead = true, .pictures = true, .name = true},
    {.pictures = true, .name = true},
    {.pictures = true, .name = true, .crest = true},
    {.pictures = true, .name = true, .crest = true, .compact = true},
};
/* More than MANY cards in the usual columns would stand in more rows than fit. */
static const struct menu_step many_steps[] = {
    {.lead = true, .pictures = true, .name = true, .compact = true, .more = 1},
    {.pictures = true, .name = true, .crest = true, .compact = true, .more = 1},
    {.pictures = true, .name = true, .crest = true, .compact = true, .more = 2},
};
static const struct menu_step large_steps[] = {
    {.lines = SENTENCE_LINES, .lead = true, .pictures = true, .name = true},
    {.lines = SENTENCE_LINES, .pictures = true, .name = true},
    {.lead = true, .pictures = true, .name = true},
    {.pictures = true, .name = true},
    {.lead = true, .name = true},
    {.name = true},
    {0},
};

struct menu_steps {
    const struct menu_step *steps;
    size_t count;
};
#define STEPS(table) ((struct menu_steps){(table), sizeof(table) / sizeof(table)[0]})

static void set_columns(const struct scene *scene, struct menu_plan *plan, int columns) {
    const struct metrics *metrics = &scene->env.metrics;
    plan->columns = columns;
    plan->card_width =
        (metrics->content.w - metrics->gutter * (float)(columns - 1)) / (float)columns;
}

static bool plan_step(struct scene *scene, struct menu_plan *plan, const struct menu_step *step,
                      float room) {
    set_columns(scene, plan, grid_columns(scene, plan->count, step->more));
    plan->card.lines = step->lines;
    plan->card.compact = step->compact;
    plan->crest = step->crest;
    plan->card.picture = 0;
    plan->pictures = step->pictures;
    plan->name = step->name ? scene->entry->zone : NULL;
    plan_heading(scene, plan, step->lead);
    return size_cards(scene, plan, room - plan->top);
}

/* Of a page that scrolls so much of a row is seen at its lower edge that nobody takes it for all
   there is, and not so much that it seems whole. Cards grow or give way for it, where they can. */
static bool cut_clearly(struct menu_plan *plan, float room, float gutter) {
    float best = INFINITY;
    for (int rows = 1; rows < rows_of(plan->count, plan->columns); rows++) {
        float seen = room - plan->top - gutter * (float)rows;
        float height = fminf(fmaxf(plan->card_height, seen / ((float)rows + CUT_MOST)),
                             seen / ((float)rows + CUT_LEAST));
        if (height >= plan->card_least &&
            fabsf(height - plan->card_height) < fabsf(best - plan->card_height)) {
            best = height;
        }
    }
    if (best > plan->card_height * CUT_GROWTH) {
        return false;
    }
    plan->card.picture += plan->card.beside ? 0 : best - plan->card_height;
    plan->card_height = best;
    return true;
}

static void plan_scrolled(struct scene *scene, struct menu_plan *plan, float room) {
    const struct metrics *metrics = &scene->env.metrics;
    bool words_only = metrics->large && !metrics->upright;
    struct menu_step step = {.lines = metrics->large && !words_only ? 0 : SENTENCE_LINES,
                             .lead = !metrics->large,
                             .pictures = !words_only,
                             .name = !metrics->large};
    if (!metrics->large && plan->count > MANY) {
        step = many_steps[1]; /* two rows are seen of narrow cards, one of wide ones */
    }
    (void)plan_step(scene, plan, &step, room);
    if (!cut_clearly(plan, room, metrics->gutter) && words_only) {
        step.lines = 0;
        (void)plan_step(scene, plan, &step, room);
        (void)cut_clearly(plan, room, metrics->gutter);
    }
    if (step.compact) {
        return;
    }
    plan->card.lines = SENTENCE_LINES; /* back, where the cards have grown to hold them */
    if (words_height(scene, plan) > plan->card_height) {
        plan->card.lines = step.lines;
    }
}

/* `room` is the height of the window. */
static struct menu_plan plan_of(struct scene *scene, float room) {
    const struct metrics *metrics = &scene->env.metrics;
    struct menu_plan plan = {.count = card_count(scene), .card.beside = stands_beside(scene)};
    const struct menu_steps steps = metrics->large      ? STEPS(large_steps)
                                    : plan.count > MANY ? STEPS(many_steps)
                                                        : STEPS(usual_steps);
    for (size_t i = 0; i < steps.count; i++) {
        if (plan_step(scene, &plan, &steps.steps[i], room)) {
            return plan;
        }
    }
    plan_scrolled(scene, &plan, room);
    return plan;
}

/* Cards that leave room stand at its lower end, near the hand. */
static void settle(const struct scene *scene, struct menu_plan *plan, float room) {
    plan->top = fmaxf(plan->top, room - grid_height(scene, plan));
}

/* Where card `index` is when the content's upper edge is at `top`. */
static struct rect card_rect(const struct scene *scene, int index, float top) {
    const struct menu_state *state = scene->state;
    const struct metrics *metrics = &scene->env.metrics;
    float column = (float)(index % state->columns);
    int row = index / state->columns;
    return (struct rect){metrics->content.x + (state->card_width + metrics->gutter) * column,
                         top + state->top + (state->card_height + metrics->gutter) * (float)row,
                         state->card_width, state->card_height};
}

static void menu_draw(struct scene *scene, struct scene_frame *frame) {
    struct menu_state *state = scene->state;
    struct rect window = scene->env.metrics.content;
    window.h += scene->env.metrics.gutter; /* down to the bar: the last row's shadow */
    struct menu_plan plan = plan_of(scene, window.h);
    settle(scene, &plan, window.h);
    state->top = plan.top;
    state->columns = plan.columns;
    state->card_width = plan.card_width;
    state->card_height = plan.card_height;
    float top = scroll_begin(&state->scroll, scene, frame, WINDOW, window);
    draw_heading(scene, frame, &plan, top);
    for (int i = 0; i < plan.count; i++) {
        struct entry_card card = card_at(scene, i, plan.card);
        entry_card_draw(scene, frame, (struct element_id){CARD, i}, &card,
                        card_rect(scene, i, top));
    }
    scroll_end(&state->scroll, scene, frame, window, plan.top + grid_height(scene, &plan));
    frame->content = 1;
}

static struct move menu_gesture(struct scene *scene, const struct gesture *gesture) {
    struct menu_state *state = scene->state;
    int index = gesture->id.index;
    bool on_card = gesture->id.name && strcmp(gesture->id.name, CARD) == 0 && index >= 0 &&
                   index < card_count(scene);
    if (on_card && gesture->type == GESTURE_TAP) {
        struct entry_card card = card_at(scene, index, (struct entry_card){0});
        float top = scene->env.metrics.content.y - state->scroll.offset;
        return (struct move){
            .type = MOVE_GO, .scene = entry_card_id(&card), .from = card_rect(scene, index, top)};
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
