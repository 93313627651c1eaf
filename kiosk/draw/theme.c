/* The theme: its built-in values, the table that a theme file is read by, and contrast. */
#include "draw/theme.h"

#include "content/reader.h"
#include "draw/theme_schema.h"

#include <math.h>

#define RGB(hex)                                                                                   \
    { (uint8_t)((hex) >> 16), (uint8_t)((hex) >> 8 & 0xFF), (uint8_t)((hex)&0xFF), 255 }
#define RGBA(hex, alpha)                                                                           \
    { (uint8_t)((hex) >> 16), (uint8_t)((hex) >> 8 & 0xFF), (uint8_t)((hex)&0xFF), (alpha) }

static const struct theme built_in = {
    .normal =
        {
            .ground = RGB(0x0B1220),
            .surface = RGB(0x131C2E),
            .raised = RGB(0x1D2940),
            .line = RGB(0x3F4F6E),
            .text = RGB(0xF4F1EA),
            .soft = RGB(0xA9B4C6),
            .on_light = RGB(0x0B1220),
            .right = RGB(0x4CCB8F),
            .wrong = RGB(0xFF8A73),
            .shadow = RGBA(0x04070D, 150),
            .scrim = RGBA(0x060A13, 217),
            .jade = RGB(0x2EC4A6),
            .azure = RGB(0x4C8DFF),
            .amber = RGB(0xF2B134),
            .vermilion = RGB(0xF0563F),
        },
    .contrast =
        {
            .ground = RGB(0x000000),
            .surface = RGB(0x0A101C),
            .raised = RGB(0x162035),
            .line = RGB(0x7C8AA5),
            .text = RGB(0xFFFFFF),
            .soft = RGB(0xD5DCE8),
            .on_light = RGB(0x000000),
            .right = RGB(0x6FE3AC),
            .wrong = RGB(0xFFB3A3),
            .shadow = RGBA(0x000000, 200),
            .scrim = RGBA(0x000000, 235),
            .jade = RGB(0x4FE3C4),
            .azure = RGB(0x8FB8FF),
            .amber = RGB(0xFFC857),
            .vermilion = RGB(0xFF9A85),
        },
    .type = {.figure = 200, .title = 80, .heading = 52, .lead = 44, .body = 34, .label = 28},
    .large = 1.6F,
};

bool theme_read(struct theme *theme, const char *path, struct diagnostics *diagnostics) {
    *theme = built_in;
    if (!path) {
        return true;
    }
    struct arena arena = {0};
    bool good = document_read_file(path, &theme_schema, theme, NULL, &arena, diagnostics);
    arena_finish(&arena);
    return good;
}

static struct colour light_of(const struct theme_colours *colours, enum zone_light light) {
    const struct colour lights[LIGHT_COUNT] = {
        [LIGHT_JADE] = colours->jade,
        [LIGHT_AZURE] = colours->azure,
        [LIGHT_AMBER] = colours->amber,
        [LIGHT_VERMILION] = colours->vermilion,
    };
    return lights[light < LIGHT_COUNT ? light : LIGHT_JADE];
}

struct palette theme_palette(const struct theme *theme, enum zone_light light, bool contrast) {
    const struct theme_colours *colours = contrast ? &theme->contrast : &theme->normal;
    return (struct palette){
        .ground = colours->ground,
        .surface = colours->surface,
        .raised = colours->raised,
        .line = colours->line,
        .text = colours->text,
        .soft = colours->soft,
        .light = light_of(colours, light),
        .on_light = colours->on_light,
        .right = colours->right,
        .wrong = colours->wrong,
        .shadow = colours->shadow,
        .scrim = colours->scrim,
    };
}

/* Relative luminance, WCAG 2.2. */
static double luminance(struct colour colour) {
    const uint8_t parts[] = {colour.r, colour.g, colour.b};
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = parts[i] / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

float colour_contrast(struct colour a, struct colour b) {
    double one = luminance(a);
    double other = luminance(b);
    return (float)((fmax(one, other) + 0.05) / (fmin(one, other) + 0.05));
}
