/* Textures: bakes, pictures and the video as SDL's renderer wants them, kept within a bound. */
#ifndef SCREEN_TEXTURES_H
#define SCREEN_TEXTURES_H

#include "screen/atlas.h"
#include "screen/frame.h"
#include "screen/raster.h"
#include "screen/shelf.h"
#include "screen/video.h"

#include <SDL_render.h>

struct textures {
    SDL_Renderer *renderer;
    struct shelf shelf;
    struct atlas atlas;  /* of small coverage */
    SDL_BlendMode over;  /* how a picture covers what is below it */
    bool straight;       /* the renderer cannot blend premultiplied pictures */
    SDL_Texture *video;  /* the newest picture */
    Uint32 video_format; /* IYUV, or XRGB8888 where the renderer has no matrix for it */
    int video_mode;      /* enum SDL_YUV_CONVERSION_MODE that it was made for */
    uint64_t video_serial;
    bool video_filled;
    struct video_scaler scaler;
};

void textures_init(struct textures *textures, SDL_Renderer *renderer, size_t budget);
void textures_finish(struct textures *textures);

/* Once a frame, before and after it is drawn. */
void textures_frame_begin(struct textures *textures);
void textures_frame_end(struct textures *textures);

/* NULL, with a line in the log once, where the renderer cannot have a texture of that size. Valid
   until textures_frame_end. A bake's pixels begin at `*corner` of its texture. */
SDL_Texture *textures_coverage(struct textures *textures, const struct bake *bake,
                               SDL_Point *corner);
SDL_Texture *textures_picture(struct textures *textures, const struct pixels *picture);
SDL_Texture *textures_mask(struct textures *textures, const struct pixels *picture);
SDL_Texture *textures_video(struct textures *textures, const struct video_picture *picture);

/* A texture to draw a layer on; `*fresh` says that it is new and has to be drawn. */
SDL_Texture *textures_layer(struct textures *textures, uint64_t key, int width, int height,
                            bool *fresh);

/* Colours what is drawn from a coverage or mask texture, or makes a picture's texture opaque by
   `opacity`. */
void textures_colour(const struct textures *textures, SDL_Texture *texture, struct colour colour);
void textures_opacity(const struct textures *textures, SDL_Texture *texture, uint8_t opacity);

#endif
