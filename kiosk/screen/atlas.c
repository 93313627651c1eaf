/* The atlas is filled row by row; a row holds what is nearly as high as it. */
#include "screen/atlas.h"

void atlas_finish(struct atlas *atlas) {
    if (atlas->texture) {
        SDL_DestroyTexture(atlas->texture);
    }
    *atlas = (struct atlas){0};
}

static void begin_anew(struct atlas *atlas) {
    for (int i = 0; i < ATLAS_ROWS; i++) {
        atlas->next[i] = (SDL_Point){ATLAS_SIDE, 0};
    }
    atlas->top = 0;
    atlas->full = false;
    atlas->round++;
}

void atlas_frame_begin(struct atlas *atlas) {
    if (atlas->full || atlas->round == 0) {
        begin_anew(atlas);
    }
}

static bool open_texture(struct atlas *atlas, SDL_Renderer *renderer, SDL_BlendMode over) {
    if (!atlas->texture && !atlas->missing) {
        atlas->texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888,
                                           SDL_TEXTUREACCESS_STATIC, ATLAS_SIDE, ATLAS_SIDE);
        atlas->missing = !atlas->texture;
        if (atlas->texture) {
            SDL_SetTextureBlendMode(atlas->texture, over);
            SDL_SetTextureScaleMode(atlas->texture, SDL_ScaleModeNearest);
        }
    }
    return atlas->texture;
}

bool atlas_place(struct atlas *atlas, SDL_Renderer *renderer, SDL_BlendMode over, int width,
                 int height, SDL_Rect *place) {
    int row = (height - 1) / ATLAS_ROW;
    int high = (row + 1) * ATLAS_ROW;
    if (atlas->round == 0 || width < 1 || height < 1 || row >= ATLAS_ROWS ||
        width > ATLAS_SIDE / 2 || !open_texture(atlas, renderer, over)) {
        return false;
    }
    SDL_Point *next = &atlas->next[row];
    if (next->x + width > ATLAS_SIDE) {
        if (atlas->top + high > ATLAS_SIDE) {
            atlas->full = true;
            return false;
        }
        *next = (SDL_Point){0, atlas->top};
        atlas->top += high;
    }
    *place = (SDL_Rect){next->x, next->y, width, height};
    next->x += width;
    return true;
}
