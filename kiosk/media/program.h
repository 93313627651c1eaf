/* Where the player's program is. */
#ifndef MEDIA_PROGRAM_H
#define MEDIA_PROGRAM_H

/* The path of kiosk-player: beside the running program, in the folder above it (the tests'), or as
   installed, in ../libexec/kiosk. The string is the caller's to free; never NULL. */
char *media_program(void);

#endif
