/* The theme: every colour, type size and distance, from one file that a curator can change. */
#ifndef DRAW_THEME_H
#define DRAW_THEME_H

#include "base/arena.h"
#include "base/geometry.h"
#include "content/hall.h"
#include "content/settings.h"

struct diagnostics;

enum type_role {
    TYPE_FIGURE,  /* very large numbers that matter */
    TYPE_TITLE,   /* a scene's heading; bold */
    TYPE_HEADING, /* a page's or a card's heading; bold */
    TYPE_LEAD,    /* the sentence below a title, answers, buttons */
    TYPE_BODY,
    TYPE_LABEL, /* captions, labels, the bar */
    TYPE_COUNT
};

/* One set of colours: what is drawn on what is in the comments, with the contrast it must have. */
struct palette {
    struct colour ground;       /* of the screen */
    struct colour surface;      /* cards, panels */
    struct colour raised;       /* what can be touched, on surface or ground */
    struct colour line;         /* hairlines and unlit dots */
    struct colour text;         /* on the three above: 4.5:1; 7:1 in high contrast */
    struct colour soft;         /* secondary text, on the same: 4.5:1 */
    struct colour light;        /* the zone's light, on the same: 3:1; large type, lines, emblems */
    struct colour on_light;     /* text on `light`: 4.5:1 */
    struct colour right, wrong; /* 3:1; never the only sign */
    struct colour shadow;
    struct colour scrim; /* over a scene, under "still there?" */
};

struct theme_colours {
    struct colour ground, surface, raised, line, text, soft, on_light, right, wrong, shadow, scrim;
    struct colour jade, azure, amber, vermilion;
};

/* Type sizes: the em in logical pixels on the reference panel (27 inches, 16:9, at 600 mm). */
struct theme_type {
    float figure, title, heading, lead, body, label;
};

struct theme {
    struct theme_colours normal;   /* paper on ink */
    struct theme_colours contrast; /* the high-contrast mode */
    struct theme_type type;
    float large; /* the large mode's factor, 1.6 */
};

/* Reads a theme file; what it leaves out or has wrong keeps its built-in value (look.md's), and
   mistakes go to `diagnostics`. A NULL path gives the built-in theme. */
bool theme_read(struct theme *theme, const char *path, struct diagnostics *diagnostics);

/* Colours for a zone's light in one of the modes. */
struct palette theme_palette(const struct theme *theme, enum zone_light light, bool contrast);

/* Where things go on this screen, in this mode. Logical pixels: 1080 on the short side. */
struct metrics {
    float width, height; /* of the screen */
    bool upright;        /* higher than wide */
    bool large;          /* the large-text mode */
    bool contrast;       /* the high-contrast mode */
    float type_scale;    /* panel and mode: what type sizes are multiplied with */
    float target;        /* the smallest touch target's side: 15 mm, at least 44 (60 in large) */
    float target_gap;    /* 3 mm */
    float margin;        /* 96 in landscape and 64 upright; at the top no more than 64 in large */
    float gutter;        /* 32 */
    struct rect bar;     /* home, back, language, modes: the stage's */
    struct rect area;    /* the scene's: everything but the bar, margins included */
    struct rect content; /* the area less its margins */
};

/* `width` and `height` are the screen's physical pixels after rotation. The type scale is what
   makes the body 7.3 mm high at 600 mm (EN 301 549 5.1.4), never below 1. */
void metrics_init(struct metrics *metrics, const struct theme *theme,
                  const struct settings_panel *panel, int width, int height, bool large,
                  bool contrast);

/* Millimetres per logical pixel on this panel, `width` and `height` in pixels of either sort; on
   the reference panel where its diagonal is not known. */
float metrics_pixel(const struct settings_panel *panel, float width, float height);

/* The size of a role's type here, in logical pixels. Titles grow less in the large mode, so that
   they still fit; body, label and lead grow by all of it. */
float metrics_type(const struct metrics *metrics, const struct theme *theme, enum type_role role);

/* A column of the 12 (6 upright) column grid: from column `first` (0 is the first), `span` wide,
   within metrics->content. y and h are the content's. */
struct rect metrics_columns(const struct metrics *metrics, int first, int span);

/* The contrast ratio of WCAG 2.2, 1 … 21. */
float colour_contrast(struct colour a, struct colour b);

#endif
