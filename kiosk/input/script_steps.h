/* The inside of touch scripts: the steps of script.c's table, and what they read and do. */
#ifndef INPUT_SCRIPT_STEPS_H
#define INPUT_SCRIPT_STEPS_H

#include "base/buffer.h"
#include "input/script.h"

/* A script while it is played. */
struct script {
    struct script_player *player;
    struct buffer error; /* what cannot be followed, without the line's number */
    bool pressing;       /* `press` came without its `release` yet */
    struct point pressed;
};

/* A place to touch: one word names an element, whose middle it is; two are coordinates; three an
   element and a place in it, in fractions. */
struct target {
    struct point at;
    const struct element *element;
};

/* Reads a word as a number, or as a whole number from 0 to 100,000,000. False, with the reason in
   script->error, if it is none. */
bool script_read_number(struct script *script, const char *word, float *number);
bool script_read_count(struct script *script, const char *word, int *count);

/* The element written NAME.INDEX, the topmost, or NULL. It stays as long as the frame. */
const struct element *script_find_element(struct script *script, const char *word);

/* The same, but NULL with an error in script->error that names those there are. */
const struct element *script_read_element(struct script *script, const char *word);

/* Reads one word as an element, which must be on the screen, two as coordinates, three as both.
   False, with the reason in script->error, if they are not. */
bool script_read_target(struct script *script, char *const *words, size_t count,
                        struct target *target);

/* Each plays one step, given the words after its own (as many as its table row allows). False,
   with the reason in script->error, when it cannot be followed. */
bool step_tap(struct script *script, char *const *words, size_t count);
bool step_press(struct script *script, char *const *words, size_t count);
bool step_release(struct script *script, char *const *words, size_t count);
bool step_drag(struct script *script, char *const *words, size_t count);
bool step_swipe(struct script *script, char *const *words, size_t count);
bool step_pinch(struct script *script, char *const *words, size_t count);
bool step_hold(struct script *script, char *const *words, size_t count);
bool step_key(struct script *script, char *const *words, size_t count);
bool step_wait(struct script *script, char *const *words, size_t count);
bool step_random(struct script *script, char *const *words, size_t count);
bool step_shot(struct script *script, char *const *words, size_t count);
bool step_language(struct script *script, char *const *words, size_t count);
bool step_go(struct script *script, char *const *words, size_t count);

/* Reports a contact to whoever replays, at the moment it has. */
void script_touch(struct script_player *player, int64_t finger, enum touch_phase phase,
                  struct point at);

/* Lifts the finger that `press` put down, if it is down. */
void script_lift(struct script *script);

/* `count` touches at random: taps, drags, two fingers, a palm, a key; every finger is lifted. */
void script_random(struct script_player *player, int count);

#endif
