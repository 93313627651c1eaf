/* Where the font files are: fontconfig's answer for one face. */
#ifndef DRAW_FACES_H
#define DRAW_FACES_H

#include "draw/list.h"

#include <stdbool.h>
#include <stddef.h>

/* A face in a font file. The file is mapped: read through a stream, each glyph would cost dozens of
   seeks, and all kiosk processes share the mapped pages. */
struct face_file {
    char *path; /* on the heap */
    long index; /* of the face in the file: a CJK file holds one for each region */
    void *bytes;
    size_t size;
};

/* Asks fontconfig for exactly these faces. False, with the rest of `files` empty, if one of them is
   not installed or cannot be read; finish them either way. */
bool face_files_find(struct face_file files[FACE_COUNT]);
void face_files_finish(struct face_file files[FACE_COUNT]);

#endif
