/* Finds the command that was asked for, reads its options, and prints the help. */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/suggest.h"
#include "commands/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct command *const commands[] = {
    &run_command, &check_command, &shots_command, &schema_command,
    &new_command, &kinds_command, &map_command,
};

enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

const char *invocation_words(const struct invocation *invocation, struct words words) {
    return invocation->language == MESSAGES_ZH ? words.zh : words.en;
}

void invocation_complain(const struct invocation *invocation, const char *zh, const char *en, ...) {
    (void)fputs("kiosk: ", stderr);
    va_list arguments;
    va_start(arguments, en);
    (void)vfprintf(stderr, invocation->language == MESSAGES_ZH ? zh : en, arguments);
    va_end(arguments);
    (void)fputc('\n', stderr);
}

const char *invocation_option(const struct invocation *invocation, const char *name) {
    const struct option_row *row = invocation->command->options;
    for (int i = 0; row && row[i].name; i++) {
        if (strcmp(row[i].name, name) == 0) {
            return invocation->values[i];
        }
    }
    return NULL;
}

static void print_overview(const struct invocation *invocation) {
    bool zh = invocation->language == MESSAGES_ZH;
    printf("%s\n\n",
           zh ? "kiosk：把触摸屏变成展项。" : "kiosk turns a touchscreen into an exhibit.");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("  kiosk %-7s %s\n", commands[i]->name,
               invocation_words(invocation, commands[i]->help));
    }
    printf("\n%s\n",
           zh ? "kiosk help 命令    说明一个命令的选项；kiosk --version 显示版本。"
              : "kiosk help COMMAND lists a command's options; kiosk --version says which "
                "this is.");
}

static void print_command(const struct invocation *invocation, const struct command *command) {
    bool zh = invocation->language == MESSAGES_ZH;
    printf("kiosk %s%s%s%s\n%s\n", command->name,
           command->options ? (zh ? " [选项]" : " [OPTIONS]") : "", *command->arguments ? " " : "",
           command->arguments, invocation_words(invocation, command->help));
    const struct option_row *row = command->options;
    for (int i = 0; row && row[i].name; i++) {
        char option[64];
        (void)snprintf(option, sizeof option, "--%s%s%s", row[i].name, row[i].value ? " " : "",
                       row[i].value ? row[i].value : "");
        printf("  %-20s %s\n", option, invocation_words(invocation, row[i].help));
    }
}

static const struct command *find_command(const struct invocation *invocation, const char *name) {
    const char *names[COMMAND_COUNT + 1];
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
        names[i] = commands[i]->name;
    }
    names[COMMAND_COUNT] = "help";
    const char *nearest = suggest_nearest(name, names, COMMAND_COUNT + 1);
    if (nearest) {
        invocation_complain(invocation, "没有“%s”这个命令；是不是 %s？",
                            "there is no command '%s'; did you mean %s?", name, nearest);
    } else {
        invocation_complain(invocation, "没有“%s”这个命令；kiosk help 列出所有命令。",
                            "there is no command '%s'; kiosk help lists them.", name);
    }
    return NULL;
}

static void complain_unknown_option(const struct invocation *invocation, const char *name) {
    const struct option_row *row = invocation->command->options;
    const char *names[OPTIONS_AT_MOST];
    size_t count = 0;
    for (; row && row[count].name; count++) {
        names[count] = row[count].name;
    }
    const char *nearest = suggest_nearest(name, names, count);
    if (nearest) {
        invocation_complain(invocation, "没有 --%s 这个选项；是不是 --%s？",
                            "there is no option --%s; did you mean --%s?", name, nearest);
    } else {
        invocation_complain(invocation, "没有 --%s 这个选项；kiosk help %s 列出所有选项。",
                            "there is no option --%s; kiosk help %s lists them.", name,
                            invocation->command->name);
    }
}

/* The row of option `text` ("config" or "config=kiosk.conf"), or -1; `*value` is after the "=". */
static int find_option(const struct invocation *invocation, const char *text, const char **value) {
    const struct option_row *row = invocation->command->options;
    size_t length = strcspn(text, "=");
    *value = text[length] ? text + length + 1 : NULL;
    for (int i = 0; row && row[i].name; i++) {
        if (strlen(row[i].name) == length && strncmp(row[i].name, text, length) == 0) {
            return i;
        }
    }
    return -1;
}

/* Reads the option at argv[*at], moving past its value. */
static bool read_option(struct invocation *invocation, int argc, char **argv, int *at) {
    const char *text = argv[*at] + 2;
    const char *value;
    int index = find_option(invocation, text, &value);
    if (index < 0) {
        complain_unknown_option(invocation, text);
        return false;
    }
    const struct option_row *row = &invocation->command->options[index];
    if (row->value && !value) {
        if (*at + 1 >= argc) {
            invocation_complain(invocation, "--%s 后面要写 %s。", "--%s needs %s after it.",
                                row->name, row->value);
            return false;
        }
        value = argv[++*at];
    }
    if (!row->value && value) {
        invocation_complain(invocation, "--%s 不带值。", "--%s takes no value.", row->name);
        return false;
    }
    invocation->values[index] = value ? value : "";
    return true;
}

static bool read_arguments(struct invocation *invocation, int argc, char **argv) {
    bool options_over = false;
    for (int at = 0; at < argc; at++) {
        if (!options_over && strcmp(argv[at], "--") == 0) {
            options_over = true;
        } else if (!options_over && strncmp(argv[at], "--", 2) == 0) {
            if (!read_option(invocation, argc, argv, &at)) {
                return false;
            }
        } else {
            invocation->arguments[invocation->argument_count++] = argv[at];
        }
    }
    const struct command *command = invocation->command;
    if (invocation->argument_count < command->arguments_least ||
        invocation->argument_count > command->arguments_most) {
        invocation_complain(invocation, "用法：kiosk %s %s", "usage: kiosk %s %s", command->name,
                            command->arguments);
        return false;
    }
    return true;
}

/* `--lang zh` and `--lang zh,en` also choose what language the program itself speaks. */
static void choose_language(struct invocation *invocation) {
    const char *language = invocation_option(invocation, "lang");
    if (language) {
        invocation->language = strncmp(language, "zh", 2) == 0 ? MESSAGES_ZH : MESSAGES_EN;
    }
}

static int print_help(struct invocation *invocation, const char *name) {
    if (!name) {
        print_overview(invocation);
        return EXIT_GOOD;
    }
    const struct command *command = find_command(invocation, name);
    if (!command) {
        return EXIT_CANNOT;
    }
    print_command(invocation, command);
    return EXIT_GOOD;
}

static bool asks_for_help(int argc, char **argv) {
    for (int at = 0; at < argc && strcmp(argv[at], "--") != 0; at++) {
        if (strcmp(argv[at], "--help") == 0) {
            return true;
        }
    }
    return false;
}

int commands_main(int argc, char **argv) {
    struct invocation invocation = {.arguments = argv, .language = report_language()};
    const char *first = argc > 1 ? argv[1] : "help";
    if (strcmp(first, "--version") == 0) {
        printf("kiosk %s\n", KIOSK_VERSION);
        return EXIT_GOOD;
    }
    if (strcmp(first, "help") == 0 || strcmp(first, "--help") == 0) {
        return print_help(&invocation, argc > 2 ? argv[2] : NULL);
    }
    invocation.command = find_command(&invocation, first);
    if (!invocation.command) {
        return EXIT_CANNOT;
    }
    if (asks_for_help(argc - 2, argv + 2)) {
        return print_help(&invocation, first);
    }
    invocation.arguments = argv + 1;
    if (!read_arguments(&invocation, argc - 2, argv + 2)) {
        return EXIT_CANNOT;
    }
    choose_language(&invocation);
    return (int)invocation.command->run(&invocation);
}

int option_split(struct arena *arena, const char *text, const char **parts, int most) {
    int count = 0;
    while (count < most) {
        size_t length = strcspn(text, ",");
        parts[count++] = arena_strndup(arena, text, length);
        if (!text[length]) {
            break;
        }
        text += length + 1;
    }
    return count;
}

bool option_size(const char *text, int *width, int *height) {
    char *end;
    long first = strtol(text, &end, 10);
    long second = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
    if (*end || first < 200 || first > 8192 || second < 200 || second > 8192) {
        return false;
    }
    *width = (int)first;
    *height = (int)second;
    return true;
}
