/* The stage: the current scene, the way back, the bar, the attract loop, idle and reset. */
#ifndef STAGE_STAGE_H
#define STAGE_STAGE_H

#include "base/buffer.h"
#include "content/hall.h"
#include "content/settings.h"
#include "draw/list.h"
#include "draw/theme.h"
#include "input/touch.h"
#include "scene/scene.h"

/* Beside the scene's elements a frame has the stage's, whose names no kind may use: the bar's
   home.0, back.0, reach.0, language.0 and modes.0; in what the bar opens mode.0 (large text),
   mode.1 (high contrast), tongue.N, done.0 and sheet.0 (beside it); still-there.0 and stay.0 while
   it asks.

   What is heard of a visit: at most one cue each time something comes in or time passes, and that
   the one that says most. A touch sounds when a tap, Enter or Escape works something, and when it
   begins a visit; a scene's own cue takes its place. While a film plays nothing sounds at all: the
   film itself answers, by standing still, by going elsewhere, by its volume, and a note would cover
   a word of it. Nothing sounds while "still there?" waits, nor for what a reset does. */
struct stage;

/* What the stage is given; all of it outlives the stage. */
struct stage_setup {
    const struct settings *settings;
    struct theme *theme;
    struct fonts *fonts;
    struct player *player;
    const struct sounds *sounds; /* NULL: nothing is heard */
    int width, height;           /* the screen's physical pixels, rotation applied */
    uint64_t seed;               /* of the visit's random numbers */
    const char *language;        /* overrides the settings', or NULL */
    const char *start;           /* overrides the settings' `show`, or NULL */
    bool fluid;                  /* a graphics device draws */
    bool moving;                 /* false: transitions end at once (pictures for tests) */
};

/* Starts in the attract loop (or in `start`'s scene if one is named). Of a hall
   with errors only what hall_scene finds is shown. It stays the caller's until stage_hall replaced
   it. */
struct stage *stage_create(const struct stage_setup *setup, const struct hall *hall, millis now);
void stage_destroy(struct stage *stage);

/* Takes up a newly loaded hall, keeping the place: the same scene if it is still there, its state
   if the kind is the same and its document unchanged, else from its start. */
void stage_hall(struct stage *stage, const struct hall *hall, millis now);

/* A finger or a key. `now` never goes back. */
void stage_touch(struct stage *stage, const struct touch *touch);
void stage_key(struct stage *stage, enum key key, millis now);

/* Lets time pass, and draws. The list stays the stage's and is valid until the next call. `*wake`
   is the moment when the next frame is wanted, -1 for not before something happens. */
const struct draw_list *stage_frame(struct stage *stage, millis now, millis *wake);

/* The elements of the last frame, for scripts. */
const struct elements *stage_elements(const struct stage *stage);

/* Back to the attract loop as after a visit that ended: everything is reset. */
void stage_reset(struct stage *stage, millis now);

/* The id of the scene that is shown, and a walk script of its kind ("" if it has none). */
const char *stage_scene(const struct stage *stage);
void stage_walk(struct stage *stage, struct buffer *out);

/* Goes straight to a scene, as a touch on its card would. False if there is none of that id. */
bool stage_go(struct stage *stage, const char *id, millis now);

/* Switches the language as the bar's button does; one that the hall does not speak is logged. */
void stage_language(struct stage *stage, const char *language, millis now);

/* Words and their place on the screen for a mistake in a scene file, shown until NULL replaces
   them (with --window). */
void stage_notice(struct stage *stage, const char *words);

/* Everything a visit could have changed: scene, back stack, focus, fingers, language, modes,
   volume, player, the bytes of the scene's state. Two stages that dump alike are alike. */
void stage_dump(const struct stage *stage, struct buffer *out);

#endif
