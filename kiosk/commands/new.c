/* kiosk new: a commented scene file to begin with. */
#include "base/suggest.h"
#include "commands/commands.h"
#include "commands/exhibit.h"
#include "content/skeleton.h"
#include "kinds/kinds.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct option_row options[] = {
    {"config", "FILE", {"用这个 kiosk.conf", "use this kiosk.conf"}},
    {"content", "DIR", {"用这个目录里的展览", "use the exhibition in this directory"}},
    {"lang", "zh", {"注释用哪种语言", "the language of the comments"}},
    {0},
};

enum { KINDS_AT_MOST = 64 };

static const struct document_kind *find_kind(const struct invocation *invocation,
                                             const char *name) {
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    const char *names[KINDS_AT_MOST];
    for (size_t i = 0; i < count && i < KINDS_AT_MOST; i++) {
        if (strcmp(kinds[i]->name, name) == 0) {
            return kinds[i];
        }
        names[i] = kinds[i]->name;
    }
    const char *nearest = suggest_nearest(name, names, count < KINDS_AT_MOST ? count : 0);
    invocation_complain(invocation, "没有“%s”这种场景%s%s；kiosk kinds 列出所有的。",
                        "there is no kind '%s'%s%s; kiosk kinds lists them.", name,
                        nearest ? " -> " : "", nearest ? nearest : "");
    return NULL;
}

/* ZONE/NAME or NAME, of small letters, digits and hyphens. */
static bool id_is_good(const char *id) {
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    size_t first = strspn(id, allowed);
    if (first == 0 || id[first] == '\0') {
        return first > 0;
    }
    size_t second = id[first] == '/' ? strspn(id + first + 1, allowed) : 0;
    return second > 0 && id[first + 1 + second] == '\0';
}

static enum exit_code write_file(const struct invocation *invocation, const char *path,
                                 const struct buffer *text) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0 && errno == EEXIST) {
        invocation_complain(invocation, "%s 已经有了，没有动它。",
                            "%s is there already; it was left as it is.", path);
        return EXIT_CANNOT;
    }
    if (file < 0 || write(file, text->text, text->length) != (ssize_t)text->length ||
        close(file) != 0) {
        invocation_complain(invocation, "写不了 %s：%s", "cannot write %s: %s", path,
                            strerror(errno));
        return EXIT_CANNOT;
    }
    return EXIT_GOOD;
}

static void say_what_next(const struct invocation *invocation, const char *id, const char *path) {
    const char *slash = strchr(id, '/');
    if (!slash) {
        printf("%s\n", path);
        return;
    }
    printf(
        invocation->language == MESSAGES_ZH
            ? "%s 写好了。下一步：改里面的字，再把 %s 加到 scenes/%.*s/zone.yaml 的 scenes 里。\n"
            : "%s is written. Next: change its words, and add %s to scenes in "
              "scenes/%.*s/zone.yaml.\n",
        path, slash + 1, (int)(slash - id), id);
}

static enum exit_code new_run(const struct invocation *invocation) {
    const struct document_kind *kind = find_kind(invocation, invocation->arguments[0]);
    const char *id = invocation->arguments[1];
    if (!kind) {
        return EXIT_CANNOT;
    }
    if (!id_is_good(id)) {
        invocation_complain(
            invocation, "“%s”不能当场景的名字；用小写字母、数字和连字符，例如 personal/wifi。",
            "'%s' cannot be a scene's id; use small letters, digits and hyphens: personal/wifi.",
            id);
        return EXIT_CANNOT;
    }
    struct place place;
    if (!place_init(&place, invocation_option(invocation, "config"),
                    invocation_option(invocation, "content"))) {
        return EXIT_CANNOT;
    }
    char *path = arena_printf(&place.arena, "%s/scenes/%s.yaml", place.directory, id);
    struct buffer text = {0};
    buffer_printf(&text, "# yaml-language-server: $schema=%s../docs/schema/scene.json\n",
                  strchr(id, '/') ? "../" : "");
    skeleton_scene(kind, invocation->language, &text);
    enum exit_code code = write_file(invocation, path, &text);
    if (code == EXIT_GOOD) {
        say_what_next(invocation, id, path);
    }
    buffer_finish(&text);
    place_finish(&place);
    return code;
}

const struct command new_command = {
    .name = "new",
    .arguments = "KIND ID",
    .arguments_least = 2,
    .arguments_most = 2,
    .help = {"写一个带注释的新场景，改一改就能用。",
             "writes a commented scene file to begin with."},
    .options = options,
    .run = new_run,
};
