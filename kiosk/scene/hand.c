/* The hand: one of a scene's cards, carried by a finger or picked up with a tap. */
#include "scene/hand.h"

bool hand_is_empty(const struct hand *hand) {
    return !hand->card.name;
}

bool hand_has(const struct hand *hand, struct element_id card) {
    return !hand_is_empty(hand) && element_id_equal(hand->card, card);
}

void hand_empty(struct hand *hand) {
    *hand = (struct hand){0};
}

void hand_tap(struct hand *hand, struct element_id card) {
    bool same = hand_has(hand, card);
    if (!hand->carried) {
        *hand = (struct hand){.card = same ? (struct element_id){0} : card};
    }
}

bool hand_gesture(struct hand *hand, const struct gesture *gesture) {
    bool other = hand->carried && !hand_has(hand, gesture->id);
    if (other) {
        return false;
    }
    if (gesture->type == GESTURE_DRAG) {
        struct point before = hand->carried ? hand->moved : (struct point){0};
        *hand = (struct hand){.card = gesture->id,
                              .carried = true,
                              .finger = {gesture->x, gesture->y},
                              .moved = {before.x + gesture->dx, before.y + gesture->dy}};
    }
    return gesture->type == GESTURE_DRAG_END && hand->carried;
}

void hand_settle(struct hand *hand, const struct scene_frame *frame) {
    if (hand->carried && frame->gestures && !gestures_dragging(frame->gestures, hand->card)) {
        hand_empty(hand);
    }
}
