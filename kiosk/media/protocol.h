/* The words between keeper, screen and player: fixed-size messages over SOCK_SEQPACKET sockets. */
#ifndef MEDIA_PROTOCOL_H
#define MEDIA_PROTOCOL_H

#include "base/clock.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Screen to player. A clip is an open file that goes along with the message, so that the player
   needs no right to open any; its number tells reports and pictures of one clip from the next's. */
enum order_type {
    ORDER_RING = 1, /* with the ring's memfd; width and height it was made for */
    ORDER_OPEN,     /* with the file: plays from `value` ms, at once or paused there */
    ORDER_PREROLL,  /* with the file: makes the next open of the same file quick */
    ORDER_CLOSE,
    ORDER_PAUSE,  /* value: 1 pause, 0 play */
    ORDER_SEEK,   /* value: ms */
    ORDER_VOLUME, /* value: percent */
};

struct media_order {
    uint32_t type;
    uint32_t clip;
    int64_t value;
    int32_t width, height;
    uint32_t loop, paused;
};

/* Player to screen. */
enum report_type {
    REPORT_BEAT = 1, /* the player lives: sent after each order, and while a clip is open at least
                        every BEAT_INTERVAL, every BEAT_INTERVAL_IDLE while it stands still */
    REPORT_PICTURE,  /* there is a newer picture in the ring; at most one is under way */
    REPORT_FACTS,
};

struct media_report {
    uint32_t type;
    uint32_t clip;
    uint32_t status; /* enum player_status */
    int32_t width, height;
    int64_t position, duration; /* ms */
};

/* Keeper to screen. */
enum news_type {
    NEWS_PLAYER = 1, /* with the socket of a new player */
    NEWS_NO_PLAYER,  /* there is no player program that could be started */
};

struct keeper_news {
    uint32_t type;
};

/* Screen to keeper, and player to keeper: a beat is one byte, the tenths of a second after which
   its sender is given up unless the next one came. From the screen a byte of 0 says that it wants a
   player from now on. */
enum {
    BEAT_INTERVAL = 200, /* ms between beats while a clip is open and does not stand still */
    BEAT_PATIENCE = 1100,
    BEAT_INTERVAL_IDLE = 8000,
    BEAT_PATIENCE_IDLE = 20000,
};

enum { PROTOCOL_WANTS_PLAYER = 0 };

void protocol_beat(int socket, millis patience);
void protocol_want_player(int socket);

/* Sends one message without waiting, and a descriptor with it unless it is -1. False if the other
   side is gone or does not read. Any thread. */
bool protocol_send(int socket, const void *message, size_t size, int fd);

enum protocol_answer { PROTOCOL_MESSAGE, PROTOCOL_NOTHING, PROTOCOL_GONE };

/* Receives one message of exactly `size` bytes without waiting; `*fd` gets the descriptor that
   came with it (the caller's to close) or -1. A message of another size counts as the sender
   having lost its mind: PROTOCOL_GONE. */
enum protocol_answer protocol_receive(int socket, void *message, size_t size, int *fd);

#endif
