/* The modules: this program's own plugins for libvlc, linked in. */
#include "player/modules.h"

/* Linked in, the entry has the plugin's name in it. */
#undef __PLUGIN__
#define MODULE_NAME kiosk
#define MODULE_STRING MODULES_DISPLAY
#include <vlc_plugin.h>

/* Above the score of every decoder: the tap is asked first. */
enum { TAP_SCORE = 1000000 };

// clang-format off
vlc_module_begin()
    set_shortname("kiosk")
    set_description("shared memory of the exhibit's screen")
    set_category(CAT_VIDEO)
    set_subcategory(SUBCAT_VIDEO_VOUT)
    set_capability("vout display", 0)
    set_callbacks(display_open, display_close)
    add_submodule()
    set_description("stamps of the exhibit's pictures")
    set_category(CAT_INPUT)
    set_subcategory(SUBCAT_INPUT_VCODEC)
    set_capability("video decoder", TAP_SCORE)
    set_callbacks(tap_open, tap_close)
vlc_module_end()
    // clang-format on

    /* libvlccore looks for this name in the program (src/modules/bank.c). */
    typedef int (*module_entry)(vlc_set_cb, void *);
extern const module_entry vlc_static_modules[];
const module_entry vlc_static_modules[] = {vlc_entry__kiosk, NULL};
