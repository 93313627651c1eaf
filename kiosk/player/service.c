/* The service: carries out the screen's orders with at most two films, and reports. */
#include "player/service.h"

#include "base/log.h"
#include "base/stamp.h"
#include "media/protocol.h"
#include "player/film.h"

#include <malloc.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum {
    PREROLL_KEPT = 120000, /* ms a prerolled clip waits before its memory is given back */
    EXIT_HUNG = 3
};

struct service {
    libvlc_instance_t *vlc;
    struct channel channel;
    int screen, keeper;
    struct film *current, *next;
    struct stamp current_stamp, next_stamp;
    millis next_since;
    uint32_t clip;
    bool loop, paused;
    int volume;
    struct film_facts facts;  /* of the current film, as of the last tick */
    struct media_report told; /* the last facts reported */
    bool busy;                /* a film is not at rest */
    millis next_beat;
};

/* The same bytes on the disk, whatever path led there. */
static struct stamp stamp_of_film(int fd) {
    struct stat facts;
    return fstat(fd, &facts) == 0 ? stamp_of(&facts) : (struct stamp){0};
}

static struct film *start(struct service *service, int fd, millis from, millis duration, bool loop,
                          bool paused) {
    struct film_setup setup = {.vlc = service->vlc,
                               .channel = &service->channel,
                               .fd = fd,
                               .clip = service->clip,
                               .start = from,
                               .duration = duration,
                               .loop = loop,
                               .paused = paused,
                               .volume = service->volume};
    return film_create(&setup);
}

static void drop_next(struct service *service) {
    film_destroy(service->next);
    service->next = NULL;
}

/* The prerolled film, if it is the one that is asked for. */
static struct film *take_prerolled(struct service *service, const struct media_order *order) {
    if (!service->next || order->loop || order->value > 0 ||
        !stamp_equal(&service->current_stamp, &service->next_stamp)) {
        return NULL;
    }
    struct film *film = service->next;
    service->next = NULL;
    film_set_clip(film, order->clip);
    return film;
}

static void open_clip(struct service *service, const struct media_order *order, int fd) {
    struct film *before = service->current;
    service->clip = order->clip;
    service->loop = order->loop;
    service->paused = order->paused;
    service->current_stamp = stamp_of_film(fd);
    channel_put_on_air(&service->channel, NULL);
    service->current = take_prerolled(service, order);
    if (service->current) {
        close(fd);
        channel_put_on_air(&service->channel, film_output(service->current));
        film_pause(service->current, order->paused);
    } else {
        service->current = start(service, fd, order->value, 0, order->loop, order->paused);
        channel_put_on_air(&service->channel, film_output(service->current));
    }
    film_destroy(before);
}

static void preroll_clip(struct service *service, int fd) {
    struct stamp stamp = stamp_of_film(fd);
    service->next_since = clock_now();
    if (service->next && stamp_equal(&stamp, &service->next_stamp)) {
        close(fd);
        return;
    }
    drop_next(service);
    service->next_stamp = stamp;
    service->next = start(service, fd, 0, 0, false, true);
}

static void close_clip(struct service *service) {
    film_destroy(service->current);
    service->current = NULL;
    service->clip = 0;
    malloc_trim(0); /* pictures are large, and the next film may be long in coming */
}

/* A film that has ended is begun anew: libvlc has let go of the file. */
static void restart(struct service *service, millis from, bool paused) {
    int fd = film_take_file(service->current);
    uint64_t pictures = film_output(service->current)->pictures;
    film_destroy(service->current);
    service->paused = paused;
    service->current = start(service, fd, from, service->facts.duration, service->loop, paused);
    film_output(service->current)->pictures = pictures;
    channel_put_on_air(&service->channel, film_output(service->current));
}

static void pause_clip(struct service *service, bool paused) {
    service->paused = paused;
    if (service->facts.status == PLAYER_ENDED && !paused) {
        restart(service, 0, false);
    } else {
        film_pause(service->current, paused);
    }
}

static void seek_clip(struct service *service, millis position) {
    if (service->facts.status == PLAYER_ENDED) {
        restart(service, position, service->paused);
    } else {
        film_seek(service->current, position);
    }
}

static void set_volume(struct service *service, int64_t percent) {
    service->volume = percent < 0 ? 0 : percent > 100 ? 100 : (int)percent;
    if (service->current) {
        film_volume(service->current, service->volume);
    }
}

/* There is one for the life of this process: libvlc's pictures lie in it. */
static void take_ring(struct service *service, const struct media_order *order, int fd) {
    struct ring *ring = &service->channel.ring;
    if (ring->shared || !ring_open(ring, fd, order->width, order->height)) {
        log_error("the screen's shared memory cannot be used");
    }
}

/* `fd` came with the order and is taken by what needs it. */
static void carry_out(struct service *service, const struct media_order *order, int fd) {
    bool of_this_clip = service->current && order->clip == service->clip;
    service->next_beat = 0; /* whoever asks waits for a sign of life */
    if (order->type == ORDER_OPEN && fd >= 0) {
        open_clip(service, order, fd);
        return;
    }
    if (order->type == ORDER_PREROLL && fd >= 0) {
        preroll_clip(service, fd);
        return;
    }
    if (order->type == ORDER_RING && fd >= 0) {
        take_ring(service, order, fd);
    } else if (order->type == ORDER_CLOSE) {
        close_clip(service);
    } else if (order->type == ORDER_PAUSE && of_this_clip) {
        pause_clip(service, order->value != 0);
    } else if (order->type == ORDER_SEEK && of_this_clip) {
        seek_clip(service, order->value);
    } else if (order->type == ORDER_VOLUME) {
        set_volume(service, order->value);
    }
    if (fd >= 0) {
        close(fd);
    }
}

/* Carries out every order that waits; false when the screen has gone. */
static bool hear(struct service *service) {
    struct media_order order;
    int fd;
    for (;;) {
        switch (protocol_receive(service->screen, &order, sizeof order, &fd)) {
        case PROTOCOL_MESSAGE:
            carry_out(service, &order, fd);
            break;
        case PROTOCOL_NOTHING:
            return true;
        case PROTOCOL_GONE:
            return false;
        }
    }
}

static void report(struct service *service, const struct film_facts *facts) {
    struct media_report report;
    memset(&report, 0, sizeof report);
    report.type = REPORT_FACTS;
    report.clip = service->clip;
    report.status = facts->status;
    report.width = facts->width;
    report.height = facts->height;
    report.position = facts->position;
    report.duration = facts->duration;
    struct media_report told = service->told;
    if (facts->width > 0 && facts->status == PLAYER_PLAYING) {
        told.position = report.position; /* each picture in the ring tells its own */
    }
    /* Both were zeroed whole, padding included.
     * NOLINTNEXTLINE(bugprone-suspicious-memory-comparison,cert-exp42-c,cert-flp37-c) */
    if (memcmp(&told, &report, sizeof report) != 0 &&
        protocol_send(service->screen, &report, sizeof report, -1)) {
        if (facts->failure && service->told.status != PLAYER_FAILED) {
            log_warning("this clip cannot be played: %s", facts->failure);
        }
        service->told = report;
    }
}

static void beat(struct service *service, millis now, millis *wake) {
    millis interval = service->busy ? BEAT_INTERVAL : BEAT_INTERVAL_IDLE;
    if (now >= service->next_beat || service->next_beat > now + interval) {
        if (service->current) {
            struct media_report report = {.type = REPORT_BEAT, .clip = service->clip};
            (void)protocol_send(service->screen, &report, sizeof report, -1);
        }
        if (service->keeper >= 0) {
            protocol_beat(service->keeper, service->busy ? BEAT_PATIENCE : BEAT_PATIENCE_IDLE);
        }
        service->next_beat = now + interval;
    }
    *wake = service->next_beat < *wake ? service->next_beat : *wake;
}

/* The film ended before it got where it was sought. Whoever sought its end is there. */
static bool lost_a_seek(const struct film_facts *facts) {
    bool at_end = facts->duration > 0 && facts->lost_seek >= facts->duration;
    return facts->status == PLAYER_ENDED && facts->lost_seek >= 0 && !at_end;
}

/* Does what is due; returns false if only a new process helps. */
static bool tick(struct service *service, millis *wake) {
    millis now = clock_now();
    *wake = now + BEAT_INTERVAL_IDLE;
    service->facts = (struct film_facts){.status = PLAYER_EMPTY, .resting = true};
    service->busy = false;
    if (service->current) {
        service->facts = film_tick(service->current, wake);
        if (lost_a_seek(&service->facts)) {
            restart(service, service->facts.lost_seek, service->paused);
            service->facts = film_tick(service->current, wake);
        }
        report(service, &service->facts);
        service->busy = !service->facts.resting;
    }
    if (service->next) {
        struct film_facts facts = film_tick(service->next, wake);
        service->busy = service->busy || !facts.resting;
        if (facts.status == PLAYER_FAILED || facts.hung ||
            now - service->next_since > PREROLL_KEPT) {
            drop_next(service);
        }
    }
    beat(service, now, wake);
    return !service->facts.hung;
}

static void serve(struct service *service) {
    struct pollfd watched[] = {{.fd = service->screen, .events = POLLIN},
                               {.fd = service->channel.changed, .events = POLLIN},
                               {.fd = service->keeper}};
    for (;;) {
        millis wake;
        if (!tick(service, &wake)) {
            log_error("libvlc has stopped working on this clip: the player ends itself");
            _exit(EXIT_HUNG);
        }
        millis rest = wake - clock_now();
        (void)poll(watched, 3, rest > 0 ? (int)rest : 0);
        uint64_t changes;
        ssize_t size = read(service->channel.changed, &changes, sizeof changes);
        (void)size;
        bool keeper_gone = service->keeper >= 0 && (watched[2].revents & (POLLHUP | POLLERR));
        if (keeper_gone || !hear(service)) {
            return;
        }
    }
}

int service_run(libvlc_instance_t *vlc, int screen, int keeper) {
    struct service service = {.vlc = vlc, .screen = screen, .keeper = keeper, .volume = 100};
    if (!channel_init(&service.channel, screen)) {
        log_error("the player has no descriptors left");
        return 1;
    }
    serve(&service);
    film_destroy(service.current);
    film_destroy(service.next);
    channel_finish(&service.channel);
    return 0;
}
