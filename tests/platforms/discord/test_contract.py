"""Discord keeps the contract of the port."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import discord
import pytest
import simcord

from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.ports import Platform
from tests.platforms.contract import ANN, BEN, PlatformContract, Recorder, Seen, World
from tests.platforms.discord.bench import Bench, account, labels_of, text_of


class DiscordWorld:
    """The adapter between the contract and the bench."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._people = {ANN: bench.ann, BEN: bench.ben}
        self._last: simcord.InteractionResult | None = None
        self._told: list[dict[str, Any]] = []
        bench.env.backend.subscribers.append(self._listen)

    def _listen(self, event: str, payload: Any) -> None:
        if event == "INTERACTION_CREATE":
            self._told.append(copy.deepcopy(payload))

    @property
    def platform(self) -> Platform:
        return self._bench.platform

    @property
    def sink(self) -> Recorder:
        return self._bench.sink

    @property
    def space(self) -> SpaceRef:
        return self._bench.space

    @property
    def channel(self) -> ChannelRef:
        return self._bench.place

    def account(self, person: str) -> AccountRef:
        return account(self._people[person])

    async def invoke(self, person: str, path: tuple[str, ...], text: str = "") -> None:
        options = {"text": text} if text else {}
        self._last = await self._people[person].slash(self._bench.channel, " ".join(path), **options)

    async def press(self, person: str, label: str) -> None:
        shown = [one for one in self._seen_by(person) if label in labels_of(_components(one))]
        await self._people[person].click(shown[-1], label=label)

    async def submit(self, person: str, values: Mapping[str, str]) -> None:
        assert self._last is not None
        shown = [label["component"] for label in (self._last.modal or {})["components"]]
        standing = {field["custom_id"]: field.get("value", "") for field in shown}
        await self._people[person].submit_modal(self._last, {**standing, **values})

    async def repeat(self) -> None:
        self._bench.env.backend.emit("INTERACTION_CREATE", self._told[-1])
        await self._bench.env.settle()

    async def block(self, person: str) -> None:
        private = self._people[person].user.dm_channel
        self._bench.env.inject_error(
            "POST", f"/channels/{private.id}/messages", status=403, code=50007, message="Cannot send", times=None
        )

    async def seen(self, person: str) -> Sequence[Seen]:
        return [
            Seen(
                text_of(_components(one)).replace("\\", ""),
                labels_of(_components(one)),
                private=one.guild is None or one.flags.ephemeral,
            )
            for one in self._seen_by(person)
        ]

    def _seen_by(self, person: str) -> list[discord.Message]:
        member = self._people[person]
        public, private = self._bench.channel.history(viewer=member), member.user.dm_channel.history()
        return sorted([*public, *private], key=lambda one: one.id)


def _components(shown: discord.Message) -> list[Any]:
    return [component.to_dict() for component in shown.components]


class TestDiscord(PlatformContract):
    """Every test of the contract, on Discord."""

    @pytest.fixture
    def world(self, bench: Bench) -> World:
        return DiscordWorld(bench)
