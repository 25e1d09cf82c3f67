"""Some simulated places join a community that the bot knows from elsewhere, before anything came to pass in them."""

import sqlalchemy as sa

from bot.core.moved_in import moving_in
from bot.core.settling import settle
from bot.model.identity import SpaceRef
from bot.storage.tables import communities, spaces
from tests.simulate.town import Town

ELSEWHERE = SpaceRef("elsewhere", "club")  # no network that runs: nobody is met there any more


def joins_another(seed: int) -> bool:
    """Whether the place of that seed does. It is not drawn, so that everything else stays as it was."""
    return seed % 4 == 1


async def join_another(town: Town) -> None:
    """The place joins, and its administrators may run the community. What was shown before bears its old number."""
    parts = town.bot.app.parts
    async with parts.work() as work:
        into = await settle(parts, work, ELSEWHERE, title="Club")
        young = await work.value(sa.select(communities.c.id).where(communities.c.id != into.id))
        assert await moving_in(parts, work).lock(into.id, young)
        assert not await moving_in(parts, work).history_of(young)
        await moving_in(parts, work).join(young, into.id)
        await work.execute(sa.update(spaces).where(spaces.c.joined_at.is_not(None)).values(trusted=True))
    await town.turns()
