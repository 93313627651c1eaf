/* The exhibition as data: the hall, its zones, their scenes, and this machine's settings. */
#ifndef CONTENT_HALL_H
#define CONTENT_HALL_H

#include "base/arena.h"
#include "content/bank.h"
#include "content/kind.h"
#include "content/types.h"

#include <stdatomic.h>

struct diagnostics;
struct hall_cache;
struct probe;
struct scene_read;

/* What every scene file has beside its kind's own keys. */
struct scene_common {
    const char *kind;
    struct text title;    /* the scene's heading, and its card's */
    struct text summary;  /* one sentence on the card; may be empty */
    struct asset picture; /* the card's picture; may be none */
    const char *next;     /* the scene that comes next, or NULL for the zone's own order */
};

struct hall_scene {
    const char *id;                   /* "personal/phishing"; the hall's page is "hall", a zone's
                                         page is the zone's id, and both are of kind "menu" */
    const char *path;                 /* its file, as messages name it */
    const struct document_kind *kind; /* never NULL */
    const struct hall_zone *zone;     /* NULL for hall pages */
    struct scene_common common;
    const void *document; /* the kind's struct; NULL for the pages of the hall and of a zone */
    bool mistaken;        /* its file has an error: nobody may show it */
};

/* Dots (fractions of a square) and the lines between them: a zone's emblem. */
struct emblem {
    struct items dots;  /* struct pair, 0 … 1 */
    struct items lines; /* struct pair: indices of dots, the first is 1 */
};

/* scenes/ZONE/zone.yaml */
struct hall_zone {
    const char *id; /* "personal" */
    const char *path;
    struct text name;  /* 个人安全 */
    struct text title; /* the heading of its page, which says something */
    struct text lead;
    int light; /* enum zone_light */
    struct emblem emblem;
    struct items scenes; /* const char *: ids as written in zone.yaml, "phishing" */
    const char **order;  /* those that hall_scene finds: "personal/phishing" */
    size_t order_count;
};

enum zone_light { LIGHT_JADE, LIGHT_AZURE, LIGHT_AMBER, LIGHT_VERMILION, LIGHT_COUNT };

/* scenes/hall.yaml */
struct hall_document {
    int format;
    struct text name;  /* the museum's name on the attract loop */
    struct text title; /* the heading of the hall's page */
    struct text lead;
    struct items languages; /* struct hall_language */
    struct items zones;     /* const char * */
    const char *attract;    /* the scene of the attract loop */
    const char *theme;      /* a file of themes, "assets/themes/ink.yaml" */
};

struct hall_language {
    const char *code; /* "zh": the key in texts and the part of a caption file's name */
    const char *name; /* as the language button says it: "中文", "English" */
};

/* A whole exhibition, read-only once loaded; everything in it lives in its arena, in what was read
   of a scene's file, or in its base. */
struct hall {
    atomic_int holders;    /* whoever called hall_create, and exhibitions of which it is the base */
    struct hall *base;     /* with which everything is shared but `amended`; NULL: nothing is */
    const char *directory; /* which holds scenes/ and assets/ */
    struct arena arena;
    struct hall_document document;
    struct hall_zone *zones; /* in hall.yaml's order */
    size_t zone_count;
    struct scene_read **reads; /* what the scenes were made from, held */
    size_t read_count;
    struct hall_scene *scenes; /* every scene file, and the pages of the hall and the zones, in
                                  the order of ids: hall_scene and hall_scene_at tell of them */
    size_t scene_count;
    struct hall_scene *amended; /* what stands in place of some of `scenes` */
    size_t amended_count;
    struct bank bank; /* the questions that quizzes draw from */
};

/* Reads scenes/hall.yaml, every zone and scene below `directory` (which holds scenes/ and
   assets/). Every mistake of every file goes to `diagnostics`. Returns the hall, for
   hall_destroy, even when there are mistakes (it then holds what could be read, and hall_scene
   finds what may be shown of it); NULL only when there is no hall.yaml to read. Any thread; slow
   (files, probe). `cache` (NULL for none) serves one directory, used by one thread at a time: what
   did not change is taken from it (content/hall_cache.h). */
struct hall *hall_create(const char *directory, const struct document_kind *const *kinds,
                         size_t kind_count, const struct probe *probe, struct hall_cache *cache,
                         struct diagnostics *diagnostics);

/* The same of what the attract loop needs: hall.yaml, the zones, and of the scenes its own alone.
   Takes a tenth of the time. */
struct hall *hall_create_front(const char *directory, const struct document_kind *const *kinds,
                               size_t kind_count, const struct probe *probe,
                               struct diagnostics *diagnostics);

/* One more who has to call hall_destroy; returns the hall. Any thread. */
struct hall *hall_hold(struct hall *hall);

/* Frees it once nobody holds it any more. Any thread. Takes NULL. */
void hall_destroy(struct hall *hall);

/* The scene of that id; NULL if there is none, or if it is mistaken. */
const struct hall_scene *hall_scene(const struct hall *hall, const char *id);

/* The scenes in the order of their ids, mistaken ones too: `index` is less than scene_count. */
const struct hall_scene *hall_scene_at(const struct hall *hall, size_t index);

/* The hall's language of that code, or NULL. */
const struct hall_language *hall_language(const struct hall *hall, const char *code);

/* What comes after `scene`: its `next` if that can be shown, else the zone's next, else NULL after
   a zone's last. */
const struct hall_scene *hall_scene_after(const struct hall *hall, const struct hall_scene *scene);

#endif
