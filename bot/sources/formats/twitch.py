"""Twitch chats as TwitchDownloader writes them: one JSON object with `video`, `streamer` and the list `comments`.

The fields are those of TwitchDownloaderCore/TwitchObjects/ChatRoot.cs. The time of a message is its
`content_offset_seconds` from the video's `created_at`; a comment's own `created_at` may be the time of the download.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.sources.formats.file import RecordingFile, title_of
from bot.sources.formats.json_stream import JsonStream
from bot.sources.formats.message import (
    BrokenLine,
    CleanText,
    Entry,
    Header,
    Id,
    RecordedMessage,
    UnreadableError,
    offset_of,
    reason_of,
)
from bot.text.questions import is_question

_COMMENT_START = re.compile(r'\{\s*"_id"\s*:\s*"[^"]*"\s*,\s*"(?:created_at|channel_id|content_)')
_MODERATOR_BADGES = frozenset({"moderator", "lead_moderator"})


class _Part(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True, allow_inf_nan=False)


class _Badge(_Part):
    id: str = Field(alias="_id")


class _Commenter(_Part):
    id: Id = Field(alias="_id")
    display_name: CleanText | None = None
    name: CleanText | None = None


class _Message(_Part):
    body: CleanText
    user_badges: list[_Badge] | None = None


class _Comment(_Part):
    id: Id = Field(alias="_id")
    channel_id: str | None = None
    content_id: CleanText | None = None
    content_offset_seconds: float
    commenter: _Commenter
    message: _Message


class _Video(_Part):
    id: CleanText | None = None
    title: CleanText | None = None
    created_at: str | None = None
    user_id: str | None = None


class _Streamer(_Part):
    id: str | None = None


_PartT = TypeVar("_PartT", bound=_Part)


class _Top(Struct, frozen=True):
    video: _Video
    streamer: _Streamer


class TwitchChat:
    """The chat of one Twitch video in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def header(self) -> Header:
        """What the file says about the stream; the video's id is the reference. Raises UnreadableError, OSError."""
        stream = JsonStream(RecordingFile(self._path).pieces())
        video = _read_top(stream).video
        return Header(
            source="twitch",
            title=video.title or title_of(self._path),
            reference=video.id or _first_content_id(stream),
            started_at=_instant(video.created_at),
        )

    def entries(self, file: RecordingFile) -> Iterator[Entry]:
        """The comments in the order of the file; a damaged one is named, and reading goes on at the next."""
        stream = JsonStream(file.pieces())
        top = _read_top(stream)
        host_id = top.streamer.id or top.video.user_id
        for number, raw in _comments(stream):
            try:
                yield raw if isinstance(raw, BrokenLine) else _read_comment(raw, host_id)
            except ValidationError as error:
                yield BrokenLine(number, reason_of(error))
            except UnreadableError as error:
                yield BrokenLine.of(number, error)


def _read_top(stream: JsonStream) -> _Top:
    """Read the fields before the comments and stop at the first of these; what comes after them is not needed."""
    found: dict[str, object] = {}
    opened = stream.take("{")
    while opened and stream.peek() not in ("}", ""):
        key = stream.value()
        if not stream.take(":"):
            break
        if key == "comments":
            if not stream.take("["):
                raise UnreadableError("recording-comments-no-list")
            return _Top(_valid(_Video, found.get("video")), _valid(_Streamer, found.get("streamer")))
        found[str(key)] = stream.value()
        stream.take(",")
    raise UnreadableError("recording-no-comments")


def _valid(kind: type[_PartT], raw: object) -> _PartT:
    """`raw` as `kind`, or an empty one: what the file says about the video is welcome, but not needed."""
    try:
        return kind.model_validate(raw)
    except ValidationError:
        return kind()


def _comments(stream: JsonStream) -> Iterator[tuple[int, object]]:
    """The comments as they are, numbered from 1; a BrokenLine stands where the JSON itself is damaged."""
    number = 0
    while not stream.take("]"):
        if stream.take(","):
            continue
        number += 1
        if not stream.peek():
            yield number, BrokenLine.of(number, UnreadableError("recording-list-cut"))
            return
        try:
            yield number, stream.value()
        except UnreadableError as error:
            yield number, BrokenLine.of(number, error)
            if not stream.skip_to(_COMMENT_START):
                return


def _read_comment(raw: object, host_id: str | None) -> RecordedMessage:
    comment = _Comment.model_validate(raw)
    author, text = comment.commenter, comment.message.body
    badges = {badge.id for badge in comment.message.user_badges or ()}
    return RecordedMessage(
        key=f"twitch:{comment.id}",
        author_id=author.id,
        author_name=author.display_name or author.name or author.id,
        offset=offset_of(comment.content_offset_seconds),
        text=text,
        is_question=is_question(text),
        is_host="broadcaster" in badges or author.id in (host_id, comment.channel_id),
        is_moderator=not badges.isdisjoint(_MODERATOR_BADGES),
    )


def _first_content_id(stream: JsonStream) -> str:
    """The video's id out of the first readable comment, for files that tell it nowhere else."""
    for _, raw in _comments(stream):
        try:
            comment = _Comment.model_validate(raw)
        except ValidationError:
            continue
        return comment.content_id or f"comment-{comment.id}"
    return ""


def _instant(text: str | None) -> datetime | None:
    """An ISO instant in UTC; None when it is missing, has no zone, or is the year 1 that .NET writes for "unknown"."""
    try:
        moment = datetime.fromisoformat(text or "")
        return moment.astimezone(UTC) if moment.tzinfo and moment.year > 1 else None
    except (ValueError, OverflowError):
        return None
