/* Stories: moments joined by choices, what is remembered on the way, and every way there is. */
#ifndef SCENE_STORY_H
#define SCENE_STORY_H

#include <stdbool.h>
#include <stdint.h>

enum {
    STORY_MOMENTS = 40,
    STORY_CHOICES = 4,
    STORY_WORDS = 12, /* different things that can be remembered */
    STORY_LIST = 6,   /* conditions of one thing; things remembered by one choice; lines added */
    STORY_COUNT_MOST = 7,
};

enum story_ending { ENDING_NONE, ENDING_GOOD, ENDING_MIXED, ENDING_BAD };

/* "leaks 2" holds from the second time on, "not told" while it never was. */
struct story_condition {
    int word; /* an index into the story's words */
    bool none;
    uint8_t least;
};

/* All must hold. */
struct story_when {
    struct story_condition all[STORY_LIST];
    int count;
};

struct story_choice {
    int to; /* a moment; -1: none of that name, it is never offered */
    struct story_when when;
    int remembers[STORY_LIST]; /* indices into the story's words, each counted once more */
    int remember_count;
};

struct story_moment {
    const char *name;
    enum story_ending ending;
    struct story_choice choices[STORY_CHOICES];
    int choice_count;
    struct story_when also[STORY_LIST]; /* when each of its added lines is shown */
    int also_count;
};

/* The first moment is where it begins. Zeroed it is empty. */
struct story {
    struct story_moment moments[STORY_MOMENTS];
    int count;
    const char *words[STORY_WORDS];
    int word_count;
};

/* The index of a moment, or of a word that is remembered somewhere; -1 for none. */
int story_moment_named(const struct story *story, const char *name);
int story_word_named(const struct story *story, const char *name);

/* Reads "leaks", "not leaks" or "leaks 2". False if no choice remembers that word, or it is not
   written so; `word` gets what it names, `size` bytes at most. */
bool story_condition_read(const struct story *story, const char *text,
                          struct story_condition *condition, char *word, int size);

/* Where somebody is in it. Zeroed it is the beginning. */
struct story_state {
    int at;
    uint8_t counts[STORY_WORDS];
};

/* Whether every condition holds; none is always true. */
bool story_holds(const struct story_when *when, const struct story_state *state);

/* Whether that choice of the present moment is offered. */
bool story_offers(const struct story *story, const struct story_state *state, int choice);

/* Takes it: remembers, and goes on. */
void story_take(const struct story *story, struct story_state *state, int choice);

enum { STORY_ANY_ENDING = -1 };

/* The fewest choices that lead from a state to a moment, or to any ending: how many, -1 if there is
   no such way or more than `most` would be needed. */
int story_path(const struct story *story, const struct story_state *from, int target,
               uint8_t *choices, int most);

/* What every way through it comes to. */
struct story_findings {
    bool reached[STORY_MOMENTS];
    bool offered[STORY_MOMENTS][STORY_CHOICES];
    bool shown[STORY_MOMENTS][STORY_LIST]; /* added lines */
    bool stuck[STORY_MOMENTS]; /* somebody who comes there so or so can reach no ending any more */
    bool too_many;             /* ways to be followed: what is found is not all */
};

/* Follows every choice from the beginning. Where that is too much, what was found till then is
   true, `stuck` is not known, and what is false may be. */
void story_explore(const struct story *story, struct story_findings *findings);

#endif
