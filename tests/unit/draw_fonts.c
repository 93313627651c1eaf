/* The fonts: the Simplified Chinese face, not its neighbours in the same file. */
#include "draw/faces.h"
#include "draw/fonts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL_ttf.h>
#include <cmocka.h>

static int start_fonts(void **state) {
    *state = fonts_create(1);
    return *state ? 0 : -1;
}

static int stop_fonts(void **state) {
    fonts_destroy(*state);
    return 0;
}

static void the_faces_are_simplified_chinese(void **state) {
    (void)state;
    static const char *const families[FACE_COUNT] = {"Noto Sans CJK SC", "Noto Sans CJK SC",
                                                     "Noto Sans CJK KR", "Noto Sans CJK KR"};
    static const char *const styles[FACE_COUNT] = {"Regular", "Bold", "Regular", "Bold"};
    struct faces *faces = faces_create(NULL);
    const struct face_file *files = faces_files(faces);
    assert_non_null(files);
    for (int face = 0; face < FACE_COUNT; face++) {
        TTF_Font *font = TTF_OpenFontIndex(files[face].path, 34, files[face].index);
        assert_non_null(font);
        assert_string_equal(TTF_FontFaceFamilyName(font), families[face]);
        assert_string_equal(TTF_FontFaceStyleName(font), styles[face]);
        TTF_CloseFont(font);
    }
    faces_destroy(faces);
}

/* Counts pixels that differ between a run of ours and the same run in the face `index` of our
   file. */
static int differences(struct fonts *fonts, const char *words, long index) {
    int left;
    int ascent;
    int count = 0;
    struct faces *faces = faces_create(NULL);
    const struct face_file *files = faces_files(faces);
    assert_non_null(files);
    SDL_Surface *ours = fonts_render(fonts, FACE_REGULAR, 60, words, &left, &ascent);
    TTF_Font *font = TTF_OpenFontIndexDPI(files[FACE_REGULAR].path, 1, index, 60 * 72, 60 * 72);
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    SDL_Surface *theirs = TTF_RenderUTF8_Blended(font, words, (SDL_Color){255, 255, 255, 255});
    assert_int_equal(ours->w, theirs->w);
    for (int y = 0; y < ours->h; y++) {
        for (int x = 0; x < ours->w; x++) {
            const char *a = (char *)ours->pixels + y * ours->pitch + x * 4;
            const char *b = (char *)theirs->pixels + y * theirs->pitch + x * 4;
            count += memcmp(a, b, 4) != 0;
        }
    }
    SDL_FreeSurface(ours);
    SDL_FreeSurface(theirs);
    TTF_CloseFont(font);
    faces_destroy(faces);
    return count;
}

/* 直 and 骨 are drawn differently in Japan: face 0 of the file is the Japanese one. */
static void characters_have_their_chinese_shapes(void **state) {
    struct faces *faces = faces_create(NULL);
    const struct face_file *files = faces_files(faces);
    assert_non_null(files);
    assert_int_equal(differences(*state, "直骨角", files[FACE_REGULAR].index), 0);
    assert_true(differences(*state, "直骨角", 0) > 100);
    faces_destroy(faces);
}

static void widths_grow_with_the_size_alone(void **state) {
    static const char words[] = "Two-step 验证 AVAVA 3.5";
    float one = fonts_run_width(*state, FACE_REGULAR, 34, words, strlen(words));
    for (float size = 20; size < 200; size *= 1.17F) {
        float width = fonts_run_width(*state, FACE_REGULAR, size, words, strlen(words));
        assert_float_equal(width / size, one / 34, 0.001F);
    }
    assert_float_equal(fonts_run_width(*state, FACE_REGULAR, 34, words, 0), 0, 0);
    assert_float_equal(fonts_run_width(*state, FACE_REGULAR, 34, "验证了", 6), 68, 0.1F);
}

/* How far a letter's ink may stand out, and rounding to whole pixels. */
static const float OVERHANG = 2.5F;

static void rendered_runs_are_as_wide_as_measured(void **state) {
    static const char *const runs[] = {"点开链接之前，先看看它", "The quick brown fox jumps",
                                       "AVAWA", "12,351"};
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        for (float size = 28; size < 100; size += 5.3F) {
            int left;
            int ascent;
            SDL_Surface *surface = fonts_render(*state, FACE_BOLD, size, runs[i], &left, &ascent);
            float width = fonts_run_width(*state, FACE_BOLD, size, runs[i], strlen(runs[i]));
            assert_float_equal((float)(surface->w - left), width, OVERHANG);
            assert_true(ascent > 0 && ascent < surface->h);
            SDL_FreeSurface(surface);
        }
    }
}

static void coverage_is_in_the_alpha(void **state) {
    int left;
    int ascent;
    SDL_Surface *surface = fonts_render(*state, FACE_REGULAR, 40, "好", &left, &ascent);
    assert_int_equal(surface->format->format, SDL_PIXELFORMAT_ARGB8888);
    int most = 0;
    for (int i = 0; i < surface->w * surface->h; i++) {
        int y = i / surface->w;
        uint32_t pixel =
            ((uint32_t *)(void *)((char *)surface->pixels + y * surface->pitch))[i % surface->w];
        assert_int_equal(pixel & 0xFFFFFF, 0xFFFFFF);
        most = (int)(pixel >> 24) > most ? (int)(pixel >> 24) : most;
    }
    assert_int_equal(most, 255);
    SDL_FreeSurface(surface);
}

static void nothing_visible_is_no_surface(void **state) {
    int left;
    int ascent;
    assert_null(fonts_render(*state, FACE_REGULAR, 34, "", &left, &ascent));
    assert_null(fonts_render(*state, FACE_REGULAR, 34, "   ", &left, &ascent));
}

static void many_sizes_take_turns(void **state) {
    for (int round = 0; round < 3; round++) {
        for (float size = 20; size < 60; size++) {
            int left;
            int ascent;
            SDL_Surface *surface = fonts_render(*state, FACE_REGULAR, size, "门", &left, &ascent);
            assert_float_equal((float)surface->w, size, 1);
            SDL_FreeSurface(surface);
        }
    }
}

static void missing_glyphs_are_found(void **state) {
    (void)state;
    struct faces *faces = faces_create(NULL);
    assert_int_equal(faces_missing_glyph(faces, "网络安全 Wi-Fi：“好”……——《法》①→℃\n"), 0);
    assert_int_equal(faces_missing_glyph(faces, "小心😀"), 0x1F600);
    assert_int_equal(faces_missing_glyph(faces, "𠮷"), 0); /* beyond the first plane */
    assert_int_equal(faces_missing_glyph(faces, "สวัสดี"), 0xE2A);
    assert_int_equal(faces_missing_glyph(faces, ""), 0);
    faces_destroy(faces);
}

static void write_memory(const char *path, const struct face_file *files, const char *point,
                         long long more) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (int face = 0; face < FACE_COUNT; face++) {
        struct stat facts;
        assert_int_equal(stat(files[face].path, &facts), 0);
        assert_true(fprintf(file, "0 %lld%s%09ld %lld %s\n", (long long)facts.st_mtim.tv_sec, point,
                            facts.st_mtim.tv_nsec, (long long)facts.st_size + more,
                            files[face].path) > 0);
    }
    assert_int_equal(fclose(file), 0);
}

static long index_found(const char *memory) {
    struct faces *faces = faces_create(memory);
    const struct face_file *files = faces_files(faces);
    assert_non_null(files);
    long index = files[FACE_REGULAR].index;
    assert_int_equal(faces_missing_glyph(faces, "网"), 0);
    faces_destroy(faces);
    return index;
}

/* A memory that says the first face of each file is believed as long as the files are those. */
static void what_fontconfig_answered_is_remembered(void **state) {
    (void)state;
    static const char path[] = "/tmp/faces-of-draw-fonts";
    struct faces *asked = faces_create(NULL);
    const struct face_file *files = faces_files(asked);
    long index = files[FACE_REGULAR].index;
    assert_true(index > 0);
    (void)unlink(path);
    assert_int_equal(index_found(path), index);
    assert_int_equal(index_found(path), index);
    write_memory(path, files, ".", 0);
    assert_int_equal(index_found(path), 0);
    write_memory(path, files, ".", 1);
    assert_int_equal(index_found(path), index);
    write_memory(path, files, " ", 0);
    assert_int_equal(index_found(path), index);
    assert_int_equal(unlink(path), 0);
    faces_destroy(asked);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_faces_are_simplified_chinese),
        cmocka_unit_test(characters_have_their_chinese_shapes),
        cmocka_unit_test(widths_grow_with_the_size_alone),
        cmocka_unit_test(rendered_runs_are_as_wide_as_measured),
        cmocka_unit_test(coverage_is_in_the_alpha),
        cmocka_unit_test(nothing_visible_is_no_surface),
        cmocka_unit_test(many_sizes_take_turns),
        cmocka_unit_test(missing_glyphs_are_found),
        cmocka_unit_test(what_fontconfig_answered_is_remembered),
    };
    return cmocka_run_group_tests(tests, start_fonts, stop_fonts);
}
