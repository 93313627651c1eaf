/* A film: one clip in libvlc, from its first picture to its last. */
#include "player/film.h"

#include "base/log.h"
#include "base/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <vlc_common.h>
#include <vlc_variables.h>

enum {
    TICK = 100,
    OPENING_PATIENCE = 5000, /* a file of which nothing comes within this time is no film */
    HUNG_PATIENCE = 1200,
    ASK_AGAIN = 500,     /* a pause or seek that libvlc has not done by then is asked again */
    NUDGE_AFTER = 400,   /* a paused seek that has not shown its picture by then is helped on */
    CUT_SHORT = 1000,    /* ending so much before the length is worth a line in the log */
    REPEAT_MOST = 65535, /* of input-repeat: for ever, at 10 s a round for a week */
};

struct film {
    struct output output;
    libvlc_media_t *media;
    libvlc_media_player_t *player;
    int fd;
    bool loop;
    bool paused;     /* as wanted */
    bool rewind;     /* goes back to `start` once paused: pictures moved on meanwhile */
    bool nudging;    /* plays for one picture's sake */
    bool told;       /* the end was logged */
    bool sound_only; /* the file has no picture to show */
    bool failed;     /* decided here, not by libvlc */
    millis start;
    millis created;
    millis pause_asked; /* when, 0 for not */
    millis seek_asked;  /* when the seek under way was asked, 0 for none */
    millis wanted_seek; /* ms, -1 for none */
    millis duration;
    int volume;
};

/* ---- told by libvlc's threads; nothing here calls libvlc ---- */

static void tell_buffering(struct output *output, float percent, int64_t now) {
    if (percent >= 100) {
        timeline_ready(&output->timeline, now);
    } else if (!output->timeline.awaiting) {
        timeline_restart(&output->timeline, output->seek >= 0 ? output->seek : 0);
        output->seek = -1;
        output->landed = false;
    }
}

static void film_event(const libvlc_event_t *event, void *self) {
    struct output *output = self;
    int64_t now = clock_now_micros();
    pthread_mutex_lock(&output->channel->lock);
    output->moments.alive_at = now;
    switch (event->type) {
    case libvlc_MediaPlayerPlaying:
        output->moments.playing = true;
        output->moments.paused = false;
        timeline_resume(&output->timeline, now);
        break;
    case libvlc_MediaPlayerPaused:
        output->moments.paused = true;
        timeline_pause(&output->timeline, now);
        break;
    case libvlc_MediaPlayerBuffering:
        tell_buffering(output, event->u.media_player_buffering.new_cache, now);
        break;
    case libvlc_MediaPlayerTimeChanged:
        output->moments.clock = event->u.media_player_time_changed.new_time * 1000;
        break;
    case libvlc_MediaPlayerEndReached:
        output->moments.ended = true;
        break;
    case libvlc_MediaPlayerEncounteredError:
        output->moments.failed = true;
        break;
    default:
        break;
    }
    pthread_mutex_unlock(&output->channel->lock);
    channel_changed(output->channel);
}

static void listen(struct film *film) {
    static const libvlc_event_type_t events[] = {
        libvlc_MediaPlayerPlaying,    libvlc_MediaPlayerPaused,
        libvlc_MediaPlayerBuffering,  libvlc_MediaPlayerTimeChanged,
        libvlc_MediaPlayerEndReached, libvlc_MediaPlayerEncounteredError,
    };
    libvlc_event_manager_t *manager = libvlc_media_player_event_manager(film->player);
    for (size_t i = 0; i < sizeof events / sizeof events[0]; i++) {
        libvlc_event_attach(manager, events[i], film_event, &film->output);
    }
}

/* ---- the media thread ---- */

static void add_option(struct film *film, const char *format, double value) {
    char option[64];
    (void)snprintf(option, sizeof option, format, value);
    libvlc_media_add_option(film->media, option);
}

struct film *film_create(const struct film_setup *setup) {
    struct film *film = memory_alloc_zeroed(1, sizeof *film);
    film->fd = setup->fd;
    film->loop = setup->loop;
    film->paused = film->rewind = setup->paused;
    film->start = setup->start;
    film->wanted_seek = -1;
    film->volume = setup->volume;
    film->created = clock_now();
    output_init(&film->output, setup->channel, setup->clip, setup->start * 1000);
    film->output.hold = setup->paused;
    (void)lseek(film->fd, 0, SEEK_SET);
    film->media = libvlc_media_new_fd(setup->vlc, film->fd);
    if (setup->loop) {
        add_option(film, ":input-repeat=%.0f", REPEAT_MOST);
    }
    if (setup->start > 0) {
        add_option(film, ":start-time=%.3f", (double)setup->start / 1000);
    }
    film->player = libvlc_media_player_new_from_media(film->media);
    var_Create((vlc_object_t *)film->player, OUTPUT_VARIABLE, VLC_VAR_ADDRESS);
    var_SetAddress((vlc_object_t *)film->player, OUTPUT_VARIABLE, &film->output);
    listen(film);
    libvlc_audio_set_volume(film->player, setup->paused ? 0 : setup->volume);
    libvlc_media_player_play(film->player);
    return film;
}

void film_destroy(struct film *film) {
    if (!film) {
        return;
    }
    if (film->output.channel->on_air == &film->output) {
        channel_put_on_air(film->output.channel, NULL);
    }
    libvlc_media_player_stop(film->player);
    libvlc_media_player_release(film->player);
    libvlc_media_release(film->media);
    output_finish(&film->output);
    close(film->fd);
    free(film);
}

int film_take_file(const struct film *film) {
    return fcntl(film->fd, F_DUPFD_CLOEXEC, 0);
}

struct output *film_output(struct film *film) {
    return &film->output;
}

void film_set_clip(struct film *film, uint32_t clip) {
    pthread_mutex_lock(&film->output.channel->lock);
    film->output.clip = clip;
    pthread_mutex_unlock(&film->output.channel->lock);
}

void film_pause(struct film *film, bool paused) {
    film->paused = paused;
    film->nudging = false;
    pthread_mutex_lock(&film->output.channel->lock);
    film->output.hold = paused && !film->output.pictured;
    film->output.held = film->output.held && paused;
    pthread_mutex_unlock(&film->output.channel->lock);
    libvlc_audio_set_volume(film->player, film->volume);
}

void film_seek(struct film *film, millis position) {
    film->wanted_seek = position > 0 ? position : 0;
    film->rewind = false;
}

void film_volume(struct film *film, int percent) {
    film->volume = percent;
    libvlc_audio_set_volume(film->player, percent);
}

/* A copy of what libvlc's threads have told. */
static struct output look(struct film *film) {
    pthread_mutex_lock(&film->output.channel->lock);
    struct output seen = film->output;
    pthread_mutex_unlock(&film->output.channel->lock);
    return seen;
}

/* Once known it stays so: the tracks are gone when the clip has ended. */
static bool is_sound_only(struct film *film, const struct output *seen) {
    if (seen->moments.playing && !seen->pictured && !film->sound_only) {
        film->sound_only = libvlc_video_get_track_count(film->player) == 0 &&
                           libvlc_audio_get_track_count(film->player) > 0;
    }
    return film->sound_only && !seen->pictured;
}

/* libvlc forgets a change of mind that comes before the first change was done: ask only once the
   state is known, and again if nothing came of it. */
static void settle_pause(struct film *film, const struct output *seen, bool sound_only) {
    bool wanted = film->paused && !film->nudging && (seen->pictured || sound_only);
    millis now = clock_now();
    if (wanted == seen->moments.paused) {
        film->pause_asked = 0;
    } else if (film->pause_asked == 0 || now - film->pause_asked > ASK_AGAIN) {
        film->pause_asked = now;
        libvlc_media_player_set_pause(film->player, wanted);
    }
}

static void ask_seek(struct film *film, millis position, bool hidden) {
    int64_t ask;
    pthread_mutex_lock(&film->output.channel->lock);
    film->output.seek = timeline_seek(&film->output.timeline, position * 1000, &ask);
    film->output.landed = false;
    film->output.held = film->output.held && hidden;
    film->output.hold = film->output.hold && hidden;
    pthread_mutex_unlock(&film->output.channel->lock);
    film->seek_asked = clock_now();
    libvlc_media_player_set_time(film->player, ask / 1000);
}

static void settle_seek(struct film *film, const struct output *seen, bool sound_only) {
    millis now = clock_now();
    if (film->seek_asked &&
        (seen->landed || sound_only || now - film->seek_asked > 2 * ASK_AGAIN)) {
        film->seek_asked = 0;
    }
    if (film->seek_asked == 0 && film->wanted_seek >= 0 && (seen->pictured || sound_only)) {
        ask_seek(film, film->wanted_seek, false);
        film->wanted_seek = -1;
    } else if (film->rewind && seen->held && seen->moments.paused) {
        film->rewind = false;
        ask_seek(film, film->start, true);
    }
}

/* A paused seek in a stream with B-frames may never deliver its picture: play until it comes. */
static void settle_nudge(struct film *film, const struct output *seen) {
    if (film->nudging && seen->held) {
        film->nudging = false;
    } else if (film->paused && film->seek_asked && !seen->landed && !film->nudging &&
               seen->moments.paused && clock_now() - film->seek_asked > NUDGE_AFTER) {
        film->nudging = true;
        pthread_mutex_lock(&film->output.channel->lock);
        film->output.hold = true;
        pthread_mutex_unlock(&film->output.channel->lock);
    }
}

static void fail(struct film *film, const char *why) {
    if (!film->failed) {
        film->failed = true;
        log_warning("this clip cannot be played: %s", why);
    }
}

static void judge(struct film *film, const struct output *seen, bool sound_only) {
    if (seen->moments.failed) {
        fail(film, "it is no film, or damaged");
    } else if (seen->moments.ended && !seen->pictured && !sound_only) {
        fail(film, "it ended without a picture");
    } else if (!seen->pictured && !sound_only && clock_now() - film->created > OPENING_PATIENCE) {
        fail(film, "no picture came of it");
    }
    millis at = seen->timeline.time / 1000;
    if (seen->moments.ended && !film->told && !film->failed && seen->pictured &&
        at + CUT_SHORT < film->duration) {
        log_warning("a clip ended at %lld ms of %lld: the file is cut short or damaged",
                    (long long)at, (long long)film->duration);
    }
    film->told = film->told || seen->moments.ended;
}

static enum player_status status_of(const struct film *film, const struct output *seen,
                                    bool sound_only) {
    if (film->failed) {
        return PLAYER_FAILED;
    }
    if (seen->moments.ended) {
        return PLAYER_ENDED;
    }
    if (!seen->pictured && !sound_only) {
        return PLAYER_OPENING;
    }
    return film->paused ? PLAYER_PAUSED : PLAYER_PLAYING;
}

struct film_facts film_tick(struct film *film, millis *wake) {
    struct output seen = look(film);
    bool sound_only = is_sound_only(film, &seen);
    bool over = film->failed || seen.moments.ended || seen.moments.failed;
    if (!over) {
        settle_nudge(film, &seen);
        settle_pause(film, &seen, sound_only);
        settle_seek(film, &seen, sound_only);
    }
    if (film->duration <= 0 && seen.moments.playing) {
        film->duration = libvlc_media_player_get_length(film->player);
    }
    judge(film, &seen, sound_only);
    struct film_facts facts = {
        .status = status_of(film, &seen, sound_only),
        .width = seen.picture.shown_width,
        .height = seen.picture.shown_height,
        .position = (seen.pictured ? seen.timeline.time : seen.moments.clock) / 1000,
        .duration = film->duration > 0 ? film->duration : 0,
        .hung = !over && seen.moments.playing && !seen.moments.paused &&
                clock_now_micros() - seen.moments.alive_at > HUNG_PATIENCE * 1000LL,
    };
    if (!over && clock_now() + TICK < *wake) {
        *wake = clock_now() + TICK;
    }
    return facts;
}
