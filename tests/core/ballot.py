"""A plugin that opens polls of the networks' own and invites people, and what it heard of them."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

from bot.api import (
    Background,
    Chosen,
    Context,
    MemberArrived,
    NativePoll,
    NativePollEnded,
    NativePollFailed,
    NativePolls,
    PersonalInvites,
    Plugin,
    Poll,
    Problem,
    Space,
    UserError,
    escape,
)
from bot.app import App
from bot.community.communities import Communities
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.core.services import build
from bot.storage.work import Work


@dataclass
class Ballot:
    """What was voted, and what plugins heard."""

    votes: list[tuple[str, int, tuple[int, ...]]] = field(default_factory=list)
    ended: list[tuple[str, tuple[int, ...], bool]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    arrived: list[MemberArrived] = field(default_factory=list)
    plugin: Plugin = field(init=False)

    def __post_init__(self) -> None:
        self.plugin = plugin = Plugin("box")

        @plugin.command()
        async def awake(ctx: Context) -> None:
            """See whether somebody is answered."""
            await ctx.reply(escape("awake"))

        @plugin.action("box-cast")
        async def cast(ctx: Context, poll: int, chosen: Chosen) -> None:
            if chosen == (2,):
                raise UserError("button-unknown")
            if chosen == (0, 1, 2):
                raise RuntimeError("the box broke")
            self.votes.append((ctx.member.name, poll, tuple(chosen)))
            await ctx.reply(escape("counted"))

        @plugin.action("box-whisper", unkept=True)
        async def whisper(ctx: Context) -> None:
            self.votes.append(("somebody", 0, ()))

        @plugin.on(NativePollEnded)
        async def over(ctx: Background, event: NativePollEnded) -> None:
            self.ended.append((event.name, event.votes, event.final))

        @plugin.on(NativePollFailed)
        async def missing(ctx: Background, event: NativePollFailed) -> None:
            self.failed.append((event.name, event.why))

        @plugin.on(MemberArrived)
        async def came(ctx: Background, event: MemberArrived) -> None:
            self.arrived.append(event)

    @property
    def loaded(self) -> Loaded:
        """The plugin alone."""
        return Loaded(Registry([self.plugin]), ())


@dataclass(frozen=True)
class Box:
    """The first community's services, in its first space on a network, each call a piece of work of its own."""

    app: App
    platform: str = "local"

    @contextlib.asynccontextmanager
    async def work(self) -> AsyncIterator[tuple[Work, Space]]:
        """A piece of work, and the space."""
        async with self.app.parts.work() as work:
            [community, *_] = await Communities(work).all()
            spaces = await Communities(work).spaces(community.id)
            yield work, next(space for space in spaces if space.ref.platform == self.platform)

    async def polls(self, work: Work) -> NativePolls:
        [community, *_] = await Communities(work).all()
        return build(NativePolls, self.app.parts, work, community)

    async def invites(self, work: Work) -> PersonalInvites:
        [community, *_] = await Communities(work).all()
        return build(PersonalInvites, self.app.parts, work, community)

    async def open(self, name: str = "box:7", poll: Poll | None = None, *, number: int = 7) -> Problem | None:
        """Open a poll, for two hours unless told otherwise."""
        async with self.work() as (work, space):
            shown = poll or self.poll()
            return await (await self.polls(work)).open(name, space, shown, action="box.cast", arguments=(number,))

    def poll(self, *, hours: float = 2, several: bool = False, anonymous: bool = False) -> Poll:
        """A poll of three answers."""
        closes = self.app.parts.clock.now() + timedelta(hours=hours)
        return Poll("What next?", ("Tea", "Soap", "Rest"), closes, several, anonymous)

    async def fits(self, poll: Poll) -> str:
        """The key of the problem; "" for none."""
        async with self.work() as (work, space):
            problem = await (await self.polls(work)).fits(space, poll)
        return "" if problem is None else problem.key

    async def close(self, name: str = "box:7") -> bool:
        """Close a poll."""
        async with self.work() as (work, _):
            return await (await self.polls(work)).close(name)

    async def find(self, name: str = "box:7") -> NativePoll | None:
        """How a poll stands."""
        async with self.work() as (work, _):
            return await (await self.polls(work)).find(name)

    async def invite(self, member_id: int, *, on_request: bool = False) -> str | Problem:
        """A member's invite."""
        async with self.work() as (work, space):
            return await (await self.invites(work)).of(member_id, space, on_request=on_request)

    async def revoke(self, member_id: int) -> bool:
        """Take a member's invite back."""
        async with self.work() as (work, space):
            return await (await self.invites(work)).revoke(member_id, space)
