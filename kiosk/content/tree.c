/* The marked tree: libyaml's events become nodes that know where they stand. */
#include "content/tree.h"

#include "content/encoding.h"
#include "content/mistakes.h"
#include "content/report.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

/* A list or mapping whose end has not come yet. */
struct level {
    struct node *node;
    struct node *last; /* its newest child */
    struct node *key;  /* of a mapping: read, and waiting for its value */
};

struct builder {
    yaml_parser_t parser;
    struct arena *arena;
    struct report *report;
    struct level levels[TREE_DEPTH_MOST];
    int depth;
    int nodes;
    int documents;
    struct node *root;
};

static struct mark event_mark(struct builder *builder, const yaml_event_t *event) {
    return report_mark(builder->report, (int)event->start_mark.line + 1,
                       (int)event->start_mark.column + 1, (int)event->end_mark.line + 1,
                       (int)event->end_mark.column + 1);
}

/* Marks the word after the event's first character: an anchor, an alias, a tag. */
static bool refuse_word(struct builder *builder, const yaml_event_t *event, enum message message) {
    struct mark mark = event_mark(builder, event);
    const char *at = builder->report->text + mark.offset;
    mark.length = strcspn(at, " \t\r\n,[]{}");
    char *word = arena_strndup(&builder->report->diagnostics->arena, at, mark.length);
    report_message(builder->report, mark, message, ARGUMENTS(report_typed(builder->report, word)));
    return false;
}

static bool refuse(struct builder *builder, const yaml_event_t *event, enum message message,
                   int limit) {
    report_message(builder->report, event_mark(builder, event), message,
                   ARGUMENTS(report_words(builder->report, "%d", limit)));
    return false;
}

static struct node *node_create(struct builder *builder, const yaml_event_t *event,
                                enum node_type type) {
    struct node *node = ARENA_NEW(builder->arena, struct node);
    node->type = type;
    node->line = (int)event->start_mark.line + 1;
    node->column = (int)event->start_mark.column + 1;
    node->end_line = (int)event->end_mark.line + 1;
    node->end_column = (int)event->end_mark.column + 1;
    return node;
}

/* Puts a node where it belongs: the root, a list's item, a mapping's key or value. */
static bool place(struct builder *builder, const yaml_event_t *event, struct node *node) {
    if (++builder->nodes > TREE_NODES_MOST) {
        return refuse(builder, event, MESSAGE_NODES, TREE_NODES_MOST);
    }
    if (builder->depth == 0) {
        builder->root = node;
        return true;
    }
    struct level *level = &builder->levels[builder->depth - 1];
    if (level->node->type == NODE_MAPPING && !level->key) {
        level->key = node;
        return node->type == NODE_SCALAR || refuse(builder, event, MESSAGE_KEY_NOT_WORD, 0);
    }
    node->key = level->key;
    level->key = NULL;
    *(level->last ? &level->last->next : &level->node->first) = node;
    level->last = node;
    level->node->count++;
    return true;
}

static bool add_scalar(struct builder *builder, const yaml_event_t *event) {
    if (event->data.scalar.anchor) {
        return refuse_word(builder, event, MESSAGE_ANCHOR);
    }
    if (event->data.scalar.tag) {
        return refuse_word(builder, event, MESSAGE_TAG);
    }
    const char *words = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    if (memchr(words, '\0', length)) {
        return refuse(builder, event, MESSAGE_NUL, 0);
    }
    struct node *node = node_create(builder, event, NODE_SCALAR);
    node->words = arena_strndup(builder->arena, words, length);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    return place(builder, event, node);
}

static bool open_level(struct builder *builder, const yaml_event_t *event) {
    bool list = event->type == YAML_SEQUENCE_START_EVENT;
    if (list ? event->data.sequence_start.anchor : event->data.mapping_start.anchor) {
        return refuse_word(builder, event, MESSAGE_ANCHOR);
    }
    if (list ? event->data.sequence_start.tag : event->data.mapping_start.tag) {
        return refuse_word(builder, event, MESSAGE_TAG);
    }
    if (builder->depth == TREE_DEPTH_MOST) {
        return refuse(builder, event, MESSAGE_DEEP, TREE_DEPTH_MOST);
    }
    struct node *node = node_create(builder, event, list ? NODE_LIST : NODE_MAPPING);
    node->flow = list ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                      : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    if (!place(builder, event, node)) {
        return false;
    }
    builder->levels[builder->depth++] = (struct level){.node = node};
    return true;
}

/* A key of a mapping, for sorting. */
struct entry {
    const struct node *key;
};

static int by_key(const void *a, const void *b) {
    const struct node *left = ((const struct entry *)a)->key;
    const struct node *right = ((const struct entry *)b)->key;
    int order = strcmp(left->words, right->words);
    if (order == 0) {
        order = left->line - right->line;
    }
    return order != 0 ? order : left->column - right->column;
}

static void find_duplicates(struct builder *builder, const struct node *mapping) {
    if (mapping->count < 2) {
        return;
    }
    struct entry *sorted = ARENA_ARRAY(builder->arena, struct entry, mapping->count);
    size_t count = 0;
    for (const struct node *value = mapping->first; value; value = value->next) {
        sorted[count++].key = value->key;
    }
    qsort(sorted, count, sizeof *sorted, by_key);
    size_t first = 0;
    for (size_t i = 1; i < count; i++) {
        const struct node *key = sorted[i].key;
        if (strcmp(sorted[first].key->words, key->words) != 0) {
            first = i;
            continue;
        }
        report_message(builder->report, tree_mark(builder->report, key), MESSAGE_DUPLICATE_KEY,
                       ARGUMENTS(report_typed(builder->report, key->words),
                                 report_words(builder->report, "%d", sorted[first].key->line)));
    }
}

static void close_level(struct builder *builder, const yaml_event_t *event) {
    struct node *node = builder->levels[--builder->depth].node;
    node->end_line = (int)event->end_mark.line + 1;
    node->end_column = (int)event->end_mark.column + 1;
    if (node->type == NODE_MAPPING) {
        find_duplicates(builder, node);
    }
}

/* Takes one event; false when the file is refused. */
static bool take(struct builder *builder, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return ++builder->documents == 1 || refuse(builder, event, MESSAGE_DOCUMENTS, 0);
    case YAML_ALIAS_EVENT:
        return refuse_word(builder, event, MESSAGE_ALIAS);
    case YAML_SCALAR_EVENT:
        return add_scalar(builder, event);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return open_level(builder, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_level(builder, event);
        return true;
    default:
        return true;
    }
}

static void explain(struct builder *builder) {
    const yaml_parser_t *parser = &builder->parser;
    if (parser->error == YAML_MEMORY_ERROR) {
        memory_exhausted(builder->report->size);
    }
    if (parser->error == YAML_READER_ERROR) {
        encoding_explain(builder->report, parser->problem_offset);
        return;
    }
    struct syntax_problem problem = {
        .problem = parser->problem ? parser->problem : "",
        .context = parser->context ? parser->context : "",
        .line = (int)parser->problem_mark.line + 1,
        .column = (int)parser->problem_mark.column + 1,
        .context_line = parser->context ? (int)parser->context_mark.line + 1 : 0,
        .context_column = (int)parser->context_mark.column + 1,
    };
    mistakes_explain(builder->report, &problem);
}

static bool build(struct builder *builder) {
    bool more = true;
    while (more) {
        yaml_event_t event;
        if (!yaml_parser_parse(&builder->parser, &event)) {
            explain(builder);
            return false;
        }
        bool taken = take(builder, &event);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        if (!taken) {
            return false;
        }
    }
    return true;
}

static const struct node *empty_mapping(struct arena *arena) {
    struct node *node = ARENA_NEW(arena, struct node);
    *node =
        (struct node){.type = NODE_MAPPING, .line = 1, .column = 1, .end_line = 1, .end_column = 1};
    return node;
}

const struct node *tree_read(struct report *report, struct arena *arena) {
    if (!encoding_is_readable(report)) {
        return NULL;
    }
    struct builder builder = {.arena = arena, .report = report};
    if (!yaml_parser_initialize(&builder.parser)) {
        memory_exhausted(report->size);
    }
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)report->text,
                                 report->size);
    bool built = build(&builder);
    yaml_parser_delete(&builder.parser);
    if (!built) {
        return NULL;
    }
    const struct node *root = builder.root;
    bool empty = !root || (root->type == NODE_SCALAR && root->plain && root->words[0] == '\0');
    return empty ? empty_mapping(arena) : root;
}

const struct node *tree_find(const struct node *mapping, const char *key) {
    if (!mapping || mapping->type != NODE_MAPPING) {
        return NULL;
    }
    for (const struct node *value = mapping->first; value; value = value->next) {
        if (strcmp(value->key->words, key) == 0) {
            return value;
        }
    }
    return NULL;
}

/* The child that `step`, a key or a list's index, names. */
static const struct node *child_at(const struct node *node, const char *step, size_t length) {
    size_t index = 0;
    for (const struct node *child = node->first; child; child = child->next, index++) {
        if (node->type == NODE_LIST) {
            if (index == strtoul(step, NULL, 10)) {
                return child;
            }
        } else if (strncmp(child->key->words, step, length) == 0 &&
                   child->key->words[length] == '\0') {
            return child;
        }
    }
    return NULL;
}

const struct node *tree_walk(const struct node *root, const char *path) {
    const struct node *node = root;
    while (*path) {
        size_t length = strcspn(path, ".");
        const struct node *child = child_at(node, path, length);
        if (!child) {
            return node;
        }
        node = child;
        path += length + (path[length] == '.');
    }
    return node;
}

struct mark tree_mark(struct report *report, const struct node *node) {
    if (node->type == NODE_MAPPING && !node->flow && node->first) {
        node = node->first->key;
    }
    bool empty = node->line == node->end_line && node->column == node->end_column;
    if (empty && node->key) {
        node = node->key;
    } else if (empty && node->column > 1) {
        return report_mark(report, node->line, node->column - 1, node->line, node->column);
    }
    bool dash = node->type == NODE_LIST && !node->flow;
    return report_mark(report, node->line, node->column, dash ? node->line : node->end_line,
                       dash ? node->column + 1 : node->end_column);
}

struct mark tree_mark_part(struct report *report, const struct node *node, const char *part) {
    struct mark whole = tree_mark(report, node);
    size_t length;
    const char *last = report_line(report, node->end_line, &length);
    const char *from = report->text + whole.offset;
    const char *to = length > 0 ? last + length : report->text + report->size;
    const char *at = to > from ? memmem(from, (size_t)(to - from), part, strlen(part)) : NULL;
    return at ? report_mark_bytes(report, (size_t)(at - report->text), strlen(part)) : whole;
}
