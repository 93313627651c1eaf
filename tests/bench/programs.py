"""The bench's rows of whole programs: each generator yields readings, ours and a peer's in turn."""

import dataclasses
import functools
import itertools
import os
import pathlib
import resource
import shutil
import subprocess
import time

import whole

FILM_SCENE = "personal/passwords"
FILM = whole.ROOT / "assets/video/passwords.mp4"
FILM_SECONDS = 8
IDLE_SECONDS = 12
STARTS = 7
FULL_HD = ("--window", "1920x1080")


class Unavailable(Exception):
    """What a row is measured against is not on this machine."""


def chinese_font():
    """The file of the font that the bare program opens."""
    found = subprocess.run(["fc-match", "-f", "%{file}", "Noto Sans CJK SC"], capture_output=True, text=True, check=True)
    return found.stdout


def family(process):
    """A process and its children's ids: the exhibit is a keeper, a screen and a player."""
    children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(int(child) for child in children)]


def megabytes(processes):
    """What they hold of the memory, shared pages by their share."""
    kilobytes = 0
    for process in processes:
        for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def preloaded(test):
    """What a program is started with to tell of its frames, and the file where it does."""
    told = test.directory / "presents"
    told.unlink(missing_ok=True)
    return {"LD_PRELOAD": str(whole.BUILD / "bench/presents.so"), "PRESENTS": str(told)}, told


@dataclasses.dataclass
class Presents:
    """What presents.c tells: moments of the start in nanoseconds, and the number of frames so far."""

    begun: int
    opened: int
    fonts: int
    drawn: int
    presented: int
    frames: int


def presents(told):
    """None before the first frame."""
    words = told.read_text().split() if told.exists() else []
    return Presents(*map(int, words)) if len(words) == 6 else None


def first_frame(test, command, environment):
    """The moment of a program's start, what it told of it when there was a frame, and the program."""
    preload, told = preloaded(test)
    begun = time.monotonic_ns()
    process = test.start(
        command, cwd=whole.ROOT, env=environment | preload, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    first = whole.until(lambda: presents(told), pause=0.002)
    if not first:
        raise Unavailable("no first frame came")
    return begun, first, process


def end(process):
    """Ends a program that was started, and waits for it."""
    process.terminate()
    process.wait()


def our_environment(display):
    """One that was on before, with the shipped exhibition and no other: what was learned of its
    pictures and films is there."""
    state = display.bench.directory / "shipped"
    whole.warm(state, None)
    return display.environment | {"XDG_STATE_HOME": str(state)}


def our_command():
    return [whole.KIOSK, "run", *FULL_HD]


def bare_command():
    return [whole.BUILD / "bench/bare", chinese_font()]


@functools.cache
def starts(display):
    """Milliseconds of some starts: those of each of our steps, and those of a bare program."""
    ours = our_environment(display)
    seen = []
    for _ in range(STARTS):
        begun, told, process = first_frame(display.bench, our_command(), ours)
        end(process)
        bare_begun, bare, process = first_frame(display.bench, bare_command(), display.environment)
        end(process)
        in_order = [begun, told.begun, told.opened, told.fonts, told.drawn, told.presented]
        moments = list(itertools.accumulate(in_order, max))  # fonts may be there before the display
        steps = [(after - before) / 1e6 for before, after in zip(moments, moments[1:])]
        seen.append((steps, (bare.presented - bare_begun) / 1e6))
    return seen


def start(display):
    for steps, bare in starts(display):
        yield sum(steps), bare


def start_step(display, index):
    for steps, _ in starts(display):
        yield steps[index], sum(steps)


def start_linking(display):
    return start_step(display, 0)


def start_display(display):
    return start_step(display, 1)


def start_fonts(display):
    return start_step(display, 2)


def start_drawing(display):
    return start_step(display, 3)


def start_presenting(display):
    return start_step(display, 4)


def memory(display):
    held = []
    for command in (our_command(), bare_command()):
        _, _, process = first_frame(display.bench, command, our_environment(display))
        time.sleep(3)
        held.append(megabytes(family(process.pid)))
        end(process)
    yield tuple(held)


def memory_toured(display):
    """The tour shows every scene in its states; what it holds most is told."""
    process = display.bench.start(
        [*our_command(), "--tour", display.bench.directory / "tour"],
        cwd=whole.ROOT,
        env=our_environment(display),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    most = 0
    while process.poll() is None:
        time.sleep(1)
        try:
            most = max(most, megabytes(family(process.pid)))
        except (OSError, ValueError):
            break  # it ended meanwhile
    process.wait()
    _, _, bare = first_frame(display.bench, bare_command(), display.environment)
    time.sleep(1)
    held = megabytes([bare.pid])
    end(bare)
    yield most, held


@functools.cache
def at_rest(display, scene, paused=False):
    """Percent of a core and wake-ups a second of a scene that nobody touches."""
    exhibit = whole.Exhibit(display, *FULL_HD, *(("--scene", scene) if scene else ()))
    if paused:
        exhibit.look_for(lambda view: (view.player("frames") or 0) > 10)
        exhibit.tap("play.0")
        exhibit.look_for(lambda view: view.has("resume.0"))
    elif scene:
        exhibit.look_at_rest()
    time.sleep(6)
    processes = family(exhibit.process.pid)
    used, woken = whole.processor_seconds(processes), whole.wakeups(processes)
    time.sleep(IDLE_SECONDS)
    used, woken = whole.processor_seconds(processes) - used, whole.wakeups(processes) - woken
    exhibit.close()
    return 100 * used / IDLE_SECONDS, woken / IDLE_SECONDS


def idle_attract(display):
    yield at_rest(display, None)[0], None


def wakeups_attract(display):
    yield at_rest(display, None)[1], None


def idle_article(display):
    yield at_rest(display, whole.scene_of_kind("article"))[0], None


def wakeups_article(display):
    yield at_rest(display, whole.scene_of_kind("article"))[1], None


def idle_paused(display):
    yield at_rest(display, FILM_SCENE, paused=True)[0], None


def wakeups_paused(display):
    yield at_rest(display, FILM_SCENE, paused=True)[1], None


@dataclasses.dataclass(frozen=True)
class Film:
    """One that is measured: made from the shipped one by ffmpeg, unless it is that."""

    width: int
    height: int
    rate: int
    filter: str = ""


FILM_30 = Film(1920, 1080, 30)
# A mark that moves in every picture, for one that is the same as the last is not drawn.
MARK = "color=white:size=32x32:rate=60[mark];[film][mark]overlay=x='mod(n*16,W-w)':y=H-h:shortest=1"
MARKED_30 = Film(1920, 1080, 30, f"null[film];{MARK}")
FILM_60 = Film(1920, 1080, 60, f"setpts=PTS/2[film];{MARK}")
FILM_4K = Film(3840, 2160, 30, f"scale=3840:2160[film];{MARK}")


@functools.cache
def film_file(test, film):
    """The film's file, encoded as the shipped ones are."""
    if not film.filter:
        return FILM
    path = test.directory / f"film-{film.height}-{film.rate}.mp4"
    options = ["-vf", film.filter, "-r", film.rate, "-t", FILM_SECONDS + 8, "-c:v", "libx264", "-preset", "veryfast"]
    options += ["-g", film.rate // 2, "-bf", 0, "-pix_fmt", "yuv420p", "-an"]
    command = ["ffmpeg", "-v", "error", "-i", FILM, *options, path]
    subprocess.run([str(word) for word in command], check=True)
    return path


@functools.cache
def exhibition_with(test, film):
    """An exhibition in whose first film scene this film plays; None for the shipped one."""
    if not film.filter:
        return None
    content = whole.copy_content(test.directory / f"content-{film.height}-{film.rate}")
    shutil.copyfile(film_file(test, film), content / FILM.relative_to(whole.ROOT))
    return content


@functools.cache
def our_film(display, film):
    """Processor seconds of so many seconds of the film, and the frames that were drawn in them."""
    large = film.height > display.height
    screen = whole.virtual_display(display.bench, film.width, film.height) if large else display
    content = exhibition_with(display.bench, film)
    preload, told = preloaded(display.bench)
    screen = whole.Display(display.bench, screen.name, film.width, film.height)
    screen.environment |= preload
    exhibit = whole.Exhibit(
        screen, "--window", f"{film.width}x{film.height}", "--scene", FILM_SCENE, content=content
    )
    exhibit.look_for(lambda view: (view.player("frames") or 0) > 3 * film.rate)
    processes = family(exhibit.process.pid)
    used, drawn = whole.processor_seconds(processes), presents(told).frames
    time.sleep(FILM_SECONDS)
    used, drawn = whole.processor_seconds(processes) - used, presents(told).frames - drawn
    exhibit.close()
    return used, drawn


def drawn(display, film):
    yield our_film(display, film)[1], FILM_SECONDS * film.rate


def drawn_30(display):
    return drawn(display, MARKED_30)


def drawn_60(display):
    return drawn(display, FILM_60)


def drawn_4k(display):
    return drawn(display, FILM_4K)


def run_peer(display, command):
    """Processor seconds of a program that plays so much of the film and ends by itself."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [str(word) for word in command],
        env=display.environment | {"HOME": str(display.bench.directory)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def need(program):
    if not shutil.which(program):
        raise Unavailable(f"{program} is not installed: make bench-install")


def decoded(display, film):
    path = film_file(display.bench, film)
    command = ["ffmpeg", "-v", "error", "-threads", 1, "-t", FILM_SECONDS, "-i", path, "-map", "0:v", "-f", "null", "-"]
    yield our_film(display, film)[0], run_peer(display, command)


def video_decode(display):
    return decoded(display, FILM_30)


def video_decode_60(display):
    return decoded(display, FILM_60)


def video_decode_4k(display):
    return decoded(display, FILM_4K)


def video_mpv(display):
    need("mpv")
    options = ["--no-config", "--really-quiet", "--vo=x11", "--ao=null", "--hwdec=no", "--fs"]
    yield our_film(display, FILM_30)[0], run_peer(display, ["mpv", *options, f"--length={FILM_SECONDS}", FILM])


def video_vlc(display):
    need("vlc")
    options = ["-I", "dummy", "--no-audio", "--vout", "xcb_x11", "--fullscreen", "--play-and-exit"]
    command = ["vlc", *options, f"--run-time={FILM_SECONDS}", FILM]
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        os.chmod(display.bench.directory, 0o777)
    yield our_film(display, FILM_30)[0], run_peer(display, command)
