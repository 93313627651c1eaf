/* A film: one clip in libvlc, from its first picture to its last. */
#include "player/film.h"

#include "base/log.h"
#include "base/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <vlc_common.h>
#include <vlc_variables.h>

enum {
    TICK = 100,
    OPENING_PATIENCE = 5000, /* a file of which nothing comes within this time is no film */
    HUNG_PATIENCE = 1200,    /* so long libvlc may do nothing at all */
    BUSY_PATIENCE = 5000,    /* and so long it may work without a picture coming of it */
    ASK_AGAIN = 500,         /* a pause that libvlc has not made by then is asked for again */
    LANDING_PATIENCE = 200,  /* with B-frames a paused seek may never show its picture */
    SEEK_PATIENCE = 2000,    /* a seek of which nothing came by then is asked for again */
    SEEKS_MOST = 3,
    STUBBORN_LEAD = 4, /* pictures */
    CUT_SHORT = 1000,  /* ending so much before the length is worth a line in the log */
};

/* The most that input-repeat takes: at 10 s a round, a week. */
#define REPEAT_MOST "65535"

enum seek_phase {
    SEEK_NONE,
    SEEK_PAUSING,   /* a film that is to stand still does so first: then it goes on from there */
    SEEK_LANDING,   /* until the picture sought has come */
    SEEK_ADVANCING, /* plays on to it out of the pause: decoders may keep pictures back */
};

struct film {
    struct output output;
    libvlc_media_t *media;
    libvlc_media_player_t *player;
    int fd;
    bool paused;     /* as wanted */
    bool sound_only; /* the file has no picture to show */
    bool has_sound;
    bool measured;       /* libvlc has told its length */
    bool muted;          /* until the film is where it was to begin */
    bool stubborn;       /* the first pictures after a seek are lost: a few more are asked for */
    const char *failure; /* why it is no film; NULL while it may be one */
    bool told;           /* the end was logged */
    enum seek_phase phase;
    int tries; /* of the seek under way, so far */
    millis phase_since;
    millis wanted_seek; /* ms, -1 for none */
    millis target;      /* of the seek under way */
    millis pause_asked; /* when, 0 for not */
    int64_t alive_at;   /* the last sign of life, and the processor time used until then */
    clock_t worked;
    millis created;
    millis duration;
    int volume;
};

/* The next functions are called by libvlc's threads; nothing in them calls libvlc. */

static void film_event(const libvlc_event_t *event, void *self) {
    struct output *output = self;
    pthread_mutex_lock(&output->channel->lock);
    output->moments.alive_at = clock_now_micros();
    switch (event->type) {
    case libvlc_MediaPlayerPlaying:
        output->moments.playing = true;
        output->moments.paused = false;
        break;
    case libvlc_MediaPlayerPaused:
        output->moments.paused = true;
        output_stand(output);
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

static void open_media(struct film *film, const struct film_setup *setup) {
    film->fd = setup->fd;
    (void)lseek(film->fd, 0, SEEK_SET);
    film->media = libvlc_media_new_fd(setup->vlc, film->fd);
    if (setup->loop) {
        libvlc_media_add_option(film->media, ":input-repeat=" REPEAT_MOST);
    }
    film->player = libvlc_media_player_new_from_media(film->media);
    var_Create((vlc_object_t *)film->player, OUTPUT_VARIABLE, VLC_VAR_ADDRESS);
    var_SetAddress((vlc_object_t *)film->player, OUTPUT_VARIABLE, &film->output);
    /* Where more of vlc is installed it would look for a window on every display. */
    var_SetString((vlc_object_t *)film->player, "window", "none");
}

struct film *film_create(const struct film_setup *setup) {
    struct film *film = memory_alloc_zeroed(1, sizeof *film);
    output_init(&film->output, setup->channel, setup->clip);
    open_media(film, setup);
    film->paused = setup->paused;
    film->volume = setup->volume;
    film->duration = setup->duration;
    film->created = clock_now();
    film->wanted_seek = -1;
    film->output.hold = setup->paused;
    if (setup->paused || setup->start > 0) {
        /* What moves on until then is taken back. */
        film->wanted_seek = setup->start;
        film->muted = true;
    }
    if (setup->start > 0) {
        output_hide(&film->output);
    }
    listen(film);
    libvlc_audio_set_volume(film->player, film->muted ? 0 : setup->volume);
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
    output_rest(&film->output, false);
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
    bool seeking = film->wanted_seek >= 0 || film->phase != SEEK_NONE;
    film->paused = paused;
    pthread_mutex_lock(&film->output.channel->lock);
    film->output.hold = paused && (seeking || !film->output.pictured);
    film->output.held = film->output.held && paused;
    pthread_mutex_unlock(&film->output.channel->lock);
}

void film_seek(struct film *film, millis position) {
    film->wanted_seek = position > 0 ? position : 0;
}

void film_volume(struct film *film, int percent) {
    film->volume = percent;
    if (!film->muted) {
        libvlc_audio_set_volume(film->player, percent);
    }
}

/* A copy of what libvlc's threads have told. */
static struct output look(struct film *film) {
    pthread_mutex_lock(&film->output.channel->lock);
    struct output seen = film->output;
    pthread_mutex_unlock(&film->output.channel->lock);
    return seen;
}

/* There is something to pause or to seek in. */
static bool is_begun(const struct film *film, const struct output *seen) {
    return seen->moments.playing && (seen->begun || film->sound_only);
}

/* Once known it stays so: the tracks are gone when the clip has ended. In noise libvlc may find
   something like sound, but no length. */
static bool is_sound_only(struct film *film, const struct output *seen) {
    if (seen->moments.playing && !seen->pictured && !film->sound_only) {
        film->sound_only = film->duration > 0 && film->has_sound &&
                           libvlc_video_get_track_count(film->player) == 0;
    }
    return film->sound_only && !seen->pictured;
}

/* libvlc forgets a change of mind that comes before the first change was done: ask only once the
   state is known, and again if nothing came of it. */
static void settle_pause(struct film *film, const struct output *seen) {
    bool wanted = film->paused && film->phase != SEEK_ADVANCING && is_begun(film, seen);
    millis now = clock_now();
    if (wanted == seen->moments.paused) {
        film->pause_asked = 0;
    } else if (film->pause_asked == 0 || now - film->pause_asked > ASK_AGAIN) {
        film->pause_asked = now;
        output_rest(&film->output, false);
        libvlc_media_player_set_pause(film->player, wanted);
    }
}

static void enter_phase(struct film *film, enum seek_phase phase) {
    film->phase = phase;
    film->phase_since = clock_now();
}

static void ask_seek(struct film *film, const struct output *seen) {
    int64_t ask;
    int lead = film->stubborn ? STUBBORN_LEAD : 0;
    int64_t wanted = timeline_seek(&seen->timeline, film->target * 1000, lead, &ask);
    output_rest(&film->output, false);
    output_await(&film->output, wanted, !film->stubborn, film->paused);
    film->tries++;
    libvlc_media_player_set_time(film->player, ask / 1000);
    enter_phase(film, SEEK_LANDING);
}

static void settle_landing(struct film *film, const struct output *seen, millis elapsed) {
    bool in_vain = elapsed > SEEK_PATIENCE;
    if (seen->reached || film->sound_only || (in_vain && film->tries >= SEEKS_MOST)) {
        enter_phase(film, SEEK_NONE);
    } else if (in_vain) {
        enter_phase(film, SEEK_PAUSING);
    } else if (film->phase == SEEK_LANDING && seen->moments.paused && elapsed > LANDING_PATIENCE) {
        enter_phase(film, SEEK_ADVANCING);
    }
}

/* One seek after the other; of those wanted meanwhile only the newest. */
static void settle_seek(struct film *film, const struct output *seen) {
    millis elapsed = clock_now() - film->phase_since;
    switch (film->phase) {
    case SEEK_NONE:
        if (film->wanted_seek >= 0 && is_begun(film, seen)) {
            film->target = film->wanted_seek;
            film->wanted_seek = -1;
            film->tries = 0;
            enter_phase(film, SEEK_PAUSING);
            settle_seek(film, seen);
        }
        break;
    case SEEK_PAUSING:
        if (!film->paused || seen->moments.paused) {
            ask_seek(film, seen);
        }
        break;
    case SEEK_LANDING:
    case SEEK_ADVANCING:
        if (output_missed(seen) && !film->stubborn) {
            film->stubborn = true;
            enter_phase(film, SEEK_PAUSING);
            settle_seek(film, seen);
        } else {
            settle_landing(film, seen, elapsed);
        }
        break;
    }
}

/* A film that was to begin elsewhere, or later, is heard when it does. */
static void settle_sound(struct film *film) {
    if (film->muted && !film->paused && film->wanted_seek < 0 && film->phase == SEEK_NONE) {
        film->muted = false;
        libvlc_audio_set_volume(film->player, film->volume);
    }
}

/* A seek that the film's end has overtaken: not asked for yet, or not taken up by libvlc. */
static millis lost_seek(const struct film *film, const struct output *seen) {
    bool asked = film->phase == SEEK_LANDING || film->phase == SEEK_ADVANCING;
    bool lost = film->phase == SEEK_PAUSING || (asked && seen->run < seen->wanted_run);
    return film->wanted_seek >= 0 ? film->wanted_seek : lost ? film->target : -1;
}

/* Why a clip is no film, as far as can be told now; NULL while it may be one. */
static const char *judged(const struct film *film, const struct output *seen, bool sound_only) {
    if (seen->moments.failed) {
        return "it is no film, or damaged";
    }
    if (seen->moments.ended && seen->stamped == 0 && !sound_only) {
        return "it ended without a picture";
    }
    if (seen->stamped == 0 && !sound_only && clock_now() - film->created > OPENING_PATIENCE) {
        return "no picture came of it";
    }
    return NULL;
}

static void tell_short_end(struct film *film, const struct output *seen) {
    millis at = seen->time / 1000;
    if (seen->moments.ended && !film->told && seen->pictured && at + CUT_SHORT < film->duration) {
        log_warning("a clip ended at %lld ms of %lld: the file is cut short or damaged",
                    (long long)at, (long long)film->duration);
    }
    film->told = film->told || seen->moments.ended;
}

static enum player_status status_of(const struct film *film, const struct output *seen,
                                    bool sound_only) {
    if (film->failure) {
        return PLAYER_FAILED;
    }
    if (seen->moments.ended) {
        return PLAYER_ENDED;
    }
    if (!seen->pictured && !sound_only) {
        return PLAYER_OPENING;
    }
    bool stands = seen->moments.paused || seen->held || film->phase != SEEK_NONE;
    return film->paused && stands ? PLAYER_PAUSED : PLAYER_PLAYING;
}

/* Some decoders do not pass on the rate that the file tells. */
static void tell_rate(struct film *film) {
    libvlc_media_track_t **tracks;
    unsigned count = libvlc_media_tracks_get(film->media, &tracks);
    for (unsigned i = 0; i < count; i++) {
        if (tracks[i]->i_type == libvlc_track_video && film->output.timeline.rate == 0) {
            pthread_mutex_lock(&film->output.channel->lock);
            timeline_rate(&film->output.timeline, tracks[i]->video->i_frame_rate_num,
                          tracks[i]->video->i_frame_rate_den);
            pthread_mutex_unlock(&film->output.channel->lock);
        }
    }
    libvlc_media_tracks_release(tracks, count);
}

/* Has libvlc stopped doing anything? On a busy machine a large picture takes long: that shows in
   the processor time that is used. */
static bool is_hung(struct film *film, const struct output *seen) {
    if (seen->moments.alive_at != film->alive_at) {
        film->alive_at = seen->moments.alive_at;
        film->worked = clock();
    }
    millis silent = (clock_now_micros() - film->alive_at) / 1000;
    millis work = (millis)(clock() - film->worked) / (CLOCKS_PER_SEC / 1000);
    bool busy = work > silent / 20;
    return seen->moments.playing && !seen->moments.paused &&
           silent > (busy ? BUSY_PATIENCE : HUNG_PATIENCE);
}

/* The length stays what it was until libvlc knows better: whoever seeks needs one all the time. */
static void measure(struct film *film, const struct output *seen) {
    if (film->measured || !seen->moments.playing) {
        return;
    }
    millis length = libvlc_media_player_get_length(film->player);
    film->measured = length > 0;
    film->duration = length > 0 ? length : film->duration;
    film->has_sound = libvlc_audio_get_track_count(film->player) > 0;
}

/* It stands still, as it was told to, and shows what it was told to. */
static bool is_at_rest(const struct film *film, const struct output *seen) {
    return film->paused && seen->moments.paused && film->pause_asked == 0 &&
           film->phase == SEEK_NONE && film->wanted_seek < 0 && seen->pictured;
}

struct film_facts film_tick(struct film *film, millis *wake) {
    struct output seen = look(film);
    measure(film, &seen);
    bool sound_only = is_sound_only(film, &seen);
    bool over = film->failure || seen.moments.ended || seen.moments.failed;
    if (!over) {
        settle_seek(film, &seen);
        settle_pause(film, &seen);
        settle_sound(film);
    }
    if (seen.moments.playing && seen.timeline.rate == 0 && !over) {
        tell_rate(film);
    }
    film->failure = film->failure ? film->failure : judged(film, &seen, sound_only);
    tell_short_end(film, &seen);
    struct film_facts facts = {
        .status = status_of(film, &seen, sound_only),
        .width = seen.picture.shown_width,
        .height = seen.picture.shown_height,
        .position = (seen.pictured ? seen.time : seen.moments.clock) / 1000,
        .duration = film->duration > 0 ? film->duration : 0,
        .has_sound = film->has_sound,
        .failure = film->failure,
        .lost_seek = lost_seek(film, &seen),
        .resting = over,
        .hung = !over && is_hung(film, &seen),
    };
    if (!over && is_at_rest(film, &seen)) {
        output_rest(&film->output, true);
        facts.resting = true;
    } else if (!over && clock_now() + TICK < *wake) {
        *wake = clock_now() + TICK;
    }
    return facts;
}
