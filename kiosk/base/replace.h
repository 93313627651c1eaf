/* Small files that are replaced as a whole, so that a power cut leaves the old one or the new. */
#ifndef BASE_REPLACE_H
#define BASE_REPLACE_H

#include "base/buffer.h"

#include <stdbool.h>

/* Puts `contents` in place of what is at `path`, by way of PATH.new, and waits until it is on the
   disk. False, with a line in the log, if that cannot be done. Any thread. */
bool replace_file(const char *path, const struct buffer *contents);

#endif
