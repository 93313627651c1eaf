/* Random touches: what a room full of children does to a screen, repeatable by its seed. */
#include "input/script_steps.h"

enum { FIRST_FINGER = 10, MOST_FINGERS = 5, MOST_MOVES = 8, MOST_PAUSE = 60, MOST_BETWEEN = 150 };

static const float FAR = 300; /* logical pixels that a finger may jump between two moves */
static const float HAND = 120;

static struct point anywhere(struct script_player *player) {
    float x = random_unit(&player->random) * player->width;
    float y = random_unit(&player->random) * player->height;
    return (struct point){x, y};
}

static struct point near_to(struct script_player *player, struct point at, float reach) {
    float dx = (random_unit(&player->random) * 2 - 1) * reach;
    float dy = (random_unit(&player->random) * 2 - 1) * reach;
    return (struct point){at.x + dx, at.y + dy};
}

/* Half of the touches aim at something. */
static struct point somewhere(struct script_player *player) {
    const struct elements *elements = player->elements(player->self);
    if (elements->list.count == 0 || random_below(&player->random, 2) == 0) {
        return anywhere(player);
    }
    uint32_t index = random_below(&player->random, (uint32_t)elements->list.count);
    return rect_centre(elements->list.items[index].rect);
}

static void touch(struct script_player *player, int finger, enum touch_phase phase,
                  struct point at) {
    script_touch(player, FIRST_FINGER + finger, phase, at);
}

static void pause(struct script_player *player, uint32_t most) {
    player->pass(player->self, random_below(&player->random, most + 1));
}

/* One to five fingers go down near each other, move a while, and lift. */
static void hand(struct script_player *player, int fingers, int moves) {
    struct point at[MOST_FINGERS];
    at[0] = somewhere(player);
    for (int i = 0; i < fingers; i++) {
        at[i] = i == 0 ? at[0] : near_to(player, at[0], HAND);
        touch(player, i, TOUCH_DOWN, at[i]);
    }
    for (int move = 0; move < moves; move++) {
        pause(player, MOST_PAUSE);
        for (int i = 0; i < fingers; i++) {
            at[i] = near_to(player, at[i], FAR);
            touch(player, i, TOUCH_MOVE, at[i]);
        }
    }
    pause(player, MOST_PAUSE);
    for (int i = 0; i < fingers; i++) {
        touch(player, i, TOUCH_UP, at[i]);
    }
}

static int up_to(struct script_player *player, uint32_t most) {
    return 1 + (int)random_below(&player->random, most);
}

void script_random(struct script_player *player, int count) {
    enum { OF = 20, KEYS = 2, DRAGS = 6, HANDS = 8 };
    for (int i = 0; i < count; i++) {
        uint32_t what = random_below(&player->random, OF);
        if (what < KEYS) {
            player->key(player->self, (enum key)random_below(&player->random, KEY_ESCAPE + 1));
        } else if (what < DRAGS) {
            hand(player, 1, up_to(player, MOST_MOVES));
        } else if (what < HANDS) {
            hand(player, up_to(player, MOST_FINGERS), up_to(player, MOST_MOVES));
        } else {
            hand(player, 1, 0);
        }
        pause(player, MOST_BETWEEN);
    }
}
