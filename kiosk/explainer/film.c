/* The film: frames, sound and captions of a storyboard become the files that a scene names. */
#include "explainer/film.h"

#include "base/log.h"
#include "explainer/encoder.h"
#include "explainer/paint.h"
#include "explainer/sound.h"
#include "explainer/webvtt.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cairo.h>

static bool write_png(cairo_surface_t *surface, const char *path) {
    cairo_status_t status = cairo_surface_write_to_png(surface, path);
    if (status != CAIRO_STATUS_SUCCESS) {
        log_error("cannot write %s: %s", path, cairo_status_to_string(status));
    }
    return status == CAIRO_STATUS_SUCCESS;
}

static bool write_text(const struct buffer *text, const char *path) {
    FILE *file = fopen(path, "we");
    bool good = file && fwrite(buffer_text(text), 1, text->length, file) == text->length;
    int error = errno;
    if (file && fclose(file) != 0 && good) {
        error = errno;
        good = false;
    }
    if (!good) {
        log_error("cannot write %s: %s", path, strerror(error));
    }
    return good;
}

static const char *language_at(const struct storyboard *storyboard, size_t index) {
    return *ITEM(storyboard->languages, const char *, index);
}

static bool encode(const struct storyboard *storyboard, const char *sound, const char *film) {
    const char *title = text_in(&storyboard->title, language_at(storyboard, 0));
    struct encoder *encoder = encoder_create(sound, film, title);
    struct painter *painter = painter_create(storyboard);
    millis length = storyboard_length(storyboard);
    bool good = encoder != NULL;
    for (millis frame = 0; good && frame * 1000 / FILM_RATE < length; frame++) {
        good = encoder_add(encoder, painter_frame(painter, frame * 1000 / FILM_RATE)) &&
               painter_good(painter);
    }
    painter_destroy(painter);
    return encoder_finish(encoder) && good;
}

/* Half a film would look finished to make, so it gets its name at the end. */
static bool write_film(const struct storyboard *storyboard, struct arena *arena,
                       const char *directory, const char *name) {
    const char *sound = arena_printf(arena, "%s/%s.wav", directory, name);
    const char *fresh = arena_printf(arena, "%s/%s.new.mp4", directory, name);
    const char *film = arena_printf(arena, "%s/%s.mp4", directory, name);
    bool good = sound_write(storyboard, sound) && encode(storyboard, sound, fresh);
    (void)unlink(sound);
    if (good && rename(fresh, film) != 0) {
        log_error("cannot write %s: %s", film, strerror(errno));
        good = false;
    }
    if (!good) {
        (void)unlink(fresh);
    }
    return good;
}

static bool write_poster(const struct storyboard *storyboard, struct arena *arena,
                         const char *directory, const char *name) {
    struct painter *painter = painter_create(storyboard);
    bool good = write_png(painter_frame(painter, storyboard->poster),
                          arena_printf(arena, "%s/%s.png", directory, name));
    painter_destroy(painter);
    return good;
}

bool film_captions(const struct storyboard *storyboard, const char *directory, const char *name) {
    struct arena arena = {0};
    struct buffer text = {0};
    bool good = true;
    for (size_t i = 0; i < storyboard->languages.count; i++) {
        const char *language = language_at(storyboard, i);
        buffer_clear(&text);
        webvtt_write(storyboard, language, &text);
        const char *path = arena_printf(&arena, "%s/%s.%s.vtt", directory, name, language);
        good = write_text(&text, path) && good;
    }
    buffer_finish(&text);
    arena_finish(&arena);
    return good;
}

bool film_make(const struct storyboard *storyboard, const char *directory, const char *name) {
    struct arena arena = {0};
    bool good = write_film(storyboard, &arena, directory, name) &&
                write_poster(storyboard, &arena, directory, name) &&
                film_captions(storyboard, directory, name);
    arena_finish(&arena);
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
        int row = i / COLUMNS;
        cairo_save(cairo);
        cairo_translate(cairo, i % COLUMNS * SMALL_WIDTH, row * SMALL_HEIGHT);
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
