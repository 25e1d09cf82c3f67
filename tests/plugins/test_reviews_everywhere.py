"""The same review with a real photo on Discord, Telegram and in the local chat: handed in, posted, and taken back."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.context import Background
from bot.storage.further_tables import photos
from plugins.reviews import _publishing
from plugins.reviews._review import State
from plugins.reviews._tables import reviews
from tests.pictures.handed_in import SECRET, opened, telephone
from tests.slice import Answered, Everywhere, everywhere, let_post_on_discord

SAID: Answered = {
    "about": "Blue teapot",
    "stars": ("4", "★★★★"),
    "text": "Pours <b>well</b> & quietly.",
    "photo": telephone(),
    "leave": ("named", "Yes, with my name"),
}


async def publish(it: Everywhere) -> None:
    """Each network is a community of its own here; what waits in each is approved and posted."""
    await let_post_on_discord(it.app, it.discord_channel)
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            ctx = Background(it.app.parts, work, community, "reviews")
            mine = reviews.c.community_id == community.id
            await work.execute(sa.update(reviews).where(mine).values(state=State.APPROVED.value))
            for id, turn in await work.rows(sa.select(reviews.c.id, reviews.c.turn).where(mine)):
                await _publishing.publish(ctx, id, turn)


@pytest.mark.long
async def test_a_photo_is_handed_in_posted_and_taken_back_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            assert "Thank you, the hosts have it." in await side.fills("review", SAID), side.name
        await publish(it)
        await it.passes(minutes=1)
        for side in it.sides:
            [post] = [text for text in await side.everybody() if "Blue teapot" in text]
            assert "★★★★☆" in post and "Pours <b>well</b> & quietly." in post.replace("\\", ""), (side.name, post)
            [photo] = await side.pictures()
            assert opened(photo).size == (480, 640) and SECRET not in photo, side.name
        await it.passes(minutes=60 * 24 * 4)  # by then Telegram lets the bot delete it no more
        for side in it.sides:
            await side.commands("reviews")
            await side.presses("My reviews")
            await side.presses("★★★★☆ Blue teapot")
            await side.presses("Take it back")
            assert "nothing of it is kept" in await side.presses("Take it back for good"), side.name
        await it.passes(minutes=1)
        for side in it.sides:
            texts = await side.everybody()
            assert not [text for text in texts if "quietly" in text], side.name
            assert len([text for text in texts if "taken back" in text]) == 1, side.name
            [blank] = await side.pictures()
            assert opened(blank).getcolors(1) is not None, side.name
        async with it.app.parts.database.read() as reader:
            assert await reader.rows(sa.select(photos.c.id)) == []
