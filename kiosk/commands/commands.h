/* The program's commands: one table, one file a command. */
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

#include "content/diagnostics.h"
#include "content/schema.h"

#include <stdbool.h>

/* What a command ends with. */
enum exit_code {
    EXIT_GOOD = 0,
    EXIT_MISTAKES = 1, /* the exhibition has mistakes */
    EXIT_CANNOT = 2,   /* wrong use, or something is missing that the command needs */
};

/* One option of a command; a table of them ends with a zeroed one. */
struct option_row {
    const char *name;  /* "config", given as --config */
    const char *value; /* what stands for its value in the help, "FILE"; NULL for a switch */
    struct words help;
};

enum { OPTIONS_AT_MOST = 8 };

struct arena;
struct command;
struct document_kind;

/* A command as it was called. */
struct invocation {
    const struct command *command;
    const char *values[OPTIONS_AT_MOST]; /* by the option's row; NULL where it was not given */
    char **arguments;                    /* what is not an option */
    int argument_count;
    enum message_language language; /* of what the program says: --lang, else the locale's */
};

struct command {
    const char *name;
    const char *arguments; /* "[PATH…]", or "" */
    int arguments_least, arguments_most;
    struct words help; /* one sentence */
    const struct option_row *options;
    enum exit_code (*run)(const struct invocation *invocation);
};

extern const struct command run_command, check_command, shots_command, schema_command, new_command,
    kinds_command, map_command;

/* Finds the command that the arguments name, and runs it. Returns the exit code. */
int commands_main(int argc, char **argv);

/* The value of an option, "" for a switch that was given, or NULL. */
const char *invocation_option(const struct invocation *invocation, const char *name);

/* `words` in the invocation's language. */
const char *invocation_words(const struct invocation *invocation, struct words words);

/* Prints "kiosk: …" in the invocation's language on standard error; the formats take the same
   arguments in the same order. */
void invocation_complain(const struct invocation *invocation, const char *zh, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* The kind of scene of that name. NULL, with a complaint that names the nearest, if there is none.
 */
const struct document_kind *invocation_kind(const struct invocation *invocation, const char *name);

/* Splits an option's value at commas, "zh,en", into copies in `arena`; returns how many, at most
   `most`. */
int option_split(struct arena *arena, const char *text, const char **parts, int most);

/* Reads an option's value "1920x1080"; both at least 200 and at most 8192. */
bool option_size(const char *text, int *width, int *height);

#endif
