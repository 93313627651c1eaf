/* A loaded exhibition for tests that replay visits through it. */
#ifndef TESTS_VISITED_HALL_H
#define TESTS_VISITED_HALL_H

#include "commands/exhibit.h"
#include "commands/replay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct visited_hall {
    struct place place;
    struct exhibition *exhibition;
};

/* The group's set-up: fails, with every mistake on standard error, for an exhibition that has any.
 */
static inline int visited_hall_open(void **state, const char *config, const char *content) {
    struct visited_hall *hall = test_calloc(1, sizeof *hall);
    assert_true(place_init(&hall->place, config, content));
    struct prober *prober = prober_create("");
    hall->exhibition = exhibition_create(hall->place.directory, prober, NULL);
    prober_destroy(prober);
    for (size_t i = 0; i < hall->exhibition->diagnostics.list.count; i++) {
        struct buffer text = {0};
        diagnostics_format(&hall->exhibition->diagnostics.list.items[i], MESSAGES_EN, &text);
        (void)fputs(buffer_text(&text), stderr);
        buffer_finish(&text);
    }
    *state = hall;
    return exhibition_is_good(hall->exhibition) ? 0 : 1;
}

/* The group's tear-down. */
static inline int visited_hall_close(void **state) {
    struct visited_hall *hall = *state;
    exhibition_destroy(hall->exhibition);
    place_finish(&hall->place);
    test_free(hall);
    return 0;
}

/* A new visit, in the attract loop, heard by `sounds` (may be NULL); for replay_destroy. */
static inline struct replay *visited_hall_heard_visit(const struct visited_hall *hall, int width,
                                                      int height, const char *language,
                                                      uint64_t seed, const struct sounds *sounds) {
    struct replay *replay = replay_create(&(struct replay_setup){.exhibition = hall->exhibition,
                                                                 .settings = &hall->place.settings,
                                                                 .language = language,
                                                                 .width = width,
                                                                 .height = height,
                                                                 .seed = seed,
                                                                 .sounds = sounds});
    assert_non_null(replay);
    return replay;
}

/* The same, heard by nobody. */
static inline struct replay *visited_hall_visit(const struct visited_hall *hall, int width,
                                                int height, const char *language, uint64_t seed) {
    return visited_hall_heard_visit(hall, width, height, language, seed, NULL);
}

/* Fails unless a reset leaves the visit as `fresh`, a dump made at its beginning, says. */
static inline void visited_hall_assert_reset(struct replay *replay, const struct buffer *fresh) {
    struct buffer after = {0};
    stage_reset(replay_stage(replay), replay_now(replay));
    stage_dump(replay_stage(replay), &after);
    assert_string_equal(buffer_text(&after), buffer_text(fresh));
    buffer_finish(&after);
}

#endif
