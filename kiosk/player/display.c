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

/* What decoders ask of rows with vectors of 64 bytes, colours included, and of whole macroblocks.
 */
enum { PITCH_ALIGNMENT = 128, LINES_ALIGNMENT = 32 };

/* The most pictures in one of libvlc's pools. */
enum { POOL_MOST = 64 };

static int aligned(unsigned size, unsigned alignment) {
    return (int)((size + alignment - 1) / alignment * alignment);
}

static int pitch_of(const video_format_t *format) {
    return aligned(format->i_width, PITCH_ALIGNMENT);
}

static int lines_of(const video_format_t *format) {
    return aligned(format->i_height, LINES_ALIGNMENT);
}

static struct ring *ring_of(picture_t *picture) {
    return (struct ring *)picture->p_sys;
}

static void leave_ring(picture_t *picture) {
    ring_discard(ring_of(picture), ring_slot_of(ring_of(picture), picture->p[0].p_pixels));
    free(picture);
}

/* A picture of the shared memory, so that what is decoded need not be copied. NULL: none is free.
 */
static picture_t *picture_in_ring(struct ring *ring, const video_format_t *format) {
    int slot = ring_claim(ring);
    if (slot < 0) {
        return NULL;
    }
    int lines = lines_of(format);
    struct ring_planes planes = ring_planes(ring, slot, pitch_of(format), lines);
    picture_resource_t resource = {.p_sys = (picture_sys_t *)ring, .pf_destroy = leave_ring};
    for (int i = 0; i < 3; i++) {
        resource.p[i].p_pixels = planes.planes[i];
        resource.p[i].i_pitch = planes.pitches[i];
        resource.p[i].i_lines = i == 0 ? lines : lines / 2;
    }
    picture_t *picture = picture_NewFromResource(format, &resource);
    if (!picture) {
        ring_discard(ring, slot);
    }
    return picture;
}

static picture_pool_t *pool_in_ring(struct ring *ring, const video_format_t *format,
                                    unsigned count) {
    picture_t *pictures[POOL_MOST];
    unsigned wanted = count + OUTPUT_PICTURES_HELD;
    wanted = wanted < POOL_MOST ? wanted : POOL_MOST;
    unsigned made = 0;
    while (made < wanted && (pictures[made] = picture_in_ring(ring, format))) {
        made++;
    }
    picture_pool_t *pool = made > OUTPUT_PICTURES_HELD ? picture_pool_New(made, pictures) : NULL;
    for (unsigned i = 0; !pool && i < made; i++) {
        picture_Release(pictures[i]);
    }
    return pool;
}

static picture_pool_t *display_pool(vout_display_t *display, unsigned count) {
    struct vout_display_sys_t *sys = display->sys;
    struct ring *ring = &sys->output->channel->ring;
    if (!sys->pool && ring->shared) {
        sys->pool = pool_in_ring(ring, &display->fmt, count);
    } else if (!sys->pool) {
        sys->pool = picture_pool_NewFromFormat(&display->fmt, count);
    }
    return sys->pool;
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

/* No more than what is to be seen: libvlc cuts the rest off. */
static void trim(video_format_t *format) {
    format->i_width = format->i_visible_width;
    format->i_height = format->i_visible_height;
    format->i_x_offset = format->i_y_offset = 0;
}

/* The largest size of this shape, both sides even, within the ring's. */
static void fit_within(video_format_t *format, int width, int height) {
    double across = (double)width / format->i_visible_width;
    double down = (double)height / format->i_visible_height;
    double scale = across < down ? across : down;
    if (scale < 1) {
        format->i_visible_width = ((unsigned)(format->i_visible_width * scale) | 1U) - 1U;
        format->i_visible_height = ((unsigned)(format->i_visible_height * scale) | 1U) - 1U;
        trim(format);
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

/* The size and the planes that the ring has room for; without one, what it could have. */
static void fit_ring(const struct ring *ring, video_format_t *format) {
    fit_within(format, ring->shared ? ring->width : RING_WIDTH_MOST,
               ring->shared ? ring->height : RING_HEIGHT_MOST);
    if (ring->shared && !ring_fits(ring, pitch_of(format), lines_of(format))) {
        trim(format);
    }
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
    display->fmt = format;
    fit_ring(&output->channel->ring, &display->fmt);
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
