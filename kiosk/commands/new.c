/* kiosk new: a commented scene file to begin with. */
#include "commands/commands.h"
#include "commands/exhibit.h"
#include "content/skeleton.h"

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
    bool written = file >= 0 && write(file, text->text, text->length) == (ssize_t)text->length;
    int error = errno;
    if (file >= 0 && close(file) != 0 && written) {
        error = errno;
        written = false;
    }
    if (!written) {
        invocation_complain(invocation, "写不了 %s：%s", "cannot write %s: %s", path,
                            strerror(error));
        if (file >= 0) {
            (void)unlink(path); /* half a file would be found to be there the next time */
        }
    }
    return written ? EXIT_GOOD : EXIT_CANNOT;
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
    const struct document_kind *kind = invocation_kind(invocation, invocation->arguments[0]);
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
