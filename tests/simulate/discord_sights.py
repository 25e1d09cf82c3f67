"""What people see of the bot on Discord, in the order they came to see it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from simcord.backend import Backend
from simcord.backend.models import Message as Posted

from bot.model.identity import AccountRef, ChannelRef
from bot.model.messages import Action, Markup, Message
from bot.platforms.local.records import Shown
from bot.text.markup import escape
from tests.platforms.discord.bench import text_of

PLATFORM = "discord"
BUTTON = 2
_MARKS = re.compile(r"\\(.)|\*\*|__|~~|\|\||[`*_]", re.DOTALL)


class Sights:
    """The messages of the bot, each as it stands now."""

    def __init__(self, backend: Backend, keys: Mapping[int, str]) -> None:
        self._backend = backend
        self._keys = keys
        self._log: list[Posted] = []
        self._newest: dict[int, int] = {}
        self._edits: dict[int, str | None] = {}
        self._made: dict[int, tuple[str | None, Shown]] = {}

    def of(self, user_id: int, places: Sequence[int]) -> list[Shown]:
        """What somebody sees who reads these channels."""
        return [self._shown(one) for one in self.posted(user_id, places)]

    def posted(self, user_id: int, places: Sequence[int]) -> list[Posted]:
        """The same, as Discord keeps it."""
        self._look()
        return [one for one in self._log if one.channel_id in places and one.visible_to(user_id)]

    def all(self) -> list[Shown]:
        """What anybody sees."""
        self._look()
        return [self._shown(one) for one in self._log]

    def news(self) -> Iterator[Shown]:
        """What is new or was edited since this was last asked."""
        self._look()
        for one in self._log:
            if self._edits.get(one.id, "") != one.edited_timestamp:
                self._edits[one.id] = one.edited_timestamp
                yield self._shown(one)

    def _look(self) -> None:
        fresh = []
        for channel, messages in self._backend.messages.items():
            newest = self._newest.get(channel, 0)
            for number in reversed(messages):
                if number <= newest:
                    break
                if messages[number].author_id == self._backend.bot_user.id:
                    fresh.append(messages[number])
            self._newest[channel] = max(newest, next(reversed(messages), 0))
        # Which of two that leave side by side for different chats is there first, nobody can say: chat by chat.
        own = {channel: user for user, channel in self._backend.dm_channels.items()}
        self._log += sorted(fresh, key=lambda one: (own.get(one.channel_id, one.channel_id), one.id))

    def _shown(self, one: Posted) -> Shown:
        edited, made = self._made.get(one.id, ("", None))
        if made is None or edited != one.edited_timestamp:
            made = self._made_of(one)
            self._made[one.id] = one.edited_timestamp, made
        return made

    def _made_of(self, one: Posted) -> Shown:
        guild = self._backend.get_channel(one.channel_id).guild_id
        text = _MARKS.sub(r"\1", one.content + text_of(one.components))
        reader = self._reader(one)
        return Shown(
            str(one.id),
            ChannelRef(PLATFORM, str(one.channel_id), None if guild is None else str(guild)),
            Message(Markup(escape(text)), (tuple(_buttons(one.components)),)),
            datetime.fromisoformat(one.timestamp),
            None if reader is None else AccountRef(PLATFORM, reader),
            edited=one.edited_timestamp is not None,
            key=self._keys.get(one.id, ""),
        )

    def _reader(self, one: Posted) -> str | None:
        """Who alone reads it."""
        if one.is_ephemeral:
            return str((one.interaction_metadata or {})["user"]["id"])
        own = {channel: user for user, channel in self._backend.dm_channels.items()}
        return str(own[one.channel_id]) if one.channel_id in own else None


def _buttons(components: Sequence[Any]) -> Iterator[Action]:
    for part in components:
        if part.get("type") == BUTTON:
            yield Action(part.get("label", ""), part.get("custom_id", ""), url=part.get("url"))
        yield from _buttons([*part.get("components", ()), *([part["accessory"]] if "accessory" in part else [])])
