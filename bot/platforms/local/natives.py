"""What the local chat has of its own beside messages and polls: tags behind names, invites, private threads, files."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.native import InviteSpec, NativeBadge, OwnInvite, Place, Standing
from bot.model.results import Problem, SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.local.records import CHANNELS, FILE, HOSTS, PLATFORM, SPACE
from bot.platforms.local.room import Room

TAG_LENGTH = 16  # Telegram's ceiling, the lowest there is
_DONE = SendResult(SendStatus.SENT)
_NO_RIGHT = Problem("local-problem-right", (("right", Right.MANAGE_ROLES.value),))


class LocalFiles:
    """Implements the port `Files`: a reference is what stands in the file, or where on this machine it lies."""

    async def fetch(self, reference: str) -> bytes | SendResult:
        """See the port."""
        if not reference.startswith(FILE):
            return reference.encode()
        try:
            return await asyncio.to_thread(Path(reference.removeprefix(FILE)).read_bytes)
        except OSError as error:
            return SendResult(SendStatus.GONE, reason=str(error))


class LocalBadges:
    """Implements the port `Badges`: a free text behind the name, one a person."""

    def __init__(self, room: Room) -> None:
        self._room = room

    @property
    def one_at_a_time(self) -> bool:
        """See the port."""
        return True

    async def badges(self, space: SpaceRef) -> Sequence[NativeBadge]:
        """See the port: tags are free text, but the chat may have roles as well."""
        roles = self._room.roles.items()
        return [NativeBadge(id, name, next(iter(await self.check_badge(space, id)), None)) for id, name in roles]

    async def check_badge(self, space: SpaceRef, badge: str) -> Sequence[Problem]:
        """See the port."""
        if not 0 < len(badge) <= TAG_LENGTH:
            return (Problem("local-problem-tag", (("tag", badge), ("most", str(TAG_LENGTH)))),)
        lacking = Right.MANAGE_ROLES in self._room.lacking
        return (_NO_RIGHT,) if lacking else ()

    async def give_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """See the port."""
        if (fault := self._room.fault()) is not None:
            return fault
        if problems := await self.check_badge(space, badge):
            return SendResult(SendStatus.FORBIDDEN, reason=problems[0].key, problem=problems[0])
        if not self._room.is_here(account):
            return _nobody(account)
        self._room.tags[account.user_id] = badge
        return _DONE

    async def take_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """See the port."""
        if (fault := self._room.fault()) is not None:
            return fault
        if self._room.tags.get(account.user_id) == badge:
            if Right.MANAGE_ROLES in self._room.lacking:
                return SendResult(SendStatus.FORBIDDEN, reason="local-problem-right", problem=_NO_RIGHT)
            del self._room.tags[account.user_id]
        return _DONE


class LocalInvites:
    """Implements the port `Invites`: addresses that people follow into the space."""

    def __init__(self, room: Room, clock: Clock, comes: Callable[[str, str], Awaitable[None]]) -> None:
        """`comes` lets a person in by an invite."""
        self._room = room
        self._clock = clock
        self._comes = comes

    async def make_invite(self, space: SpaceRef, invite: InviteSpec) -> SendResult:
        """See the port."""
        if (fault := self._room.fault()) is not None:
            return fault
        if Right.CREATE_INVITES in self._room.lacking:
            return SendResult(SendStatus.FORBIDDEN, reason="local-problem-right")
        address = f"local:invite-{len(self._room.made) + 1}"
        self._room.invites[address] = invite
        self._room.made[address], self._room.used[address] = self._clock.now(), 0
        return SendResult(SendStatus.SENT, reference=address)

    async def revoke_invite(self, space: SpaceRef, address: str) -> SendResult:
        """See the port."""
        if self._room.invites.pop(address, None) is None:
            return SendResult(SendStatus.GONE, reason=f"no invite {address}")
        return _DONE

    async def own_invites(self, space: SpaceRef) -> Sequence[OwnInvite] | None:
        """See the port."""
        room = self._room
        return [OwnInvite(address, room.used[address], room.made[address]) for address in room.invites]

    async def answer_request(self, space: SpaceRef, account: AccountRef, *, welcome: bool) -> SendResult:
        """See the port."""
        if account.user_id not in self._room.waiting:
            return _nobody(account)
        invite = self._room.waiting.pop(account.user_id)
        if welcome:
            await self._comes(account.user_id, invite)
        return _DONE


class LocalDoors:
    """Implements the port `Doors`: private threads, which only those inside read."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def open_thread(self, channel: ChannelRef, name: str, people: Sequence[AccountRef]) -> SendResult:
        """See the port."""
        thread = f"thread-{len(self._room.threads) + 1}"
        self._room.threads[thread] = {account.user_id for account in people}
        return SendResult(SendStatus.SENT, reference=thread)

    async def let_in(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port."""
        if (fault := self._room.fault()) is not None:
            return fault
        inside = self._room.threads.get(door.channel_id)
        if inside is None or not self._room.is_here(account):
            return _nobody(account)
        inside.add(account.user_id)
        return _DONE

    async def see_out(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port."""
        if (fault := self._room.fault()) is not None:
            return fault
        inside = self._room.threads.get(door.channel_id)
        if inside is None:
            return _nobody(account)
        inside.discard(account.user_id)
        return _DONE

    async def check_door(self, door: ChannelRef) -> Sequence[Problem]:
        """See the port."""
        if door.channel_id in self._room.threads:
            return ()
        return (Problem("local-problem-no-door", (("door", door.channel_id),)),)


class LocalDirectory:
    """Implements the port `Directory`."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def places(self, space: SpaceRef) -> Sequence[Place]:
        """See the port."""
        if space != SPACE:
            return ()
        return [self._place(channel) for channel in CHANNELS]

    def _place(self, channel: ChannelRef) -> Place:
        why = self._room.shut.get(channel.channel_id)
        problem = Problem(why, (("place", channel.channel_id),)) if why else None
        return Place(channel, channel.channel_id, hosts_only=channel == HOSTS, problem=problem)

    async def standing(self, space: SpaceRef, account: AccountRef) -> Standing | None:
        """See the port."""
        person = self._room.people.get(account.user_id)
        if person is None:
            return Standing("", here=False)
        return Standing(person.name, person.user_id not in self._room.away, person.floor, person.actor.groups)

    def made_at(self, account: AccountRef) -> datetime | None:
        """See the port: nobody knows."""
        return None

    def link(self, payload: str) -> str | None:
        """See the port. Only the chat itself can follow it."""
        return f"local:open-{payload}"


def _nobody(account: AccountRef) -> SendResult:
    return SendResult(SendStatus.GONE, reason=f"nobody here is {account.user_id!r} on {PLATFORM}")
