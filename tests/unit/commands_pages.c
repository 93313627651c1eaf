/* The pages of the shipped zones: a dozen scenes are seen whole, and where a page goes on, it
   shows that it does. */
#include "stage/stage.h"
#include "visited_hall.h"

#include <math.h>
#include <string.h>

enum { SEED = 5 };

static const struct { int width, height; } sizes[] = {{1920, 1080}, {1080, 1920}, {3840, 2160}};

static int open_hall(void **state) {
    return visited_hall_open(state, "kiosk.conf", NULL);
}

static void play(struct replay *replay, const char *script) {
    char error[256];
    if (!replay_script(replay, script, NULL, NULL, error, sizeof error)) {
        fail_msg("%s", error);
    }
}

static void open_zone(struct replay *replay, const struct hall_zone *zone, bool large) {
    struct buffer script = {0};
    buffer_printf(&script, "tap 300 300\nwait 500\ngo %s\n", zone->id);
    if (large) {
        buffer_add(&script, "tap modes.0\nwait 500\ntap mode.0\nwait 500\ntap done.0\n");
    }
    buffer_add(&script, "wait 500\n");
    play(replay, buffer_text(&script));
    buffer_finish(&script);
}

static const struct element *card_of(struct replay *replay, int index) {
    const struct elements *elements = stage_elements(replay_stage(replay));
    for (size_t i = 0; i < elements->list.count; i++) {
        const struct element *element = &elements->list.items[i];
        if (strcmp(element->id.name, "card") == 0 && element->id.index == index) {
            return element;
        }
    }
    return NULL;
}

/* More cards than this are too small to be told apart when all stand on one screen. */
enum { CARDS_WHOLE = 12 };

/* All cards of the zone on one screen, alike, and nothing to scroll. */
static void check_whole(struct replay *replay, const struct hall_zone *zone, const char *where) {
    float height = card_of(replay, 0)->rect.h;
    for (int i = 0; i < (int)zone->order_count; i++) {
        const struct element *card = card_of(replay, i);
        if (!card || fabsf(card->rect.h - height) > 1 || card->flags & ELEMENT_DRAG_Y) {
            fail_msg("%s %s: card %d is not seen whole", zone->id, where, i);
        }
        assert_true(card->rect.h >= 49 && card->rect.w >= 49); /* 15 mm of 27 inches */
    }
}

/* Of the row that the lower edge cuts a part is seen that cannot be overlooked. */
static void check_cut(struct replay *replay, const struct hall_zone *zone, const char *where) {
    float height = card_of(replay, 0)->rect.h;
    for (int i = 0; i < (int)zone->order_count; i++) {
        float seen = card_of(replay, i)->rect.h;
        if (seen > 0 && seen < height - 1) {
            if (seen < height * 0.24F || seen > height * 0.61F) {
                fail_msg("%s %s: %.0f of %.0f are seen", zone->id, where, seen, height);
            }
            return;
        }
    }
    check_whole(replay, zone, where);
}

/* A dozen stand whole; of more the page goes on. */
static void check_dozen(struct replay *replay, const struct hall_zone *zone, const char *where) {
    (zone->order_count > CARDS_WHOLE ? check_cut : check_whole)(replay, zone, where);
}

static void check_pages(const struct visited_hall *hall, bool large,
                        void (*check)(struct replay *, const struct hall_zone *, const char *)) {
    static const char *const languages[] = {"zh", "en"};
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0] * 2; s++) {
        int width = sizes[s / 2].width;
        int height = sizes[s / 2].height;
        const char *language = languages[s % 2];
        struct replay *replay = visited_hall_visit(hall, width, height, language, SEED);
        char where[64];
        (void)snprintf(where, sizeof where, "%dx%d %s", width, height, language);
        const struct hall *shown = hall->exhibition->hall;
        for (size_t i = 0; i < shown->zone_count; i++) {
            open_zone(replay, &shown->zones[i], large);
            check(replay, &shown->zones[i], where);
            stage_reset(replay_stage(replay), replay_now(replay));
        }
        replay_destroy(replay);
    }
}

static void a_dozen_is_seen_on_one_screen(void **state) {
    check_pages(*state, false, check_dozen);
}

static void a_page_that_goes_on_shows_it(void **state) {
    check_pages(*state, true, check_cut);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dozen_is_seen_on_one_screen),
        cmocka_unit_test(a_page_that_goes_on_shows_it),
    };
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
