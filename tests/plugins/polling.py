"""Polls as tests ask them, and what their posts say."""

from bot.platforms.local.records import Shown
from bot.text.markup import plain
from tests.plugins.streaming import Evening

TEA = "/poll Which tea? | Green | Black"


def post_of(here: Evening, question: str = "Which tea?") -> Shown:
    """The one post of a poll."""
    [shown] = [one for one in here.bot.chat.sent if one.key and plain(one.message.text).startswith(question)]
    return shown


async def says_now(here: Evening, question: str = "Which tea?") -> str:
    """What the post says once it had time to be edited."""
    await here.bot.passes(seconds=15)
    return plain(post_of(here, question).message.text)


def labels(shown: Shown) -> list[str]:
    """What the buttons under a message say."""
    return [action.label for row in shown.message.actions for action in row]


async def puts_together(here: Evening, question: str, answers: str, kind: str) -> str:
    """Hana opens the form and fills it in; the draft as she sees it."""
    await here.host("/poll")
    return await here.fill(here.hana, question=question, answers=answers, kind=kind)
