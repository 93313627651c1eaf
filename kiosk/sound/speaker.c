/* The speaker: plays cues on the machine's sound device, which it holds only while there is
   something to hear. */
#include "sound/speaker.h"

#include "base/log.h"
#include "base/memory.h"
#include "sound/mixer.h"

#include <pthread.h>
#include <string.h>

#include <SDL.h>
#include <SDL_audio.h>

enum { PIECE = 512 }; /* samples the device asks for at a time: 11 ms */

const struct speaker_times speaker_usual_times = {.late = 250, .rest = 5000, .retry = 60000};

struct speaker {
    struct speaker_times times;
    pthread_t thread;
    pthread_mutex_t lock; /* held for as long as mixing a piece takes, never while waiting */
    pthread_cond_t changed;
    /* under the lock */
    struct mixer mixer;
    millis asked; /* when the last cue was */
    bool wanted;  /* there is one that the thread does not know of */
    bool ending;
    /* the thread's own */
    SDL_AudioDeviceID device;
    millis may_try; /* not before is a device looked for again */
    bool told;      /* that there is none */
};

/* The device's own thread wants the next samples. */
static void fill(void *self, Uint8 *stream, int bytes) {
    struct speaker *speaker = self;
    pthread_mutex_lock(&speaker->lock);
    mixer_mix(&speaker->mixer, (void *)stream, (size_t)bytes / sizeof(float));
    pthread_mutex_unlock(&speaker->lock);
}

static void forget_cues(struct speaker *speaker) {
    pthread_mutex_lock(&speaker->lock);
    mixer_clear(&speaker->mixer);
    pthread_mutex_unlock(&speaker->lock);
}

static void fail(struct speaker *speaker) {
    if (!speaker->told) {
        log_info("there is no sound device (%s): touches are not heard", SDL_GetError());
    }
    speaker->told = true;
    speaker->may_try = clock_now() + speaker->times.retry;
    forget_cues(speaker);
}

/* Where SDL lists none (below 0: it cannot tell), opening one would only fail, and ALSA fill the
   log with lines of its own. */
static SDL_AudioDeviceID find_device(struct speaker *speaker) {
    const SDL_AudioSpec wanted = {.freq = TONE_RATE,
                                  .format = AUDIO_F32SYS,
                                  .channels = 1,
                                  .samples = PIECE,
                                  .callback = fill,
                                  .userdata = speaker};
    if (SDL_GetNumAudioDevices(0) == 0) {
        (void)SDL_SetError("none is listed");
        return 0;
    }
    return SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
}

/* SDL's whole audio is started and ended with the device: while it is up some of its drivers look
   for new devices ten times a second. */
static bool open_device(struct speaker *speaker) {
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return false;
    }
    speaker->device = find_device(speaker);
    if (speaker->device == 0) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    return speaker->device != 0;
}

static void close_device(struct speaker *speaker) {
    SDL_CloseAudioDevice(speaker->device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    speaker->device = 0;
}

/* A sound that comes long after the touch would be taken for another's. */
static void begin(struct speaker *speaker) {
    pthread_mutex_lock(&speaker->lock);
    if (clock_now() - speaker->asked > speaker->times.late) {
        mixer_clear(&speaker->mixer);
    }
    pthread_mutex_unlock(&speaker->lock);
    speaker->told = false;
    SDL_PauseAudioDevice(speaker->device, 0);
}

/* False: the speaker ends. */
static bool wait_for_cue(struct speaker *speaker) {
    pthread_mutex_lock(&speaker->lock);
    while (!speaker->wanted && !speaker->ending) {
        pthread_cond_wait(&speaker->changed, &speaker->lock);
    }
    speaker->wanted = false;
    bool goes_on = !speaker->ending;
    pthread_mutex_unlock(&speaker->lock);
    return goes_on;
}

/* Until there was no cue for a while. */
static void wait_for_rest(struct speaker *speaker) {
    pthread_mutex_lock(&speaker->lock);
    millis until = speaker->asked + speaker->times.rest;
    while (!speaker->ending && clock_now() < until) {
        struct timespec moment = {.tv_sec = until / 1000, .tv_nsec = until % 1000 * 1000000};
        (void)pthread_cond_timedwait(&speaker->changed, &speaker->lock, &moment);
        speaker->wanted = false;
        until = speaker->asked + speaker->times.rest;
    }
    pthread_mutex_unlock(&speaker->lock);
}

static void *work(void *argument) {
    struct speaker *speaker = argument;
    while (wait_for_cue(speaker)) {
        mixer_render(&speaker->mixer);
        if (clock_now() < speaker->may_try) {
            forget_cues(speaker);
        } else if (!open_device(speaker)) {
            fail(speaker);
        } else {
            begin(speaker);
            wait_for_rest(speaker);
            close_device(speaker);
        }
    }
    SDL_TLSCleanup(); /* it is no thread of SDL's, which would do so itself */
    return NULL;
}

/* Moments to wait for are those of clock_now. */
static void init_condition(pthread_cond_t *condition) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

static void release(struct speaker *speaker) {
    pthread_cond_destroy(&speaker->changed);
    pthread_mutex_destroy(&speaker->lock);
    mixer_finish(&speaker->mixer);
    free(speaker);
}

struct speaker *speaker_create(const struct speaker_times *times) {
    struct speaker *speaker = memory_alloc_zeroed(1, sizeof *speaker);
    speaker->times = *times;
    pthread_mutex_init(&speaker->lock, NULL);
    init_condition(&speaker->changed);
    (void)SDL_SetHint(SDL_HINT_AUDIO_DEVICE_STREAM_ROLE, "event");
    int error = pthread_create(&speaker->thread, NULL, work, speaker);
    if (error != 0) {
        log_warning("touches will not be heard: %s", strerror(error));
        release(speaker);
        return NULL;
    }
    return speaker;
}

void speaker_destroy(struct speaker *speaker) {
    if (!speaker) {
        return;
    }
    pthread_mutex_lock(&speaker->lock);
    speaker->ending = true;
    pthread_cond_signal(&speaker->changed);
    pthread_mutex_unlock(&speaker->lock);
    (void)pthread_join(speaker->thread, NULL);
    release(speaker);
}

void speaker_play(struct speaker *speaker, enum sound_cue cue, int percent) {
    if (!speaker || percent <= 0) {
        return;
    }
    pthread_mutex_lock(&speaker->lock);
    mixer_start(&speaker->mixer, cue, percent);
    speaker->asked = clock_now();
    speaker->wanted = true;
    pthread_cond_signal(&speaker->changed);
    pthread_mutex_unlock(&speaker->lock);
}
