"""YouTube live chats as yt-dlp writes them: one JSON object per line, `<title> [<video id>].live_chat.json`.

A replayed chat keeps the offset inside `replayChatItemAction`, one recorded live beside it (yt-dlp,
downloader/youtube_live_chat.py). Actions that are no message of a person (tickers, polls, removals) are passed over.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from bot.sources.formats.file import RecordingFile, title_of
from bot.sources.formats.message import (
    BrokenLine,
    Entry,
    Header,
    Id,
    RecordedMessage,
    UnreadableError,
    clean,
    offset_of,
    reason_of,
)
from bot.text.questions import is_question

_FILE_NAME = re.compile(r"(?:(?P<title>.*?)\s*\[)?(?P<video>[\w-]{11})\]?\.live_chat\.json")

# Far beyond any real time, and small enough to reckon with.
_Number = Annotated[int, Field(ge=-(10**16), le=10**16)]


class _Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class _Emoji(_Part):
    emoji_id: str = ""
    shortcuts: list[str] = []
    is_custom_emoji: bool = False

    def written(self) -> str:
        """A common emoji is its own id; a channel's picture is written by its shortcut, ":teapot:"."""
        if self.emoji_id and not self.is_custom_emoji and not self.emoji_id.isascii():
            return self.emoji_id
        return self.shortcuts[0] if self.shortcuts else ""


class _Run(_Part):
    text: str = ""
    emoji: _Emoji | None = None


class _Text(_Part):
    runs: list[_Run] = []
    simple_text: str = ""

    def written(self) -> str:
        """The text in one piece."""
        parts = (run.emoji.written() if run.emoji else run.text for run in self.runs)
        return clean(self.simple_text or "".join(parts))


class _Icon(_Part):
    icon_type: str = ""


class _BadgeBody(_Part):
    icon: _Icon = _Icon()


class _Badge(_Part):
    live_chat_author_badge_renderer: _BadgeBody = _BadgeBody()


class _Said(_Part):
    id: Id
    message: _Text = _Text()
    author_name: _Text = _Text()
    author_external_channel_id: Id
    author_badges: list[_Badge] = []
    timestamp_usec: _Number | None = None


class _Item(_Part):
    live_chat_text_message_renderer: _Said | None = None
    live_chat_paid_message_renderer: _Said | None = None
    live_chat_membership_item_renderer: _Said | None = None

    def said(self) -> _Said | None:
        """The message of a person, if the item is one."""
        return (
            self.live_chat_text_message_renderer
            or self.live_chat_paid_message_renderer
            or self.live_chat_membership_item_renderer
        )


class _AddedItem(_Part):
    item: _Item


class _Action(_Part):
    add_chat_item_action: _AddedItem | None = None


class _Replay(_Part):
    actions: list[_Action] = []
    video_offset_time_msec: _Number | None = None


class _Line(_Part):
    replay_chat_item_action: _Replay | None = None
    video_offset_time_msec: _Number | None = None

    def said(self) -> Iterator[tuple[_Said, float]]:
        """What people said in this line, each with its offset in seconds. Raises UnreadableError when there is none."""
        replay = self.replay_chat_item_action or _Replay()
        for action in replay.actions:
            item = action.add_chat_item_action.item if action.add_chat_item_action else _Item()
            if said := item.said():
                yield said, self._seconds(replay)

    def _seconds(self, replay: _Replay) -> float:
        for milliseconds in (replay.video_offset_time_msec, self.video_offset_time_msec):
            if milliseconds is not None:
                return milliseconds / 1000
        raise UnreadableError("recording-no-offset")


class YoutubeChat:
    """The chat of one YouTube video in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def header(self) -> Header:
        """What is known of the stream. The content does not name the video, so it comes from yt-dlp's file name.

        Under another name the reference is "chat-" and a hash of the first message's id. Raises OSError.
        """
        name = _FILE_NAME.match(self._path.name)
        return Header(
            source="youtube",
            title=(name["title"] if name else "") or title_of(self._path),
            reference=name["video"] if name else f"chat-{self._hash_of_first()}",
            started_at=self._started_at(),
        )

    def entries(self, file: RecordingFile) -> Iterator[Entry]:
        """The messages in the order of the file, and the lines that are no JSON or lack what a message needs."""
        for number, line in file.lines():
            if line.strip():
                yield from _read_line(number, line)

    def _started_at(self) -> datetime | None:
        """The start out of the first message after it; the ones before it all stand at offset zero."""
        for _, line in RecordingFile(self._path).lines():
            try:
                for said, seconds in _Line.model_validate_json(line).said():
                    if said.timestamp_usec and seconds > 0:
                        spoken = datetime.fromtimestamp(said.timestamp_usec / 1_000_000, UTC)
                        return spoken - timedelta(seconds=seconds)
            except (ValidationError, UnreadableError, ValueError, OverflowError, OSError):
                continue
        return None

    def _hash_of_first(self) -> str:
        for entry in self.entries(RecordingFile(self._path)):
            if isinstance(entry, RecordedMessage):
                return hashlib.sha256(entry.key.encode()).hexdigest()[:16]
        return ""


def _read_line(number: int, line: bytes) -> Iterator[Entry]:
    try:
        for said, seconds in _Line.model_validate_json(line).said():
            yield _read_message(said, seconds)
    except ValidationError as error:
        yield BrokenLine(number, reason_of(error))
    except UnreadableError as error:
        yield BrokenLine.of(number, error)


def _read_message(said: _Said, seconds: float) -> RecordedMessage:
    author_id, text = said.author_external_channel_id, said.message.written()
    badges = {badge.live_chat_author_badge_renderer.icon.icon_type for badge in said.author_badges}
    return RecordedMessage(
        key=f"youtube:{said.id}",
        author_id=author_id,
        author_name=said.author_name.written() or author_id,
        offset=offset_of(seconds),
        text=text,
        is_question=is_question(text),
        is_host="OWNER" in badges,
        is_moderator="MODERATOR" in badges,
    )
