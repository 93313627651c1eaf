/* kiosk.conf: what is particular to this machine. */
#ifndef CONTENT_SETTINGS_H
#define CONTENT_SETTINGS_H

#include "base/arena.h"
#include "content/types.h"

struct diagnostics;

struct settings_panel {
    float diagonal; /* inches */
    float distance; /* from the visitor's eye, mm */
    float height;   /* of the picture's lower edge above the floor, mm */
    int rotation;   /* enum panel_rotation: how the picture is turned, clockwise */
};

enum panel_rotation { ROTATION_0, ROTATION_90, ROTATION_180, ROTATION_270 };

struct settings_touch {
    bool swap; /* the axes, before mirroring */
    bool mirror_x, mirror_y;
};

struct settings {
    const char *show;     /* "hall", a zone's or a scene's id: where a visit starts */
    const char *language; /* a visit's first language, "zh" */
    millis idle;          /* without a touch until "still there?" */
    int volume;           /* percent */
    bool sounds;          /* touches and answers are heard */
    struct settings_panel panel;
    struct settings_touch touch;
    const char *content; /* directory with scenes/ and assets/; relative to kiosk.conf */
    const char *state;   /* directory that may be written; "" is XDG_STATE_HOME's kiosk */
};

/* Reads `path` (NULL: the defaults alone) into `settings`; strings live in `arena`. Mistakes go to
   `diagnostics`; a value with a mistake has its default, so the exhibit starts anyway. Returns
   false if the file could not be read at all. */
bool settings_read(struct settings *settings, const char *path, struct arena *arena,
                   struct diagnostics *diagnostics);

struct hall;

/* Reads `path` again, now that the hall is known, for every mistake that settings_read finds and
   for a `show` or a `language` that the hall (NULL: there is none) does not have. Returns whether
   there is no error. */
bool settings_check(const char *path, const struct hall *hall, struct diagnostics *diagnostics);

#endif
