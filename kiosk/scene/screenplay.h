/* Screenplays: the drama of a scenario as a curator writes it, and what can be wrong with it. */
#ifndef SCENE_SCREENPLAY_H
#define SCENE_SCREENPLAY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "content/check.h"
#include "content/schema.h"
#include "scene/story.h"

struct bank;

struct screenplay_also {
    struct items when; /* const char * */
    struct text words;
};

struct screenplay_choice {
    struct text label;
    const char *to;
    struct items remembers, when; /* const char * */
    int good;                     /* enum turn */
    struct text turning;
};

enum turn { TURN_NONE, TURN_GOOD, TURN_BAD };

struct screenplay_moment {
    const char *name;
    int look; /* enum line_look */
    struct asset picture;
    struct text who, title, words, link;
    struct items also;    /* struct screenplay_also */
    struct items choices; /* struct screenplay_choice */
    int ending;           /* enum story_ending */
};

struct screenplay {
    struct text lead;
    struct items moments;      /* struct screenplay_moment */
    const struct story *story; /* the same as a graph, by screenplay_bind */
};

extern const struct schema screenplay_schema;

/* For a kind's table: see struct document_kind and struct scene_kind. */
void screenplay_bind(void *self, const struct bank *bank, struct arena *arena);
void screenplay_check(const void *self, struct document_check *check);
void screenplay_map(const void *document, const char *language, struct buffer *out);

/* Parts of it, by their place in its lists. */
const struct screenplay_moment *screenplay_moment(const struct screenplay *document, int moment);
const struct screenplay_choice *screenplay_choice(const struct screenplay_moment *moment,
                                                  int choice);
const struct screenplay_also *screenplay_also(const struct screenplay_moment *moment, int also);

#endif
