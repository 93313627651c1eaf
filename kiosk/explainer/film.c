/* The film: frames, sound and captions of a storyboard become the files that a scene names. */
#include "explainer/film.h"

#include "base/log.h"
#include "explainer/paint.h"
#include "explainer/sound.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cairo.h>

extern char **environ;

/* Starts ffmpeg reading frames from the returned stream; NULL with a line in the log. */
static FILE *encoder_start(char *sound, char *film, pid_t *process) {
    char size[32];
    char rate[8];
    (void)snprintf(size, sizeof size, "%dx%d", FILM_WIDTH, FILM_HEIGHT);
    (void)snprintf(rate, sizeof rate, "%d", FILM_RATE);
    char *arguments[] = {"ffmpeg",
                         "-v",
                         "error",
                         "-y",
                         "-f",
                         "rawvideo",
                         "-pix_fmt",
                         "bgr0",
                         "-s",
                         size,
                         "-r",
                         rate,
                         "-i",
                         "-",
                         "-i",
                         sound,
                         "-vf",
                         "scale=out_color_matrix=bt709:out_range=tv",
                         "-c:v",
                         "libx264",
                         "-preset",
                         "slow",
                         "-crf",
                         "20",
                         "-g",
                         "15",
                         "-bf",
                         "0",
                         "-pix_fmt",
                         "yuv420p",
                         "-colorspace",
                         "bt709",
                         "-color_primaries",
                         "bt709",
                         "-color_trc",
                         "bt709",
                         "-color_range",
                         "tv",
                         "-c:a",
                         "aac",
                         "-b:a",
                         "96k",
                         "-fflags",
                         "+bitexact",
                         "-flags:v",
                         "+bitexact",
                         "-flags:a",
                         "+bitexact",
                         "-map_metadata",
                         "-1",
                         "-movflags",
                         "+faststart",
                         "-shortest",
                         film,
                         NULL};
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return NULL;
    }
    posix_spawn_file_actions_t actions;
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    int wrong = posix_spawnp(process, arguments[0], &actions, NULL, arguments, environ);
    (void)posix_spawn_file_actions_destroy(&actions);
    (void)close(ends[0]);
    if (wrong) {
        log_error("cannot start ffmpeg: %s", strerror(wrong));
        (void)close(ends[1]);
        return NULL;
    }
    return fdopen(ends[1], "wb");
}

static bool encode(const struct storyboard *storyboard, char *sound, char *film) {
    pid_t process;
    FILE *frames = encoder_start(sound, film, &process);
    if (!frames) {
        return false;
    }
    struct painter *painter = painter_create(storyboard);
    millis length = storyboard_length(storyboard);
    bool good = true;
    for (millis frame = 0; good && frame * 1000 / FILM_RATE < length; frame++) {
        cairo_surface_t *surface = painter_frame(painter, frame * 1000 / FILM_RATE);
        size_t bytes = (size_t)cairo_image_surface_get_stride(surface) * FILM_HEIGHT;
        good = fwrite(cairo_image_surface_get_data(surface), bytes, 1, frames) == 1;
    }
    painter_destroy(painter);
    good = fclose(frames) == 0 && good;
    int status = 1;
    (void)waitpid(process, &status, 0);
    if (!good || status != 0) {
        log_error("ffmpeg could not make %s", film);
    }
    return good && status == 0;
}

static bool write_png(cairo_surface_t *surface, const char *path) {
    cairo_status_t status = cairo_surface_write_to_png(surface, path);
    if (status != CAIRO_STATUS_SUCCESS) {
        log_error("cannot write %s: %s", path, cairo_status_to_string(status));
    }
    return status == CAIRO_STATUS_SUCCESS;
}

static void write_moment(FILE *file, millis moment) {
    (void)fprintf(file, "%02d:%02d:%02d.%03d", (int)(moment / 3600000), (int)(moment / 60000 % 60),
                  (int)(moment / 1000 % 60), (int)(moment % 1000));
}

static bool write_captions(const struct storyboard *storyboard, const char *language,
                           const char *path) {
    FILE *file = fopen(path, "we");
    if (!file) {
        log_error("cannot write %s: %s", path, strerror(errno));
        return false;
    }
    (void)fprintf(file, "WEBVTT\n");
    millis begin = 0;
    for (size_t i = 0; i < storyboard->shots.count; i++) {
        const struct shot *shot = ITEM(storyboard->shots, struct shot, i);
        for (size_t j = 0; j < shot->captions.count; j++) {
            const struct film_caption *caption = ITEM(shot->captions, struct film_caption, j);
            (void)fprintf(file, "\n");
            write_moment(file, begin + caption->from);
            (void)fprintf(file, " --> ");
            write_moment(file, begin + caption->to);
            (void)fprintf(file, "\n%s\n", text_in(&caption->words, language));
        }
        begin += shot->length;
    }
    return fclose(file) == 0;
}

bool film_make(const struct storyboard *storyboard, const char *directory, const char *name) {
    char sound[PATH_MAX];
    char film[PATH_MAX];
    char poster[PATH_MAX];
    (void)snprintf(sound, sizeof sound, "%s/%s.wav", directory, name);
    (void)snprintf(film, sizeof film, "%s/%s.mp4", directory, name);
    (void)snprintf(poster, sizeof poster, "%s/%s.png", directory, name);
    bool good = sound_write(storyboard, sound) && encode(storyboard, sound, film);
    (void)unlink(sound);
    struct painter *painter = painter_create(storyboard);
    good = write_png(painter_frame(painter, storyboard->poster), poster) && good;
    painter_destroy(painter);
    for (size_t i = 0; i < storyboard->languages.count; i++) {
        const char *language = *ITEM(storyboard->languages, const char *, i);
        char captions[PATH_MAX];
        (void)snprintf(captions, sizeof captions, "%s/%s.%s.vtt", directory, name, language);
        good = write_captions(storyboard, language, captions) && good;
    }
    return good;
}

bool film_sheet(const struct storyboard *storyboard, millis every, const char *path) {
    enum { COLUMNS = 5, SMALL_WIDTH = 384, SMALL_HEIGHT = 216 };
    millis length = storyboard_length(storyboard);
    int count = (int)((length + every - 1) / every);
    int rows = (count + COLUMNS - 1) / COLUMNS;
    cairo_surface_t *sheet =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, COLUMNS * SMALL_WIDTH, rows * SMALL_HEIGHT);
    cairo_t *cairo = cairo_create(sheet);
    struct painter *painter = painter_create(storyboard);
    for (int i = 0; i < count; i++) {
        cairo_save(cairo);
        cairo_translate(cairo, i % COLUMNS * SMALL_WIDTH, (double)(i / COLUMNS * SMALL_HEIGHT));
        cairo_scale(cairo, (double)(SMALL_WIDTH - 6) / FILM_WIDTH,
                    (double)(SMALL_HEIGHT - 4) / FILM_HEIGHT);
        cairo_set_source_surface(cairo, painter_frame(painter, i * every), 0, 0);
        cairo_paint(cairo);
        cairo_restore(cairo);
    }
    painter_destroy(painter);
    cairo_destroy(cairo);
    bool good = write_png(sheet, path);
    cairo_surface_destroy(sheet);
    return good;
}
