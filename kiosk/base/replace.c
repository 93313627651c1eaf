/* Small files that are replaced as a whole: written beside, then renamed. */
#include "base/replace.h"

#include "base/log.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool write_whole(const char *path, const struct buffer *contents) {
    FILE *file = fopen(path, "we");
    if (!file) {
        return false;
    }
    bool written = fwrite(buffer_text(contents), 1, contents->length, file) == contents->length &&
                   fflush(file) == 0 && fsync(fileno(file)) == 0;
    return fclose(file) == 0 && written;
}

bool replace_file(const char *path, const struct buffer *contents) {
    char fresh[PATH_MAX];
    (void)snprintf(fresh, sizeof fresh, "%s.new", path);
    bool good = write_whole(fresh, contents) && rename(fresh, path) == 0;
    if (!good) {
        log_warning("cannot write %s: %s", path, strerror(errno));
    }
    return good;
}
