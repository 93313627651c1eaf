/* A visit replayed without a display: a stage under a made-up clock, drawn into memory. */
#ifndef COMMANDS_REPLAY_H
#define COMMANDS_REPLAY_H

#include "commands/exhibit.h"
#include "stage/stage.h"

#include <SDL_surface.h>

struct replay;

/* Sees every frame of a replay, for who draws or measures it elsewhere. */
struct replay_watch {
    void (*begin)(void *self); /* something happens, or time has passed, and a frame will follow */
    void (*frame)(void *self, const struct draw_list *list);
    void *self;
};

struct replay_setup {
    const struct exhibition *exhibition;
    const struct settings *settings;
    const char *language;
    int width, height; /* physical pixels */
    uint64_t seed;
    const struct sounds *sounds;      /* hears what would be played; NULL: nobody does */
    bool moving;                      /* transitions take their time */
    const struct replay_watch *watch; /* NULL: nobody watches; else stays valid */
    struct fonts *fonts;              /* of who draws it elsewhere; NULL: the replay's own */
};

/* NULL, with a line in the log, when there is no font. */
struct replay *replay_create(const struct replay_setup *setup);
void replay_destroy(struct replay *replay);

/* Called at each `shot NAME` with the frame as drawn; the surface stays the replay's. */
typedef void replay_shot(void *self, const char *name, const SDL_Surface *picture);

/* Replays a touch script from where the visit is. False, with what is wrong in `error`. */
bool replay_script(struct replay *replay, const char *script, replay_shot *shot, void *self,
                   char *error, size_t error_size);

/* The stage that is played; it stays the replay's. */
struct stage *replay_stage(struct replay *replay);

/* The fonts that it is set in; they stay whose they are. */
struct fonts *replay_fonts(struct replay *replay);

/* The moment on the replay's clock. */
millis replay_now(const struct replay *replay);

/* The draw list of the last frame. */
const struct draw_list *replay_list(const struct replay *replay);

#endif
