/* Paragraphs: lines broken by UAX #14 and 禁则, the gap between Chinese and Latin, emphasis. */
#ifndef DRAW_TEXT_H
#define DRAW_TEXT_H

#include "draw/fonts.h"
#include "draw/list.h"

struct text_style {
    enum font_face face;
    float size;        /* the em, logical pixels */
    float line_height; /* times the size: 1.35 for titles, 1.5 for Chinese body */
    struct colour colour;
    struct colour emphasis; /* of **words between double stars**, which are bold too */
    int max_lines;          /* what is longer ends in …; 0 is no bound */
};

/* A laid-out text. Belongs to the fonts' layout cache: valid until the next fonts_frame_end. */
struct text_block;

/* Lays `words` out in `width` logical pixels. Newlines break lines, an empty line is half a line's
   space, a line that begins with "- " is a list item with a hanging indent. A word longer than the
   line is broken rather than clipped. Cached by its arguments. */
const struct text_block *text_layout(struct fonts *fonts, const struct text_style *style,
                                     const char *words, float width);

/* The width of the longest line and the height of all of them, in logical pixels; how many lines,
   and whether max_lines left words out. */
float text_block_width(const struct text_block *block);
float text_block_height(const struct text_block *block);
int text_block_lines(const struct text_block *block);
bool text_block_was_cut(const struct text_block *block);

/* Draws with the upper left corner at (x, y). */
void text_draw(struct draw_list *list, const struct text_block *block, float x, float y);

/* Layout and draw in one; returns the height used. */
float text_draw_at(struct draw_list *list, struct fonts *fonts, const struct text_style *style,
                   const char *words, float x, float y, float width);

/* Drops layouts that no recent frame asked for. Call once a frame. */
void fonts_frame_end(struct fonts *fonts);

#endif
