"""Polls of the network's own: opened where they fit, voted in there, and counted here."""

import pytest

from bot.model.decisions import Reason
from bot.model.events import NativePollFailed
from bot.platforms.local.records import Shown
from tests.plugins.polling import labels, post_of, puts_together, says_now
from tests.plugins.streaming import Evening, evening


async def ask(here: Evening, who: str = "The network's own") -> None:
    """A poll that everybody may see the votes of."""
    await puts_together(here, "Which tea?", "Green\nBlack", "single")
    await here.press(here.hana, who)
    await here.press(here.hana, "Ask now")
    await here.bot.passes(seconds=2)


def native(here: Evening) -> Shown:
    """The one poll that the network shows."""
    [shown] = [one for one in here.bot.chat.sent if one.message.text == "Which tea?"]
    return shown


@pytest.mark.long
async def test_it_is_asked_by_the_network_and_counted_once_a_person() -> None:
    async with evening() as here:
        await ask(here)
        assert labels(native(here)) == ["Green", "Black"]
        await here.bot.presses(here.ann, "Green")
        await here.bot.presses(here.ben, "Black")
        await here.bot.presses(here.ben, "Green")
        await here.host("/polls")
        assert "Green · 2 · 100 %" in await here.press(here.hana, "Open: Which tea?")


@pytest.mark.long
async def test_taking_a_vote_back_there_takes_it_back_here() -> None:
    async with evening() as here:
        await ask(here)
        await here.bot.presses(here.ann, "Green")
        await here.bot.presses(here.ann, "Green")
        await here.host("/polls")
        assert "No votes yet." in await here.press(here.hana, "Open: Which tea?")


@pytest.mark.long
async def test_it_ends_in_both_places_when_a_host_closes_it() -> None:
    async with evening() as here:
        await ask(here)
        await here.bot.presses(here.ann, "Black")
        await here.press(here.hana, "Close the poll")
        await here.bot.passes(seconds=5)
        await here.bot.presses(here.ben, "Green")  # the network takes none any more
        await here.host("/polls")
        assert "Black · 1 · 100 %" in await here.press(here.hana, "Which tea?")


@pytest.mark.long
async def test_it_ends_by_its_time() -> None:
    async with evening() as here:
        await ask(here)
        await here.bot.presses(here.ann, "Black")
        await here.bot.passes(days=1, minutes=2)
        await here.host("/polls")
        assert "Closed" in await here.press(here.hana, "Which tea?")


@pytest.mark.long
async def test_what_the_network_cannot_have_is_posted_with_buttons() -> None:
    async with evening() as here:
        await puts_together(here, "Which tea?", "Green\nBlack", "single")
        await here.press(here.hana, "The network's own")
        await here.press(here.hana, "Figures at the end")
        await here.press(here.hana, "Ask now")
        assert labels(post_of(here)) == ["Green", "Black"]
        await here.press(here.ann, "Green")
        assert "shown at the end" in await says_now(here)


@pytest.mark.long
async def test_where_the_network_refuses_it_is_posted_with_buttons_after_all() -> None:
    async with evening() as here:
        await ask(here)
        async with here.bot.app.parts.work() as work:
            await work.transaction()
            failed = NativePollFailed(community_id=1, at=work.now, name="poll:1", why=Reason.REFUSED.value, poll_id=1)
            work.emit(failed)
        await here.bot.passes(minutes=2)
        [post] = [one for one in here.bot.chat.sent if "Open until" in one.message.text]
        assert labels(post) == ["Green", "Black"]
