/* The reference: what a table says, for a curator to read. */
#include "content/reference.h"

#include "content/fields.h"

#include <stdio.h>
#include <string.h>

static const char *say(enum message_language language, struct words words) {
    return language == MESSAGES_ZH ? words.zh : words.en;
}

static void add(struct buffer *out, enum message_language language, const char *zh,
                const char *en) {
    buffer_add(out, language == MESSAGES_ZH ? zh : en);
}

static bool is_words(const struct schema_row *row) {
    return row->type == FIELD_TEXT || row->type == FIELD_WORD;
}

static void add_bounds(const struct schema_row *row, enum message_language language,
                       struct buffer *out) {
    if (!field_is_bounded(row)) {
        return;
    }
    add(out, language, "；", "; ");
    if (is_words(row)) {
        const char *form = language == MESSAGES_ZH ? "最多 %g 个字" : "up to %g characters";
        char text[64];
        (void)snprintf(text, sizeof text, form, row->max);
        buffer_add(out, text);
        return;
    }
    field_format(row, row->min, out);
    if (row->max > row->min) {
        add(out, language, " 到 ", " to ");
        field_format(row, row->max, out);
    }
    if (row->type == FIELD_LIST) {
        add(out, language, " 项", " items");
    }
}

static void add_choices(const struct schema_row *row, enum message_language language,
                        struct buffer *out) {
    for (const struct choice *choice = row->choices; choice->name; choice++) {
        bool first = choice == row->choices;
        buffer_add(out, first ? "" : language == MESSAGES_ZH ? "、" : ", ");
        buffer_add(out, choice->name);
        if (choice->help.en) {
            buffer_printf(out, language == MESSAGES_ZH ? "（%s）" : " (%s)",
                          say(language, choice->help));
        }
    }
}

void reference_facts(const struct schema_row *row, enum message_language language,
                     struct buffer *out) {
    if (row->choices) {
        add_choices(row, language, out);
    } else {
        buffer_add(out, say(language, field_of(row->type)->accepted));
    }
    add_bounds(row, language, out);
    if (row->each) {
        add(out, language, "；每项是", "; each is ");
        buffer_add(out, say(language, field_of(row->each->type)->accepted));
    }
    if (row->required) {
        add(out, language, "；必填", "; required");
    } else if (row->fallback && row->fallback[0]) {
        add(out, language, "；不写就是 ", "; without it ");
        buffer_add(out, row->fallback);
    } else {
        add(out, language, "；可以不写", "; optional");
    }
}

/* One line per line of `words`, each indented. */
static void add_indented(struct buffer *out, int indent, const char *words) {
    while (*words) {
        size_t length = strcspn(words, "\n");
        buffer_printf(out, "%*s", indent, "");
        buffer_add_bytes(out, words, length);
        buffer_add(out, "\n");
        words += length + (words[length] == '\n');
    }
}

static void text_rows(const struct schema *schema, enum message_language language, int indent,
                      struct buffer *out) {
    enum { STEP = 4 };
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        buffer_printf(out, "%*s%s\n", indent, "", row->key);
        add_indented(out, indent + STEP, say(language, row->help));
        struct buffer facts = {0};
        reference_facts(row, language, &facts);
        add_indented(out, indent + STEP, buffer_text(&facts));
        buffer_finish(&facts);
        if (row->example) {
            add_indented(out, indent + STEP, language == MESSAGES_ZH ? "例如：" : "for example:");
            add_indented(out, indent + STEP + 2, row->example);
        }
        if (row->item) {
            text_rows(row->item, language, indent + STEP, out);
        }
    }
}

void reference_text(const struct schema *schema, enum message_language language,
                    struct buffer *out) {
    enum { INDENT = 2 };
    text_rows(schema, language, INDENT, out);
}

/* Text in a table's cell: no bar and no line break may be in it. */
static void add_cell(struct buffer *out, const char *words) {
    for (const char *at = words; *at; at++) {
        if (*at == '|') {
            buffer_add(out, "\\|");
        } else if (*at == '\n') {
            buffer_add(out, " ");
        } else {
            buffer_add_bytes(out, at, 1);
        }
    }
}

static void markdown_table(const struct schema *schema, enum message_language language,
                           struct buffer *out) {
    add(out, language, "| 键 | 是什么 | 怎么写 | 例如 |\n",
        "| key | what it is | how to write it | for example |\n");
    buffer_add(out, "|---|---|---|---|\n");
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        struct buffer facts = {0};
        reference_facts(row, language, &facts);
        buffer_printf(out, "| `%s` | ", row->key);
        add_cell(out, say(language, row->help));
        buffer_add(out, " | ");
        add_cell(out, buffer_text(&facts));
        buffer_add(out, " | ");
        if (row->example && !strchr(row->example, '\n')) {
            buffer_add(out, "`");
            add_cell(out, row->example);
            buffer_add(out, "`");
        }
        buffer_add(out, " |\n");
        buffer_finish(&facts);
    }
    buffer_add(out, "\n");
}

static void markdown_rows(const struct schema *schema, enum message_language language,
                          const char *path, struct buffer *out) {
    markdown_table(schema, language, out);
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        if (!row->item) {
            continue;
        }
        struct buffer inner = {0};
        buffer_printf(&inner, "%s%s%s", path, path[0] ? "." : "", row->key);
        if (row->type == FIELD_LIST) {
            buffer_printf(
                out, language == MESSAGES_ZH ? "**`%s` 的每一项**\n\n" : "**Each of `%s`**\n\n",
                buffer_text(&inner));
        } else {
            buffer_printf(out, "**`%s`**\n\n", buffer_text(&inner));
        }
        markdown_rows(row->item, language, buffer_text(&inner), out);
        buffer_finish(&inner);
    }
}

void reference_markdown(const struct schema *schema, enum message_language language,
                        struct buffer *out) {
    markdown_rows(schema, language, "", out);
}
