/* Lines: pieces are set one after the other, and what is lonely on the last line gets company. */
#include "draw/lines.h"

#include <math.h>

static const float tolerance = 0.5F; /* logical pixels that a line may be wider than asked for */
/* Ems: a last line has company from here on, or is one word long enough to stand alone. */
static const float two_characters = 2;
static const float short_word = 3.5F;
float line_width(const struct pieces *pieces, size_t first, size_t end) {
    const struct piece *items = pieces->items;
    float width = -items[first].lead;
    for (size_t i = first; i < end; i++) {
        width += i == first ? items[i].width : items[i].gap + items[i].width;
    }
    const struct piece *last = &items[end - 1];
    return width - (last->width - last->inked) - last->hang;
}

bool line_fits(float line, float width) {
    return line <= width + tolerance;
}

/* Where the line that begins with `first` ends: as far as fits, at least to the first break. */
static size_t line_end(const struct pieces *pieces, size_t first, float width) {
    const struct piece *items = pieces->items;
    size_t end = 0;
    float pen = -items[first].lead;
    for (size_t i = first; i < pieces->count; i++) {
        pen += i == first ? items[i].width : items[i].gap + items[i].width;
        if (i + 1 < pieces->count && !items[i + 1].breakable) {
            continue;
        }
        float inked = pen - (items[i].width - items[i].inked) - items[i].hang;
        if (end && !line_fits(inked, width)) {
            break;
        }
        end = i + 1;
        if (!line_fits(inked, width)) {
            break;
        }
    }
    return end;
}

/* Fills lines one after the other. */
static void fill(struct lines *lines, const struct pieces *pieces, float width) {
    lines->count = 0;
    for (size_t first = 0; first < pieces->count;) {
        size_t end = line_end(pieces, first, width);
        struct line line = {first, end, line_width(pieces, first, end)};
        lines->items[lines->count++] = line;
        first = end;
    }
}

/* One Han character (and its mark), or one short word. */
static bool is_lonely(const struct pieces *pieces, size_t first, size_t end) {
    size_t words = 1;
    for (size_t i = first + 1; i < end; i++) {
        words += pieces->items[i].breakable;
    }
    float enough = words == 1 ? short_word : two_characters;
    return line_width(pieces, first, end) < enough * pieces->size - tolerance;
}

/* Where the last word of the line that begins with `least` and ends before `end` begins. */
static size_t last_word(const struct pieces *pieces, size_t least, size_t end) {
    const struct piece *items = pieces->items;
    size_t first = end;
    do {
        first--;
    } while (first > least && (!items[first].breakable || items[first].seam == SEAM_INSIDE));
    return first;
}

/* A lonely last line gets company from the line above, if that keeps most of its length. */
static void join_lonely(struct lines *lines, const struct pieces *pieces) {
    if (lines->count < 2) {
        return;
    }
    struct line *last = &lines->items[lines->count - 1];
    struct line *above = last - 1;
    size_t first = last->first;
    while (first > above->first && is_lonely(pieces, first, last->end)) {
        first = last_word(pieces, above->first, first);
    }
    if (first == last->first || first == above->first ||
        line_width(pieces, above->first, first) < above->width / 2) {
        return;
    }
    *above = (struct line){above->first, first, line_width(pieces, above->first, first)};
    *last = (struct line){first, last->end, line_width(pieces, first, last->end)};
}

void lines_fill(struct lines *lines, struct arena *arena, const struct pieces *pieces,
                float width) {
    lines->items = ARENA_ARRAY(arena, struct line, pieces->count + 1);
    fill(lines, pieces, width);
    join_lonely(lines, pieces);
}

void line_shorten(struct line *line, const struct pieces *pieces, float width, float room) {
    while (line->end > line->first + 1 &&
           (!line_fits(line->width + room, width) || pieces->items[line->end - 1].hang > 0)) {
        line->end--;
        line->width = line_width(pieces, line->first, line->end);
    }
}
