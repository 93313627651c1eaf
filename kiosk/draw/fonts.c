/* The fonts: a bounded set of open faces and sizes, measured at one size for every scale. */
#include "draw/fonts.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "draw/faces.h"
#include "draw/text_cache.h"
#include "draw/widths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

/* An open font costs 2.6 MB; changing the size of an open one is quick but empties its glyphs. */
enum { OPEN_FONTS = 8, POINTS_PER_INCH = 72, MEASURE_PIXELS = 1000, RUN_STACK = 256 };

struct open_font {
    TTF_Font *font;
    enum font_face face;
    unsigned size; /* 72ths of a physical pixel */
    uint64_t used;
};

struct fonts {
    float scale;
    struct face_file files[FACE_COUNT];
    struct open_font open[OPEN_FONTS];
    uint64_t uses;
    struct text_cache *cache;
    struct widths widths; /* at MEASURE_PIXELS */
};

struct fonts *fonts_create(float scale) {
    if (TTF_Init() != 0) {
        log_error("the font library cannot start: %s", TTF_GetError());
        return NULL;
    }
    struct fonts *fonts = memory_alloc_zeroed(1, sizeof *fonts);
    fonts->scale = scale;
    if (!face_files_find(fonts->files)) {
        log_error("no font with Simplified Chinese (Noto Sans CJK SC): install fonts-noto-cjk");
        fonts_destroy(fonts);
        return NULL;
    }
    fonts->cache = text_cache_create();
    return fonts;
}

void fonts_destroy(struct fonts *fonts) {
    if (!fonts) {
        return;
    }
    text_cache_destroy(fonts->cache);
    for (int i = 0; i < OPEN_FONTS; i++) {
        if (fonts->open[i].font) {
            TTF_CloseFont(fonts->open[i].font);
        }
    }
    face_files_finish(fonts->files);
    free(fonts);
    TTF_Quit();
}

float fonts_scale(const struct fonts *fonts) {
    return fonts->scale;
}

struct text_cache *fonts_text_cache(struct fonts *fonts) {
    return fonts->cache;
}

void fonts_frame_end(struct fonts *fonts) {
    text_cache_frame_end(fonts->cache);
}

/* How well a slot serves `face` at a size that no slot has: an empty one best, then the one of the
   same face that is unused for longest, for it need not be opened again, then any. */
static bool serves_better(const struct open_font *a, const struct open_font *b,
                          enum font_face face) {
    int rank_a = !a->font ? 2 : a->face == face;
    int rank_b = !b->font ? 2 : b->face == face;
    return rank_a > rank_b || (rank_a == rank_b && a->used < b->used);
}

/* Returns the slot of this face and size, else the one to open or change for it. */
static struct open_font *slot_for(struct fonts *fonts, enum font_face face, unsigned size) {
    struct open_font *best = &fonts->open[0];
    for (int i = 0; i < OPEN_FONTS; i++) {
        struct open_font *slot = &fonts->open[i];
        if (slot->font && slot->face == face && slot->size == size) {
            return slot;
        }
        if (serves_better(slot, best, face)) {
            best = slot;
        }
    }
    return best;
}

/* SDL_ttf takes whole points, but any resolution: one point at `size` dots an inch is a size in
   72ths of a pixel. Only vertical hinting, so that widths grow with the size and with nothing
   else. */
static void open_slot(struct fonts *fonts, struct open_font *slot, enum font_face face,
                      unsigned size) {
    if (slot->font) {
        TTF_CloseFont(slot->font);
    }
    const struct face_file *file = &fonts->files[face];
    SDL_RWops *stream = SDL_RWFromConstMem(file->bytes, (int)file->size);
    slot->font = TTF_OpenFontIndexDPIRW(stream, 1, 1, file->index, size, size);
    slot->face = face;
    if (!slot->font) {
        log_error("%s: cannot be opened: %s", file->path, TTF_GetError());
        return;
    }
    TTF_SetFontHinting(slot->font, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontKerning(slot->font, 1);
}

/* NULL only when the font file is damaged. */
static TTF_Font *font_at(struct fonts *fonts, enum font_face face, float pixels) {
    unsigned size = (unsigned)lroundf(fmaxf(pixels, 1) * POINTS_PER_INCH);
    struct open_font *slot = slot_for(fonts, face, size);
    slot->used = ++fonts->uses;
    if (!slot->font || slot->face != face) {
        open_slot(fonts, slot, face, size);
    } else if (slot->size != size && TTF_SetFontSizeDPI(slot->font, 1, size, size) != 0) {
        log_error("a font cannot change its size: %s", TTF_GetError());
    }
    slot->size = size;
    return slot->font;
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
    int width = 0;
    if (bytes && !widths_find(&fonts->widths, face, words, bytes, &width)) {
        TTF_Font *font = font_at(fonts, face, MEASURE_PIXELS);
        width = font ? measure(font, words, bytes) : 0;
        widths_keep(&fonts->widths, face, words, bytes, width);
    }
    return (float)width * size / MEASURE_PIXELS;
}

void fonts_height(struct fonts *fonts, enum font_face face, float size, float *ascent,
                  float *descent) {
    TTF_Font *font = font_at(fonts, face, MEASURE_PIXELS);
    *ascent = font ? (float)TTF_FontAscent(font) * size / MEASURE_PIXELS : size;
    *descent = font ? (float)-TTF_FontDescent(font) * size / MEASURE_PIXELS : 0;
}

SDL_Surface *fonts_render(struct fonts *fonts, enum font_face face, float size, const char *words,
                          int *left, int *ascent) {
    *left = *ascent = 0;
    bool visible = words[strspn(words, " \n\t")] != '\0';
    TTF_Font *font = visible ? font_at(fonts, face, size * fonts->scale) : NULL;
    if (!font) {
        return NULL;
    }
    uint32_t first;
    int minimum = 0;
    if (utf8_decode(words, strlen(words), &first)) {
        TTF_GlyphMetrics32(font, first, &minimum, NULL, NULL, NULL, NULL);
    }
    *left = minimum < 0 ? -minimum : 0; /* SDL_ttf moves the run right by what sticks out */
    *ascent = TTF_FontAscent(font);
    return TTF_RenderUTF8_Blended(font, words, (SDL_Color){255, 255, 255, 255});
}

/* Line ends, tabs and the marks that only change what stands before them need no glyph. */
static bool needs_glyph(uint32_t rune) {
    return rune > 0x20 && rune != 0xA0 && !(rune >= 0xFE00 && rune <= 0xFE0F) &&
           !(rune >= 0x200B && rune <= 0x200D) && rune != 0x2060 && rune != 0xFEFF;
}

uint32_t fonts_missing_glyph(struct fonts *fonts, const char *words) {
    TTF_Font *font = font_at(fonts, FACE_REGULAR, MEASURE_PIXELS);
    size_t size = strlen(words);
    for (size_t at = 0; font && at < size;) {
        uint32_t rune = 0xFFFD;
        size_t length = utf8_decode(words + at, size - at, &rune);
        if (needs_glyph(rune) && !TTF_GlyphIsProvided32(font, rune)) {
            return rune;
        }
        at += length ? length : 1;
    }
    return 0;
}
