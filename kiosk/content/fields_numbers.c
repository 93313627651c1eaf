/* Field types that are numbers: durations, whole and other numbers, rectangles and pairs. */
#include "content/fields.h"
#include "content/mistakes.h"
#include "content/reading.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Numbers beyond this are no value of any exhibition, and would not fit an int. */
static const double NUMBER_MOST = 1e9;

/* Reads [+-]digits[.digits] in the C locale's way; returns what follows it, or NULL. */
static const char *number_end(const char *words, double *value) {
    const char *at = words + (words[0] == '-' || words[0] == '+');
    size_t digits = strspn(at, "0123456789");
    const char *end = at + digits;
    double sum = 0;
    for (size_t i = 0; i < digits; i++) {
        sum = sum * 10 + (at[i] - '0');
    }
    if (*end == '.') {
        double unit = 1;
        for (end++; isdigit((unsigned char)*end); end++, digits++) {
            unit *= 10;
            sum += (*end - '0') / unit;
        }
    }
    *value = words[0] == '-' ? -sum : sum;
    return digits > 0 && sum <= NUMBER_MOST ? end : NULL;
}

/* Reads a scalar that is nothing but a number. */
static bool read_double(const struct node *node, double *value) {
    if (node->type != NODE_SCALAR) {
        return false;
    }
    const char *end = number_end(node->words, value);
    return end && *end == '\0';
}

static struct words formatted(struct reading *reading, const struct schema_row *row, double value) {
    struct buffer text = {0};
    field_format(row, value, &text);
    struct words words = report_words(reading->report, "%s", buffer_text(&text));
    buffer_finish(&text);
    return words;
}

static bool check_range(struct reading *reading, const struct schema_row *row,
                        const struct node *node, double value) {
    if (!field_is_bounded(row) || (value >= row->min && value <= row->max)) {
        return true;
    }
    struct words typed = report_typed(reading->report, node->words);
    struct words least = formatted(reading, row, row->min);
    if (row->min >= row->max) {
        return reading_fail(reading, node, MESSAGE_ONLY,
                            ARGUMENTS(reading_name(reading), least, typed));
    }
    return reading_fail(
        reading, node, MESSAGE_RANGE,
        ARGUMENTS(reading_name(reading), least, formatted(reading, row, row->max), typed));
}

bool field_read_integer(struct reading *reading, const struct schema_row *row,
                        const struct node *node, void *out) {
    double value;
    if (!read_double(node, &value) || value != trunc(value) || strchr(node->words, '.')) {
        return reading_refuse(reading, row, node);
    }
    if (!check_range(reading, row, node, value)) {
        return false;
    }
    *(int *)out = (int)value;
    return true;
}

bool field_read_number(struct reading *reading, const struct schema_row *row,
                       const struct node *node, void *out) {
    double value;
    if (!read_double(node, &value)) {
        return reading_refuse(reading, row, node);
    }
    if (!check_range(reading, row, node, value)) {
        return false;
    }
    *(float *)out = (float)value;
    return true;
}

/* Milliseconds in a unit, 0 for a word that is none. */
static double unit_of(const char *words) {
    static const struct {
        const char *name;
        double millis;
    } units[] = {{"ms", 1}, {"s", 1000}, {"min", 60 * 1000}, {"h", 60 * 60 * 1000}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(words, units[i].name) == 0) {
            return units[i].millis;
        }
    }
    return 0;
}

bool field_read_duration(struct reading *reading, const struct schema_row *row,
                         const struct node *node, void *out) {
    double value = 0;
    const char *end = node->type == NODE_SCALAR ? number_end(node->words, &value) : NULL;
    if (end && *end == '\0') {
        return reading_fail(
            reading, node, MESSAGE_DURATION_UNIT,
            ARGUMENTS(reading_name(reading), report_typed(reading->report, node->words)));
    }
    double unit = end ? unit_of(end + strspn(end, " ")) : 0;
    if (unit <= 0 || value < 0) {
        return reading_refuse(reading, row, node);
    }
    if (!check_range(reading, row, node, value * unit)) {
        return false;
    }
    *(millis *)out = (millis)(value * unit + 0.5);
    return true;
}

static bool refuse_count(struct reading *reading, const struct schema_row *row,
                         const struct node *node) {
    struct words found = {report_words(reading->report, "%zu 项的列表", node->count).zh,
                          report_words(reading->report, "a list of %zu", node->count).en};
    return reading_fail(reading, node, MESSAGE_WRONG_VALUE,
                        ARGUMENTS(reading_name(reading), field_of(row->type)->accepted, found));
}

/* Reads a list of exactly `count` numbers; reports what is none of them. */
static bool read_numbers(struct reading *reading, const struct schema_row *row,
                         const struct node *node, size_t count, double *values) {
    if (node->type != NODE_LIST) {
        return reading_refuse(reading, row, node);
    }
    size_t index = 0;
    for (const struct node *item = node->first; item; item = item->next, index++) {
        double value;
        if (!read_double(item, &value)) {
            return reading_refuse(reading, row, item);
        }
        if (index < count) {
            values[index] = value;
        }
    }
    return index == count || refuse_count(reading, row, node);
}

bool field_read_rect(struct reading *reading, const struct schema_row *row, const struct node *node,
                     void *out) {
    static const double rounding = 1e-6;
    double value[4] = {0};
    if (!read_numbers(reading, row, node, 4, value)) {
        return false;
    }
    bool inside = value[0] >= 0 && value[1] >= 0 && value[2] > 0 && value[3] > 0 &&
                  value[0] + value[2] <= 1 + rounding && value[1] + value[3] <= 1 + rounding;
    if (!inside) {
        return reading_fail(reading, node, MESSAGE_RECT_LEAVES, ARGUMENTS(reading_name(reading)));
    }
    *(struct rect *)out =
        (struct rect){(float)value[0], (float)value[1], (float)value[2], (float)value[3]};
    return true;
}

bool field_read_pair(struct reading *reading, const struct schema_row *row, const struct node *node,
                     void *out) {
    double value[2] = {0};
    if (!read_numbers(reading, row, node, 2, value)) {
        return false;
    }
    const struct node *item = node->first;
    bool good = check_range(reading, row, item, value[0]);
    good &= check_range(reading, row, item->next, value[1]);
    if (good) {
        *(struct pair *)out = (struct pair){(float)value[0], (float)value[1]};
    }
    return good;
}
