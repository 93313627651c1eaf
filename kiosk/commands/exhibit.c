/* What every command loads alike: this machine's settings, the theme, and the exhibition. */
#include "commands/exhibit.h"

#include "base/directories.h"
#include "base/log.h"
#include "base/memory.h"
#include "kinds/kinds.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void read_theme(struct exhibition *exhibition, const char *directory) {
    const char *theme = exhibition->hall ? exhibition->hall->document.theme : NULL;
    struct arena scratch = {0};
    char *path = theme && *theme ? arena_printf(&scratch, "%s/%s", directory, theme) : NULL;
    (void)theme_read(&exhibition->theme, path, &exhibition->diagnostics);
    diagnostics_sort(&exhibition->diagnostics);
    arena_finish(&scratch);
}

struct exhibition *exhibition_create(const char *directory, struct prober *prober,
                                     struct hall_cache *cache) {
    struct exhibition *exhibition = memory_alloc_zeroed(1, sizeof *exhibition);
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    struct probe probe = prober_probe(prober);
    exhibition->hall =
        hall_create(directory, kinds, count, &probe, cache, &exhibition->diagnostics);
    read_theme(exhibition, directory);
    return exhibition;
}

struct exhibition *exhibition_create_front(const char *directory, struct prober *prober) {
    struct exhibition *front = memory_alloc_zeroed(1, sizeof *front);
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    struct probe probe = prober_probe(prober);
    front->hall = hall_create_front(directory, kinds, count, &probe, &front->diagnostics);
    read_theme(front, directory);
    if (!exhibition_is_good(front) || !exhibition_is_usable(front)) {
        exhibition_destroy(front);
        return NULL;
    }
    return front;
}

void exhibition_destroy(struct exhibition *exhibition) {
    if (!exhibition) {
        return;
    }
    hall_destroy(exhibition->hall);
    diagnostics_finish(&exhibition->diagnostics);
    free(exhibition);
}

bool exhibition_is_good(const struct exhibition *exhibition) {
    return exhibition->hall && diagnostics_errors(&exhibition->diagnostics) == 0;
}

bool exhibition_is_usable(const struct exhibition *exhibition) {
    const struct hall *hall = exhibition->hall;
    return hall && hall->zone_count > 0 && hall->document.languages.count > 0 &&
           hall_scene(hall, "hall") && hall->document.attract;
}

static const char *directory_of(struct arena *arena, const char *path) {
    return arena_strdup(arena, dirname(arena_strdup(arena, path)));
}

/* `path` as seen from `base`, unless it is absolute. */
static const char *below(struct arena *arena, const char *base, const char *path) {
    if (*path == '/' || strcmp(base, ".") == 0) {
        return path;
    }
    return strcmp(path, ".") == 0 ? base : arena_printf(arena, "%s/%s", base, path);
}

static const char *state_directory(struct arena *arena, const char *wanted, const char *base) {
    const char *home = getenv("XDG_STATE_HOME");
    const char *user = getenv("HOME");
    const char *path = *wanted         ? below(arena, base, wanted)
                       : home && *home ? arena_printf(arena, "%s/kiosk", home)
                       : user && *user ? arena_printf(arena, "%s/.local/state/kiosk", user)
                                       : "";
    if (*path && !directories_make(path)) {
        log_warning("cannot make the state directory %s (%s): nothing is remembered between starts",
                    path, strerror(errno));
        return "";
    }
    return path;
}

/* The directory that bin/kiosk is in. */
static const char *prefix(struct arena *arena) {
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length > 0 ? length : 0] = '\0';
    return directory_of(arena, directory_of(arena, self));
}

/* The desk's own, else that of this installation, else the machine's; NULL if there is none. */
static const char *find_config(struct arena *arena) {
    const char *const places[] = {
        "kiosk.conf",
        arena_printf(arena, "%s/etc/kiosk/kiosk.conf", prefix(arena)),
        "/etc/kiosk/kiosk.conf",
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (access(places[i], R_OK) == 0) {
            return places[i];
        }
    }
    return NULL;
}

bool place_init(struct place *place, const char *config, const char *content) {
    *place = (struct place){0};
    if (config && access(config, R_OK) != 0) {
        log_error("cannot read %s: %s", config, strerror(errno));
        return false;
    }
    config = config ? config : find_config(&place->arena);
    place->config = config ? arena_strdup(&place->arena, config) : NULL;
    struct diagnostics unsaid = {0};
    (void)settings_read(&place->settings, place->config, &place->arena, &unsaid);
    diagnostics_finish(&unsaid);
    const char *base = config ? directory_of(&place->arena, config) : ".";
    place->directory = arena_strdup(
        &place->arena, content ? content : below(&place->arena, base, place->settings.content));
    place->state = state_directory(&place->arena, place->settings.state, base);
    return true;
}

void place_finish(struct place *place) {
    arena_finish(&place->arena);
}
