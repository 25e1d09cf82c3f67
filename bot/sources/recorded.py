"""The door to recorded stream chats: finds out what a file is, and reads who said what and when."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Protocol

from bot.errors import system_says
from bot.sources.formats.file import RecordingFile
from bot.sources.formats.message import BrokenLine, Entry, Header, RecordedMessage, UnreadableError
from bot.sources.formats.table import TableChat
from bot.sources.formats.twitch import TwitchChat
from bot.sources.formats.youtube import YoutubeChat
from bot.text.refusals import FileRefusedError

__all__ = ["BrokenLine", "RecordedMessage", "Recording", "open_recording"]

_YOUTUBE_LINE = re.compile(rb'^\s*\{.*"replayChatItemAction"', re.MULTILINE)


class _Chat(Protocol):
    def header(self) -> Header: ...

    def entries(self, file: RecordingFile) -> Iterator[Entry]: ...


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded chat that was found readable: at least one message is in it.

    `source` is "twitch", "youtube" or "csv". `reference` is the same whenever the same stream is opened: the video's
    id, or a hash of the first messages where the file does not name the video. `started_at` is in UTC, None if unknown;
    `zone_is_taken` says that the file names no zone for it, so that the one given to `open_recording` is taken.
    `total_bytes` is the size of the file on the disk.
    """

    source: str
    title: str
    reference: str
    started_at: datetime | None
    zone_is_taken: bool
    total_bytes: int
    _path: Path = field(repr=False)
    _chat: _Chat = field(repr=False)

    def messages(self, progress: Callable[[int], None] | None = None) -> Iterator[RecordedMessage | BrokenLine]:
        """Read the file once, in its own order; a message that the recorder wrote twice comes once.

        `progress` is told how many bytes of `total_bytes` are read so far. The file is never held whole in memory.
        Raises InputFileError when the file cannot be read any more.
        """
        seen: set[str] = set()
        with _errors_named(self._path):
            for entry in _entries(self._chat, RecordingFile(self._path, progress)):
                if isinstance(entry, BrokenLine):
                    yield entry
                elif entry.key not in seen:
                    seen.add(entry.key)
                    yield entry
        if progress is not None:
            progress(self.total_bytes)


def open_recording(path: Path, zone: tzinfo = UTC) -> Recording:
    """Find out by its content what the file at `path` is, and look into it until the first message.

    `zone` is taken for moments that name none. Raises InputFileError, which says what is wrong with the file and what
    was expected, when it is no chat that can be read or holds not one readable message.
    """
    with _errors_named(path):
        chat = _detect(path, zone)
        _look_for_a_message(chat, path)
        header = chat.header()
        return Recording(
            header.source, header.title, header.reference, header.started_at, header.zone_is_taken,
            path.stat().st_size, path, chat,
        )  # fmt: skip


def _detect(path: Path, zone: tzinfo) -> _Chat:
    file = RecordingFile(path)
    head = file.head()
    if file.damage:
        raise UnreadableError("recording-other", problem=file.damage)
    if _YOUTUBE_LINE.search(head):
        return YoutubeChat(path)
    start = head.lstrip()[:1]
    if start == b"{":
        return TwitchChat(path)
    if not start:
        raise UnreadableError("recording-empty")
    if start == b"[" or b"\x00" in head:
        raise UnreadableError("recording-json-list" if start == b"[" else "recording-no-text")
    return TableChat(path, zone)


def _look_for_a_message(chat: _Chat, path: Path) -> None:
    first_broken: BrokenLine | None = None
    for entry in _entries(chat, RecordingFile(path)):
        if isinstance(entry, RecordedMessage):
            return
        first_broken = first_broken or entry
    if first_broken is None:
        raise UnreadableError("recording-no-message")
    why = first_broken.error or first_broken.why
    raise UnreadableError("recording-no-message-first", number=first_broken.number, why=why)


def _entries(chat: _Chat, file: RecordingFile) -> Iterator[Entry]:
    """What the chat reads, and at the end the damage of the file itself, if there was one."""
    read = 0
    for entry in chat.entries(file):
        read += 1
        yield entry
    if file.damage:
        yield BrokenLine(read + 1, file.damage)


@contextmanager
def _errors_named(path: Path) -> Iterator[None]:
    """Turn what goes wrong into the error that a person reads."""
    try:
        yield
    except UnreadableError as error:
        raise FileRefusedError("recording-unreadable", file=path.name, reason=error) from None
    except FileNotFoundError:
        raise FileRefusedError("recording-missing", file=path) from None
    except IsADirectoryError:
        raise FileRefusedError("recording-folder", file=path) from None
    except OSError as error:
        raise FileRefusedError("recording-closed", file=path.name, reason=system_says(error)) from None
