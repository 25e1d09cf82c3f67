"""Logging: one event a line, with what is being worked on (plugin, community, incident) riding along."""

import json
import logging
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

NAMES_NOBODY = "names_nobody"
"""What a line has (`extra`) that may be logged where all others are held back."""

_ASIDE = "aside"  # what the handler of such a file is called
_LARGEST_FILE = 1_000_000  # bytes; so much once more is kept of what came before

_CHATTY = ("httpx", "httpcore", "httpx2", "httpcore2", "openai", "apscheduler", "discord", "telegram", "aiosqlite")
"""They would tell of each request, some of them with what it says."""

_riding: ContextVar[Mapping[str, object] | None] = ContextVar("riding", default=None)
_nameless: ContextVar[bool] = ContextVar("nameless", default=False)


def set_up(level: str = "INFO", form: Literal["text", "json"] = "text", *, aside: Path | None = None) -> None:
    """Send every record, ours and the libraries', to standard error as text or as one JSON object a line.

    `aside` is for commands that somebody watches: a file that takes them, so that only errors are seen as well.
    """
    seen = logging.StreamHandler(sys.stderr)
    handlers: list[logging.Handler] = [seen]
    if aside is not None:
        seen.setLevel(logging.ERROR)
        handlers.append(_file(aside))
    for handler in handlers:
        handler.addFilter(_may_be_told)
        handler.setFormatter(_Objects() if form == "json" else _Lines())
    root = logging.getLogger()
    for before in root.handlers:
        if before.name == _ASIDE:
            before.close()
    root.handlers[:] = handlers
    root.setLevel(level)
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))


def _file(path: Path) -> logging.Handler:
    """A file that is made by its first line, with its folder, and begun anew when it is full."""
    from logging.handlers import RotatingFileHandler  # slow to import, and most starts have no use for it

    class LogFile(RotatingFileHandler):
        def _open(self) -> TextIOWrapper:
            path.parent.mkdir(parents=True, exist_ok=True)
            return super()._open()

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
            """A full or closed disk is told by what fails of it, not by a trace for every line."""

    file = LogFile(path, maxBytes=_LARGEST_FILE, backupCount=1, encoding="utf-8", delay=True)
    file.name = _ASIDE
    return file


@contextmanager
def bound(**values: object) -> Iterator[None]:
    """While the block is open, every line logged in it carries `values`."""
    token = _riding.set({**(_riding.get() or {}), **values})
    try:
        yield
    finally:
        _riding.reset(token)


@contextmanager
def nameless() -> Iterator[None]:
    """While the block is open, nothing is logged but that something broke, and where: who acts and what they do in it
    is nobody's business, and any library's line might say so."""
    token = _nameless.set(True)
    try:
        yield
    finally:
        _nameless.reset(token)


def is_nameless() -> bool:
    """Whether such a block is open."""
    return _nameless.get()


def _may_be_told(record: logging.LogRecord) -> bool:
    return not is_nameless() or getattr(record, NAMES_NOBODY, False)


class _Lines(logging.Formatter):
    """Lines such as: 2026-11-22T21:30:00.123Z warning  bot.app: what happened plugin=streams

    The trace of an error follows on lines of its own.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        riding = "".join(f" {name}={value}" for name, value in (_riding.get() or {}).items())
        # What somebody typed may be part of it, and must not look like a line of its own.
        said = _CONTROL.sub(lambda sign: repr(sign[0])[1:-1], record.message + riding)
        return f"{_moment(record)} {record.levelname.lower():<8} {record.name}: {said}"


class _Objects(logging.Formatter):
    """{"timestamp": ..., "level": ..., "logger": ..., "event": ...}, with "exception" where there was one."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, object] = {
            **(_riding.get() or {}),
            "timestamp": _moment(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            event["exception"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=False, default=str)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
