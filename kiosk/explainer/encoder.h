/* The encoder: ffmpeg makes a film of frames that are given to it one by one. */
#ifndef EXPLAINER_ENCODER_H
#define EXPLAINER_ENCODER_H

#include <stdbool.h>

#include <cairo.h>

struct encoder;

/* Starts ffmpeg, which writes H.264 with a key frame every 15 and no B-frames, so that it seeks
   quickly, and the sound of the WAV file `sound`, to the mp4 file `film`. NULL, with a line in the
   log, if there is no ffmpeg. SIGPIPE must be ignored. */
struct encoder *encoder_create(const char *sound, const char *film, const char *title);

/* Gives it the next frame: RGB24, FILM_WIDTH × FILM_HEIGHT. False once ffmpeg takes no more. */
bool encoder_add(struct encoder *encoder, cairo_surface_t *frame);

/* Waits until the film is written, and frees. False, with a line in the log, if it was not. Takes
   NULL, for false. */
bool encoder_finish(struct encoder *encoder);

#endif
