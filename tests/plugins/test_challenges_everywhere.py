"""The same challenge on Discord, Telegram and in the local chat: a real photo is handed in, voted on, and wins."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.context import Background
from plugins.challenges import _entering, _posting
from plugins.challenges._challenge import challenge_of
from plugins.challenges._tables import challenges, entries, votes, words
from tests.pictures.handed_in import SECRET, opened, telephone
from tests.slice import Answered, Everywhere, everywhere, let_post_on_discord

ENTERED: Answered = {"picture": telephone(), "text": "On a <b>bench</b>."}


async def start(it: Everywhere) -> None:
    """Each network is a community of its own here."""
    await let_post_on_discord(it.app, it.discord_channel)
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            ctx = Background(it.app.parts, work, community, "challenges")
            row = {"community_id": community.id, "theme": "Your mug", "state": "open", "made_at": work.now}
            await _posting.begin(ctx, await challenge_of(ctx, await work.insert(sa.insert(challenges).values(**row))))


async def with_another(it: Everywhere) -> None:
    """All that waits is shown, and somebody who is gone by now has an entry beside each."""
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            ctx = Background(it.app.parts, work, community, "challenges")
            mine = sa.select(entries.c.id, entries.c.challenge_id, words.c.member_id).join(words).join(challenges)
            [(entry_id, challenge_id, member_id)] = await work.rows(
                mine.where(challenges.c.community_id == community.id)
            )
            await _entering.show(ctx, entry_id, 0)
            row = {"challenge_id": challenge_id, "at": work.now, "state": "shown", "number": 2}
            other = await work.insert(sa.insert(entries).values(**row))
            await work.execute(sa.insert(words).values(entry_id=other, member_id=member_id, text="In a tent."))


async def close(it: Everywhere) -> None:
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            ctx = Background(it.app.parts, work, community, "challenges")
            mine = sa.select(challenges.c.id).where(challenges.c.community_id == community.id)
            for (challenge_id,) in await work.rows(mine):
                votes_for = sa.select(entries.c.id).where(entries.c.challenge_id == challenge_id, entries.c.number == 1)
                change = sa.update(votes).where(votes.c.challenge_id == challenge_id)
                await work.execute(change.values(entry_id=votes_for.scalar_subquery()))
                await work.execute(sa.update(votes).values(member_id=votes.c.member_id + 1_000_000))
                await _posting.close(ctx, challenge_id)


@pytest.mark.long
async def test_a_picture_is_handed_in_voted_on_and_wins_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        await start(it)
        await it.passes(minutes=1)
        for side in it.sides:
            command = "challenge join" if side.name != "telegram" else "challenge_join"
            assert "You take part." in await side.fills(command, ENTERED), side.name
        await with_another(it)
        await it.passes(minutes=1)
        for side in it.sides:
            assert [text for text in await side.everybody() if "2 entries, 0 votes." in text], side.name
            await side.commands("challenges")
            await side.presses("Open: Your mug")
            assert "#1, by Ann" in await side.presses("Look and vote"), side.name
            assert "In a tent." in await side.presses("More ›"), side.name
        async with it.app.parts.work() as work:
            await work.execute(sa.update(entries).where(entries.c.number == 2).values(member_id=None))
        for side in it.sides:
            assert "You vote for #2." in await side.presses("Vote for it"), side.name
        await close(it)
        await it.passes(minutes=1)
        for side in it.sides:
            texts = [text.replace("\\", "").replace("**", "") for text in await side.everybody()]
            assert [text for text in texts if "Your mug is over: 2 entries, 1 vote." in text], (side.name, texts)
            assert [text for text in texts if "#1, by Ann" in text and "On a <b>bench</b>." in text], (side.name, texts)
            photos = [one for one in await side.pictures() if one.startswith(b"\xff\xd8")]
            assert len(photos) == 1 and opened(photos[0]).size == (480, 640) and SECRET not in photos[0], side.name
