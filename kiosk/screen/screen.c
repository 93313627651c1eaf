/* The screen: presents draw lists in a window and tells what happens to it. */
#include "screen/screen.h"

#include "base/log.h"
#include "base/memory.h"
#include "screen/display.h"
#include "screen/events.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { SHORT_SIDE = 1080, PRESENTED_RECTS = 32 };

struct screen {
    struct screen_setup setup;
    struct display display;
    int width, height; /* of the upright picture */
    float scale;
    struct surroundings around;
    struct fonts *fonts;
    struct executor *executor;
    Uint32 wake_event;
    atomic_bool woken; /* a wake event is on its way */
};

static bool is_turned(const struct screen *screen) {
    int rotation = screen->setup.settings->panel.rotation;
    return rotation == ROTATION_90 || rotation == ROTATION_270;
}

static bool make_executor(struct screen *screen) {
    executor_destroy(screen->executor);
    screen->executor = display_executor(
        &screen->display,
        &(struct executor_setup){.fonts = screen->fonts,
                                 .images = screen->setup.images,
                                 .video = screen->setup.video,
                                 .scale = screen->scale,
                                 .rotation = screen->setup.settings->panel.rotation});
    return screen->executor;
}

/* Takes up the window's size: the fonts' scale, and an executor for its surface. */
static bool adopt_size(struct screen *screen) {
    int width;
    int height;
    display_size(&screen->display, &width, &height);
    screen->width = is_turned(screen) ? height : width;
    screen->height = is_turned(screen) ? width : height;
    float scale = (float)SDL_min(width, height) / SHORT_SIDE;
    screen->around = (struct surroundings){.settings = screen->setup.settings,
                                           .width = (float)screen->width / scale,
                                           .height = (float)screen->height / scale};
    SDL_GetWindowSize(screen->display.window, &screen->around.window_width,
                      &screen->around.window_height);
    screen->scale = scale;
    fonts_set_scale(screen->fonts, scale);
    return make_executor(screen);
}

/* Nobody types on a kiosk: libX11 would read 400 kB of key sequences, which takes it as long as all
   the rest of opening a display. See Compose(5). */
void screen_prepare(void) {
    (void)setenv("XCOMPOSEFILE", "/dev/null", 1);
}

static void *open_fonts(void *self) {
    struct screen *screen = self;
    screen->fonts = fonts_create_of(screen->setup.faces);
    return NULL;
}

/* Fonts take as long to open as the display does: on a thread of their own. */
static bool open_display(struct screen *screen) {
    const struct screen_setup *setup = &screen->setup;
    pthread_t thread;
    bool threaded = pthread_create(&thread, NULL, open_fonts, screen) == 0;
    if (!threaded) {
        (void)open_fonts(screen);
    }
    bool opened = display_open(&screen->display, setup->window_width, setup->window_height);
    if (threaded) {
        (void)pthread_join(thread, NULL);
    }
    return opened;
}

struct screen *screen_create(const struct screen_setup *setup) {
    struct screen *screen = memory_alloc_zeroed(1, sizeof *screen);
    screen->setup = *setup;
    if (!open_display(screen)) {
        fonts_destroy(screen->fonts);
        free(screen);
        return NULL;
    }
    screen->wake_event = SDL_RegisterEvents(1);
    if (!screen->fonts || !adopt_size(screen)) {
        screen_destroy(screen);
        return NULL;
    }
    return screen;
}

void screen_destroy(struct screen *screen) {
    if (screen) {
        executor_destroy(screen->executor);
        fonts_destroy(screen->fonts);
        display_close(&screen->display);
        free(screen);
    }
}

void screen_size(const struct screen *screen, int *width, int *height) {
    *width = screen->width;
    *height = screen->height;
}

struct fonts *screen_fonts(struct screen *screen) {
    return screen->fonts;
}

bool screen_is_fluid(const struct screen *screen) {
    return display_is_accelerated(&screen->display);
}

static bool size_changed(const struct screen *screen) {
    int width;
    int height;
    display_size(&screen->display, &width, &height);
    return (is_turned(screen) ? height : width) != screen->width ||
           (is_turned(screen) ? width : height) != screen->height;
}

static enum screen_event_type from_window(struct screen *screen, const SDL_WindowEvent *event) {
    switch (event->event) {
    case SDL_WINDOWEVENT_EXPOSED:
        if (screen->executor) {
            executor_invalidate(screen->executor);
        }
        return SCREEN_EXPOSED;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return size_changed(screen) && adopt_size(screen) ? SCREEN_RESIZED : SCREEN_NOTHING;
    case SDL_WINDOWEVENT_CLOSE:
        return screen->display.windowed ? SCREEN_QUIT : SCREEN_NOTHING;
    default:
        return SCREEN_NOTHING;
    }
}

static struct screen_event translate(struct screen *screen, const SDL_Event *event) {
    struct screen_event translated = {.time = events_moment(event->common.timestamp)};
    if (event->type == screen->wake_event) {
        atomic_store(&screen->woken, false);
        translated.type = SCREEN_WOKEN;
        return translated;
    }
    switch (event->type) {
    case SDL_WINDOWEVENT:
        translated.type = from_window(screen, &event->window);
        return translated;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        make_executor(screen); /* the graphics device lost its textures */
        translated.type = SCREEN_EXPOSED;
        return translated;
    default:
        return events_translate(&screen->around, event);
    }
}

/* Milliseconds until `deadline` as SDL wants them; -1 for ever. */
static int wait_until(millis deadline) {
    if (deadline < 0) {
        return -1;
    }
    millis left = deadline - clock_now();
    return left <= 0 ? 0 : (int)SDL_min(left, INT32_MAX);
}

struct screen_event screen_wait(struct screen *screen, millis deadline) {
    SDL_Event event;
    while (SDL_WaitEventTimeout(&event, wait_until(deadline))) {
        struct screen_event translated = translate(screen, &event);
        if (translated.type != SCREEN_NOTHING) {
            return translated;
        }
    }
    return (struct screen_event){.type = SCREEN_NOTHING, .time = clock_now()};
}

void screen_wake(struct screen *screen) {
    if (!atomic_exchange(&screen->woken, true)) {
        SDL_Event event = {.type = screen->wake_event};
        if (SDL_PushEvent(&event) != 1) {
            atomic_store(&screen->woken, false);
        }
    }
}

bool screen_present(struct screen *screen, const struct draw_list *list) {
    SDL_Rect dirty[PRESENTED_RECTS];
    int count = PRESENTED_RECTS;
    if (!screen->executor || !executor_draw(screen->executor, list, dirty, &count)) {
        return false;
    }
    if (screen->display.renderer) {
        SDL_RenderPresent(screen->display.renderer);
    } else if (SDL_UpdateWindowSurfaceRects(screen->display.window, dirty, count) != 0) {
        log_warning("the window's surface was lost: %s", SDL_GetError());
        make_executor(screen);
    }
    return true;
}

void screen_expect(struct screen *screen) {
    if (screen->executor) {
        executor_expect(screen->executor);
    }
}

static bool save_rendered(struct screen *screen, const char *path) {
    int width;
    int height;
    display_size(&screen->display, &width, &height);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    executor_repeat(screen->executor);
    bool done =
        surface && SDL_RenderReadPixels(screen->display.renderer, NULL, surface->format->format,
                                        surface->pixels, surface->pitch) == 0;
    if (!done) {
        log_error("%s: the screen cannot be read: %s", path, SDL_GetError());
    }
    done = done && screen_save_surface(surface, path);
    SDL_FreeSurface(surface);
    return done;
}

bool screen_save(struct screen *screen, const char *path) {
    if (!screen->executor) {
        return false;
    }
    return screen->display.renderer
               ? save_rendered(screen, path)
               : screen_save_surface(SDL_GetWindowSurface(screen->display.window), path);
}
