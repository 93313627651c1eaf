/* A picture file before it is decoded: its bytes, its format, its size. */
#ifndef DRAW_PICTURE_FILE_H
#define DRAW_PICTURE_FILE_H

#include <stdbool.h>
#include <stddef.h>

enum picture_format { PICTURE_UNKNOWN, PICTURE_PNG, PICTURE_JPEG, PICTURE_WEBP, PICTURE_SVG };

struct picture_file {
    unsigned char *bytes; /* on the heap */
    size_t size;
    enum picture_format format;
    int width, height; /* as stored; 0 for SVG, whose size its decoder knows */
    int orientation;   /* EXIF: 1 … 8, how the stored picture must be turned */
};

/* Reads a regular file whole, up to 64 MiB, and its header. False, with nothing to finish, if it
   is none, or says of itself that it is larger than 100 megapixels, or ends too early. Never waits
   for a FIFO or a device. `*empty` (may be NULL) says whether it was a file without a byte. */
bool picture_file_read(struct picture_file *file, const char *path, bool *empty);
void picture_file_finish(struct picture_file *file);

#endif
