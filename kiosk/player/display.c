/* The display module: what libvlc's core takes for a video output, and is this program's.

   The public memory output hands over bare planes. The display interface beneath it also tells
   the visible size, the rotation, the pixel aspect and the colours, which the screen needs, and
   hands over the pictures themselves, on which the tap has left its stamps. */
#include "player/modules.h"
#include "player/output.h"

#include <stdlib.h>

#include <vlc_picture_pool.h>
#include <vlc_vout_display.h>

struct vout_display_sys_t {
    struct output *output;
    picture_pool_t *pool;
};

static picture_pool_t *display_pool(vout_display_t *display, unsigned count) {
    if (!display->sys->pool) {
        display->sys->pool = picture_pool_NewFromFormat(&display->fmt, count);
    }
    return display->sys->pool;
}

static void display_prepare(vout_display_t *display, picture_t *picture, subpicture_t *words) {
    (void)words;
    output_prepare(display->sys->output, picture);
}

static void display_display(vout_display_t *display, picture_t *picture, subpicture_t *words) {
    output_display(display->sys->output);
    if (words) {
        subpicture_Delete(words);
    }
    picture_Release(picture);
}

/* Sizes, zoom and placement are the screen's business; the pictures stay what they are. */
static int display_control(vout_display_t *display, int query, va_list arguments) {
    (void)display;
    (void)arguments;
    return query == VOUT_DISPLAY_RESET_PICTURES ? VLC_EGENERIC : VLC_SUCCESS;
}

/* The largest size of this shape, both sides even, within the ring's. */
static void fit_within(video_format_t *format, int width, int height) {
    double across = (double)width / format->i_visible_width;
    double down = (double)height / format->i_visible_height;
    double scale = across < down ? across : down;
    if (scale < 1) {
        format->i_visible_width = ((unsigned)(format->i_visible_width * scale) | 1U) - 1U;
        format->i_visible_height = ((unsigned)(format->i_visible_height * scale) | 1U) - 1U;
        format->i_width = format->i_visible_width;
        format->i_height = format->i_visible_height;
        format->i_x_offset = format->i_y_offset = 0;
    }
}

static bool is_opaque(vlc_fourcc_t chroma) {
    const vlc_chroma_description_t *description = vlc_fourcc_GetChromaDescription(chroma);
    return !description || description->plane_count == 0;
}

/* The size as seen: pixels that are wider than high are shown wider. */
static void tell_format(struct output *output, const video_format_t *whole,
                        const video_format_t *fitted) {
    unsigned across = whole->i_sar_num ? whole->i_sar_num : 1;
    unsigned down = whole->i_sar_den ? whole->i_sar_den : 1;
    uint64_t width = whole->i_visible_width;
    uint64_t height = whole->i_visible_height;
    struct output_format told = {
        .width = (int)fitted->i_visible_width,
        .height = (int)fitted->i_visible_height,
        .shown_width = (int)(across > down ? width * across / down : width),
        .shown_height = (int)(across < down ? height * down / across : height),
        .full_range = fitted->i_chroma == VLC_CODEC_J420 || whole->b_color_range_full,
        .bt709 = whole->space == COLOR_SPACE_BT709,
        .rate = whole->i_frame_rate,
        .rate_base = whole->i_frame_rate_base,
    };
    output_format(output, &told);
}

static void ring_limits(struct output *output, int *width, int *height) {
    struct ring *ring = &output->channel->ring;
    pthread_mutex_lock(&output->channel->lock);
    *width = ring->shared ? ring->width : RING_WIDTH_MOST;
    *height = ring->shared ? ring->height : RING_HEIGHT_MOST;
    pthread_mutex_unlock(&output->channel->lock);
}

int display_open(vlc_object_t *object) {
    vout_display_t *display = (vout_display_t *)object;
    struct output *output = var_InheritAddress(object, OUTPUT_VARIABLE);
    if (!output || is_opaque(display->source.i_chroma)) {
        return VLC_EGENERIC;
    }
    display->sys = calloc(1, sizeof *display->sys);
    if (!display->sys) {
        return VLC_ENOMEM;
    }
    display->sys->output = output;
    video_format_t format;
    video_format_ApplyRotation(&format, &display->source);
    format.i_chroma = format.i_chroma == VLC_CODEC_J420 ? VLC_CODEC_J420 : VLC_CODEC_I420;
    int width;
    int height;
    ring_limits(output, &width, &height);
    display->fmt = format;
    fit_within(&display->fmt, width, height);
    tell_format(output, &format, &display->fmt);
    display->pool = display_pool;
    display->prepare = display_prepare;
    display->display = display_display;
    display->control = display_control;
    vout_display_DeleteWindow(display, NULL);
    return VLC_SUCCESS;
}

void display_close(vlc_object_t *object) {
    vout_display_t *display = (vout_display_t *)object;
    if (display->sys->pool) {
        picture_pool_Release(display->sys->pool);
    }
    free(display->sys);
}
