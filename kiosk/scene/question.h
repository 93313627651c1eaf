/* Questions: one question with its answers and, once it is decided, the reason. */
#ifndef SCENE_QUESTION_H
#define SCENE_QUESTION_H

#include "scene/choice.h"
#include "scene/verdict.h"

/* What to show; filled anew for every frame. */
struct question {
    const char *words;
    const struct asset *picture; /* beside the answers (above them when upright), or NULL */
    const char *hint;            /* a quiet line below the question, or NULL */
    struct choice_card cards[CHOICES_MOST];
    int count;
    struct element_id check_id; /* of a button that confirms; no name: a touch decides */
    const char *check;          /* its label */
    bool can_check;
    bool decided; /* cards say what became of them, and the verdict is shown */
    millis decided_at;
    struct verdict verdict;
};

/* Part of a scene's state: zero it for every new question. */
struct question_state {
    struct scroll scroll;     /* of question and answers */
    struct scroll why_scroll; /* of the reason */
    bool settled;             /* what was decided has come into view */
    float scrolled;           /* where the answers stood when it was decided, or touched */
    struct element_id answer; /* the last one touched */
    struct point finger;      /* of that touch */
    millis touched_at;
    bool touched;
    bool coming; /* the answer comes into view as a whole */
};

/* Tells of a touch on an answer, which answers from under the finger. */
void question_touched(struct question_state *state, const struct gesture *gesture, millis now);

/* Takes drags and steps of the elements that scroll. */
void question_gesture(struct question_state *state, const struct gesture *gesture);

/* Draws from `y` down to the lower edge of the metrics' content. */
void question_draw(struct scene *scene, struct scene_frame *frame, struct question_state *state,
                   struct question *question, float y);

#endif
