/* Paragraphs: a text's lines are laid out below each other, kept, and drawn as runs. */
#include "draw/text.h"

#include "draw/lines.h"
#include "draw/text_cache.h"

#include <math.h>
#include <string.h>

/* In ems, of the typeface's body: its ideographs reach from 0.12 below the baseline to 0.88 above,
   and their middle is what a list's dot stands beside. */
static const float body_above = 0.88F;
static const float body_middle = 0.38F;
static const float item_indent = 1;
static const float item_dot_x = 0.4F;
static const float item_dot_radius = 0.1F;
static const float item_space = 0.25F; /* of a line, above an item that follows text */
static const float blank_space = 0.5F; /* of a line */

/* A layout on its way. */
struct setting {
    struct fonts *fonts;
    struct text_cache *cache;
    struct text_block block;
    float y;
    bool full; /* max_lines are there: nothing more goes in */
};

static float line_height(const struct text_style *style) {
    return style->size * style->line_height;
}

/* The baseline of a line whose upper edge is at y. */
static float baseline_at(const struct text_style *style, float y) {
    return y + (line_height(style) - style->size) / 2 + body_above * style->size;
}

static struct colour colour_of(const struct text_style *style, bool emphasis) {
    return emphasis && style->emphasis.a ? style->emphasis : style->colour;
}

static void add_run(struct setting *setting, const struct pieces *pieces, size_t first, size_t end,
                    bool ends_line, float x, float baseline) {
    const struct piece *head = &pieces->items[first];
    const struct piece *tail = &pieces->items[end - 1];
    uint32_t stop = ends_line ? tail->inked_end : tail->end;
    if (stop <= head->start) {
        return;
    }
    struct text_run *run = LIST_ADD(&setting->cache->runs);
    *run = (struct text_run){
        .x = x,
        .baseline = baseline,
        .face = head->face,
        .colour = colour_of(&setting->block.style, head->emphasis),
        .words = arena_strndup(&setting->cache->scratch, pieces->words + head->start,
                               stop - head->start),
    };
}

static bool same_run(const struct piece *a, const struct piece *b) {
    return b->gap == 0 && a->face == b->face && a->emphasis == b->emphasis;
}

/* Draws a line's pieces as few runs; returns where the next thing on the line goes. */
static float add_line(struct setting *setting, const struct pieces *pieces, const struct line *line,
                      float indent) {
    float baseline = baseline_at(&setting->block.style, setting->y);
    float x = indent - pieces->items[line->first].lead;
    for (size_t first = line->first, end; first < line->end; first = end) {
        float start = first == line->first ? x : x + pieces->items[first].gap;
        x = start + pieces->items[first].width;
        for (end = first + 1;
             end < line->end && same_run(&pieces->items[end - 1], &pieces->items[end]); end++) {
            x += pieces->items[end].width;
        }
        add_run(setting, pieces, first, end, end == line->end, start, baseline);
    }
    setting->block.width = fmaxf(setting->block.width, indent + line->width);
    setting->block.lines++;
    setting->y += line_height(&setting->block.style);
    return indent + line->width;
}

static void add_ellipsis(struct setting *setting, float x, float y, bool chinese) {
    const struct text_style *style = &setting->block.style;
    struct text_run *run = LIST_ADD(&setting->cache->runs);
    *run = (struct text_run){.x = x,
                             .baseline = baseline_at(style, y),
                             .face = style->face,
                             .colour = style->colour,
                             .words = chinese ? "…" : "..."};
}

/* The last line that fits, when more would follow: shortened, and ended by an ellipsis. */
static void add_cut_line(struct setting *setting, const struct pieces *pieces, struct line *line,
                         float indent, bool chinese) {
    const struct text_style *style = &setting->block.style;
    const char *ellipsis = chinese ? "…" : "...";
    float room =
        fonts_run_width(setting->fonts, style->face, style->size, ellipsis, strlen(ellipsis));
    line_shorten(line, pieces, setting->block.asked_width - indent, room);
    float y = setting->y;
    float end = add_line(setting, pieces, line, indent);
    add_ellipsis(setting, end, y, chinese);
    setting->block.width = fmaxf(setting->block.width, end + room);
    setting->block.cut = true;
    setting->full = true;
}

static bool is_title(const struct text_style *style) {
    return style->face == FACE_BOLD || style->face == FACE_LATIN_BOLD;
}

/* Lays one line of the text out in as many lines as it takes. `more` follows it. */
static void add_paragraph(struct setting *setting, const char *words, size_t size, float indent,
                          bool more) {
    const struct text_style *style = &setting->block.style;
    float width = fmaxf(setting->block.asked_width - indent, style->size);
    struct arena *scratch = &setting->cache->scratch;
    struct letters letters;
    struct pieces pieces;
    struct lines lines;
    letters_read(&letters, scratch, words, size);
    breaker_mark(setting->cache->breaker, &letters);
    pieces_measure(&pieces, scratch, setting->fonts, &letters, style->face, style->size, width);
    lines_fill(&lines, scratch, &pieces, width);
    if (is_title(style)) {
        size_t most =
            style->max_lines ? (size_t)(style->max_lines - setting->block.lines) : SIZE_MAX;
        lines_even(&lines, scratch, &pieces, width, most);
    }
    for (size_t i = 0; i < lines.count && !setting->full; i++) {
        bool last = style->max_lines && setting->block.lines + 1 == style->max_lines;
        if (last && (more || i + 1 < lines.count)) {
            add_cut_line(setting, &pieces, &lines.items[i], indent, letters.chinese);
        } else {
            add_line(setting, &pieces, &lines.items[i], indent);
        }
    }
}

static void add_dot(struct setting *setting) {
    const struct text_style *style = &setting->block.style;
    struct text_dot *dot = LIST_ADD(&setting->cache->dots);
    *dot = (struct text_dot){.x = item_dot_x * style->size,
                             .y = baseline_at(style, setting->y) - body_middle * style->size,
                             .radius = item_dot_radius * style->size,
                             .colour = colour_of(style, true)};
}

static bool is_blank(const char *line, size_t size) {
    return strspn(line, " \t\r") >= size;
}

/* One line of the text as it was written. */
static void add_source_line(struct setting *setting, const char *line, size_t size, bool more) {
    const struct text_style *style = &setting->block.style;
    bool item = size > 2 && line[0] == '-' && line[1] == ' ';
    bool continued = size > 2 && line[0] == ' ' && line[1] == ' ';
    if (is_blank(line, size)) {
        setting->y += blank_space * line_height(style);
        return;
    }
    if (item && setting->block.lines > 0) {
        setting->y += item_space * line_height(style);
    }
    if (item) {
        add_dot(setting);
    }
    size_t skip = item || continued ? 2 + strspn(line + 2, " ") : 0;
    float indent = item || continued ? item_indent * style->size : 0;
    add_paragraph(setting, line + skip, size - skip, indent, more);
}

static bool only_blank(const char *words) {
    return words[strspn(words, " \t\r\n")] == '\0';
}

static void lay_out(struct setting *setting) {
    const char *line = setting->block.words;
    while (*line && !setting->full && !only_blank(line)) {
        size_t size = strcspn(line, "\n");
        const char *next = line + size + (line[size] == '\n');
        add_source_line(setting, line, size, !only_blank(next));
        line = next;
    }
    setting->block.height = setting->y;
}

const struct text_block *text_layout(struct fonts *fonts, const struct text_style *style,
                                     const char *words, float width) {
    struct text_cache *cache = fonts_text_cache(fonts);
    struct text_block *block = text_cache_find(cache, style, words, width);
    if (block) {
        return block;
    }
    struct setting setting = {
        .fonts = fonts,
        .cache = cache,
        .block = {.style = *style, .asked_width = width, .words = words},
    };
    LIST_CLEAR(&cache->runs);
    LIST_CLEAR(&cache->dots);
    lay_out(&setting);
    block = text_cache_keep(cache, &setting.block);
    arena_reset(&cache->scratch);
    return block;
}

float text_block_width(const struct text_block *block) {
    return block->width;
}

float text_block_height(const struct text_block *block) {
    return block->height;
}

int text_block_lines(const struct text_block *block) {
    return block->lines;
}

bool text_block_was_cut(const struct text_block *block) {
    return block->cut;
}

void text_draw(struct draw_list *list, const struct text_block *block, float x, float y) {
    for (size_t i = 0; i < block->dot_count; i++) {
        const struct text_dot *dot = &block->dots[i];
        draw_dot(list, x + dot->x, y + dot->y, dot->radius, dot->colour);
    }
    for (size_t i = 0; i < block->run_count; i++) {
        const struct text_run *run = &block->runs[i];
        draw_text_run(list, x + run->x, y + run->baseline, run->face, block->style.size,
                      run->colour, run->words);
    }
}

float text_draw_at(struct draw_list *list, struct fonts *fonts, const struct text_style *style,
                   const char *words, float x, float y, float width) {
    const struct text_block *block = text_layout(fonts, style, words, width);
    text_draw(list, block, x, y);
    return text_block_height(block);
}
