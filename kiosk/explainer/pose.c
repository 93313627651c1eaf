/* Poses: how a thing of the storyboard stands at one moment of its shot. */
#include "explainer/pose.h"

#include <math.h>

enum { CHANGE_MS = 400, RISE_BY = 40 };

/* A camera cannot be further away than this: at 0 there would be nothing to invert. */
static const float LEAST_ZOOM = 0.01F;

/* A share of the time becomes a share of the way; all of the time is all of the way exactly. */
static float eased(int ease, float share) {
    if (share >= 1) {
        return 1;
    }
    float rest = 1 - share;
    switch ((enum film_ease)ease) {
    case EASE_OUT:
        return 1 - rest * rest * rest;
    case EASE_IN:
        return share * share * share;
    case EASE_BOTH:
        return share * share * (3 - 2 * share);
    case EASE_LINEAR:
        return share;
    case EASE_SPRING:
        /* A damped oscillation that has settled to a thousandth at the end. */
        return 1 - expf(-6.9F * share) * cosf(9.4F * share);
    }
    return share;
}

static bool given(float number) {
    return number > NOT_GIVEN + 1;
}

static void approach(float *number, float to, float share) {
    if (given(to)) {
        *number += (to - *number) * share;
    }
}

static void approach_pair(struct pair *pair, struct pair to, float share) {
    approach(&pair->first, to.first, share);
    approach(&pair->second, to.second, share);
}

static void apply_move(struct pose *pose, const struct film_move *move, millis now) {
    if (now < move->at) {
        return;
    }
    float share = move->lasts > 0 ? (float)(now - move->at) / (float)move->lasts : 1;
    share = eased(move->ease, share);
    approach_pair(&pose->at, move->to, share);
    approach_pair(&pose->end, move->end, share);
    approach_pair(&pose->size, move->size, share);
    approach(&pose->scale, move->scale, share);
    approach(&pose->turn, move->turn, share);
    approach(&pose->opacity, move->opacity, share);
    approach(&pose->value, move->value, share);
    if (move->colour != FILM_SAME) {
        if (pose->colour_share >= 1) {
            pose->colour = pose->colour_to;
        }
        pose->colour_to = move->colour;
        pose->colour_share = share > 1 ? 1 : share;
    }
}

static void apply_change(struct pose *pose, int change, float share) {
    switch ((enum film_change)change) {
    case CHANGE_CUT:
        break;
    case CHANGE_FADE:
        pose->opacity *= share;
        break;
    case CHANGE_GROW:
        pose->scale *= share;
        break;
    case CHANGE_DRAW:
        pose->drawn *= share;
        break;
    case CHANGE_RISE:
        pose->opacity *= share;
        pose->at.second += (1 - share) * RISE_BY;
        pose->end.second += (1 - share) * RISE_BY;
        break;
    }
}

static void apply_moves(struct pose *pose, struct items moves, millis now) {
    for (size_t i = 0; i < moves.count; i++) {
        apply_move(pose, ITEM(moves, struct film_move, i), now);
    }
}

static void shift(struct pair *pair, float dx, float dy) {
    pair->first += dx;
    pair->second += dy;
}

bool pose_at(struct pose *pose, const struct thing *thing, int row, int column, millis now,
             millis shot_length) {
    const struct film_repeat *repeat = &thing->repeat;
    millis delay = repeat->later * (row * repeat->columns + column);
    now -= delay;
    shot_length -= delay;
    millis leave = thing->leave > 0 ? thing->leave : shot_length;
    if (now < thing->enter || now >= leave) {
        return false;
    }
    *pose = (struct pose){.at = thing->at,
                          .end = thing->end,
                          .size = thing->size,
                          .scale = thing->scale,
                          .turn = thing->turn,
                          .opacity = thing->opacity,
                          .value = thing->value,
                          .drawn = 1,
                          .colour = thing->colour,
                          .colour_to = thing->colour,
                          .colour_share = 1};
    apply_moves(pose, thing->moves, now);
    if (now < thing->enter + CHANGE_MS) {
        float share = (float)(now - thing->enter + 1) / CHANGE_MS;
        apply_change(pose, thing->enters, eased(EASE_OUT, share));
    }
    if (now > leave - CHANGE_MS && thing->leaves != CHANGE_CUT) {
        apply_change(pose, thing->leaves, eased(EASE_BOTH, (float)(leave - now) / CHANGE_MS));
    }
    shift(&pose->at, repeat->step.first * (float)column, repeat->step.second * (float)row);
    shift(&pose->end, repeat->step.first * (float)column, repeat->step.second * (float)row);
    return pose->opacity > 0 && pose->scale > 0;
}

struct pose pose_camera(const struct shot *shot, millis now) {
    struct pose pose = {.at = {FILM_WIDTH / 2.0F, FILM_HEIGHT / 2.0F}, .scale = 1};
    apply_moves(&pose, shot->camera, now);
    pose.scale = fmaxf(pose.scale, LEAST_ZOOM);
    return pose;
}
