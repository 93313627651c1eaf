/* Shared pieces: what more than one kind shows looks and works the same everywhere. */
#ifndef SCENE_PIECES_H
#define SCENE_PIECES_H

#include "scene/scene.h"

/* A text style of the theme in this scene's mode. */
struct text_style piece_style(const struct scene *scene, enum type_role role, struct colour colour);

/* Words the program itself says, in the visitor's language. Rows of scene/words.c. */
enum phrase {
    PHRASE_NEXT,      /* 下一个 / Next */
    PHRASE_CONTINUE,  /* 继续 / Continue */
    PHRASE_START,     /* 开始 / Start */
    PHRASE_AGAIN,     /* 再来一次 / Once more */
    PHRASE_CHECK,     /* 就选这些 / That is my answer */
    PHRASE_RIGHT,     /* 答对了 / Right */
    PHRASE_NOT_QUITE, /* 再想想 / Not quite */
    PHRASE_TIME_UP,   /* 时间到了 / Time is up */
    PHRASE_SEVERAL,   /* 不止一个答案 / More than one is right */
    PHRASE_PLAY,
    PHRASE_PAUSE,
    PHRASE_REPLAY,
    PHRASE_VOLUME,
    PHRASE_SEEK,
    PHRASE_VIDEO_AWAY, /* 这段影片暂时放不了 … / This film cannot be shown right now … */
    PHRASE_ZOOM_HINT,
    PHRASE_PAGE,     /* "第 %d 页，共 %d 页" / "Page %d of %d" */
    PHRASE_QUESTION, /* "第 %d 题，共 %d 题" / "Question %d of %d" */
    PHRASE_SCORE,    /* "答对 %d 题，共 %d 题" */
    PHRASE_PREVIOUS,
    PHRASE_CLOSE,
    PHRASE_COUNT
};

const char *phrase_in(enum phrase phrase, const char *language);

/* The scene's heading and the line under it in the upper left; returns the y below them. */
float piece_header(struct scene *scene, struct scene_frame *frame, const char *title,
                   const char *lead);

enum button_look { BUTTON_PRIMARY, BUTTON_QUIET };

/* A button that fits its label, at least the metrics' target high. Draws the pressed state and
   registers the element. Returns its rectangle. */
struct rect piece_button(struct scene *scene, struct scene_frame *frame, struct element_id id,
                         float x, float y, enum button_look look, const char *label);
/* How large piece_button would make it. */
struct point piece_button_size(struct scene *scene, enum button_look look, const char *label);

/* A card: shadow, surface, pressed state (scale 0.98 and light). Registers the element; returns
   the rectangle to draw the card's inside in. */
struct rect piece_card(struct scene *scene, struct scene_frame *frame, struct element_id id,
                       struct rect rect, enum element_role role, const char *label);

/* Progress as joined dots: `done` of `count` lit in the zone's light. */
void piece_progress(struct scene *scene, struct scene_frame *frame, float x, float y, int done,
                    int count);

/* A picture with round corners (and, if words are given, its caption below); returns the y below.
   Takes at most `rect`; keeps the picture's shape. */
float piece_picture(struct scene *scene, struct scene_frame *frame, const struct asset *picture,
                    const char *caption, struct rect rect);

/* A zone's emblem of dots and lines in a square. `gathered` 0 … 1 moves the dots from where
   `seed` scattered them to their place. */
void piece_emblem(struct scene *scene, struct scene_frame *frame, const struct emblem *emblem,
                  struct rect square, struct colour colour, float gathered);

/* The path of assets/icons/NAME.svg, for draw_icon; in the frame's arena. */
const char *icon_path(const struct scene *scene, const char *name);

/* Ease-out (cubic) of `elapsed` out of `duration`: 0 … 1. */
float ease_out(millis elapsed, millis duration);

/* A vertical scroll of a column that is higher than its window: state, gestures, drawing. */
struct scroll {
    float offset;          /* logical pixels scrolled */
    float speed;           /* of the inertia */
    millis released;       /* when the finger left, 0 while it does not coast */
    float base;            /* the offset then */
    float content, window; /* heights, as last drawn */
};

/* Registers the window as an element and clips; draw the content at the returned y, then end. */
float scroll_begin(struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                   struct element_id id, struct rect window);
void scroll_end(struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                struct rect window, float content_height);
void scroll_gesture(struct scroll *scroll, const struct gesture *gesture);

#endif
