/* The client: the player as the screen's process has it, whatever becomes of the player itself. */
#ifndef MEDIA_CLIENT_H
#define MEDIA_CLIENT_H

#include "media/player.h"

#include <stdbool.h>
#include <stdint.h>

struct media_client;

struct media_client_setup {
    int control; /* this process's end of the keeper's socket; stays the caller's */
    int panel_width, panel_height; /* physical pixels: larger films are scaled down to these */
    int volume;                    /* percent to start with */
    void (*wake)(void *self); /* there is something to hear; called by a thread of the client */
    void *self;
};

/* One picture of the film as planes in shared memory. */
struct media_picture {
    const uint8_t *planes[3]; /* I420 */
    int pitches[3];
    int width, height;             /* of the luma plane */
    int shown_width, shown_height; /* with the pixel aspect applied */
    bool full_range, bt709;
    uint64_t serial; /* changes with every picture */
};

/* Starts a thread that sleeps until the keeper or the player has something to say. Until the
   keeper has sent a player, an opened clip waits for it. */
struct media_client *media_client_create(const struct media_client_setup *setup);
void media_client_destroy(struct media_client *client);

/* All that follows belongs to the drawing thread, and nothing of it waits. */

/* What scenes are given. */
struct player media_client_player(struct media_client *client);

/* Takes in what keeper and player have said; to be called after every wake. Returns whether facts
   or picture changed. */
bool media_client_hear(struct media_client *client);

/* The picture heard of last, whose planes stay as they are until it is released; false when the
   open clip has none to show. */
bool media_client_take(struct media_client *client, struct media_picture *picture);
void media_client_release(struct media_client *client);

#endif
