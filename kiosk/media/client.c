/* The client: the player as the screen's process has it, whatever becomes of the player itself. */
#include "media/client.h"

#include "base/log.h"
#include "base/memory.h"
#include "media/link.h"
#include "media/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BLAMED_WITHIN = 1000, /* a player that dies so soon after a clip's start died of the clip */
    BLAMED_MOST = 2,      /* after so many deaths in a row the clip is not tried again */
};

/* The clip that is open: everything a new player needs to go on with it. */
struct clip {
    char *path; /* NULL: none */
    uint32_t number;
    bool loop, paused;
    millis started;  /* when it was given to the player now joined, later its first picture */
    bool pictured;   /* this player has shown a picture of it */
    int blamed;      /* players in a row that died of it */
    uint64_t before; /* pictures delivered by earlier players */
};

struct media_client {
    struct media_client_setup setup;
    struct watch *watch;
    struct link link;
    struct clip clip;
    char *preroll; /* NULL: none */
    struct player_facts facts;
    uint64_t serial; /* of pictures, over all clips */
    bool no_player;  /* the keeper has said that there is none to be had */
    bool changed;    /* facts or picture, since they were last told */
    bool held;       /* a picture is taken */
    bool missed;     /* there was a wake while a picture was held */
};

static void set_status(struct media_client *client, enum player_status status) {
    client->facts.status = status;
    if (status == PLAYER_EMPTY || status == PLAYER_FAILED || status == PLAYER_WAITING) {
        client->facts.has_picture = false;
    }
    client->changed = true;
}

static void fail(struct media_client *client, const char *why) {
    log_error("%s cannot be shown: %s", client->clip.path, why);
    set_status(client, PLAYER_FAILED);
}

static bool is_active(enum player_status status) {
    return status == PLAYER_OPENING || status == PLAYER_PLAYING || status == PLAYER_PAUSED ||
           status == PLAYER_ENDED;
}

/* Opens a film's file; -1 with `*why` where it cannot be one. Never waits, not even for a FIFO. */
static int open_film(const char *path, const char **why) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        *why = strerror(errno);
        return -1;
    }
    struct stat info;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
        return fd;
    }
    *why = S_ISREG(info.st_mode) ? "the file is empty" : "it is not a regular file";
    close(fd);
    return -1;
}

static void order(struct media_client *client, enum order_type type, int64_t value) {
    struct media_order sent = {.type = type, .clip = client->clip.number, .value = value};
    (void)link_order(&client->link, &sent, -1);
}

/* The player is no more, or no use: what it showed goes, and the clip waits for the next one. */
static void lose(struct media_client *client, const char *what) {
    struct clip *clip = &client->clip;
    log_warning("the player %s%s%s", what, clip->path ? " while it had " : "",
                clip->path ? clip->path : "");
    link_end(&client->link);
    client->facts.has_picture = false;
    client->changed = true;
    clip->before = client->facts.frames;
    if (!is_active(client->facts.status) || client->facts.status == PLAYER_ENDED) {
        return;
    }
    clip->blamed = clock_now() - clip->started < BLAMED_WITHIN ? clip->blamed + 1 : 0;
    if (clip->blamed >= BLAMED_MOST) {
        fail(client, "players die of it");
    } else if (client->no_player) { /* the keeper's word may come before the socket's end */
        fail(client, "there is no player");
    } else {
        set_status(client, PLAYER_WAITING);
    }
}

/* Gives the open clip to the player, from its position on; without a player it waits for one. */
static void start_clip(struct media_client *client) {
    struct clip *clip = &client->clip;
    const char *why;
    int fd = open_film(clip->path, &why);
    if (fd < 0) {
        fail(client, why);
        return;
    }
    struct media_order sent = {.type = ORDER_OPEN,
                               .clip = clip->number,
                               .value = client->facts.position,
                               .loop = clip->loop,
                               .paused = clip->paused};
    clip->started = client->link.last_word = clock_now();
    clip->pictured = false;
    if (link_order(&client->link, &sent, fd)) {
        set_status(client, PLAYER_OPENING);
    } else if (client->no_player) {
        fail(client, "there is no player");
    } else {
        set_status(client, PLAYER_WAITING);
    }
    close(fd);
}

static void start_preroll(struct media_client *client) {
    const char *why;
    int fd = client->preroll ? open_film(client->preroll, &why) : -1;
    if (fd >= 0) {
        struct media_order sent = {.type = ORDER_PREROLL};
        (void)link_order(&client->link, &sent, fd);
        close(fd);
    }
}

/* When a silent player is given up; -1 for not. It says little of a film that stands still, but
   answers whoever asks. */
static millis patience_ends(const struct media_client *client) {
    const struct link *link = &client->link;
    enum player_status status = client->facts.status;
    if (link->socket < 0 || !is_active(status)) {
        return -1;
    }
    if (link->asked > link->last_word) {
        return link->asked + BEAT_PATIENCE;
    }
    bool still = status == PLAYER_PAUSED || status == PLAYER_ENDED;
    return link->last_word + (still ? BEAT_PATIENCE_IDLE : BEAT_PATIENCE);
}

/* What is watched: keeper and player, and how long the player may be silent. */
static void rearm(struct media_client *client) {
    watch_set(client->watch, (const int[]){client->setup.control, client->link.socket},
              patience_ends(client));
}

static void client_close(void *self) {
    struct media_client *client = self;
    if (client->clip.path) {
        order(client, ORDER_CLOSE, 0);
    }
    free(client->clip.path);
    client->clip = (struct clip){.number = client->clip.number};
    client->facts = (struct player_facts){.volume = client->facts.volume};
    client->changed = true;
    rearm(client);
}

static void client_open(void *self, const char *path, bool loop) {
    struct media_client *client = self;
    char *copy = memory_strdup(path);
    free(client->clip.path);
    client->clip = (struct clip){.path = copy, .number = client->clip.number + 1, .loop = loop};
    client->facts = (struct player_facts){.volume = client->facts.volume};
    start_clip(client);
    if (client->facts.status == PLAYER_FAILED) {
        order(client, ORDER_CLOSE, 0);
    }
    rearm(client);
}

static void client_preroll(void *self, const char *path) {
    struct media_client *client = self;
    char *copy = memory_strdup(path);
    free(client->preroll);
    client->preroll = copy;
    start_preroll(client);
}

static void client_pause(void *self, bool paused) {
    struct media_client *client = self;
    client->clip.paused = paused;
    order(client, ORDER_PAUSE, paused);
}

static void client_seek(void *self, millis position) {
    struct media_client *client = self;
    client->facts.position = position > 0 ? position : 0;
    client->changed = true;
    order(client, ORDER_SEEK, client->facts.position);
}

static void client_volume(void *self, int percent) {
    struct media_client *client = self;
    client->facts.volume = percent < 0 ? 0 : percent > 100 ? 100 : percent;
    client->changed = true;
    order(client, ORDER_VOLUME, client->facts.volume);
}

static struct player_facts client_facts(void *self) {
    const struct media_client *client = self;
    return client->facts;
}

struct player media_client_player(struct media_client *client) {
    return (struct player){.open = client_open,
                           .preroll = client_preroll,
                           .close = client_close,
                           .pause = client_pause,
                           .seek = client_seek,
                           .volume = client_volume,
                           .facts = client_facts,
                           .self = client};
}

static void join(struct media_client *client, int socket) {
    if (client->link.socket >= 0) {
        lose(client, "was replaced");
    }
    client->no_player = false;
    if (!link_join(&client->link, socket, client->setup.panel_width, client->setup.panel_height)) {
        return;
    }
    order(client, ORDER_VOLUME, client->facts.volume);
    if (client->facts.status == PLAYER_WAITING) {
        log_info("a new player goes on with %s at %lld ms", client->clip.path,
                 (long long)client->facts.position);
        start_clip(client);
    }
    start_preroll(client);
}

static void hear_keeper(struct media_client *client) {
    struct keeper_news news;
    int fd;
    while (client->setup.control >= 0) {
        switch (protocol_receive(client->setup.control, &news, sizeof news, &fd)) {
        case PROTOCOL_NOTHING:
            return;
        case PROTOCOL_GONE:
            log_error("the keeper is gone: a player that ends will not come back");
            client->setup.control = -1;
            return;
        case PROTOCOL_MESSAGE:
            break;
        }
        if (news.type == NEWS_PLAYER && fd >= 0) {
            join(client, fd);
        } else if (news.type == NEWS_NO_PLAYER) {
            client->no_player = true;
            if (client->facts.status == PLAYER_WAITING) {
                fail(client, "there is no player");
            }
        }
    }
}

static void take_facts(struct media_client *client, const struct media_report *report) {
    struct player_facts *facts = &client->facts;
    if (report->clip != client->clip.number || !is_active(facts->status)) {
        return;
    }
    facts->width = report->width;
    facts->height = report->height;
    facts->duration = report->duration;
    if (!facts->has_picture) {
        facts->position = report->position;
    }
    client->changed = true;
    if (report->status == PLAYER_FAILED) {
        fail(client, "it is damaged, or no film");
    } else if (is_active(report->status)) {
        facts->status = report->status;
    }
}

static void look_at_picture(struct media_client *client) {
    struct clip *clip = &client->clip;
    enum ring_answer answer = link_look(&client->link);
    if (answer == RING_BROKEN) {
        lose(client, "writes nonsense into its shared memory");
    }
    if (answer != RING_NEWER) {
        return;
    }
    if (client->link.picture.clip != clip->number || !is_active(client->facts.status)) {
        client->facts.has_picture = false;
        return;
    }
    if (!clip->pictured) {
        clip->pictured = true;
        clip->started = clock_now();
    }
    client->serial++;
    client->facts.has_picture = true;
    client->facts.frames = clip->before + client->link.picture.serial;
    client->facts.position = client->link.picture.time / 1000;
    client->facts.width = client->link.picture.shown_width;
    client->facts.height = client->link.picture.shown_height;
    client->changed = true;
}

static void hear_player(struct media_client *client) {
    while (client->link.socket >= 0) {
        struct media_report report;
        switch (link_hear(&client->link, &report)) {
        case LINK_REPORT:
            if (report.type == REPORT_FACTS) {
                take_facts(client, &report);
            }
            break;
        case LINK_NOTHING:
            look_at_picture(client);
            return;
        case LINK_GONE:
            lose(client, "ended");
            return;
        case LINK_BROKEN:
            lose(client, "talks nonsense");
            return;
        }
    }
}

bool media_client_hear(struct media_client *client) {
    if (client->held) {
        client->missed = true;
        return false;
    }
    hear_keeper(client);
    hear_player(client);
    millis end = patience_ends(client);
    if (end >= 0 && clock_now() >= end) {
        lose(client, "does not answer any more");
    }
    rearm(client);
    bool changed = client->changed;
    client->changed = false;
    return changed;
}

bool media_client_take(struct media_client *client, struct media_picture *picture) {
    if (!client->facts.has_picture) {
        return false;
    }
    const struct ring_picture *from = &client->link.picture;
    struct ring_planes planes = ring_front(&client->link.ring, from);
    *picture = (struct media_picture){.width = from->width,
                                      .height = from->height,
                                      .shown_width = from->shown_width,
                                      .shown_height = from->shown_height,
                                      .full_range = from->full_range,
                                      .bt709 = from->bt709,
                                      .serial = client->serial};
    for (int i = 0; i < 3; i++) {
        picture->planes[i] = planes.planes[i];
        picture->pitches[i] = planes.pitches[i];
    }
    client->held = true;
    return true;
}

void media_client_release(struct media_client *client) {
    client->held = false;
    if (client->missed) {
        client->missed = false;
        client->setup.wake(client->setup.self);
    }
}

struct media_client *media_client_create(const struct media_client_setup *setup) {
    struct media_client *client = memory_alloc_zeroed(1, sizeof *client);
    client->setup = *setup;
    client->facts.volume = setup->volume;
    link_init(&client->link);
    client->watch = watch_create(setup->wake, setup->self);
    rearm(client);
    return client;
}

void media_client_destroy(struct media_client *client) {
    if (!client) {
        return;
    }
    watch_destroy(client->watch);
    link_end(&client->link);
    free(client->clip.path);
    free(client->preroll);
    free(client);
}
