/* The encoder: ffmpeg makes a film of frames that are given to it one by one. */
#include "explainer/encoder.h"

#include "base/arena.h"
#include "base/log.h"
#include "base/memory.h"
#include "explainer/storyboard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS_MOST = 80 };

/* Words in capitals stand for what is put there. The bit-exact flags and the stripped metadata let
   the same storyboard make the same film. */
static const char command[] =
    "ffmpeg -v error -y -f rawvideo -pix_fmt bgr0 -s SIZE -r RATE -i - -i SOUND "
    "-vf scale=out_color_matrix=bt709:out_range=tv -c:v libx264 -preset slow -crf 20 -g 15 -bf 0 "
    "-pix_fmt yuv420p -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv "
    "-c:a aac -b:a 96k -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 "
    "-metadata TITLE -movflags +faststart -shortest FILM";

struct encoder {
    FILE *frames;
    pid_t process;
    char *film;
};

/* What is put in place of a word; a list of them ends with a zeroed one. */
struct substitute {
    const char *word;
    char *value;
};

static char *substituted(char *word, const struct substitute *substitutes) {
    for (const struct substitute *each = substitutes; each->word; each++) {
        if (strcmp(word, each->word) == 0) {
            return each->value;
        }
    }
    return word;
}

static void make_arguments(struct arena *arena, const struct substitute *substitutes,
                           char **arguments) {
    size_t count = 0;
    char *rest = NULL;
    for (char *word = strtok_r(arena_strdup(arena, command), " ", &rest);
         word && count + 1 < WORDS_MOST; word = strtok_r(NULL, " ", &rest)) {
        arguments[count++] = substituted(word, substitutes);
    }
    arguments[count] = NULL;
}

/* Starts ffmpeg with `input` as its standard input, and SIGPIPE as it usually is. */
static int spawn(pid_t *process, char **arguments, int input) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t usual;
    (void)sigemptyset(&usual);
    (void)sigaddset(&usual, SIGPIPE);
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    (void)posix_spawnattr_init(&attributes);
    (void)posix_spawnattr_setsigdefault(&attributes, &usual);
    (void)posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    int error = posix_spawnp(process, "ffmpeg", &actions, &attributes, arguments, environ);
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* Returns the end of a pipe that frames are written to, or -1. */
static int start(pid_t *process, char **arguments) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        log_error("cannot start ffmpeg: %s", strerror(errno));
        return -1;
    }
    int error = spawn(process, arguments, ends[0]);
    (void)close(ends[0]);
    if (error) {
        log_error("cannot start ffmpeg: %s", strerror(error));
        (void)close(ends[1]);
        return -1;
    }
    return ends[1];
}

struct encoder *encoder_create(const char *sound, const char *film, const char *title) {
    struct arena arena = {0};
    const struct substitute substitutes[] = {
        {"SIZE", arena_printf(&arena, "%dx%d", FILM_WIDTH, FILM_HEIGHT)},
        {"RATE", arena_printf(&arena, "%d", FILM_RATE)},
        {"SOUND", arena_strdup(&arena, sound)},
        {"TITLE", arena_printf(&arena, "title=%s", title)},
        {"FILM", arena_strdup(&arena, film)},
        {0},
    };
    char *arguments[WORDS_MOST];
    make_arguments(&arena, substitutes, arguments);
    pid_t process;
    int input = start(&process, arguments);
    arena_finish(&arena);
    if (input < 0) {
        return NULL;
    }
    FILE *frames = fdopen(input, "wb");
    if (!frames) {
        memory_exhausted(BUFSIZ);
    }
    struct encoder *encoder = memory_alloc(sizeof *encoder);
    *encoder = (struct encoder){frames, process, memory_strdup(film)};
    return encoder;
}

bool encoder_add(struct encoder *encoder, cairo_surface_t *frame) {
    size_t bytes = (size_t)cairo_image_surface_get_stride(frame) * FILM_HEIGHT;
    return fwrite(cairo_image_surface_get_data(frame), bytes, 1, encoder->frames) == 1;
}

bool encoder_finish(struct encoder *encoder) {
    if (!encoder) {
        return false;
    }
    bool good = !ferror(encoder->frames);
    good = fclose(encoder->frames) == 0 && good;
    int status = 0;
    good = waitpid(encoder->process, &status, 0) == encoder->process && status == 0 && good;
    if (!good) {
        log_error("ffmpeg could not make %s", encoder->film);
    }
    free(encoder->film);
    free(encoder);
    return good;
}
