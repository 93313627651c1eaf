/* A player without pictures: time passes as the clock says and the poster stays. */
#include "commands/still_player.h"

enum { WIDTH = 1920, HEIGHT = 1080, FULL_VOLUME = 100 };

static void settle(struct still_player *player) {
    struct player_facts *facts = &player->facts;
    if (facts->status != PLAYER_PLAYING) {
        return;
    }
    facts->position = *player->now - player->started;
    if (facts->position >= player->length) {
        facts->position = player->loop ? facts->position % player->length : player->length;
        facts->status = player->loop ? PLAYER_PLAYING : PLAYER_ENDED;
    }
}

static void open_film(void *self, const char *path, bool loop) {
    (void)path;
    struct still_player *player = self;
    int volume = player->facts.volume;
    player->facts = (struct player_facts){.status = PLAYER_PLAYING,
                                          .width = WIDTH,
                                          .height = HEIGHT,
                                          .duration = player->length,
                                          .volume = volume};
    player->started = *player->now;
    player->loop = loop;
}

static void preroll(void *self, const char *path) {
    (void)self;
    (void)path;
}

static void close_film(void *self) {
    struct still_player *player = self;
    int volume = player->facts.volume;
    player->facts = (struct player_facts){.status = PLAYER_EMPTY, .volume = volume};
}

static void pause_film(void *self, bool paused) {
    struct still_player *player = self;
    settle(player);
    if (paused && player->facts.status == PLAYER_PLAYING) {
        player->facts.status = PLAYER_PAUSED;
    } else if (!paused && player->facts.status == PLAYER_PAUSED) {
        player->facts.status = PLAYER_PLAYING;
        player->started = *player->now - player->facts.position;
    }
}

static void seek(void *self, millis position) {
    struct still_player *player = self;
    player->facts.position = position;
    player->started = *player->now - position;
    if (player->facts.status == PLAYER_ENDED && position < player->length) {
        player->facts.status = PLAYER_PLAYING;
    }
}

static void set_volume(void *self, int percent) {
    struct still_player *player = self;
    player->facts.volume = percent;
}

static struct player_facts facts_now(void *self) {
    struct still_player *player = self;
    settle(player);
    return player->facts;
}

void still_player_init(struct still_player *player, const millis *now, millis length) {
    *player = (struct still_player){.now = now, .length = length, .facts = {.volume = FULL_VOLUME}};
}

struct player still_player_table(struct still_player *player) {
    return (struct player){.open = open_film,
                           .preroll = preroll,
                           .close = close_film,
                           .pause = pause_film,
                           .seek = seek,
                           .volume = set_volume,
                           .facts = facts_now,
                           .self = player};
}
