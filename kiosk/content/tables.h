/* The tables of the content room itself: for the reference, the schemas, the skeletons. */
#ifndef CONTENT_TABLES_H
#define CONTENT_TABLES_H

#include "content/schema.h"

extern const struct schema scene_schema;    /* struct scene_common */
extern const struct schema hall_schema;     /* struct hall_document, scenes/hall.yaml */
extern const struct schema zone_schema;     /* struct hall_zone, scenes/ZONE/zone.yaml */
extern const struct schema settings_schema; /* struct settings, kiosk.conf */

extern const struct choice zone_lights[]; /* in the order of enum zone_light */

#endif
