/* The fonts: runs are measured with the tables of the font file, and drawn with faces that the
   drawing thread shares with the one that gets ready what comes next. */
#include "draw/fonts.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "draw/rendered.h"
#include "draw/text_cache.h"

#include <hb.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

enum { POINTS_PER_INCH = 72 };

struct open_font {
    TTF_Font *font;
    unsigned size; /* 72ths of a physical pixel */
};

/* What twins share, one at a time. */
struct open_fonts {
    pthread_mutex_t lock; /* of everything */
    int holders;
    struct open_font open[FACE_COUNT];
};

struct fonts {
    float scale;
    struct faces *faces;
    bool owns_faces;
    const struct face_file *files; /* the faces' */
    struct open_fonts *shared;
    hb_buffer_t *run; /* that is measured */
    struct text_cache *cache;
    struct rendered rendered; /* ahead; a twin's own, else adopted */
    uint64_t adopted;         /* the cache's frame then */
};

/* SDL_ttf takes whole points, but any resolution: one point at `size` dots an inch is a size in
   72ths of a pixel. Only vertical hinting, so that widths grow with the size and with nothing
   else. The file is read, not mapped: a mapping would hold what was once read of it. */
static void open_font(struct open_font *open, const struct face_file *file, unsigned size) {
    open->font = TTF_OpenFontIndexDPI(file->path, 1, file->index, size, size);
    if (!open->font) {
        log_error("%s: cannot be opened: %s", file->path, TTF_GetError());
        return;
    }
    TTF_SetFontHinting(open->font, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontKerning(open->font, 1);
}

/* NULL only when the font file is damaged. Under the lock. */
static TTF_Font *font_at(struct fonts *fonts, enum font_face face, float pixels) {
    unsigned size = (unsigned)lroundf(fmaxf(pixels, 1) * POINTS_PER_INCH);
    struct open_font *open = &fonts->shared->open[face];
    if (!open->font) {
        open_font(open, &fonts->files[face], size);
    } else if (open->size != size && TTF_SetFontSizeDPI(open->font, 1, size, size) != 0) {
        log_error("a font cannot change its size: %s", TTF_GetError());
    }
    open->size = size;
    return open->font;
}

/* No page does without the Chinese faces, and the exhibition is still being read. */
static void open_ahead(struct fonts *fonts) {
    (void)font_at(fonts, FACE_REGULAR, 1);
    (void)font_at(fonts, FACE_BOLD, 1);
}

struct fonts *fonts_create_of(struct faces *faces) {
    if (TTF_Init() != 0) {
        log_error("the font library cannot start: %s", TTF_GetError());
        return NULL;
    }
    struct fonts *fonts = memory_alloc_zeroed(1, sizeof *fonts);
    fonts->scale = 1;
    fonts->faces = faces;
    fonts->shared = memory_alloc_zeroed(1, sizeof *fonts->shared);
    fonts->shared->holders = 1;
    pthread_mutex_init(&fonts->shared->lock, NULL);
    fonts->files = faces_files(faces);
    if (!fonts->files) {
        log_error("no font with Simplified Chinese (Noto Sans CJK SC): install fonts-noto-cjk");
        fonts_destroy(fonts);
        return NULL;
    }
    fonts->run = hb_buffer_create();
    fonts->cache = text_cache_create();
    open_ahead(fonts);
    return fonts;
}

struct fonts *fonts_create(float scale) {
    struct faces *faces = faces_create(NULL);
    struct fonts *fonts = fonts_create_of(faces);
    if (fonts) {
        fonts->owns_faces = true;
        fonts_set_scale(fonts, scale);
    } else {
        faces_destroy(faces);
    }
    return fonts;
}

struct fonts *fonts_create_twin(struct fonts *fonts) {
    struct fonts *twin = memory_alloc_zeroed(1, sizeof *twin);
    twin->scale = fonts->scale;
    twin->faces = fonts->faces;
    twin->files = fonts->files;
    twin->shared = fonts->shared;
    twin->run = hb_buffer_create();
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
        if (shared->open[face].font) {
            TTF_CloseFont(shared->open[face].font);
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
    hb_buffer_destroy(fonts->run);
    text_cache_destroy(fonts->cache);
    rendered_finish(&fonts->rendered);
    release(fonts->shared);
    if (fonts->owns_faces) {
        faces_destroy(fonts->faces);
    }
    free(fonts);
}

void fonts_set_scale(struct fonts *fonts, float scale) {
    fonts->scale = scale;
    rendered_clear(&fonts->rendered);
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

/* What one of the font's units is at that size. */
static float unit_of(hb_font_t *measures, float size) {
    return size / (float)hb_face_get_upem(hb_font_get_face(measures));
}

/* The run is shaped as SDL_ttf does. */
float fonts_run_width(struct fonts *fonts, enum font_face face, float size, const char *words,
                      size_t bytes) {
    hb_font_t *measures = fonts->files[face].measures;
    hb_buffer_clear_contents(fonts->run);
    hb_buffer_set_direction(fonts->run, HB_DIRECTION_LTR);
    hb_buffer_set_script(fonts->run, HB_SCRIPT_UNKNOWN);
    hb_buffer_add_utf8(fonts->run, words, (int)bytes, 0, (int)bytes);
    hb_shape(measures, fonts->run, NULL, 0);
    unsigned count;
    const hb_glyph_position_t *glyphs = hb_buffer_get_glyph_positions(fonts->run, &count);
    int width = 0;
    for (unsigned i = 0; i < count; i++) {
        width += glyphs[i].x_advance;
    }
    return (float)width * unit_of(measures, size);
}

void fonts_height(struct fonts *fonts, enum font_face face, float size, float *ascent,
                  float *descent) {
    hb_font_t *measures = fonts->files[face].measures;
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(measures, &extents);
    *ascent = (float)extents.ascender * unit_of(measures, size);
    *descent = (float)-extents.descender * unit_of(measures, size);
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
    TTF_Font *font = font_at(fonts, face, size * fonts->scale);
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
