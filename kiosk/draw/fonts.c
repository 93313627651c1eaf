/* The fonts: each face open twice, to measure at one size for every scale, and to draw; shared by
   the drawing thread and the one that gets ready what comes next. */
#include "draw/fonts.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "draw/rendered.h"
#include "draw/text_cache.h"
#include "draw/widths.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

enum { POINTS_PER_INCH = 72, MEASURE_PIXELS = 1000, RUN_STACK = 256 };

/* Opening a font takes 2 ms and 2.6 MB. Changing the size of an open one is quick and empties its
   glyphs, so the two do not share one: the one that measures always has the same size. */
enum font_use { FOR_MEASURES, FOR_DRAWING, FONT_USES };

struct open_font {
    TTF_Font *font;
    unsigned size; /* 72ths of a physical pixel */
};

/* What twins share, one at a time. */
struct open_fonts {
    pthread_mutex_t lock; /* of everything */
    int holders;
    struct open_font open[FACE_COUNT][FONT_USES];
    struct widths widths; /* at MEASURE_PIXELS */
};

struct fonts {
    float scale;
    struct faces *faces;
    bool owns_faces;
    struct open_fonts *shared;
    struct text_cache *cache;
    struct rendered rendered; /* ahead; a twin's own, else adopted */
    uint64_t adopted;         /* the cache's frame then */
};

/* SDL_ttf takes whole points, but any resolution: one point at `size` dots an inch is a size in
   72ths of a pixel. Only vertical hinting, so that widths grow with the size and with nothing
   else. */
static void open_font(struct open_font *open, const struct face_file *file, unsigned size) {
    SDL_RWops *stream = SDL_RWFromConstMem(file->bytes, (int)file->size);
    open->font = TTF_OpenFontIndexDPIRW(stream, 1, 1, file->index, size, size);
    if (!open->font) {
        log_error("%s: cannot be opened: %s", file->path, TTF_GetError());
        return;
    }
    TTF_SetFontHinting(open->font, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontKerning(open->font, 1);
}

/* NULL only when the font file is damaged. Under the lock. */
static TTF_Font *font_at(struct fonts *fonts, enum font_face face, enum font_use use,
                         float pixels) {
    unsigned size = (unsigned)lroundf(fmaxf(pixels, 1) * POINTS_PER_INCH);
    struct open_font *open = &fonts->shared->open[face][use];
    if (!open->font) {
        open_font(open, &faces_files(fonts->faces)[face], size);
    } else if (open->size != size && TTF_SetFontSizeDPI(open->font, 1, size, size) != 0) {
        log_error("a font cannot change its size: %s", TTF_GetError());
    }
    open->size = size;
    return open->font;
}

/* No page does without the Chinese faces, and the exhibition is still being read. */
static void open_ahead(struct fonts *fonts) {
    for (int use = 0; use < FONT_USES; use++) {
        (void)font_at(fonts, FACE_REGULAR, (enum font_use)use, MEASURE_PIXELS);
        (void)font_at(fonts, FACE_BOLD, (enum font_use)use, MEASURE_PIXELS);
    }
}

struct fonts *fonts_create_of(struct faces *faces, float scale) {
    if (TTF_Init() != 0) {
        log_error("the font library cannot start: %s", TTF_GetError());
        return NULL;
    }
    struct fonts *fonts = memory_alloc_zeroed(1, sizeof *fonts);
    fonts->scale = scale;
    fonts->faces = faces;
    fonts->shared = memory_alloc_zeroed(1, sizeof *fonts->shared);
    fonts->shared->holders = 1;
    pthread_mutex_init(&fonts->shared->lock, NULL);
    if (!faces_files(faces)) {
        log_error("no font with Simplified Chinese (Noto Sans CJK SC): install fonts-noto-cjk");
        fonts_destroy(fonts);
        return NULL;
    }
    fonts->cache = text_cache_create();
    open_ahead(fonts);
    return fonts;
}

struct fonts *fonts_create(float scale) {
    struct faces *faces = faces_create();
    struct fonts *fonts = fonts_create_of(faces, scale);
    if (fonts) {
        fonts->owns_faces = true;
    } else {
        faces_destroy(faces);
    }
    return fonts;
}

struct fonts *fonts_create_twin(struct fonts *fonts) {
    struct fonts *twin = memory_alloc_zeroed(1, sizeof *twin);
    twin->scale = fonts->scale;
    twin->faces = fonts->faces;
    twin->shared = fonts->shared;
    twin->cache = text_cache_create();
    pthread_mutex_lock(&twin->shared->lock);
    twin->shared->holders++;
    pthread_mutex_unlock(&twin->shared->lock);
    return twin;
}

static void release(struct open_fonts *shared) {
    pthread_mutex_lock(&shared->lock);
    bool last = --shared->holders == 0;
    pthread_mutex_unlock(&shared->lock);
    if (!last) {
        return;
    }
    for (int face = 0; face < FACE_COUNT; face++) {
        for (int use = 0; use < FONT_USES; use++) {
            if (shared->open[face][use].font) {
                TTF_CloseFont(shared->open[face][use].font);
            }
        }
    }
    pthread_mutex_destroy(&shared->lock);
    free(shared);
    TTF_Quit();
}

void fonts_destroy(struct fonts *fonts) {
    if (!fonts) {
        return;
    }
    text_cache_destroy(fonts->cache);
    rendered_finish(&fonts->rendered);
    release(fonts->shared);
    if (fonts->owns_faces) {
        faces_destroy(fonts->faces);
    }
    free(fonts);
}

float fonts_scale(const struct fonts *fonts) {
    return fonts->scale;
}

struct text_cache *fonts_text_cache(struct fonts *fonts) {
    return fonts->cache;
}

void fonts_frame_end(struct fonts *fonts) {
    if (fonts->cache->frame > fonts->adopted + 1) {
        rendered_clear(&fonts->rendered);
    }
    text_cache_frame_end(fonts->cache);
}

void fonts_adopt(struct fonts *fonts, struct fonts *twin) {
    text_cache_move(fonts->cache, twin->cache);
    rendered_move(&fonts->rendered, &twin->rendered);
    fonts->adopted = fonts->cache->frame;
}

static int measure(TTF_Font *font, const char *words, size_t bytes) {
    char small[RUN_STACK];
    char *run = bytes < sizeof small ? small : memory_alloc(bytes + 1);
    memcpy(run, words, bytes);
    run[bytes] = '\0';
    int width = 0;
    TTF_SizeUTF8(font, run, &width, NULL);
    if (run != small) {
        free(run);
    }
    return width;
}

/* Measured at one large size and scaled, so that lines break alike on every screen. */
float fonts_run_width(struct fonts *fonts, enum font_face face, float size, const char *words,
                      size_t bytes) {
    struct open_fonts *shared = fonts->shared;
    int width = 0;
    pthread_mutex_lock(&shared->lock);
    if (bytes && !widths_find(&shared->widths, face, words, bytes, &width)) {
        TTF_Font *font = font_at(fonts, face, FOR_MEASURES, MEASURE_PIXELS);
        width = font ? measure(font, words, bytes) : 0;
        widths_keep(&shared->widths, face, words, bytes, width);
    }
    pthread_mutex_unlock(&shared->lock);
    return (float)width * size / MEASURE_PIXELS;
}

void fonts_height(struct fonts *fonts, enum font_face face, float size, float *ascent,
                  float *descent) {
    pthread_mutex_lock(&fonts->shared->lock);
    TTF_Font *font = font_at(fonts, face, FOR_MEASURES, MEASURE_PIXELS);
    *ascent = font ? (float)TTF_FontAscent(font) * size / MEASURE_PIXELS : size;
    *descent = font ? (float)-TTF_FontDescent(font) * size / MEASURE_PIXELS : 0;
    pthread_mutex_unlock(&fonts->shared->lock);
}

static SDL_Surface *render(TTF_Font *font, const char *words, int *left, int *ascent) {
    uint32_t first;
    int minimum = 0;
    if (utf8_decode(words, strlen(words), &first)) {
        TTF_GlyphMetrics32(font, first, &minimum, NULL, NULL, NULL, NULL);
    }
    *left = minimum < 0 ? -minimum : 0; /* SDL_ttf moves the run right by what sticks out */
    *ascent = TTF_FontAscent(font);
    return TTF_RenderUTF8_Blended(font, words, (SDL_Color){255, 255, 255, 255});
}

SDL_Surface *fonts_render(struct fonts *fonts, enum font_face face, float size, const char *words,
                          int *left, int *ascent) {
    *left = *ascent = 0;
    struct rendered_run run;
    if (rendered_take(&fonts->rendered, rendered_key(face, size, words), &run)) {
        *left = run.left;
        *ascent = run.ascent;
        return run.surface;
    }
    if (words[strspn(words, " \n\t")] == '\0') {
        return NULL;
    }
    pthread_mutex_lock(&fonts->shared->lock);
    TTF_Font *font = font_at(fonts, face, FOR_DRAWING, size * fonts->scale);
    SDL_Surface *surface = font ? render(font, words, left, ascent) : NULL;
    pthread_mutex_unlock(&fonts->shared->lock);
    return surface;
}

void fonts_render_ahead(struct fonts *twin, enum font_face face, float size, const char *words) {
    struct rendered_run run = {.key = rendered_key(face, size, words)};
    run.surface = fonts_render(twin, face, size, words, &run.left, &run.ascent);
    if (run.surface) {
        rendered_put(&twin->rendered, &run);
    }
}
