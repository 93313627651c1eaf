/* The hand: one of a scene's cards, carried by a finger or picked up with a tap. */
#ifndef SCENE_HAND_H
#define SCENE_HAND_H

#include "scene/scene.h"

/* Part of a scene's state; zeroed it is empty. One card at a time: while one is carried, what other
   fingers drag stays where it is. */
struct hand {
    struct element_id card;
    bool carried;        /* by a finger; else it waits to be told where to go */
    struct point finger; /* where the finger is, while carried */
    struct point moved;  /* how far the card was carried from its place */
};

/* Takes the drags of a scene's cards. True when the carried card was let go: at hand->finger; it is
   still in the hand, for the scene to put somewhere, and to empty. */
bool hand_gesture(struct hand *hand, const struct gesture *gesture);

/* A tap on a card that can be picked up: takes it, or puts it back. */
void hand_tap(struct hand *hand, struct element_id card);

void hand_empty(struct hand *hand);

bool hand_is_empty(const struct hand *hand);
bool hand_has(const struct hand *hand, struct element_id card);

/* Before each drawing: what no finger carries any more, because the fingers were forgotten, is put
   back. */
void hand_settle(struct hand *hand, const struct scene_frame *frame);

#endif
