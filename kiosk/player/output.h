/* The output: libvlc's pictures, dated and counted, on their way into the ring. */
#ifndef PLAYER_OUTPUT_H
#define PLAYER_OUTPUT_H

#include "media/ring.h"
#include "media/timeline.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

struct output;

/* What all clips of this process share: the ring, and whose turn it is to fill it. */
struct channel {
    pthread_mutex_t lock; /* also guards every output's fields */
    struct ring ring;     /* shared NULL until the screen has sent one */
    struct output *on_air;
    int socket;  /* where the screen hears of new pictures; -1 for none */
    int changed; /* an eventfd: something happened that the media thread should look at */
};

bool channel_init(struct channel *channel, int socket);
void channel_finish(struct channel *channel);

/* Wakes the media thread. Any thread. */
void channel_changed(struct channel *channel);

/* What libvlc tells of a clip from its own threads. */
struct output_moments {
    bool playing, paused, ended, failed;
    int64_t alive_at; /* clock_now_micros when libvlc last did anything */
    int64_t clock;    /* microseconds of the film, told now and then */
};

/* One clip's side of the channel. Written by libvlc's threads and the media thread, under the
   channel's lock. */
struct output {
    struct channel *channel;
    struct timeline timeline;
    struct output_moments moments;
    struct ring_picture picture; /* what is known of the last one */
    struct picture_t *kept;      /* the newest picture while not on air */
    uint32_t clip;
    uint64_t pictures;  /* delivered so far */
    int64_t seek;       /* what libvlc was asked for; -1: the next run is a loop's seam */
    int64_t from;       /* pictures before this moment of the film are not for the visitor */
    int64_t settled_at; /* until then the picture of a paused seek may still be replaced */
    bool buffering;     /* a run was announced and is not ready */
    bool hold;          /* after the next picture no further ones are wanted */
    bool held;          /* and that picture has come */
    bool landed;        /* the last run announced has had a picture */
    bool reached;       /* and one for the visitor */
    bool begun;         /* the first run has had its first picture */
    bool pictured;      /* there was a picture for the visitor */
    bool prepared;      /* the ring's back slot holds this output's next picture */
};

void output_init(struct output *output, struct channel *channel, uint32_t clip);
void output_finish(struct output *output);

/* Makes this output the one that fills the ring, with its last picture at once; NULL for none. */
void channel_put_on_air(struct channel *channel, struct output *output);

/* libvlc's display module: picked with --vout=NAME; it finds its output in the variable. */
#define OUTPUT_MODULE "kiosk"
#define OUTPUT_VARIABLE "kiosk-output"

/* For the module: a format was chosen, a picture is about to be shown, and now it is. */
struct picture_t;
struct output_format {
    int width, height, shown_width, shown_height;
    bool full_range, bt709;
    unsigned rate, rate_base;
};
void output_format(struct output *output, const struct output_format *format);
void output_prepare(struct output *output, struct picture_t *picture);
void output_display(struct output *output);

#endif
