#include "player/confine.h"
void confine(void) {
}
