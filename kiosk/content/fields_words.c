/* Field types that are words: text, plain words, scenes, colours, choices, yes and no. */
#include "base/suggest.h"
#include "base/utf8.h"
#include "content/fields.h"
#include "content/mistakes.h"
#include "content/probe.h"
#include "content/reading.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool check_glyphs(struct reading *reading, const struct node *node) {
    const struct probe *probe = reading->world->probe;
    uint32_t rune =
        probe && probe->missing_glyph ? probe->missing_glyph(probe->self, node->words) : 0;
    if (rune == 0) {
        return true;
    }
    const char *at = node->words;
    size_t size = strlen(node->words);
    uint32_t found = 0;
    size_t length = 0;
    while (found != rune && size > 0) {
        at += length;
        size -= length;
        length = utf8_decode(at, size, &found);
        length = length > 0 ? length : 1;
    }
    struct words character = report_words(reading->report, "%.*s", (int)length, at);
    struct mark mark = tree_mark_part(reading->report, node, character.en);
    report_message(reading->report, mark, MESSAGE_GLYPH,
                   ARGUMENTS(character, report_words(reading->report, "U+%04X", (unsigned)rune)));
    return false;
}

/* Reads a scalar that is shown: not too long, and every character in a font. */
static bool read_words(struct reading *reading, const struct schema_row *row,
                       const struct node *node, const char **words) {
    if (node->type != NODE_SCALAR) {
        return reading_refuse(reading, row, node);
    }
    size_t size = strlen(node->words);
    if (row->required && size == 0) {
        return reading_fail(reading, node, MESSAGE_EMPTY_VALUE,
                            ARGUMENTS(reading_name(reading), field_of(row->type)->accepted));
    }
    size_t most = row->max > 0 ? (size_t)row->max : size;
    if (size > most && utf8_length(node->words, size) > most) {
        size_t length = utf8_length(node->words, size);
        return reading_fail(reading, node, MESSAGE_TEXT_LONG,
                            ARGUMENTS(reading_name(reading),
                                      report_words(reading->report, "%zu", most),
                                      report_words(reading->report, "%zu", length)));
    }
    *words = arena_strndup(reading->arena, node->words, size);
    return check_glyphs(reading, node);
}

bool field_read_word(struct reading *reading, const struct schema_row *row, const struct node *node,
                     void *out) {
    const char *words;
    if (!read_words(reading, row, node, &words)) {
        return false;
    }
    bool curly = node->plain && strncmp(words, "“", strlen("“")) == 0;
    if (curly && mistakes_in_value(reading->report, node)) {
        return false;
    }
    *(const char **)out = words;
    return true;
}

/* Letters, and parts of letters and digits after dashes: zh, en, zh-Hant. */
static bool is_language(const char *code) {
    size_t letters = 0;
    while (isalpha((unsigned char)code[letters])) {
        letters++;
    }
    bool rest = true;
    for (const char *at = code + letters; *at; at++) {
        rest = rest && (isalnum((unsigned char)*at) || *at == '-');
    }
    return (letters == 2 || letters == 3) && rest;
}

static bool check_language(struct reading *reading, const struct node *key) {
    const struct world *world = reading->world;
    for (size_t i = 0; i < world->language_count; i++) {
        if (strcmp(world->languages[i], key->words) == 0) {
            return true;
        }
    }
    if (!world->languages && is_language(key->words)) {
        return true;
    }
    if (mistakes_in_key(reading->report, key)) {
        return false;
    }
    static const char *const usual[] = {"zh", "en"};
    const char *const *known = world->languages ? world->languages : usual;
    size_t count = world->languages ? world->language_count : 2;
    const char *near = suggest_nearest(key->words, known, count);
    return reading_fail(
        reading, key, near ? MESSAGE_LANGUAGE_NEAR : MESSAGE_LANGUAGE,
        ARGUMENTS(report_typed(reading->report, key->words),
                  near ? same_words(near) : report_joined(reading->report, known, count)));
}

static bool read_entry(struct reading *reading, const struct schema_row *row,
                       const struct node *node, struct text_entry *entry) {
    if (node->type == NODE_SCALAR && node->words[0] == '\0') {
        struct words name = reading_name(reading);
        const char *code = node->key->words;
        name = (struct words){report_words(reading->report, "%s 的 %s", name.zh, code).zh,
                              report_words(reading->report, "%s in %s", name.en, code).en};
        return !mistakes_in_comment(reading->report, node, name) &&
               reading_fail(reading, node, MESSAGE_EMPTY_VALUE,
                            ARGUMENTS(name, field_of(row->type)->accepted));
    }
    if (!read_words(reading, row, node, &entry->words)) {
        return false;
    }
    mistakes_in_text(reading->report, node);
    return true;
}

/* {zh: …, en: …} */
static bool read_languages(struct reading *reading, const struct schema_row *row,
                           const struct node *node, struct text *text) {
    struct text_entry *entries = ARENA_ARRAY(reading->arena, struct text_entry, node->count + 1);
    bool good = true;
    size_t count = 0;
    for (const struct node *value = node->first; value; value = value->next) {
        struct text_entry *entry = &entries[count];
        if (!check_language(reading, value->key) || !read_entry(reading, row, value, entry)) {
            good = false;
            continue;
        }
        entry->language = arena_strdup(reading->arena, value->key->words);
        count++;
    }
    *text = (struct text){entries, count};
    return good;
}

bool field_read_text(struct reading *reading, const struct schema_row *row, const struct node *node,
                     void *out) {
    struct text *text = out;
    if (node->type == NODE_LIST || (node->type == NODE_MAPPING && node->count == 0)) {
        return reading_refuse(reading, row, node);
    }
    if (node->type == NODE_MAPPING) {
        return read_languages(reading, row, node, text);
    }
    struct text_entry *entry = ARENA_NEW(reading->arena, struct text_entry);
    if (!read_words(reading, row, node, &entry->words)) {
        return false;
    }
    mistakes_in_text(reading->report, node);
    entry->language = "";
    *text = (struct text){entry, 1};
    return true;
}

static int by_words(const void *a, const void *b) {
    return strcmp(a, *(const char *const *)b);
}

/* "phishing" is probably "personal/phishing", else what is spelt nearly the same, or begins so. */
static const char *scene_meant(const struct world *world, const char *typed) {
    for (size_t i = 0; i < world->scene_count; i++) {
        const char *slash = strrchr(world->scenes[i], '/');
        const char *typed_slash = strrchr(typed, '/');
        const char *name = slash ? slash + 1 : world->scenes[i];
        if (strcmp(name, typed_slash ? typed_slash + 1 : typed) == 0) {
            return world->scenes[i];
        }
    }
    const char *meant = suggest_nearest(typed, world->scenes, world->scene_count);
    for (size_t i = 0; !meant && i < world->scene_count; i++) {
        bool begins = strncmp(world->scenes[i], typed, strlen(typed)) == 0;
        meant = begins ? world->scenes[i] : NULL;
    }
    return meant;
}

bool field_read_scene(struct reading *reading, const struct schema_row *row,
                      const struct node *node, void *out) {
    const struct world *world = reading->world;
    if (node->type != NODE_SCALAR || !node->words[0]) {
        return reading_refuse(reading, row, node);
    }
    if (world->scenes &&
        !bsearch(node->words, world->scenes, world->scene_count, sizeof *world->scenes, by_words)) {
        if (mistakes_in_value(reading->report, node)) {
            return false;
        }
        const char *meant = scene_meant(world, node->words);
        struct words known =
            meant ? same_words(meant)
                  : report_joined(reading->report, world->scenes, world->scene_count);
        return reading_fail(reading, node, meant ? MESSAGE_NO_SCENE_NEAR : MESSAGE_NO_SCENE,
                            ARGUMENTS(report_typed(reading->report, node->words), known));
    }
    *(const char **)out = arena_strdup(reading->arena, node->words);
    return true;
}

bool field_read_colour(struct reading *reading, const struct schema_row *row,
                       const struct node *node, void *out) {
    const char *words = node->type == NODE_SCALAR ? node->words : "";
    size_t digits = words[0] == '#' ? strspn(words + 1, "0123456789abcdefABCDEF") : 0;
    if (words[0] != '#' || words[digits + 1] != '\0' || (digits != 6 && digits != 8)) {
        return reading_refuse(reading, row, node);
    }
    unsigned long value = strtoul(words + 1, NULL, 16);
    value = digits == 6 ? value << 8 | 0xFF : value;
    *(struct colour *)out = (struct colour){(uint8_t)(value >> 24), (uint8_t)(value >> 16),
                                            (uint8_t)(value >> 8), (uint8_t)value};
    return true;
}

bool field_read_boolean(struct reading *reading, const struct schema_row *row,
                        const struct node *node, void *out) {
    static const struct {
        const char *words;
        bool value;
    } answers[] = {{"true", true}, {"false", false}, {"yes", true}, {"no", false},
                   {"on", true},   {"off", false},   {"是", true},  {"否", false}};
    for (size_t i = 0; node->type == NODE_SCALAR && i < sizeof answers / sizeof answers[0]; i++) {
        if (strcasecmp(node->words, answers[i].words) == 0) {
            *(bool *)out = answers[i].value;
            return true;
        }
    }
    return reading_refuse(reading, row, node);
}

bool field_read_choice(struct reading *reading, const struct schema_row *row,
                       const struct node *node, void *out) {
    enum { CHOICES_MOST = 32 };
    const char *names[CHOICES_MOST];
    size_t count = 0;
    for (const struct choice *choice = row->choices; choice->name && count < CHOICES_MOST;
         choice++) {
        if (node->type == NODE_SCALAR && strcmp(node->words, choice->name) == 0) {
            *(int *)out = (int)count;
            return true;
        }
        names[count++] = choice->name;
    }
    if (node->type != NODE_SCALAR) {
        return reading_refuse(reading, row, node);
    }
    if (mistakes_in_value(reading->report, node)) {
        return false;
    }
    const char *near = suggest_nearest(node->words, names, count);
    return reading_fail(
        reading, node, near ? MESSAGE_CHOICE_NEAR : MESSAGE_CHOICE,
        ARGUMENTS(reading_name(reading), report_joined(reading->report, names, count),
                  report_typed(reading->report, node->words), same_words(near ? near : "")));
}
