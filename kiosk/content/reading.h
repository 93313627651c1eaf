/* Reading: the state that the field types share while one document is read. */
#ifndef CONTENT_READING_H
#define CONTENT_READING_H

#include "content/reader.h"
#include "content/report.h"
#include "content/tree.h"

struct reading {
    struct report *report;
    const struct world *world;
    struct arena *arena; /* of the document's strings and lists */
    int directory;       /* of the assets, as file_look takes it */
    const char *key;     /* of the value that is read, for messages */
    size_t item;         /* its number in the list of that key, from 1; 0 for the value itself */
};

/* What messages call the value: "time_limit", "item 2 of scenes". */
struct words reading_name(const struct reading *reading);

/* One struct that keys of the same mapping fill: a scene's common part, its kind's document. */
struct part {
    const struct schema *schema;
    void *out;
};

/* Reads a mapping into every part; a key belongs to the first part that knows it. With `open`,
   keys that none knows are let be. Mistakes are reported. */
void reading_parts(struct reading *reading, const struct part *parts, size_t count, bool open,
                   const struct node *mapping);

/* The same for a file's root, which may be no mapping at all, or empty. */
void reading_document(struct reading *reading, const struct part *parts, size_t count, bool open,
                      const struct node *root);

/* Gives every key its fallback, where there is one. */
void reading_defaults(struct reading *reading, const struct part *parts, size_t count);

/* Reads the file at `path` below `directory` into nodes; `*text` is the caller's to free, when the
   report is finished. NULL with the mistakes reported. */
const struct node *reading_open(struct reading *reading, int directory, const char *path,
                                char **text, struct arena *nodes);

/* Reads a value by its row into `out`, the member itself; false with the mistake reported. */
bool reading_value(struct reading *reading, const struct schema_row *row, const struct node *value,
                   void *out);

/* Reports at a value: "{name} must be {what the row takes}, not {what is there}". False. */
bool reading_refuse(struct reading *reading, const struct schema_row *row,
                    const struct node *value);

/* Reports at a value; false, so that a field type can end with it. */
bool reading_fail(struct reading *reading, const struct node *value, enum message message,
                  const struct words arguments[MESSAGE_ARGUMENTS]);

/* The fallback of a row, or another value as YAML would say it, as a node in `arena`. */
const struct node *reading_words(struct arena *arena, const char *words);

/* What a check is given (content/check.h). */
struct document_check {
    struct reading *reading;
    const struct node *root;
};

#endif
