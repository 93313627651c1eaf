/* A progress bar on a terminal; nothing where standard error is none. */
#ifndef COMMANDS_PROGRESS_H
#define COMMANDS_PROGRESS_H

/* Shows `done` of `total` and what it is about; the last call (done == total) ends the line. */
void progress_show(int done, int total, const char *what);

#endif
