/* Schema tables: the one description of a document's keys, from which everything else comes. */
#ifndef CONTENT_SCHEMA_H
#define CONTENT_SCHEMA_H

#include "content/types.h"

#include <stddef.h>

/* What a row's value is, and the C type it is stored as. */
enum field_type {
    FIELD_TEXT,     /* struct text: localized */
    FIELD_WORD,     /* const char *: one plain string, the same in every language */
    FIELD_IMAGE,    /* struct asset */
    FIELD_AUDIO,    /* struct asset */
    FIELD_VIDEO,    /* struct asset */
    FIELD_SCENE,    /* const char *: the id of a scene that exists, "personal/phishing" */
    FIELD_COLOUR,   /* struct colour: "#2EC4A6" */
    FIELD_DURATION, /* millis: 20s, 1.5s, 300ms, 2min */
    FIELD_INTEGER,  /* int */
    FIELD_NUMBER,   /* float */
    FIELD_BOOLEAN,  /* bool: true/false, yes/no, on/off, 是/否 */
    FIELD_CHOICE,   /* int: the index into `choices` */
    FIELD_RECT,     /* struct rect: [x, y, w, h], fractions of a picture */
    FIELD_PAIR,     /* struct pair: [a, b], each within min … max */
    FIELD_LIST,     /* struct items of `item` rows' values: see ROW_LIST and ROW_LIST_OF */
    FIELD_GROUP,    /* a struct inside the struct, described by `item` */
};

/* One line of help, for the reference, the schema and the skeleton. Both are required. */
struct words {
    const char *zh, *en;
};

/* One accepted value of a FIELD_CHOICE. A row's choices end with a zeroed one. */
struct choice {
    const char *name;
    struct words help;
};

struct schema;

/* One key. Write rows with the ROW_ macros below: they check the member's C type. */
struct schema_row {
    const char *key;
    enum field_type type;
    bool required;
    bool advised; /* in the skeleton as if it were required: where another key may stand for it */
    size_t offset;
    /* FIELD_INTEGER, NUMBER, PAIR: the value; FIELD_DURATION: milliseconds; FIELD_TEXT, WORD:
       characters (max only); FIELD_LIST: how many items. min == max == 0 means no bound. */
    double min, max;
    const char *fallback;         /* the value used when the key is missing, as YAML would say it */
    const struct choice *choices; /* FIELD_CHOICE */
    const struct schema *item;    /* FIELD_GROUP, and FIELD_LIST of groups */
    const struct schema_row *each; /* FIELD_LIST of plain values: type and bounds of each */
    const char *example; /* a value for the skeleton and the reference, as YAML would say it */
    struct words help;
};

/* A table: rows, ended by a zeroed one (key NULL), and the size of the struct they fill. */
struct schema {
    const char *name; /* "quiz", "quiz.question": for messages and the reference */
    size_t size;
    const struct schema_row *rows;
};

/* The member's offset; comparing pointers of two types makes the compiler check the member. */
#define FIELD_OFFSET(struct_type, member, type)                                                    \
    (offsetof(struct_type, member) +                                                               \
     0 * sizeof((const type *)0 == &((const struct_type *)0)->member))

#define ROW_OF(row_type, c_type, struct_type, member, ...)                                         \
    {                                                                                              \
        .key = #member, .type = (row_type), .offset = FIELD_OFFSET(struct_type, member, c_type),   \
        __VA_ARGS__                                                                                \
    }

/* ROW_TEXT(struct quiz_document, title, .required = true, .help = {"…", "…"}) */
#define ROW_TEXT(s, m, ...) ROW_OF(FIELD_TEXT, struct text, s, m, __VA_ARGS__)
#define ROW_WORD(s, m, ...) ROW_OF(FIELD_WORD, char *, s, m, __VA_ARGS__)
#define ROW_IMAGE(s, m, ...) ROW_OF(FIELD_IMAGE, struct asset, s, m, __VA_ARGS__)
#define ROW_AUDIO(s, m, ...) ROW_OF(FIELD_AUDIO, struct asset, s, m, __VA_ARGS__)
#define ROW_VIDEO(s, m, ...) ROW_OF(FIELD_VIDEO, struct asset, s, m, __VA_ARGS__)
#define ROW_SCENE(s, m, ...) ROW_OF(FIELD_SCENE, char *, s, m, __VA_ARGS__)
#define ROW_COLOUR(s, m, ...) ROW_OF(FIELD_COLOUR, struct colour, s, m, __VA_ARGS__)
#define ROW_DURATION(s, m, ...) ROW_OF(FIELD_DURATION, millis, s, m, __VA_ARGS__)
#define ROW_INTEGER(s, m, ...) ROW_OF(FIELD_INTEGER, int, s, m, __VA_ARGS__)
#define ROW_NUMBER(s, m, ...) ROW_OF(FIELD_NUMBER, float, s, m, __VA_ARGS__)
#define ROW_BOOLEAN(s, m, ...) ROW_OF(FIELD_BOOLEAN, bool, s, m, __VA_ARGS__)
#define ROW_CHOICE(s, m, ...) ROW_OF(FIELD_CHOICE, int, s, m, __VA_ARGS__)
#define ROW_RECT(s, m, ...) ROW_OF(FIELD_RECT, struct rect, s, m, __VA_ARGS__)
#define ROW_PAIR(s, m, ...) ROW_OF(FIELD_PAIR, struct pair, s, m, __VA_ARGS__)
/* A list of groups: ROW_LIST(struct quiz_document, questions, &question_schema, …) */
#define ROW_LIST(s, m, schema, ...)                                                                \
    ROW_OF(FIELD_LIST, struct items, s, m, .item = (schema), __VA_ARGS__)
/* A list of plain values: ROW_LIST_OF(struct hall_document, zones, &(struct schema_row){…}, …);
   its items are of the C type that the row's field type is stored as. */
#define ROW_LIST_OF(s, m, row, ...)                                                                \
    ROW_OF(FIELD_LIST, struct items, s, m, .each = (row), __VA_ARGS__)
/* A group: ROW_GROUP(struct hall_document, panel, struct panel, &panel_schema, …) */
#define ROW_GROUP(s, m, c_type, schema, ...)                                                       \
    ROW_OF(FIELD_GROUP, c_type, s, m, .item = (schema), __VA_ARGS__)

#define ROW_END                                                                                    \
    { .key = NULL }

#endif
