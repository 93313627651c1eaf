/* The article: a few pages to read, one at a time, with pictures and large figures. */
#include "scene/pieces.h"
#include "scene/scene.h"
#include "scene/side.h"

#include <math.h>
#include <string.h>

enum { PAGES_AT_MOST = 12, FIGURES_AT_MOST = 5 };

struct article_figure {
    struct text value;
    struct text label;
};

struct article_page {
    struct text heading;
    struct text body;
    struct asset picture;
    struct text caption;
    struct items figures; /* struct article_figure */
};

struct article_document {
    struct text lead;
    struct items pages; /* struct article_page */
};

static const struct schema_row figure_rows[] = {
    ROW_TEXT(struct article_figure, value, .required = true, .max = 16, .example = "\"20,000\"",
             .help = {"很大的数字或几个字", "a number or a few letters, shown very large"}),
    ROW_TEXT(struct article_figure, label, .max = 100,
             .help = {"这个数字说的是什么", "what the number counts"}),
    ROW_END,
};

static const struct schema figure_schema = {"article.figure", sizeof(struct article_figure),
                                            figure_rows};

static const struct schema_row page_rows[] = {
    ROW_TEXT(struct article_page, heading, .required = true, .max = 80,
             .help = {"这一页的标题：一句有内容的话",
                      "the page's heading: a sentence that says something"}),
    ROW_TEXT(struct article_page, body, .max = 1500,
             .help = {"正文：空行分段，“- ”开头是列表，**两个星号**之间是强调",
                      "the text: an empty line parts paragraphs, \"- \" begins a list item, **two "
                      "stars** emphasise"}),
    ROW_IMAGE(struct article_page, picture, .help = {"旁边的图片", "the picture beside the text"}),
    ROW_TEXT(struct article_page, caption, .max = 200,
             .help = {"图片的说明", "the words under the picture"}),
    ROW_LIST(struct article_page, figures, &figure_schema, .max = FIGURES_AT_MOST,
             .help = {"要记住的大数字", "numbers that matter, shown very large"}),
    ROW_END,
};

static const struct schema page_schema = {"article.page", sizeof(struct article_page), page_rows};

static const struct schema_row rows[] = {
    ROW_TEXT(struct article_document, lead, .max = 160,
             .help = {"第一页标题下的一句话", "a sentence under the first page's heading"}),
    ROW_LIST(struct article_document, pages, &page_schema, .required = true, .min = 1,
             .max = PAGES_AT_MOST, .help = {"一页一页的内容", "the pages, in order"}),
    ROW_END,
};

static const struct schema schema = {"article", sizeof(struct article_document), rows};

/* What a finger on the pages does: its first movement decides. */
enum axis { AXIS_NONE, AXIS_ACROSS, AXIS_ALONG };

struct article_state {
    int page;
    enum axis axis;
    float shift;  /* of the page: under the finger, or when the slide began */
    bool sliding; /* home, since slide_start */
    millis slide_start;
    struct scroll scrolls[PAGES_AT_MOST];
};

static const struct element_id PAGES = {"pages", 0};
static const struct element_id NEXT = {"next", 0};
static const struct element_id PREVIOUS = {"previous", 0};

enum { SLIDE_TIME = 240 };
static const float TURN_SHARE = 0.2F; /* of the width: a page let go beyond it turns */
static const float TURN_SPEED = 500;  /* logical pixels a second: so does a flick */
static const float EDGE_DRAG = 0.25F; /* how much a page without a neighbour gives */

static const struct article_document *document_of(const struct scene *scene) {
    return scene->document;
}

static int page_count(const struct scene *scene) {
    return (int)document_of(scene)->pages.count;
}

static const struct article_page *page_at(const struct scene *scene, int page) {
    return ITEM(document_of(scene)->pages, struct article_page, page);
}

/* How far the current page stands from its place. */
static float shift_now(const struct scene *scene) {
    const struct article_state *state = scene->state;
    if (!state->sliding) {
        return state->shift;
    }
    return state->shift * (1 - ease_out(scene->env.now - state->slide_start, SLIDE_TIME));
}

struct article_layout {
    struct rect window; /* of the page */
    struct rect words;  /* its text column; y and h are the window's */
    struct rect side;   /* picture and figures */
    float nav_y;        /* of the buttons */
    float button_height;
    enum type_role body; /* how large the body is */
    float figures_most;  /* how high figures under a picture are at most; 0: no limit */
    bool progress_above; /* the dots find no room beside the buttons */
};

static const char *next_label(const struct scene *scene, int page) {
    bool last = page + 1 == page_count(scene);
    return phrase_in(last ? PHRASE_NEXT : PHRASE_NEXT_PAGE, scene->env.language);
}

static struct article_layout layout_of(struct scene *scene) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect content = metrics->content;
    struct article_layout layout = {.body = TYPE_BODY};
    struct point next = piece_button_size(scene, BUTTON_PRIMARY, next_label(scene, 0));
    struct point last =
        piece_button_size(scene, BUTTON_PRIMARY, next_label(scene, page_count(scene) - 1));
    layout.button_height = fmaxf(next.y, last.y);
    float buttons = fmaxf(next.x, last.x) + metrics->gutter + layout.button_height;
    float dots = piece_progress_width(page_count(scene)) + metrics->gutter;
    layout.progress_above = page_count(scene) > 1 && buttons + dots > content.w;
    layout.nav_y = content.y + content.h - layout.button_height;
    float bottom = layout.nav_y - metrics->gutter - (layout.progress_above ? metrics->gutter : 0);
    layout.window = (struct rect){content.x, content.y, content.w, bottom - content.y};
    layout.words = metrics_columns(metrics, 0, 6);
    layout.side = metrics->upright ? layout.words : metrics_columns(metrics, 6, 6);
    if (!metrics->upright) {
        layout.side.x += metrics->gutter;
        layout.side.w -= metrics->gutter;
    }
    layout.words.y = layout.side.y = layout.window.y;
    layout.words.h = layout.side.h = layout.window.h;
    return layout;
}

/* Of the window: the side's room within the column. Large type scrolls under it in any case. */
static const float UPRIGHT_SIDE = 0.56F;
static const float UPRIGHT_SIDE_LARGE = 0.72F;
enum { PARAGRAPH_GAP = 32, FIGURES_GAP = 64 };

/* Figures stand in lines higher than they look, so that what follows rows of them needs more air
   than the gap between their rows. */
static float gap_below(const struct side *side) {
    return side->figure_count > side->plan.columns ? FIGURES_GAP : PARAGRAPH_GAP;
}

static const struct figure *figures_of(const struct scene *scene, const struct article_page *page) {
    struct figure *figures = ARENA_ARRAY(scene->env.frame, struct figure, page->figures.count);
    for (size_t i = 0; i < page->figures.count; i++) {
        const struct article_figure *figure = ITEM(page->figures, struct article_figure, i);
        figures[i].value = scene_text(scene, &figure->value);
        figures[i].label = scene_text(scene, &figure->label);
    }
    return figures;
}

static struct side side_of(struct scene *scene, const struct article_page *page,
                           const struct article_layout *layout) {
    struct side side = {
        .picture = page->picture.path ? &page->picture : NULL,
        .caption = scene_text(scene, &page->caption),
        .figures = figures_of(scene, page),
        .figure_count = (int)page->figures.count,
        .figures_most = layout->figures_most,
    };
    const struct metrics *metrics = &scene->env.metrics;
    float share = !metrics->upright ? 1 : metrics->large ? UPRIGHT_SIDE_LARGE : UPRIGHT_SIDE;
    side_fit(&side, scene, layout->side.w, layout->side.h * share);
    return side;
}

/* A page of words alone has its zone's emblem beside it, hardly lit. */
static void draw_ornament(struct scene *scene, struct scene_frame *frame, struct rect side) {
    const struct hall_zone *zone = scene->entry->zone;
    if (!zone || zone->emblem.dots.count == 0) {
        return;
    }
    float size = fminf(side.w, side.h);
    struct rect square = {side.x + side.w - size, side.y + (side.h - size) / 2, size, size};
    piece_emblem(scene, frame, &zone->emblem, square,
                 colour_mix(scene->env.palette.ground, scene->env.palette.light, 0.3F), 1);
}

static float draw_paragraph(struct scene *scene, struct scene_frame *frame, enum type_role role,
                            struct colour colour, const char *words, struct rect column, float y) {
    struct text_style style = piece_style(scene, role, colour);
    frame_reading(frame, words);
    return y + text_draw_at(frame->draw, scene->env.fonts, &style, words, column.x, y, column.w);
}

/* The heading, and what stands above and below it. Returns the y below. */
static float draw_heading(struct scene *scene, struct scene_frame *frame, int page,
                          struct rect column, float y) {
    const struct palette *palette = &scene->env.palette;
    const char *title = scene_text(scene, &scene->entry->common.title);
    const char *heading = scene_text(scene, &page_at(scene, page)->heading);
    if (strcmp(title, heading) != 0) {
        y = piece_kicker(scene, frame, title, column.x, y, column.w);
    }
    y = draw_paragraph(scene, frame, TYPE_TITLE, palette->text, heading, column, y);
    const char *lead = scene_text(scene, &document_of(scene)->lead);
    if (page == 0 && *lead) {
        y = draw_paragraph(scene, frame, TYPE_LEAD, palette->soft, lead, column, y + 16);
    }
    return y + PARAGRAPH_GAP;
}

static float paragraph_height(struct scene *scene, enum type_role role, const char *words,
                              float width) {
    struct text_style style = piece_style(scene, role, scene->env.palette.text);
    return *words ? text_block_height(text_layout(scene->env.fonts, &style, words, width)) : 0;
}

/* How high a page stands upright, at most. */
static float upright_height(struct scene *scene, const struct article_layout *layout, int page) {
    const struct article_page *content = page_at(scene, page);
    const struct article_document *document = document_of(scene);
    struct side side = side_of(scene, content, layout);
    float width = layout->words.w;
    float kicker = 2 * metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL);
    float lead =
        page > 0
            ? 0
            : paragraph_height(scene, TYPE_LEAD, scene_text(scene, &document->lead), width) + 16;
    return kicker + lead + side.height + gap_below(&side) + PARAGRAPH_GAP +
           paragraph_height(scene, TYPE_TITLE, scene_text(scene, &content->heading), width) +
           paragraph_height(scene, layout->body, scene_text(scene, &content->body), width);
}

/* Upright, where lines are long and pages high, the body is larger where the page still holds it,
   for which figures may give way a little. */
static struct article_layout layout_of_page(struct scene *scene,
                                            const struct article_layout *article, int page) {
    static const float figures_most[] = {0, 200, 160};
    const struct metrics *metrics = &scene->env.metrics;
    bool roomy = metrics->upright && !metrics->large;
    struct article_layout layout = *article;
    layout.body = TYPE_LEAD;
    for (size_t i = 0; roomy && i < sizeof figures_most / sizeof figures_most[0]; i++) {
        layout.figures_most = figures_most[i];
        if (upright_height(scene, &layout, page) <= layout.window.h) {
            return layout;
        }
    }
    return *article;
}

static float draw_body(struct scene *scene, struct scene_frame *frame,
                       const struct article_layout *layout, const struct article_page *page,
                       float y) {
    const char *body = scene_text(scene, &page->body);
    return *body ? draw_paragraph(scene, frame, layout->body, scene->env.palette.text, body,
                                  layout->words, y)
                 : y;
}

/* Draws page `page` in its scroll. Upright the side stands under the heading; in landscape it
   stands still beside the words, or moves with them if it is too high for that. */
static void draw_page(struct scene *scene, struct scene_frame *frame,
                      const struct article_layout *article, int page) {
    struct article_state *state = scene->state;
    struct article_layout own = layout_of_page(scene, article, page);
    const struct article_layout *layout = &own;
    struct scroll *scroll = &state->scrolls[page];
    const struct article_page *content = page_at(scene, page);
    struct side side = side_of(scene, content, layout);
    bool upright = scene->env.metrics.upright;
    bool stays = !upright && side.height <= layout->window.h;
    struct rect window = stays ? layout->words : layout->window;

    float top = scroll_begin(scroll, scene, frame, (struct element_id){NULL, 0}, window);
    float y = draw_heading(scene, frame, page, layout->words, top);
    if (upright && side.height > 0) {
        side_draw(&side, scene, frame, layout->side.x, y);
        y += side.height + gap_below(&side);
    }
    float height = draw_body(scene, frame, layout, content, y) - top;
    if (!upright && !stays) {
        side_draw(&side, scene, frame, layout->side.x, top);
        height = fmaxf(height, side.height);
    }
    scroll_end(scroll, scene, frame, window, height);
    if (stays && side.height > 0) {
        side_draw(&side, scene, frame, layout->side.x, layout->side.y);
    } else if (stays) {
        draw_ornament(scene, frame, layout->side);
    }
}

/* A page that moves is an opaque picture which slides; the executors may keep it. */
static void draw_moved_page(struct scene *scene, struct scene_frame *frame,
                            const struct article_layout *layout, int page, float shift) {
    struct rect all = {0, layout->window.y, scene->env.metrics.width, layout->window.h};
    draw_layer(frame->draw, all, (struct point){shift, 0});
    draw_fill(frame->draw, all, 0, scene->env.palette.ground);
    draw_page(scene, frame, layout, page);
    draw_layer_end(frame->draw);
}

static void draw_pages(struct scene *scene, struct scene_frame *frame,
                       const struct article_layout *layout) {
    const struct article_state *state = scene->state;
    float shift = shift_now(scene);
    if (fabsf(shift) < 0.5F) {
        draw_page(scene, frame, layout, state->page);
        return;
    }
    draw_moved_page(scene, frame, layout, state->page, shift);
    int neighbour = state->page + (shift > 0 ? -1 : 1);
    if (neighbour >= 0 && neighbour < page_count(scene)) {
        millis attention = frame->attention;
        float width = scene->env.metrics.width;
        draw_moved_page(scene, frame, layout, neighbour, shift + (shift > 0 ? -width : width));
        frame->attention = attention;
    }
    if (state->sliding) {
        frame_wake(frame, scene->env.now);
    }
}

static float way_on_least(const struct scene *scene) {
    return 8 * metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL);
}

/* On the last page: what the button leads to, beside it, where there is room for it: its title may
   take two lines, three in large type, as far as the gutters above and below the row go. */
static void draw_way_on(struct scene *scene, struct scene_frame *frame, struct rect row) {
    const struct metrics *metrics = &scene->env.metrics;
    struct text_style style = piece_style(scene, TYPE_LABEL, scene->env.palette.soft);
    const struct hall_scene *next = hall_scene_after(scene->env.hall, scene->entry);
    if (!next || row.w < way_on_least(scene)) {
        return;
    }
    float middle = row.y + row.h / 2;
    float room = row.h + 2 * metrics->gutter;
    float fitting = floorf(room / (style.size * style.line_height));
    style.max_lines = (int)fmaxf(fminf(fitting, metrics->large ? 4 : 3), 2);
    const char *words =
        arena_printf(scene->env.frame, "%s\n%s", phrase_in(PHRASE_UP_NEXT, scene->env.language),
                     scene_text(scene, &next->common.title));
    const struct text_block *block = text_layout(scene->env.fonts, &style, words, row.w);
    text_draw(frame->draw, block, row.x, middle - text_block_height(block) / 2);
}

/* The buttons, and how far one is; on the last page the dots make room for what comes next. */
static void draw_navigation(struct scene *scene, struct scene_frame *frame,
                            const struct article_layout *layout) {
    const struct article_state *state = scene->state;
    const struct metrics *metrics = &scene->env.metrics;
    float y = layout->nav_y;
    float middle = y + layout->button_height / 2;
    struct rect next = piece_button(scene, frame, NEXT, metrics->content.x, y, BUTTON_PRIMARY,
                                    next_label(scene, state->page));
    int count = page_count(scene);
    float left = next.x + next.w + metrics->gutter;
    float right = metrics->content.x + metrics->content.w;
    if (state->page > 0) {
        piece_icon_button(scene, frame, PREVIOUS, left, y, layout->button_height, BUTTON_QUIET,
                          "previous", phrase_in(PHRASE_PREVIOUS_PAGE, scene->env.language));
        left += layout->button_height + metrics->gutter;
    }
    bool last = state->page + 1 == count;
    float dots = piece_progress_width(count) + metrics->gutter;
    bool crowded = last && !layout->progress_above && right - left - dots < way_on_least(scene);
    if (count > 1 && !crowded) {
        float dots_x = right - piece_progress_width(count);
        float dots_y = layout->progress_above ? y - metrics->gutter : middle;
        piece_progress(scene, frame, dots_x, dots_y, state->page + 1, count);
        right = layout->progress_above ? right : dots_x - metrics->gutter;
    }
    if (last) {
        struct rect row = {left, y, right - left, layout->button_height};
        draw_way_on(scene, frame, row);
    }
}

static void article_draw(struct scene *scene, struct scene_frame *frame) {
    const struct article_state *state = scene->state;
    struct article_layout layout = layout_of(scene);
    draw_pages(scene, frame, &layout);
    elements_add(frame->elements,
                 (struct element){.id = PAGES,
                                  .rect = layout.window,
                                  .role = ROLE_PAGES,
                                  .flags = ELEMENT_DRAG_X | ELEMENT_DRAG_Y,
                                  .label = phrase_of_two(scene, PHRASE_PAGE, state->page + 1,
                                                         page_count(scene))});
    draw_navigation(scene, frame, &layout);
    frame->content = (uint64_t)state->page + 1;
}

/* Lets the page slide home from `shift`. */
static void slide_from(struct scene *scene, float shift) {
    struct article_state *state = scene->state;
    state->shift = shift;
    state->sliding = fabsf(shift) >= 0.5F;
    state->slide_start = scene->env.now;
    state->axis = AXIS_NONE;
}

/* Turns by -1 or 1 from where the page stands now; false if there is no such page. */
static bool turn(struct scene *scene, int by) {
    struct article_state *state = scene->state;
    int page = state->page + by;
    if (page < 0 || page >= page_count(scene)) {
        return false;
    }
    float shift = shift_now(scene) + (float)by * scene->env.metrics.width;
    state->page = page;
    slide_from(scene, shift);
    return true;
}

static void drag(struct scene *scene, const struct gesture *gesture) {
    struct article_state *state = scene->state;
    if (state->axis == AXIS_NONE) {
        state->axis = fabsf(gesture->dx) > fabsf(gesture->dy) ? AXIS_ACROSS : AXIS_ALONG;
        state->shift = shift_now(scene);
        state->sliding = false;
    }
    if (state->axis == AXIS_ALONG) {
        scroll_gesture(&state->scrolls[state->page], gesture);
        return;
    }
    float shift = state->shift + gesture->dx;
    int neighbour = state->page + (shift > 0 ? -1 : 1);
    bool gives = neighbour < 0 || neighbour >= page_count(scene);
    state->shift += gesture->dx * (gives ? EDGE_DRAG : 1);
}

static void drag_end(struct scene *scene, const struct gesture *gesture) {
    struct article_state *state = scene->state;
    if (state->axis == AXIS_ALONG) {
        scroll_gesture(&state->scrolls[state->page], gesture);
        state->axis = AXIS_NONE;
        return;
    }
    float far = scene->env.metrics.width * TURN_SHARE;
    int by = state->shift < 0 ? 1 : -1;
    bool flicked = gesture->vx * (float)by < -TURN_SPEED;
    if (!((fabsf(state->shift) > far || flicked) && turn(scene, by))) {
        slide_from(scene, state->shift);
    }
}

static struct move article_tap(struct scene *scene, struct element_id id) {
    if (element_id_equal(id, NEXT) && !turn(scene, 1)) {
        return (struct move){.type = MOVE_NEXT};
    }
    if (element_id_equal(id, PREVIOUS)) {
        (void)turn(scene, -1);
    }
    return STAY;
}

static struct move article_gesture(struct scene *scene, const struct gesture *gesture) {
    struct article_state *state = scene->state;
    switch (gesture->type) {
    case GESTURE_TAP:
        return article_tap(scene, gesture->id);
    case GESTURE_DRAG:
        drag(scene, gesture);
        break;
    case GESTURE_DRAG_END:
        drag_end(scene, gesture);
        break;
    case GESTURE_STEP:
        if (gesture->dx != 0) {
            (void)turn(scene, gesture->dx > 0 ? 1 : -1);
            break;
        }
        scroll_gesture(&state->scrolls[state->page], gesture);
        break;
    case GESTURE_PRESS:
        scroll_gesture(&state->scrolls[state->page], gesture);
        break;
    default:
        break;
    }
    return STAY;
}

static struct move article_tick(struct scene *scene) {
    struct article_state *state = scene->state;
    if (state->sliding && scene->env.now - state->slide_start >= SLIDE_TIME) {
        state->sliding = false;
        state->shift = 0;
    }
    return STAY;
}

static bool article_is_inside(const struct scene *scene) {
    return ((const struct article_state *)scene->state)->page > 0;
}

static void article_back(struct scene *scene) {
    (void)turn(scene, -1);
}

static void article_describe(const void *document, const char *language, struct buffer *out) {
    const struct article_document *article = document;
    phrase_add_count(out, PHRASE_PAGES, language, (int)article->pages.count);
}

/* Draws page `page` for nobody, to know whether it is higher than its window. */
static bool page_scrolls(const struct scene *scene, int page) {
    struct article_state state = {.page = page};
    struct scene copy = *scene;
    copy.state = &state;
    struct draw_list draw = {0};
    struct elements elements = {0};
    struct scene_frame frame = {.draw = &draw, .elements = &elements, .wake = -1};
    struct article_layout layout = layout_of(&copy);
    draw_page(&copy, &frame, &layout, page);
    draw_list_finish(&draw);
    elements_finish(&elements);
    return scroll_is_needed(&state.scrolls[page]);
}

/* Every page, of a page that scrolls its end too; buttons and swipes turn them by turns. */
static void article_walk(const struct scene *scene, struct buffer *out) {
    int count = page_count(scene);
    for (int page = 0; page < count; page++) {
        buffer_printf(out, "wait 400\nshot page-%d\n", page + 1);
        if (page_scrolls(scene, page)) {
            buffer_printf(out, "drag pages.0 0 -6000\nwait 1500\nshot page-%d-end\n", page + 1);
        }
        if (page + 1 < count) {
            buffer_add(out, page % 2 == 0 ? "tap next.0\n" : "swipe left\n");
        }
    }
}

const struct scene_kind article_kind = {
    .document = {.name = "article",
                 .title = {"文章", "Article"},
                 .help = {"观众一页一页地读，有图片和大数字",
                          "the visitor reads page by page, with pictures and large figures"},
                 .schema = &schema},
    .state_size = sizeof(struct article_state),
    .gesture = article_gesture,
    .tick = article_tick,
    .draw = article_draw,
    .is_inside = article_is_inside,
    .back = article_back,
    .walk = article_walk,
    .describe = article_describe,
};
