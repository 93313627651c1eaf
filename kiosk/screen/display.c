/* The display is opened with what a kiosk needs: no cursor, no screensaver, nothing closes it. */
#include "screen/display.h"

#include "base/log.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *name, *value;
} hints[] = {
    {SDL_HINT_APP_NAME, "kiosk"},
    /* Every tap would arrive twice. */
    {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
    {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
    /* The click that gives the window the focus means what it is on, too. */
    {SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"},
    /* SIGTERM is the program's own; closing the window is not the end of it. */
    {SDL_HINT_NO_SIGNAL_HANDLERS, "1"},
    {SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"},
    {SDL_HINT_WINDOWS_NO_CLOSE_ON_ALT_F4, "1"},
    {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
    {SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0"},
    /* A window manager would ask visitors whether to end a busy program. */
    {SDL_HINT_VIDEO_X11_NET_WM_PING, "0"},
    /* Otherwise SDL shows the window's surface through GL. */
    {SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"},
    {SDL_HINT_VIDEO_DOUBLE_BUFFER, "1"},
    {SDL_HINT_RENDER_BATCHING, "1"},
};

/* Drawing with these is the processor's work, done slower than by the surface executor. */
static const char *const software_names[] = {"llvmpipe", "softpipe", "swrast",
                                             "Software Rasterizer"};

static bool is_software(const char *name) {
    for (size_t i = 0; i < SDL_arraysize(software_names); i++) {
        if (strstr(name, software_names[i])) {
            return true;
        }
    }
    return false;
}

/* What the current GL context says it draws with. */
static bool context_is_accelerated(void) {
    typedef const unsigned char *get_string(unsigned name);
    const unsigned renderer_name = 0x1F01; /* GL_RENDERER */
    union {
        void *object;
        get_string *function;
    } get = {.object = SDL_GL_GetProcAddress("glGetString")};
    const unsigned char *name = get.object ? get.function(renderer_name) : NULL;
    return name && !is_software((const char *)name);
}

/* The same, asked of a hidden window. */
static bool gl_is_accelerated(void) {
    bool accelerated = false;
    SDL_Window *window = SDL_CreateWindow("", 0, 0, 16, 16, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
    SDL_GLContext context = window ? SDL_GL_CreateContext(window) : NULL;
    if (context) {
        accelerated = context_is_accelerated();
        SDL_GL_DeleteContext(context);
    }
    if (window) {
        SDL_DestroyWindow(window);
    }
    return accelerated;
}

/* Only X11 (and SDL's dummy) has a window surface that does not go through GL. A machine without
   a graphics device is not asked for GL: loading it takes longer than all the rest. */
static bool suits_surface(void) {
    const char *driver = SDL_GetCurrentVideoDriver();
    if (strcmp(driver, "dummy") == 0) {
        return true;
    }
    if (strcmp(driver, "x11") != 0) {
        return false;
    }
    bool has_device = access("/dev/dri", F_OK) == 0 || access("/dev/nvidia0", F_OK) == 0;
    return !has_device || !gl_is_accelerated();
}

/* Type in a smaller window would be smaller than any font. */
enum { SMALLEST_SIDE = 200 };

static bool open_window(struct display *display, int width, int height) {
    Uint32 flags = SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= display->windowed ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_FULLSCREEN_DESKTOP;
    SDL_DisplayMode mode = {.w = width, .h = height};
    if (!display->windowed) {
        SDL_GetDesktopDisplayMode(0, &mode);
    }
    display->window = SDL_CreateWindow("kiosk", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                       mode.w, mode.h, flags);
    if (!display->window) {
        log_error("the window cannot be opened: %s", SDL_GetError());
        return false;
    }
    if (display->windowed) {
        SDL_SetWindowMinimumSize(display->window, SMALLEST_SIDE, SMALLEST_SIDE);
    } else {
        SDL_ShowCursor(SDL_DISABLE);
        SDL_SetWindowKeyboardGrab(display->window, SDL_TRUE);
    }
    return true;
}

static bool surface_is_usable(SDL_Window *window) {
    const SDL_Surface *surface = SDL_GetWindowSurface(window);
    bool usable = surface && (surface->format->format == SDL_PIXELFORMAT_XRGB8888 ||
                              surface->format->format == SDL_PIXELFORMAT_ARGB8888);
    if (usable) {
        /* While the first frame is laid out: in that it would take 4 ms. */
        memory_touch(surface->pixels, (size_t)surface->pitch * (size_t)surface->h);
    }
    return usable;
}

static bool open_renderer(struct display *display) {
    Uint32 flags = SDL_RENDERER_PRESENTVSYNC | SDL_RENDERER_TARGETTEXTURE;
    display->renderer = SDL_CreateRenderer(display->window, -1, flags | SDL_RENDERER_ACCELERATED);
    display->accelerated = display->renderer && context_is_accelerated();
    if (!display->renderer) {
        display->renderer = SDL_CreateRenderer(display->window, -1, SDL_RENDERER_SOFTWARE);
    }
    if (!display->renderer) {
        log_error("nothing can draw in the window: %s", SDL_GetError());
    }
    return display->renderer;
}

/* SDL ends its search for a display with drivers that nobody sees: they count only when asked for.
 */
static bool is_visible(void) {
    const char *driver = SDL_GetCurrentVideoDriver();
    return SDL_GetHint(SDL_HINT_VIDEODRIVER) ||
           (strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0);
}

static bool start_video(void) {
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) == 0) {
        if (is_visible()) {
            return true;
        }
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        SDL_SetError("neither X11 nor Wayland nor KMS answers");
    }
    log_error("there is no display (%s): start the kiosk in a desktop session, under X, or on a "
              "console as a user who may use the graphics device",
              SDL_GetError());
    return false;
}

bool display_open(struct display *display, int width, int height) {
    *display = (struct display){.windowed = width > 0};
    for (size_t i = 0; i < SDL_arraysize(hints); i++) {
        SDL_SetHint(hints[i].name, hints[i].value);
    }
    if (!start_video()) {
        return false;
    }
    SDL_StopTextInput();
    SDL_EventState(SDL_DROPFILE, SDL_DISABLE);
    SDL_EventState(SDL_DROPTEXT, SDL_DISABLE);
    bool surface = suits_surface();
    if (open_window(display, width, height) &&
        ((surface && surface_is_usable(display->window)) || open_renderer(display))) {
        return true;
    }
    display_close(display);
    return false;
}

void display_close(struct display *display) {
    if (display->renderer) {
        SDL_DestroyRenderer(display->renderer);
    }
    if (display->window) {
        SDL_DestroyWindow(display->window);
    }
    *display = (struct display){0};
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void display_size(const struct display *display, int *width, int *height) {
    if (display->renderer) {
        SDL_GetRendererOutputSize(display->renderer, width, height);
    } else {
        SDL_GetWindowSize(display->window, width, height);
    }
}

bool display_is_accelerated(const struct display *display) {
    return display->accelerated;
}

struct executor *display_executor(const struct display *display,
                                  const struct executor_setup *setup) {
    if (display->renderer) {
        return executor_create_renderer(setup, display->renderer);
    }
    SDL_Surface *surface = SDL_GetWindowSurface(display->window);
    return surface ? executor_create_surface(setup, surface) : NULL;
}
