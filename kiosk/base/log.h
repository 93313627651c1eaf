/* The log: one line a fact on standard error, in the form that the journal understands. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* Values are syslog's priorities, which journald reads from a line's "<3>". */
enum log_level { LOG_LEVEL_ERROR = 3, LOG_LEVEL_WARNING = 4, LOG_LEVEL_INFO = 6 };

/* Writes one line in one write(2); safe from any thread. On a terminal the priority is a word. */
void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define log_error(...) log_line(LOG_LEVEL_ERROR, __VA_ARGS__)
#define log_warning(...) log_line(LOG_LEVEL_WARNING, __VA_ARGS__)
#define log_info(...) log_line(LOG_LEVEL_INFO, __VA_ARGS__)

#endif
