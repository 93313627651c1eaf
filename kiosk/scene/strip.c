/* The strip: all pictures of a gallery small, the present one marked, each a way to it. */
#include "scene/strip.h"

#include <math.h>

static const float APART = 16;
static const float RADIUS = 12;
static const float RESTING = 0.6F; /* how much of a picture that is not the present one shows */
enum { COLUMNS_LEAST = 3 };

static struct strip with_rows(int count, int rows, float width) {
    struct strip strip = {.columns = (count + rows - 1) / rows};
    strip.cell = (width - APART * (float)(strip.columns - 1)) / (float)strip.columns;
    strip.height = (strip.cell * 9 / 16 + APART) * (float)rows - APART;
    return strip;
}

struct strip strip_fit(const struct scene *scene, int count, float width, float room) {
    for (int rows = count / COLUMNS_LEAST; rows > 0; rows--) {
        struct strip strip = with_rows(count, rows, width);
        if (strip.height <= room && strip.cell * 9 / 16 >= scene->env.metrics.target) {
            return strip;
        }
    }
    return (struct strip){0};
}

void strip_draw(struct scene *scene, struct scene_frame *frame, const struct strip *strip,
                const struct asset *const *pictures, const char *const *titles, int count, int at,
                struct point from) {
    float high = strip->cell * 9 / 16;
    for (int i = 0; i < count; i++) {
        struct element_id id = {"thumbnail", i + 1};
        int column = i % strip->columns;
        int row = i / strip->columns;
        struct rect cell = {from.x + (float)column * (strip->cell + APART),
                            from.y + (float)row * (high + APART), strip->cell, high};
        struct rect seen = piece_pressed_rect(cell, piece_pressed(frame, id));
        draw_image(frame->draw, pictures[i]->path, seen, FIT_COVER, RADIUS, i == at ? 1 : RESTING);
        if (i == at) {
            draw_stroke(frame->draw, rect_inset(seen, -4), RADIUS + 4, 4, scene->env.palette.light);
        }
        elements_add(frame->elements, (struct element){.id = id,
                                                       .rect = cell,
                                                       .role = ROLE_BUTTON,
                                                       .flags = ELEMENT_TAP | ELEMENT_NO_FOCUS,
                                                       .label = titles[i]});
    }
}
