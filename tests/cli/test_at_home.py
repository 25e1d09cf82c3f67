"""The chat in the terminal as a process of its own: through pipes, and at a terminal with keys and Ctrl-C."""

import contextlib
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEYS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PATIENCE = 60.0

# Only whose terminal it is hears Ctrl-C from it.
OWN_TERMINAL = """
import fcntl, os, signal, sys, termios
os.setsid()
signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell has its background jobs not hear it
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with nothing configured, on a machine in Prague that speaks English."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("AFTERGLOW_", "LC_"))]:
        monkeypatch.delenv(name)
    for name, value in {"PYTHONPATH": str(ROOT), "TZ": "Europe/Prague", "LANG": "en_GB.UTF-8", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)


def run(*lines: str, arguments: tuple[str, ...] = ()) -> str:
    """What `afterglow run` says to lines that come through a pipe; it says nothing on standard error."""
    command = [sys.executable, "-m", "bot", "run", *arguments]
    script = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(command, input=script, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True)
    assert done.stderr == ""
    return done.stdout


class Sitting:
    """A command at a terminal of its own, and what that shows."""

    def __init__(self, *arguments: str) -> None:
        self._keyboard, terminal = pty.openpty()
        command = [sys.executable, "-c", OWN_TERMINAL, sys.executable, "-m", "bot", *arguments]
        self.process = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal)
        os.close(terminal)
        self.shown = ""
        self._seen = 0

    def types(self, keys: str) -> None:
        os.write(self._keyboard, keys.encode())

    def sees(self, words: str) -> None:
        """Wait until the words stand there, after all that was waited for before."""
        until = time.monotonic() + PATIENCE
        while (found := self.text.find(words, self._seen)) < 0:
            assert time.monotonic() < until, f"no {words!r} in {self.text[self._seen :]!r}"
            self._look()
        self._seen = found + len(words)

    @property
    def text(self) -> str:
        """What is shown, without colours and the like."""
        return KEYS.sub("", self.shown)

    def ends(self) -> int:
        """Wait for its end; the exit status."""
        while self._look():
            pass
        os.close(self._keyboard)
        return self.process.wait(PATIENCE)

    def _look(self) -> bool:
        if not select.select([self._keyboard], [], [], 1)[0]:
            return self.process.poll() is None
        with contextlib.suppress(OSError):  # the other end is closed
            read = os.read(self._keyboard, 4096)
            self.shown += read.decode(errors="replace")
            return bool(read)
        return False


@pytest.fixture
def sitting() -> Iterator[Sitting]:
    """`afterglow run` at a terminal, once its prompt is there."""
    sitting = Sitting("run")
    sitting.sees("(member) > ")
    yield sitting
    if sitting.process.poll() is None:
        sitting.process.send_signal(signal.SIGTERM)
        sitting.process.wait(PATIENCE)


@pytest.mark.long
def test_a_script_gets_every_answer_and_then_the_end() -> None:
    shown = run("/help", "@host", "/status")
    assert "begins on this machine’s clock, Europe/Prague." in shown
    help_, status = shown.split("> @host\n· You are now Harry (host).")
    assert "What you can do here" in help_
    assert "> /status\n╭─ only you see this ─" in status
    assert "Status" in status
    assert shown.endswith("╯\n· Good night.\n")


@pytest.mark.long
def test_a_configured_community_gives_the_terminal_its_language_and_its_clock() -> None:
    Path("config.toml").write_text('[community]\nlanguage = "cs"\nzone = "Asia/Tokyo"\n', "utf-8")
    shown = run("/ping")
    assert "Ema (člen) > /ping\n╭─ vidíš jen ty" in shown
    assert "hodinami tohoto počítače" not in shown
    assert "╭─ only you see this ─" in run("/ping", arguments=("--language", "en"))


def test_what_follows_from_a_command_is_shown_before_the_next_line() -> None:
    shown = run("@host", "/stream start", "@ema", "1", "@host", "/stream status")
    start, _, end = shown.partition("> 1\n")
    assert "#general\n  Stream 1 is live." in start
    assert "You are counted as here." in end.split("> @host")[0]
    assert "1 person (for the first time)" in end.split("> /stream status")[1]


@pytest.mark.long
def test_who_came_in_before_is_there_after_a_restart_and_keeps_language_and_role() -> None:
    first = run("@new Petr cs moderator", "/status", "@new Jana", "/ping")
    assert "Petr (moderator) > /status\n╭─ vidíš jen ty" not in first  # the frames speak the terminal's language
    assert "Stav" in first
    again = run("@petr", "/status", "@jana", "?", arguments=("--language", "cs"))
    assert "Teď jsi Petr (správce)." in again
    assert "Stav" in again
    assert "Jsou tu" not in again
    assert "@petr, @jana tě přepnou" in again
    assert "mluví dál svým jazykem" not in again  # the first three said nothing in English yet


@pytest.mark.long
def test_people_who_began_in_english_go_on_and_the_terminal_says_so() -> None:
    run("/ping")
    shown = run("/ping", arguments=("--language", "cs"))
    assert "Kdo tu už byl, mluví dál svým jazykem (Emma)" in shown
    assert "Awake and listening." in shown
    assert "tohoto počítače" not in shown  # the community is there already


@pytest.mark.long
def test_who_is_made_a_host_is_called_one_at_the_next_prompt() -> None:
    shown = run("/ping", "@mod", "/host add Emma", "@ema", "#hosts", "hello")
    assert "You are now Emma (host)." in shown
    assert "Emma (host) #hosts > hello" in shown


@pytest.mark.long
def test_a_reader_that_has_enough_ends_it_without_a_trace() -> None:
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin and running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        running.stdin.write(b"/help\n")  # and no end: nobody but the reader is gone
        running.stdin.flush()
        assert running.wait(PATIENCE) == 1
        assert running.stderr.read() == b""


@pytest.mark.long
def test_a_demo_that_nobody_reads_any_more_ends_without_a_trace() -> None:
    command = [sys.executable, "-m", "bot", "demo"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.wait(PATIENCE) == 1
        assert running.stderr.read() == b""


@pytest.mark.long
def test_the_arrow_keys_move_in_the_line_and_in_what_was_typed_before(sitting: Sitting) -> None:
    sitting.types("/pig\x1b[Dn\r")
    sitting.sees("Awake and listening.")
    sitting.sees("(member) > ")
    sitting.types("\x1b[A\r")
    sitting.sees("Awake and listening.")
    sitting.sees("(member) > ")
    sitting.types("quit\r")
    assert sitting.ends() == 0
    assert "^[[" not in sitting.shown
    assert sitting.text.endswith("· Good night.\r\n")


@pytest.mark.long
def test_ctrl_c_says_good_night_on_a_line_of_its_own(sitting: Sitting) -> None:
    sitting.types("half a line")
    sitting.sees("half a line")
    sitting.types("\x03")
    assert sitting.ends() == 0
    last, night = sitting.text.splitlines()[-2:]
    assert "half a line" in last
    assert night == "· Good night."


@pytest.mark.long
def test_ctrl_c_ends_a_demo_with_a_word() -> None:
    sitting = Sitting("demo")
    sitting.sees("── ")
    sitting.types("\x03")
    assert sitting.ends() == 130, sitting.text
    assert sitting.text.rstrip().endswith("Stopped here. Good night.")
    assert "Traceback" not in sitting.shown
