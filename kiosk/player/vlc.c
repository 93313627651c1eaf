/* Starting libvlc with the arguments that suit memory output. */
#include "player/vlc.h"

#include "base/log.h"
#include "player/modules.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static bool any_file(const char *pattern) {
    glob_t found;
    bool any = glob(pattern, 0, NULL, &found) == 0;
    globfree(&found);
    return any;
}

/* A playback device of ALSA, or a sound server's socket. */
static bool has_sound(void) {
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    char server[256];
    (void)snprintf(server, sizeof server, "%s/pulse/native", runtime ? runtime : "/run");
    return getenv("PULSE_SERVER") || access(server, F_OK) == 0 || any_file("/dev/snd/pcmC*D*p");
}

libvlc_instance_t *vlc_start(bool silent) {
    const char *arguments[] = {
        "--no-xlib",
        "--quiet",
        "--no-video-title-show",
        "--no-osd",
        "--no-snapshot-preview",
        "--no-spu",
        "--text-renderer=tdummy",
        "--no-sub-autodetect-file",
        "--no-metadata-network-access",
        "--no-stats",
        "--file-caching=0",
        "--avcodec-hw=none", /* whatever else of vlc is installed: no display is looked for */
        "--no-disable-screensaver",          /* and nothing is started */
        "--audio-resampler=speex_resampler", /* the usual one takes four times as long */
        "--clock-jitter=0", /* else libvlc throws away what it has, key frames too, when it is late
                             */
        "--no-drop-late-frames", /* a busy machine shows pictures late, never none */
        "--no-avcodec-hurry-up", /* nor broken ones, whose references were skipped */
        ("--vout=" MODULES_DISPLAY),
        "--aout=adummy", /* last: left out where there is sound */
    };
    int count = (int)(sizeof arguments / sizeof arguments[0]);
    libvlc_instance_t *vlc = libvlc_new(silent || !has_sound() ? count : count - 1, arguments);
    if (!vlc) {
        log_error("libvlc does not start: are libvlc5 and vlc-plugin-base installed?");
    }
    return vlc;
}
