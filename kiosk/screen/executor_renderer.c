/* The renderer executor: draws whole frames with SDL's renderer, for machines with a GPU. */
#include "base/memory.h"
#include "screen/operations.h"
#include "screen/textures.h"

/* Bytes of textures that are kept though no frame shows them. */
enum { TEXTURE_BUDGET = 192 << 20 };

struct renderer_executor {
    struct executor executor;
    SDL_Renderer *renderer; /* the caller's */
    struct textures textures;
    SDL_Texture *upright; /* the picture before it is turned */
    int upright_width, upright_height;
    struct pieces pieces;
};

typedef void draw_look(struct renderer_executor *executor, const struct item *item);

static void draw_items(struct renderer_executor *executor, size_t first, size_t end);

static void fill(struct renderer_executor *executor, struct colour colour, SDL_Rect rect) {
    SDL_SetRenderDrawBlendMode(executor->renderer,
                               colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(executor->renderer, colour.r, colour.g, colour.b, colour.a);
    SDL_RenderFillRect(executor->renderer, &rect);
}

static void draw_fill_look(struct renderer_executor *executor, const struct item *item) {
    fill(executor, item->colour, item->seen);
}

static void draw_coverage(struct renderer_executor *executor, const struct item *item) {
    SDL_Point corner;
    SDL_Texture *texture = textures_coverage(&executor->textures, item->bake, &corner);
    if (!texture) {
        return;
    }
    textures_colour(&executor->textures, texture, item->colour);
    bake_pieces(item->bake, item->place, item->seen, &executor->pieces);
    for (size_t i = 0; i < executor->pieces.list.count; i++) {
        const struct piece *piece = &executor->pieces.list.items[i];
        SDL_Rect from = {corner.x + piece->from.x, corner.y + piece->from.y, piece->from.w,
                         piece->from.h};
        SDL_Rect to = {piece->x, piece->y, piece->from.w, piece->from.h};
        if (piece->full) {
            fill(executor, item->colour, to);
        } else {
            SDL_RenderCopy(executor->renderer, texture, &from, &to);
        }
    }
}

static void copy(struct renderer_executor *executor, SDL_Texture *texture,
                 const struct item *item) {
    SDL_Rect from = {item->seen.x - item->place.x, item->seen.y - item->place.y, item->seen.w,
                     item->seen.h};
    SDL_RenderCopy(executor->renderer, texture, &from, &item->seen);
}

static void draw_mask(struct renderer_executor *executor, const struct item *item) {
    SDL_Texture *texture = textures_mask(&executor->textures, &item->picture);
    if (texture) {
        textures_colour(&executor->textures, texture, item->colour);
        copy(executor, texture, item);
    }
}

static void draw_picture(struct renderer_executor *executor, const struct item *item) {
    SDL_Texture *texture = textures_picture(&executor->textures, &item->picture);
    if (texture) {
        textures_opacity(&executor->textures, texture, item->opacity);
        copy(executor, texture, item);
    }
}

/* Scaled as a whole and clipped, because a part of a scaled picture has no whole source pixels. */
static void draw_video_look(struct renderer_executor *executor, const struct item *item) {
    SDL_Texture *texture = textures_video(&executor->textures, &executor->executor.frame.video);
    if (texture) {
        SDL_RenderSetClipRect(executor->renderer, &item->seen);
        SDL_RenderCopy(executor->renderer, texture, NULL, &item->place);
        SDL_RenderSetClipRect(executor->renderer, NULL);
    }
}

static void draw_layer_look(struct renderer_executor *executor, const struct item *item) {
    const struct frame *frame = &executor->executor.frame;
    size_t index = (size_t)(item - frame->items.items);
    bool fresh;
    SDL_Texture *texture =
        textures_layer(&executor->textures, item->content, SDL_min(item->place.w, 2 * frame->width),
                       SDL_min(item->place.h, 2 * frame->height), &fresh);
    if (!texture) {
        return;
    }
    if (fresh) {
        SDL_Texture *outer = SDL_GetRenderTarget(executor->renderer);
        SDL_SetRenderTarget(executor->renderer, texture);
        draw_items(executor, index + 1, item_after(frame, index));
        SDL_SetRenderTarget(executor->renderer, outer);
    }
    copy(executor, texture, item);
}

/* What the items before it drew already. */
static void draw_resting(struct renderer_executor *executor, const struct item *item) {
    (void)executor;
    (void)item;
}

static draw_look *const looks[] = {
    [LOOK_FILL] = draw_fill_look,  [LOOK_COVERAGE] = draw_coverage, [LOOK_MASK] = draw_mask,
    [LOOK_PICTURE] = draw_picture, [LOOK_VIDEO] = draw_video_look,  [LOOK_LAYER] = draw_layer_look,
    [LOOK_RESTING] = draw_resting,
};

static void draw_items(struct renderer_executor *executor, size_t first, size_t end) {
    const struct frame *frame = &executor->executor.frame;
    SDL_SetRenderDrawColor(executor->renderer, 0, 0, 0, 255);
    SDL_RenderClear(executor->renderer);
    for (size_t i = first; i < end; i = item_after(frame, i)) {
        looks[frame->items.items[i].look](executor, &frame->items.items[i]);
        executor->executor.counts.commands++;
    }
}

/* All bakes are uploaded before the first is drawn: SDL draws what waits before it changes a
   texture that is used in it. */
static void upload_bakes(struct renderer_executor *executor) {
    const struct frame *frame = &executor->executor.frame;
    textures_frame_begin(&executor->textures);
    for (size_t i = 0; i < frame->items.count; i++) {
        SDL_Point corner;
        if (frame->items.items[i].look == LOOK_COVERAGE) {
            (void)textures_coverage(&executor->textures, frame->items.items[i].bake, &corner);
        }
    }
}

static struct renderer_executor *renderer_of(struct executor *executor) {
    return (struct renderer_executor *)executor;
}

static void renderer_size(struct executor *executor, int *width, int *height) {
    bool turned = executor_is_turned(executor);
    SDL_GetRendererOutputSize(renderer_of(executor)->renderer, turned ? height : width,
                              turned ? width : height);
}

/* A texture of the upright picture's size to draw on. */
static SDL_Texture *upright(struct renderer_executor *executor) {
    const struct frame *frame = &executor->executor.frame;
    if (executor->upright &&
        (executor->upright_width != frame->width || executor->upright_height != frame->height)) {
        SDL_DestroyTexture(executor->upright);
        executor->upright = NULL;
    }
    if (!executor->upright) {
        executor->upright =
            SDL_CreateTexture(executor->renderer, SDL_PIXELFORMAT_ARGB8888,
                              SDL_TEXTUREACCESS_TARGET, frame->width, frame->height);
        executor->upright_width = frame->width;
        executor->upright_height = frame->height;
        if (executor->upright) {
            SDL_SetTextureBlendMode(executor->upright, SDL_BLENDMODE_NONE);
        }
    }
    return executor->upright;
}

static void draw_turned(struct renderer_executor *executor) {
    const struct frame *frame = &executor->executor.frame;
    SDL_Rect all = {0, 0, frame->width, frame->height};
    SDL_Rect on_screen = executor_turned(&executor->executor, all, frame->width, frame->height);
    SDL_FRect place = {(float)(on_screen.w - all.w) / 2, (float)(on_screen.h - all.h) / 2,
                       (float)all.w, (float)all.h};
    SDL_SetRenderTarget(executor->renderer, upright(executor));
    draw_items(executor, 0, frame->items.count);
    SDL_SetRenderTarget(executor->renderer, NULL);
    SDL_RenderCopyExF(executor->renderer, executor->upright, NULL, &place,
                      90 * executor->executor.setup.rotation, NULL, SDL_FLIP_NONE);
}

/* The textures of the last frame are all still there: repeating it needs no pixels. */
static void renderer_repeat(struct executor *executor) {
    struct renderer_executor *renderer = renderer_of(executor);
    if (executor->setup.rotation == ROTATION_0) {
        draw_items(renderer, 0, executor->frame.items.count);
    } else {
        draw_turned(renderer);
    }
    SDL_RenderFlush(renderer->renderer);
}

static void renderer_draw(struct executor *executor) {
    struct renderer_executor *renderer = renderer_of(executor);
    SDL_Rect all = {0, 0, executor->frame.width, executor->frame.height};
    upload_bakes(renderer);
    renderer_repeat(executor);
    executor->counts.pixels += (uint64_t)all.w * (uint64_t)all.h;
    executor->damage.rects[0] = all;
    executor->damage.count = 1;
    textures_frame_end(&renderer->textures);
}

static void renderer_destroy(struct executor *executor) {
    struct renderer_executor *renderer = renderer_of(executor);
    textures_finish(&renderer->textures);
    if (renderer->upright) {
        SDL_DestroyTexture(renderer->upright);
    }
    LIST_FINISH(&renderer->pieces.list);
    executor_finish(executor);
    free(renderer);
}

static const struct executor_operations renderer_operations = {.size = renderer_size,
                                                               .draw = renderer_draw,
                                                               .repeat = renderer_repeat,
                                                               .destroy = renderer_destroy};

struct executor *executor_create_renderer(const struct executor_setup *setup,
                                          SDL_Renderer *renderer) {
    struct renderer_executor *executor = memory_alloc_zeroed(1, sizeof *executor);
    executor_init(&executor->executor, &renderer_operations, setup);
    executor->renderer = renderer;
    textures_init(&executor->textures, renderer, TEXTURE_BUDGET);
    return &executor->executor;
}
