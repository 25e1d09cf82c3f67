"""A badge goes to many who deserve it already, some at a time, and the hosts see in one post how far that is."""

import pytest
import sqlalchemy as sa

from bot.community.badges import Badges
from bot.community.communities import Communities
from bot.core.context import Background
from bot.model.badges import Badge
from bot.model.rules import Condition
from bot.platforms.local.records import HOSTS
from bot.storage.tables import deliveries
from bot.testing import whole_bot
from bot.text.markup import plain
from plugins.badges import _giving_out
from tests.community.people import add_members
from tests.plugins.badging import Evening, evening_of

EVERYBODY = (Condition(fact="months_known", value=0),)


async def hands_out(it: Evening, people: int, at_once: int) -> None:
    """A badge for everybody is given to so many people in all, of whom the job looks at some at a time."""
    parts, by = it.bot.app.parts, await it.id_of(it.hana)
    async with parts.work() as work:
        [community] = await Communities(work).all()
    await add_members(parts.database, community.id, people - 4, it.bot.clock.now())
    async with parts.work() as work:
        badges = Badges(work, parts.registry.badges)
        made = Badge(name="guest", titles={"en": "Guest"}, emoji="🫖", levels=EVERYBODY)
        kept = await badges.create(community.id, "badges", made, by)
        await badges.begin(kept)
        ctx = Background(parts, work, community, "badges")
        await ctx.later(_giving_out.hand_out, badge_id=kept.id, by=by, at_once=at_once)
    await it.bot.passes(minutes=1)


async def words(it: Evening) -> list[str]:
    """What the hosts' post said one after another; in a test the job is done before the first word has left."""
    async with it.bot.app.parts.work() as work:
        payloads = [
            payload for (payload,) in await work.rows(sa.select(deliveries.c.payload).order_by(deliveries.c.id))
        ]
    texts = it.bot.app.parts.translator
    said = [payload for payload in payloads if payload.get("message") == "badges-progress"]
    return [plain(texts.text("badges-progress", "en", **payload["values"])) for payload in said]


@pytest.mark.long
async def test_after_every_twenty_stretches_and_at_the_end_hosts_see_how_far_it_is() -> None:
    async with whole_bot() as bot:
        it = await evening_of(bot)
        await hands_out(it, people=85, at_once=2)
        assert await words(it) == [
            "🫖 Guest: 40 of 85 looked at, given to 40 people so far.",
            "🫖 Guest: 80 of 85 looked at, given to 80 people so far.",
            "🫖 Guest: everybody was looked at; given to 85 people.",
        ]
        [post] = [plain(shown.message.text) for shown in bot.chat.sent if shown.channel == HOSTS]
        assert post == "🫖 Guest: everybody was looked at; given to 85 people."
        assert "🫖 Guest has gone to 85 people" in bot.texts(it.hana)[-1]


@pytest.mark.long
async def test_of_what_is_over_in_fewer_stretches_only_who_asked_for_it_hears() -> None:
    async with whole_bot() as bot:
        it = await evening_of(bot)
        await hands_out(it, people=38, at_once=2)
        assert await words(it) == [] and not [shown for shown in bot.chat.sent if shown.channel == HOSTS]
        assert "🫖 Guest has gone to 38 people" in bot.texts(it.hana)[-1]
