/* kiosk schema: JSON Schema for editors, from the tables that read the files. */
#include "commands/commands.h"
#include "content/bank.h"
#include "content/jsonschema.h"
#include "content/tables.h"
#include "draw/theme_schema.h"
#include "kinds/kinds.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static const struct option_row options[] = {
    {"out",
     "DIR",
     {"把每个模式写成这个目录里的一个文件", "writes each schema to a file in this directory"}},
    {"lang", "zh", {"程序说哪种语言", "the language the program speaks"}},
    {0},
};

/* What can be asked for; a scene's schema is put together from every kind. */
static const struct schema_file {
    const char *name;
    const struct schema *schema;
    const char *title;
} files[] = {
    {"scene", NULL, "场景 / a scene"},
    {"zone", &zone_schema, "展区 / a zone"},
    {"hall", &hall_schema, "展厅 / the hall"},
    {"questions", &bank_schema, "题库 / the question bank"},
    {"kiosk", &settings_schema, "这台机器 / this machine"},
    {"theme", &theme_schema, "主题 / a theme"},
};

enum { FILE_COUNT = sizeof files / sizeof files[0] };

static void write_schema(const struct schema_file *file, struct buffer *out) {
    if (file->schema) {
        jsonschema_file(file->schema, file->title, out);
        return;
    }
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    jsonschema_scene(kinds, count, out);
}

static bool write_files(const struct invocation *invocation, const char *directory) {
    for (size_t i = 0; i < FILE_COUNT; i++) {
        char path[PATH_MAX];
        (void)snprintf(path, sizeof path, "%s/%s.json", directory, files[i].name);
        struct buffer text = {0};
        write_schema(&files[i], &text);
        FILE *file = fopen(path, "we");
        bool written = file && fputs(buffer_text(&text), file) >= 0;
        if (file) {
            written = fclose(file) == 0 && written;
        }
        buffer_finish(&text);
        if (!written) {
            invocation_complain(invocation, "写不了 %s：%s", "cannot write %s: %s", path,
                                strerror(errno));
            return false;
        }
    }
    return true;
}

static enum exit_code schema_run(const struct invocation *invocation) {
    const char *directory = invocation_option(invocation, "out");
    if (directory) {
        return write_files(invocation, directory) ? EXIT_GOOD : EXIT_CANNOT;
    }
    const char *name = invocation->argument_count ? invocation->arguments[0] : "scene";
    for (size_t i = 0; i < FILE_COUNT; i++) {
        if (strcmp(files[i].name, name) == 0) {
            struct buffer text = {0};
            write_schema(&files[i], &text);
            (void)fputs(buffer_text(&text), stdout);
            buffer_finish(&text);
            return EXIT_GOOD;
        }
    }
    invocation_complain(invocation, "没有“%s”的模式；有 scene、zone、hall、kiosk、theme。",
                        "there is no schema '%s'; there are scene, zone, hall, kiosk and theme.",
                        name);
    return EXIT_CANNOT;
}

const struct command schema_command = {
    .name = "schema",
    .arguments = "[scene|zone|hall|kiosk|theme]",
    .arguments_most = 1,
    .help = {"打印 JSON Schema，编辑器用它来补全和检查。",
             "prints the JSON Schema by which an editor completes and checks a file."},
    .options = options,
    .run = schema_run,
};
