"""The contract of the port, kept by the Telegram edge."""

from collections.abc import AsyncIterator, Mapping, Sequence

import pytest

from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.platforms.telegram.connection import TelegramPlatform
from tests.platforms.contract import ANN, BEN, COMMANDS, FORM, PlatformContract, Recorder, Seen
from tests.platforms.contract_ways import WaysContract
from tests.platforms.telegram.conftest import Scene
from tests.platforms.telegram.records import Posted
from tests.platforms.telegram.world import Person


class TelegramWorld:
    """The contract's two people, in one group, both with an open private chat."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._people = {ANN: scene.ann, BEN: scene.ben}
        scene.ann.started = True

    @property
    def platform(self) -> TelegramPlatform:
        return self._scene.platform

    @property
    def sink(self) -> Recorder:
        return self._scene.sink

    @property
    def space(self) -> SpaceRef:
        return self._scene.space

    @property
    def channel(self) -> ChannelRef:
        return self._scene.channel

    def account(self, person: str) -> AccountRef:
        return self._scene.account(self._people[person])

    async def invoke(self, person: str, path: tuple[str, ...], text: str = "") -> None:
        await self._people[person].says(f"/{'_'.join(path)} {text}".strip(), in_=self._scene.group)

    async def press(self, person: str, label: str) -> None:
        someone = self._people[person]
        posted = [each for each in self._visible(someone) if label in each.labels][-1]
        await someone.presses(posted, label)

    async def submit(self, person: str, values: Mapping[str, str]) -> None:
        someone = self._people[person]
        for field in FORM.fields:
            asked = await someone.reads(field.label)
            if field.name in values:
                await someone.says(values[field.name])
            else:
                await someone.presses(asked, next(label for label in asked.labels if field.value in label))

    async def repeat(self) -> None:
        await self._scene.server.world.repeat()

    async def has_bot(self, *, here: bool) -> None:
        await self._scene.group.has_bot(inside=here)

    async def block(self, person: str) -> None:
        await self._people[person].blocks_bot()

    def pings(self, person: str) -> int:
        entities = [one for posted in self._scene.group.messages if posted.by_bot for one in posted.entities]
        mentions = [one for one in entities if one["type"] == "mention"]
        assert not mentions, "by a name, which is anybody's"
        ids = [one["user"]["id"] for one in entities if one["type"] == "text_mention"]
        return ids.count(self._people[person].id)

    async def seen(self, person: str) -> Sequence[Seen]:
        visible = self._visible(self._people[person])
        return [
            Seen(
                posted.text,
                tuple(posted.labels),
                private=posted.chat_id > 0,
                pictures=(posted.file[1],) if posted.file is not None and posted.is_photo else (),
            )
            for posted in visible
        ]

    def _visible(self, person: Person) -> list[Posted]:
        return sorted([*self._scene.group.messages, *person.inbox], key=lambda posted: posted.message_id)


class TestTelegram(PlatformContract, WaysContract):
    @pytest.fixture
    async def world(self, idle: Scene) -> AsyncIterator[TelegramWorld]:
        async with idle.connected(COMMANDS):
            yield TelegramWorld(idle)
