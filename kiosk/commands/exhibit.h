/* What every command loads alike: this machine's settings, the theme, and the exhibition. */
#ifndef COMMANDS_EXHIBIT_H
#define COMMANDS_EXHIBIT_H

#include "base/arena.h"
#include "commands/prober.h"
#include "content/diagnostics.h"
#include "content/hall.h"
#include "content/settings.h"
#include "draw/theme.h"

/* One exhibition as loaded from its files. Read-only once loaded; made on any thread. */
struct exhibition {
    struct hall *hall; /* NULL when there was no hall.yaml */
    struct theme theme;
    struct diagnostics diagnostics; /* of the hall, its scenes, and the theme */
};

/* Loads everything below `directory`; `cache` (may be NULL) is what hall_create takes. Never NULL.
 */
struct exhibition *exhibition_create(const char *directory, struct prober *prober,
                                     struct hall_cache *cache);
void exhibition_destroy(struct exhibition *exhibition);

/* What the attract loop needs of it, quickly (hall_create_front); NULL if anything of that is
   wrong, which exhibition_create will say. */
struct exhibition *exhibition_create_front(const char *directory, struct prober *prober);

/* Whether it can be shown: there is a hall and nothing in it is wrong. */
bool exhibition_is_good(const struct exhibition *exhibition);

/* Whether there is enough to open the hall with: scenes that have mistakes are left out of it, and
   if the attract loop is one of them, the hall's page waits for visitors. */
bool exhibition_is_usable(const struct exhibition *exhibition);

/* Where things are on this machine. Strings live in `arena`. */
struct place {
    struct arena arena;
    const char *config;    /* kiosk.conf, or NULL where there is none */
    const char *directory; /* of the content */
    const char *state;     /* that may be written; exists, or is "" */
    struct settings settings;
};

/* Finds kiosk.conf (`config`, else ./kiosk.conf, else ../etc/kiosk/kiosk.conf as seen from the
   program, else /etc/kiosk/kiosk.conf), reads it, and finds the content and state directories it
   names; `content` (may be NULL) overrides the former. What is wrong in it is for settings_check to
   say, once the hall is known. False, with a line in the log, when `config` was named and is not
   there. */
bool place_init(struct place *place, const char *config, const char *content);

/* Frees all strings of the place and of its settings. */
void place_finish(struct place *place);

#endif
