/* The files of an exhibition: which zones and scenes there are, before any of them is read. */
#ifndef CONTENT_HALL_FILES_H
#define CONTENT_HALL_FILES_H

#include "base/arena.h"
#include "base/list.h"

#include <stdbool.h>
#include <stddef.h>

struct diagnostics;

/* One scene file. */
struct hall_file {
    const char *id;   /* "personal/phishing" */
    const char *name; /* "phishing" */
    const char *zone; /* "personal", or NULL right below scenes/ */
    const char *path; /* "scenes/personal/phishing.yaml" */
};

/* Both in the order of their ids. Zero-initialised it is empty and valid. */
struct hall_files {
    LIST(struct hall_file) scenes;
    LIST(const char *) zones; /* directories with a zone.yaml */
    LIST(const char *) banks; /* paths of files of questions, in their order */
    const char *prefix;       /* what messages put before a path */
};

/* Lists what is below scenes/ in `directory` (from directory_open), which messages call `name`.
   Files whose names cannot be ids are reported and left out. Strings live in `arena`. */
void hall_files_init(struct hall_files *files, int directory, const char *name, struct arena *arena,
                     struct diagnostics *diagnostics);
void hall_files_finish(struct hall_files *files);

/* The scene file of that path ("scenes/personal/phishing.yaml"), or NULL. */
const struct hall_file *hall_files_scene(const struct hall_files *files, const char *path);

/* Whether a file of that name, anywhere below scenes/, is or may become part of the exhibition:
   what editors leave beside their files is not. */
bool hall_files_concerns(const char *name);

bool hall_files_has_zone(const struct hall_files *files, const char *zone);

/* A path as messages name it, in `arena`. */
const char *hall_files_shown(const struct hall_files *files, struct arena *arena, const char *path);

#endif
