/* A player without pictures: time passes as the clock says and the poster stays. For pictures and
   replays, where a film's frames would differ from run to run. */
#ifndef COMMANDS_STILL_PLAYER_H
#define COMMANDS_STILL_PLAYER_H

#include "base/clock.h"
#include "media/player.h"

struct still_player {
    const millis *now; /* the replay's clock */
    millis length;     /* how long every film is */
    struct player_facts facts;
    millis started; /* the moment position 0 would have been shown */
    bool loop;
};

/* Every film lasts `length`; `now` is read at each call and outlives the player. */
void still_player_init(struct still_player *player, const millis *now, millis length);

/* The table for scenes; valid as long as the player. */
struct player still_player_table(struct still_player *player);

#endif
