/* What both executors share: a list becomes a frame, and a frame that differs is drawn. */
#include "screen/operations.h"

void executor_init(struct executor *executor, const struct executor_operations *operations,
                   const struct executor_setup *setup) {
    executor->operations = operations;
    executor->setup = *setup;
    executor->damage.whole = true;
    raster_init(&executor->raster, setup->fonts);
}

void executor_finish(struct executor *executor) {
    raster_finish(&executor->raster);
    frame_finish(&executor->frame);
    damage_finish(&executor->damage);
}

void executor_destroy(struct executor *executor) {
    if (executor) {
        executor->operations->destroy(executor);
    }
}

SDL_Rect executor_turned(const struct executor *executor, SDL_Rect rect, int width, int height) {
    int right = width - rect.x - rect.w;
    int below = height - rect.y - rect.h;
    switch (executor->setup.rotation) {
    case ROTATION_90:
        return (SDL_Rect){below, rect.x, rect.h, rect.w};
    case ROTATION_180:
        return (SDL_Rect){right, below, rect.w, rect.h};
    case ROTATION_270:
        return (SDL_Rect){rect.y, right, rect.h, rect.w};
    default:
        return rect;
    }
}

static void report_dirty(const struct executor *executor, SDL_Rect *dirty, int *dirty_count) {
    const struct damage *damage = &executor->damage;
    int count = SDL_min(damage->count, *dirty_count);
    for (int i = 0; i < count; i++) {
        dirty[i] = executor_turned(executor, damage->rects[i], damage->width, damage->height);
    }
    for (int i = count; i < damage->count && count > 0; i++) {
        SDL_Rect rect = executor_turned(executor, damage->rects[i], damage->width, damage->height);
        SDL_UnionRect(&rect, &dirty[count - 1], &dirty[count - 1]);
    }
    *dirty_count = count;
}

bool executor_draw(struct executor *executor, const struct draw_list *list, SDL_Rect *dirty,
                   int *dirty_count) {
    int width;
    int height;
    executor->operations->size(executor, &width, &height);
    frame_resolve(&executor->frame, list, &executor->setup, &executor->raster, width, height);
    bool differs = damage_find(&executor->damage, &executor->frame);
    if (differs) {
        executor->counts.frames++;
        executor->operations->draw(executor);
    } else {
        executor->counts.unchanged++;
    }
    frame_release(&executor->frame, &executor->setup);
    raster_frame_end(&executor->raster, (size_t)width * (size_t)height);
    if (dirty && dirty_count) {
        report_dirty(executor, dirty, dirty_count);
    }
    return differs;
}

void executor_invalidate(struct executor *executor) {
    executor->damage.whole = true;
}

void executor_repeat(struct executor *executor) {
    if (executor->operations->repeat) {
        executor->operations->repeat(executor);
    }
}

void executor_expect(struct executor *executor) {
    if (executor->operations->expect && !executor->expects) {
        executor->operations->expect(executor);
        executor->expects = true;
    }
}

struct executor_counts executor_counts(const struct executor *executor) {
    struct executor_counts counts = executor->counts;
    counts.glyph_runs = executor->raster.runs;
    return counts;
}
