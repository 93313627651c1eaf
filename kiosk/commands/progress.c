/* A progress bar on a terminal; nothing where standard error is none. */
#include "commands/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { CELLS = 30 };

void progress_show(int done, int total, const char *what) {
    if (!isatty(STDERR_FILENO) || total <= 0) {
        return;
    }
    static const char full[] = "##############################";
    static const char rest[] = "..............................";
    int filled = done * CELLS / total;
    (void)fprintf(stderr, "\r[%.*s%.*s] %d/%d %-40.40s", filled, full, CELLS - filled, rest, done,
                  total, done < total ? what : "");
    if (done == total) {
        (void)fputc('\n', stderr);
    }
}
