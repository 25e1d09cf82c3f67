"""The last call: what it names beside the next stream, and that nobody gets one that has nothing to say."""

import re

import pytest
import sqlalchemy as sa

from bot.model.decisions import Reason
from plugins.rewards._tables import rewards
from tests.plugins.following import Evening, evening
from tests.plugins.test_followups import reasons
from tests.snapshots.compare import matches, screen

CODE = re.compile(r"\b[0-9A-HJ-NP-Z]{6}\b")


async def offered(it: Evening, *, price: int = 50, title: str = "Glaze <recipes>") -> None:
    """A reward is on offer."""
    async with it.bot.app.parts.work() as work:
        row = {"community_id": (await it.community()).id, "kind": "content", "title": title, "content": "Ash and clay."}
        offer = {"price": price, "per_member": 1, "is_open": True, "made_at": work.now}
        await work.execute(sa.insert(rewards).values(**row, **offer))


async def last_words(it: Evening, *, next_one: bool) -> str:
    """What Ben finds in the last hours after a stream."""
    await it.stream(next_one=next_one)
    await it.bot.passes(hours=43)
    await it.opens(it.ben)
    await it.bot.passes(hours=2)
    return screen(await it.opens(it.ben))


async def standing(it: Evening, step: str) -> Reason | None:
    """Why Ben's newest message of that step stands where it does."""
    return (await reasons(it, await it.id_of(it.ben)))[step]


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_the_last_call_names_a_reward_and_a_way_to_bring_a_friend_along(language: str) -> None:
    async with evening(language) as it:
        await offered(it)
        before = await last_words(it, next_one=True)
        await it.bot.sleeps(days=6)
        await it.bot.says(it.ben, "/refer")
        after = await last_words(it, next_one=False)
        matches(f"followups/last-call.{language}", CODE.sub("K7QMZ4", f"{before}\n\n{after}"))


@pytest.mark.long
async def test_without_a_next_stream_nobody_is_called_for_a_reward_that_there_is_not() -> None:
    async with evening() as it:
        assert "Nothing new" in await last_words(it, next_one=False)
        assert await standing(it, "last-call") is Reason.NOT_FOR_THEM
        assert await standing(it, "last-offer") is Reason.NOT_FOR_THEM


@pytest.mark.long
async def test_a_reward_that_was_claimed_makes_the_last_call_for_one_needless() -> None:
    async with evening() as it:
        await offered(it, price=0)
        await offered(it, price=500, title="Tea with Hana")
        await it.stream(next_one=False)
        await it.bot.says(it.ben, "/rewards Glaze <recipes>")
        await it.press(it.ben, "rewards-claim")
        await it.bot.passes(hours=45)
        assert await standing(it, "last-offer") is Reason.SATISFIED


@pytest.mark.long
async def test_a_plugin_that_is_off_is_not_mentioned() -> None:
    async with evening() as it:
        await offered(it)
        for name in ("rewards", "referrals"):
            await it.bot.says(it.host, f"/plugin disable {name}")
        told = await last_words(it, next_one=True)
        assert "Teapots" in told and "recipes" not in told and "/refer" not in told
        await it.bot.sleeps(days=6)
        assert "Nothing new" in await last_words(it, next_one=False)


@pytest.mark.long
async def test_hosts_foresee_whom_the_last_call_reaches() -> None:
    async with evening() as it:
        await it.stream(next_one=False)
        await it.bot.passes(minutes=2)
        nothing = "\n".join(shown.message.text for shown in it.news(it.host))
        await it.bot.sleeps(days=6)
        await offered(it)
        await it.stream(next_one=False)
        await it.bot.passes(minutes=2)
        something = "\n".join(shown.message.text for shown in it.news(it.host))
        assert "Before it fades" not in nothing and "Before it fades" in something
