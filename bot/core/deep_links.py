"""Addresses that open the private chat with the bot and bring it a word."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from bot.core.parts import Parts
from bot.model.identity import Community


class Address(Struct, frozen=True):
    """Where to tap to come to the bot by a platform."""

    platform: str
    url: str


class DeepLinks:
    """The addresses that the running platforms have. What they bring is about the community they were made in."""

    def __init__(self, parts: Parts, community: Community) -> None:
        self._parts = parts
        self._community = community

    def to(self, payload: str, *, besides: Collection[str] = ()) -> Sequence[Address]:
        """One for each platform that has such addresses, but those of `besides`; "name_words" is the command /name."""
        found, whole = [], self._parts.tokens.link(self._community.id, payload)
        for name, platform in sorted(self._parts.platforms.items()):
            directory = platform.natives.directory
            url = directory.link(whole) if directory is not None and name not in besides else None
            if url is not None:
                found.append(Address(name, url))
        return found
