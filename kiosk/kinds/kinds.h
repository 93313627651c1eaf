/* Every scene kind there is. A file in this folder is a kind; the build makes the table of them. */
#ifndef KINDS_KINDS_H
#define KINDS_KINDS_H

#include "scene/scene.h"

/* `*count` kinds in the order of their names; kinds/quiz.c exports `const struct scene_kind
   quiz_kind`. */
const struct scene_kind *const *kinds_all(size_t *count);

/* The same kinds as the content room knows them. */
const struct document_kind *const *kinds_documents(size_t *count);

#endif
