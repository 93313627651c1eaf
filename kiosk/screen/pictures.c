/* Pictures and video: fitted to their place, cropped to what is seen. */
#include "base/hash.h"
#include "screen/resolve.h"

#include <math.h>

/* The part of a picture that has the shape of `place`, from the middle of `part`. */
static struct rect covering_part(struct rect part, float picture_shape, float place_shape) {
    if (picture_shape > place_shape) {
        float w = part.w * place_shape / picture_shape;
        return (struct rect){part.x + (part.w - w) / 2, part.y, w, part.h};
    }
    float h = part.h * picture_shape / place_shape;
    return (struct rect){part.x, part.y + (part.h - h) / 2, part.w, h};
}

/* The largest rectangle of that shape in the middle of `place`; `place` itself where they differ
   by less than a hundredth, as rounding may. */
static SDL_Rect contained_place(SDL_Rect place, float shape) {
    float place_shape = (float)place.w / (float)place.h;
    if (fabsf(place_shape / shape - 1) < 0.01F) {
        return place;
    }
    int w = SDL_min(place.w, SDL_max(1, snap_pixel((float)place.h * shape)));
    int h = SDL_min(place.h, SDL_max(1, snap_pixel((float)place.w / shape)));
    return (SDL_Rect){place.x + (place.w - w) / 2, place.y + (place.h - h) / 2, w, h};
}

/* Changes place and part to what the fit asks for; false while the picture's size is not known. */
static bool fit_picture(const struct resolver *resolver, const struct draw_command *command,
                        SDL_Rect *place, struct rect *part) {
    int width;
    int height;
    if (command->fit == FIT_STRETCH) {
        return true;
    }
    if (!images_size(resolver->setup->images, command->words, &width, &height)) {
        return false;
    }
    float shape = part->w * (float)width / (part->h * (float)height);
    if (command->fit == FIT_CONTAIN) {
        *place = contained_place(*place, shape);
    } else {
        *part = covering_part(*part, shape, (float)place->w / (float)place->h);
    }
    return true;
}

/* A picture enlarged far beyond the screen is scaled no further than it is seen. */
static void crop_to_seen(struct resolver *resolver, SDL_Rect *place, struct rect *part) {
    const struct frame *frame = resolver->frame;
    SDL_Rect seen;
    if ((place->w > 2 * frame->width || place->h > 2 * frame->height) &&
        SDL_IntersectRect(place, &resolver_scope(resolver)->clip, &seen)) {
        float across = part->w / (float)place->w;
        float down = part->h / (float)place->h;
        *part = (struct rect){part->x + (float)(seen.x - place->x) * across,
                              part->y + (float)(seen.y - place->y) * down, (float)seen.w * across,
                              (float)seen.h * down};
        *place = seen;
    }
}

static uint64_t picture_key(const char *path, struct rect part, SDL_Rect place,
                            uint64_t generation) {
    uint64_t key = hash_bytes(hash_string(HASH_START, path), &part, sizeof part);
    return hash_int(hash_int(hash_int(key, place.w), place.h), (int64_t)generation);
}

/* The pixels of a picture, its corners cut if it has a radius. */
static struct pixels picture_pixels(struct resolver *resolver, const struct draw_command *command,
                                    const SDL_Surface *surface, uint64_t key) {
    float radius = snap_radius(resolver, command->radius);
    if (radius > 0) {
        const struct bake *bake = raster_round_picture(resolver->raster, surface, key, radius);
        return (struct pixels){bake->pixels, bake->pitch, bake->width, bake->height,
                               bake->entry.key};
    }
    return (struct pixels){surface->pixels, surface->pitch, surface->w, surface->h, key};
}

static void add_picture(struct resolver *resolver, const struct draw_command *command,
                        SDL_Rect place, const struct pixels *picture) {
    float opacity = snap_within(command->opacity, 0, 1);
    bool mask = command->colour.a > 0;
    struct item item = {.look = mask ? LOOK_MASK : LOOK_PICTURE,
                        .colour = colour_with_alpha(command->colour, opacity),
                        .opacity = (uint8_t)(opacity * 255 + 0.5F),
                        .place = place,
                        .picture = *picture};
    item.content = hash_int(command->hash, (int64_t)picture->key);
    resolver_add(resolver, &item);
}

void resolve_image(struct resolver *resolver, const struct draw_command *command) {
    SDL_Rect place = command->radius > 0 ? snap_size(resolver, command->rect)
                                         : snap_edges(resolver, command->rect, 1);
    bool has_part = command->part.w > 0 && command->part.h > 0;
    struct rect part = has_part ? command->part : (struct rect){0, 0, 1, 1};
    bool ahead = resolver_scope(resolver)->ahead;
    struct images *images = resolver->setup->images;
    if (!images || (ahead && images_wait(images)) || !(command->opacity > 0) ||
        !resolver_sees(resolver, place) || !fit_picture(resolver, command, &place, &part)) {
        return;
    }
    crop_to_seen(resolver, &place, &part);
    uint64_t generation = 0;
    const SDL_Surface *surface =
        ahead ? images_get_ahead(images, command->words, part, place.w, place.h, &generation)
              : images_get(images, command->words, part, place.w, place.h, &generation);
    if (surface) {
        uint64_t key = picture_key(command->words, part, place, generation);
        struct pixels picture = picture_pixels(resolver, command, surface, key);
        add_picture(resolver, command, place, &picture);
    }
}

static bool video_there(struct resolver *resolver) {
    const struct video_source *source = resolver->setup->video;
    struct frame *frame = resolver->frame;
    if (!resolver->asked_video) {
        resolver->asked_video = true;
        frame->has_video = source && source->take(source->self, &frame->video);
        if (frame->has_video) {
            video_tiles_take(&frame->tiles, &frame->video);
        }
    }
    const struct video_picture *video = &frame->video;
    return frame->has_video && video->width > 0 && video->height > 0 && video->shown_width > 0 &&
           video->shown_height > 0;
}

void resolve_video(struct resolver *resolver, const struct draw_command *command) {
    SDL_Rect place = snap_edges(resolver, command->rect, 1);
    if (resolver_sees(resolver, place) && video_there(resolver)) {
        const struct video_picture *video = &resolver->frame->video;
        place = contained_place(place, (float)video->shown_width / (float)video->shown_height);
        /* A layer is kept as one picture; elsewhere damage adds what changed in this one. */
        const struct scope *scope = resolver_scope(resolver);
        bool layered = scope->moved || scope->whole;
        uint64_t content = hash_int(command->hash, (int64_t)resolver->frame->tiles.stream);
        content = layered ? hash_int(content, (int64_t)video->serial) : content;
        resolver_add(resolver,
                     &(struct item){.look = LOOK_VIDEO, .place = place, .content = content});
    }
}
