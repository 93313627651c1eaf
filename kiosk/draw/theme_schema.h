/* The table of a theme file: for theme_read, and for the JSON Schema and reference made of it. */
#ifndef DRAW_THEME_SCHEMA_H
#define DRAW_THEME_SCHEMA_H

#include "content/schema.h"

/* Fills a struct theme. */
extern const struct schema theme_schema;

#endif
