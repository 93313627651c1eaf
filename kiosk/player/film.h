/* A film: one clip in libvlc, from its first picture to its last. */
#ifndef PLAYER_FILM_H
#define PLAYER_FILM_H

#include "base/clock.h"
#include "media/player.h"
#include "player/output.h"

#include <vlc/vlc.h>

struct film;

struct film_setup {
    libvlc_instance_t *vlc;
    struct channel *channel;
    int fd; /* a regular file; the film takes it */
    uint32_t clip;
    millis start;
    millis duration; /* as told when the same file was played before; 0: not known */
    bool loop;
    bool paused; /* stays at its first picture */
    int volume;  /* percent */
};

/* Starts playing, on air or not. Only the media thread calls any of these; none waits except
   film_destroy, up to a third of a second, until libvlc has stopped. */
struct film *film_create(const struct film_setup *setup);
void film_destroy(struct film *film);

/* A descriptor of the film's file, for another film; the caller's. */
int film_take_file(const struct film *film);

struct output *film_output(struct film *film);

/* The clip's number: a prerolled film gets its own when it is opened. */
void film_set_clip(struct film *film, uint32_t clip);

void film_pause(struct film *film, bool paused);
void film_seek(struct film *film, millis position);
void film_volume(struct film *film, int percent);

struct film_facts {
    enum player_status status;
    int width, height;
    millis position, duration;
    bool has_sound;
    const char *failure; /* with PLAYER_FAILED: why, in words for the log */
    millis lost_seek;    /* with PLAYER_ENDED: a seek that came too late to be made, -1 for none */
    bool resting;        /* nothing will come of it before it is told something */
    bool hung;           /* libvlc has stopped doing anything: only a new process helps */
};

/* Does what has become due and tells what is so; `*wake` gets the moment to be asked again at the
   latest. */
struct film_facts film_tick(struct film *film, millis *wake);

#endif
