/* The loader's part for the question bank: every file below scenes/questions/. */
#include "content/bank.h"
#include "content/hall_loader.h"

static void check_zone(struct hall_loader *loader, struct hall_page *page,
                       const struct bank_document *file) {
    const struct hall_files *files = &loader->files;
    if (file->zone && !hall_files_has_zone(files, file->zone)) {
        hall_report_no_zone(loader, page, tree_find(page->root, "zone"));
    }
}

static void load_file(struct hall_loader *loader, const char *path, struct bank_document *file) {
    struct hall_page page;
    hall_page_begin(loader, &page, path, &loader->world);
    struct part part = {&bank_schema, file};
    if (page.root) {
        reading_document(&page.reading, &part, 1, false, page.root);
    }
    if (page.root && page.report.errors == 0) {
        struct document_check check = {&page.reading, page.root};
        check_zone(loader, &page, file);
        question_check(&file->questions, file->questions.count, &check);
    }
    hall_page_end(loader, &page);
}

void hall_load_bank(struct hall_loader *loader) {
    size_t count = loader->files.banks.count;
    struct bank_document *files =
        ARENA_ARRAY(&loader->hall->arena, struct bank_document, count + 1);
    for (size_t i = 0; i < count; i++) {
        load_file(loader, loader->files.banks.items[i], &files[i]);
    }
    loader->hall->bank = (struct bank){files, count};
}
