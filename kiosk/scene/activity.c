/* Activities: a heading, a board of cards, and a panel where it is said what to do and why. */
#include "scene/activity.h"

#include <math.h>

static const float GAP = 32;
static const float PANEL_MOST = 0.4F;   /* of the content's height */
static const float PICTURE_MOST = 0.6F; /* of what is left of the height, above a panel */
static const float ROW_GAP = 24;        /* above a row of buttons */

enum { BOARD_COLUMNS = 8, COLUMNS = 12 };

bool activity_is_below(const struct scene *scene) {
    return scene->env.metrics.upright;
}

float activity_width(const struct scene *scene) {
    const struct metrics *metrics = &scene->env.metrics;
    return activity_is_below(scene) ? metrics->content.w
                                    : metrics_columns(metrics, 0, BOARD_COLUMNS).w;
}

float activity_panel_most(const struct scene *scene) {
    return scene->env.metrics.content.h * PANEL_MOST;
}

struct activity activity_fit(struct scene *scene, const struct text *lead, float panel) {
    const struct metrics *metrics = &scene->env.metrics;
    bool below = activity_is_below(scene);
    const struct rect content = metrics->content;
    struct activity activity = {.below = below,
                                .title = scene_text(scene, &scene->entry->common.title),
                                .lead = metrics->large ? "" : scene_text(scene, lead)};
    activity.header = (below ? piece_header_height
                             : piece_header_beside_height)(scene, activity.title, activity.lead);
    float bottom = content.y + content.h;
    float y = content.y + activity.header;
    if (below) {
        activity.panel = (struct rect){content.x, bottom - panel, content.w, panel};
        activity.window = (struct rect){content.x, y, content.w, bottom - panel - GAP - y};
    } else {
        activity.window = metrics_columns(metrics, 0, BOARD_COLUMNS);
        activity.panel = metrics_columns(metrics, BOARD_COLUMNS, COLUMNS - BOARD_COLUMNS);
        activity.window.y = activity.panel.y = y;
        activity.window.h = activity.panel.h = bottom - y;
    }
    return activity;
}

static bool scrolls(const struct activity *activity, float height) {
    return height > activity->window.h + 0.5F;
}

/* The window that scrolls: above a panel with the heading in it. */
static struct rect scrolled_window(const struct activity *activity) {
    struct rect window = activity->window;
    if (activity->below) {
        window.y -= activity->header;
        window.h += activity->header;
    }
    return window;
}

float activity_begin(const struct activity *activity, struct scene *scene,
                     struct scene_frame *frame, struct scroll *scroll, struct element_id id,
                     float height) {
    float (*header)(struct scene *, struct scene_frame *, const char *, const char *, float) =
        activity->below ? piece_header_at : piece_header_beside;
    bool moves = scrolls(activity, height);
    float y = activity->window.y - activity->header;
    if (!moves) {
        *scroll = (struct scroll){0};
    }
    if (moves && activity->below) {
        y = scroll_begin(scroll, scene, frame, id, scrolled_window(activity));
        return header(scene, frame, activity->title, activity->lead, y);
    }
    (void)header(scene, frame, activity->title, activity->lead, y);
    return moves ? scroll_begin(scroll, scene, frame, id, scrolled_window(activity))
                 : activity->window.y;
}

void activity_end(const struct activity *activity, struct scene *scene, struct scene_frame *frame,
                  struct scroll *scroll, float height) {
    if (scrolls(activity, height)) {
        scroll_end(scroll, scene, frame, scrolled_window(activity),
                   activity->below ? activity->header + height : height);
    }
}

static struct point picture_size(const struct asset *shape, struct rect room, float height) {
    return piece_fitted((float)shape->width, (float)shape->height, room.w, fmaxf(height, ROW_GAP));
}

/* In landscape the panel takes what a picture leaves of the width; the row stands above it if that
   lets the picture be larger. */
static struct activity_picture divide_beside(const struct activity *activity,
                                             const struct asset *shape, struct point row,
                                             bool above) {
    struct rect room = activity->window;
    struct rect panel = activity->panel;
    struct rect narrow = {.w = fminf(room.w, room.w + panel.w - row.x)};
    struct point under = picture_size(shape, room, room.h - row.y);
    struct point size = picture_size(shape, narrow, room.h);
    above = above && size.x > under.x;
    size = above ? size : under;
    float x = panel.x - (room.w - (above ? size.x : fmaxf(size.x, row.x)));
    float top = above ? row.y : 0;
    return (struct activity_picture){
        .picture = {room.x, room.y, size.x, size.y},
        .panel = {x, panel.y + top, panel.x + panel.w - x, panel.h - top},
        .row =
            above ? (struct point){x, panel.y} : (struct point){room.x, room.y + size.y + ROW_GAP}};
}

static struct activity_picture divide_below(const struct activity *activity, struct rect content,
                                            const struct asset *shape, struct point row) {
    struct rect room = activity->window;
    struct point size = picture_size(shape, room, room.h * PICTURE_MOST - row.y);
    float y = room.y + size.y + ROW_GAP;
    float panel = y + row.y;
    return (struct activity_picture){
        .picture = {room.x + (room.w - size.x) / 2, room.y, size.x, size.y},
        .panel = {content.x, panel, content.w, content.y + content.h - panel},
        .row = {room.x, y}};
}

struct activity_picture activity_picture_fit(struct scene *scene, const struct text *lead,
                                             const struct asset *shape, struct point row,
                                             bool above) {
    struct activity activity = activity_fit(scene, lead, 0);
    return activity.below ? divide_below(&activity, scene->env.metrics.content, shape, row)
                          : divide_beside(&activity, shape, row, above);
}

void activity_heading(struct scene *scene, struct scene_frame *frame, const struct text *lead) {
    struct activity activity = activity_fit(scene, lead, 0);
    (void)(activity.below ? piece_header_at : piece_header_beside)(
        scene, frame, activity.title, activity.lead, scene->env.metrics.content.y);
}
