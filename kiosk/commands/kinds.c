/* kiosk kinds: the key reference, from the tables that read the files. */
#include "kinds/kinds.h"

#include "base/suggest.h"
#include "commands/commands.h"
#include "content/bank.h"
#include "content/reference.h"
#include "content/tables.h"

#include <stdio.h>
#include <string.h>

static const struct option_row options[] = {
    {"names", NULL, {"只列名字", "the names only"}},
    {"markdown", NULL, {"写成 Markdown", "as Markdown"}},
    {"lang", "zh", {"程序说哪种语言", "the language the program speaks"}},
    {0},
};

/* Files that are no scenes, each with its own table. */
static const struct other {
    const char *name;
    const struct schema *schema;
    struct words title;
} others[] = {
    {"scene", &scene_schema, {"每个场景都有的键", "keys of every scene"}},
    {"hall", &hall_schema, {"scenes/hall.yaml", "scenes/hall.yaml"}},
    {"zone", &zone_schema, {"scenes/展区/zone.yaml", "scenes/ZONE/zone.yaml"}},
    {"questions", &bank_schema, {"scenes/questions/ 下的题库", "scenes/questions/*.yaml"}},
    {"kiosk", &settings_schema, {"kiosk.conf", "kiosk.conf"}},
};

enum { OTHER_COUNT = sizeof others / sizeof others[0], NAMES_AT_MOST = 64 };

static void print_table(const struct invocation *invocation, const char *name, struct words title,
                        const char *help, const struct schema *schema) {
    struct buffer text = {0};
    bool markdown = invocation_option(invocation, "markdown") != NULL;
    if (markdown) {
        buffer_printf(&text, "## %s\n\n`%s`%s%s\n\n", invocation_words(invocation, title), name,
                      *help ? " – " : "", help);
        reference_markdown(schema, invocation->language, &text);
        buffer_add(&text, "\n");
    } else {
        buffer_printf(&text, "%s – %s\n%s%s\n", name, invocation_words(invocation, title), help,
                      *help ? "\n" : "");
        reference_text(schema, invocation->language, &text);
        buffer_add(&text, "\n");
    }
    (void)fputs(buffer_text(&text), stdout);
    buffer_finish(&text);
}

static void print_kind(const struct invocation *invocation, const struct document_kind *kind) {
    print_table(invocation, kind->name, kind->title, invocation_words(invocation, kind->help),
                kind->schema);
}

static void print_all(const struct invocation *invocation) {
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    bool markdown = invocation_option(invocation, "markdown") != NULL;
    bool names = invocation_option(invocation, "names") != NULL;
    if (markdown) {
        printf("# %s\n\n", invocation->language == MESSAGES_ZH ? "每一个键" : "Every key");
        for (size_t i = 0; i < OTHER_COUNT; i++) {
            print_table(invocation, others[i].name, others[i].title, "", others[i].schema);
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (markdown) {
            print_kind(invocation, kinds[i]);
        } else if (names) {
            printf("%s\n", kinds[i]->name);
        } else {
            printf("  %-8s %s – %s\n", kinds[i]->name,
                   invocation_words(invocation, kinds[i]->title),
                   invocation_words(invocation, kinds[i]->help));
        }
    }
    if (!markdown && !names) {
        printf(
            "\n%s\n",
            invocation->language == MESSAGES_ZH
                ? "kiosk kinds 名字 列出它的键；scene、hall、zone、questions、kiosk 也可以。"
                : "kiosk kinds NAME lists its keys; scene, hall, zone, questions and kiosk too.");
    }
}

const struct document_kind *invocation_kind(const struct invocation *invocation, const char *name) {
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    const char *names[NAMES_AT_MOST];
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(kinds[i]->name, name) == 0) {
            return kinds[i];
        }
        if (known < NAMES_AT_MOST) {
            names[known++] = kinds[i]->name;
        }
    }
    const char *nearest = suggest_nearest(name, names, known);
    if (nearest) {
        invocation_complain(invocation, "没有“%s”这种场景；是不是 %s？",
                            "there is no kind '%s'; did you mean %s?", name, nearest);
    } else {
        invocation_complain(invocation, "没有“%s”这种场景；kiosk kinds 列出所有的。",
                            "there is no kind '%s'; kiosk kinds lists them.", name);
    }
    return NULL;
}

static enum exit_code kinds_run(const struct invocation *invocation) {
    if (invocation->argument_count == 0) {
        print_all(invocation);
        return EXIT_GOOD;
    }
    const char *name = invocation->arguments[0];
    for (size_t i = 0; i < OTHER_COUNT; i++) {
        if (strcmp(others[i].name, name) == 0) {
            print_table(invocation, name, others[i].title, "", others[i].schema);
            return EXIT_GOOD;
        }
    }
    const struct document_kind *kind = invocation_kind(invocation, name);
    if (!kind) {
        return EXIT_CANNOT;
    }
    print_kind(invocation, kind);
    return EXIT_GOOD;
}

const struct command kinds_command = {
    .name = "kinds",
    .arguments = "[KIND]",
    .arguments_most = 1,
    .help = {"列出场景的种类，或者一种场景的所有键。",
             "lists the kinds of scene, or every key of one."},
    .options = options,
    .run = kinds_run,
};
