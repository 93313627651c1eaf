/* Pictures: filtered and exact, never waited for, bounded, and hostile files are refused. */
#include "base/buffer.h"
#include "base/clock.h"
#include "draw/images.h"
#include "draw/picture_cache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL_image.h>
#include <cmocka.h>

static const struct rect whole = {0};
enum { BUDGET = 64 * 1024 * 1024 };

static int enter_directory(void **state) {
    char name[] = "/tmp/images-XXXXXX";
    if (!mkdtemp(name) || chdir(name) != 0) {
        return -1;
    }
    *state = strdup(name);
    return 0;
}

static int leave_directory(void **state) {
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", (char *)*state);
    free(*state);
    return chdir("/") == 0 ? system(command) : -1;
}

static void write_bytes(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void write_words(const char *path, const char *words) {
    write_bytes(path, words, strlen(words));
}

static char *read_bytes(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(1 << 20);
    *size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

typedef uint32_t painter(int x, int y);

static uint32_t paint_red(int x, int y) {
    (void)x;
    (void)y;
    return 0xFFFF0000;
}

static uint32_t paint_glass(int x, int y) {
    (void)x;
    (void)y;
    return 0x80FF0000;
}

static uint32_t paint_checks(int x, int y) {
    return (x + y) % 2 ? 0xFFFFFFFF : 0xFF000000;
}

static uint32_t paint_quarters(int x, int y) {
    return (x < 50 ? 0xFF0000FFU : 0xFF00FF00U) | (y < 50 ? 0U : 0xFF0000U);
}

static void write_picture(const char *path, int width, int height, painter *paint) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            ((uint32_t *)surface->pixels)[y * surface->pitch / 4 + x] = paint(x, y);
        }
    }
    bool jpeg = strstr(path, ".jpg") != NULL;
    assert_int_equal(jpeg ? IMG_SaveJPG(surface, path, 95) : IMG_SavePNG(surface, path), 0);
    SDL_FreeSurface(surface);
}

/* 3 × 2 red pixels: lossy, lossless, and with transparency. */
static const unsigned char webp_lossy[] = {
    0x52, 0x49, 0x46, 0x46, 0x3c, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50,
    0x38, 0x20, 0x30, 0x00, 0x00, 0x00, 0xd0, 0x01, 0x00, 0x9d, 0x01, 0x2a, 0x03, 0x00,
    0x02, 0x00, 0x02, 0x00, 0x34, 0x25, 0xa0, 0x02, 0x74, 0xba, 0x01, 0xf8, 0x00, 0x03,
    0xb0, 0x00, 0xfe, 0xf0, 0xc4, 0x0b, 0xff, 0x20, 0xb9, 0x61, 0x75, 0xc8, 0xd7, 0xff,
    0x20, 0x3f, 0xe4, 0x07, 0xfc, 0x80, 0xff, 0xf8, 0xf2, 0x00, 0x00, 0x00};
static const unsigned char webp_lossless[] = {0x52, 0x49, 0x46, 0x46, 0x1c, 0x00, 0x00, 0x00, 0x57,
                                              0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x4c, 0x0f, 0x00,
                                              0x00, 0x00, 0x2f, 0x02, 0x40, 0x00, 0x00, 0x07, 0x10,
                                              0xfd, 0x8f, 0xfe, 0x07, 0x22, 0xa2, 0xff, 0x01, 0x00};
static const unsigned char webp_glass[] = {
    0x52, 0x49, 0x46, 0x46, 0x5e, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38,
    0x58, 0x0a, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x01, 0x00, 0x00,
    0x41, 0x4c, 0x50, 0x48, 0x07, 0x00, 0x00, 0x00, 0x00, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f,
    0x00, 0x56, 0x50, 0x38, 0x20, 0x30, 0x00, 0x00, 0x00, 0xd0, 0x01, 0x00, 0x9d, 0x01, 0x2a,
    0x03, 0x00, 0x02, 0x00, 0x02, 0x00, 0x34, 0x25, 0xa0, 0x02, 0x74, 0xba, 0x01, 0xf8, 0x00,
    0x03, 0xb0, 0x00, 0xfe, 0xf0, 0xc4, 0x0b, 0xff, 0x20, 0xb9, 0x61, 0x75, 0xc8, 0xd7, 0xff,
    0x20, 0x3f, 0xe4, 0x07, 0xfc, 0x80, 0xff, 0xf8, 0xf2, 0x00, 0x00, 0x00};

static enum probe_answer probe(const char *path, int *width, int *height) {
    struct asset asset = {.path = path};
    enum probe_answer answer = images_probe(&asset);
    *width = asset.width;
    *height = asset.height;
    return answer;
}

static void assert_good(const char *path, int width, int height) {
    int found_width;
    int found_height;
    assert_int_equal(probe(path, &found_width, &found_height), PROBE_GOOD);
    assert_int_equal(found_width, width);
    assert_int_equal(found_height, height);
}

static void assert_refused(const char *path, enum probe_answer answer) {
    int width;
    int height;
    millis before = clock_now();
    assert_int_equal(probe(path, &width, &height), answer);
    assert_true(clock_now() - before < 250);
}

static void every_format_is_measured(void **state) {
    (void)state;
    write_picture("a.png", 40, 30, paint_red);
    write_picture("a.jpg", 40, 30, paint_red);
    write_bytes("a.webp", webp_lossy, sizeof webp_lossy);
    write_bytes("b.webp", webp_lossless, sizeof webp_lossless);
    write_bytes("c.webp", webp_glass, sizeof webp_glass);
    write_words("a.svg", "<?xml version=\"1.0\"?><!-- a plan --><svg width=\"64\" height=\"48\" "
                         "xmlns=\"http://www.w3.org/2000/svg\"/>");
    write_words("b.svg", "<svg viewBox=\"0 0 120 80\" xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert_good("a.png", 40, 30);
    assert_good("a.jpg", 40, 30);
    assert_good("a.webp", 3, 2);
    assert_good("b.webp", 3, 2);
    assert_good("c.webp", 3, 2);
    assert_good("a.svg", 64, 48);
    assert_good("b.svg", 120, 80);
}

/* Puts an EXIF block with this orientation behind a JPEG's first marker. */
static void write_turned(const char *path, unsigned char orientation) {
    unsigned char exif[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,    'M', 'M',
                            0,    42,   0, 0,  0,   8,   0,   1,   1, 0x12, 0,   3,
                            0,    0,    0, 1,  0,   0,   0,   0,   0, 0,    0,   0};
    exif[29] = orientation;
    size_t size;
    write_picture("plain.jpg", 100, 80, paint_quarters);
    char *plain = read_bytes("plain.jpg", &size);
    char *turned = malloc(size + sizeof exif);
    memcpy(turned, plain, 2);
    memcpy(turned + 2, exif, sizeof exif);
    memcpy(turned + 2 + sizeof exif, plain + 2, size - 2);
    write_bytes(path, turned, size + sizeof exif);
    free(plain);
    free(turned);
}

static void truncated_files_are_refused(void **state) {
    (void)state;
    write_picture("whole.png", 200, 150, paint_checks);
    write_picture("whole.jpg", 200, 150, paint_checks);
    write_bytes("whole.webp", webp_lossy, sizeof webp_lossy);
    write_bytes("glass.webp", webp_glass, sizeof webp_glass);
    static const char *const names[] = {"whole.png", "whole.jpg", "whole.webp", "glass.webp"};
    for (int i = 0; i < 4; i++) {
        size_t size;
        char *bytes = read_bytes(names[i], &size);
        for (int part = 1; part < 10; part++) {
            write_bytes("cut", bytes, size * (size_t)part / 10);
            assert_refused("cut", PROBE_UNDECODABLE);
        }
        free(bytes);
    }
    write_words("cut", "<svg width=\"10\" height=\"10\"><rect");
    assert_refused("cut", PROBE_UNDECODABLE);
}

static void what_is_no_picture_is_refused(void **state) {
    (void)state;
    struct buffer bomb = {0};
    write_words("empty", "");
    write_words("words", "no picture at all");
    write_words("huge.svg", "<svg width=\"99999\" height=\"99999\" "
                            "xmlns=\"http://www.w3.org/2000/svg\"/>");
    buffer_add(&bomb, "<svg width=\"9\" height=\"9\" xmlns=\"http://www.w3.org/2000/svg\" "
                      "xmlns:x=\"http://www.w3.org/1999/xlink\"><defs>"
                      "<g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>");
    for (int i = 0; i < 30; i++) {
        buffer_printf(&bomb, "<g id=\"a%d\"><use x:href=\"#a%d\"/><use x:href=\"#a%d\"/></g>",
                      i + 1, i, i);
    }
    buffer_add(&bomb, "</defs><use x:href=\"#a30\"/></svg>");
    write_words("bomb.svg", buffer_text(&bomb));
    buffer_finish(&bomb);
    write_words("shapeless.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_refused("empty", PROBE_EMPTY);
    assert_refused("words", PROBE_UNDECODABLE);
    assert_refused("huge.svg", PROBE_UNDECODABLE);
    assert_refused("shapeless.svg", PROBE_UNDECODABLE);
#ifndef __SANITIZE_ADDRESS__ /* with whose allocator librsvg takes half a minute to give up */
    int ignored;
    assert_int_equal(probe("bomb.svg", &ignored, &ignored), PROBE_UNDECODABLE);
#endif
    assert_refused("folder", PROBE_UNDECODABLE);
    assert_refused("fifo", PROBE_UNDECODABLE);
    assert_refused("missing", PROBE_UNDECODABLE);
    assert_refused("/dev/zero", PROBE_UNDECODABLE);
}

/* A header that promises 30,000 × 30,000 pixels must not make anybody find room for them. */
static void oversized_pictures_are_refused_unseen(void **state) {
    (void)state;
    size_t size;
    write_picture("small.png", 10, 10, paint_red);
    char *png = read_bytes("small.png", &size);
    memcpy(png + 16, "\0\0\x75\x30\0\0\x75\x30", 8);
    write_bytes("bomb.png", png, size);
    free(png);
    write_picture("small.jpg", 16, 16, paint_red);
    char *jpeg = read_bytes("small.jpg", &size);
    char *frame = memmem(jpeg, size, "\xFF\xC0", 2);
    assert_non_null(frame);
    memcpy(frame + 5, "\x75\x30\x75\x30", 4);
    write_bytes("bomb.jpg", jpeg, size);
    free(jpeg);
    assert_refused("bomb.png", PROBE_UNDECODABLE);
    assert_refused("bomb.jpg", PROBE_UNDECODABLE);
}

static uint32_t pixel_at(const SDL_Surface *surface, int x, int y) {
    return ((const uint32_t *)surface->pixels)[y * surface->pitch / 4 + x];
}

static void assert_colour(uint32_t pixel, uint32_t wanted, int by) {
    for (int shift = 0; shift < 32; shift += 8) {
        int difference = (int)(pixel >> shift & 0xFF) - (int)(wanted >> shift & 0xFF);
        if (abs(difference) > by) {
            fail_msg("#%08X, not #%08X", pixel, wanted);
        }
    }
}

static void pictures_are_premultiplied(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    write_picture("glass.png", 20, 20, paint_glass);
    write_bytes("glass.webp", webp_glass, sizeof webp_glass);
    write_words("glass.svg",
                "<svg width=\"9\" height=\"9\" xmlns=\"http://www.w3.org/2000/svg\">"
                "<rect width=\"9\" height=\"9\" fill=\"#f00\" opacity=\"0.5\"/></svg>");
    static const char *const names[] = {"glass.png", "glass.webp", "glass.svg"};
    for (int i = 0; i < 3; i++) {
        const SDL_Surface *surface = images_get(images, names[i], whole, 12, 8, NULL);
        assert_non_null(surface);
        assert_int_equal(surface->w, 12);
        assert_int_equal(surface->h, 8);
        assert_int_equal(surface->format->format, SDL_PIXELFORMAT_ARGB8888);
        assert_colour(pixel_at(surface, 6, 4), 0x80800000, 2);
        assert_colour(pixel_at(surface, 0, 0), 0x80800000, 2);
        assert_colour(pixel_at(surface, 11, 7), 0x80800000, 2);
    }
    images_destroy(images);
}

/* Fine checks become even grey at every smaller size; picking the nearest pixel would leave stripes
   or moiré. */
static void scaling_down_is_filtered(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    write_picture("checks.png", 640, 480, paint_checks);
    static const int widths[] = {427, 330, 320, 300, 213, 160, 101, 64, 40};
    for (int i = 0; i < 9; i++) {
        const SDL_Surface *surface =
            images_get(images, "checks.png", whole, widths[i], widths[i] * 3 / 4, NULL);
        assert_non_null(surface);
        for (int y = 0; y < surface->h; y++) {
            for (int x = 0; x < surface->w; x++) {
                assert_colour(pixel_at(surface, x, y), 0xFF808080, 20);
            }
        }
    }
    images_destroy(images);
}

static void scaling_up_is_filtered(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    write_picture("small-checks.png", 4, 4, paint_checks);
    const SDL_Surface *surface = images_get(images, "small-checks.png", whole, 400, 400, NULL);
    assert_non_null(surface);
    assert_colour(pixel_at(surface, 50, 50), 0xFF000000, 4);
    assert_colour(pixel_at(surface, 100, 50), 0xFF808080, 4);
    assert_colour(pixel_at(surface, 150, 50), 0xFFFFFFFF, 4);
    images_destroy(images);
}

static void a_part_is_what_it_says(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    write_picture("quarters.png", 100, 100, paint_quarters);
    struct rect right = {0.5F, 0, 0.5F, 0.5F};
    const SDL_Surface *surface = images_get(images, "quarters.png", right, 300, 300, NULL);
    assert_non_null(surface);
    assert_colour(pixel_at(surface, 20, 150), 0xFF00FF00, 0);
    assert_colour(pixel_at(surface, 290, 20), 0xFF00FF00, 0);
    struct rect middle = {0.25F, 0.25F, 0.5F, 0.5F};
    surface = images_get(images, "quarters.png", middle, 300, 300, NULL);
    assert_colour(pixel_at(surface, 20, 20), 0xFF0000FF, 0);
    assert_colour(pixel_at(surface, 280, 280), 0xFFFFFF00, 0);
    images_destroy(images);
}

static void photographs_stand_upright(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    /* Where the stored picture's blue upper left corner is to be seen: right? lower? */
    static const bool right[] = {0, 0, 1, 1, 0, 0, 1, 1, 0};
    static const bool lower[] = {0, 0, 0, 1, 1, 0, 0, 1, 1};
    for (unsigned char orientation = 1; orientation <= 8; orientation++) {
        char name[16];
        snprintf(name, sizeof name, "turned%d.jpg", orientation);
        write_turned(name, orientation);
        int width = orientation > 4 ? 80 : 100;
        int height = orientation > 4 ? 100 : 80;
        assert_good(name, width, height);
        const SDL_Surface *surface = images_get(images, name, whole, width, height, NULL);
        assert_non_null(surface);
        assert_colour(pixel_at(surface, right[orientation] ? width - 9 : 8,
                               lower[orientation] ? height - 9 : 8),
                      0xFF0000FF, 12);
    }
    images_destroy(images);
}

/* A drawing's edge is as sharp at 4K as at its own size. */
static void drawings_are_crisp_at_any_size(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    write_words("edge.svg", "<svg width=\"20\" height=\"10\" xmlns=\"http://www.w3.org/2000/svg\">"
                            "<rect width=\"20\" height=\"10\" fill=\"#fff\"/>"
                            "<rect width=\"10\" height=\"10\" fill=\"#000\"/></svg>");
    const SDL_Surface *surface = images_get(images, "edge.svg", whole, 3000, 400, NULL);
    assert_non_null(surface);
    assert_colour(pixel_at(surface, 1498, 200), 0xFF000000, 0);
    assert_colour(pixel_at(surface, 1501, 200), 0xFFFFFFFF, 0);
    struct rect part = {0.45F, 0.2F, 0.1F, 0.1F};
    surface = images_get(images, "edge.svg", part, 1000, 1000, NULL);
    assert_colour(pixel_at(surface, 497, 500), 0xFF000000, 0);
    assert_colour(pixel_at(surface, 502, 500), 0xFFFFFFFF, 0);
    images_destroy(images);
}

static void count_ready(void *self) {
    atomic_fetch_add((atomic_int *)self, 1);
}

/* Asks once a millisecond, as frames would, until the picture is there. */
static const SDL_Surface *wait_for(struct images *images, const char *path, struct rect part,
                                   int width, int height, uint64_t *generation) {
    const SDL_Surface *surface = NULL;
    for (int i = 0; i < 5000 && !surface; i++) {
        surface = images_get(images, path, part, width, height, generation);
        if (!surface) {
            usleep(1000);
        }
    }
    return surface;
}

static void a_frame_never_waits(void **state) {
    (void)state;
    atomic_int ready = 0;
    struct images *images = images_create(BUDGET, false);
    images_on_ready(images, count_ready, &ready);
    write_picture("large.png", 3000, 2000, paint_checks);
    uint64_t before = 1;
    uint64_t after = 0;
    int64_t start = clock_now_micros();
    assert_null(images_get(images, "large.png", whole, 1500, 1000, &before));
    assert_true(clock_now_micros() - start < 20000);
    assert_non_null(wait_for(images, "large.png", whole, 1500, 1000, &after));
    assert_int_not_equal(before, after);
    for (int i = 0; i < 1000 && !ready; i++) {
        usleep(1000);
    }
    assert_int_equal(ready, 1);
    images_destroy(images);
}

static void another_size_is_there_at_once(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, false);
    write_picture("card.png", 400, 300, paint_red);
    write_words("icon.svg", "<svg width=\"48\" height=\"48\" xmlns=\"http://www.w3.org/2000/svg\">"
                            "<rect width=\"48\" height=\"48\" fill=\"#f00\"/></svg>");
    static const char *const names[] = {"card.png", "icon.svg"};
    for (int i = 0; i < 2; i++) {
        assert_non_null(wait_for(images, names[i], whole, 200, 150, NULL));
        for (int width = 199; width > 180; width--) { /* pressed: smaller with every frame */
            const SDL_Surface *surface = images_get(images, names[i], whole, width, 147, NULL);
            assert_non_null(surface);
            assert_int_equal(surface->w, width);
            assert_colour(pixel_at(surface, 90, 70), 0xFFFF0000, 1);
            images_frame_end(images);
        }
        struct rect part = {0.2F, 0.3F, 0.4F, 0.4F};
        assert_non_null(images_get(images, names[i], part, 200, 150, NULL));
    }
    images_destroy(images);
}

static void a_rough_drawing_becomes_crisp(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, false);
    write_words("sharp.svg", "<svg width=\"20\" height=\"10\" xmlns=\"http://www.w3.org/2000/svg\">"
                             "<rect width=\"10\" height=\"10\" fill=\"#f00\"/></svg>");
    uint64_t rough = 0;
    uint64_t crisp = 0;
    assert_non_null(wait_for(images, "sharp.svg", whole, 20, 10, NULL));
    const SDL_Surface *surface = images_get(images, "sharp.svg", whole, 1000, 500, &rough);
    assert_non_null(surface);
    for (int i = 0; i < 5000 && (crisp == 0 || crisp == rough); i++) {
        usleep(1000);
        assert_colour(pixel_at(surface, 5, 5), 0xFFFF0000, 0); /* valid until the frame ends */
        images_get(images, "sharp.svg", whole, 1000, 500, &crisp);
    }
    assert_int_not_equal(rough, crisp);
    images_frame_end(images);
    surface = images_get(images, "sharp.svg", whole, 1000, 500, NULL);
    assert_colour(pixel_at(surface, 497, 250), 0xFFFF0000, 0);
    assert_colour(pixel_at(surface, 502, 250), 0x00000000, 0);
    images_destroy(images);
}

static void what_is_made_ahead_is_there_at_once(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, false);
    write_picture("next.png", 300, 200, paint_checks);
    uint64_t made = 0;
    for (int i = 0; i < 5000 && made == 0; i++) {
        (void)images_get_ahead(images, "next.png", whole, 150, 100, &made);
        usleep(1000);
    }
    uint64_t shown;
    assert_non_null(images_get(images, "next.png", whole, 150, 100, &shown));
    assert_int_equal(shown, made);
    images_destroy(images);
}

static void what_is_seen_is_made_before_what_is_not(void **state) {
    (void)state;
    struct picture_cache cache = {0};
    struct picture_entry *seen = picture_cache_entry(&cache, "seen.png", whole, 10, 10);
    picture_cache_frame_end(&cache, BUDGET);
    picture_cache_entry(&cache, "next.png", whole, 10, 10)->ahead = true;
    assert_ptr_equal(picture_cache_next_job(&cache), seen);
    picture_cache_finish(&cache);
}

static void wishes_are_served_newest_first(void **state) {
    (void)state;
    struct picture_cache cache = {0};
    (void)picture_cache_entry(&cache, "first.png", whole, 10, 10);
    struct picture_entry *now = picture_cache_entry(&cache, "now.png", whole, 10, 10);
    assert_ptr_equal(picture_cache_next_job(&cache), now);
    picture_cache_frame_end(&cache, BUDGET);
    struct picture_entry *newer = picture_cache_entry(&cache, "newer.png", whole, 10, 10);
    assert_ptr_equal(picture_cache_next_job(&cache), newer);
    for (int i = 0; i < 20; i++) {
        picture_cache_frame_end(&cache, BUDGET);
    }
    assert_null(cache.entries); /* what no frame repeats is dropped */
    picture_cache_finish(&cache);
}

static void the_budget_is_kept_but_not_by_what_is_in_use(void **state) {
    (void)state;
    struct images *images = images_create(3 * 100 * 100 * 4, true);
    write_picture("kept.png", 100, 100, paint_red);
    write_picture("dropped.png", 100, 100, paint_checks);
    uint64_t kept = 0;
    uint64_t dropped = 0;
    uint64_t now = 0;
    images_get(images, "dropped.png", whole, 100, 100, &dropped);
    images_frame_end(images);
    for (int i = 0; i < 20; i++) {
        const SDL_Surface *surface = images_get(images, "kept.png", whole, 100, 100, &now);
        kept = kept ? kept : now;
        assert_int_equal(now, kept);
        images_get(images, "dropped.png", whole, 90 - i, 90, NULL);
        assert_colour(pixel_at(surface, 50, 50), 0xFFFF0000, 0);
        images_frame_end(images);
    }
    images_get(images, "dropped.png", whole, 100, 100, &now);
    assert_int_not_equal(now, dropped);
    images_destroy(images);
}

static void everything_in_use_is_kept_over_the_budget(void **state) {
    (void)state;
    struct images *images = images_create(1, true);
    write_picture("used.png", 100, 100, paint_red);
    uint64_t first = 0;
    for (int i = 0; i < 5; i++) {
        uint64_t now = 0;
        const SDL_Surface *one = images_get(images, "used.png", whole, 50, 50, &now);
        const SDL_Surface *two = images_get(images, "used.png", whole, 60, 60, NULL);
        first = first ? first : now;
        assert_int_equal(first, now);
        assert_colour(pixel_at(one, 25, 25), 0xFFFF0000, 0);
        assert_colour(pixel_at(two, 25, 25), 0xFFFF0000, 0);
        images_frame_end(images);
    }
    images_destroy(images);
}

static void changed_files_are_read_again(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    write_picture("changing.png", 40, 40, paint_red);
    const SDL_Surface *before = images_get(images, "changing.png", whole, 20, 20, NULL);
    write_picture("changing.png", 40, 40, paint_glass);
    images_forget(images);
    assert_colour(pixel_at(before, 9, 9), 0xFFFF0000, 0);
    const SDL_Surface *after = images_get(images, "changing.png", whole, 20, 20, NULL);
    assert_colour(pixel_at(after, 9, 9), 0x80800000, 2);
    images_frame_end(images);
    images_destroy(images);
}

static void undecodable_pictures_are_none(void **state) {
    (void)state;
    struct images *images = images_create(BUDGET, true);
    write_words("bad.png", "\x89PNG\r\n\x1A\n and then nothing");
    assert_null(images_get(images, "bad.png", whole, 20, 20, NULL));
    assert_null(images_get(images, "missing.png", whole, 20, 20, NULL));
    write_picture("good.png", 4, 4, paint_red);
    assert_null(images_get(images, "good.png", whole, 0, 20, NULL));
    assert_null(images_get(images, "good.png", whole, 1 << 20, 1 << 20, NULL));
    assert_non_null(images_get(images, "good.png", whole, 1, 1, NULL));
    images_destroy(images);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_made_ahead_is_there_at_once),
        cmocka_unit_test(what_is_seen_is_made_before_what_is_not),
        cmocka_unit_test(every_format_is_measured),
        cmocka_unit_test(truncated_files_are_refused),
        cmocka_unit_test(what_is_no_picture_is_refused),
        cmocka_unit_test(oversized_pictures_are_refused_unseen),
        cmocka_unit_test(pictures_are_premultiplied),
        cmocka_unit_test(scaling_down_is_filtered),
        cmocka_unit_test(scaling_up_is_filtered),
        cmocka_unit_test(a_part_is_what_it_says),
        cmocka_unit_test(photographs_stand_upright),
        cmocka_unit_test(drawings_are_crisp_at_any_size),
        cmocka_unit_test(a_frame_never_waits),
        cmocka_unit_test(another_size_is_there_at_once),
        cmocka_unit_test(a_rough_drawing_becomes_crisp),
        cmocka_unit_test(wishes_are_served_newest_first),
        cmocka_unit_test(the_budget_is_kept_but_not_by_what_is_in_use),
        cmocka_unit_test(everything_in_use_is_kept_over_the_budget),
        cmocka_unit_test(changed_files_are_read_again),
        cmocka_unit_test(undecodable_pictures_are_none),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
