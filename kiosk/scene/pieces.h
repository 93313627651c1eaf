/* Shared pieces: what more than one kind shows looks and works the same everywhere. */
#ifndef SCENE_PIECES_H
#define SCENE_PIECES_H

#include "scene/scene.h"

/* A text style of the theme in this scene's mode. */
struct text_style piece_style(const struct scene *scene, enum type_role role, struct colour colour);

/* Words laid out in such a style and face; NULL for "". */
const struct text_block *piece_block(struct scene *scene, enum type_role role, struct colour colour,
                                     enum font_face face, const char *words, float width);

/* Words the program itself says, in the visitor's language. Rows of scene/words.c. */
enum phrase {
    PHRASE_NEXT,      /* 下一个 / Next */
    PHRASE_CONTINUE,  /* 继续 / Next */
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
    PHRASE_NEXT_PAGE,
    PHRASE_PREVIOUS_PAGE,
    PHRASE_SCROLL,
    PHRASE_UP_NEXT,      /* 接下来 / Up next */
    PHRASE_BACK_TO,      /* 回到 / Back to */
    PHRASE_RIGHT_ANSWER, /* 正确答案 / The right answer */
    PHRASE_NOT_THIS,     /* 不是这个 / Not this one */
    PHRASE_PICTURE,      /* "第 %d 幅，共 %d 幅" */
    PHRASE_ZOOM_IN,
    PHRASE_ZOOM_OUT,
    PHRASE_WHOLE_PICTURE, /* 看整幅 / Whole picture */
    PHRASE_SILENCE,       /* 静音 / Sound off */
    PHRASE_SOUND,         /* 打开声音 / Sound on */
    PHRASE_SECONDS_EACH,  /* "%d 题，每题 %d 秒" */
    PHRASE_HOME,          /* the bar, and what it opens */
    PHRASE_BACK,
    PHRASE_READABLE, /* 看得更清楚 / Easier to read */
    PHRASE_LARGE,
    PHRASE_CONTRAST,
    PHRASE_LOWER, /* 降低画面 / Bring it down */
    PHRASE_HIGHER,
    PHRASE_STILL_THERE, /* 还在吗？ / Still there? */
    PHRASE_STILL_WORDS,
    PHRASE_STILL_HERE, /* 我还在 / I am here */
    PHRASE_MATCH_HINT, /* how to join, how to put in order: what the hands do */
    PHRASE_ORDER_HINT,
    PHRASE_PAIR,         /* 是一对 / A pair */
    PHRASE_NO_PAIR,      /* 这两个不是一对 / These two do not belong together */
    PHRASE_PAIRS_SCORE,  /* "一次连对 %d 对，共 %d 对" / "%d of %d at the first try" */
    PHRASE_PLACES_SCORE, /* "排对 %d 步，共 %d 步" / "%d of %d in their place" */
    PHRASE_ORDER_CHECK,  /* 就这样排 / Done */
    PHRASE_IN_ORDER,     /* 排对了 / In order */
    PHRASE_STEP,         /* "第 %d 步" / "Step %d" */
    PHRASE_BELONGS,      /* "应是第 %d 步" / "Belongs at %d" */
    PHRASE_TIMED_STEPS,  /* "%d 步，%d 秒" / "%d steps, %d seconds" */
    PHRASE_SORT_HINT,
    PHRASE_CARD_OF,     /* "第 %d 张，共 %d 张" / "Card %d of %d" */
    PHRASE_CARDS_SCORE, /* "分对 %d 张，共 %d 张" / "%d of %d right" */
    PHRASE_MEMORY_HINT,
    PHRASE_ONE_PLAYER,  /* 一个人玩 / One player */
    PHRASE_TWO_PLAYERS, /* 两个人玩 / Two players */
    PHRASE_CARD,        /* "第 %d 张，盖着" / "Card %d, face down" */
    PHRASE_FOUND,       /* "找到 %d 对，翻了 %d 次" / "Pairs: %d, turns: %d" */
    PHRASE_PLAYER_HAS,  /* "%d 号：%d 对" / "Player %d: %d" */
    PHRASE_PLAYER_WINS, /* "%d 号赢了" / "Player %d wins" */
    PHRASE_DRAW,        /* 平手 / A draw */
    PHRASE_HOTSPOT_HINT,
    PHRASE_NOTHING_HERE, /* 这里没有 … / Nothing here … */
    PHRASE_HINT,         /* 给你提个醒 / A hint */
    PHRASE_LENS,         /* 放大镜 / Magnifier */
    PHRASE_SHOW_ME,      /* 指给我看 / Show me */
    PHRASE_SPOTS_OF,     /* "找到 %d 处，共 %d 处" / "%d of %d found" */
    PHRASE_SPOTS_SCORE,  /* "自己找到 %d 处，共 %d 处" / "%d of %d found by yourself" */
    PHRASE_ON_CALL,      /* 通话中 / On the phone */
    PHRASE_ENDING,       /* 结局 / How it ended */
    PHRASE_LOOK_BACK,    /* 回头看看 / Look back */
    PHRASE_TURNED,       /* 回头看：在哪里拐了弯 / Looking back: where it turned */
    PHRASE_PAGES,        /* from here on phrases that count: "%d 页" / "%d pages" */
    PHRASE_QUESTIONS,
    PHRASE_PICTURES,
    PHRASE_SCENES,
    PHRASE_PAIRS,
    PHRASE_STEPS,
    PHRASE_CARDS,
    PHRASE_EVENTS,
    PHRASE_SPOTS,
    PHRASE_ENDINGS,
    PHRASE_SECONDS,
    PHRASE_MINUTES,
    PHRASE_COUNT
};

/* Chinese for "zh…", English for every other language. */
const char *phrase_in(enum phrase phrase, const char *language);

/* Adds a phrase that counts, "1 page" or "4 pages". */
void phrase_add_count(struct buffer *out, enum phrase phrase, const char *language, int count);

/* A phrase with one number or two, "Page 2 of 4", in the frame's arena. */
const char *phrase_of_one(const struct scene *scene, enum phrase phrase, int number);
const char *phrase_of_two(const struct scene *scene, enum phrase phrase, int first, int second);

enum { CARD_RADIUS = 28, CARD_PADDING = 32 };

/* Whether a finger is down on the element. */
bool piece_pressed(const struct scene_frame *frame, struct element_id id);

/* A rectangle as it is drawn while pressed: 0.98 of its size, about its middle. */
struct rect piece_pressed_rect(struct rect rect, bool pressed);

/* The scene's heading and the line under it in the upper left; returns the y below them. */
float piece_header(struct scene *scene, struct scene_frame *frame, const char *title,
                   const char *lead);

/* The same with its upper edge at y, for what scrolls. */
float piece_header_at(struct scene *scene, struct scene_frame *frame, const char *title,
                      const char *lead, float y);

/* The same in two columns, the lead at the right of the title and ending with it: for landscape
   screens that need the height. */
float piece_header_beside(struct scene *scene, struct scene_frame *frame, const char *title,
                          const char *lead, float y);

/* How high the two make it, the space below included. */
float piece_header_height(struct scene *scene, const char *title, const char *lead);
float piece_header_beside_height(struct scene *scene, const char *title, const char *lead);

/* A dot in the zone's light and a few quiet words above a heading: where one is. Returns the y
   below; draws nothing for empty words. */
float piece_kicker(struct scene *scene, struct scene_frame *frame, const char *words, float x,
                   float y, float width);

/* How high piece_kicker makes it, the space below included. */
float piece_kicker_height(const struct scene *scene);

enum button_look { BUTTON_PRIMARY, BUTTON_QUIET };

/* A button that fits its label, at least the metrics' target high. Draws the pressed state and
   registers the element. Returns its rectangle. */
struct rect piece_button(struct scene *scene, struct scene_frame *frame, struct element_id id,
                         float x, float y, enum button_look look, const char *label);
/* What its element has beside ELEMENT_TAP. */
unsigned piece_button_flags(enum button_look look);
/* How large piece_button would make it. */
struct point piece_button_size(struct scene *scene, enum button_look look, const char *label);

/* piece_button with its lower right corner at (right, bottom); returns its height. */
float piece_button_right(struct scene *scene, struct scene_frame *frame, struct element_id id,
                         float right, float bottom, enum button_look look, const char *label);

/* A round button with an icon of assets/icons/, `side` wide (at least the metrics' target). */
void piece_icon_button(struct scene *scene, struct scene_frame *frame, struct element_id id,
                       float x, float y, float side, enum button_look look, const char *icon,
                       const char *label);

/* A card: shadow, surface, pressed state (scale 0.98 and light). Registers the element; returns
   the card as it is drawn, without padding (CARD_PADDING). Lay words out in the width of `rect`,
   so that pressing the card does not break its lines anew. */
struct rect piece_card(struct scene *scene, struct scene_frame *frame, struct element_id id,
                       struct rect rect, enum element_role role, const char *label);

/* Progress as joined dots: `done` of `count` lit in the zone's light. The left end is at x, the
   dots' middle at y. */
void piece_progress(struct scene *scene, struct scene_frame *frame, float x, float y, int done,
                    int count);

/* How wide piece_progress draws it. */
float piece_progress_width(int count);

/* The size of width × height scaled to fit into the room; the room for a size of 0. */
struct point piece_fitted(float width, float height, float room_width, float room_height);

/* A picture with round corners (and, if words are given, its caption below, of a few lines);
   returns the y below. Takes at most `rect`; keeps the picture's shape. */
float piece_picture(struct scene *scene, struct scene_frame *frame, const struct asset *picture,
                    const char *caption, struct rect rect);

/* How high piece_picture would be. */
float piece_picture_height(struct scene *scene, const struct asset *picture, const char *caption,
                           struct rect rect);

/* A number that matters and what it counts ("" for nothing). */
struct figure {
    const char *value, *label;
};

/* How a few figures stand, so many in a row: all at one size, or long ones at a smaller. */
struct figures_plan {
    float size, long_size;
    int columns;
    float label_x; /* where labels stand beside the values; 0: they stand below */
    float height;  /* of all of them; more than the room if even the least size is too large */
};

/* The largest size at which `count` figures stand in the room with `columns` or fewer in a row:
   never less than a heading's, one below the other never less than a title's. */
struct figures_plan figures_plan(struct scene *scene, const struct figure *figures, int count,
                                 int columns, float width, float height);
void figures_draw(struct scene *scene, struct scene_frame *frame, const struct figures_plan *plan,
                  const struct figure *figures, int count, float x, float y, float width);

/* A zone's emblem of dots and lines in a square. `gathered` 0 … 1 moves the dots from where they
   are scattered (the same every time) to their place. */
void piece_emblem(struct scene *scene, struct scene_frame *frame, const struct emblem *emblem,
                  struct rect square, struct colour colour, float gathered);

/* The path of assets/icons/NAME.svg, for draw_icon; in the frame's arena. */
const char *icon_path(const struct scene *scene, const char *name);

/* Ease-out (cubic) of `elapsed` out of `duration`: 0 … 1. */
float ease_out(millis elapsed, millis duration);

/* A vertical scroll of a column that is higher than its window. Zeroed it is at the top. Part of a
   scene's state; the members are scroll.c's. */
struct scroll {
    float offset;          /* logical pixels scrolled */
    bool coasting;         /* the finger left it moving */
    float speed;           /* when the finger left */
    millis released;       /* the moment */
    float base;            /* the offset then */
    float content, window; /* heights, as last drawn */
    bool has_element;      /* scroll_begin registered the window */
    size_t first_element;  /* of those registered between begin and end */
    struct colour over;    /* what the ends sink into; a == 0: the ground */
    bool whole;            /* the ends lie between things: nothing sinks there */
};

/* Registers the window as an element (unless id.name is NULL: the kind has one of its own there)
   and clips. Draw the content at the returned y, then end. What is registered in between scrolls
   with a finger on it, is not touched where the window does not show it, and comes into view when
   the keys walk to it. */
float scroll_begin(struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                   struct element_id id, struct rect window);
/* Ends the clip; `content_height` is how high the content was. Draws where in it one is, in the
   gutter at the window's right. */
void scroll_end(struct scroll *scroll, struct scene *scene, struct scene_frame *frame,
                struct rect window, float content_height);

/* Give it the presses, drags and steps of every element inside, and of the window's own. */
void scroll_gesture(struct scroll *scroll, const struct gesture *gesture);

/* Whether the content, as last drawn, is higher than the window. */
bool scroll_is_needed(const struct scroll *scroll);

#endif
