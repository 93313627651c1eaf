/* The stage's inside: its parts, and what the files of this room do for each other. */
#ifndef STAGE_INSIDE_H
#define STAGE_INSIDE_H

#include "input/focus.h"
#include "stage/stage.h"

/* Where one came from: the scene, and what was touched there. */
struct stop {
    const struct hall_scene *entry;
    struct rect from;
};

enum { BACK_MOST = 16 };

/* Scenes count their time from here, so that a moment of 0 in a state is none. */
enum { VISIT_START = 1000 };

/* What a visitor may set for this visit. */
struct modes {
    bool large;    /* text */
    bool contrast; /* high */
    bool low;      /* everything within reach from a wheelchair */
};

/* A sheet over the scene that the bar opens. */
enum sheet { SHEET_NONE, SHEET_MODES, SHEET_LANGUAGES };

/* How a change of scene is shown: into a card, back out of it, or on to what comes next. */
enum way { WAY_CUT, WAY_INTO, WAY_OUT, WAY_NEXT };

struct transition {
    enum way way; /* WAY_CUT while none is under way */
    struct rect card;
    struct rect area; /* of the old picture */
    millis start;
    struct draw_list old; /* the old scene's last picture */
};

struct idle {
    bool visitor;   /* somebody touched something since the reset */
    millis touched; /* when last */
    millis until;   /* so long may they be looking at what is there */
    uint64_t content;
    millis since;        /* when this content came */
    bool counts;         /* its attention counts: it is new since the last touch */
    LIST(uint64_t) seen; /* since the last touch */
    bool asking;         /* "still there?" */
    millis asked;
    struct element_id focused; /* before it was asked */
};

/* What this step will be heard as. */
struct hearing {
    struct sounds scenes; /* the table that scenes are given */
    bool any;
    enum sound_cue cue; /* so far */
};

struct stage {
    struct stage_setup setup;
    const struct hall *hall;
    millis now;
    millis visit;         /* the moment from which scenes count their time */
    uint64_t visits;      /* so far: each has random numbers of its own */
    struct random random; /* the visit's */
    struct scene scene;
    struct metrics metrics;
    struct palette palette;
    const char *language;
    struct modes modes;
    struct stop back[BACK_MOST]; /* the way back, the newest last */
    size_t back_count;
    struct gestures gestures;
    struct focus focus;
    millis deaf_until; /* contacts before belong to the touch that began the visit */
    enum sheet sheet;
    struct idle idle;
    struct hearing hearing;
    struct transition transition;
    char *notice;
    uint64_t offer;            /* what the scene's last frame offered to read and to touch */
    int taps_rehearsed;        /* enum taps of that (rehearsal.c) */
    size_t ways_rehearsed;     /* of the scenes that may come after this one */
    bool language_rehearsed;   /* the other one, of two */
    struct draw_list prepared; /* what of all that is got ready by the next frame */
    /* the last frame */
    struct arena arena;
    struct draw_list list;
    size_t scene_first, scene_end; /* the scene's commands in the list */
    struct elements elements;
    size_t scene_elements; /* the first of them, which are the scene's */
    millis scene_wake;     /* when the scene or what lies over it wants the next one, or -1 */
};

/* stage.c: the time is `now`, or stays what it was where that would go back. */
void stage_advance(struct stage *stage, millis now);

/* visit.c: from the attract loop through the scenes, and back. */

/* Makes everything as before any visit, without a scene. */
void visit_clear(struct stage *stage);
/* Somebody is here: time and random numbers of a visit of its own. */
void visit_begin(struct stage *stage);
/* The hall's code of the language wanted, or of its first. */
const char *visit_language(const struct hall *hall, const char *wanted);
/* The scene of home, and of the attract loop (home where there is none). */
const struct hall_scene *visit_home(const struct stage *stage);
const struct hall_scene *visit_attract(const struct stage *stage);
/* Does what a scene asked for. */
void visit_move(struct stage *stage, const struct move *move);
/* Into a scene; `from` is what was touched, where the movement starts. */
void visit_go(struct stage *stage, const struct hall_scene *entry, struct rect from);
/* Back inside the scene, else to where one came from. */
void visit_back(struct stage *stage);
bool visit_can_go_back(const struct stage *stage);
/* Home, which forgets the way back. */
void visit_go_home(struct stage *stage);
/* Ends the visit and shows the attract loop. */
void visit_end(struct stage *stage);

/* current.c: the scene that is shown. */

/* Fills the scene's env; the stage calls it before each call of the kind. */
void current_see(struct stage *stage);
/* The metrics and colours that a scene is drawn with in the visitor's modes. */
void current_look(const struct stage *stage, const struct hall_scene *entry,
                  struct metrics *metrics, struct palette *palette);
/* Those of the scene that is shown. What comes next must be rehearsed again. */
void current_measure(struct stage *stage);
/* The random numbers of the next scene that the visit comes to. */
struct random current_lot(struct random *visit);
/* Begins the scene with a zeroed state; the one before has been left. */
void current_enter(struct stage *stage, const struct hall_scene *entry);
/* Leaves the scene, if there is one, and wipes its state. */
void current_leave(struct stage *stage);
bool current_is_fullscreen(const struct stage *stage);
/* Leaves the one and enters the other. */
void current_change(struct stage *stage, const struct hall_scene *entry, enum way way,
                    struct rect card);
/* Lets go of every finger, without telling the scene that is about to be left. */
void current_drop_fingers(struct stage *stage);

/* bar.c: draws the bar; a tap on one of its buttons is taken (true). */
void bar_draw(struct stage *stage, struct scene_frame *frame);
bool bar_gesture(struct stage *stage, const struct gesture *gesture);
/* The code of the language that a touch switches to; NULL where there are not two. */
const char *bar_other_language(const struct stage *stage);
/* Switches to what was chosen; a language that the hall does not speak is logged and not taken. */
void bar_set_language(struct stage *stage, const char *language);
void bar_set_modes(struct stage *stage, struct modes modes);

/* sheet.c: the modes or the languages to choose from. Gestures of its own elements are taken. */
void sheet_open(struct stage *stage, enum sheet sheet);
void sheet_close(struct stage *stage);
void sheet_draw(struct stage *stage, struct scene_frame *frame);
bool sheet_gesture(struct stage *stage, const struct gesture *gesture);

/* idle.c: "still there?", and the end of a visit that nobody ends. */

/* As if nobody had been here. */
void idle_clear(struct idle *idle);
/* Somebody did something. */
void idle_touched(struct stage *stage);
/* Notes what the frame showed and how long it may be looked at. */
void idle_note(struct stage *stage, const struct scene_frame *frame);
/* Lets time pass: may ask, may end the visit. */
void idle_pass(struct stage *stage);
/* When idle_pass has something to do next, or -1. */
millis idle_due(const struct stage *stage);
void idle_draw(struct stage *stage, struct scene_frame *frame);
/* Somebody is still there. */
void idle_stay(struct stage *stage);

/* hearing.c: what is heard of a visit; the rules are in stage.h. */

/* Begins hearing scenes. */
void hearing_init(struct stage *stage);
/* Something that was touched is about to do its work: it may stop the film that is playing now. */
void hearing_touched(struct stage *stage);
/* At the end of a step: plays what came together in it. */
void hearing_play(struct stage *stage);
/* Forgets it. */
void hearing_drop(struct stage *stage);

/* notice.c: draws what stage_notice was told, above everything. */
void notice_draw(struct stage *stage);

/* transition.c: begin before the old scene leaves; open and close around the new one's drawing. */
void transition_begin(struct stage *stage, enum way way, struct rect card);
void transition_end(struct stage *stage);
void transition_pass(struct stage *stage);
void transition_open(struct stage *stage);
void transition_close(struct stage *stage);

/* reach.c: keeps what can be touched between 380 and 1,220 mm above the floor (ADA 308): the bar
   above the lower limit always, the scene below the upper one when `low`. */
void reach_apply(struct metrics *metrics, const struct settings_panel *panel, bool low);
bool reach_is_needed(const struct metrics *metrics, const struct settings_panel *panel);

/* rehearsal.c: has the next frame get ready what was rehearsed. */
void rehearsal_draw(struct stage *stage);
/* The scene has drawn: what a touch leads to must be rehearsed again if there is something new. */
void rehearsal_note(struct stage *stage, const struct scene_frame *frame);
/* Whatever was rehearsed looks otherwise now. */
void rehearsal_forget(struct stage *stage);

/* documents.c: whether two documents of one kind say the same. */
bool documents_equal(const struct document_kind *kind, const void *a, const void *b);

#endif
