/* Confinement: what a player that a damaged film has taken over may still do: very little. */
#ifndef PLAYER_CONFINE_H
#define PLAYER_CONFINE_H

/* Gives up, for this process and for good: new privileges, every file but the system's libraries,
   settings and sound devices (Landlock), and every system call that playing does not need
   (seccomp: the call fails with EPERM and is logged once). After libvlc_new, before the first
   film. What the kernel cannot do is left out with a line in the log. */
void confine(void);

#endif
