/* Answers whether pictures, sounds and films decode, and remembers the answers between starts. */
#ifndef COMMANDS_PROBER_H
#define COMMANDS_PROBER_H

#include "content/probe.h"

struct faces;
struct prober;

/* `state` is a directory that may be written, or "": then nothing is remembered. */
struct prober *prober_create(const char *state);

/* Writes what was learned, if there is anything new. */
void prober_keep(struct prober *prober);

/* The same, and frees. Takes NULL. */
void prober_destroy(struct prober *prober);

/* The table to give to hall_create; valid as long as the prober, for one thread at a time. */
struct probe prober_probe(struct prober *prober);

/* The faces in which it looks for characters: the prober's, and as long there. */
struct faces *prober_faces(const struct prober *prober);

#endif
