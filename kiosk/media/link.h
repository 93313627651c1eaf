/* The link: one player process as the client is joined to it, from its socket to its last word. */
#ifndef MEDIA_LINK_H
#define MEDIA_LINK_H

#include "media/protocol.h"
#include "media/ring.h"

#include <stdbool.h>

/* Each player process gets a ring of its own: one that was given up may still be writing. */
struct link {
    int socket; /* -1: no player */
    struct ring ring;
    struct ring_picture picture; /* the newest taken out of the ring; clip 0 for none */
    millis last_word;            /* when the player was last heard */
    millis asked;                /* when it got the first order since then */
};

void link_init(struct link *link);

/* Joins a new player: takes `socket`, makes a ring of this size and sends it. False, with the link
   ended again, if that is not possible. */
bool link_join(struct link *link, int socket, int width, int height);

/* Hangs up; the player ends when it notices. */
void link_end(struct link *link);

/* Sends an order, and `fd` with it (-1: none), which stays the caller's. */
bool link_order(struct link *link, const struct media_order *order, int fd);

enum link_answer {
    LINK_REPORT,  /* `*report` is the player's next word, checked */
    LINK_NOTHING, /* no more for now */
    LINK_GONE,    /* it hung up or died */
    LINK_BROKEN,  /* it says what no sane player says */
};

enum link_answer link_hear(struct link *link, struct media_report *report);

/* Looks into the ring; sets `link->picture` if there is a newer one. */
enum ring_answer link_look(struct link *link);

#endif
