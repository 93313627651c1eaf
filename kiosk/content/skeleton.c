/* Skeletons: a new file with every key in it, commented, that passes but for missing assets. */
#include "content/skeleton.h"

#include "content/fields.h"
#include "content/reference.h"
#include "content/tables.h"

#include <string.h>

enum { STEP = 2 };

/* Where the writing is: how far in, and whether in a comment. */
struct sketch {
    struct buffer *out;
    enum message_language language;
    int indent;
    bool comment;
    bool item;  /* the next line is the first of a list's item */
    bool again; /* in an item after the first: what is yes there is left at its default here */
};

/* Begins a line: "  - ", "# ", or spaces. */
static void begin_line(struct sketch *sketch) {
    buffer_add(sketch->out, sketch->comment ? "# " : "");
    if (sketch->item) {
        buffer_printf(sketch->out, "%*s- ", sketch->indent - STEP, "");
        sketch->item = false;
    } else {
        buffer_printf(sketch->out, "%*s", sketch->indent, "");
    }
}

static void add_lines(struct sketch *sketch, const char *words) {
    while (*words) {
        size_t length = strcspn(words, "\n");
        begin_line(sketch);
        buffer_add_bytes(sketch->out, words, length);
        buffer_add(sketch->out, "\n");
        words += length + (words[length] == '\n');
    }
}

static bool is_asset(const struct schema_row *row) {
    return row->type == FIELD_IMAGE || row->type == FIELD_AUDIO || row->type == FIELD_VIDEO;
}

/* What the key is, in a comment above it. Inside a list's item there is none: its first line must
   be the one with the dash. */
static void add_comment(struct sketch *sketch, const struct schema_row *row) {
    bool zh = sketch->language == MESSAGES_ZH;
    struct buffer words = {0};
    buffer_printf(&words, "%s", zh ? row->help.zh : row->help.en);
    buffer_add(&words, zh ? "（" : " (");
    reference_facts(row, sketch->language, &words);
    buffer_add(&words, zh ? "）" : ")");
    if (is_asset(row)) {
        buffer_add(&words, zh ? "。请换成真正的文件" : ". Put your own file in its place");
    }
    buffer_printf(sketch->out, "%s%*s# %s\n", sketch->comment ? "# " : "", sketch->indent, "",
                  buffer_text(&words));
    buffer_finish(&words);
}

static void write_row(struct sketch *sketch, const struct schema_row *row);

/* Whether a row of an item is written as a value: what must be there, and where nothing must, all
   that needs no file. */
static bool is_needed(const struct schema *schema, const struct schema_row *row) {
    bool any = false;
    for (const struct schema_row *each = schema->rows; each->key; each++) {
        any |= each->required;
    }
    return any ? row->required || row->advised : !is_asset(row);
}

static void write_item(struct sketch *sketch, const struct schema *schema) {
    sketch->indent += STEP;
    sketch->item = true;
    for (int needed = 1; needed >= 0; needed--) {
        for (const struct schema_row *row = schema->rows; row->key; row++) {
            if (is_needed(schema, row) != (needed == 1)) {
                continue;
            }
            bool outer = sketch->comment;
            sketch->comment = outer || !needed;
            write_row(sketch, row);
            sketch->comment = outer;
        }
    }
    sketch->indent -= STEP;
}

static void write_list(struct sketch *sketch, const struct schema_row *row) {
    size_t count = row->min > 1 ? (size_t)row->min : 1;
    sketch->indent += STEP;
    for (size_t i = 0; i < count; i++) {
        if (row->item) {
            bool outer = sketch->again;
            sketch->again = i > 0;
            write_item(sketch, row->item);
            sketch->again = outer;
        } else {
            const char *example =
                row->each->example ? row->each->example : field_of(row->each->type)->example;
            begin_line(sketch);
            buffer_printf(sketch->out, "- %s\n", example);
        }
    }
    sketch->indent -= STEP;
}

static void write_group(struct sketch *sketch, const struct schema *schema) {
    sketch->indent += STEP;
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        write_row(sketch, row);
    }
    sketch->indent -= STEP;
}

/* "key: example", or the key and what is below it. */
static void write_value(struct sketch *sketch, const struct schema_row *row) {
    bool other = sketch->again && row->type == FIELD_BOOLEAN && row->fallback;
    const char *example = other          ? row->fallback
                          : row->example ? row->example
                          : row->choices ? row->choices[0].name
                                         : field_of(row->type)->example;
    begin_line(sketch);
    if (example && !strchr(example, '\n')) {
        buffer_printf(sketch->out, "%s: %s\n", row->key, example);
        return;
    }
    buffer_printf(sketch->out, "%s:\n", row->key);
    if (example) {
        sketch->indent += STEP;
        add_lines(sketch, example);
        sketch->indent -= STEP;
    } else if (row->type == FIELD_GROUP) {
        write_group(sketch, row->item);
    } else {
        write_list(sketch, row);
    }
}

static void write_row(struct sketch *sketch, const struct schema_row *row) {
    if (!sketch->item) {
        add_comment(sketch, row);
    }
    write_value(sketch, row);
}

/* The required keys first, then the others as comments. */
static void write_rows(struct sketch *sketch, const struct schema *schema, bool required) {
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        bool kind = schema == &scene_schema && strcmp(row->key, "kind") == 0;
        if ((row->required || row->advised) != required || kind) {
            continue;
        }
        buffer_add(sketch->out, "\n");
        sketch->comment = false;
        add_comment(sketch, row);
        sketch->comment = !required;
        write_value(sketch, row);
    }
    sketch->comment = false;
}

void skeleton_scene(const struct document_kind *kind, enum message_language language,
                    struct buffer *out) {
    bool zh = language == MESSAGES_ZH;
    struct sketch sketch = {.out = out, .language = language};
    buffer_printf(out, zh ? "# %s：%s\n" : "# %s: %s\n", zh ? kind->title.zh : kind->title.en,
                  zh ? kind->help.zh : kind->help.en);
    buffer_printf(out, "kind: %s\n", kind->name);
    for (int required = 1; required >= 0; required--) {
        write_rows(&sketch, &scene_schema, required == 1);
        write_rows(&sketch, kind->schema, required == 1);
    }
}

void skeleton_file(const struct schema *schema, enum message_language language,
                   struct buffer *out) {
    struct sketch sketch = {.out = out, .language = language};
    write_rows(&sketch, schema, true);
    write_rows(&sketch, schema, false);
}
