/* A scene kind with a key of every field type, for tests of the content room. */
#ifndef TESTS_SAMPLE_KIND_H
#define TESTS_SAMPLE_KIND_H

#include "content/check.h"
#include "content/kind.h"

struct sample_question {
    struct text question, note;
    bool right;
};

struct sample_frame {
    float width;
    struct text label;
};

struct sample {
    struct text words;
    const char *word;
    struct asset image, audio, video;
    const char *scene;
    struct colour colour;
    millis time_limit;
    int count;
    float size;
    bool loop;
    int mood;
    struct rect place;
    struct pair at;
    struct items scenes, lines, questions;
    struct sample_frame frame;
};

enum { SAMPLE_UNLUCKY = 13 };

static const struct schema_row sample_question_rows[] = {
    ROW_TEXT(struct sample_question, question, .required = true, .max = 20,
             .example = "{zh: 谁在门口？, en: Who is there?}", .help = {"问题", "the question"}),
    ROW_TEXT(struct sample_question, note, .help = {"说明", "a note"}),
    ROW_BOOLEAN(struct sample_question, right, .fallback = "no",
                .help = {"对不对", "whether it is right"}),
    ROW_END,
};
static const struct schema sample_question_schema = {
    "test.question", sizeof(struct sample_question), sample_question_rows};

static const struct schema_row sample_frame_rows[] = {
    ROW_NUMBER(struct sample_frame, width, .required = true, .min = 1, .max = 10, .example = "2",
               .help = {"宽度", "its width"}),
    ROW_TEXT(struct sample_frame, label, .help = {"标签", "its label"}),
    ROW_END,
};
static const struct schema sample_frame_schema = {"test.frame", sizeof(struct sample_frame),
                                                  sample_frame_rows};

static const struct choice sample_moods[] = {
    {"calm", {"安静", "quiet"}}, {"bright", {"明亮", "light"}}, {"dark", {"昏暗", "dim"}}, {0}};

static const struct schema_row sample_rows[] = {
    ROW_TEXT(struct sample, words, .help = {"文字", "words"}),
    ROW_WORD(struct sample, word, .max = 8, .fallback = "none", .help = {"词", "a word"}),
    ROW_IMAGE(struct sample, image, .help = {"图片", "a picture"}),
    ROW_AUDIO(struct sample, audio, .help = {"声音", "a sound"}),
    ROW_VIDEO(struct sample, video, .help = {"影片", "a film"}),
    ROW_SCENE(struct sample, scene, .help = {"场景", "a scene"}),
    ROW_COLOUR(struct sample, colour, .fallback = "\"#2EC4A6\"", .help = {"颜色", "a colour"}),
    ROW_DURATION(struct sample, time_limit, .min = 5000, .max = 120000, .fallback = "20s",
                 .help = {"时间", "the time there is"}),
    ROW_INTEGER(struct sample, count, .min = 0, .max = 50, .fallback = "3",
                .help = {"数目", "how many"}),
    ROW_NUMBER(struct sample, size, .min = 0.5, .max = 2.5, .fallback = "1.5",
               .help = {"大小", "how large"}),
    ROW_BOOLEAN(struct sample, loop, .fallback = "yes", .help = {"循环", "again and again"}),
    ROW_CHOICE(struct sample, mood, .choices = sample_moods, .fallback = "bright",
               .help = {"气氛", "the mood"}),
    ROW_RECT(struct sample, place, .fallback = "[0, 0, 1, 1]", .help = {"位置", "the place"}),
    ROW_PAIR(struct sample, at, .min = 0, .max = 1, .help = {"点", "a point"}),
    ROW_LIST_OF(struct sample, scenes, &((const struct schema_row){.type = FIELD_SCENE}), .min = 1,
                .max = 3, .help = {"几个场景", "some scenes"}),
    ROW_LIST_OF(struct sample, lines, &((const struct schema_row){.type = FIELD_TEXT}),
                .help = {"几行", "some lines"}),
    ROW_LIST(struct sample, questions, &sample_question_schema, .min = 1, .max = 2,
             .help = {"几个问题", "some questions"}),
    ROW_GROUP(struct sample, frame, struct sample_frame, &sample_frame_schema,
              .help = {"边框", "the frame"}),
    ROW_END,
};
static const struct schema sample_schema = {"test", sizeof(struct sample), sample_rows};

static void sample_check(const void *document, struct document_check *check) {
    const struct sample *sample = document;
    if (sample->count == SAMPLE_UNLUCKY) {
        check_report(check, "count", "count 不能是 13：换一个数",
                     "count cannot be 13: take another");
    }
    for (size_t i = 0; i < sample->questions.count; i++) {
        const struct sample_question *question = ITEM(sample->questions, struct sample_question, i);
        if (question->right && question->note.count == 0) {
            check_report(check, i == 0 ? "questions.0.right" : "questions.1.right",
                         "right 是 yes 时要写 note", "with right: yes there must be a note");
        }
    }
}

static const struct document_kind sample_kind = {
    "test", {"样本", "sample"}, {"看一看。", "Look at it."}, &sample_schema, NULL, sample_check};
static const struct document_kind sample_menu = {
    "menu", {"菜单", "menu"}, {"选一个。", "Choose one."}, &sample_frame_schema, NULL, NULL};

#endif
