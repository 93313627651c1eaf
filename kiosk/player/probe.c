/* The probe: says what a film is by decoding its first picture. */
#include "player/probe.h"

#include "player/film.h"

#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>

enum {
    PATIENCE = 9000, /* ms; whoever asked waits for ten seconds */
    LENGTH_PATIENCE = 500
};

/* Waits until libvlc has said something, or for as long as the film wants to be left alone. */
static void wait_for_change(const struct channel *channel, millis until) {
    struct pollfd changed = {.fd = channel->changed, .events = POLLIN};
    millis rest = until - clock_now();
    (void)poll(&changed, 1, rest > 0 ? (int)rest : 0);
    eventfd_t changes;
    (void)eventfd_read(channel->changed, &changes);
}

static bool is_decided(const struct film_facts *facts) {
    return facts->status == PLAYER_PAUSED || facts->status == PLAYER_PLAYING ||
           facts->status == PLAYER_ENDED || facts->status == PLAYER_FAILED;
}

/* Ticks the film until it has shown what it is, and then a little longer for a length that only
   the end of the file tells. */
static struct film_facts watch(struct film *film, const struct channel *channel) {
    struct film_facts facts;
    millis end = clock_now() + PATIENCE;
    bool decided = false;
    do {
        millis wake = end;
        facts = film_tick(film, &wake);
        if (is_decided(&facts) && !decided) {
            decided = true;
            end = clock_now() + LENGTH_PATIENCE;
        }
        if (decided && (facts.duration > 0 || facts.failure)) {
            break;
        }
        wait_for_change(channel, wake);
    } while (clock_now() < end && !facts.hung);
    return facts;
}

int probe_run(libvlc_instance_t *vlc, int fd) {
    struct channel channel;
    if (!channel_init(&channel, -1)) {
        return 1;
    }
    struct film_setup setup = {.vlc = vlc, .channel = &channel, .fd = fd, .clip = 1, .volume = 0};
    struct film *film = film_create(&setup);
    struct film_facts facts = watch(film, &channel);
    bool good = is_decided(&facts) && facts.status != PLAYER_FAILED;
    if (good) {
        printf("good %d %d %lld %s\n", facts.width, facts.height, (long long)facts.duration,
               facts.has_sound ? "yes" : "no");
    } else {
        puts("bad");
    }
    (void)fflush(stdout);
    film_destroy(film);
    channel_finish(&channel);
    return good ? 0 : 1;
}
