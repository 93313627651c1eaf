/* The changes: which files of the exhibition were saved, made or taken away while it runs. */
#ifndef COMMANDS_CHANGES_H
#define COMMANDS_CHANGES_H

#include "base/arena.h"
#include "base/list.h"

#include <stdbool.h>

struct changes;

/* What changed in one go. Zero-initialised it is empty and valid. */
struct changed {
    LIST(const char *) scenes; /* paths of scene files: "scenes/personal/phishing.yaml" */
    bool assets;               /* something in assets/ */
    bool all;                  /* more than can be told: any file may have */
    struct arena arena;        /* of the paths */
};

void changed_finish(struct changed *changed);

/* Watches scenes/ and assets/ below `directory` from now on, folders that are made later too; if
   they cannot be watched, a line in the log says so. */
struct changes *changes_create(const char *directory);
void changes_destroy(struct changes *changes);

/* Waits until something has changed, and then for 150 ms without a change, so that an editor's save
   is one; `changed`, empty before, gets what it was. False, sooner, when the descriptor `stop` is
   readable. What editors leave beside their files is no change. */
bool changes_wait(struct changes *changes, int stop, struct changed *changed);

#endif
