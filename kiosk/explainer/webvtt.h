/* WebVTT: a storyboard's captions as the file that lies beside the film. */
#ifndef EXPLAINER_WEBVTT_H
#define EXPLAINER_WEBVTT_H

#include "base/buffer.h"
#include "explainer/storyboard.h"

/* Adds the captions in `language` to `out`, timed from the film's start. W3C WebVTT, 4.1. */
void webvtt_write(const struct storyboard *storyboard, const char *language, struct buffer *out);

#endif
