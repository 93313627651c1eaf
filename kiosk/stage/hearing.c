/* Hearing: of all that a touch or a moment brings about, one cue is heard. */
#include "stage/inside.h"

static bool film_plays(const struct stage *stage) {
    const struct player *player = stage->setup.player;
    return player->facts(player->self).status == PLAYER_PLAYING;
}

static void note(void *self, enum sound_cue cue) {
    struct stage *stage = self;
    struct hearing *hearing = &stage->hearing;
    if (film_plays(stage)) {
        return;
    }
    hearing->cue = hearing->any && hearing->cue > cue ? hearing->cue : cue;
    hearing->any = true;
}

void hearing_init(struct stage *stage) {
    stage->hearing.scenes = (struct sounds){.play = note, .self = stage};
}

void hearing_touched(struct stage *stage) {
    note(stage, SOUND_TOUCH);
}

void hearing_drop(struct stage *stage) {
    stage->hearing.any = false;
}

void hearing_play(struct stage *stage) {
    const struct sounds *sounds = stage->setup.sounds;
    if (sounds && stage->hearing.any && !stage->idle.asking) {
        sounds->play(sounds->self, stage->hearing.cue);
    }
    hearing_drop(stage);
}
