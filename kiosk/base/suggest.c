/* Suggestions: the known word that a mistyped one most likely meant. */
#include "base/suggest.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { LONGEST = 64 };

static int smaller(int a, int b) {
    return a < b ? a : b;
}

static bool same(char a, char b) {
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static int distance(const char *a, size_t a_length, const char *b, size_t b_length) {
    int rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = (int)j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i + 2) % 3];
        const int *two_above = rows[(i + 1) % 3];
        row[0] = (int)i;
        for (size_t j = 1; j <= b_length; j++) {
            int changed = above[j - 1] + !same(a[i - 1], b[j - 1]);
            row[j] = smaller(changed, smaller(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1])) {
                row[j] = smaller(row[j], two_above[j - 2] + 1);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

const char *suggest_nearest(const char *typed, const char *const *known, size_t count) {
    size_t typed_length = strlen(typed);
    const char *nearest = NULL;
    int least = (int)typed_length / 3 > 1 ? (int)typed_length / 3 + 1 : 2;
    for (size_t i = 0; typed_length <= LONGEST && i < count; i++) {
        size_t length = strlen(known[i]);
        int far = length <= LONGEST ? distance(typed, typed_length, known[i], length) : least;
        if (far < least) {
            least = far;
            nearest = known[i];
        }
    }
    return nearest;
}
