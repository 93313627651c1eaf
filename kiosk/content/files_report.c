/* Files: saying what is wrong with one, and which was probably meant. */
#include "base/suggest.h"
#include "content/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* No more names than this are compared with one that does not exist. */
enum { NAMES_MOST = 2000 };

void file_report(struct report *report, struct mark mark, enum file_problem problem,
                 const char *path, size_t size) {
    static const enum message messages[] = {
        [FILE_MISSING] = MESSAGE_FILE_MISSING, [FILE_DIRECTORY] = MESSAGE_FILE_DIRECTORY,
        [FILE_SPECIAL] = MESSAGE_FILE_SPECIAL, [FILE_ABSOLUTE] = MESSAGE_FILE_ABSOLUTE,
        [FILE_PARENT] = MESSAGE_FILE_PARENT,   [FILE_LEAVES] = MESSAGE_FILE_LEAVES,
        [FILE_LARGE] = MESSAGE_FILE_LARGE,     [FILE_UNREADABLE] = MESSAGE_FILE_UNREADABLE,
    };
    bool denied = errno == EACCES || errno == EPERM;
    struct words reason =
        denied ? (struct words){"没有权限", "permission denied"} : same_words(strerror(errno));
    struct words first =
        problem == FILE_LARGE ? report_words(report, "%zu", size) : report_typed(report, path);
    report_message(report, mark, messages[problem], ARGUMENTS(first, reason));
}

/* The names in the directory `parent`, in `arena`. */
static size_t names_in(struct arena *arena, int directory, const char *parent, const char **names) {
    int opened = openat(directory, parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    DIR *listing = opened >= 0 ? fdopendir(opened) : NULL;
    if (!listing) {
        if (opened >= 0) {
            (void)close(opened);
        }
        return 0;
    }
    size_t count = 0;
    const struct dirent *entry;
    while (count < NAMES_MOST && (entry = readdir(listing)) != NULL) {
        if (entry->d_name[0] != '.') {
            names[count++] = arena_strdup(arena, entry->d_name);
        }
    }
    (void)closedir(listing);
    return count;
}

static const char *same_but_for_case(const char *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(name, names[i]) == 0) {
            return names[i];
        }
    }
    return NULL;
}

/* Of several at one distance readdir's order would choose: the first by name is the answer. */
static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void file_report_missing(struct report *report, struct mark mark, int directory, const char *path) {
    struct arena scratch = {0};
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *parent = slash ? arena_strndup(&scratch, path, (size_t)(slash - path)) : ".";
    const char **names = ARENA_ARRAY(&scratch, const char *, NAMES_MOST);
    size_t count = names_in(&scratch, directory, parent, names);
    qsort(names, count, sizeof *names, by_name);
    const char *cased = same_but_for_case(name, names, count);
    const char *near = cased ? cased : suggest_nearest(name, names, count);
    if (near) {
        struct words meant =
            report_words(report, "%s%s%s", slash ? parent : "", slash ? "/" : "", near);
        report_message(report, mark, cased ? MESSAGE_FILE_CASE : MESSAGE_FILE_MISSPELT,
                       ARGUMENTS(report_typed(report, path), meant));
    } else {
        file_report(report, mark, FILE_MISSING, path, 0);
    }
    arena_finish(&scratch);
}
