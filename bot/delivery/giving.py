"""Ask a network for one thing: to put something on an account, or to take it off; and what its answer means."""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from bot.delivery.wanting import Act, Home
from bot.guard import Failure, attempt
from bot.model.grants import Native, NativeKind
from bot.model.identity import AccountRef, ChannelRef, Space, SpaceRef
from bot.model.native import Natives
from bot.model.ports import Platform
from bot.model.results import Problem, SendResult, SendStatus

NOT_HERE: Final = Problem("core-native-not-here")
NO_ACCOUNT: Final = Problem("core-native-no-account")
SILENT: Final = Problem("core-network-silent")
AWAY: Final = Problem("core-native-away")
NO_ANSWER: Final = Problem("core-native-no-answer")
PERSONAL: Final = frozenset((NOT_HERE.key, NO_ACCOUNT.key, AWAY.key, "core-native-administrator"))
"""Problems that hosts are not told of: the person is not there, or cannot wear it; or the bot itself is not there."""

REASON_LENGTH = 300
"""Networks' logs take no more than some hundred characters."""

_NOT_NOW = (SendStatus.LATER, SendStatus.SPARED, SendStatus.UNKNOWN)


class Came(StrEnum):
    """What came of an act."""

    DONE = "done"
    LATER = "later"  # nobody knows whether it is done, or it could not be done now: it is done again
    REFUSED = "refused"
    SILENT = "silent"  # it was tried for long enough, and nobody knows


class Done(Struct, frozen=True):
    """An act and what came of it. `way`: an address that the person has to follow themselves."""

    act: Act
    came: Came
    problem: Problem | None = None
    retry_at: datetime | None = None
    way: str = ""


class Networks:
    """The networks' own doors and badges, asked so that nothing is raised and nothing takes for ever."""

    def __init__(self, platforms: Mapping[str, Platform], seconds: float) -> None:
        self._platforms = platforms
        self._seconds = seconds

    def natives(self, platform: str) -> Natives | None:
        """What a network has; None where it is not set up."""
        edge = self._platforms.get(platform)
        return None if edge is None else edge.natives

    def shows_one_badge(self, platform: str) -> bool:
        """Whether a person shows one badge at most there."""
        natives = self.natives(platform)
        return natives is not None and natives.badges is not None and natives.badges.one_at_a_time

    async def do(self, home: Home, act: Act) -> Done:
        """Do it. A network that is not set up, or takes too long, is asked again later."""
        natives = self.natives(home.ref.platform)
        if natives is None:
            return Done(act, Came.LATER)
        asking = _asking(natives, home.ref, act)
        if asking is None:
            return Done(act, Came.REFUSED, Problem("core-native-unknown"))
        try:
            async with asyncio.timeout(self._seconds):
                answer = await attempt(asking, place=f"{'giving' if act.given else 'taking'} a {act.thing.kind}")
        except TimeoutError:
            return Done(act, Came.LATER)
        if isinstance(answer, Failure):
            return Done(act, Came.REFUSED, Problem("core-native-broken", (("code", answer.code),)))
        return await self._meant(natives, home, act, answer)

    async def _meant(self, natives: Natives, home: Home, act: Act, answer: SendResult) -> Done:
        if answer.status is SendStatus.SENT:
            return Done(act, Came.DONE, way=answer.reference)
        if answer.status in _NOT_NOW:
            return Done(act, Came.LATER, retry_at=answer.retry_at)
        if answer.status is SendStatus.GONE and not act.given:
            return Done(act, Came.DONE)  # what is not there cannot be on anybody
        problem = answer.problem
        if problem is None:
            problem = next(iter(await self.problems(home.ref, Native(home.id, act.thing.kind, act.thing.ref))), None)
        if problem is None:
            gone = answer.status is SendStatus.GONE
            problem = NOT_HERE if gone else Problem("core-native-refused", (("why", answer.reason),))
        return Done(act, Came.REFUSED, problem)

    async def make_room(self, space: Space, name: str) -> Native | Problem:
        """A private thread with nobody in it, where the community's posts are; or why there is none."""
        natives = self.natives(space.ref.platform)
        if natives is None or natives.doors is None or space.post_channel is None:
            return Problem("core-native-no-rooms")
        channel = ChannelRef(space.ref.platform, space.post_channel, space.ref.space_id)
        opening = natives.doors.open_thread(channel, name, [])
        made = await attempt(opening, place="opening a private thread", seconds=self._seconds)
        if isinstance(made, Failure) or made.status in _NOT_NOW:
            return SILENT
        if made.status is SendStatus.SENT:
            return Native(space.id, NativeKind.DOOR, made.reference)
        refused = made.status is SendStatus.FORBIDDEN
        return Problem("core-native-refused", (("why", made.reason),)) if refused else Problem("core-native-no-rooms")

    async def problems(self, space: SpaceRef, what: Native) -> Sequence[Problem]:
        """What would stop the bot from giving something; that the network does not answer is one of it."""
        natives = self.natives(space.platform)
        if natives is None:
            return (SILENT,)
        asking: Awaitable[Sequence[Problem]]
        if what.kind is NativeKind.BADGE and natives.badges is not None:
            asking = natives.badges.check_badge(space, what.ref)
        elif what.kind is NativeKind.DOOR and natives.doors is not None:
            asking = natives.doors.check_door(_door(space, what.ref))
        else:
            return (Problem("core-native-unknown"),)
        try:
            async with asyncio.timeout(self._seconds):
                found = await attempt(asking, place=f"asking about a {what.kind}")
        except TimeoutError:
            return (SILENT,)
        return (SILENT,) if isinstance(found, Failure) else found


def _asking(natives: Natives, space: SpaceRef, act: Act) -> Awaitable[SendResult] | None:
    account, ref = act.wearer.account, act.thing.ref
    if act.thing.kind is NativeKind.BADGE and natives.badges is not None:
        change = natives.badges.give_badge if act.given else natives.badges.take_badge
        return change(space, account, ref, reason=act.reason[:REASON_LENGTH] or "Afterglow")
    if act.thing.kind is NativeKind.DOOR and natives.doors is not None:
        return _passing(natives, _door(space, ref), account, inside=act.given)
    return None


def _passing(natives: Natives, door: ChannelRef, account: AccountRef, *, inside: bool) -> Awaitable[SendResult]:
    assert natives.doors is not None
    return natives.doors.let_in(door, account) if inside else natives.doors.see_out(door, account)


def _door(space: SpaceRef, ref: str) -> ChannelRef:
    return ChannelRef(space.platform, ref, space.space_id)
