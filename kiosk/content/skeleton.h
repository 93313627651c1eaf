/* Skeletons: a new file with every key in it, commented, that passes but for missing assets. */
#ifndef CONTENT_SKELETON_H
#define CONTENT_SKELETON_H

#include "base/buffer.h"
#include "content/diagnostics.h"
#include "content/kind.h"

/* Writes a scene file of the kind: required keys with their examples, the others as comments;
   what each key is stands above it in `language`. */
void skeleton_scene(const struct document_kind *kind, enum message_language language,
                    struct buffer *out);

/* The same for a file of one table: zone.yaml, kiosk.conf. */
void skeleton_file(const struct schema *schema, enum message_language language, struct buffer *out);

#endif
