/* The storyboard: a film as its curator writes it, shots with words, drawings and timing. */
#ifndef EXPLAINER_STORYBOARD_H
#define EXPLAINER_STORYBOARD_H

#include "base/arena.h"
#include "content/schema.h"
#include "content/types.h"

#include <stdbool.h>

struct diagnostics;

/* Positions and sizes are pixels of a 1920 × 1080 picture; moments count from the shot's start. */
enum { FILM_WIDTH = 1920, FILM_HEIGHT = 1080, FILM_RATE = 30 };

enum thing_kind {
    THING_DOT,
    THING_BOX,
    THING_LINE,
    THING_WORDS,
    THING_NUMBER,
    THING_PICTURE,
    THING_RING
};

/* Colours are the theme's: a film and the hall around it have one palette. */
enum film_colour {
    FILM_PAPER,
    FILM_SOFT,
    FILM_LIGHT,
    FILM_RIGHT,
    FILM_WRONG,
    FILM_GROUND,
    FILM_SURFACE,
    FILM_RAISED,
    FILM_LINE_COLOUR,
    FILM_COLOURS,
    FILM_SAME = FILM_COLOURS, /* in a move: no other colour */
};

/* How something comes or goes. */
enum film_change { CHANGE_CUT, CHANGE_FADE, CHANGE_GROW, CHANGE_DRAW, CHANGE_RISE };

enum film_ease { EASE_OUT, EASE_IN, EASE_BOTH, EASE_LINEAR, EASE_SPRING };

/* From the moment `at`, during `lasts`, the properties given here change to these values. A
   property that is NOT_GIVEN stays. */
struct film_move {
    millis at, lasts;
    struct pair to, end, size;
    float scale, turn, opacity, value;
    int colour; /* enum film_colour */
    int ease;   /* enum film_ease */
};

/* What a number in a move is when the file does not name it. */
#define NOT_GIVEN (-100000.0F)

/* The same thing many times, in rows and columns, each a little later than the one before. */
struct film_repeat {
    int columns, rows;
    struct pair step;
    millis later;
};

struct thing {
    int kind;         /* enum thing_kind */
    struct pair at;   /* its middle; a line's beginning */
    struct pair end;  /* a line's end */
    struct pair size; /* a box's, a picture's; the first is a dot's and a ring's diameter */
    float corner, stroke;
    int colour, outline; /* enum film_colour; the outline is drawn when `stroke` is above 0 */
    bool filled;
    const char *words;
    float type; /* the size of words and numbers */
    bool bold;
    struct asset picture;
    float value; /* a number's; a ring's share in percent */
    int decimals;
    float opacity, turn, scale;
    millis enter, leave; /* leave 0: with the shot's end */
    int enters, leaves;  /* enum film_change */
    struct items moves;  /* struct film_move */
    struct film_repeat repeat;
};

struct film_caption {
    millis from, to;
    struct text words;
};

struct shot {
    const char *name; /* for whoever edits it, and in messages */
    millis length;
    struct items captions; /* struct film_caption */
    struct items things;   /* struct thing, the lowest first */
    struct items camera;   /* struct film_move: to is the point in the middle, scale the zoom */
};

struct storyboard {
    struct text title;      /* in the film's metadata, in its first language */
    int light;              /* enum zone_light */
    millis poster;          /* the moment whose picture is the poster */
    struct items languages; /* const char *: the captions' */
    struct items shots;     /* struct shot */
};

/* Reads a storyboard; pictures are below `directory`. Strings and lists live in `arena`. Every
   mistake goes to `diagnostics`; false if there is one. */
bool storyboard_read(struct storyboard *storyboard, const char *path, const char *directory,
                     struct arena *arena, struct diagnostics *diagnostics);

/* What no row of the table can say: captions that overlap or lack a language, things that go before
   they come. The values are in range when it is called. False with the mistakes in `diagnostics`,
   as of the whole file, naming shot and number. */
bool storyboard_check(const struct storyboard *storyboard, const char *path,
                      struct diagnostics *diagnostics);

/* How long the film is: all its shots. */
millis storyboard_length(const struct storyboard *storyboard);

#endif
