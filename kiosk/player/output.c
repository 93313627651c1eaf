/* The output: libvlc's pictures, stamped and counted, on their way into the ring. */
#include "player/output.h"

#include "base/clock.h"
#include "media/protocol.h"

#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include <vlc_common.h>
#include <vlc_picture.h>

/* A stamp's serial travels in the upper part of a number that each new picture sets, that filters
   copy and that nobody reads where a picture has fields of no more than this many bits. */
enum { FIELD_BITS = 8, SERIALS = 1 << 24 };

/* Seconds that a rest holds libvlc's thread at a time, lest it waits for that thread itself. */
enum { LONGEST_REST = 5 };

bool channel_init(struct channel *channel, int socket) {
    *channel = (struct channel){
        .socket = socket, .ring = {.fd = -1}, .changed = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    pthread_mutex_init(&channel->lock, NULL);
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&channel->stirred, &clock);
    pthread_condattr_destroy(&clock);
    return channel->changed >= 0;
}

/* The screen has returned what lies in this slot. */
static void take_back(struct channel *channel, int slot) {
    struct loan *loan = &channel->loans[slot];
    if (loan->times > 0) {
        loan->times--;
        picture_Release(loan->picture);
    }
}

void channel_finish(struct channel *channel) {
    for (int slot = 0; slot < RING_SLOTS; slot++) {
        while (channel->loans[slot].times > 0) {
            take_back(channel, slot);
        }
    }
    ring_finish(&channel->ring);
    close(channel->changed);
    pthread_cond_destroy(&channel->stirred);
    pthread_mutex_destroy(&channel->lock);
}

void channel_changed(struct channel *channel) {
    eventfd_write(channel->changed, 1);
}

void output_init(struct output *output, struct channel *channel, uint32_t clip) {
    *output = (struct output){.channel = channel, .clip = clip, .landed = -1};
    output->moments.alive_at = clock_now_micros();
}

static void set_next(struct output *output, picture_t *picture) {
    if (output->next) {
        picture_Release(output->next);
    }
    output->next = picture ? picture_Hold(picture) : NULL;
}

void output_finish(struct output *output) {
    pthread_mutex_lock(&output->channel->lock);
    if (output->channel->on_air == output) {
        output->channel->on_air = NULL;
    }
    pthread_mutex_unlock(&output->channel->lock);
    set_next(output, NULL);
}

/* Lends the screen a picture that lies in the ring. */
static void lend(struct output *output, int slot, picture_t *picture) {
    struct channel *channel = output->channel;
    output->picture.clip = output->clip;
    output->picture.serial = ++output->pictures;
    output->picture.pitch = picture->p[0].i_pitch;
    output->picture.lines = picture->p[0].i_lines;
    channel->loans[slot].picture = picture_Hold(picture);
    channel->loans[slot].times++;
    struct ring_handover done = ring_publish(&channel->ring, slot, &output->picture);
    if (done.returned >= 0) {
        take_back(channel, done.returned);
    }
    if (done.wake) {
        struct media_report report = {.type = REPORT_PICTURE, .clip = output->clip};
        (void)protocol_send(channel->socket, &report, sizeof report, -1);
    }
}

/* Hands the next picture over; the lock is held, and the output is on air. */
static void publish(struct output *output) {
    int slot =
        output->next ? ring_slot_of(&output->channel->ring, output->next->p[0].p_pixels) : -1;
    if (slot >= 0) {
        output->time = output->picture.time;
        lend(output, slot, output->next);
    }
    set_next(output, NULL);
}

void channel_put_on_air(struct channel *channel, struct output *output) {
    pthread_mutex_lock(&channel->lock);
    if (channel->on_air) {
        set_next(channel->on_air, NULL);
    }
    channel->on_air = output;
    if (output) {
        publish(output);
    }
    pthread_mutex_unlock(&channel->lock);
}

void output_format(struct output *output, const struct output_format *format) {
    pthread_mutex_lock(&output->channel->lock);
    output->picture = (struct ring_picture){.width = format->width,
                                            .height = format->height,
                                            .shown_width = format->shown_width,
                                            .shown_height = format->shown_height,
                                            .full_range = format->full_range,
                                            .bt709 = format->bt709};
    if (format->rate > 0) {
        timeline_rate(&output->timeline, format->rate, format->rate_base);
    }
    pthread_mutex_unlock(&output->channel->lock);
}

void output_hide(struct output *output) {
    pthread_mutex_lock(&output->channel->lock);
    output->wanted_run = UINT64_MAX;
    pthread_mutex_unlock(&output->channel->lock);
}

void output_await(struct output *output, int64_t wanted, bool exact, bool hold) {
    pthread_mutex_lock(&output->channel->lock);
    output->wanted_run = output->run + 1;
    output->from = wanted - TIMELINE_ROUNDING;
    output->landed = -1;
    output->exact = exact;
    output->hold = hold;
    output->held = output->reached = false;
    pthread_mutex_unlock(&output->channel->lock);
}

void output_rest(struct output *output, bool resting) {
    pthread_mutex_lock(&output->channel->lock);
    output->resting = resting;
    if (!resting) {
        pthread_cond_broadcast(&output->channel->stirred);
    }
    pthread_mutex_unlock(&output->channel->lock);
}

void output_stand(struct output *output) {
    if (!output->reached || output->held) {
        return;
    }
    output->held = true;
    if (output->channel->on_air == output && output->next) {
        output->accepted = 0;
        set_next(output, NULL);
    }
}

static bool is_missed(const struct output *output, int64_t time) {
    return timeline_missed(&output->timeline, time, output->from + TIMELINE_ROUNDING);
}

bool output_missed(const struct output *output) {
    return !output->reached && output->landed >= 0 && is_missed(output, output->landed);
}

/* Gives the picture the next stamp; the lock is held. */
static struct output_stamp new_stamp(struct output *output, picture_t *picture) {
    uint32_t serial = ++output->stamped;
    struct output_stamp stamp = {.serial = serial,
                                 .run = output->run,
                                 .time = timeline_time(&output->timeline, picture->date)};
    output->stamps[serial % OUTPUT_STAMPS] = stamp;
    picture->i_nb_fields &= (1U << FIELD_BITS) - 1;
    picture->i_nb_fields |= serial % SERIALS << FIELD_BITS;
    return stamp;
}

/* The lock is held. Where one picture is to stand, its successors stay away: libvlc skips a picture
   whose successor is due. */
static enum output_way way_of(const struct output *output, const struct output_stamp *stamp) {
    if (stamp->run < output->wanted_run) {
        return OUTPUT_ON;
    }
    if (output->hold && output->landed >= 0) {
        return OUTPUT_AWAY;
    }
    return stamp->time >= output->from ? OUTPUT_ON : OUTPUT_EARLY;
}

enum output_way output_stamp(struct output *output, picture_t *picture,
                             struct output_stamp *stamp) {
    /* Some decoders give pictures away undated on the way to a picture sought. */
    if (picture->date <= VLC_TS_INVALID) {
        return OUTPUT_AWAY;
    }
    pthread_mutex_lock(&output->channel->lock);
    output->moments.alive_at = clock_now_micros();
    *stamp = new_stamp(output, picture);
    enum output_way way = way_of(output, stamp);
    pthread_mutex_unlock(&output->channel->lock);
    return way;
}

bool output_at_end(struct output *output, const struct output_stamp *stamp) {
    pthread_mutex_lock(&output->channel->lock);
    bool wanted = stamp->run >= output->wanted_run && output->landed < 0;
    output->from = wanted ? stamp->time : output->from;
    pthread_mutex_unlock(&output->channel->lock);
    return wanted;
}

void output_passed(struct output *output, const struct output_stamp *stamp) {
    pthread_mutex_lock(&output->channel->lock);
    if (stamp->run >= output->wanted_run && output->landed < 0) {
        output->landed = stamp->time;
        channel_changed(output->channel);
    }
    pthread_mutex_unlock(&output->channel->lock);
}

void output_flushed(struct output *output) {
    pthread_mutex_lock(&output->channel->lock);
    output->run++;
    pthread_mutex_unlock(&output->channel->lock);
}

/* The picture's stamp; the lock is held. A filter that made a new picture of it (deinterlacing
   does) has lost it: such pictures come in their order, each perhaps several times. */
static struct output_stamp stamp_of(const struct output *output, const picture_t *picture) {
    uint32_t serial = picture->i_nb_fields >> FIELD_BITS;
    const struct output_stamp *stamp = &output->stamps[serial % OUTPUT_STAMPS];
    if (serial == 0 || stamp->serial % SERIALS != serial) {
        bool next = picture->date != output->shown_date && output->shown < output->stamped;
        stamp = &output->stamps[(output->shown + next) % OUTPUT_STAMPS];
    }
    return *stamp;
}

/* Is this picture one for the visitor? The lock is held. A paused film is displayed again and
   again. */
static bool is_wanted(const struct output *output, const struct output_stamp *stamp) {
    bool repeated = stamp->serial == output->accepted && output->reached;
    int64_t begun = output->landed >= 0 ? output->landed : stamp->time;
    bool late = output->exact && !output->reached && is_missed(output, begun);
    return stamp->run >= output->wanted_run && stamp->time >= output->from && !output->held &&
           !repeated && !late;
}

/* Sees to it that a wanted picture gets to the visitor; the lock is held. */
static void accept(struct output *output, picture_t *picture, const struct output_stamp *stamp) {
    bool news = !output->pictured || !output->reached || output->hold;
    output->pictured = output->reached = true;
    output->held = output->hold;
    output->from = INT64_MIN; /* of later runs every picture is wanted: they are a loop's */
    output->accepted = stamp->serial;
    output->picture.time = stamp->time;
    if (output->channel->on_air != output) {
        output->time = stamp->time;
    }
    set_next(output, picture);
    if (news) {
        channel_changed(output->channel);
    }
}

void output_prepare(struct output *output, struct picture_t *picture) {
    pthread_mutex_lock(&output->channel->lock);
    output->moments.alive_at = clock_now_micros();
    struct output_stamp stamp = stamp_of(output, picture);
    if (is_wanted(output, &stamp)) {
        accept(output, picture, &stamp);
    }
    output->shown = stamp.serial;
    output->shown_date = picture->date;
    if (!output->begun) {
        output->begun = true;
        channel_changed(output->channel);
    }
    pthread_mutex_unlock(&output->channel->lock);
}

/* The lock is held, and given away meanwhile. */
static void wait_while_resting(struct output *output) {
    struct channel *channel = output->channel;
    struct timespec until;
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += LONGEST_REST;
    int late = 0;
    while (output->resting && late == 0) {
        late = pthread_cond_timedwait(&channel->stirred, &channel->lock, &until);
    }
}

void output_display(struct output *output) {
    pthread_mutex_lock(&output->channel->lock);
    if (output->channel->on_air == output) {
        publish(output);
    }
    wait_while_resting(output);
    pthread_mutex_unlock(&output->channel->lock);
}
