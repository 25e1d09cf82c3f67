"""Threads and mentions: people allow them and refuse them, and moderators let the steps of journeys go by them."""

from bot.model.identity import Role
from tests.simulate.doing import presses, says, submits
from tests.simulate.town import Town

WAYS = ("direct-thread-inbox", "direct-mention-inbox", "thread-inbox", "mention-inbox", "direct-inbox")
AT_ONCE = 3


async def allow(town: Town) -> None:
    """Somebody looks at the other ways; most allow some of them, each for one purpose."""
    person, turn = town.anybody(), "on" if town.rng.random() < 0.8 else "off"
    for _ in range(AT_ONCE):
        seen = len(town.chat.shown(person))
        await says(town, person, "preferences")
        if await presses(town, person, seen, ["passport.ways"]):
            await presses(town, person, seen, ["passport.way"], turn)


async def choose(town: Town) -> None:
    """A moderator says by which way some steps reach people, and another one approves it."""
    moderator, way = town.anybody(Role.MODERATOR), town.rng.choice(WAYS)
    name = town.rng.choice(("followups.after-stream", "followups.after-stream", "followups.missed-it"))
    for _ in range(AT_ONCE):
        seen = len(town.chat.shown(moderator))
        await says(town, moderator, "journey edit", name)
        if await presses(town, moderator, seen, ["admin.edit_step"]):
            await submits(town, moderator, {"how": way})
    await says(town, town.anybody(Role.MODERATOR), "journey approve", name)
