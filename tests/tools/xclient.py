"""Another program on the same display: it asks windows to close, drops files on them, kills them.
It speaks through Xlib, which is there wherever the exhibit is."""

import ctypes
import time

from whole import Stopped

ATOM, CARDINAL_BITS = 4, 8
REPLACE = 0
CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31
XDND_VERSION = 5

Id = ctypes.c_ulong


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", Id),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", Id),
        ("message_type", Id),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    ]


class SelectionRequest(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", Id),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("owner", Id),
        ("requestor", Id),
        ("selection", Id),
        ("target", Id),
        ("property", Id),
        ("time", Id),
    ]


class SelectionNotify(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", Id),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("requestor", Id),
        ("selection", Id),
        ("target", Id),
        ("property", Id),
        ("time", Id),
    ]


class Event(ctypes.Union):
    _fields_ = [
        ("type", ctypes.c_int),
        ("message", ClientMessage),
        ("request", SelectionRequest),
        ("notify", SelectionNotify),
        ("pad", ctypes.c_long * 24),
    ]


class Client:
    """A connection to the display, and a window of its own to speak from."""

    def __init__(self, display):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XInternAtom.restype = Id
        self.x.XDefaultRootWindow.restype = Id
        self.x.XCreateSimpleWindow.restype = Id
        self.link = ctypes.c_void_p(self.x.XOpenDisplay(display.name.encode()))
        if not self.link:
            raise Stopped("a second connection to the display")
        self.root = Id(self.x.XDefaultRootWindow(self.link))
        self.own = Id(
            self.x.XCreateSimpleWindow(self.link, self.root, 0, 0, 1, 1, 0, Id(0), Id(0))
        )

    def atom(self, name):
        return self.x.XInternAtom(self.link, name.encode(), 0)

    def flush(self):
        self.x.XSync(self.link, 0)

    def tell(self, window, kind, *data):
        """A client message."""
        event = Event()
        event.message.type = CLIENT_MESSAGE
        event.message.window = window
        event.message.message_type = self.atom(kind)
        event.message.format = 32
        event.message.data[: len(data)] = data
        self.x.XSendEvent(self.link, Id(window), 0, ctypes.c_long(0), ctypes.byref(event))
        self.flush()

    def ask_to_close(self, window):
        """As a window manager's close button does."""
        self.tell(window, "WM_PROTOCOLS", self.atom("WM_DELETE_WINDOW"), 0)

    def kill(self, window):
        """As xkill does: cuts the connection of the window's program."""
        self.x.XKillClient(self.link, Id(window))
        self.flush()

    def answer_request(self, event, path):
        """Hands the dropped file's address to whoever asks for it."""
        asked = event.request
        text = f"file://{path}\r\n".encode()
        self.x.XChangeProperty(
            self.link, Id(asked.requestor), Id(asked.property), Id(asked.target), CARDINAL_BITS,
            REPLACE, text, len(text),
        )  # fmt: skip
        reply = Event()
        reply.notify.type = SELECTION_NOTIFY
        for field in ("requestor", "selection", "target", "property", "time"):
            setattr(reply.notify, field, getattr(asked, field))
        self.x.XSendEvent(
            self.link, Id(asked.requestor), 0, ctypes.c_long(0), ctypes.byref(reply)
        )
        self.flush()

    def drop(self, window, path, patience=1.0):
        """Drags a file onto the window and lets go. Returns whether it was asked for."""
        selection = self.atom("XdndSelection")
        self.x.XSetSelectionOwner(self.link, Id(selection), self.own, Id(0))
        own, uris = self.own.value, self.atom("text/uri-list")
        place = 200 << 16 | 200
        self.tell(window, "XdndEnter", own, XDND_VERSION << 24, uris)
        self.tell(window, "XdndPosition", own, 0, place, 0, self.atom("XdndActionCopy"))
        self.tell(window, "XdndDrop", own, 0, 0)
        end = time.monotonic() + patience
        event = Event()
        while time.monotonic() < end:
            while self.x.XPending(self.link):
                self.x.XNextEvent(self.link, ctypes.byref(event))
                if event.type == SELECTION_REQUEST:
                    self.answer_request(event, path)
                    return True
            time.sleep(0.02)
        return False
