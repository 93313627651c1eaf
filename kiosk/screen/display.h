/* The display: SDL's start, the window, and the executor that suits the machine. */
#ifndef SCREEN_DISPLAY_H
#define SCREEN_DISPLAY_H

#include "screen/executor.h"

#include <stdbool.h>

#include <SDL.h>

/* The window, and either a renderer (a GPU draws) or none (its surface is drawn on). */
struct display {
    SDL_Window *window;
    SDL_Renderer *renderer;
    bool windowed;
    bool accelerated; /* the renderer's GL is a graphics device's */
};

/* Opens the window; fullscreen when `width` is 0. False, with a line in the log, when it cannot. */
bool display_open(struct display *display, int width, int height);
void display_close(struct display *display);

/* The panel's pixels, before any rotation. */
void display_size(const struct display *display, int *width, int *height);

/* Whether a graphics device draws in it, and not the processor in one's stead. */
bool display_is_accelerated(const struct display *display);

/* An executor for this display. The window's surface may be a new one. */
struct executor *display_executor(const struct display *display,
                                  const struct executor_setup *setup);

#endif
