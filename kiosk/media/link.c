/* The link: one player process as the client is joined to it. */
#include "media/link.h"

#include "base/log.h"
#include "media/player.h"

#include <unistd.h>

enum { TIME_MOST = 1000 * 60 * 60 * 24 }; /* ms: no film of an exhibition takes a day */

void link_init(struct link *link) {
    *link = (struct link){.socket = -1, .ring = {.fd = -1}};
}

bool link_join(struct link *link, int socket, int width, int height) {
    link_end(link);
    link->socket = socket;
    link->last_word = clock_now();
    if (ring_create(&link->ring, width, height)) {
        struct media_order order = {
            .type = ORDER_RING, .width = link->ring.width, .height = link->ring.height};
        if (link_order(link, &order, link->ring.fd)) {
            return true;
        }
        log_warning("the new player does not listen");
    }
    link_end(link);
    return false;
}

void link_end(struct link *link) {
    if (link->socket >= 0) {
        close(link->socket);
    }
    ring_finish(&link->ring);
    link_init(link);
}

bool link_order(struct link *link, const struct media_order *order, int fd) {
    if (link->asked <= link->last_word) {
        link->asked = clock_now();
    }
    return link->socket >= 0 && protocol_send(link->socket, order, sizeof *order, fd);
}

static bool time_is(int64_t time) {
    return time >= 0 && time <= TIME_MOST;
}

static bool side_is(int32_t side) {
    return side >= 0 && side <= RING_SHOWN_MOST;
}

static bool report_is_sound(const struct media_report *report) {
    return report->type >= REPORT_BEAT && report->type <= REPORT_FACTS &&
           report->status <= PLAYER_FAILED && time_is(report->position) &&
           time_is(report->duration) && side_is(report->width) && side_is(report->height);
}

enum link_answer link_hear(struct link *link, struct media_report *report) {
    int fd;
    enum protocol_answer answer = protocol_receive(link->socket, report, sizeof *report, &fd);
    if (fd >= 0) {
        close(fd);
        return LINK_BROKEN;
    }
    if (answer != PROTOCOL_MESSAGE) {
        return answer == PROTOCOL_GONE ? LINK_GONE : LINK_NOTHING;
    }
    link->last_word = clock_now();
    return report_is_sound(report) ? LINK_REPORT : LINK_BROKEN;
}

enum ring_answer link_look(struct link *link) {
    return link->ring.shared ? ring_take(&link->ring, &link->picture) : RING_SAME;
}
