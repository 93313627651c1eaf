"""What the whole-program tests share: a count, processes that end with the test, displays, and
the running exhibit as a visitor and an engineer see it. A test waits for conditions, never for times."""

import contextlib
import ctypes
import fcntl
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

from ruamel.yaml import YAML

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / os.environ.get("BUILD", "build")
KIOSK = BUILD / "kiosk"
PATIENCE = 20  # seconds, on a machine that is busy with other things
SHORT_SIDE = 1080  # logical pixels
PR_SET_PDEATHSIG = 1


def until(condition, patience=PATIENCE, pause=0.03):
    """The condition's first true value; its last value when patience is at an end."""
    end = time.monotonic() + patience
    while True:
        value = condition()
        if value or time.monotonic() > end:
            return value
        time.sleep(pause)


class Stopped(Exception):
    """The test cannot go on."""


class Bench:
    """One test program: its checks, its directory, and all that it started."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-test-"))
        self.processes = []

    def check(self, what, good, said=""):
        """Counts one check and says which one failed. Returns whether it was good."""
        if good:
            self.passed += 1
            print("ok    ", what)
        else:
            self.failed += 1
            print("FAILED", what, f"\n{said}" if said else "")
        sys.stdout.flush()
        return good

    def need(self, what, good, said=""):
        """A check without which the rest makes no sense."""
        if not good:
            raise Stopped(f"{what}\n{said}")
        self.check(what, good)

    def start(self, command, **options):
        """A process that ends with the test, however that ends."""
        libc = ctypes.CDLL(None)
        process = subprocess.Popen(
            [str(word) for word in command],
            preexec_fn=lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL),
            **options,
        )
        self.processes.append(process)
        return process

    def end(self):
        """Ends what was started, newest first, and removes the directory."""
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)


@contextlib.contextmanager
def bench():
    """Runs one test program: cleans up, counts a crash as a failure, and exits with the count."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    this = Bench()
    try:
        yield this
    except Stopped as reason:
        this.failed += 1
        print(f"FAILED {reason}\nThe test cannot go on without it.")
    except Exception:
        this.failed += 1
        traceback.print_exc(file=sys.stdout)
    finally:
        this.end()
    print(f"{this.passed} passed, {this.failed} failed")
    sys.exit(1 if this.failed or not this.passed else 0)


def clean_environment(**more):
    """This environment without displays and without a language of its own."""
    others = {"DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "LC_ALL"}
    return {k: v for k, v in os.environ.items() if k not in others} | {"LANG": "C"} | more


class Display:
    """An X server that the test started: `name` is for DISPLAY."""

    def __init__(self, bench, name, width, height):
        self.bench = bench
        self.name = name
        self.width = width
        self.height = height
        self.scale = min(width, height) / SHORT_SIDE
        self.environment = clean_environment(DISPLAY=name, SDL_VIDEODRIVER="x11")

    def xdotool(self, *words):
        command = ["xdotool", *(str(word) for word in words)]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        return done.stdout.strip()

    def picture(self):
        """What is on the screen: three bytes a pixel."""
        return subprocess.run(
            ["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"],
            env=self.environment,
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        ).stdout

    def still(self):
        """A picture that is the same twice: nothing moves any more."""
        last = None

        def same():
            nonlocal last
            before, last = last, self.picture()
            return last if last == before else None

        return until(same)


def read_display(read_end, server):
    """The name of the display whose number an X server writes when it is ready (-displayfd)."""
    number = b""
    while not number.endswith(b"\n") and select.select([read_end], [], [], PATIENCE)[0]:
        piece = os.read(read_end, 16)
        if not piece:
            break
        number += piece
    os.close(read_end)
    number = number.decode().strip()
    return f":{number}" if number and server.poll() is None else None


def virtual_display(bench, width=960, height=540):
    """A display without a screen, by Xvfb."""
    read_end, write_end = os.pipe()
    server = bench.start(
        ["Xvfb", "-displayfd", write_end, "-screen", "0", f"{width}x{height}x24"]
        + ["-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    name = read_display(read_end, server)
    bench.need("Xvfb opens a display", name)
    return Display(bench, name, width, height)


class Element:
    """One line of the exhibit's answer to SIGUSR1, in logical pixels."""

    def __init__(self, words):
        self.name, self.role, x, y, w, h, flags, *label = words.split(" ", 8)[1:]
        self.place = tuple(float(number) for number in (x, y, w, h))
        self.flags = set(flags.split(",")) - {"-"}
        self.label = label[0].strip() if label else ""
        self.middle = (self.place[0] + self.place[2] / 2, self.place[1] + self.place[3] / 2)


class View:
    """Everything that the exhibit says is on the screen."""

    def __init__(self, lines):
        self.lines = lines
        self.facts = dict((line.split(" ", 1) + [""])[:2] for line in lines)
        self.scene = self.facts.get("scene")
        self.language = self.facts.get("language")
        elements = [Element(line) for line in lines if line.startswith("element ")]
        self.elements = {element.name: element for element in elements}

    def has(self, name):
        element = self.elements.get(name)
        return element is not None and "disabled" not in element.flags

    def player(self, word):
        """A number of the player's line: "frames", "volume", "at" or "of"."""
        found = re.search(rf"\b{word} (-?\d+)", self.facts.get("player", ""))
        return int(found.group(1)) if found else None

    def __str__(self):
        return "\n".join(self.lines)


def warm(state, content):
    """Gives a new state directory what the program has learned of the shipped pictures and films,
    as a machine that was on before has it; `content` is a copy of the exhibition, or None."""
    learned = BUILD / "warm" / "kiosk" / "probed"
    learned.parent.mkdir(parents=True, exist_ok=True)
    with open(BUILD / "warm" / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(
            [KIOSK, "check"],
            cwd=ROOT,
            env=clean_environment(XDG_STATE_HOME=str(BUILD / "warm")),
            capture_output=True,
        )
        words = learned.read_text()
    if content:
        words += words.replace(" ./assets/", f" {content}/assets/")
    own = state / "kiosk" / "probed"
    if not own.exists():
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(words)


class Exhibit:
    """`kiosk run` on a display; `program` may be another one than the one built."""

    def __init__(self, display, *options, content=None, program=(KIOSK,), directory=ROOT):
        self.display = display
        self.bench = display.bench
        self.log = self.bench.directory / f"log-{len(self.bench.processes)}"
        state = self.bench.directory / "state"
        warm(state, content)
        content = ["--content", content] if content else []
        with open(self.log, "wb") as log:
            self.process = self.bench.start(
                [*program, "run", *content, *options],
                cwd=directory,
                env=display.environment | {"XDG_STATE_HOME": str(state)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        if not self.wait_log("^scene "):
            raise Stopped(f"{program[-1]} run shows a scene:\n{self.log.read_text()}")

    def lines(self, since=0):
        """The log's whole lines, without their priorities."""
        text = self.log.read_text(errors="replace")
        whole = text[: text.rfind("\n") + 1].splitlines()
        return [re.sub(r"^<\d>", "", line) for line in whole[since:]]

    def mark(self):
        """A place in the log for wait_log."""
        return len(self.lines())

    def wait_log(self, pattern, since=0, patience=PATIENCE):
        """Waits for a line; returns it, or None."""
        find = re.compile(pattern).search
        return until(
            lambda: next((line for line in self.lines(since) if find(line)), None), patience
        )

    def wait_scene(self, scene, since=0):
        return self.wait_log(rf"^scene {re.escape(scene)}$", since)

    def look(self):
        """Asks what is on the screen. None if there is no answer."""
        mark = self.mark()
        self.process.send_signal(signal.SIGUSR1)
        if not self.wait_log(r"^shown \d+ elements$", mark):
            return None
        lines = self.lines(mark)
        end = next(i for i, line in enumerate(lines) if line.startswith("shown "))
        first = max((i for i in range(end) if lines[i].startswith("scene ")), default=0)
        return View(lines[first:end])

    def look_for(self, condition, patience=PATIENCE):
        """Looks until the condition holds for what is there; returns the view, or None."""

        def seen():
            view = self.look()
            return view if view and condition(view) else None

        return until(seen, patience, 0.05)

    def look_at_rest(self, condition=lambda view: True):
        """The view when nothing moves any more and the condition holds, or None."""
        last = None

        def rests(view):
            nonlocal last
            now = (view.scene, {n: e.place for n, e in view.elements.items()})
            same = now == last and view.facts.get("transition", "").startswith("0 ")
            last = now
            return same and condition(view)

        return self.look_for(rests)

    def point(self, place):
        """A logical place in the screen's pixels."""
        return [round(number * self.display.scale) for number in place]

    def click(self, place):
        self.display.xdotool("mousemove", *self.point(place), "click", 1)

    def tap(self, name):
        """Clicks an element in its middle once it is there and rests; returns a mark made before."""
        view = self.look_at_rest(lambda view: view.has(name))
        if not view:
            now = self.look()
            raise Stopped(f"{name} on the screen, where there is only:\n{now}")
        mark = self.mark()
        self.click(view.elements[name].middle)
        return mark

    def children(self):
        """Process ids by name: "kiosk" is the screen, "kiosk-player" the player."""
        found = {}
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (process / "stat").read_text()
                name = words[words.index("(") + 1 : words.rindex(")")]
                state, parent = words[words.rindex(")") + 2 :].split()[:2]
                if int(parent) == self.process.pid and state != "Z":
                    found[name] = int(process.name)
        return found

    def close(self, patience=PATIENCE):
        """SIGTERM. Returns the exit code, or None if it did not end."""
        self.process.terminate()
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            return None


def processor_seconds(processes):
    """The time that their threads were on a processor: a busy machine does not stretch it."""
    used = 0
    for process in processes:
        for account in pathlib.Path(f"/proc/{process}/task").glob("*/schedstat"):
            used += int(account.read_text().split()[0]) / 1e9
    return used


def wakeups(processes):
    """How often their threads gave up the processor by themselves."""
    count = 0
    for process in processes:
        for status in pathlib.Path(f"/proc/{process}/task").glob("*/status"):
            for line in status.read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    count += int(line.split()[1])
    return count


def read_scene(path):
    """A file of the shipped exhibition, below scenes/."""
    return YAML(typ="safe").load(ROOT / "scenes" / path)


def scene_of_kind(kind):
    """The first scene of a kind in the shipped exhibition, as "zone/name", in the hall's order."""
    for zone in read_scene("hall.yaml")["zones"]:
        for name in read_scene(f"{zone}/zone.yaml")["scenes"]:
            if read_scene(f"{zone}/{name}.yaml")["kind"] == kind:
                return f"{zone}/{name}"
    raise Stopped(f"a scene of the kind {kind}")


def cards_to(scene):
    """The cards that lead from the hall to a shipped scene: (zone, card), (scene, card)."""
    zone, name = scene.split("/")
    hall = read_scene("hall.yaml")["zones"].index(zone)
    card = read_scene(f"{zone}/zone.yaml")["scenes"].index(name)
    return ((zone, f"card.{hall}"), (scene, f"card.{card}"))


def copy_content(directory):
    """A copy of the exhibition that a test may write to."""
    for folder in ("scenes", "assets"):
        shutil.copytree(ROOT / folder, directory / folder)
    return directory


def flat(picture):
    """Whether a picture is all of one colour, as a black frame is."""
    return picture == picture[:3] * (len(picture) // 3)
