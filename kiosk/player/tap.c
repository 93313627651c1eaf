/* The tap: sees each picture as it leaves the decoder, before libvlc's clock takes its stamp away.

   libvlc knows when a picture is due, not which moment of the film it is: the container's stamp is
   gone by the time that a display gets the picture. A decoder is a module, so this is one that
   opens the decoder proper on the same object and puts itself between it and what takes its
   pictures. So the stamp is known, and on the way to a sought picture those before it go no
   further. Everything here is called by libvlc's threads. */
#include "player/modules.h"
#include "player/output.h"

#include <stdlib.h>

#include <vlc_codec.h>
#include <vlc_modules.h>
#include <vlc_variables.h>

#define TAP_VARIABLE "kiosk-tap"

/* More than any codec decodes ahead of its first picture. */
enum { EARLY_MOST = 16 };

/* The samples a second of 1080p at 60 pictures, in whole macroblocks. */
#define LIGHT_MOST (1920.0 * 1088 * 60)

/* libvlc's MP4 demuxer knows no time before 0: all blocks that are to be decoded before the film
   begins get 0, and their stamps, which count from there, come out late. By how much the first
   block tells that is to be decoded later. */
struct early {
    int64_t stamps[EARLY_MOST]; /* as they came, in the order of decoding */
    int count;
    int64_t next; /* when the next block is to be decoded; 0: not known yet */
    int64_t last; /* the last stamp amended */
};

struct tap {
    struct output *output;
    struct early early;
    module_t *module; /* the decoder proper */
    int (*decode)(decoder_t *, block_t *);
    void (*flush)(decoder_t *);
    int (*queue)(decoder_t *, picture_t *);
    picture_t *last; /* the last early picture since the flush, and its stamp */
    struct output_stamp last_stamp;
};

static struct tap *tap_of(decoder_t *decoder) {
    return var_GetAddress(decoder, TAP_VARIABLE);
}

static void early_note(struct early *early, const block_t *block) {
    if (early->next != 0 || block->i_pts <= VLC_TS_INVALID) {
        return;
    }
    if (block->i_dts > VLC_TS_0) {
        early->next = block->i_dts;
    } else if (block->i_dts == VLC_TS_0 && early->count < EARLY_MOST) {
        early->stamps[early->count++] = block->i_pts;
    }
}

/* What the picture's stamp should be. Of two with the same stamp the late one comes first, unless
   the decoder has noticed by itself: stamps rise. */
static int64_t early_amend(struct early *early, int64_t stamp, const video_format_t *format) {
    if (early->count == 0 || format->i_frame_rate == 0) {
        return stamp;
    }
    int64_t period = CLOCK_FREQ * (int64_t)format->i_frame_rate_base / format->i_frame_rate;
    /* A decoder that gives its first picture as soon as the order of pictures allows does so at the
       moment 0: the next block is then the first that is later. */
    int64_t next = early->next != 0 ? early->next : VLC_TS_0 + period;
    for (int i = 0; i < early->count; i++) {
        int64_t late = VLC_TS_0 - next + (early->count - i) * period;
        if (early->stamps[i] == stamp && stamp - late > early->last) {
            early->stamps[i] = VLC_TS_INVALID;
            early->last = stamp - late;
            return early->last;
        }
    }
    early->last = stamp;
    return stamp;
}

static void keep(struct tap *tap, picture_t *picture, const struct output_stamp *stamp) {
    if (tap->last) {
        picture_Release(tap->last);
    }
    tap->last = picture;
    if (picture) {
        tap->last_stamp = *stamp;
    }
}

/* libvlc keeps back what it takes for a picture of before the seek: with B-frames, wrongly. */
static int pass(decoder_t *decoder, picture_t *picture, const struct output_stamp *stamp) {
    struct tap *tap = tap_of(decoder);
    int answer = tap->queue(decoder, picture);
    if (answer == VLC_SUCCESS) {
        output_passed(tap->output, stamp);
    }
    return answer;
}

static int queue(decoder_t *decoder, picture_t *picture) {
    struct tap *tap = tap_of(decoder);
    picture->date = early_amend(&tap->early, picture->date, &decoder->fmt_in.video);
    struct output_stamp stamp;
    switch (output_stamp(tap->output, picture, &stamp)) {
    case OUTPUT_ON:
        return pass(decoder, picture, &stamp);
    case OUTPUT_EARLY:
        keep(tap, picture, &stamp);
        break;
    case OUTPUT_AWAY:
        picture_Release(picture);
        break;
    }
    return VLC_SUCCESS;
}

/* libvlc says where pictures go only after the decoder was opened. */
static int decode(decoder_t *decoder, block_t *block) {
    struct tap *tap = tap_of(decoder);
    if (decoder->pf_queue_video != queue) {
        tap->queue = decoder->pf_queue_video;
        decoder->pf_queue_video = queue;
    }
    if (block) {
        early_note(&tap->early, block);
        /* So marked, blocks before the one sought make a decoder throw away what comes of them: but
           what comes then is a picture of before. */
        block->i_flags &= ~(uint32_t)BLOCK_FLAG_PREROLL;
    }
    int answer = tap->decode(decoder, block);
    if (!block && tap->last && output_at_end(tap->output, &tap->last_stamp)) {
        picture_t *last = tap->last;
        tap->last = NULL;
        (void)pass(decoder, last, &tap->last_stamp);
    }
    return answer;
}

static void flush(decoder_t *decoder) {
    struct tap *tap = tap_of(decoder);
    tap->early = (struct early){0};
    keep(tap, NULL, NULL);
    output_flushed(tap->output);
    if (tap->flush) {
        tap->flush(decoder);
    }
}

/* Asked again while it looks for the decoder proper, the tap makes way for it. */
static bool is_looking(decoder_t *decoder) {
    return var_Type(decoder, TAP_VARIABLE) != 0 && tap_of(decoder) != NULL;
}

/* One thread decodes it with ease on any processor that a kiosk has. A film whose rate is not told
   counts as one of 60 pictures. */
static bool is_light(const es_format_t *format) {
    const video_format_t *video = &format->video;
    bool rated = video->i_frame_rate > 0 && video->i_frame_rate_base > 0;
    double rate = rated ? (double)video->i_frame_rate / video->i_frame_rate_base : 60;
    double samples = (double)video->i_width * video->i_height * rate;
    return format->i_codec == VLC_CODEC_H264 && samples > 0 && samples <= LIGHT_MOST;
}

/* Several threads take half as much again of the processor, for what one does in time. */
static void choose_threads(decoder_t *decoder) {
    if (is_light(&decoder->fmt_in)) {
        var_Create(decoder, "avcodec-threads", VLC_VAR_INTEGER);
        var_SetInteger(decoder, "avcodec-threads", 1);
    }
}

int tap_open(vlc_object_t *object) {
    decoder_t *decoder = (decoder_t *)object;
    struct output *output = var_InheritAddress(object, OUTPUT_VARIABLE);
    if (!output || is_looking(decoder)) {
        return VLC_EGENERIC;
    }
    struct tap *tap = calloc(1, sizeof *tap);
    if (!tap) {
        return VLC_ENOMEM;
    }
    tap->output = output;
    var_Create(decoder, TAP_VARIABLE, VLC_VAR_ADDRESS);
    var_SetAddress(decoder, TAP_VARIABLE, tap);
    choose_threads(decoder);
    tap->module = module_need(decoder, "video decoder", NULL, false);
    if (!tap->module) {
        tap_close(object);
        return VLC_EGENERIC;
    }
    tap->decode = decoder->pf_decode;
    tap->flush = decoder->pf_flush;
    decoder->i_extra_picture_buffers++; /* for the last early one */
    decoder->pf_decode = decode;
    decoder->pf_flush = flush;
    return VLC_SUCCESS;
}

void tap_close(vlc_object_t *object) {
    decoder_t *decoder = (decoder_t *)object;
    struct tap *tap = tap_of(decoder);
    if (tap->module) {
        module_unneed(decoder, tap->module);
    }
    if (tap->queue) {
        decoder->pf_queue_video = tap->queue; /* another tap may be opened on this decoder */
    }
    keep(tap, NULL, NULL);
    var_SetAddress(decoder, TAP_VARIABLE, NULL);
    free(tap);
}
