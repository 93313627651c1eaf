/* Events: what SDL says about fingers, mouse and keys, as the screen reports it. */
#ifndef SCREEN_EVENTS_H
#define SCREEN_EVENTS_H

#include "screen/screen.h"

#include <SDL.h>

/* What a place and a time depend on. */
struct surroundings {
    const struct settings *settings; /* touch mapping and rotation */
    float width, height;             /* of the upright picture, logical pixels */
    int window_width, window_height; /* what mouse events are measured in */
};

/* A finger, the left button or a key as the event it means; SCREEN_NOTHING for all others, and for
   the mouse events that SDL makes out of touches. */
struct screen_event events_translate(const struct surroundings *around, const SDL_Event *event);

/* SDL's time of an event as a moment of clock_now. */
millis events_moment(Uint32 timestamp);

#endif
