/* Even lines: a title is divided where all of its lines together look and read best. */
#include "draw/lines.h"

#include <math.h>

/* What a seam at a line's beginning costs, where a line that differs from the mean by its share s
   of the mean costs s². Two lines of which one is a third of the other cost 0.5: so far a pause is
   preferred to lines of one length that part two words anywhere. */
static const float seam_costs[SEAMS] = {
    [SEAM_INSIDE] = 4,  [SEAM_LEANS] = 0.85F, [SEAM_UNSURE] = 1,
    [SEAM_WORD] = 0.5F, [SEAM_EDGE] = 0.35F,  [SEAM_PAUSE] = 0,
};

/* The best way so far to set the pieces before one of them in so many lines. */
struct way {
    float cost;
    size_t from; /* where the last of the lines begins */
};

/* Ways by the number of lines and the piece that comes next. */
struct ways {
    struct way *items;
    size_t pieces;
    float mean; /* of the lines' widths */
};

static struct way *way_at(const struct ways *ways, size_t lines, size_t next) {
    return &ways->items[lines * (ways->pieces + 1) + next];
}

/* Adds a line that begins with piece `first` to the ways of one line fewer. */
static void add_line(const struct ways *ways, const struct pieces *pieces, size_t lines,
                     size_t first, float width) {
    float before = way_at(ways, lines - 1, first)->cost;
    float seam = first > 0 ? seam_costs[pieces->items[first].seam] : 0;
    for (size_t end = first + 1; end <= pieces->count; end++) {
        if (end < pieces->count && !pieces->items[end].breakable) {
            continue;
        }
        float line = line_width(pieces, first, end);
        if (!line_fits(line, width)) {
            break;
        }
        float share = (line - ways->mean) / ways->mean;
        float cost = before + seam + share * share;
        struct way *way = way_at(ways, lines, end);
        if (cost < way->cost) {
            *way = (struct way){cost, first};
        }
    }
}

static struct ways find_ways(struct arena *arena, const struct pieces *pieces, size_t lines,
                             float width) {
    size_t count = (lines + 1) * (pieces->count + 1);
    struct ways ways = {.items = ARENA_ARRAY(arena, struct way, count),
                        .pieces = pieces->count,
                        .mean = line_width(pieces, 0, pieces->count) / (float)lines};
    for (size_t i = 0; i < count; i++) {
        ways.items[i].cost = INFINITY;
    }
    way_at(&ways, 0, 0)->cost = 0;
    for (size_t line = 1; line <= lines; line++) {
        for (size_t first = 0; first < pieces->count; first++) {
            if (isfinite(way_at(&ways, line - 1, first)->cost)) {
                add_line(&ways, pieces, line, first, width);
            }
        }
    }
    return ways;
}

/* What the best way in so many lines costs. */
static float least_cost(const struct ways *ways, size_t lines) {
    return way_at(ways, lines, ways->pieces)->cost;
}

static void set_lines(struct lines *lines, const struct pieces *pieces, const struct ways *ways,
                      size_t count) {
    size_t end = pieces->count;
    lines->count = count;
    for (size_t line = count; line > 0; line--) {
        size_t first = way_at(ways, line, end)->from;
        lines->items[line - 1] = (struct line){first, end, line_width(pieces, first, end)};
        end = first;
    }
}

void lines_even(struct lines *lines, struct arena *arena, const struct pieces *pieces, float width,
                size_t most) {
    size_t count = lines->count;
    if (count < 2 || count > most) {
        return; /* what is going to be cut is cut at a full line */
    }
    struct ways ways = find_ways(arena, pieces, count, width);
    if (least_cost(&ways, count) >= seam_costs[SEAM_INSIDE] && count < most) {
        struct ways roomier = find_ways(arena, pieces, count + 1, width);
        if (least_cost(&roomier, count + 1) < seam_costs[SEAM_INSIDE]) {
            set_lines(lines, pieces, &roomier, count + 1);
            return;
        }
    }
    if (isfinite(least_cost(&ways, count))) { /* no piece is wider than a line */
        set_lines(lines, pieces, &ways, count);
    }
}
