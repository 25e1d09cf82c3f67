"""When it is looked again at what members have of a network's own: after a link, a return, a move, and once a day."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.community.linked import parts_of
from bot.delivery.giving import NO_ACCOUNT, NOT_HERE
from bot.delivery.marking import GIVEN, TAKEN
from bot.delivery.personal_invites import forget_invites
from bot.delivery.posting import About, post_effects
from bot.delivery.wanting import Stands
from bot.model.grants import Native, NativeKind
from bot.model.identity import AccountRef, SpaceRef
from bot.storage.database import Reader
from bot.storage.grant_tables import native_doors, native_grants, native_marks
from bot.storage.tables import accounts, members, persons, spaces
from bot.storage.work import Work

AT_ONCE: Final = 500
"""How many effects one short transaction posts."""

_G: Final = native_grants.c
_M: Final = native_marks.c


async def look_again(work: Work, community_id: int, member_ids: Sequence[int]) -> None:
    """What these members should have may be other than it was: they were linked or parted, or somebody left."""
    open = sa.select(_G.space_id, _G.member_id).where(
        _G.community_id == community_id, _G.member_id.in_(member_ids), _G.told != TAKEN
    )
    mine = sa.select(spaces.c.id).where(spaces.c.community_id == community_id)
    marked = sa.select(_M.space_id, _M.member_id).where(_M.member_id.in_(member_ids), _M.space_id.in_(mine))
    rows = await work.rows(open.union(marked))
    await post_effects(work, community_id, [About(space, member) for space, member in rows])


async def look_at_family(work: Work, community_id: int, member_id: int) -> None:
    """The same for a member with all accounts that are linked with theirs."""
    ids = [id for (id,) in await work.rows(parts_of(member_id))]
    await look_again(work, community_id, ids)


async def look_at_account(work: Work, community_id: int, account: AccountRef) -> None:
    """The same for whoever has this account."""
    query = (
        sa.select(members.c.id)
        .join(persons, members.c.person_id == sa.func.coalesce(persons.c.points_to, persons.c.id))
        .join(accounts, accounts.c.person_id == persons.c.id)
        .where(accounts.c.platform == account.platform, accounts.c.external_id == account.user_id)
        .where(members.c.community_id == community_id)
    )
    member_id = await work.value(query)
    if member_id is not None:
        await look_at_family(work, community_id, member_id)


async def came_back(work: Work, space: SpaceRef, account: AccountRef, community_id: int) -> None:
    """The account entered the space. What it had there before it may have lost on leaving: nobody knows."""
    where = sa.select(spaces.c.id).where(spaces.c.platform == space.platform, spaces.c.external_id == space.space_id)
    theirs = (_M.platform == account.platform) & (_M.external_id == account.user_id)
    theirs &= _M.space_id.in_(where) & (_M.stands == Stands.YES.value)
    if await work.value(sa.select(sa.exists().where(theirs))):
        await work.execute(sa.update(native_marks).where(theirs).values(stands=Stands.MAYBE.value))
    await look_at_account(work, community_id, account)


async def asked_in(work: Work, door: SpaceRef, account: AccountRef, community_id: int) -> None:
    """The account asks to come in at a door. Whoever it is open to is let in; all others are left to who runs it."""
    theirs = (_M.platform == account.platform) & (_M.external_id == account.user_id)
    theirs &= (_M.kind == NativeKind.DOOR.value) & (_M.ref == door.space_id)
    theirs &= _M.stands.in_((Stands.YES.value, Stands.OFFERED.value))
    if await work.value(sa.select(sa.exists().where(theirs))):
        await work.execute(sa.update(native_marks).where(theirs).values(stands=Stands.MAYBE.value))
    await look_at_account(work, community_id, account)


async def forget_members(work: Work, community_id: int, member_ids: Sequence[int]) -> None:
    """Who is erased has nothing any more; what stands is taken off accounts that are nobody's from now on."""
    mine = sa.select(spaces.c.id).where(spaces.c.community_id == community_id)
    theirs = _M.member_id.in_(member_ids) & _M.space_id.in_(mine)
    rows = await work.rows(sa.select(_M.space_id, _M.platform, _M.external_id).where(theirs).distinct())
    await work.execute(sa.delete(native_marks).where(theirs, _M.stands == Stands.NO.value))
    await work.execute(sa.update(native_marks).where(theirs).values(member_id=None))
    await work.execute(sa.delete(native_grants).where(_G.member_id.in_(member_ids)))
    about = [About(space, account=AccountRef(platform, user)) for space, platform, user in rows]
    await post_effects(work, community_id, about)
    await forget_invites(work, member_ids)


async def move_door(work: Work, old: SpaceRef, new: SpaceRef) -> bool:
    """A group goes on under another id; so does what it opens. False where it was no door."""
    is_door = (native_doors.c.platform == old.platform) & (native_doors.c.external_id == old.space_id)
    moving = sa.update(native_doors).where(is_door).values(external_id=new.space_id)
    was_door = bool((await work.execute(moving)).rowcount)
    where = sa.select(spaces.c.id).where(spaces.c.platform == old.platform)
    for table in (native_grants, native_marks):
        same = (table.c.kind == NativeKind.DOOR.value) & (table.c.ref == old.space_id) & table.c.space_id.in_(where)
        await work.execute(sa.update(table).where(same).values(ref=new.space_id))
    return was_door


async def forget_door(work: Work, what: Native) -> None:
    """It is none of the community's any more: what was given there is over, and nobody is seen out."""
    for table, change in (
        (native_grants, sa.update(native_grants).values(ended_at=work.now, told=TAKEN)),
        (native_marks, sa.delete(native_marks)),
    ):
        same = (table.c.space_id == what.space_id) & (table.c.kind == what.kind.value) & (table.c.ref == what.ref)
        await work.execute(change.where(same))


async def doubt_space(work: Work, space_id: int) -> None:
    """The bot was away from a space, or it goes on under another id: nobody knows what stands there."""
    stands = (_M.space_id == space_id) & (_M.stands == Stands.YES.value)
    await work.execute(sa.update(native_marks).where(stands).values(stands=Stands.MAYBE.value))


async def next_in_doubt(
    reader: Reader, now: datetime, after: tuple[Any, ...] | None, *, space_id: int | None = None
) -> tuple[Sequence[tuple[int, About]], tuple[Any, ...] | None]:
    """Some of those about whom wanted and known disagree, each with its community, and where to go on from.

    With `space_id` all who have, or should have, anything in that space.
    """
    marks = after is not None and after[0] == "marks"
    query = _marks_in_doubt(space_id) if marks else _grants_in_doubt(now, space_id)
    key = (_M.space_id, _M.platform, _M.external_id) if marks else (_G.space_id, _G.member_id)
    if after is not None and len(after) > 1:
        query = query.where(sa.tuple_(*key) > sa.tuple_(*(sa.literal(value) for value in after[1:])))
    rows = await reader.rows(query.order_by(*key).limit(AT_ONCE))
    found = [(row.community_id, _about(row, marks=marks)) for row in rows]
    if len(rows) == AT_ONCE:
        return found, ("marks" if marks else "grants", *(rows[-1][: len(key)]))
    return found, None if marks else ("marks",)


def _grants_in_doubt(now: datetime, space_id: int | None) -> sa.Select[Any]:
    query = sa.select(_G.space_id, _G.member_id, spaces.c.community_id).distinct()
    query = query.join(spaces, spaces.c.id == _G.space_id).where(_G.told != TAKEN)
    if space_id is not None:
        return query.where(_G.space_id == space_id)
    gone = sa.exists().where(members.c.id == _G.member_id, members.c.left_at.is_not(None))
    waits = (_G.told == NO_ACCOUNT.key) | ((_G.told == NOT_HERE.key) & gone)  # until they come, or are linked
    over = _G.ended_at.is_not(None) | (_G.until <= now)
    return query.where(spaces.c.left_at.is_(None), over | ((_G.told != GIVEN) & ~waits))


def _marks_in_doubt(space_id: int | None) -> sa.Select[Any]:
    columns = (_M.space_id, _M.platform, _M.external_id, sa.func.max(_M.member_id).label("member_id"))
    query = sa.select(*columns, spaces.c.community_id).join(spaces, spaces.c.id == _M.space_id)
    query = query.group_by(*columns[:3], spaces.c.community_id)
    if space_id is not None:
        return query.where(_M.space_id == space_id)
    query = query.where(spaces.c.left_at.is_(None))
    return query.where(_M.problem.is_not(None) | (_M.stands == Stands.MAYBE.value) | _M.member_id.is_(None))


def _about(row: sa.Row[*tuple[Any, ...]], *, marks: bool) -> About:
    if not marks or row.member_id is not None:
        return About(row.space_id, row.member_id)
    return About(row.space_id, account=AccountRef(row.platform, row.external_id))


async def retry(work: Work, community_id: int, what: Native) -> int:
    """Try again at once what a network refused of something; returns for how many accounts."""
    same = (_M.space_id == what.space_id) & (_M.kind == what.kind.value) & (_M.ref == what.ref)
    query = _marks_in_doubt(None).where(same, _M.problem.is_not(None), spaces.c.community_id == community_id)
    about = [_about(row, marks=True) for row in await work.rows(query)]
    await post_effects(work, community_id, about)
    return len(about)
