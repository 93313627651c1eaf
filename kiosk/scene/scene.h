/* The contract: what a scene kind is, what a scene sees, and the move it returns. */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include "base/buffer.h"
#include "base/clock.h"
#include "base/random.h"
#include "content/hall.h"
#include "content/kind.h"
#include "draw/list.h"
#include "draw/text.h"
#include "draw/theme.h"
#include "input/element.h"
#include "input/gesture.h"
#include "media/player.h"
#include "sound/sounds.h"

/* What a scene sees of the world. Filled anew by the stage before every call; read-only. */
struct scene_env {
    const struct hall *hall;
    const char *language; /* "zh" */
    const struct theme *theme;
    struct palette palette;
    struct metrics metrics;
    struct fonts *fonts;
    struct player *player;
    const struct sounds *sounds; /* for scene_sound */
    millis now;                  /* the visit's clock */
    bool fluid;                  /* a graphics device draws: a movement may use every frame */
    struct arena *frame;         /* for strings and scratch that die with the frame */
};

/* A scene on the stage. The document is checked and read-only; the state is the kind's
   `state_size` bytes, zeroed before enter and wiped after leave; it holds no pointers, for it
   outlives an exhibition that is loaded anew. */
struct scene {
    const struct scene_kind *kind;
    const struct hall_scene *entry;
    const void *document;
    void *state;
    struct random random; /* seeded by the stage for each visit */
    struct scene_env env;
};

/* What a scene asks of the stage: the only way it changes anything but its own state. */
enum move_type {
    MOVE_STAY,
    MOVE_GO,   /* into `scene`; `from` is what was touched, where the movement starts */
    MOVE_NEXT, /* what comes after this scene; the zone's page after its last */
    MOVE_BACK,
    MOVE_HOME,
};

struct move {
    enum move_type type;
    const char *scene; /* an id of the hall */
    struct rect from;
};

#define STAY ((struct move){.type = MOVE_STAY})

/* What a frame is put together in. The kind draws and registers; the stage adds the bar. */
struct scene_frame {
    struct draw_list *draw;
    struct elements *elements;
    const struct gestures *gestures; /* for pressed states */
    const struct element *focused;   /* where the ring goes, or NULL; the stage draws it */
    millis wake;      /* when the scene wants its next frame: a moment, or -1 for never.
                         frame_wake() keeps the earliest. env.now asks for the next one. */
    millis attention; /* how long a visitor may look at this without touching it: reading at
                         reading speed, a video's length once. Since the last `content` change */
    uint64_t content; /* changes when there is something new to read or to watch */
};

void frame_wake(struct scene_frame *frame, millis when);

/* Adds reading time for words shown: 4 Chinese characters or 2 Latin words a second, half the
   pace of an adult reading silently (Brysbaert 2019 for English). */
void frame_reading(struct scene_frame *frame, const char *words);

struct scene_kind {
    struct document_kind document; /* first: the content room sees only this part */
    size_t state_size;

    /* All but draw may be NULL. None blocks, none keeps `scene->env` or a frame pointer. What may
       come next is rehearsed on another thread, without player and sounds: a scene in a state of
       its own (enter, draw, leave), and, of kinds without leave, what a tap on each element would
       show, in a copy of the state (gesture, tick, draw). */
    void (*enter)(struct scene *scene);
    void (*leave)(struct scene *scene);
    struct move (*gesture)(struct scene *scene, const struct gesture *gesture);
    struct move (*tick)(struct scene *scene); /* before each frame: time passed, the player moved */
    void (*draw)(struct scene *scene, struct scene_frame *frame);
    /* Whether there is something inside the scene to go back to first (a page before, the whole of
       a picture that is close); `back` does it, and is called only then. */
    bool (*is_inside)(const struct scene *scene);
    void (*back)(struct scene *scene);
    /* Writes a touch script (input/script.h) to `out` that reaches every state worth seeing from
       a fresh start, with `shot NAME` at each. For pictures, tests and the tour. */
    void (*walk)(const struct scene *scene, struct buffer *out);
    /* How long it takes, for its card: "4 pages", "45 seconds". The menu writes the kind's title
       before it. */
    void (*describe)(const void *document, const char *language, struct buffer *out);
    /* Writes a graph of the document in Graphviz's language, for `kiosk map`: what branches. */
    void (*map)(const void *document, const char *language, struct buffer *out);

    bool fullscreen; /* no bar, and any touch anywhere leaves it: the attract loop */
};

/* The kind of an entry: document_kind is the first member of scene_kind. */
static inline const struct scene_kind *scene_kind_of(const struct hall_scene *entry) {
    return (const struct scene_kind *)entry->kind;
}

/* Makes a moment of the scene heard: an answer judged, an end come to. That something was touched
   the stage says itself; what a scene says in the same moment is heard instead. */
static inline void scene_sound(const struct scene *scene, enum sound_cue cue) {
    if (scene->env.sounds) {
        scene->env.sounds->play(scene->env.sounds->self, cue);
    }
}

/* A text of the document in the visitor's language. */
static inline const char *scene_text(const struct scene *scene, const struct text *text) {
    return text_in(text, scene->env.language);
}

#endif
