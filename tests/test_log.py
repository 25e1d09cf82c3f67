"""A line of the log is one line, whoever's words are in it, and carries what was being worked on."""

import io
import json
import logging
from pathlib import Path

import pytest

from bot import log as logs
from bot.guard import attempt

log = logging.getLogger("bot.somewhere")


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


def test_where_somebody_watches_only_errors_are_seen_and_the_rest_is_in_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "data" / "afterglow.log"
    logs.set_up("INFO", "text", aside=file)
    assert not file.parent.exists()
    log.debug("too small for either")
    log.warning("that was slow")
    log.error("that broke")

    assert [line.split(": ")[1] for line in file.read_text("utf-8").splitlines()] == ["that was slow", "that broke"]
    [seen] = capsys.readouterr().err.splitlines()
    assert seen.endswith("that broke")


def test_a_log_file_that_cannot_be_written_is_no_error_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    logs.set_up("INFO", "text", aside=tmp_path / "data" / "afterglow.log")
    log.warning("that was slow")
    assert capsys.readouterr().err == ""


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
