/* Nodes: the ring on a card that can be chosen, and what became of it. */
#ifndef SCENE_NODE_H
#define SCENE_NODE_H

#include "scene/pieces.h"

enum node_look {
    NODE_OPEN,   /* can be chosen */
    NODE_CHOSEN, /* is chosen, and can still be left */
    NODE_RIGHT,  /* decided: it was right */
    NODE_WRONG,  /* decided: it was chosen and is not right */
    NODE_PASSED, /* decided: it was rightly left alone */
};

/* How large a node is beside words of this size. */
float piece_node_radius(float size);

void piece_node(struct scene *scene, struct scene_frame *frame, enum node_look look,
                struct point middle, float radius);

#endif
