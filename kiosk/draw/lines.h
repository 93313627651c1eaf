/* Lines: a paragraph's letters measured in pieces, and the pieces set in lines. */
#ifndef DRAW_LINES_H
#define DRAW_LINES_H

#include "draw/fonts.h"
#include "draw/letters.h"

/* Letters that no line, face or gap divides. Widths are logical pixels. */
struct piece {
    uint32_t start, end; /* bytes of the words */
    uint32_t inked_end;  /* the same without trailing spaces */
    enum font_face face;
    bool emphasis;
    bool breakable; /* a line may begin here */
    enum seam seam; /* how well: of titles only */
    float gap;      /* before it, unless it begins a line */
    float width;
    float inked; /* the width without trailing spaces */
    float lead;  /* what is blank at its left: an opening mark's half */
    float hang;  /* what is blank at its right: a closing mark's half */
};

struct pieces {
    const char *words;
    struct piece *items;
    size_t count;
    float size; /* the em */
};

/* A line: pieces first … end-1. */
struct line {
    size_t first, end;
    float width; /* from the first ink to the last */
};

struct lines {
    struct line *items;
    size_t count;
};

/* Measures; letters of a stretch that is wider than `width` may break anywhere. */
void pieces_measure(struct pieces *pieces, struct arena *arena, struct fonts *fonts,
                    struct letters *letters, enum font_face face, float size, float width);

/* Sets the pieces in lines of `width`, one filled after the other; a last line of one character or
   one short word gets company. */
void lines_fill(struct lines *lines, struct arena *arena, const struct pieces *pieces, float width);

/* Sets them anew for a title: the lines are made alike in length and break where it reads well.
   There are no more of them than before, or one where that saves a word from being divided, and
   never more than `most`. */
void lines_even(struct lines *lines, struct arena *arena, const struct pieces *pieces, float width,
                size_t most);

/* The width of pieces first … end-1 on a line of their own. */
float line_width(const struct pieces *pieces, size_t first, size_t end);

/* Whether a line so wide goes into `width`. */
bool line_fits(float line, float width);

/* Takes pieces off the line's end until `room` more fits into `width`, and any mark or space that
   then ends it. */
void line_shorten(struct line *line, const struct pieces *pieces, float width, float room);

#endif
