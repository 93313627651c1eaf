/* Textures are made from the same pixels that the surface executor draws with. */
#include "screen/textures.h"

#include "base/hash.h"
#include "base/log.h"
#include "base/memory.h"
#include "screen/operations.h"

#include <libyuv.h>

struct texture {
    struct shelf_entry entry;
    SDL_Texture *texture;
    SDL_Rect place; /* in the atlas, where `round` is not 0 */
    uint64_t round; /* of the atlas, whose texture it then is */
};

enum texture_kind { TEXTURE_COVERAGE = 1, TEXTURE_PICTURE, TEXTURE_MASK, TEXTURE_LAYER };

static void texture_destroy(void *owner, struct shelf_entry *entry) {
    (void)owner;
    struct texture *texture = (struct texture *)entry;
    if (texture->texture && texture->round == 0) {
        SDL_DestroyTexture(texture->texture);
    }
    free(texture);
}

/* SDL's software renderer has no premultiplied blending: it gets straight pixels instead. */
static bool can_premultiply(SDL_Renderer *renderer, SDL_BlendMode over) {
    SDL_Texture *probe =
        SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, 1, 1);
    bool can = probe && SDL_SetTextureBlendMode(probe, over) == 0;
    if (probe) {
        SDL_DestroyTexture(probe);
    }
    return can;
}

void textures_init(struct textures *textures, SDL_Renderer *renderer, size_t budget) {
    *textures = (struct textures){.renderer = renderer};
    shelf_init(&textures->shelf, budget, texture_destroy, NULL);
    textures->over = SDL_ComposeCustomBlendMode(
        SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD,
        SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD);
    textures->straight = !can_premultiply(renderer, textures->over);
    if (textures->straight) {
        textures->over = SDL_BLENDMODE_BLEND;
    }
}

void textures_finish(struct textures *textures) {
    shelf_finish(&textures->shelf);
    atlas_finish(&textures->atlas);
    if (textures->video) {
        SDL_DestroyTexture(textures->video);
    }
    video_scaler_finish(&textures->scaler);
}

void textures_frame_begin(struct textures *textures) {
    atlas_frame_begin(&textures->atlas);
}

void textures_frame_end(struct textures *textures) {
    shelf_frame_end(&textures->shelf);
}

static uint64_t key_of(enum texture_kind kind, uint64_t key) {
    return hash_int(key, kind);
}

/* A texture that cannot be made is kept as none, so that the log says so once. */
static struct texture *add_texture(struct textures *textures, uint64_t key, int access, int width,
                                   int height) {
    struct texture *texture = memory_alloc_zeroed(1, sizeof *texture);
    texture->texture =
        SDL_CreateTexture(textures->renderer, SDL_PIXELFORMAT_ARGB8888, access, width, height);
    if (texture->texture) {
        SDL_SetTextureBlendMode(texture->texture, textures->over);
        SDL_SetTextureScaleMode(texture->texture, SDL_ScaleModeNearest);
    } else {
        log_warning("the graphics driver cannot hold a picture of %d x %d: %s", width, height,
                    SDL_GetError());
    }
    shelf_add(&textures->shelf, &texture->entry, key,
              sizeof *texture + (size_t)width * (size_t)height * 4);
    return texture;
}

/* Coverage as white pixels, which a texture's colour then tints. */
static uint32_t white(const struct textures *textures, uint32_t coverage) {
    return textures->straight ? coverage << 24 | 0xFFFFFF : coverage * 0x01010101;
}

/* What was kept of this bake; NULL if there is nothing, or it was in the atlas before that was
   begun anew. */
static struct texture *find_coverage(struct textures *textures, uint64_t key) {
    struct texture *texture = shelf_find(&textures->shelf, key);
    if (texture && texture->round != 0 && texture->round != textures->atlas.round) {
        shelf_take(&textures->shelf, &texture->entry);
        free(texture);
        texture = NULL;
    }
    return texture;
}

/* In the atlas if it is small, else a texture of its own. */
static struct texture *add_coverage(struct textures *textures, uint64_t key,
                                    const struct bake *bake) {
    SDL_Rect place;
    if (!atlas_place(&textures->atlas, textures->renderer, textures->over, bake->width,
                     bake->height, &place)) {
        return add_texture(textures, key, SDL_TEXTUREACCESS_STATIC, bake->width, bake->height);
    }
    struct texture *texture = memory_alloc_zeroed(1, sizeof *texture);
    texture->texture = textures->atlas.texture;
    texture->place = place;
    texture->round = textures->atlas.round;
    shelf_add(&textures->shelf, &texture->entry, key, sizeof *texture);
    return texture;
}

static void upload_coverage(const struct textures *textures, const struct texture *texture,
                            const struct bake *bake) {
    uint32_t *pixels = memory_alloc((size_t)bake->width * (size_t)bake->height * 4);
    for (int y = 0; y < bake->height; y++) {
        const uint8_t *row = (const uint8_t *)bake->pixels + y * bake->pitch;
        for (int x = 0; x < bake->width; x++) {
            pixels[y * bake->width + x] = white(textures, row[x]);
        }
    }
    const SDL_Rect all = {0, 0, bake->width, bake->height};
    SDL_UpdateTexture(texture->texture, texture->round ? &texture->place : &all, pixels,
                      bake->width * 4);
    free(pixels);
}

SDL_Texture *textures_coverage(struct textures *textures, const struct bake *bake,
                               SDL_Point *corner) {
    uint64_t key = key_of(TEXTURE_COVERAGE, bake->entry.key);
    struct texture *texture = find_coverage(textures, key);
    if (!texture) {
        texture = add_coverage(textures, key, bake);
        if (texture->texture) {
            upload_coverage(textures, texture, bake);
        }
    }
    *corner = (SDL_Point){texture->place.x, texture->place.y};
    return texture->texture;
}

static void upload_straight(SDL_Texture *texture, const struct pixels *picture) {
    uint8_t *pixels = memory_alloc((size_t)picture->width * (size_t)picture->height * 4);
    ARGBUnattenuate(picture->at, picture->pitch, pixels, picture->width * 4, picture->width,
                    picture->height);
    SDL_UpdateTexture(texture, NULL, pixels, picture->width * 4);
    free(pixels);
}

SDL_Texture *textures_picture(struct textures *textures, const struct pixels *picture) {
    uint64_t key = key_of(TEXTURE_PICTURE, picture->key);
    struct texture *texture = shelf_find(&textures->shelf, key);
    if (texture) {
        return texture->texture;
    }
    texture = add_texture(textures, key, SDL_TEXTUREACCESS_STATIC, picture->width, picture->height);
    if (texture->texture && textures->straight) {
        upload_straight(texture->texture, picture);
    } else if (texture->texture) {
        SDL_UpdateTexture(texture->texture, NULL, picture->at, picture->pitch);
    }
    return texture->texture;
}

SDL_Texture *textures_mask(struct textures *textures, const struct pixels *picture) {
    uint64_t key = key_of(TEXTURE_MASK, picture->key);
    struct texture *texture = shelf_find(&textures->shelf, key);
    if (texture) {
        return texture->texture;
    }
    texture = add_texture(textures, key, SDL_TEXTUREACCESS_STATIC, picture->width, picture->height);
    uint32_t *pixels = memory_alloc((size_t)picture->width * (size_t)picture->height * 4);
    for (int y = 0; y < picture->height; y++) {
        const uint32_t *row = (const void *)((const uint8_t *)picture->at + y * picture->pitch);
        for (int x = 0; x < picture->width; x++) {
            pixels[y * picture->width + x] = white(textures, row[x] >> 24);
        }
    }
    if (texture->texture) {
        SDL_UpdateTexture(texture->texture, NULL, pixels, picture->width * 4);
    }
    free(pixels);
    return texture->texture;
}

SDL_Texture *textures_layer(struct textures *textures, uint64_t key, int width, int height,
                            bool *fresh) {
    key = key_of(TEXTURE_LAYER, key);
    struct texture *texture = shelf_find(&textures->shelf, key);
    *fresh = !texture;
    if (!texture) {
        texture = add_texture(textures, key, SDL_TEXTUREACCESS_TARGET, width, height);
        if (texture->texture) {
            SDL_SetTextureBlendMode(texture->texture, SDL_BLENDMODE_NONE);
        }
    }
    return texture->texture;
}

void textures_colour(const struct textures *textures, SDL_Texture *texture, struct colour colour) {
    struct colour ready = textures->straight ? colour : colour_premultiplied(colour);
    SDL_SetTextureColorMod(texture, ready.r, ready.g, ready.b);
    SDL_SetTextureAlphaMod(texture, ready.a);
}

void textures_opacity(const struct textures *textures, SDL_Texture *texture, uint8_t opacity) {
    uint8_t share = textures->straight ? 255 : opacity;
    SDL_SetTextureColorMod(texture, share, share, share);
    SDL_SetTextureAlphaMod(texture, opacity);
}

/* SDL has a matrix for all but BT.709 in full range. */
static Uint32 video_format(const struct video_picture *picture, SDL_YUV_CONVERSION_MODE *mode) {
    if (picture->full_range) {
        *mode = SDL_YUV_CONVERSION_JPEG;
        return picture->bt709 ? SDL_PIXELFORMAT_XRGB8888 : SDL_PIXELFORMAT_IYUV;
    }
    *mode = picture->bt709 ? SDL_YUV_CONVERSION_BT709 : SDL_YUV_CONVERSION_BT601;
    return SDL_PIXELFORMAT_IYUV;
}

/* A texture of the picture's size, format and matrix; the one there is where it fits. */
static bool prepare_video(struct textures *textures, const struct video_picture *picture) {
    SDL_YUV_CONVERSION_MODE mode;
    Uint32 format = video_format(picture, &mode);
    int width = 0;
    int height = 0;
    if (textures->video) {
        SDL_QueryTexture(textures->video, NULL, NULL, &width, &height);
    }
    /* What is drawn with the old matrix must be drawn before the renderer hears of the new one. */
    if (textures->video_mode != (int)mode || SDL_GetYUVConversionMode() != mode) {
        SDL_RenderFlush(textures->renderer);
        SDL_SetYUVConversionMode(mode);
        width = 0;
    }
    if (width != picture->width || height != picture->height || format != textures->video_format) {
        if (textures->video) {
            SDL_DestroyTexture(textures->video);
        }
        textures->video = SDL_CreateTexture(textures->renderer, format, SDL_TEXTUREACCESS_STREAMING,
                                            picture->width, picture->height);
        textures->video_format = format;
        textures->video_mode = (int)mode;
        textures->video_filled = false;
    }
    return textures->video;
}

static void fill_converted(struct textures *textures, const struct video_picture *picture) {
    SDL_Rect all = {0, 0, picture->width, picture->height};
    void *pixels;
    int pitch;
    if (SDL_LockTexture(textures->video, NULL, &pixels, &pitch) == 0) {
        video_draw(&textures->scaler, picture, all, all, pixels, pitch);
        SDL_UnlockTexture(textures->video);
    }
}

SDL_Texture *textures_video(struct textures *textures, const struct video_picture *picture) {
    if (!prepare_video(textures, picture)) {
        return NULL;
    }
    if (!textures->video_filled || textures->video_serial != picture->serial) {
        if (textures->video_format == SDL_PIXELFORMAT_IYUV) {
            SDL_UpdateYUVTexture(textures->video, NULL, picture->planes[0], picture->pitches[0],
                                 picture->planes[1], picture->pitches[1], picture->planes[2],
                                 picture->pitches[2]);
        } else {
            fill_converted(textures, picture);
        }
        textures->video_filled = true;
        textures->video_serial = picture->serial;
    }
    SDL_SetTextureBlendMode(textures->video, SDL_BLENDMODE_NONE);
    SDL_SetTextureScaleMode(textures->video, SDL_ScaleModeLinear);
    return textures->video;
}
