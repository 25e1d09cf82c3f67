"""What becomes of a space itself: the bot is put into it or taken out, or it goes on under another id."""

from bot.community.communities import Communities
from bot.core.parts import Parts
from bot.core.settling import settle
from bot.model.events import SpaceEntered
from bot.model.incoming import BotPresent, SpaceMoved
from bot.storage.work import Work


async def change_space(parts: Parts, work: Work, update: BotPresent | SpaceMoved) -> None:
    """Do what the platform tells. Done again it changes nothing."""
    assert update.space is not None
    communities = Communities(work)
    if isinstance(update, SpaceMoved):
        await communities.move(update.space, update.to)
        return
    if await communities.of_space(update.space) is None and await communities.of_room(update.space) is not None:
        return  # where hosts meet, nobody is greeted
    if update.here:
        await settle(parts, work, update.space, title=update.title)
    await communities.note_presence(update.space, here=update.here, title=update.title)
    if update.here and (community := await communities.of_space(update.space)) is not None:
        space_id = await communities.first_on(community.id, update.space)
        if space_id is not None:  # a space that goes on under another id is nothing new
            work.emit(SpaceEntered(community_id=community.id, at=work.now, space_id=space_id))
