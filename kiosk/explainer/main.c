/* kiosk-explainer: films a storyboard. */
#include "content/diagnostics.h"
#include "explainer/film.h"
#include "explainer/storyboard.h"

#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GOOD = 0, MISTAKES = 1, CANNOT = 2 };

static const char usage[] =
    "usage: kiosk-explainer STORYBOARD CONTENT FOLDER   films it: FOLDER/NAME.mp4, .png, .LANG.vtt\n"
    "       kiosk-explainer STORYBOARD CONTENT --captions FOLDER   writes the captions alone\n"
    "       kiosk-explainer STORYBOARD CONTENT --length   says how many milliseconds it lasts\n"
    "       kiosk-explainer STORYBOARD CONTENT --sheet FILE.png [MILLISECONDS]   small pictures\n"
    "CONTENT is the directory that the storyboard's pictures are named from.\n";

/* A storyboard that was read, and what is wanted of it. */
struct job {
    const struct storyboard *storyboard;
    const char *name;
    char **arguments; /* what follows the mode's word */
    int count;
};

static int make_film(const struct job *job) {
    return film_make(job->storyboard, job->arguments[0], job->name) ? GOOD : CANNOT;
}

static int make_captions(const struct job *job) {
    return film_captions(job->storyboard, job->arguments[0], job->name) ? GOOD : CANNOT;
}

static int say_length(const struct job *job) {
    printf("%lld\n", (long long)storyboard_length(job->storyboard));
    return GOOD;
}

static int make_sheet(const struct job *job) {
    char *end = NULL;
    long every = job->count > 1 ? strtol(job->arguments[1], &end, 10) : 1000;
    if (every <= 0 || (end && *end)) {
        (void)fputs(usage, stderr);
        return CANNOT;
    }
    return film_sheet(job->storyboard, every, job->arguments[0]) ? GOOD : CANNOT;
}

/* The last one has no word of its own. */
static const struct mode {
    const char *word;
    int least, most; /* of arguments */
    int (*run)(const struct job *job);
} modes[] = {
    {"--captions", 1, 1, make_captions},
    {"--length", 0, 0, say_length},
    {"--sheet", 1, 2, make_sheet},
    {NULL, 1, 1, make_film},
};

static int print_mistakes(const struct diagnostics *diagnostics) {
    struct buffer text = {0};
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        diagnostics_format(&diagnostics->list.items[i], MESSAGES_EN, &text);
    }
    (void)fputs(buffer_text(&text), stderr);
    buffer_finish(&text);
    return MISTAKES;
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

static int run(const struct mode *mode, const char *path, const char *content, char **arguments,
               int count) {
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    struct storyboard storyboard;
    int code;
    if (storyboard_read(&storyboard, path, content, &arena, &diagnostics)) {
        code = mode->run(&(struct job){&storyboard, film_name(&arena, path), arguments, count});
    } else {
        code = print_mistakes(&diagnostics);
    }
    diagnostics_finish(&diagnostics);
    arena_finish(&arena);
    return code;
}

int main(int argc, char **argv) {
    (void)signal(SIGPIPE, SIG_IGN); /* where ffmpeg ends early, writing to it fails and is told */
    const struct mode *mode = modes;
    while (argc > 3 && mode->word && strcmp(mode->word, argv[3]) != 0) {
        mode++;
    }
    int first = mode->word ? 4 : 3;
    if (argc < 4 || argc - first < mode->least || argc - first > mode->most) {
        (void)fputs(usage, stderr);
        return CANNOT;
    }
    return run(mode, argv[1], argv[2], argv + first, argc - first);
}
