"""Parting: a space goes its own way again. What the bot gave in it is taken off, history stays where it was."""

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.linking import Links
from bot.core.parts import Parts
from bot.core.triggering import install_journeys
from bot.delivery.native_polls import close_all_in
from bot.delivery.posting import About, post_effects
from bot.delivery.upkeep import forget_door
from bot.model.decisions import Reason, State
from bot.model.grants import Native, NativeKind
from bot.model.identity import Community, Space
from bot.storage.award_tables import badges
from bot.storage.dialect import upsert
from bot.storage.grant_tables import native_doors, native_grants
from bot.storage.queue import Line, enqueue
from bot.storage.tables import UNSETTLED, accounts, communities, deliveries, members, spaces
from bot.storage.work import Work

AT_ONCE: Final = 200
"""So many people leave in one transaction."""


async def part(parts: Parts, work: Work, space: Space) -> Community:
    """Make a community of its own of a space, which speaks and keeps time as the one did that it leaves."""
    before = await Communities(work).get(space.community_id)
    await _leave_nothing_behind(work, space)
    row = await work.row(sa.select(communities).where(communities.c.id == before.id))
    assert row is not None
    values = {name: getattr(row, name) for name in ("language", "zone", "quiet_from", "quiet_until")}
    name = space.title or before.name
    id = await work.insert(sa.insert(communities).values(name=name, **values, created_at=work.now))
    alone = {"community_id": id, "joined_at": None, "trusted": False}
    await work.execute(sa.update(spaces).where(spaces.c.id == space.id).values(**alone))
    await _find_a_place(parts, work, space)
    await install_journeys(work, parts.registry, id)
    if not any(one.ref.platform == space.ref.platform for one in await Communities(work).spaces(before.id)):
        arguments = {"community_id": before.id, "own_id": id, "platform": space.ref.platform}
        line = Line("core", "part", arguments)
        await enqueue(await work.transaction(), line, work.now)
    return await Communities(work).get(id)


async def _find_a_place(parts: Parts, work: Work, space: Space) -> None:
    """One that joined may have posted nothing, since posts went elsewhere on its network."""
    platform = parts.platforms.get(space.ref.platform)
    if space.post_channel is None and platform is not None:
        await Communities(work).set_channels(space.ref, post=platform.channels(space.ref).post)


async def _leave_nothing_behind(work: Work, space: Space) -> None:
    """What was given in the space is looked at anew: it is wanted by nobody there. Doors beside it are closed."""
    open = sa.select(native_grants.c.member_id).where(
        native_grants.c.space_id == space.id, native_grants.c.told != "taken"
    )
    about = [About(space.id, member) for (member,) in await work.rows(open.distinct())]
    doors = sa.select(native_doors.c.external_id).where(native_doors.c.space_id == space.id)
    for (ref,) in await work.rows(doors):
        await forget_door(work, Native(space.id, NativeKind.DOOR, ref))
    await work.execute(sa.delete(native_doors).where(native_doors.c.space_id == space.id))
    await post_effects(work, space.community_id, about)
    shown = sa.select(badges.c.id, badges.c.natives).where(badges.c.community_id == space.community_id)
    for id, natives in await work.rows(shown):
        if str(space.id) in natives:
            left = {place: ref for place, ref in natives.items() if place != str(space.id)}
            await work.execute(sa.update(badges).where(badges.c.id == id).values(natives=left))
    await _drop_posts(work, space)
    await close_all_in(work, space.id)


async def _drop_posts(work: Work, space: Space) -> None:
    """What was to be posted there later is not: it would be about somebody else's streams."""
    mine = (deliveries.c.community_id == space.community_id) & deliveries.c.member_id.is_(None)
    waits = mine & UNSETTLED & deliveries.c.state.in_((State.PENDING.value, State.HELD.value))
    here = [space.ref.platform, space.ref.space_id]
    rows = await work.rows(sa.select(deliveries.c.id, deliveries.c.payload).where(waits))
    ids = [
        id for id, payload in rows if list((payload or {}).get("channel", ()))[:2] == here and "space" not in payload
    ]
    skipped = {"state": State.SKIPPED.value, "reason": Reason.JOINED.value, "settled_at": work.now}
    await work.execute(sa.update(deliveries).where(deliveries.c.id.in_(ids)).values(**skipped))


async def leave(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """The job after a parting: who is met only on that network is a member of the new community, and no more here."""
    community_id, own_id, platform = arguments["community_id"], arguments["own_id"], arguments["platform"]
    after: int | None = 0
    while after is not None:
        async with parts.work() as work:
            if await Communities(work).has_joined(own_id):
                return  # it came back meanwhile
            after = await _let_some_leave(work, community_id, own_id, platform, after)
    parts.members_changed()


async def _let_some_leave(work: Work, community_id: int, own_id: int, platform: str, after: int) -> int | None:
    """The next of them, behind the id `after`. Returns the last; None when nobody was left.

    Nobody is greeted as if they were new; and who stopped or hid goes on to. What they agreed to was agreed to here.
    """
    theirs = sa.exists().where(accounts.c.person_id == members.c.person_id, accounts.c.platform == platform)
    here = (members.c.community_id == community_id) & members.c.left_at.is_(None) & theirs
    query = sa.select(members.c.id).where(here, members.c.id > after).order_by(members.c.id).limit(AT_ONCE)
    ids = [id for (id,) in await work.rows(query)]
    if not ids:
        return None
    kept = [members.c[name] for name in ("person_id", "name", "stopped_at", "hidden")]
    values = [sa.literal(own_id), sa.literal(work.now, members.c.joined_at.type)]
    some = sa.select(*values, *kept).where(members.c.id.in_(ids))
    names = ["community_id", "joined_at", *(column.name for column in kept)]
    await work.execute(upsert(work.dialect, members).from_select(names, some).on_conflict_do_nothing())
    await work.execute(sa.update(members).where(members.c.id.in_(ids)).values(left_at=work.now))
    await Links(work).let_act_in(own_id)
    return int(ids[-1])
