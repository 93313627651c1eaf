/* The client with players that misbehave: none may crash the screen, each is a line in the log. */
#include "media/protocol.h"
#include "media/ring.h"
#include "player_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

#include <cmocka.h>

enum { WIDTH = 320, HEIGHT = 180 };

/* A player that the test plays itself. */
struct fake {
    struct rig rig;
    int socket;
    struct ring ring;
    uint32_t clip;
    int memory; /* the ring's memfd */
};

static struct media_order next_order(struct fake *fake, int *fd) {
    struct media_order order;
    for (millis end = clock_now() + 2000; clock_now() < end; usleep(1000)) {
        if (protocol_receive(fake->socket, &order, sizeof order, fd) == PROTOCOL_MESSAGE) {
            return order;
        }
        rig_hear(&fake->rig, 0);
    }
    fail_msg("no order came");
    return order;
}

/* A new player, with the ring that the client gives it. */
static void join(struct fake *fake) {
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
    struct keeper_news news = {.type = NEWS_PLAYER};
    assert_true(protocol_send(fake->rig.control[0], &news, sizeof news, ends[0]));
    close(ends[0]);
    fake->socket = ends[1];
    struct media_order order = next_order(fake, &fake->memory);
    assert_int_equal(order.type, ORDER_RING);
    assert_true(ring_open(&fake->ring, fake->memory, order.width, order.height));
}

static void await_open(struct fake *fake) {
    int fd;
    struct media_order order;
    do {
        order = next_order(fake, &fd);
        if (fd >= 0) {
            close(fd);
        }
    } while (order.type != ORDER_OPEN);
    fake->clip = order.clip;
}

static void start(struct fake *fake) {
    memset(fake, 0, sizeof *fake);
    rig_init(&fake->rig);
    join(fake);
    fake->rig.player.open(fake->rig.player.self, rig_clip("h264.mp4"), false);
    await_open(fake);
}

static void leave(struct fake *fake) {
    ring_finish(&fake->ring);
    close(fake->memory);
    close(fake->socket);
}

static void report(struct fake *fake, enum player_status status) {
    struct media_report report = {.type = REPORT_FACTS,
                                  .clip = fake->clip,
                                  .status = status,
                                  .width = WIDTH,
                                  .height = HEIGHT,
                                  .duration = 4000};
    protocol_send(fake->socket, &report, sizeof report, -1);
}

static struct ring_picture sound_picture(const struct fake *fake) {
    return (struct ring_picture){.width = WIDTH,
                                 .height = HEIGHT,
                                 .pitch = WIDTH,
                                 .lines = HEIGHT,
                                 .shown_width = WIDTH,
                                 .shown_height = HEIGHT,
                                 .clip = fake->clip,
                                 .serial = 1,
                                 .time = 40000};
}

static void publish(struct fake *fake, const struct ring_picture *picture) {
    int slot = (int)(picture->serial % RING_SLOTS);
    if (ring_publish(&fake->ring, slot, picture).wake) {
        struct media_report report = {.type = REPORT_PICTURE, .clip = fake->clip};
        protocol_send(fake->socket, &report, sizeof report, -1);
    }
}

static void show(struct fake *fake) {
    report(fake, PLAYER_PLAYING);
    struct ring_picture picture = sound_picture(fake);
    publish(fake, &picture);
    assert_true(rig_until_picture(&fake->rig, true, rig_limit(1000)));
}

static void a_sound_picture_is_shown(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    show(&fake);
    assert_int_equal(rig_facts(&fake.rig).position, 40);
    struct media_picture picture;
    assert_true(media_client_take(fake.rig.client, &picture));
    assert_int_equal(picture.width, WIDTH);
    media_client_release(fake.rig.client);
    leave(&fake);
    rig_finish(&fake.rig);
}

static void pictures_of_another_clip_are_not_shown(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    report(&fake, PLAYER_PLAYING);
    struct ring_picture picture = sound_picture(&fake);
    picture.clip++;
    publish(&fake, &picture);
    assert_false(rig_until_picture(&fake.rig, true, 200));
    leave(&fake);
    rig_finish(&fake.rig);
}

static void nonsense_in_the_ring_is_not_read(void **state) {
    (void)state;
    const struct {
        int32_t width, height, shown_width;
        int64_t time;
    } cases[] = {{0, HEIGHT, WIDTH, 0},     {WIDTH, -1, WIDTH, 0},     {1 << 30, HEIGHT, WIDTH, 0},
                 {WIDTH, 100000, WIDTH, 0}, {WIDTH, HEIGHT, 0, 0},     {WIDTH, HEIGHT, 1 << 20, 0},
                 {1921, HEIGHT, WIDTH, 0},  {WIDTH, HEIGHT, WIDTH, -5}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake fake;
        start(&fake);
        show(&fake);
        struct ring_picture picture = sound_picture(&fake);
        picture.width = cases[i].width;
        picture.height = cases[i].height;
        picture.shown_width = cases[i].shown_width;
        picture.time = cases[i].time;
        publish(&fake, &picture);
        assert_true(rig_until(&fake.rig, PLAYER_WAITING, rig_limit(1000)));
        assert_false(rig_facts(&fake.rig).has_picture);
        leave(&fake);
        rig_finish(&fake.rig);
    }
}

/* Every word of the ring's first page, again and again, at random. */
static void a_mad_writer_does_not_crash_the_reader(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    show(&fake);
    srand(7);
    unsigned sum = 0;
    for (int round = 0; round < 3000; round++) {
        volatile uint32_t *words = (volatile uint32_t *)fake.ring.shared;
        for (int i = 0; i < 4; i++) {
            words[rand() % 48] = rand() % 3 == 0 ? (uint32_t)rand() : (uint32_t)rand() % 8;
        }
        struct media_report told = {.type = REPORT_PICTURE, .clip = fake.clip};
        protocol_send(fake.socket, &told, sizeof told, -1);
        media_client_hear(fake.rig.client);
        struct media_picture picture;
        if (media_client_take(fake.rig.client, &picture)) {
            sum += picture.planes[2][(picture.height - 1) / 2 * picture.pitches[2] +
                                     (picture.width - 1) / 2];
            media_client_release(fake.rig.client);
        }
        if (rig_facts(&fake.rig).status == PLAYER_WAITING) {
            leave(&fake);
            fake.rig.player.open(fake.rig.player.self, rig_clip("h264.mp4"), false);
            join(&fake);
            await_open(&fake);
            show(&fake);
        }
    }
    print_message("sum of the pixels read: %u\n", sum);
    leave(&fake);
    rig_finish(&fake.rig);
}

static void the_rings_size_is_sealed(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    assert_int_not_equal(ftruncate(fake.memory, 4096), 0);
    assert_int_not_equal(ftruncate(fake.memory, 1 << 30), 0);
    leave(&fake);
    rig_finish(&fake.rig);
}

static void nonsense_in_words_ends_the_link(void **state) {
    (void)state;
    const struct media_report cases[] = {
        {.type = 0},
        {.type = 99},
        {.type = REPORT_FACTS, .status = 77},
        {.type = REPORT_FACTS, .position = -1},
        {.type = REPORT_FACTS, .duration = INT64_MAX},
        {.type = REPORT_FACTS, .width = -3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake fake;
        start(&fake);
        protocol_send(fake.socket, &cases[i], sizeof cases[i], -1);
        assert_true(rig_until(&fake.rig, PLAYER_WAITING, rig_limit(1000)));
        leave(&fake);
        rig_finish(&fake.rig);
    }
    struct fake fake;
    start(&fake);
    assert_int_equal(send(fake.socket, "hello", 5, 0), 5);
    assert_true(rig_until(&fake.rig, PLAYER_WAITING, rig_limit(1000)));
    leave(&fake);
    rig_finish(&fake.rig);
}

/* Nothing is heard for a second: so long the last picture stays, then the poster comes. */
static void a_silent_player_is_given_up_after_a_second(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    show(&fake);
    millis begun = clock_now();
    assert_true(rig_until(&fake.rig, PLAYER_WAITING, rig_limit(3000)));
    assert_in_range(clock_now() - begun, 900, rig_limit(1500));
    assert_false(rig_facts(&fake.rig).has_picture);
    leave(&fake);
    rig_finish(&fake.rig);
}

static void an_idle_client_is_not_woken(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    show(&fake);
    fake.rig.player.close(fake.rig.player.self);
    rig_pass(&fake.rig, 50);
    struct pollfd woken = {.fd = fake.rig.woken, .events = POLLIN};
    assert_int_equal(poll(&woken, 1, 1500), 0);
    leave(&fake);
    rig_finish(&fake.rig);
}

static void the_next_player_goes_on_where_the_last_one_was(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    fake.rig.player.volume(fake.rig.player.self, 30);
    fake.rig.player.pause(fake.rig.player.self, true);
    show(&fake);
    rig_pass(&fake.rig, 100);
    leave(&fake);
    assert_true(rig_until(&fake.rig, PLAYER_WAITING, rig_limit(100)));
    join(&fake);
    int fd;
    struct media_order volume = next_order(&fake, &fd);
    assert_int_equal(volume.type, ORDER_VOLUME);
    assert_int_equal(volume.value, 30);
    struct media_order open = next_order(&fake, &fd);
    assert_int_equal(open.type, ORDER_OPEN);
    assert_int_equal(open.value, 40);
    assert_int_equal(open.paused, 1);
    assert_true(fd >= 0);
    close(fd);
    leave(&fake);
    rig_finish(&fake.rig);
}

/* The keeper's word that there is no player may come before the last one's socket ends, or after.
 */
static void without_a_player_a_film_fails_in_either_order(void **state) {
    (void)state;
    for (int order = 0; order < 2; order++) {
        struct fake fake;
        struct keeper_news news = {.type = NEWS_NO_PLAYER};
        start(&fake);
        if (order == 0) {
            leave(&fake);
            assert_true(rig_until(&fake.rig, PLAYER_WAITING, rig_limit(100)));
        }
        protocol_send(fake.rig.control[0], &news, sizeof news, -1);
        rig_pass(&fake.rig, 50);
        if (order == 1) {
            leave(&fake);
        }
        assert_true(rig_until(&fake.rig, PLAYER_FAILED, rig_limit(100)));
        rig_finish(&fake.rig);
    }
}

static void a_held_picture_outlives_its_players_death(void **state) {
    (void)state;
    struct fake fake;
    start(&fake);
    show(&fake);
    struct media_picture picture;
    assert_true(media_client_take(fake.rig.client, &picture));
    leave(&fake);
    rig_pass(&fake.rig, 50);
    assert_true(rig_facts(&fake.rig).has_picture);
    assert_int_equal(picture.planes[0][0], 0);
    media_client_release(fake.rig.client);
    assert_true(rig_until(&fake.rig, PLAYER_WAITING, rig_limit(200)));
    assert_false(media_client_take(fake.rig.client, &picture));
    rig_finish(&fake.rig);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_picture_is_shown),
        cmocka_unit_test(pictures_of_another_clip_are_not_shown),
        cmocka_unit_test(nonsense_in_the_ring_is_not_read),
        cmocka_unit_test(a_mad_writer_does_not_crash_the_reader),
        cmocka_unit_test(the_rings_size_is_sealed),
        cmocka_unit_test(nonsense_in_words_ends_the_link),
        cmocka_unit_test(a_silent_player_is_given_up_after_a_second),
        cmocka_unit_test(an_idle_client_is_not_woken),
        cmocka_unit_test(the_next_player_goes_on_where_the_last_one_was),
        cmocka_unit_test(without_a_player_a_film_fails_in_either_order),
        cmocka_unit_test(a_held_picture_outlives_its_players_death),
    };
    return cmocka_run_group_tests(tests, rig_make_clips, NULL);
}
