/* The question bank: questions that quizzes share, by zone and difficulty. */
#ifndef CONTENT_BANK_H
#define CONTENT_BANK_H

#include "base/arena.h"
#include "content/schema.h"

struct document_check;

enum { QUESTION_ANSWERS = 6 }; /* the most that a question may have */

enum difficulty { DIFFICULTY_EASY, DIFFICULTY_MEDIUM, DIFFICULTY_HARD };

struct question_answer {
    struct text text;
    struct asset picture;
    bool right;
};

/* One question, in a quiz of its own or in the bank. */
struct bank_question {
    struct text question;
    struct asset picture;
    struct items answers; /* struct question_answer */
    struct text why;
    int difficulty; /* enum difficulty */
};

/* A file below scenes/questions/. */
struct bank_document {
    const char *zone; /* the id of the zone that its questions are about */
    struct items questions;
};

struct bank {
    const struct bank_document *files;
    size_t count;
};

/* Which of the bank's questions are wanted. */
struct bank_choice {
    struct items zones;      /* const char *: zones' ids; none chooses nothing */
    struct items difficulty; /* int, enum difficulty; none is every one */
};

extern const struct schema question_schema;    /* of struct bank_question */
extern const struct schema bank_schema;        /* of struct bank_document */
extern const struct schema bank_choice_schema; /* of struct bank_choice */

/* The questions in `own`, and behind them those of the bank that `choice` wants and that can be
   asked (with mistakes in the bank some cannot), the easy ones first. In `arena`, the texts shared
   with the bank. */
struct items bank_choose(const struct bank *bank, const struct bank_choice *choice,
                         const struct items *own, struct arena *arena);

/* A bit for each right answer. */
unsigned question_right(const struct bank_question *question);

/* Reports what no row can say of the first `count` questions of the document's `questions`. */
void question_check(const struct items *questions, size_t count, struct document_check *check);

#endif
