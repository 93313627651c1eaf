/* The table of scene kinds, from the list of files that the build found in this folder. */
#include "kinds/kinds.h"

#define KIND(name) extern const struct scene_kind name##_kind;
#include "kinds.inc"
#undef KIND

const struct scene_kind *const *kinds_all(size_t *count) {
    static const struct scene_kind *const kinds[] = {
#define KIND(name) &name##_kind,
#include "kinds.inc"
#undef KIND
    };
    *count = sizeof kinds / sizeof kinds[0];
    return kinds;
}

const struct document_kind *const *kinds_documents(size_t *count) {
    static const struct document_kind *const documents[] = {
#define KIND(name) &name##_kind.document,
#include "kinds.inc"
#undef KIND
    };
    *count = sizeof documents / sizeof documents[0];
    return documents;
}
