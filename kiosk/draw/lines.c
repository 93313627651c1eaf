/* Lines: pieces are set one after the other; titles are evened out, lonely characters joined. */
#include "draw/lines.h"

#include <math.h>

static const float tolerance = 0.5F; /* logical pixels that a line may be wider than asked for */
/* Ems of unevenness that a pause at a title's line end is worth. */
static const float pause_worth = 5;

enum { EVEN_LINES = 4, EVEN_STEPS = 8 };

/* The width of pieces first … end-1 on a line of their own. */
static float width_of(const struct pieces *pieces, size_t first, size_t end) {
    const struct piece *items = pieces->items;
    float width = -items[first].lead;
    for (size_t i = first; i < end; i++) {
        width += i == first ? items[i].width : items[i].gap + items[i].width;
    }
    const struct piece *last = &items[end - 1];
    return width - (last->width - last->inked) - last->hang;
}

static bool may_begin(const struct piece *piece, bool words) {
    return piece->breakable && (!words || piece->word);
}

/* Where the line that begins with `first` ends: as far as fits, at least to the first break. */
static size_t line_end(const struct pieces *pieces, size_t first, float width, bool words) {
    const struct piece *items = pieces->items;
    size_t end = 0;
    float pen = -items[first].lead;
    for (size_t i = first; i < pieces->count; i++) {
        pen += i == first ? items[i].width : items[i].gap + items[i].width;
        if (i + 1 < pieces->count && !may_begin(&items[i + 1], words)) {
            continue;
        }
        float inked = pen - (items[i].width - items[i].inked) - items[i].hang;
        if (end && inked > width + tolerance) {
            break;
        }
        end = i + 1;
        if (inked > width + tolerance) {
            break;
        }
    }
    return end;
}

/* Fills lines one after the other; returns the widest. */
static float fill(struct lines *lines, const struct pieces *pieces, float width, bool words) {
    float widest = 0;
    lines->count = 0;
    for (size_t first = 0; first < pieces->count;) {
        size_t end = line_end(pieces, first, width, words);
        struct line line = {first, end, width_of(pieces, first, end)};
        lines->items[lines->count++] = line;
        widest = fmaxf(widest, line.width);
        first = end;
    }
    return widest;
}

/* What speaks against dividing a title of two lines at `end`: how unlike the lines are, and a pause
   in the words that is not used. Less than nothing where it cannot be. */
static float pair_cost(const struct pieces *pieces, size_t end, float width, bool words) {
    float first = width_of(pieces, 0, end);
    float second = width_of(pieces, end, pieces->count);
    if (!may_begin(&pieces->items[end], words) || first > width + tolerance ||
        second > width + tolerance) {
        return -1;
    }
    float pause = pieces->items[end - 1].pause ? 0 : pause_worth * pieces->size;
    return fabsf(first - second) + pause;
}

/* Divides a title where the pair of lines looks and reads best. */
static bool divide_in_two(struct lines *lines, const struct pieces *pieces, float width,
                          bool words) {
    float least = INFINITY;
    size_t best = 0;
    for (size_t end = 1; end < pieces->count; end++) {
        float cost = pair_cost(pieces, end, width, words);
        if (cost >= 0 && cost < least) {
            least = cost;
            best = end;
        }
    }
    if (best) {
        lines->items[0] = (struct line){0, best, width_of(pieces, 0, best)};
        lines->items[1] = (struct line){best, pieces->count, width_of(pieces, best, pieces->count)};
    }
    return best > 0;
}

/* Finds the smallest width that still takes no further line: the lines come out alike. */
static void even_out(struct lines *lines, const struct pieces *pieces, float width) {
    size_t count = lines->count;
    float widest = fill(lines, pieces, width, true);
    bool words = lines->count == count && widest <= width + tolerance;
    float low = 0;
    float high = width;
    for (int i = 0; i < EVEN_STEPS; i++) {
        float middle = (low + high) / 2;
        widest = fill(lines, pieces, middle, words);
        if (lines->count > count || widest > middle + tolerance) {
            low = middle;
        } else {
            high = middle;
        }
    }
    fill(lines, pieces, high, words);
}

/* A last line of one Han character (and its mark) gets company from the line above. */
static void join_lonely(struct lines *lines, const struct pieces *pieces) {
    if (lines->count < 2) {
        return;
    }
    struct line *last = &lines->items[lines->count - 1];
    struct line *above = last - 1;
    const float enough = 2 * pieces->size;
    size_t first = last->first;
    while (width_of(pieces, first, last->end) < enough - tolerance && first > above->first) {
        first--;
        while (first > above->first && !pieces->items[first].breakable) {
            first--;
        }
    }
    if (first == last->first || first == above->first ||
        width_of(pieces, above->first, first) < above->width / 2) {
        return;
    }
    *above = (struct line){above->first, first, width_of(pieces, above->first, first)};
    *last = (struct line){first, last->end, width_of(pieces, first, last->end)};
}

void lines_fill(struct lines *lines, struct arena *arena, const struct pieces *pieces, float width,
                bool even) {
    lines->items = ARENA_ARRAY(arena, struct line, pieces->count + 1);
    fill(lines, pieces, width, false);
    if (even && lines->count == 2) {
        (void)(divide_in_two(lines, pieces, width, true) ||
               divide_in_two(lines, pieces, width, false));
    } else if (even && lines->count > 2 && lines->count <= EVEN_LINES) {
        even_out(lines, pieces, width);
    } else {
        join_lonely(lines, pieces);
    }
}

void line_shorten(struct line *line, const struct pieces *pieces, float width, float room) {
    while (line->end > line->first + 1 &&
           (line->width + room > width + tolerance || pieces->items[line->end - 1].hang > 0)) {
        line->end--;
        line->width = width_of(pieces, line->first, line->end);
    }
}
