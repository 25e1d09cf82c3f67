"""Polls: asked in one line or put together, voted in once by everybody, and what they came to."""

from bot.platforms.local.records import Shown
from bot.testing import WholeBot
from bot.text.markup import plain
from tests.plugins.streaming import Evening, evening


def posts(here: Evening, question: str) -> list[Shown]:
    """The posts of a poll, one for each space."""
    return [shown for shown in here.bot.chat.sent if shown.key and question in plain(shown.message.text)]


def post(here: Evening, question: str = "Which tea?") -> str:
    """What its one post says now."""
    [shown] = posts(here, question)
    return plain(shown.message.text)


async def vote(here: Evening, bot: WholeBot, who: str, label: str) -> str:
    return await here.press(getattr(here, who), label)


async def test_a_host_asks_in_one_line_and_people_vote_by_a_button() -> None:
    async with evening() as here:
        said = await here.host("/poll Which tea? | Green | Black")
        print(said)
        print(await here.press(here.ann, "Green"))
        print(await here.press(here.ben, "Black"))
        print(await here.press(here.ben, "Green"))
        await here.bot.passes(seconds=20)
        print(post(here))
        print(await here.host("/polls"))
        print(await here.press(here.hana, "Close the poll"))
        print(post(here))
        assert False
