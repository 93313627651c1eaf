/* A film's controls: play and pause, from the start, place, sound. */
#ifndef SCENE_FILM_CONTROLS_H
#define SCENE_FILM_CONTROLS_H

#include "scene/scene.h"

/* Part of a scene's state; zeroed it is ready. */
struct film_controls {
    struct rect seek, volume; /* the sliders' rectangles, as last drawn */
    bool seeking;             /* a finger is on the place; the film follows it */
    millis wanted;            /* the place it was moved to */
    millis sought_at;         /* when the player was last told */
    bool sought;              /* the player has not said yet that it is there */
    int sound_before;         /* the volume before it was silenced */
};

/* How high the controls are in a width. */
float film_controls_height(struct scene *scene, const struct player_facts *facts, float width);

/* Draws and registers them in a width, the upper left corner at (x, y), `alpha` of them seen; on a
   panel if they lie `over` the picture. */
void film_controls_draw(struct scene *scene, struct scene_frame *frame,
                        struct film_controls *controls, const struct player_facts *facts, float x,
                        float y, float width, bool over, float alpha);

/* Does what a gesture on one of them means to the player; false if it was on none of them. */
bool film_controls_gesture(struct scene *scene, struct film_controls *controls,
                           const struct gesture *gesture);

/* The player's facts; those of an empty one where there is none. */
struct player_facts film_facts(const struct scene *scene);

/* Plays on after a pause, pauses, or plays from the start after the end. */
void film_toggle(struct scene *scene);
void film_replay(struct scene *scene);

#endif
