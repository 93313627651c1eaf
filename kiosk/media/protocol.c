/* Sending and receiving fixed-size messages and descriptors. */
#include "media/protocol.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

/* Room for one descriptor, aligned as the kernel's header wants it. */
union control {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
};

/* Nobody to hear it: the sender learns that from its other sockets. */
static void send_byte(int socket, uint8_t byte) {
    ssize_t sent = send(socket, &byte, sizeof byte, MSG_DONTWAIT | MSG_NOSIGNAL);
    (void)sent;
}

void protocol_beat(int socket, millis patience) {
    send_byte(socket, (uint8_t)(patience / 100));
}

void protocol_want_player(int socket) {
    send_byte(socket, PROTOCOL_WANTS_PLAYER);
}

bool protocol_send(int socket, const void *message, size_t size, int fd) {
    char copy[sizeof(struct media_order) + sizeof(struct media_report)];
    if (size > sizeof copy) {
        return false;
    }
    memcpy(copy, message, size);
    struct iovec piece = {.iov_base = copy, .iov_len = size};
    struct msghdr header = {.msg_iov = &piece, .msg_iovlen = 1};
    union control control;
    memset(&control, 0, sizeof control);
    if (fd >= 0) {
        header.msg_control = control.bytes;
        header.msg_controllen = sizeof control.bytes;
        struct cmsghdr *rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof fd);
        memcpy(CMSG_DATA(rights), &fd, sizeof fd);
    }
    ssize_t sent;
    do {
        sent = sendmsg(socket, &header, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)size;
}

static int descriptor_in(struct msghdr *header) {
    int fd = -1;
    struct cmsghdr *rights = CMSG_FIRSTHDR(header);
    if (rights && rights->cmsg_level == SOL_SOCKET && rights->cmsg_type == SCM_RIGHTS &&
        rights->cmsg_len == CMSG_LEN(sizeof fd)) {
        memcpy(&fd, CMSG_DATA(rights), sizeof fd);
    }
    return fd;
}

enum protocol_answer protocol_receive(int socket, void *message, size_t size, int *fd) {
    struct iovec piece = {.iov_base = message, .iov_len = size};
    union control control;
    struct msghdr header = {.msg_iov = &piece,
                            .msg_iovlen = 1,
                            .msg_control = control.bytes,
                            .msg_controllen = sizeof control.bytes};
    *fd = -1;
    ssize_t length;
    do {
        length = recvmsg(socket, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    } while (length < 0 && errno == EINTR);
    if (length < 0) {
        return errno == EAGAIN || errno == EWOULDBLOCK ? PROTOCOL_NOTHING : PROTOCOL_GONE;
    }
    *fd = descriptor_in(&header);
    if (length == (ssize_t)size && !(header.msg_flags & MSG_TRUNC)) {
        return PROTOCOL_MESSAGE;
    }
    if (*fd >= 0) {
        close(*fd);
        *fd = -1;
    }
    return PROTOCOL_GONE;
}
