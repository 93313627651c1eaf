/* The output: libvlc's pictures, dated and counted, on their way into the ring. */
#include "player/output.h"

#include "base/clock.h"
#include "media/protocol.h"

#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <vlc_common.h>
#include <vlc_picture.h>

/* A paused seek may show the picture of before once more; its own comes within this time. */
enum { SETTLE_MICROS = 300000, MARK = 1 << 16 };

bool channel_init(struct channel *channel, int socket) {
    *channel = (struct channel){
        .socket = socket, .ring = {.fd = -1}, .changed = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    pthread_mutex_init(&channel->lock, NULL);
    return channel->changed >= 0;
}

void channel_finish(struct channel *channel) {
    ring_finish(&channel->ring);
    close(channel->changed);
    pthread_mutex_destroy(&channel->lock);
}

void channel_changed(struct channel *channel) {
    eventfd_write(channel->changed, 1);
}

void output_init(struct output *output, struct channel *channel, uint32_t clip) {
    *output = (struct output){.channel = channel, .clip = clip, .seek = -1, .buffering = true};
    output->moments.alive_at = clock_now_micros();
    timeline_start(&output->timeline);
}

void output_finish(struct output *output) {
    pthread_mutex_lock(&output->channel->lock);
    if (output->channel->on_air == output) {
        output->channel->on_air = NULL;
    }
    pthread_mutex_unlock(&output->channel->lock);
    if (output->kept) {
        picture_Release(output->kept);
    }
}

static void copy_plane(uint8_t *to, int to_pitch, const plane_t *from, int width, int height) {
    int rows = height < from->i_lines ? height : from->i_lines;
    size_t bytes = (size_t)(width < from->i_pitch ? width : from->i_pitch);
    for (int row = 0; row < rows; row++) {
        memcpy(to + (size_t)row * (size_t)to_pitch,
               from->p_pixels + (size_t)row * (size_t)from->i_pitch, bytes);
    }
}

/* Fills the ring's back slot; the lock is held, and the output is on air. */
static void fill_slot(struct output *output, const picture_t *picture) {
    struct ring *ring = &output->channel->ring;
    int width = output->picture.width;
    int height = output->picture.height;
    if (!ring->shared || width < 1 || height < 1 || width > ring->width || height > ring->height ||
        picture->i_planes != 3) {
        return;
    }
    struct ring_planes planes = ring_back(ring, width, height);
    for (int i = 0; i < 3; i++) {
        int shift = i > 0;
        copy_plane(planes.planes[i], planes.pitches[i], &picture->p[i], (width + shift) >> shift,
                   (height + shift) >> shift);
    }
    output->prepared = true;
}

/* Hands the filled slot over; the lock is held. */
static void publish(struct output *output) {
    if (!output->prepared) {
        return;
    }
    struct channel *channel = output->channel;
    output->prepared = false;
    output->picture.clip = output->clip;
    output->picture.serial = ++output->pictures;
    output->picture.time = output->timeline.time;
    if (ring_publish(&channel->ring, &output->picture)) {
        struct media_report report = {.type = REPORT_PICTURE, .clip = output->clip};
        (void)protocol_send(channel->socket, &report, sizeof report, -1);
    }
}

void channel_put_on_air(struct channel *channel, struct output *output) {
    pthread_mutex_lock(&channel->lock);
    if (channel->on_air) {
        channel->on_air->prepared = false;
    }
    channel->on_air = output;
    if (output && output->kept) {
        fill_slot(output, output->kept);
        publish(output);
        picture_Release(output->kept);
        output->kept = NULL;
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

/* Was this very picture here before? libvlc shows one again and again while it is paused, and one
   of an old run may come after the next was announced. The mark sits in a number that nobody reads
   after the display and that each new picture sets. */
static bool mark(picture_t *picture) {
    bool marked = picture->i_nb_fields & MARK;
    picture->i_nb_fields |= MARK;
    return marked;
}

/* Is this picture one for the visitor? The lock is held. */
static bool is_wanted(struct output *output, picture_t *picture) {
    struct timeline *timeline = &output->timeline;
    int64_t now = clock_now_micros();
    output->moments.alive_at = now;
    bool repeated = mark(picture);
    if ((output->buffering && timeline->paused_at != 0) || (repeated && timeline->awaiting)) {
        /* The old run's; or the new one's, too early, and then it will be repeated. */
        return false;
    }
    enum timeline_answer answer = timeline_picture(timeline, picture->date, picture->b_force);
    if (answer == TIMELINE_FIRST) {
        output->landed = output->begun = true;
        output->settled_at = now + SETTLE_MICROS;
        channel_changed(output->channel);
    }
    repeated = answer == TIMELINE_REPEAT && (timeline->paused_at == 0 || now > output->settled_at);
    return !output->held && !repeated && !timeline->doubtful && timeline->time >= output->from;
}

/* Sees to it that a wanted picture gets to the visitor; the lock is held. */
static void accept(struct output *output, picture_t *picture) {
    bool news = !output->pictured || !output->reached || output->hold;
    output->pictured = output->reached = true;
    output->held = output->hold && output->timeline.paused_at == 0;
    if (output->channel->on_air == output) {
        fill_slot(output, picture);
    } else {
        if (output->kept) {
            picture_Release(output->kept);
        }
        output->kept = picture_Hold(picture);
    }
    if (news) {
        channel_changed(output->channel);
    }
}

void output_prepare(struct output *output, struct picture_t *picture) {
    pthread_mutex_lock(&output->channel->lock);
    if (is_wanted(output, picture)) {
        accept(output, picture);
    }
    pthread_mutex_unlock(&output->channel->lock);
}

void output_display(struct output *output) {
    pthread_mutex_lock(&output->channel->lock);
    if (output->channel->on_air == output) {
        publish(output);
    }
    pthread_mutex_unlock(&output->channel->lock);
}
