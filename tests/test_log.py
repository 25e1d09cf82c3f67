"""A line of the log is one line, whoever's words are in it, and carries what was being worked on."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot import log as logs
from bot.guard import attempt

log = logging.getLogger("bot.somewhere")


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def written() -> io.StringIO:
    [handler] = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    stream = io.StringIO()
    handler.setStream(stream)
    return stream


def test_a_name_with_line_breaks_stays_on_its_line() -> None:
    logs.set_up("INFO", "text")
    lines = written()
    with logs.bound(plugin="streams", community=1):
        log.warning("%s left", "Ema\n2026-11-22T10:00:00Z error bot: all is lost\x1b[31m")
    log.debug("not shown")

    [line] = lines.getvalue().splitlines()
    moment, _, rest = line.partition(" ")
    assert len(moment) == len("2026-11-22T10:00:00.123Z")
    assert rest.startswith("warning  bot.somewhere: Ema\\n2026")
    assert rest.endswith("\\x1b[31m left plugin=streams community=1")


async def test_what_is_logged_within_an_attempt_says_where() -> None:
    logs.set_up("INFO", "text")
    lines = written()

    async def write() -> None:
        log.warning("a write transaction was open for 300 ms")

    await attempt(write(), place="job tea.brew")
    log.warning("elsewhere")
    first, second = lines.getvalue().splitlines()
    assert first.endswith("open for 300 ms place=job tea.brew")
    assert second.endswith("elsewhere")


def test_the_trace_of_an_error_follows_its_line() -> None:
    logs.set_up("INFO", "text")
    lines = written()
    try:
        int("broken")
    except ValueError:
        log.exception("incident %s", "ABCDEF")
    assert lines.getvalue().splitlines()[-1].startswith("ValueError: invalid literal")


def test_each_event_is_an_object_when_asked_for() -> None:
    logs.set_up("INFO", "json")
    lines = written()
    with logs.bound(incident="ABCDEF"):
        try:
            int("broken")
        except ValueError:
            log.exception("it\nbroke")

    [line] = lines.getvalue().splitlines()
    event = json.loads(line)
    assert event["event"] == "it\nbroke"
    assert (event["level"], event["logger"], event["incident"]) == ("error", "bot.somewhere", "ABCDEF")
    assert event["exception"].endswith("'broken'")
    assert event["timestamp"].endswith("Z")
