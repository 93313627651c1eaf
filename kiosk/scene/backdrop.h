/* Backdrops: a picture, and what is said, called or written before it. */
#ifndef SCENE_BACKDROP_H
#define SCENE_BACKDROP_H

#include "scene/message.h"

/* How it reaches the visitor: a voice in the room, one on the phone, or something on a screen. */
enum line_look {
    LINE_SPEECH,
    LINE_CALL,
    LINE_TEXT,
    LINE_CHAT,
    LINE_NOTIFICATION,
    LINE_MAIL,
    LINE_PAGE
};

/* Its values for a curator's table. */
extern const struct choice line_looks[];

struct line {
    enum line_look look;
    const char *who, *title, *words, *link; /* "" for none; without `who` it is told, not said */
};

struct backdrop {
    const struct asset *picture;
    const struct line *line; /* NULL: nobody says anything */
    float come;              /* how far the line has come in, 0 … 1 */
    struct element_id id;    /* of the line; it scrolls where it is higher than the place */
    struct scroll *scroll;
};

/* Draws it into a place, and registers the line as an element to be spoken. */
void backdrop_draw(struct scene *scene, struct scene_frame *frame, const struct backdrop *backdrop,
                   struct rect place);

#endif
