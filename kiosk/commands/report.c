/* Mistakes as a program tells them: in the log, or on a terminal. */
#include "commands/report.h"

#include "base/log.h"

#include <stdlib.h>
#include <string.h>

enum message_language report_language(void) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value) {
            return strncmp(value, "zh", 2) == 0 ? MESSAGES_ZH : MESSAGES_EN;
        }
    }
    return MESSAGES_EN;
}

void report_log(const struct diagnostics *diagnostics) {
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        struct buffer text = {0};
        diagnostics_format(&diagnostics->list.items[i], report_language(), &text);
        char *rest = text.text;
        for (char *line = strtok_r(rest, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
            log_line(diagnostics->list.items[i].severity == SEVERITY_ERROR ? LOG_LEVEL_ERROR
                                                                           : LOG_LEVEL_WARNING,
                     "%s", line);
        }
        buffer_finish(&text);
    }
}
