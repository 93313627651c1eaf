/* The draw list: what a frame looks like, as plain data that any executor can draw. */
#ifndef DRAW_LIST_H
#define DRAW_LIST_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/geometry.h"
#include "base/list.h"

#include <stdbool.h>
#include <stdint.h>

/* All lengths are logical pixels. Colours are straight (not premultiplied) sRGB. */
enum draw_type {
    DRAW_FILL,   /* a rectangle with round corners */
    DRAW_STROKE, /* its outline, `width` wide, inside the rectangle */
    DRAW_SHADOW, /* its soft shadow, `width` is the blur's radius */
    DRAW_TEXT,   /* one run on one line; rect.x is its left edge, rect.y its baseline */
    DRAW_IMAGE,  /* a picture file scaled into `rect` with round corners */
    DRAW_VIDEO,  /* the player's newest picture scaled into `rect` */
    DRAW_LINE,   /* from (rect.x, rect.y) to (rect.x + rect.w, rect.y + rect.h) */
    DRAW_CLIP,   /* what follows is seen inside `rect` only, until DRAW_CLIP_END */
    DRAW_CLIP_END,
    DRAW_LAYER, /* what follows is opaque over `rect` and moved by `shift`; the executor may
                   keep it as one picture from frame to frame, until DRAW_LAYER_END */
    DRAW_LAYER_END,
    DRAW_AHEAD, /* what follows, until DRAW_AHEAD_END, is not to be seen yet: the executor gets its
                   pictures and its type ready */
    DRAW_AHEAD_END,
};

/* The two Latin ones differ in “quotes”, ’ and · only, which are as wide as the letters beside them
   need and not a Chinese character wide; text_layout chooses them where no Chinese stands. */
enum font_face { FACE_REGULAR, FACE_BOLD, FACE_LATIN, FACE_LATIN_BOLD, FACE_COUNT };

/* How a picture fills its rectangle: all of it seen, or all of the rectangle covered. */
enum image_fit { FIT_CONTAIN, FIT_COVER, FIT_STRETCH };

struct draw_command {
    enum draw_type type;
    struct rect rect;
    struct colour colour; /* for images: the tint of a picture used as a mask, a == 0 for none */
    float radius;         /* of the corners */
    float width;          /* of a stroke, a line; the blur of a shadow */
    struct point shift;   /* of a layer */
    struct rect part;     /* of an image: what to show of it, in fractions; w == 0 is all of it */
    float opacity;        /* of an image */
    float size;           /* of a text: the em in logical pixels */
    enum font_face face;
    enum image_fit fit;
    const char *words; /* a text's run, an image's path; in the list's arena */
    uint64_t hash;     /* of everything above */
};

/* Zero-initialised it is empty and valid. */
struct draw_list {
    LIST(struct draw_command) commands;
    struct arena words;
};

/* Frees it; it is empty and valid again. */
void draw_list_finish(struct draw_list *list);

/* Empties it, and keeps its memory for the next frame. */
void draw_list_clear(struct draw_list *list);

/* Adds copies of the other list's commands. */
void draw_list_add(struct draw_list *list, const struct draw_list *other);

/* Two lists with equal hashes look the same (pictures and video frames aside). */
uint64_t draw_list_hash(const struct draw_list *list);

/* Each of these adds the command that enum draw_type describes; words and paths are copied. A dot
   is a round fill about (x, y). */
void draw_fill(struct draw_list *list, struct rect rect, float radius, struct colour colour);
void draw_stroke(struct draw_list *list, struct rect rect, float radius, float width,
                 struct colour colour);
void draw_shadow(struct draw_list *list, struct rect rect, float radius, float blur,
                 struct colour colour);
void draw_dot(struct draw_list *list, float x, float y, float radius, struct colour colour);
void draw_line(struct draw_list *list, float x1, float y1, float x2, float y2, float width,
               struct colour colour);

/* A run of text whose left end is at x on the baseline y. Use draw/text.h for paragraphs. */
void draw_text_run(struct draw_list *list, float x, float baseline, enum font_face face, float size,
                   struct colour colour, const char *words);

/* A picture file (as struct asset names it). */
void draw_image(struct draw_list *list, const char *path, struct rect rect, enum image_fit fit,
                float radius, float opacity);

/* A part of a picture (fractions of it), for zooming; stretched into `rect`. */
void draw_image_part(struct draw_list *list, const char *path, struct rect part, struct rect rect);

/* A picture as a mask in one colour: icons. */
void draw_icon(struct draw_list *list, const char *path, struct rect rect, struct colour colour);

/* The player's newest picture; the caller fits it. */
void draw_video(struct draw_list *list, struct rect rect);

/* Clips and layers nest, at most 32 deep, and must be ended; draw_list_balanced says whether they
   were. */
void draw_clip(struct draw_list *list, struct rect rect);
void draw_clip_end(struct draw_list *list);
void draw_layer(struct draw_list *list, struct rect rect, struct point shift);
void draw_layer_end(struct draw_list *list);
void draw_ahead(struct draw_list *list);
void draw_ahead_end(struct draw_list *list);
bool draw_list_balanced(const struct draw_list *list);

/* One line a command that is to be seen, for tests: `text 96 212 bold 80 #F4F1EA "…"`. */
void draw_list_dump(const struct draw_list *list, struct buffer *out);

#endif
