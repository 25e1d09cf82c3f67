"""The local chat keeps the contract of the port."""

from collections.abc import Mapping, Sequence

import pytest

from bot.clock import Clock, VirtualClock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.ports import Platform
from bot.model.rights import Right
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import GENERAL, PLATFORM, SPACE
from bot.text.markup import plain
from tests.platforms.contract import ANN, BEN, PlatformContract, Recorder, Seen
from tests.platforms.contract_native import (
    BadgesContract,
    DirectoryContract,
    DoorsContract,
    InvitesContract,
    JoinRequestsContract,
    LinksContract,
    NativeWorld,
    PollsContract,
    ThreadsContract,
)
from tests.platforms.contract_ways import WaysContract


class LocalWorld:
    """The adapter between the contract and the local chat."""

    def __init__(self, chat: LocalPlatform, sink: Recorder, clock: Clock) -> None:
        self._chat = chat
        self._people = {name: chat.person(name) for name in (ANN, BEN)}
        self.sink = sink
        self.clock = clock
        self.badge = "Regular"
        self.impossible_badge = "Whoever comes to each and every stream"

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
        return AccountRef(PLATFORM, person)

    async def invoke(self, person: str, path: tuple[str, ...], text: str = "") -> None:
        await self._chat.says(self._people[person], f"/{' '.join(path)} {text}")

    async def press(self, person: str, label: str) -> None:
        await self._chat.presses(self._people[person], label)

    async def submit(self, person: str, values: Mapping[str, str]) -> None:
        asked = self._chat.forms(self._people[person])[0]
        await self._chat.submits(self._people[person], asked.form, values)

    async def repeat(self) -> None:
        await self._chat.repeats()

    async def has_bot(self, *, here: bool) -> None:
        await self._chat.takes_in(self._people[ANN], here=here)

    async def block(self, person: str) -> None:
        await self._chat.blocks(self._people[person])

    async def vote(self, person: str, message_id: str, *options: int) -> None:
        [poll] = [shown for shown in self._chat.sent if shown.message_id == message_id]
        for option in options:
            await self._chat.presses(self._people[person], poll.buttons[option].label)

    async def follow(self, person: str, address: str) -> None:
        who = self._people.get(person) or self._chat.person(person, outside=True)
        self._people[person] = who
        if address.startswith("local:open-"):
            await self._chat.opens(who, address.removeprefix("local:open-"))
        else:
            await self._chat.joins(who, address)

    async def forbid_badges(self) -> None:
        self._chat.arrange(lacking=[Right.MANAGE_ROLES])

    def wears(self, person: str) -> bool:
        return self._chat.tag(self._people[person]) == self.badge

    async def door(self) -> ChannelRef:
        assert self._chat.natives.doors is not None
        opened = await self._chat.natives.doors.open_thread(GENERAL, "Backstage", [])
        return ChannelRef(PLATFORM, opened.reference, SPACE.space_id)

    def is_behind(self, door: ChannelRef, person: str) -> bool:
        return self.is_inside(person, door.channel_id)

    def is_inside(self, person: str, thread: str = "") -> bool:
        return person in self._people and self._chat.is_inside(self._people[person], thread)

    def pings(self, person: str) -> int:
        called = [shown.message.calls for shown in self._chat.sent if not shown.private]
        return sum(one is not None and one.account == self.account(person) for one in called)

    async def seen(self, person: str) -> Sequence[Seen]:
        shown = self._chat.shown(self._people[person])
        return [
            Seen(
                plain(one.message.text),
                tuple(action.label for action in one.buttons),
                one.private,
                tuple(file.content for file in one.message.files if file.is_picture),
            )
            for one in shown
        ]


@pytest.fixture
def world(chat: LocalPlatform, sink: Recorder, clock: VirtualClock) -> NativeWorld:
    return LocalWorld(chat, sink, clock)


class TestLocal(PlatformContract, WaysContract):
    """Every test of the contract, on the local chat."""


class TestLocalPolls(PollsContract):
    """So it is with its own polls,"""


class TestLocalBadges(BadgesContract):
    """its tags,"""


class TestLocalInvites(InvitesContract, JoinRequestsContract):
    """its invites,"""


class TestLocalDoors(DoorsContract, ThreadsContract):
    """its private threads,"""


class TestLocalDirectory(DirectoryContract, LinksContract):
    """and with who is there."""
