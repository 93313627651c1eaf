/* Files that nobody should write, made by the test that reads them. */
#ifndef TESTS_HOSTILE_H
#define TESTS_HOSTILE_H

#include "exhibition.h"

#if defined(__SANITIZE_ADDRESS__)
#define HOSTILE_SECONDS 2.5
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HOSTILE_SECONDS 2.5
#endif
#endif
#ifndef HOSTILE_SECONDS
#define HOSTILE_SECONDS 0.25
#endif

struct hostile {
    const char *name;
    const char *path;
    void (*make)(const char *path);
};

static const char hostile_head[] = "kind: test\ntitle: 好\n";

static void hostile_write(const char *path, const char *bytes, size_t size) {
    struct buffer text = {0};
    buffer_add(&text, hostile_head);
    buffer_add_bytes(&text, bytes, size);
    exhibition_write(path, text.text, text.length);
    buffer_finish(&text);
}

#define HOSTILE_BYTES(path, bytes) hostile_write((path), (bytes), sizeof(bytes) - 1)

static void hostile_repeat(const char *path, const char *first, const char *piece, int count) {
    struct buffer text = {0};
    buffer_add(&text, first);
    for (int i = 0; i < count; i++) {
        buffer_add(&text, piece);
    }
    exhibition_write(path, text.text, text.length);
    buffer_finish(&text);
}

static void hostile_large(const char *path) {
    hostile_repeat(path, "kind: test\ntitle: 好\n", "# 注释注释注释注释注释\n", 40000);
}

static void hostile_brackets(const char *path) {
    hostile_repeat(path, "kind: test\nwords: ", "[", 100000);
}

static void hostile_dashes(const char *path) {
    hostile_repeat(path, "kind: test\nwords:\n  ", "- ", 100000);
}

static void hostile_questions(const char *path) {
    hostile_repeat(path, "", "? ", 100000);
}

static void hostile_many(const char *path) {
    hostile_repeat(path, "kind: test\ntitle: 好\nlines:\n", "  - a\n", 10000);
}

static void hostile_keys(const char *path) {
    struct buffer text = {0};
    for (int i = 0; i < 4990; i++) {
        buffer_printf(&text, "key%d: 1\n", i);
    }
    exhibition_write(path, text.text, text.length);
    buffer_finish(&text);
}

static void hostile_twins(const char *path) {
    hostile_repeat(path, "kind: test\ntitle: 好\n", "count: 1\n", 4900);
}

static void hostile_names(const char *path) {
    hostile_repeat(path, "kind: test\ntitle: 好\nscenes: [", "personal/godd, ", 9000);
}

static void hostile_line(const char *path) {
    struct buffer text = {0};
    buffer_add(&text, "{kind: test, title: 好");
    for (int i = 0; i < 4900; i++) {
        buffer_printf(&text, ", 长长长长长长长长长长长长长长长长长长长长长长长长长长键%d: 1", i);
    }
    buffer_add(&text, "}");
    exhibition_write(path, text.text, text.length);
    buffer_finish(&text);
}

static void hostile_scenes(const char *path) {
    struct buffer text = {0};
    buffer_add(&text, "kind: test\ntitle: 好\nscenes:\n");
    for (int i = 0; i < 9000; i++) {
        buffer_printf(&text, "- personal/god%d\n", i);
    }
    exhibition_write(path, text.text, text.length);
    buffer_finish(&text);
}

static void hostile_directives(const char *path) {
    hostile_repeat(path, "", "%TAG !a! tag:a\n", 60000);
}

static void hostile_scalar(const char *path) {
    hostile_repeat(path, "kind: test\ntitle: \"", "长长长长长长长长长长长长长\n\n ", 24000);
}

static void hostile_utf16(const char *path) {
    static const char text[] = "\xFF\xFEk\0i\0n\0d\0:\0 \0t\0e\0s\0t\0\n";
    exhibition_write(path, text, sizeof text);
}

static void hostile_utf16_bare(const char *path) {
    static const char text[] = "\0k\0i\0n\0d\0:\0 \0t\0e\0s\0t\0\n";
    exhibition_write(path, text, sizeof text - 1);
}

static void hostile_gb18030(const char *path) {
    static const char text[] = "kind: test\ntitle: \xCD\xF8\xC2\xE7\xB0\xB2\xC8\xAB\xB4\xD3"
                               "\xC3\xDC\xC2\xEB\xBF\xAA\xCA\xBC\n";
    exhibition_write(path, text, sizeof text - 1);
}

static void hostile_latin1(const char *path) {
    HOSTILE_BYTES(path, "# caf\xE9\nword: na\xEFve\n");
}

/* Every byte of it could be GB18030, but no Chinese is written so. */
static void hostile_latin1_pair(const char *path) {
    static const char text[] = "kind: test\ntitle: na\xEFve\n";
    exhibition_write(path, text, sizeof text - 1);
}

static void hostile_overlong(const char *path) {
    HOSTILE_BYTES(path, "word: a\xC0\x80z\n");
}

static void hostile_nul(const char *path) {
    HOSTILE_BYTES(path, "word: a\0z\n");
}

static void hostile_control(const char *path) {
    HOSTILE_BYTES(path, "word: 密码\x1B[31m\n");
}

static void hostile_directory(const char *path) {
    (void)unlink(path);
    (void)mkdir(path, 0755);
}

static void hostile_pipe(const char *path) {
    (void)unlink(path);
    (void)mkfifo(path, 0600);
}

static void hostile_link(const char *path) {
    (void)unlink(path);
    if (symlink("../../../../../../../../etc/passwd", path) != 0) {
        perror(path);
    }
}

static void hostile_gone(const char *path) {
    (void)unlink(path);
}

#define HOSTILE_CASE "scenes/personal/case.yaml"

static const struct hostile hostiles[] = {
    {"hostile-large", HOSTILE_CASE, hostile_large},
    {"hostile-brackets", HOSTILE_CASE, hostile_brackets},
    {"hostile-dashes", HOSTILE_CASE, hostile_dashes},
    {"hostile-questions", HOSTILE_CASE, hostile_questions},
    {"hostile-many", HOSTILE_CASE, hostile_many},
    {"hostile-keys", HOSTILE_CASE, hostile_keys},
    {"hostile-twins", HOSTILE_CASE, hostile_twins},
    {"hostile-names", HOSTILE_CASE, hostile_names},
    {"hostile-line", HOSTILE_CASE, hostile_line},
    {"hostile-scenes", HOSTILE_CASE, hostile_scenes},
    {"hostile-directives", HOSTILE_CASE, hostile_directives},
    {"hostile-scalar", HOSTILE_CASE, hostile_scalar},
    {"hostile-utf16", HOSTILE_CASE, hostile_utf16},
    {"hostile-utf16-bare", HOSTILE_CASE, hostile_utf16_bare},
    {"hostile-gb18030", HOSTILE_CASE, hostile_gb18030},
    {"hostile-latin1", HOSTILE_CASE, hostile_latin1},
    {"hostile-latin1-pair", HOSTILE_CASE, hostile_latin1_pair},
    {"hostile-overlong", HOSTILE_CASE, hostile_overlong},
    {"hostile-nul", HOSTILE_CASE, hostile_nul},
    {"hostile-control", HOSTILE_CASE, hostile_control},
    {"hostile-directory", HOSTILE_CASE, hostile_directory},
    {"hostile-pipe", HOSTILE_CASE, hostile_pipe},
    {"hostile-link", HOSTILE_CASE, hostile_link},
    {"hall-gone", "scenes/hall.yaml", hostile_gone},
    {"hall-directory", "scenes/hall.yaml", hostile_directory},
};

#endif
