"""The local chat keeps the contract of the port."""

from collections.abc import Mapping, Sequence

import pytest

from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.ports import Platform
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import GENERAL, SPACE
from bot.text.markup import plain
from tests.platforms.contract import ANN, BEN, PlatformContract, Recorder, Seen, World


class LocalWorld:
    """The adapter between the contract and the local chat."""

    def __init__(self, chat: LocalPlatform, sink: Recorder) -> None:
        self._chat = chat
        self._people = {name: chat.person(name) for name in (ANN, BEN)}
        self.sink = sink

    @property
    def platform(self) -> Platform:
        return self._chat

    @property
    def space(self) -> SpaceRef:
        return SPACE

    @property
    def channel(self) -> ChannelRef:
        return GENERAL

    def account(self, person: str) -> AccountRef:
        return self._people[person].account

    async def invoke(self, person: str, path: tuple[str, ...], text: str = "") -> None:
        await self._chat.says(self._people[person], f"/{' '.join(path)} {text}")

    async def press(self, person: str, label: str) -> None:
        await self._chat.presses(self._people[person], label)

    async def submit(self, person: str, values: Mapping[str, str]) -> None:
        asked = self._chat.forms(self._people[person])[0]
        await self._chat.submits(self._people[person], asked.form, values)

    async def repeat(self) -> None:
        await self._chat.repeats()

    async def block(self, person: str) -> None:
        await self._chat.blocks(self._people[person])

    async def seen(self, person: str) -> Sequence[Seen]:
        shown = self._chat.shown(self._people[person])
        return [Seen(plain(one.message.text), tuple(a.label for a in one.buttons), one.private) for one in shown]


class TestLocal(PlatformContract):
    """Every test of the contract, on the local chat."""

    @pytest.fixture
    def world(self, chat: LocalPlatform, sink: Recorder) -> World:
        return LocalWorld(chat, sink)
