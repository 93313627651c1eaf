/* kiosk-explainer: films a storyboard. */
#include "content/diagnostics.h"
#include "explainer/film.h"
#include "explainer/storyboard.h"

#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: kiosk-explainer STORYBOARD CONTENT FOLDER   films it: FOLDER/NAME.mp4, .png, .LANG.vtt\n"
    "       kiosk-explainer STORYBOARD CONTENT --sheet FILE.png [MILLISECONDS]\n"
    "CONTENT is the directory that the storyboard's pictures are named from.\n";

static int print_mistakes(const struct diagnostics *diagnostics) {
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        struct buffer text = {0};
        diagnostics_format(&diagnostics->list.items[i], MESSAGES_EN, &text);
        (void)fputs(buffer_text(&text), stderr);
        buffer_finish(&text);
    }
    return 1;
}

/* passwords for assets/explainers/passwords.yaml */
static const char *film_name(struct arena *arena, const char *path) {
    char *name = basename(arena_strdup(arena, path));
    char *dot = strrchr(name, '.');
    if (dot) {
        *dot = '\0';
    }
    return name;
}

int main(int argc, char **argv) {
    if (argc < 4) {
        (void)fputs(usage, stderr);
        return 2;
    }
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    struct storyboard storyboard;
    int code;
    if (!storyboard_read(&storyboard, argv[1], argv[2], &arena, &diagnostics)) {
        code = print_mistakes(&diagnostics);
    } else if (strcmp(argv[3], "--sheet") == 0) {
        long every = argc > 5 ? strtol(argv[5], NULL, 10) : 1000;
        code = argc > 4 && every > 0 && film_sheet(&storyboard, every, argv[4]) ? 0 : 2;
    } else {
        code = film_make(&storyboard, argv[3], film_name(&arena, argv[1])) ? 0 : 2;
    }
    diagnostics_finish(&diagnostics);
    arena_finish(&arena);
    return code;
}
