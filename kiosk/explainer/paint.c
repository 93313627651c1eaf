/* The painter: one frame of a film, drawn with cairo and Pango. */
#include "explainer/paint.h"

#include "base/memory.h"
#include "draw/theme.h"
#include "explainer/pictures.h"
#include "explainer/pose.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>

struct painter {
    const struct storyboard *storyboard;
    struct colour colours[FILM_COLOURS];
    cairo_surface_t *surface;
    cairo_t *cairo;
    struct pictures pictures;
    bool failed; /* something could not be painted */
};

struct painter *painter_create(const struct storyboard *storyboard) {
    struct painter *painter = memory_alloc_zeroed(1, sizeof *painter);
    struct theme theme;
    (void)theme_read(&theme, NULL, NULL);
    struct palette palette = theme_palette(&theme, (enum zone_light)storyboard->light, false);
    painter->storyboard = storyboard;
    painter->colours[FILM_PAPER] = palette.text;
    painter->colours[FILM_SOFT] = palette.soft;
    painter->colours[FILM_LIGHT] = palette.light;
    painter->colours[FILM_RIGHT] = palette.right;
    painter->colours[FILM_WRONG] = palette.wrong;
    painter->colours[FILM_GROUND] = palette.ground;
    painter->colours[FILM_SURFACE] = palette.surface;
    painter->colours[FILM_RAISED] = palette.raised;
    painter->colours[FILM_LINE_COLOUR] = palette.line;
    painter->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, FILM_WIDTH, FILM_HEIGHT);
    painter->cairo = cairo_create(painter->surface);
    return painter;
}

void painter_destroy(struct painter *painter) {
    if (!painter) {
        return;
    }
    pictures_finish(&painter->pictures);
    cairo_destroy(painter->cairo);
    cairo_surface_destroy(painter->surface);
    free(painter);
}

static void use_colour(const struct painter *painter, int colour, float opacity) {
    struct colour c = painter->colours[colour];
    cairo_set_source_rgba(painter->cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, (double)opacity);
}

static void use_pose_colour(const struct painter *painter, const struct pose *pose) {
    struct colour c = colour_mix(painter->colours[pose->colour], painter->colours[pose->colour_to],
                                 pose->colour_share);
    cairo_set_source_rgba(painter->cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                          (double)pose->opacity);
}

static void round_box(cairo_t *cairo, double w, double h, double corner) {
    double r = fmin(corner, fmin(w, h) / 2);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, w / 2 - r, -h / 2 + r, r, -M_PI / 2, 0);
    cairo_arc(cairo, w / 2 - r, h / 2 - r, r, 0, M_PI / 2);
    cairo_arc(cairo, -w / 2 + r, h / 2 - r, r, M_PI / 2, M_PI);
    cairo_arc(cairo, -w / 2 + r, -h / 2 + r, r, M_PI, 3 * M_PI / 2);
    cairo_close_path(cairo);
}

static void fill_and_outline(const struct painter *painter, const struct thing *thing,
                             const struct pose *pose) {
    if (thing->filled) {
        use_pose_colour(painter, pose);
        cairo_fill_preserve(painter->cairo);
    }
    if (thing->stroke > 0) {
        use_colour(painter, thing->outline, pose->opacity);
        cairo_set_line_width(painter->cairo, (double)thing->stroke);
        cairo_stroke_preserve(painter->cairo);
    }
    cairo_new_path(painter->cairo);
}

static void paint_dot(struct painter *painter, const struct thing *thing, const struct pose *pose) {
    cairo_arc(painter->cairo, 0, 0, (double)pose->size.first / 2, 0, 2 * M_PI);
    fill_and_outline(painter, thing, pose);
}

static void paint_box(struct painter *painter, const struct thing *thing, const struct pose *pose) {
    round_box(painter->cairo, (double)pose->size.first, (double)pose->size.second,
              (double)thing->corner);
    fill_and_outline(painter, thing, pose);
}

static void paint_line(struct painter *painter, const struct thing *thing,
                       const struct pose *pose) {
    double dx = (double)((pose->end.first - pose->at.first) * pose->drawn);
    double dy = (double)((pose->end.second - pose->at.second) * pose->drawn);
    use_pose_colour(painter, pose);
    cairo_set_line_width(painter->cairo, thing->stroke > 0 ? (double)thing->stroke : 4);
    cairo_set_line_cap(painter->cairo, CAIRO_LINE_CAP_ROUND);
    cairo_move_to(painter->cairo, 0, 0);
    cairo_line_to(painter->cairo, dx, dy);
    cairo_stroke(painter->cairo);
}

static void paint_ring(struct painter *painter, const struct thing *thing,
                       const struct pose *pose) {
    double share = fmin(fmax((double)(pose->value / 100 * pose->drawn), 0), 1);
    use_pose_colour(painter, pose);
    cairo_set_line_width(painter->cairo, thing->stroke > 0 ? (double)thing->stroke : 8);
    cairo_set_line_cap(painter->cairo, CAIRO_LINE_CAP_ROUND);
    cairo_arc(painter->cairo, 0, 0, (double)pose->size.first / 2, -M_PI / 2,
              -M_PI / 2 + share * 2 * M_PI);
    cairo_stroke(painter->cairo);
}

/* Words with their middle at the origin. */
static void paint_text(struct painter *painter, const struct thing *thing, const struct pose *pose,
                       const char *words) {
    PangoLayout *layout = pango_cairo_create_layout(painter->cairo);
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans CJK SC");
    pango_font_description_set_weight(font, thing->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, (double)thing->type * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, words, -1);
    pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_get_pixel_extents(layout, &ink, &logical);
    use_pose_colour(painter, pose);
    cairo_move_to(painter->cairo, -logical.width / 2.0, -logical.height / 2.0);
    pango_cairo_show_layout(painter->cairo, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
}

static void paint_words(struct painter *painter, const struct thing *thing,
                        const struct pose *pose) {
    if (thing->words && *thing->words) {
        paint_text(painter, thing, pose, thing->words);
    }
}

/* Thousands are parted by a comma, as both languages write them. */
static void format_number(char *text, size_t size, double value, int decimals) {
    char plain[64];
    (void)snprintf(plain, sizeof plain, "%.*f", decimals, value);
    size_t whole = strcspn(plain, ".");
    size_t out = 0;
    for (size_t i = 0; plain[i] && out + 2 < size; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0 && plain[i - 1] != '-') {
            text[out++] = ',';
        }
        text[out++] = plain[i];
    }
    text[out] = '\0';
}

static void paint_number(struct painter *painter, const struct thing *thing,
                         const struct pose *pose) {
    char text[80];
    format_number(text, sizeof text, (double)pose->value, thing->decimals);
    paint_text(painter, thing, pose, text);
}

static void paint_picture(struct painter *painter, const struct thing *thing,
                          const struct pose *pose) {
    if (thing->picture.path && !pictures_paint(&painter->pictures, painter->cairo,
                                               thing->picture.path, (double)pose->size.first,
                                               (double)pose->size.second, (double)pose->opacity)) {
        painter->failed = true;
    }
}

static void paint_once(struct painter *painter, const struct thing *thing,
                       const struct pose *pose) {
    static void (*const painters[])(struct painter *, const struct thing *, const struct pose *) = {
        [THING_DOT] = paint_dot,     [THING_BOX] = paint_box,       [THING_LINE] = paint_line,
        [THING_WORDS] = paint_words, [THING_NUMBER] = paint_number, [THING_PICTURE] = paint_picture,
        [THING_RING] = paint_ring,
    };
    cairo_save(painter->cairo);
    cairo_new_path(painter->cairo);
    cairo_translate(painter->cairo, (double)pose->at.first, (double)pose->at.second);
    cairo_rotate(painter->cairo, (double)pose->turn * M_PI / 180);
    cairo_scale(painter->cairo, (double)pose->scale, (double)pose->scale);
    painters[thing->kind](painter, thing, pose);
    cairo_restore(painter->cairo);
}

static void paint_thing(struct painter *painter, const struct thing *thing, millis now,
                        millis shot_length) {
    for (int row = 0; row < thing->repeat.rows; row++) {
        for (int column = 0; column < thing->repeat.columns; column++) {
            struct pose pose;
            if (pose_at(&pose, thing, row, column, now, shot_length)) {
                paint_once(painter, thing, &pose);
            }
        }
    }
}

static void paint_shot(struct painter *painter, const struct shot *shot, millis now) {
    struct pose camera = pose_camera(shot, now);
    cairo_save(painter->cairo);
    cairo_translate(painter->cairo, FILM_WIDTH / 2.0, FILM_HEIGHT / 2.0);
    cairo_scale(painter->cairo, (double)camera.scale, (double)camera.scale);
    cairo_translate(painter->cairo, -(double)camera.at.first, -(double)camera.at.second);
    for (size_t i = 0; i < shot->things.count; i++) {
        paint_thing(painter, ITEM(shot->things, struct thing, i), now, shot->length);
    }
    cairo_restore(painter->cairo);
}

cairo_surface_t *painter_frame(struct painter *painter, millis now) {
    use_colour(painter, FILM_GROUND, 1);
    cairo_paint(painter->cairo);
    const struct items *shots = &painter->storyboard->shots;
    for (size_t i = 0; i < shots->count; i++) {
        const struct shot *shot = ITEM(*shots, struct shot, i);
        if (now < shot->length) {
            paint_shot(painter, shot, now);
            break;
        }
        now -= shot->length;
    }
    cairo_surface_flush(painter->surface);
    return painter->surface;
}

bool painter_good(const struct painter *painter) {
    return !painter->failed && cairo_status(painter->cairo) == CAIRO_STATUS_SUCCESS;
}
