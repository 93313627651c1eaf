/* The player as scenes see it: a small table of calls down, and facts to read. */
#ifndef MEDIA_PLAYER_H
#define MEDIA_PLAYER_H

#include "base/clock.h"

#include <stdbool.h>
#include <stdint.h>

enum player_status {
    PLAYER_EMPTY,   /* nothing opened */
    PLAYER_OPENING, /* no picture yet: show the poster */
    PLAYER_PLAYING,
    PLAYER_PAUSED,
    PLAYER_ENDED,   /* the last picture stays */
    PLAYER_FAILED,  /* this file cannot be played: poster and a friendly sentence */
    PLAYER_WAITING, /* the player process is being started again: show the poster */
};

/* What is so right now. Cheap to ask for; changes only when the screen's loop hears the player. */
struct player_facts {
    enum player_status status;
    bool has_picture;  /* DRAW_VIDEO would show a picture of this file */
    int width, height; /* of the picture as it is to be seen */
    millis position, duration;
    int volume;      /* percent */
    uint64_t frames; /* pictures delivered since open */
};

/* Given to scenes by whoever has a player; every call returns at once. The drawing thread. */
struct player {
    void (*open)(void *self, const char *path, bool loop); /* prerolls and plays */
    void (*preroll)(void *self, const char *path);         /* makes a likely next open quick */
    void (*close)(void *self);
    void (*pause)(void *self, bool paused);
    void (*seek)(void *self, millis position);
    void (*volume)(void *self, int percent);
    struct player_facts (*facts)(void *self);
    void *self;
};

#endif
