"""The port of a source: a service outside the platforms that tells when a stream is on, and who is in its chat."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from bot.errors import Said
from bot.model.identity import SpaceRef
from bot.model.ports import Sink


class Channel(Struct, frozen=True):
    """What a community has watched, by its name at the source. One of the community's spaces stands for it."""

    source: str  # "twitch", "youtube", "kick", "hook"
    name: str
    space: SpaceRef


class LiveNow(Struct, frozen=True):
    """A stream that is on. `reference` is the source's own id of it."""

    reference: str
    title: str
    began_at: datetime


class Notices(Protocol):
    """Where a source says what does not work although it runs."""

    def tell(self, topic: str, words: Said | None) -> None:
        """What is wrong with `topic`; None: nothing any more."""


class StreamSource(Protocol):
    """One service that streams are seen on."""

    @property
    def name(self) -> str:
        """Its short name, which is also the platform of the accounts in its chats."""

    async def run(self, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        """Watch these channels until cancelled: first what is on now, and what ended meanwhile, then what happens.

        Raises ConfigError where only a person can help, UnreachableError where another try may.
        """

    async def current(self, channel: Channel) -> LiveNow | None:
        """What is on in a channel right now, as far as the source knows without waiting for anything to happen."""

    async def leave(self, channel: Channel, sink: Sink) -> None:
        """The channel is watched no more, so nothing will tell of an end there: what is on counts as gone from now."""

    async def close(self) -> None:
        """Let go of connections."""
