/* The log: one line a fact on standard error, in the form that the journal understands. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE_SIZE = 2048 };

static const char *level_word(enum log_level level) {
    switch (level) {
    case LOG_LEVEL_ERROR:
        return "error: ";
    case LOG_LEVEL_WARNING:
        return "warning: ";
    case LOG_LEVEL_INFO:
        break;
    }
    return "";
}

void log_line(enum log_level level, const char *format, ...) {
    char line[LINE_SIZE];
    int start = isatty(STDERR_FILENO)
                    ? snprintf(line, sizeof line, "kiosk: %s", level_word(level))
                    : snprintf(line, sizeof line, "<%d>%s", (int)level, level_word(level));
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line + start, sizeof line - (size_t)start - 1, format, arguments);
    va_end(arguments);
    size_t used = (size_t)start + (length > 0 ? (size_t)length : 0);
    if (used > sizeof line - 2) {
        used = sizeof line - 2;
    }
    line[used++] = '\n';
    /* A log that cannot be written has nobody left to tell. */
    ssize_t written = write(STDERR_FILENO, line, used);
    (void)written;
}
