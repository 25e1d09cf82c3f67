"""What a role, a tag or a door is called, as hosts know it."""

import sqlalchemy as sa

from bot.core.networks import Networks
from bot.model.grants import Native, NativeKind
from bot.storage.grant_tables import native_doors
from bot.storage.work import Work


async def name_of(work: Work, networks: Networks, what: Native) -> str:
    """Its name on the network, where that knows one; ask before the first write. A tag is its own name."""
    space = await networks.space(what.space_id)
    if space is not None:
        for group in await networks.groups(space):
            if group.id == what.ref:
                return group.name
    title = await title_of(work, what) if what.kind is NativeKind.DOOR else None
    return title or what.ref


async def title_of(work: Work, what: Native) -> str | None:
    """What a door is called that is a group or a channel of its own."""
    same = (native_doors.c.external_id == what.ref) & (native_doors.c.space_id == what.space_id)
    title: str | None = await work.value(sa.select(native_doors.c.title).where(same))
    return title
