/* JSON Schema: what an editor needs to complete and to check the files, from their tables. */
#ifndef CONTENT_JSONSCHEMA_H
#define CONTENT_JSONSCHEMA_H

#include "base/buffer.h"
#include "content/kind.h"
#include "content/schema.h"

/* Both write a whole schema of draft 7, which yaml-language-server reads best. */

/* For files of one table: zone.yaml, hall.yaml, kiosk.conf, a theme. */
void jsonschema_file(const struct schema *schema, const char *title, struct buffer *out);

/* For scene files: the keys of every scene, and by `kind` those of the kind. */
void jsonschema_scene(const struct document_kind *const *kinds, size_t count, struct buffer *out);

#endif
