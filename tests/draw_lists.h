/* Draw lists for tests: one of each thing that an executor must draw, and random ones. */
#ifndef TESTS_DRAW_LISTS_H
#define TESTS_DRAW_LISTS_H

#include "base/random.h"
#include "draw/list.h"

#include <stdlib.h>

/* Files that the lists show: a coloured picture, and a shape to be used as a mask. */
struct list_files {
    const char *picture, *mask;
};

static const struct colour INK = {16, 24, 40, 255};
static const struct colour PAPER = {244, 241, 234, 255};
static const struct colour JADE = {46, 196, 166, 255};
static const struct colour VEIL = {230, 90, 60, 120};

static inline void list_ground(struct draw_list *list) {
    draw_fill(list, (struct rect){0, 0, 1920, 1920}, 0, INK);
}

static inline void list_fills(struct draw_list *list, const struct list_files *files) {
    (void)files;
    list_ground(list);
    for (int i = 0; i < 6; i++) {
        struct rect rect = {20 + 150.3F * (float)i, 20, 130.7F, 200};
        draw_fill(list, rect, (float)(i * 13), i % 2 ? VEIL : JADE);
        rect.y = 260;
        draw_stroke(list, rect, (float)(i * 11), (float)(1 + i), i % 2 ? PAPER : VEIL);
        draw_dot(list, rect.x, 520, 1.5F * (float)i, PAPER);
    }
    draw_fill(list, (struct rect){0, 560, 1000, 0.2F}, 0, PAPER);
    draw_stroke(list, (struct rect){900, 560, 40, 12}, 4, 30, PAPER);
}

static inline void list_shadows(struct draw_list *list, const struct list_files *files) {
    (void)files;
    list_ground(list);
    for (int i = 0; i < 5; i++) {
        struct rect rect = {60 + 190 * (float)i, 80, 140, 100 + 90 * (float)i};
        draw_fill(list, rect, 0, VEIL);
        draw_shadow(list, rect, 16, (float)(i * 16), (struct colour){0, 0, 0, 180});
        draw_fill(list, rect, 16, PAPER);
    }
    draw_shadow(list, (struct rect){700, 500, 3, 3}, 0, 24, PAPER);
}

static inline void list_lines(struct draw_list *list, const struct list_files *files) {
    (void)files;
    list_ground(list);
    for (int i = 0; i < 14; i++) {
        float x = 930 - 60 * (float)i;
        draw_line(list, x, 300, x - 90.5F, i % 2 ? 20 : 570, 1 + (float)(i % 7),
                  i % 3 ? JADE : VEIL);
        draw_line(list, x, 310, x + 10 * (float)i, i % 2 ? 570 : 20, 2.5F, PAPER);
    }
    draw_line(list, 20, 590, 900, 590, 5, PAPER);
    draw_line(list, 950, 20, 950, 500, 2, PAPER);
    draw_line(list, -1e9F, 50, 1e9F, 60, 3, PAPER);
    draw_line(list, 5, 5, 5, 5, 8, PAPER);
}

static inline void list_texts(struct draw_list *list, const struct list_files *files) {
    (void)files;
    list_ground(list);
    draw_text_run(list, 20, 90, FACE_BOLD, 80, PAPER, "个人信息安全 Aa");
    draw_text_run(list, 20, 160, FACE_REGULAR, 28, JADE, "密码，是第一道门。“Passwords”");
    draw_text_run(list, 20, 200, FACE_REGULAR, 17.3F, VEIL, "小字也要看得清 — small type");
    draw_text_run(list, -60, 280, FACE_BOLD, 60, PAPER, "左边被切掉");
    draw_text_run(list, 800, 340, FACE_BOLD, 90, PAPER, "右边被切掉");
    draw_text_run(list, 20, 400, FACE_REGULAR, 28, PAPER, " ");
    draw_text_run(list, 20, 440, FACE_REGULAR, 0, PAPER, "没有大小");
}

static inline void list_pictures(struct draw_list *list, const struct list_files *files) {
    list_ground(list);
    draw_image(list, files->picture, (struct rect){20, 20, 300, 200}, FIT_COVER, 24, 1);
    draw_image(list, files->picture, (struct rect){340, 20, 300, 200}, FIT_CONTAIN, 0, 0.6F);
    draw_image(list, files->picture, (struct rect){660, 20, 250, 200}, FIT_STRETCH, 60, 0.4F);
    draw_image_part(list, files->picture, (struct rect){0.25F, 0.25F, 0.5F, 0.5F},
                    (struct rect){20, 260, 200, 133});
    draw_image(list, files->picture, (struct rect){-2000, 300, 6000, 4000}, FIT_STRETCH, 0, 0.5F);
    draw_icon(list, files->mask, (struct rect){400, 260, 96, 96}, JADE);
    draw_icon(list, files->mask, (struct rect){520, 260, 48, 96}, VEIL);
    draw_image(list, "/nowhere/at/all.png", (struct rect){20, 20, 300, 200}, FIT_COVER, 0, 1);
}

static inline void list_clips(struct draw_list *list, const struct list_files *files) {
    list_ground(list);
    draw_clip(list, (struct rect){100.4F, 50, 500, 300.6F});
    list_fills(list, files);
    draw_clip(list, (struct rect){300, 0, 500, 200});
    draw_fill(list, (struct rect){0, 0, 2000, 2000}, 40, VEIL);
    draw_clip_end(list);
    draw_clip(list, (struct rect){5000, 0, 10, 10});
    draw_fill(list, (struct rect){0, 0, 2000, 2000}, 0, PAPER);
    draw_clip_end(list);
    draw_clip_end(list);
    draw_fill(list, (struct rect){700, 400, 200, 150}, 30, JADE);
}

static inline void list_layers(struct draw_list *list, const struct list_files *files) {
    list_ground(list);
    draw_layer(list, (struct rect){0, 0, 960, 540}, (struct point){-333.4F, 0});
    list_fills(list, files);
    draw_layer_end(list);
    draw_layer(list, (struct rect){0, 0, 960, 540}, (struct point){626.6F, 0});
    list_texts(list, files);
    draw_layer(list, (struct rect){40, 40, 300, 200}, (struct point){10, 20});
    list_lines(list, files);
    draw_layer_end(list);
    draw_layer_end(list);
    draw_layer(list, (struct rect){500, 300, 200, 200}, (struct point){0, 0});
    draw_fill(list, (struct rect){400, 200, 400, 400}, 80, JADE);
    draw_layer_end(list);
    draw_layer(list, (struct rect){0, 0, 50, 50}, (struct point){-4000, 0});
    draw_fill(list, (struct rect){0, 0, 50, 50}, 0, PAPER);
    draw_layer_end(list);
}

static inline void list_video(struct draw_list *list, const struct list_files *files) {
    (void)files;
    list_ground(list);
    draw_video(list, (struct rect){20, 20, 321, 181});
    draw_video(list, (struct rect){361, 21, 640, 361});
    draw_clip(list, (struct rect){81, 301, 131, 171});
    draw_video(list, (struct rect){20, 260, 320, 240});
    draw_clip_end(list);
    draw_fill(list, (struct rect){60, 140, 500, 40}, 20, VEIL);
}

static inline void list_odd(struct draw_list *list, const struct list_files *files) {
    list_ground(list);
    draw_fill(list, (struct rect){-1e9F, -1e9F, 2e9F, 2e9F}, 1e9F, VEIL);
    draw_fill(list, (struct rect){100, 100, -50, 20}, 0, PAPER);
    draw_fill(list, (struct rect){100, 100, 0, 0}, 8, PAPER);
    draw_fill(list, (struct rect){1e8F, 100, 50, 20}, 4, PAPER);
    draw_stroke(list, (struct rect){-3000, -3000, 4000, 3400}, 200, 60, JADE);
    draw_stroke(list, (struct rect){300, 300, 1, 1}, 9, 9, JADE);
    draw_shadow(list, (struct rect){300, 200, 400, 200}, 1e9F, 1e9F, PAPER);
    draw_image(list, files->picture, (struct rect){1e7F, 0, 10, 10}, FIT_COVER, 3, 1);
    draw_video(list, (struct rect){-900, -900, 3, 3});
    draw_clip(list, (struct rect){50, 50, -10, -10});
    draw_fill(list, (struct rect){0, 0, 500, 500}, 0, PAPER);
}

struct list_maker {
    const char *name;
    void (*make)(struct draw_list *list, const struct list_files *files);
};

static const struct list_maker list_makers[] = {
    {"fills", list_fills},   {"shadows", list_shadows},   {"lines", list_lines},
    {"texts", list_texts},   {"pictures", list_pictures}, {"clips", list_clips},
    {"layers", list_layers}, {"video", list_video},       {"odd", list_odd},
};

enum { LIST_MAKERS = sizeof list_makers / sizeof list_makers[0] };

/* One thing of a random scene; drawn again in every frame until a mutation changes it. */
struct random_thing {
    int kind;
    struct rect rect;
    float radius, shift;
    struct colour colour;
};

static inline struct random_thing random_thing(struct random *random) {
    return (struct random_thing){
        .kind = (int)random_below(random, 9),
        .rect = {random_unit(random) * 500 - 50, random_unit(random) * 400 - 50,
                 random_unit(random) * 300, random_unit(random) * 200},
        .radius = random_below(random, 2) ? random_unit(random) * 30 : 0,
        .shift = random_below(random, 2) ? random_unit(random) * 80 - 40 : 0,
        .colour = {(uint8_t)random_below(random, 256), (uint8_t)random_below(random, 256),
                   (uint8_t)random_below(random, 256),
                   random_below(random, 2) ? 255 : (uint8_t)random_below(random, 256)}};
}

static inline void draw_random_thing(struct draw_list *list, const struct random_thing *thing,
                                     const struct list_files *files) {
    struct rect rect = thing->rect;
    switch (thing->kind) {
    case 0:
        draw_stroke(list, rect, thing->radius, 3, thing->colour);
        break;
    case 1:
        draw_shadow(list, rect, thing->radius, thing->radius, thing->colour);
        break;
    case 2:
        draw_line(list, rect.x, rect.y, rect.x + rect.w, rect.y + rect.h, 4, thing->colour);
        break;
    case 3:
        draw_text_run(list, rect.x, rect.y + 40, FACE_REGULAR, 36, thing->colour, "安全 Abc");
        break;
    case 4:
        draw_image(list, files->picture, rect, FIT_COVER, thing->radius, 0.8F);
        break;
    case 5:
        draw_video(list, rect);
        break;
    case 6:
        draw_layer(list, rect, (struct point){thing->shift, thing->shift / 2});
        draw_fill(list, rect, 0, INK);
        draw_dot(list, rect.x + 30, rect.y + 30, 25, thing->colour);
        draw_text_run(list, rect.x, rect.y + 60, FACE_BOLD, 40, thing->colour, "门");
        draw_layer_end(list);
        break;
    case 7:
        draw_clip(list, (struct rect){rect.x, rect.y, rect.w, rect.h / 2 + thing->shift});
        draw_fill(list, rect, thing->radius, thing->colour);
        draw_clip_end(list);
        break;
    default:
        draw_fill(list, rect, thing->radius, thing->colour);
        break;
    }
}

#endif
