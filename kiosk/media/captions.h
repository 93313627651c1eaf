/* Captions: WebVTT and SRT files beside a film, as words for each moment. */
#ifndef MEDIA_CAPTIONS_H
#define MEDIA_CAPTIONS_H

#include "base/clock.h"

struct captions;

/* Reads `path`, UTF-8 with or without a byte order mark, or GB18030, in which many .srt files in
   China are still written. Tags, positions and comments are dropped; a cue whose times make no
   sense is left out with a line in the log. NULL when there is no such regular file of at most
   1 MiB; a line in the log says so for anything but a missing one. */
struct captions *captions_read(const char *path);
void captions_destroy(struct captions *captions);

/* The words at a moment of the film, lines parted by "\n", "" where nobody speaks; they stay the
   captions'. `*until` gets the moment when the answer changes, -1 for never. */
const char *captions_at(const struct captions *captions, millis position, millis *until);

#endif
