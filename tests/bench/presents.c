/* Preloaded into a program, tells when it presented its first frame and how often it has presented
   since: the moment in nanoseconds and the number stand in the file that PRESENTS names. */
#include <dlfcn.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <SDL_video.h>

int SDL_UpdateWindowSurface(SDL_Window *window) __attribute__((visibility("default")));
int SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count)
    __attribute__((visibility("default")));

static int64_t now(void) {
    struct timespec moment;
    (void)clock_gettime(CLOCK_MONOTONIC, &moment);
    return (int64_t)moment.tv_sec * 1000000000 + moment.tv_nsec;
}

/* Always as long, so that whoever reads it meanwhile reads one or the other. */
static void tell(void) {
    static int file = -1;
    static int64_t first;
    static int64_t presented;
    const char *path = getenv("PRESENTS");
    if (file < 0 && path) {
        first = now();
        file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    }
    char line[64];
    int length = snprintf(line, sizeof line, "%020" PRId64 " %020" PRId64 "\n", first, ++presented);
    (void)!pwrite(file, line, (size_t)length, 0);
}

/* POSIX lets an object pointer be one to a function; ISO C has no cast for it. */
static void find(const char *name, void *function) {
    *(void **)function = dlsym(RTLD_NEXT, name);
}

int SDL_UpdateWindowSurface(SDL_Window *window) {
    int (*real)(SDL_Window *);
    find("SDL_UpdateWindowSurface", &real);
    int answer = real(window);
    tell();
    return answer;
}

int SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count) {
    int (*real)(SDL_Window *, const SDL_Rect *, int);
    find("SDL_UpdateWindowSurfaceRects", &real);
    int answer = real(window, rects, count);
    tell();
    return answer;
}
