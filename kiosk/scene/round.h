/* A round of questions: which are asked, how their answers stand, what was chosen, the score. */
#ifndef SCENE_ROUND_H
#define SCENE_ROUND_H

#include "base/clock.h"
#include "base/random.h"

#include <stdbool.h>
#include <stdint.h>

enum { ROUND_QUESTIONS = 50, ROUND_POOL = 2000, ROUND_ANSWERS = 6 };

enum round_phase {
    ROUND_ASKING,   /* the question waits for an answer */
    ROUND_ANSWERED, /* why is on the screen */
    ROUND_OVER,     /* the result is */
};

/* Plain state, for a scene's own; zeroed it is a round without questions. Questions and answers
   are spoken of by their index in the document, whatever order they stand in. */
struct round {
    uint16_t asked[ROUND_QUESTIONS]; /* the questions of this visit, in their order */
    uint8_t count;
    uint8_t at;                   /* which of `asked` is up */
    uint8_t order[ROUND_ANSWERS]; /* the present question's answers as they stand */
    uint8_t answers;
    uint8_t right_answers; /* a bit for each right one */
    uint8_t chosen;        /* a bit for each chosen one */
    enum round_phase phase;
    bool timed_out;
    uint64_t right;    /* a bit for each place in `asked` that was answered right */
    millis asked_at;   /* when the present question appeared */
    millis decided_at; /* when it was answered */
};

/* Begins with `draw` of `questions` at random, kept in the document's order; 0 takes all. At most
   ROUND_QUESTIONS are asked, and the first ROUND_POOL drawn from. */
void round_begin(struct round *round, struct random *random, int questions, int draw);

/* Puts the present question up: it has `answers` answers, those in `right` (a bit each) right. */
void round_ask(struct round *round, struct random *random, int answers, unsigned right,
               bool shuffle, millis now);

/* The present question's index in the document. */
int round_question(const struct round *round);

/* Whether more than one answer of the present question is right, so that it must be confirmed. */
bool round_several(const struct round *round);

/* A touch on an answer: decides the question where one answer is right, else takes the answer in
   or out of the choice. Returns whether the question is decided now. */
bool round_choose(struct round *round, int answer, millis now);

/* Confirms what was chosen; false (and nothing happens) while nothing is. */
bool round_confirm(struct round *round, millis now);

/* Decides the question once `limit` has passed: what is chosen then counts. True if it just did. */
bool round_time(struct round *round, millis limit, millis now);

/* Whether the question at place `place` of this round was answered right: all the right answers
   and no other. */
bool round_was_right(const struct round *round, int place);

/* Goes on to the next place, where round_ask is wanted; false when the round is over. */
bool round_advance(struct round *round);

/* Questions answered right so far. */
int round_score(const struct round *round);

#endif
