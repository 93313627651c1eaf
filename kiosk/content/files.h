/* Files: reading what a curator named, and nothing that is not a file of the exhibition. */
#ifndef CONTENT_FILES_H
#define CONTENT_FILES_H

#include "content/messages.h"
#include "content/report.h"

#include <stdbool.h>
#include <stddef.h>

/* The largest text file that is read, in bytes. */
enum { FILE_SIZE_MOST = 1024 * 1024 };

enum file_problem {
    FILE_GOOD,
    FILE_MISSING,
    FILE_DIRECTORY,
    FILE_SPECIAL,  /* a FIFO, a socket, a device */
    FILE_ABSOLUTE, /* the path begins with a slash */
    FILE_PARENT,   /* the path has a .. */
    FILE_LEAVES,   /* a link leads out of the directory */
    FILE_LARGE,
    FILE_UNREADABLE, /* errno says why */
};

/* A directory to open files below; -1 with errno when it is none. close(2) ends it. */
int directory_open(const char *path);

/* Opens the regular file at `path`. Below `directory` (from directory_open) the path and every
   link in it must stay there; with AT_FDCWD it may be any path. The descriptor never blocks. On
   FILE_GOOD it is the caller's, and `*size` is the file's. */
enum file_problem file_open(int directory, const char *path, int *descriptor, size_t *size);

/* Whether file_open would open it. */
enum file_problem file_look(int directory, const char *path, size_t *size);

/* Reads a whole file of at most FILE_SIZE_MOST bytes. `*text`, NUL-terminated and without a byte
   order mark, is the caller's to free; `*size` is its length, or that of a file too large. */
enum file_problem file_read(int directory, const char *path, char **text, size_t *size);

/* Reports a problem with the file that messages name `path`; `size` is that of FILE_LARGE. Call
   it before errno changes. */
void file_report(struct report *report, struct mark mark, enum file_problem problem,
                 const char *path, size_t size);

/* The same for FILE_MISSING below `directory`: names the file that was probably meant. */
void file_report_missing(struct report *report, struct mark mark, int directory, const char *path);

#endif
