/* The screen: SDL's window and events on one side, touches, keys and draw lists on the other. */
#ifndef SCREEN_SCREEN_H
#define SCREEN_SCREEN_H

#include "content/settings.h"
#include "draw/fonts.h"
#include "draw/images.h"
#include "draw/list.h"
#include "input/touch.h"
#include "screen/executor.h"

struct screen;

struct screen_setup {
    const struct settings *settings;
    struct faces *faces;
    struct images *images;
    const struct video_source *video;
    int window_width, window_height; /* 0: fullscreen */
};

/* Leaves out of what X prepares what a kiosk has no use for. Changes the environment: to be called
   while the process has no other thread. */
void screen_prepare(void);

/* Opens the window on whatever SDL finds (KMSDRM, Wayland, X11), with the executor that suits the
   machine. NULL, with a line in the log that says what to do, when there is no display. */
struct screen *screen_create(const struct screen_setup *setup);
void screen_destroy(struct screen *screen);

/* The picture's size in physical pixels, rotation applied, and the fonts made for its scale. */
void screen_size(const struct screen *screen, int *width, int *height);
struct fonts *screen_fonts(struct screen *screen);

/* Whether a graphics device draws, so that every frame of the display can be a new one. */
bool screen_is_fluid(const struct screen *screen);

/* Somebody is there, so pages will slide: their memory is got ready meanwhile. */
void screen_expect(struct screen *screen);

enum screen_event_type {
    SCREEN_NOTHING, /* time is up */
    SCREEN_TOUCH,
    SCREEN_KEY,
    SCREEN_WOKEN,   /* screen_wake was called */
    SCREEN_EXPOSED, /* draw again */
    SCREEN_RESIZED, /* only with a window: size and fonts are new */
    SCREEN_QUIT,    /* only with a window; fullscreen ignores every request to close */
};

struct screen_event {
    enum screen_event_type type;
    struct touch touch;
    enum key key;
    millis time;
};

/* Waits until `deadline` (a moment of clock_now, -1 for ever) for one event. */
struct screen_event screen_wait(struct screen *screen, millis deadline);

/* Makes screen_wait return SCREEN_WOKEN. Any thread. */
void screen_wake(struct screen *screen);

/* Draws and presents, unless nothing changed. Returns whether a frame was presented. */
bool screen_present(struct screen *screen, const struct draw_list *list);

/* Writes what is on the screen to a PNG file; false with a line in the log if it cannot. */
bool screen_save(struct screen *screen, const char *path);

/* Surfaces as PNG, with the same bytes for the same pixels. */
bool screen_save_surface(const SDL_Surface *surface, const char *path);

#endif
