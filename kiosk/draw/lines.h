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
    bool word;      /* and a word does */
    bool pause;     /* it ends in a comma, a stop or another closing mark */
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

/* Sets the pieces in lines of `width`. With `even` (titles) the lines are made alike in length and
   break between Chinese words, if that takes no further line; else a last line of one character
   gets another one or more. */
void lines_fill(struct lines *lines, struct arena *arena, const struct pieces *pieces, float width,
                bool even);

/* Takes pieces off the line's end until `room` more fits into `width`, and any mark or space that
   then ends it. */
void line_shorten(struct line *line, const struct pieces *pieces, float width, float room);

#endif
