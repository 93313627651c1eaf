/* Activities: a heading, a board of cards, and a panel where it is said what to do and why. */
#include "scene/activity.h"

static const float GAP = 32;
static const float PANEL_MOST = 0.4F; /* of the content's height */

enum { BOARD_COLUMNS = 8, COLUMNS = 12 };

bool activity_is_below(const struct scene *scene) {
    return scene->env.metrics.upright;
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
