"""The other ways to reach somebody: allowed one by one, refused with the purpose, offered where a network can."""

import pytest
import sqlalchemy as sa

from bot.community.consent import Consents
from bot.model.identity import Purpose, Route
from bot.storage.tables import spaces
from tests.plugins.passing import Evening, evening
from tests.snapshots.compare import matches

SERVICE, MARKETING = Purpose.SERVICE, Purpose.MARKETING


async def given(it: Evening) -> set[tuple[Purpose, Route]]:
    """What Ann agreed to."""
    ann = await it.member()
    async with it.bot.app.parts.work() as work:
        return {what for what, granted in (await Consents(work).of(ann.id)).items() if granted}


async def is_stopped(it: Evening) -> bool:
    """Whether Ann stopped everything."""
    ann = await it.member()
    async with it.bot.app.parts.work() as work:
        return await Consents(work).is_stopped(ann.id)


@pytest.mark.parametrize(("language", "label"), [("en", "Other ways"), ("cs", "Jiné cesty")])
async def test_the_other_ways_are_told_with_what_everybody_sees_of_them(language: str, label: str) -> None:
    async with evening(language) as it:
        await it.says("/preferences")
        matches(f"passport/ways.{language}", await it.presses(label))


async def test_each_way_is_allowed_and_refused_for_each_purpose_by_itself() -> None:
    async with evening() as it:
        await it.says("/preferences")
        await it.presses("Other ways")
        said = await it.presses("Mention: allow thanks and news")
        assert "Allowed: I may call you by a mention for thanks and news." in said
        assert await given(it) == {(SERVICE, Route.MENTION)}
        await it.presses("Other ways")
        await it.presses("Thread: allow invitations")
        assert await given(it) == {(SERVICE, Route.MENTION), (MARKETING, Route.THREAD)}
        await it.presses("Undo")
        assert await given(it) == {(SERVICE, Route.MENTION)}
        await it.presses("Other ways")
        assert "I no longer call you by a mention" in await it.presses("Mention: no thanks, no news")
        assert await given(it) == set()
        await it.presses("Undo")
        assert await given(it) == {(SERVICE, Route.MENTION)}


async def test_allowing_a_way_ends_a_stop_and_undo_puts_it_back() -> None:
    async with evening() as it:
        await it.says("/stop")
        await it.says("/preferences")
        await it.presses("Other ways")
        assert "That also ends your stop" in await it.presses("Thread: allow thanks and news")
        assert (await given(it), await is_stopped(it)) == ({(SERVICE, Route.THREAD)}, False)
        await it.presses("Undo")
        assert (await given(it), await is_stopped(it)) == (set(), True)


async def test_who_refuses_a_purpose_refuses_it_by_every_way() -> None:
    async with evening() as it:
        await it.allow(MARKETING)
        await it.says("/preferences")
        await it.presses("Other ways")
        await it.presses("Mention: allow invitations")
        await it.says("/preferences")
        await it.presses("No invitations")
        assert await given(it) == set()


async def test_less_of_this_ends_invitations_that_come_by_a_mention_alone() -> None:
    async with evening() as it:
        ann = await it.member()
        async with it.bot.app.parts.work() as work:
            await Consents(work).give(ann.id, MARKETING, Route.MENTION, source="test")
        token = it.bot.app.parts.tokens.make("passport.less", 1, community=ann.community_id)
        assert "[No invitations]" in await it.presses(token)
        await it.presses("No invitations")
        assert await given(it) == set()


async def test_where_the_bot_posts_nowhere_there_is_no_other_way() -> None:
    async with evening() as it:
        await it.says("/preferences")
        await it.presses("Other ways")
        async with it.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(post_channel=None))
        assert "Other ways" not in await it.says("/preferences")
        await it.presses("Mention: allow thanks and news")
        assert "There are no other ways" in await it.presses("Other ways")
