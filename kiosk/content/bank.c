/* The question bank: questions that quizzes share, by zone and difficulty. */
#include "content/bank.h"

#include "content/check.h"

#include <stdio.h>
#include <string.h>

enum { QUESTIONS_A_FILE = 200, ZONES_MOST = 8, DIFFICULTIES = DIFFICULTY_HARD + 1 };

static const struct choice difficulties[] = {
    [DIFFICULTY_EASY] = {"easy", {"容易", "easy"}},
    [DIFFICULTY_MEDIUM] = {"medium", {"中等", "in between"}},
    [DIFFICULTY_HARD] = {"hard", {"难", "hard"}},
    {0},
};

static const struct schema_row answer_rows[] = {
    ROW_TEXT(struct question_answer, text, .max = 90, .example = "{zh: 先挂断, en: Hang up first}",
             .help = {"答案的文字；有图片时可以不写", "the answer; not needed beside a picture"}),
    ROW_IMAGE(struct question_answer, picture, .example = "assets/pictures/lock.svg",
              .help = {"答案的图片", "the answer as a picture"}),
    ROW_BOOLEAN(struct question_answer, right, .fallback = "no", .example = "yes",
                .help = {"是不是正确答案；可以不止一个", "whether it is right; several may be"}),
    ROW_END,
};
static const struct schema answer_schema = {"question.answer", sizeof(struct question_answer),
                                            answer_rows};

static const struct schema_row question_rows[] = {
    ROW_TEXT(struct bank_question, question, .required = true, .max = 160,
             .example = "{zh: 陌生来电要验证码，怎么办？, en: A stranger asks for your code. Now?}",
             .help = {"问题", "the question"}),
    ROW_IMAGE(struct bank_question, picture, .example = "assets/pictures/call.svg",
              .help = {"问题旁边的图片", "a picture beside the question"}),
    ROW_LIST(struct bank_question, answers, &answer_schema, .required = true, .min = 2,
             .max = QUESTION_ANSWERS,
             .help = {"两到六个答案，至少一个对、一个错",
                      "two to six answers, at least one right and one wrong"}),
    ROW_TEXT(struct bank_question, why, .required = true, .max = 400,
             .example = "{zh: 验证码等于钥匙。, en: The code is the key.}",
             .help = {"作答之后说明为什么", "why, told after the answer"}),
    ROW_CHOICE(struct bank_question, difficulty, .choices = difficulties, .fallback = "medium",
               .example = "easy", .help = {"有多难", "how hard it is"}),
    ROW_END,
};
const struct schema question_schema = {"question", sizeof(struct bank_question), question_rows};

static const struct schema_row bank_rows[] = {
    ROW_WORD(struct bank_document, zone, .required = true, .max = 64, .example = "personal",
             .help = {"这些题属于哪个展区", "the zone that its questions are about"}),
    ROW_LIST(struct bank_document, questions, &question_schema, .required = true, .min = 1,
             .max = QUESTIONS_A_FILE, .help = {"题目", "the questions"}),
    ROW_END,
};
const struct schema bank_schema = {"questions", sizeof(struct bank_document), bank_rows};

static const struct schema_row choice_rows[] = {
    ROW_LIST_OF(struct bank_choice, zones, &((const struct schema_row){.type = FIELD_WORD}),
                .required = true, .min = 1, .max = ZONES_MOST, .example = "[personal]",
                .help = {"从哪些展区的题里抽", "the zones whose questions are drawn from"}),
    ROW_LIST_OF(
        struct bank_choice, difficulty,
        &((const struct schema_row){.type = FIELD_CHOICE, .choices = difficulties}), .min = 1,
        .max = DIFFICULTIES, .example = "[easy, medium]",
        .help = {"哪些难度的题；不写就是全部", "which difficulties; without it all of them"}),
    ROW_END,
};
const struct schema bank_choice_schema = {"bank", sizeof(struct bank_choice), choice_rows};

static bool wants_zone(const struct bank_choice *choice, const char *zone) {
    for (size_t i = 0; zone && i < choice->zones.count; i++) {
        const char *wanted = *ITEM(choice->zones, const char *, i);
        if (wanted && strcmp(wanted, zone) == 0) {
            return true;
        }
    }
    return false;
}

static bool wants_difficulty(const struct bank_choice *choice, int difficulty) {
    for (size_t i = 0; i < choice->difficulty.count; i++) {
        if (*ITEM(choice->difficulty, int, i) == difficulty) {
            return true;
        }
    }
    return choice->difficulty.count == 0;
}

/* A file that has mistakes may hold a question without answers to choose from. */
static bool can_be_asked(const struct bank_question *question) {
    return question->answers.count > 1 && question_right(question) != 0;
}

/* Goes through what is wanted of one difficulty; with `out` copies it there. */
static size_t gather(const struct bank *bank, const struct bank_choice *choice, int difficulty,
                     struct bank_question *out) {
    size_t count = 0;
    for (size_t i = 0; i < bank->count && wants_difficulty(choice, difficulty); i++) {
        const struct bank_document *file = &bank->files[i];
        for (size_t k = 0; wants_zone(choice, file->zone) && k < file->questions.count; k++) {
            const struct bank_question *question = ITEM(file->questions, struct bank_question, k);
            if (question->difficulty != difficulty || !can_be_asked(question)) {
                continue;
            }
            if (out) {
                out[count] = *question;
            }
            count++;
        }
    }
    return count;
}

struct items bank_choose(const struct bank *bank, const struct bank_choice *choice,
                         const struct items *own, struct arena *arena) {
    size_t count = own->count;
    for (int difficulty = 0; difficulty < DIFFICULTIES; difficulty++) {
        count += gather(bank, choice, difficulty, NULL);
    }
    if (count == own->count) {
        return *own;
    }
    struct bank_question *all = ARENA_ARRAY(arena, struct bank_question, count);
    if (own->count > 0) {
        memcpy(all, own->items, own->count * sizeof *all);
    }
    size_t at = own->count;
    for (int difficulty = 0; difficulty < DIFFICULTIES; difficulty++) {
        at += gather(bank, choice, difficulty, &all[at]);
    }
    return (struct items){all, count};
}

unsigned question_right(const struct bank_question *question) {
    unsigned right = 0;
    for (size_t i = 0; i < question->answers.count; i++) {
        right |= ITEM(question->answers, struct question_answer, i)->right ? 1U << i : 0;
    }
    return right;
}

static void check_one(const struct bank_question *question, size_t index,
                      struct document_check *check) {
    char path[64];
    snprintf(path, sizeof path, "questions.%zu.answers", index);
    unsigned right = question_right(question);
    if (right == 0) {
        check_report(check, path, "没有一个答案是对的：给正确的答案写上 right: yes",
                     "no answer is right: write right: yes beside the one that is");
    } else if (right == (1U << question->answers.count) - 1) {
        check_report(check, path, "所有答案都是对的：至少要有一个错的",
                     "every answer is right: at least one must be wrong");
    }
    for (size_t i = 0; i < question->answers.count; i++) {
        const struct question_answer *answer = ITEM(question->answers, struct question_answer, i);
        if (text_is_empty(&answer->text) && !answer->picture.path) {
            snprintf(path, sizeof path, "questions.%zu.answers.%zu", index, i);
            check_report(check, path, "答案既没有文字也没有图片：写上 text 或 picture",
                         "the answer has neither words nor a picture: give it text or picture");
        }
    }
}

void question_check(const struct items *questions, size_t count, struct document_check *check) {
    for (size_t i = 0; i < count; i++) {
        check_one(ITEM(*questions, struct bank_question, i), i, check);
    }
}
