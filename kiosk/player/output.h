/* The output: libvlc's pictures, stamped and counted, on their way into the ring. */
#ifndef PLAYER_OUTPUT_H
#define PLAYER_OUTPUT_H

#include "media/ring.h"
#include "media/timeline.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

struct output;

/* A picture that the screen has, or that waits for it. */
struct loan {
    struct picture_t *picture;
    int times; /* handed over and not returned */
};

/* The most pictures of one output that are neither libvlc's nor free: one on its way, one waiting
   for the screen, one shown and one that the screen has returned. */
enum { OUTPUT_PICTURES_HELD = 4 };

/* What all clips of this process share: the ring, and whose turn it is to fill it. */
struct channel {
    pthread_mutex_t lock; /* also guards every output's fields */
    struct ring ring;     /* shared NULL until the screen has sent one */
    struct loan loans[RING_SLOTS];
    struct output *on_air;
    pthread_cond_t stirred; /* an output rests no longer */
    int socket;             /* where the screen hears of new pictures; -1 for none */
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

/* What is known of a picture from the moment that it was decoded. */
struct output_stamp {
    uint32_t serial;
    uint64_t run; /* decoding begins a new run after each seek and at a loop's seam */
    int64_t time; /* microseconds of the film */
};

/* Far more than the pictures between decoder and display. */
enum { OUTPUT_STAMPS = 64 };

/* One clip's side of the channel. Written by libvlc's threads and the media thread, under the
   channel's lock. */
struct output {
    struct channel *channel;
    struct timeline timeline;
    struct output_moments moments;
    struct output_stamp stamps[OUTPUT_STAMPS]; /* by serial */
    struct ring_picture picture;               /* what is known of the last one */
    struct picture_t *next;                    /* the newest for the visitor, not handed over yet */
    uint32_t clip;
    uint32_t stamped;    /* the serial of the last picture decoded */
    uint32_t shown;      /* the serial of the last picture displayed, for the visitor or not */
    uint32_t accepted;   /* the serial of the last picture for the visitor */
    int64_t shown_date;  /* when libvlc had it due */
    uint64_t pictures;   /* delivered so far */
    uint64_t run;        /* the one that is being decoded */
    uint64_t wanted_run; /* pictures of earlier runs are not for the visitor */
    int64_t from;        /* nor are those of this run before this moment */
    int64_t landed;      /* the moment of the first picture on its way, -1 before */
    int64_t time;        /* of the last picture that the visitor got */
    bool exact;          /* nor is anything if the run begins after `from` */
    bool hold;           /* after the next picture no further ones are wanted */
    bool held;           /* and that picture has come */
    bool reached;        /* a picture wanted by the last output_await has come */
    bool begun;          /* a picture was displayed, for the visitor or not */
    bool pictured;       /* there was a picture for the visitor */
    bool resting;        /* see output_rest */
};

void output_init(struct output *output, struct channel *channel, uint32_t clip);
void output_finish(struct output *output);

/* From now on no picture is for the visitor, until output_await. The media thread's. */
void output_hide(struct output *output);

/* From now on pictures are for the visitor from the film's moment `wanted` on, and only in the run
   that a seek begins. `exact`: not if that run begins too late, see output_missed; `hold`: only
   the first one. Called by the media thread before it tells libvlc to seek. */
void output_await(struct output *output, int64_t wanted, bool exact, bool hold);

/* The film stands still: what is on its way to the visitor stays away until it goes on. The lock is
   held. */
void output_stand(struct output *output);

/* A paused film of which nothing is wanted rests: libvlc, which would display its picture again
   fifteen times a second, does so once. Whoever is about to ask libvlc for anything ends the rest
   first. The media thread's. */
void output_rest(struct output *output, bool resting);

/* Has the run that is awaited begun after the picture wanted? The lock is held, or `output` is a
   copy. */
bool output_missed(const struct output *output);

/* Makes this output the one that fills the ring, with its last picture at once; NULL for none. */
void channel_put_on_air(struct channel *channel, struct output *output);

/* The variable in which this program's modules find the output of the player they belong to. */
#define OUTPUT_VARIABLE "kiosk-output"

struct picture_t;

enum output_way {
    OUTPUT_ON,    /* to the display */
    OUTPUT_EARLY, /* no further, unless it is the last there is: see output_at_end */
    OUTPUT_AWAY,
};

/* For the tap: a picture was decoded, with the container's stamp as its date. Which way is it to
   go? */
enum output_way output_stamp(struct output *output, struct picture_t *picture,
                             struct output_stamp *stamp);

/* For the tap: the file has ended, and this was the last early picture. True if it is to go on,
   because what was sought lies beyond: the last picture is what is on at any later moment. */
bool output_at_end(struct output *output, const struct output_stamp *stamp);

/* For the tap: libvlc has taken the picture with this stamp for its display. */
void output_passed(struct output *output, const struct output_stamp *stamp);

/* For the tap: decoding begins a new run. */
void output_flushed(struct output *output);

/* For the display: a format was chosen, a picture is about to be shown, and now it is. */
struct output_format {
    int width, height, shown_width, shown_height;
    bool full_range, bt709;
    unsigned rate, rate_base;
};
void output_format(struct output *output, const struct output_format *format);
void output_prepare(struct output *output, struct picture_t *picture);
void output_display(struct output *output);

#endif
