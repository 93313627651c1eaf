/* The text of a caption file before it is cut into cues: read, decoded, its tags dropped. */
#ifndef MEDIA_CAPTIONS_TEXT_H
#define MEDIA_CAPTIONS_TEXT_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads the file as UTF-8 with line feeds only. False if it cannot be read (see captions_read). */
bool captions_text_read(const char *path, struct buffer *text);

/* Appends a line of a cue without <tags> and {\an8}, its entities resolved. */
void captions_text_plain(const char *line, size_t size, struct buffer *out);

#endif
