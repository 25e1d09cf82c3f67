"""What follows from what became of native grants: hosts hear of failures, members how to get in; and the daily look."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.native_names import name_of, title_of
from bot.core.networks import Networks
from bot.core.parts import Parts
from bot.core.telling import Telling
from bot.delivery.giving import PERSONAL
from bot.delivery.posting import post_effects
from bot.delivery.upkeep import next_in_doubt
from bot.delivery.zones import first_zone
from bot.errors import MemberGoneError
from bot.model.events import NativeSettled
from bot.model.grants import Native, NativeKind
from bot.model.identity import Community
from bot.storage.grant_tables import native_grants
from bot.storage.queue import Line
from bot.storage.work import Work

WAY_LASTS: Final = timedelta(days=7)

FAILED, OPENED = "native_failed", "native_opened"


def jobs_for(event: NativeSettled) -> list[Line]:
    """The core's own reactions: to what hosts can mend, and to a door whose address the person has to follow."""
    about: dict[str, Any] = {"community_id": event.community_id, "grant_id": event.grant_id}
    if event.way:
        name, about = OPENED, {**about, "way": event.way, "turn": event.turn}
    elif event.problem is not None and event.problem not in PERSONAL:
        name = FAILED
        about |= {"kind": event.kind, "ref": event.ref, "space_id": event.space_id, "given": event.given}
        about |= {"problem": event.problem, "said": dict(event.said)}
    else:
        return []
    return [Line("core", name, about, community_id=event.community_id, key=f"core:{event.key}")]


async def native_failed(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Hosts hear of it, once a day for the same thing."""
    async with parts.work() as work:
        community = await Communities(work).get(arguments["community_id"])
        what = Native(arguments["space_id"], NativeKind(arguments["kind"]), arguments["ref"])
        name = await name_of(work, Networks(parts, work, community), what)
        key = f"native:{what.space_id}:{what.kind}:{what.ref}:{arguments['given']}:{_today(work, community)}"
        await Telling(parts, work, community).everybody(
            key,
            "native-failed" if arguments["given"] else "native-stuck",
            hosts=True,
            buttons=[["doctor.look"]],
            lasts=timedelta(days=1),
            kind=what.kind.value,
            what=name,
            problem={"text": arguments["problem"], "values": arguments["said"]},
        )


def _today(work: Work, community: Community) -> str:
    return work.now.astimezone(ZoneInfo(first_zone(community.zone))).date().isoformat()


async def native_opened(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Whoever may come in hears where to ask; they were given it, so they asked for this message."""
    async with parts.work() as work:
        grant = await work.row(sa.select(native_grants).where(native_grants.c.id == arguments["grant_id"]))
        if grant is None:
            raise MemberGoneError(f"grant {arguments['grant_id']} went with its member")
        community = await Communities(work).get(arguments["community_id"])
        await Telling(parts, work, community).member(
            grant.member_id,
            f"native:{grant.id}:{arguments['turn']}",
            "native-opened",
            asked=True,
            lasts=WAY_LASTS,
            place=await title_of(work, Native(grant.space_id, NativeKind(grant.kind), grant.ref)) or community.name,
            address=arguments["way"],
        )


async def look_at_natives(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Effects for all about whom wanted and known disagree, some in each transaction; with `space_id` for all there."""
    space_id, after = arguments.get("space_id"), None
    while True:
        async with parts.database.read() as reader:
            found, after = await next_in_doubt(reader, parts.clock.now(), after, space_id=space_id)
        if found:
            async with parts.work() as work:
                for community_id, about in groupby(sorted(found, key=_community), key=_community):
                    await post_effects(work, community_id, [one for _, one in about])
        if after is None:
            return


def _community(found: tuple[int, object]) -> int:
    return found[0]
