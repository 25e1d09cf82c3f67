"""Personal invites: addresses by which a network tells whose guest somebody is who joins."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from bot.community.linked import counts_for, is_here, parts_of
from bot.community.people import Invitation
from bot.delivery.posting import LET_IN, REVOKE, post_chore
from bot.guard import Failure, attempt
from bot.model.identity import Community, Space, SpaceRef
from bot.model.incoming import InviteGone, JoinRequested, MemberJoined, SpaceMoved
from bot.model.native import Invites, InviteSpec, OwnInvite
from bot.model.ports import Platform
from bot.model.results import Problem, SendResult, SendStatus
from bot.model.rights import Right
from bot.storage.asking_tables import personal_invites
from bot.storage.dialect import upsert
from bot.storage.tables import members, spaces
from bot.storage.work import Work

SECONDS: Final = 4.0
"""For so long a network may think about an invite; somebody waits for it."""

SILENT: Final = Problem("core-network-silent")
NONE: Final = Problem("core-invite-none")

STRAY_AFTER, STRAY_UNTIL = timedelta(hours=1), timedelta(days=3)
"""So old is an invite of the bot's that nobody has and nobody used, when it is taken for one that was made in vain."""

_I: Final = personal_invites.c
_IS_LIVE: Final = _I.gone_at.is_(None)
_NOT_NOW = (SendStatus.LATER, SendStatus.SPARED, SendStatus.UNKNOWN)


class PersonalInvites:
    """Makes and revokes them within one piece of work; who came by one is told by `MemberArrived`."""

    def __init__(
        self,
        work: Work,
        community_id: int,
        platforms: Mapping[str, Platform],
        apart: Callable[[], AbstractAsyncContextManager[Work]],
    ) -> None:
        self._work = work
        self._apart = apart
        self._community_id = community_id
        self._platforms = platforms

    async def of(self, member_id: int, space: Space, *, on_request: bool = False) -> str | Problem:
        """The address of a member's invite into a space, made at the first call; or why there is none.

        Call it before the first write: the network is asked. What it made is kept at once, whatever becomes of the
        work, so that the next network can be asked, and a picture drawn. With `on_request` whoever follows it asks to
        come in where the network knows that, and the bot lets them as long as the invite stands and its member is here;
        one that was made stays as it is until it is revoked. What is made in vain, by two at once or by a process that
        dies, leads in for nobody, since nobody has it: it is revoked by the next look where the network lists the bot's
        invites.
        """
        if (known := await _live(self._work, member_id, space.id)) is not None:
            return str(known.address)
        platform = self._platforms.get(space.ref.platform)
        invites = platform.natives.invites if platform is not None else None
        if platform is None or invites is None:
            return NONE
        made, asks = await self._make(invites, member_id, space, on_request=on_request)
        if made is None or made.status in _NOT_NOW:
            return SILENT
        if made.status is not SendStatus.SENT:
            return await self._why_not(platform, space, made)
        if self._work.is_writing:
            return await self._keep(self._work, member_id, space, made.reference, on_request=asks)
        async with self._apart() as own:
            return await self._keep(own, member_id, space, made.reference, on_request=asks)

    async def _keep(self, work: Work, member_id: int, space: Space, address: str, *, on_request: bool) -> str | Problem:
        row: dict[str, Any] = {"community_id": self._community_id, "member_id": member_id, "space_id": space.id}
        row |= {"address": address, "on_request": on_request, "made_at": work.now}
        new = upsert(work.dialect, personal_invites).values(**row).on_conflict_do_nothing()
        if (await work.execute(new)).rowcount:
            return address
        return await self._in_vain(work, member_id, space, address)

    async def revoke(self, member_id: int, space: Space) -> bool:
        """Let nobody in by the member's invite any more; False where they have none. The next one is a new one."""
        mine = _I.member_id.in_(parts_of(member_id)) & (_I.space_id == space.id) & _IS_LIVE
        return bool(await revoke_all(self._work, mine, gone=True))

    async def _make(
        self, invites: Invites, member_id: int, space: Space, *, on_request: bool
    ) -> tuple[SendResult | None, bool]:
        """What came of it, None where the network said nothing; and whether one asks by it."""
        spec = InviteSpec(f"Afterglow {member_id}", on_request=on_request)
        made = await attempt(invites.make_invite(space.ref, spec), place="making an invite", seconds=SECONDS)
        if isinstance(made, Failure):
            return None, on_request
        if on_request and made.status is SendStatus.INVALID:  # nobody asks to come in there
            return await self._make(invites, member_id, space, on_request=False)
        return made, on_request

    async def _why_not(self, platform: Platform, space: Space, made: SendResult) -> Problem:
        if made.problem is not None:
            return made.problem
        lacking = platform.check(space.ref, (Right.CREATE_INVITES,))
        found = await attempt(lacking, place="asking about invites", seconds=SECONDS)
        problems = () if isinstance(found, Failure) or made.status is not SendStatus.FORBIDDEN else found
        return next(iter(problems), Problem("core-native-refused", (("why", made.reason),)))

    async def _in_vain(self, work: Work, member_id: int, space: Space, address: str) -> str | Problem:
        """Somebody was faster: theirs is the one."""
        whose = sa.select(_I.id).where(_I.space_id == space.id, _I.address == address)
        if await work.value(whose) is None:
            place = [space.ref.platform, space.ref.space_id]
            transaction, now = await work.transaction(), work.now
            await post_chore(transaction, self._community_id, space.id, place, REVOKE, now, about=address)
        known = await _live(work, member_id, space.id)
        return SILENT if known is None else str(known.address)


async def _live(work: Work, member_id: int, space_id: int) -> sa.Row[*tuple[Any, ...]] | None:
    """The invite of the member, by whichever of their linked accounts; their own before others."""
    mine = _I.member_id.in_(parts_of(member_id)) & (_I.space_id == space_id) & _IS_LIVE
    own_first = sa.case((_I.member_id == member_id, 0), else_=1)
    return await work.row(sa.select(personal_invites).where(mine).order_by(own_first, _I.id))


async def invited_by(work: Work, update: MemberJoined, community: Community) -> Invitation | None:
    """Whose personal invite somebody came by, who acts for them by now; also by one that is gone since.

    An address is nobody else's on its network, whatever id the space had when it was made.
    """
    if not update.invite or update.confidence <= 0 or update.space is None:
        return None
    there = sa.select(spaces.c.id).where(spaces.c.platform == update.space.platform)
    mine = (_I.community_id == community.id) & (_I.address == update.invite) & _I.space_id.in_(there)
    query = sa.select(counts_for(_I.member_id)).where(mine)
    member_id = await work.value(query)
    return None if member_id is None else Invitation(int(member_id), min(update.confidence, 1.0))


async def welcome(work: Work, update: JoinRequested, community: Community) -> None:
    """Let in who asks by a personal invite that was made for it, as long as it stands and its member is here."""
    if not update.invite or update.space is None:
        return
    here = sa.exists().where(members.c.id == counts_for(_I.member_id), is_here())
    standing = (_I.address == update.invite) & _I.on_request & _IS_LIVE & (_I.community_id == community.id)
    space_id = await work.value(sa.select(_I.space_id).where(_is_in(update.space), standing, here))
    if space_id is None:
        return
    place = [update.space.platform, update.space.space_id]
    who = [update.actor.account.platform, update.actor.account.user_id]
    await post_chore(await work.transaction(), community.id, space_id, place, LET_IN, work.now, about=who)


async def invite_gone(work: Work, update: InviteGone) -> None:
    """A network tells that an invite leads in no more."""
    assert update.space is not None, "an invite leads into a space"
    change = sa.update(personal_invites).where(_is_in(update.space), _I.address == update.address, _IS_LIVE)
    await work.execute(change.values(gone_at=work.now))


async def doubt_invites(work: Work, update: SpaceMoved) -> None:
    """A space goes on under another id: no network promises that the invites into it lead on, so each is made anew."""
    old = _is_in(update.to) & (_I.made_at <= update.at) & _IS_LIVE  # told once more, it is none of those made since
    await work.execute(sa.update(personal_invites).where(old).values(gone_at=work.now))


def _is_in(ref: SpaceRef) -> sa.ColumnElement[bool]:
    where = (spaces.c.platform == ref.platform) & (spaces.c.external_id == ref.space_id)
    return _I.space_id.in_(sa.select(spaces.c.id).where(where))


async def revoke_all(work: Work, which: sa.ColumnElement[bool], *, gone: bool) -> int:
    """Let networks revoke these invites; returns how many that were. `gone`: they are kept as such."""
    query = sa.select(_I.id, _I.community_id, _I.space_id, _I.address, spaces.c.platform, spaces.c.external_id)
    rows = await work.rows(query.join(spaces, spaces.c.id == _I.space_id).where(which))
    for row in rows:
        place, transaction = [row.platform, row.external_id], await work.transaction()
        await post_chore(transaction, row.community_id, row.space_id, place, REVOKE, work.now, about=row.address)
        if gone:
            change = sa.update(personal_invites).where(_I.id == row.id)
            await work.execute(change.values(gone_at=work.now))
    return len(rows)


async def forget_invites(work: Work, member_ids: Sequence[int]) -> None:
    """Who is erased invites nobody any more; the rows go with them."""
    await revoke_all(work, _I.member_id.in_(member_ids) & _IS_LIVE, gone=True)


async def compare(work: Work, space: Space, listed: Sequence[OwnInvite]) -> None:
    """What a network lists of the bot's invites: those that are missing are gone, and strays are revoked.

    A stray is one that nobody has and nobody used, made lately: older ones may be from before the bot was ours.
    """
    mine = _I.space_id == space.id
    known = {row.address: row.gone_at is None for row in await work.rows(sa.select(_I.address, _I.gone_at).where(mine))}
    there = {one.address for one in listed}
    missing = [address for address, is_live in known.items() if is_live and address not in there]
    if missing:
        change = sa.update(personal_invites).where(mine, _I.address.in_(missing), _IS_LIVE)
        await work.execute(change.values(gone_at=work.now))
    place = [space.ref.platform, space.ref.space_id]
    for one in listed:
        age = work.now - one.made_at
        if one.address not in known and not one.uses and STRAY_AFTER < age < STRAY_UNTIL:
            transaction = await work.transaction()
            await post_chore(transaction, space.community_id, space.id, place, REVOKE, work.now, about=one.address)
