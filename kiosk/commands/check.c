/* kiosk check: every mistake of every file, what would be right, and how complete each language is.
 */
#include "commands/commands.h"
#include "commands/exhibit.h"
#include "content/completeness.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct option_row options[] = {
    {"config", "FILE", {"用这个 kiosk.conf", "use this kiosk.conf"}},
    {"content", "DIR", {"检查这个目录里的展览", "check the exhibition in this directory"}},
    {"format", "text|json", {"给人看，或者给程序看", "for people, or for programs"}},
    {"lang", "zh", {"用哪种语言说", "the language of the messages"}},
    {0},
};

enum { PATHS_AT_MOST = 256, LANGUAGES_AT_MOST = 16 };

/* One run of the command. */
struct check {
    const struct invocation *invocation;
    struct place place;
    struct exhibition *exhibition;
    char *only[PATHS_AT_MOST]; /* what is to be told of, resolved; all when there is none */
    int only_count;
};

/* Whether `path` is the file `only`, or lies below that directory. */
static bool lies_in(const char *only, const char *path) {
    char resolved[PATH_MAX];
    size_t length = strlen(only);
    return realpath(path, resolved) && strncmp(resolved, only, length) == 0 &&
           (resolved[length] == '\0' || resolved[length] == '/');
}

/* Whether the path is one of those asked for, or below one. */
static bool wanted(const struct check *check, const char *path) {
    for (int i = 0; i < check->only_count; i++) {
        if (lies_in(check->only[i], path)) {
            return true;
        }
    }
    return check->only_count == 0;
}

/* Whether a file that was checked is, or lies below, what was asked for: of any other file "no
   mistakes" would be a lie. */
static bool was_checked(const struct check *check, const char *only) {
    const struct hall *hall = check->exhibition->hall;
    const struct diagnostics *found = &check->exhibition->diagnostics;
    bool checked = check->place.config && lies_in(only, check->place.config);
    if (hall && hall->document.theme && *hall->document.theme) {
        char theme[PATH_MAX];
        (void)snprintf(theme, sizeof theme, "%s/%s", hall->directory, hall->document.theme);
        checked = checked || lies_in(only, theme);
    }
    for (size_t i = 0; hall && !checked && i < hall->scene_count; i++) {
        checked = lies_in(only, hall_scene_at(hall, i)->path);
    }
    for (size_t i = 0; !checked && i < found->list.count; i++) {
        checked = lies_in(only, found->list.items[i].source->path);
    }
    return checked;
}

static bool all_were_checked(const struct check *check) {
    bool all = true;
    for (int i = 0; i < check->only_count; i++) {
        if (!was_checked(check, check->only[i])) {
            invocation_complain(check->invocation, "%s 不是这个展览读的文件。",
                                "%s is no file that the exhibition reads.", check->only[i]);
            all = false;
        }
    }
    return all;
}

/* Puts the mistakes that are to be told of into `shown`, which borrows their words. */
static void select_mistakes(const struct check *check, const struct diagnostics *all,
                            struct diagnostics *shown) {
    for (size_t i = 0; i < all->list.count; i++) {
        if (wanted(check, all->list.items[i].source->path)) {
            LIST_PUSH(&shown->list, all->list.items[i]);
        }
    }
}

static void print_text(const struct check *check, const struct diagnostics *shown) {
    bool zh = check->invocation->language == MESSAGES_ZH;
    struct buffer text = {0};
    for (size_t i = 0; i < shown->list.count; i++) {
        diagnostics_format(&shown->list.items[i], check->invocation->language, &text);
    }
    size_t errors = diagnostics_errors(shown);
    size_t warnings = shown->list.count - errors;
    if (errors == 0) {
        buffer_add(&text, zh ? "没有错误" : "no mistakes");
    } else {
        buffer_printf(&text,
                      zh            ? "%zu 处错误"
                      : errors == 1 ? "%zu mistake"
                                    : "%zu mistakes",
                      errors);
    }
    if (warnings > 0) {
        buffer_printf(&text,
                      zh              ? "，%zu 处提醒"
                      : warnings == 1 ? ", %zu warning"
                                      : ", %zu warnings",
                      warnings);
    }
    buffer_add(&text, "\n");
    (void)fputs(buffer_text(&text), stdout);
    buffer_finish(&text);
}

/* zh 100 %, en 98 % (3 of 214 texts missing) */
static void print_languages(const struct check *check) {
    const struct hall *hall = check->exhibition->hall;
    size_t have[LANGUAGES_AT_MOST] = {0};
    if (!hall || hall->document.languages.count > LANGUAGES_AT_MOST) {
        return;
    }
    bool zh = check->invocation->language == MESSAGES_ZH;
    size_t total = hall_completeness(hall, have);
    for (size_t i = 0; total > 0 && i < hall->document.languages.count; i++) {
        const char *code = ITEM(hall->document.languages, struct hall_language, i)->code;
        printf("%s %zu %%", code, have[i] * 100 / total);
        if (have[i] < total) {
            printf(zh ? "（%zu 处文字里缺 %zu 处）" : " (of %zu texts %zu are missing)", total,
                   total - have[i]);
        }
        printf("\n");
    }
}

static void print_json(const struct diagnostics *shown) {
    struct buffer text = {0};
    diagnostics_json(shown, &text);
    (void)fputs(buffer_text(&text), stdout);
    buffer_finish(&text);
}

/* A path that is a directory with scenes/ in it is the exhibition to check; others choose files. */
static bool read_paths(struct check *check, const char **content) {
    for (int i = 0; i < check->invocation->argument_count; i++) {
        const char *path = check->invocation->arguments[i];
        char scenes[PATH_MAX];
        struct stat facts;
        (void)snprintf(scenes, sizeof scenes, "%s/scenes", path);
        if (stat(scenes, &facts) == 0 && S_ISDIR(facts.st_mode)) {
            *content = path;
        } else if (check->only_count < PATHS_AT_MOST) {
            char *resolved = realpath(path, NULL);
            if (!resolved) {
                invocation_complain(check->invocation, "没有 %s。", "cannot find %s.", path);
                return false;
            }
            check->only[check->only_count++] = resolved;
        }
    }
    return true;
}

static enum exit_code print_results(struct check *check, bool json) {
    struct diagnostics shown = {0};
    struct diagnostics settings = {0};
    if (check->place.config) {
        (void)settings_check(check->place.config, check->exhibition->hall, &settings);
    }
    select_mistakes(check, &settings, &shown);
    select_mistakes(check, &check->exhibition->diagnostics, &shown);
    diagnostics_sort(&shown);
    if (json) {
        print_json(&shown);
    } else {
        print_text(check, &shown);
        print_languages(check);
    }
    size_t errors = diagnostics_errors(&shown);
    diagnostics_finish(&shown);
    diagnostics_finish(&settings);
    return errors > 0 ? EXIT_MISTAKES : EXIT_GOOD;
}

static enum exit_code check_run(const struct invocation *invocation) {
    struct check check = {.invocation = invocation};
    const char *content = invocation_option(invocation, "content");
    const char *format = invocation_option(invocation, "format");
    bool json = format && strcmp(format, "json") == 0;
    enum exit_code code = EXIT_CANNOT;
    if (format && !json && strcmp(format, "text") != 0) {
        invocation_complain(invocation, "--format 只能是 text 或 json，不是“%s”。",
                            "--format is text or json, not '%s'.", format);
    } else if (read_paths(&check, &content) &&
               place_init(&check.place, invocation_option(invocation, "config"), content)) {
        struct prober *prober = prober_create(check.place.state);
        check.exhibition = exhibition_create(check.place.directory, prober, NULL);
        code = all_were_checked(&check) ? print_results(&check, json) : EXIT_CANNOT;
        exhibition_destroy(check.exhibition);
        prober_destroy(prober);
        place_finish(&check.place);
    }
    for (int i = 0; i < check.only_count; i++) {
        free(check.only[i]);
    }
    return code;
}

const struct command check_command = {
    .name = "check",
    .arguments = "[PATH…]",
    .arguments_most = PATHS_AT_MOST,
    .help = {"检查展览的所有文件：哪一行错了，应该怎么写。",
             "checks every file of the exhibition: what is wrong where, and what would be right."},
    .options = options,
    .run = check_run,
};
