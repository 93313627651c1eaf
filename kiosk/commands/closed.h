/* What the screen shows while the exhibition cannot be: that it will be back in a moment. */
#ifndef COMMANDS_CLOSED_H
#define COMMANDS_CLOSED_H

#include "draw/fonts.h"
#include "draw/list.h"
#include "screen/screen.h"

/* Draws the page in the built-in theme; `mistake` is shown below for whoever mends it, or "". */
void closed_draw(struct draw_list *list, struct fonts *fonts, const struct screen *screen,
                 const char *mistake);

#endif
