/* Where the font files are: fontconfig's answer for one face. */
#ifndef DRAW_FACES_H
#define DRAW_FACES_H

#include "draw/list.h"

#include <stdbool.h>

/* A face in a font file. */
struct face_file {
    char *path; /* on the heap */
    long index; /* of the face in the file: a CJK file holds one for each region */
};

/* Asks fontconfig for exactly these faces. False, with the rest of `files` empty, if one of them is
   not installed; finish them either way. */
bool face_files_find(struct face_file files[FACE_COUNT]);
void face_files_finish(struct face_file files[FACE_COUNT]);

#endif
