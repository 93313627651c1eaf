"""Real fingers: Xorg on its dummy video driver, with a touch panel that its inputtest driver feeds
from a socket. Messages are as inputtest(4) and xf86-input-inputtest-protocol.h describe them."""

import os
import pathlib
import shutil
import socket
import struct
import subprocess
import time

from whole import Display, Stopped, read_display, until

XORG = "/usr/lib/xorg/Xorg"
MODULES = pathlib.Path("/usr/lib/xorg/modules")
CONTACTS = 10  # what the panel tells apart

CONFIG = """
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "DontVTSwitch" "true"
    Option "BlankTime" "0"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "panel"
    HorizSync 1-1000
    VertRefresh 1-1000
    Modeline "only" 60 {width} {h1} {h2} {h3} {height} {v1} {v2} {v3}
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "panel"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "only"
        Virtual {width} {height}
    EndSubSection
EndSection
Section "InputDevice"
    Identifier "fingers"
    Driver "inputtest"
    Option "SocketPath" "{socket}"
    Option "DeviceType" "Touch"
    Option "TouchCount" "{contacts}"
EndSection
Section "ServerLayout"
    Identifier "layout"
    Screen "screen"
    InputDevice "fingers" "SendCoreEvents"
EndSection
"""


def write_config(path, socket_path, width, height):
    lines = {"h1": width + 32, "h2": width + 64, "h3": width + 128}
    lines |= {"v1": height + 3, "v2": height + 8, "v3": height + 16}
    path.write_text(
        CONFIG.format(width=width, height=height, socket=socket_path, contacts=CONTACTS, **lines)
    )


class Fingers:
    """The panel's contacts, each with a number of its own. Places are logical pixels."""

    VERSION, WAIT_FOR_SYNC, TOUCH = 0, 1, 6
    BEGIN, UPDATE, END = 18, 19, 20  # XI_TouchBegin and after
    AXIS_MOST = 0xFFFF
    AXES = 64

    def __init__(self, path, display):
        self.display = display
        self.places = {}
        self.link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.link.settimeout(20)
        self.link.connect(str(path))
        self.send(struct.pack("@IIHH", 12, self.VERSION, 1, 1))
        self.receive(12)

    def send(self, message):
        self.link.sendall(message)

    def receive(self, size):
        answer = self.link.recv(size, socket.MSG_WAITALL)
        if len(answer) != size:
            raise Stopped("the inputtest driver answers")

    def sync(self):
        """Returns when the server has worked off all that was sent."""
        self.send(struct.pack("@II", 8, self.WAIT_FOR_SYNC))
        self.receive(8)

    def touch(self, finger, kind, place):
        x = place[0] * self.display.scale / self.display.width * self.AXIS_MOST
        y = place[1] * self.display.scale / self.display.height * self.AXIS_MOST
        rest = [0.0] * (self.AXES - 2)
        body = struct.pack(
            f"@II I8s{self.AXES}d{self.AXES}d", finger, kind, 0, b"\3", x, y, *rest, x, y, *rest
        )
        self.send(struct.pack("@II", 8 + len(body), self.TOUCH) + body)

    def down(self, finger, place):
        self.places[finger] = place
        self.touch(finger, self.BEGIN, place)
        self.sync()

    def down_at_once(self, places):
        """Contacts 1, 2, … in one message, as a palm comes down."""
        for finger, place in enumerate(places, 1):
            self.places[finger] = place
            self.touch(finger, self.BEGIN, place)
        self.sync()

    def move(self, finger, place):
        self.places[finger] = place
        self.touch(finger, self.UPDATE, place)
        self.sync()

    def up(self, finger):
        self.touch(finger, self.END, self.places.pop(finger))
        self.sync()

    def slide(self, ways, steps=12, pause=0.02):
        """Moves several fingers at once along straight lines: finger -> where it ends."""
        begin = {finger: self.places[finger] for finger in ways}
        for step in range(1, steps + 1):
            for finger, end in ways.items():
                x, y = begin[finger]
                part = step / steps
                self.move(finger, (x + (end[0] - x) * part, y + (end[1] - y) * part))
            time.sleep(pause)

    def tap(self, place, finger=1):
        self.down(finger, place)
        time.sleep(0.05)
        self.up(finger)


def panel(bench, width=960, height=540):
    """A display with a touch panel: (display, fingers)."""
    for module in (MODULES / "drivers/dummy_drv.so", MODULES / "input/inputtest_drv.so"):
        bench.need(f"{module.name} is installed", module.exists())
    config, path = bench.directory / "xorg.conf", bench.directory / "fingers"
    write_config(config, path, width, height)
    read_end, write_end = os.pipe()
    server = bench.start(
        [shutil.which("Xorg") or XORG, "-displayfd", write_end, "-config", config]
        + ["-configdir", bench.directory / "none", "-logfile", bench.directory / "xorg.log"]
        + ["-noreset", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    name = read_display(read_end, server)
    log = bench.directory / "xorg.log"
    said = log.read_text(errors="replace")[-3000:] if log.exists() else ""
    bench.need("Xorg opens a display with its dummy driver", name, said)
    bench.need("its inputtest driver listens", until(path.exists), said)
    display = Display(bench, name, width, height)
    return display, Fingers(path, display)
