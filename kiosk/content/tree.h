/* The marked tree: a YAML file as nodes that know where they stand. */
#ifndef CONTENT_TREE_H
#define CONTENT_TREE_H

#include "base/arena.h"
#include "content/diagnostics.h"

#include <stdbool.h>
#include <stddef.h>

struct report;

/* What a file may hold; what exceeds it is refused while it is being read. */
enum { TREE_DEPTH_MOST = 32, TREE_NODES_MOST = 10000 };

enum node_type { NODE_SCALAR, NODE_LIST, NODE_MAPPING };

struct node {
    enum node_type type;
    bool plain;               /* a scalar without quotes */
    bool flow;                /* a list or mapping in brackets */
    int line, column;         /* of its first character, the first is 1 */
    int end_line, end_column; /* just after its last one */
    const char *words;        /* of a scalar, NUL-terminated and without other NULs */
    struct node *key;         /* of a mapping's value: the scalar before the colon */
    struct node *first;       /* a list's items, a mapping's values */
    struct node *next;
    size_t count;
};

/* Reads the report's text into nodes in `arena`. NULL, with the mistakes reported, where it is no
   YAML or more than the limits allow; an empty file is an empty mapping. Duplicate keys are
   reported but read. */
const struct node *tree_read(struct report *report, struct arena *arena);

/* The value of a mapping's key, or NULL. `mapping` may be any node, or NULL. */
const struct node *tree_find(const struct node *mapping, const char *key);

/* The node at a path such as "questions.2.answers", or its nearest parent that is there. */
const struct node *tree_walk(const struct node *root, const char *path);

/* Where messages about a node point to: a scalar's first line, a bracketed list or mapping, else
   the first key or dash of it. An empty value is marked at its key. */
struct mark tree_mark(struct report *report, const struct node *node);

/* The first place of `part` in a scalar as it was written, else the scalar. */
struct mark tree_mark_part(struct report *report, const struct node *node, const char *part);

#endif
