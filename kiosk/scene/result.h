/* Results: how a round went, what the exhibition says to it, and the ways on. */
#ifndef SCENE_RESULT_H
#define SCENE_RESULT_H

#include "content/check.h"
#include "scene/pieces.h"

/* What a curator has to say to those who had at least so many percent right. */
struct result_words {
    int from;
    struct text title, words;
};

/* The rows of a list of struct result_words, for a kind's table: see RESULTS_ROW. */
extern const struct schema result_schema;

enum { RESULTS_MOST = 5 };

/* The row of a kind's `results`. */
#define RESULTS_ROW(struct_type)                                                                   \
    ROW_LIST(struct_type, results, &result_schema, .max = RESULTS_MOST,                            \
             .help = {"结果页的话，按百分比从低到高，第一条从 0 起",                               \
                      "what the result says, by rising percent, the first from 0"})

/* Reports results that leave somebody without words, or stand in the wrong order. */
void result_check(const struct items *results, struct document_check *check);

struct result {
    const char *kicker; /* the score in words */
    int score, of;      /* very large */
    uint64_t right;     /* a bit for each of `of` that was right */
    bool unmarked;      /* they are not shown one by one */
    struct items words; /* struct result_words */
};

/* Answers a tap on one of a result's ways: on to what comes after the scene, or `again`. */
struct move result_tap(struct scene *scene, struct element_id id, void (*again)(struct scene *));

/* Draws what was done, from y down in a column; returns the y below. */
typedef float result_words_drawn(struct scene *scene, struct scene_frame *frame, const void *self,
                                 struct rect column, float y);

/* A page with what `draw` draws of `self`, the scene's picture and the ways on. Fills the metrics'
   content. Returns where the picture lies; w == 0: there is no room for it. */
struct rect result_page_draw(struct scene *scene, struct scene_frame *frame,
                             result_words_drawn *draw, const void *self, struct scroll *scroll);

/* The same with a score. */
struct rect result_draw(struct scene *scene, struct scene_frame *frame, const struct result *result,
                        struct scroll *scroll);

#endif
