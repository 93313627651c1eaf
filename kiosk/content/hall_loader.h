/* The loader: one exhibition on its way from files to a hall. */
#ifndef CONTENT_HALL_LOADER_H
#define CONTENT_HALL_LOADER_H

#include "content/hall.h"
#include "content/hall_files.h"
#include "content/reading.h"

struct hall_loader {
    struct hall *hall;
    const struct document_kind *const *kinds;
    size_t kind_count;
    struct hall_cache *cache; /* NULL: every file is read */
    bool front;               /* of the scenes the attract loop alone */
    struct diagnostics *diagnostics;
    struct world world; /* of scene files and hall.yaml */
    int directory;
    bool document_good;     /* hall.yaml has no error */
    const bool *zones_good; /* the same of each of hall->zones */
    struct hall_files files;
    struct arena scratch; /* names, until the hall is there */
    struct arena nodes;   /* of the file that is being read */
};

/* One file that is being read: begin, read if there is a root, end. */
struct hall_page {
    struct report report;
    struct reading reading;
    const struct node *root; /* NULL when it could not be read */
    char *text;
};

void hall_page_begin(struct hall_loader *loader, struct hall_page *page, const char *path,
                     const struct world *world);
void hall_page_end(struct hall_loader *loader, struct hall_page *page);

/* hall.yaml into hall->document; false when there is no such file. */
bool hall_load_document(struct hall_loader *loader);

/* Reports that an item names no zone that there is. */
void hall_report_no_zone(struct hall_loader *loader, struct hall_page *page,
                         const struct node *item);

/* Says something of a file as a whole. */
void hall_report_of_file(struct hall_loader *loader, const char *path, enum message message,
                         const struct words arguments[MESSAGE_ARGUMENTS]);

/* Whether a list of names, as a curator wrote it, has this one. */
bool hall_lists(const struct items *names, const char *name);

/* Every file of questions into hall->bank. */
void hall_load_bank(struct hall_loader *loader);

/* Every zone that hall.yaml lists and that is there into hall->zones. */
void hall_load_zones(struct hall_loader *loader);

/* One scene file; of kind NULL if it is no scene. hall->reads holds what it was made from, which is
   also returned. */
struct scene_read *hall_load_scene(struct hall_loader *loader, const struct hall_file *file,
                                   struct hall_scene *scene);

/* Every scene file, in the order of ids, into hall->scenes. */
void hall_load_scenes(struct hall_loader *loader);

/* The cache's base with the scenes read anew that the cache was told of. NULL, with nothing
   reported, if the exhibition must be read as a whole. */
struct hall *hall_amend(struct hall_loader *loader);

/* Leaves a hall that was loaded as a whole to the cache as its base. */
void hall_leave_base(struct hall_loader *loader);

#endif
