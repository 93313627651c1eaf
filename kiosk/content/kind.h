/* What the content room must know of a scene kind: its name, its table, its own checks. */
#ifndef CONTENT_KIND_H
#define CONTENT_KIND_H

#include "content/schema.h"

struct arena;
struct bank;
struct diagnostics;
struct document_check;

struct document_kind {
    const char *name;            /* what `kind:` says: "quiz" */
    struct words title;          /* 问答题 / quiz, for the reference and the menus */
    struct words help;           /* one sentence on what the visitor does */
    const struct schema *schema; /* the kind's own keys, beside those every scene has */

    /* Optional: takes into the document what it asks of the exhibition's question bank, or makes of
       it what is easier to work with. Called once, after the document was read (mistakes and all:
       what is missing is zero) and before it is checked. */
    void (*bind)(void *document, const struct bank *bank, struct arena *arena);

    /* Optional: what no row can say ("no answer is right"). Reports through the functions of
       content/check.h; the document's values are in range when it is called. */
    void (*check)(const void *document, struct document_check *check);
};

#endif
