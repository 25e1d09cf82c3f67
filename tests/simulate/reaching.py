"""Threads and mentions: people allow them and refuse them, and moderators let the steps of journeys go by them."""

from bot.model.identity import Role
from tests.simulate.doing import presses, says, submits
from tests.simulate.town import Town

WAYS = ("direct-thread-inbox", "direct-mention-inbox", "thread-inbox", "mention-inbox", "mention-inbox", "direct-inbox")


async def allow(town: Town) -> None:
    """Somebody looks at the other ways; most allow one of them, for one purpose."""
    person = town.anybody()
    seen = len(town.chat.shown(person))
    await says(town, person, "preferences")
    if await presses(town, person, seen, ["passport.ways"]):
        await presses(town, person, seen, ["passport.way"], "on" if town.rng.random() < 0.8 else "off")


async def choose(town: Town) -> None:
    """A moderator says by which way a step reaches people."""
    moderator = town.anybody(Role.MODERATOR)
    seen = len(town.chat.shown(moderator))
    await says(town, moderator, "journey edit", town.rng.choice(("followups.after-stream", "followups.missed-it")))
    if await presses(town, moderator, seen, ["admin.edit_step"]):
        await submits(town, moderator, {"how": town.rng.choice(WAYS)})
