/* The reader: one YAML file and one schema table become a checked C struct. */
#ifndef CONTENT_READER_H
#define CONTENT_READER_H

#include "base/arena.h"
#include "content/schema.h"

#include <stdbool.h>
#include <stddef.h>

struct diagnostics;
struct probe;

/* What the values of a document may refer to. Zeroed, nothing is looked up but assets, which must
   exist below the working directory. */
struct world {
    const char *directory;        /* asset paths start here; NULL is the working directory */
    const struct probe *probe;    /* NULL: an asset need only exist */
    const char *const *scenes;    /* ids in the order of strcmp; NULL: any id is accepted */
    const char *const *languages; /* the codes a text may have; NULL: any */
    size_t scene_count, language_count;
};

/* Reads the file at `path` (as open(2) takes it) by `schema` into `out`, a struct of schema->size
   bytes that the caller filled with zeros or with built-in values: a key that is missing or has a
   mistake gets its row's fallback, and without one keeps what was there. Strings and lists live
   in `arena`. Every mistake goes to `diagnostics`. `world` may be NULL. Returns whether the file
   was read without an error. Any thread. */
bool document_read_file(const char *path, const struct schema *schema, void *out,
                        const struct world *world, struct arena *arena,
                        struct diagnostics *diagnostics);

#endif
