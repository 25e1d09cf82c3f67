"""The adapter between the contracts and the Discord in memory."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import discord
import simcord

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.ports import Platform
from tests.platforms.contract import ANN, BEN, Recorder, Seen
from tests.platforms.contract_native import CARL
from tests.platforms.discord.bench import Bench, account, components_of, labels_of, text_of


class DiscordWorld:
    """People on the bench, who do what the contracts ask of them."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        carl = simcord.MemberActor(bench.env, bench.guild, bench.env.create_user("carl"))
        self._people = {ANN: bench.ann, BEN: bench.ben, CARL: carl}
        self._badge = bench.guild.create_role("Regular")
        self._other = bench.guild.create_role("Other app")
        bench.env.backend.guilds[bench.guild.id].roles[self._other.id].managed = True
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
        shown = [one for one in self._seen_by(person) if label in labels_of(components_of(one))]
        pressed = await self._people[person].click(shown[-1], label=label)
        self._last = pressed if pressed.modal is not None else self._last

    async def submit(self, person: str, values: Mapping[str, str]) -> None:
        assert self._last is not None
        shown = [label["component"] for label in (self._last.modal or {})["components"]]
        standing = {field["custom_id"]: field.get("value", field.get("default", "")) for field in shown}
        await self._people[person].submit_modal(self._last, {**standing, **values})

    async def repeat(self) -> None:
        self._bench.env.backend.emit("INTERACTION_CREATE", self._told[-1])
        await self._bench.env.settle()

    async def has_bot(self, *, here: bool) -> None:
        event = ("GUILD_CREATE", self._bench.there()) if here else ("GUILD_DELETE", {"id": self.space.space_id})
        self._bench.env.backend.emit(*event)
        await self._bench.env.settle()

    async def block(self, person: str) -> None:
        private = self._people[person].user.dm_channel
        self._bench.env.inject_error(
            "POST", f"/channels/{private.id}/messages", status=403, code=50007, message="Cannot send", times=None
        )

    def pings(self, person: str) -> int:
        """By what Discord was asked: the Discord in memory looks for mentions in contents alone."""
        number = self._people[person].id
        return sum(
            f"<@{number}>" in text_of(body["components"]) and number in body["allowed_mentions"].get("users", ())
            for body in self._bench.bodies("POST", f"/channels/{self._bench.channel.id}/messages")
            if not body["allowed_mentions"].get("parse")
        )

    async def seen(self, person: str) -> Sequence[Seen]:
        return [
            Seen(
                text_of(components_of(one)).replace("\\", ""),
                labels_of(components_of(one)),
                private=one.guild is None or one.flags.ephemeral or one.channel.id != self._bench.channel.id,
                pictures=tuple([await file.read() for file in one.attachments if file.filename.endswith(".png")]),
            )
            for one in self._seen_by(person)
        ]

    def _seen_by(self, person: str) -> list[discord.Message]:
        member = self._people[person]
        public, private = self._bench.channel.history(viewer=member), member.user.dm_channel.history()
        backend = self._bench.env.backend
        inside = [one for one in self._bench.channel.threads if member.id in backend.channels[one.id].thread_members]
        threads = [one for thread in inside for one in thread.history(viewer=member)]
        shown = [one for one in (*public, *private, *threads) if not one.is_system()]
        return sorted(shown, key=lambda one: one.id)

    @property
    def clock(self) -> Clock:
        return self._bench.clock

    @property
    def badge(self) -> str:
        return str(self._badge.id)

    @property
    def impossible_badge(self) -> str:
        return str(self._bench.guild.default_role.id)

    async def vote(self, person: str, message_id: str, *options: int) -> None:
        [shown] = [one for one in self._bench.channel.history() if str(one.id) == message_id]
        await self._people[person].set_poll_votes(shown, answers=[option + 1 for option in options])

    async def follow(self, person: str, address: str) -> None:
        """Join by an invite; the Discord in memory counts no uses by itself, and ends none at its last use."""
        backend, code = self._bench.env.backend, address.rpartition("/")[2]
        if code not in backend.invites:
            raise LookupError(address)
        backend.invites[code].uses += 1
        self._bench.guild.add_member(self._people[person].user)
        await self._bench.env.settle()

    async def forbid_badges(self) -> None:
        rights = discord.Permissions.all()
        rights.update(administrator=False, manage_roles=False)
        await self._bench.may(rights)

    def wears(self, person: str) -> bool:
        member = self._bench.env.backend.guilds[self._bench.guild.id].members[self._people[person].id]
        return self._badge.id in member.role_ids

    async def door(self) -> ChannelRef:
        return ChannelRef("discord", str(self._bench.guild.create_role("Backstage").id), self.space.space_id)

    def is_behind(self, door: ChannelRef, person: str) -> bool:
        member = self._bench.env.backend.guilds[self._bench.guild.id].members[self._people[person].id]
        return int(door.channel_id) in member.role_ids

    def is_inside(self, person: str, thread: str = "") -> bool:
        if thread:
            channel = self._bench.env.backend.get_channel(int(thread))
            return self._people[person].id in channel.thread_members
        return self._people[person].id in self._bench.env.backend.guilds[self._bench.guild.id].members
