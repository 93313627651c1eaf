/* Where the player's program is. */
#include "media/program.h"

#include "base/memory.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const places[] = {"%s/kiosk-player", "%s/../kiosk-player",
                                     "%s/../libexec/kiosk/kiosk-player"};

enum { PLACES = sizeof places / sizeof places[0] };

char *media_program(void) {
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(self, '/');
    if (slash) {
        *slash = '\0';
    }
    char program[PATH_MAX + 64] = "";
    for (size_t i = 0; i < PLACES; i++) {
        (void)snprintf(program, sizeof program, places[i], self);
        if (access(program, X_OK) == 0) {
            break;
        }
    }
    return memory_strdup(program);
}
