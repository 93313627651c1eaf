/* Finds the command and calls it. */
#include "commands/commands.h"

int main(int argc, char **argv) {
    return commands_main(argc, argv);
}
