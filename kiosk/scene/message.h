/* Messages: mails, texts, chats, notifications and pages, drawn so that they look like what they
   are. */
#ifndef SCENE_MESSAGE_H
#define SCENE_MESSAGE_H

#include "scene/pieces.h"

enum message_look {
    MESSAGE_PLAIN,
    MESSAGE_MAIL,
    MESSAGE_TEXT,
    MESSAGE_CHAT,
    MESSAGE_NOTIFICATION,
    MESSAGE_PAGE
};

/* Its parts, from above. */
enum message_part { PART_FROM, PART_TITLE, PART_BODY, PART_LINK, MESSAGE_PARTS };

struct message {
    enum message_look look;
    const char *parts[MESSAGE_PARTS]; /* "" for what is not there */
    const struct asset *picture;      /* above the title; NULL or without a path: none */
    bool large;                       /* in type of one size more: there is room */
    int marked;                       /* the part that a ring goes about; -1 for none */
    struct colour mark;               /* of the ring */
};

/* How high it is in this width. */
float message_height(struct scene *scene, const struct message *message, float width);

/* Draws its inside onto a card of that width and at least that height. */
void message_draw(struct scene *scene, struct scene_frame *frame, const struct message *message,
                  struct rect card);

/* The colour of the card below it. */
struct colour message_paper(const struct scene *scene, const struct message *message);

/* All of its words in one, to be spoken. */
const char *message_spoken(const struct scene *scene, const struct message *message);

/* A sender's picture: head and shoulders in a round. */
void message_avatar(struct scene *scene, struct scene_frame *frame, struct point middle,
                    float radius);

#endif
