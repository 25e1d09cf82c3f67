"""What becomes of a space itself: the bot is put into it or taken out, or it goes on under another id."""

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.parts import Parts
from bot.core.settling import settle
from bot.delivery.personal_invites import doubt_invites
from bot.delivery.upkeep import doubt_space, move_door
from bot.model.events import SpaceEntered
from bot.model.identity import SpaceRef
from bot.model.incoming import BotPresent, SpaceMoved
from bot.storage.queue import Line, enqueue
from bot.storage.tables import spaces
from bot.storage.work import Work


async def change_space(parts: Parts, work: Work, update: BotPresent | SpaceMoved) -> None:
    """Do what the platform tells. Done again it changes nothing."""
    assert update.space is not None
    communities = Communities(work)
    if isinstance(update, SpaceMoved):
        await communities.move(update.space, update.to)
        await doubt_invites(work, update)
        if await move_door(work, update.space, update.to):
            await communities.forget_space(update.to)  # where somebody was faster, it is a door all the same
        await _look_at_natives(work, update.to)
        return
    if await communities.of_space(update.space) is None and await _is_part_of_another(work, update.space):
        return  # where hosts meet, and behind a door, nobody is greeted
    if update.here:
        await settle(parts, work, update.space, title=update.title)
    await communities.note_presence(update.space, here=update.here, title=update.title)
    if update.here and (community := await communities.of_space(update.space)) is not None:
        space_id = await communities.first_on(community.id, update.space)
        await _look_at_natives(work, update.space)
        if space_id is not None:  # a space that goes on under another id is nothing new
            work.emit(SpaceEntered(community_id=community.id, at=work.now, space_id=space_id))


async def _is_part_of_another(work: Work, ref: SpaceRef) -> bool:
    communities = Communities(work)
    return await communities.of_room(ref) is not None or await communities.of_door(ref) is not None


async def _look_at_natives(work: Work, ref: SpaceRef) -> None:
    """What stands there may be other than it was; a job looks at everybody."""
    where = (spaces.c.platform == ref.platform) & (spaces.c.external_id == ref.space_id)
    row = await work.row(sa.select(spaces.c.id, spaces.c.community_id).where(where))
    if row is not None:
        await doubt_space(work, row.id)
        line = Line("core", "look_at_natives", {"space_id": row.id}, community_id=row.community_id)
        await enqueue(await work.transaction(), line, work.now)
