/* kiosk map: what branches in a scene, as a graph. */
#include "commands/commands.h"
#include "commands/exhibit.h"
#include "scene/scene.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct option_row options[] = {
    {"out",
     "FILE",
     {"画成图片：.svg、.png 或 .pdf；不写就打印",
      "draws it: .svg, .png or .pdf; else it is printed"}},
    {"config", "FILE", {"用这个 kiosk.conf", "use this kiosk.conf"}},
    {"content", "DIR", {"用这个目录里的展览", "use the exhibition in this directory"}},
    {"lang", "zh", {"图上用哪种语言", "the language of the map and the messages"}},
    {0},
};

/* What Graphviz may be asked to draw, by the file's ending. */
static const char *const formats[] = {"svg", "png", "pdf"};

static const char *format_of(const char *path) {
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(dot + 1, formats[i]) == 0) {
            return formats[i];
        }
    }
    return NULL;
}

/* Graphviz's dot with `graph` as its standard input; 0 or what posix_spawnp(3) says. */
static int spawn_dot(const char *format, const char *path, FILE *graph, pid_t *child) {
    char option[8];
    (void)snprintf(option, sizeof option, "-T%s", format);
    char *arguments[] = {(char[]){"dot"}, option, (char[]){"-o"}, strdup(path), NULL};
    posix_spawn_file_actions_t actions;
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_adddup2(&actions, fileno(graph), STDIN_FILENO);
    int error = posix_spawnp(child, "dot", &actions, NULL, arguments, environ);
    (void)posix_spawn_file_actions_destroy(&actions);
    free(arguments[3]);
    return error;
}

static enum exit_code draw(const struct invocation *invocation, const char *graph,
                           const char *path) {
    const char *format = format_of(path);
    if (!format) {
        invocation_complain(invocation, "--out 的文件名以 .svg、.png 或 .pdf 结尾，不是“%s”。",
                            "--out ends with .svg, .png or .pdf, not '%s'.", path);
        return EXIT_CANNOT;
    }
    pid_t child = -1;
    int status = -1;
    FILE *file = tmpfile();
    bool written = file && fputs(graph, file) >= 0 && fflush(file) == 0;
    int error = written && lseek(fileno(file), 0, SEEK_SET) == 0
                    ? spawn_dot(format, path, file, &child)
                    : errno;
    if (error == 0) {
        (void)waitpid(child, &status, 0);
    }
    if (file) {
        (void)fclose(file);
    }
    if (error == ENOENT) {
        invocation_complain(invocation, "画图要用 Graphviz：apt-get install graphviz。",
                            "drawing needs Graphviz: apt-get install graphviz.");
    } else if (error != 0) {
        invocation_complain(invocation, "画不了 %s：%s", "cannot draw %s: %s", path,
                            strerror(error));
    }
    return error == 0 && status == 0 ? EXIT_GOOD : EXIT_CANNOT;
}

/* The scene of that id, or of that file. */
static const struct hall_scene *find_scene(const struct hall *hall, const char *name) {
    const struct hall_scene *found = hall_scene(hall, name);
    for (size_t i = 0; !found && i < hall->scene_count; i++) {
        const struct hall_scene *scene = hall_scene_at(hall, i);
        found = strcmp(scene->path, name) == 0 ? scene : NULL;
    }
    return found;
}

static enum exit_code map_scene(const struct invocation *invocation,
                                const struct exhibition *exhibition) {
    const char *name = invocation->arguments[0];
    const char *path = invocation_option(invocation, "out");
    const struct hall_scene *scene = exhibition->hall ? find_scene(exhibition->hall, name) : NULL;
    if (!scene || !scene->document || scene->mistaken) {
        invocation_complain(invocation, "没有“%s”这个场景，或者它有错误：先看 kiosk check。",
                            "there is no scene '%s', or it has mistakes: see kiosk check.", name);
        return EXIT_CANNOT;
    }
    const struct scene_kind *kind = scene_kind_of(scene);
    if (!kind->map) {
        invocation_complain(invocation, "“%s”没有分支可画：它是 %s，不是 scenario。",
                            "nothing branches in '%s': it is of the kind %s, not scenario.", name,
                            kind->document.name);
        return EXIT_CANNOT;
    }
    struct buffer graph = {0};
    kind->map(scene->document, invocation->language == MESSAGES_ZH ? "zh" : "en", &graph);
    enum exit_code code = EXIT_GOOD;
    if (path) {
        code = draw(invocation, buffer_text(&graph), path);
    } else {
        (void)fputs(buffer_text(&graph), stdout);
    }
    buffer_finish(&graph);
    return code;
}

static enum exit_code map_run(const struct invocation *invocation) {
    struct place place;
    if (!place_init(&place, invocation_option(invocation, "config"),
                    invocation_option(invocation, "content"))) {
        return EXIT_CANNOT;
    }
    struct prober *prober = prober_create(place.state);
    struct exhibition *exhibition = exhibition_create(place.directory, prober, NULL);
    enum exit_code code = map_scene(invocation, exhibition);
    exhibition_destroy(exhibition);
    prober_destroy(prober);
    place_finish(&place);
    return code;
}

const struct command map_command = {
    .name = "map",
    .arguments = "SCENE",
    .arguments_least = 1,
    .arguments_most = 1,
    .help = {"画出一个情景的所有分支和结局。", "draws every branch and ending of a drama."},
    .options = options,
    .run = map_run,
};
