"""What goes wrong, each kind a small function that is drawn by its weight."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from bot.model.identity import Role
from bot.model.results import SendResult, SendStatus
from tests.simulate.local_network import LocalNetwork
from tests.simulate.town import Town
from tests.simulate.watch import Moment

Fault = Callable[[Town], Awaitable[None]]

UNCHANGED = (SendStatus.LATER, SendStatus.UNKNOWN, SendStatus.FORBIDDEN)
REFUSALS = (SendStatus.BLOCKED, SendStatus.FORBIDDEN, SendStatus.INVALID, SendStatus.UNREACHABLE, SendStatus.GONE)


async def too_many_requests(town: Town) -> None:
    """The platform asks for patience, with or without saying how much."""
    for _ in range(town.rng.randint(1, 5)):
        wait = town.rng.choice((None, 3, 90, 4000))
        again = None if wait is None else town.now + timedelta(seconds=wait)
        _local(town).next_result(SendResult(SendStatus.LATER, retry_at=again, reason="provoked"))
    town.note("the platform will ask for patience")


async def nobody_can_tell(town: Town) -> None:
    """Sends whose outcome is unknown, whether they arrived or not."""
    for _ in range(town.rng.randint(1, 3)):
        _local(town).next_result(SendResult(SendStatus.UNKNOWN, reason="provoked"), arrives=town.rng.random() < 0.5)
    town.note("the platform will not tell")


async def refusals(town: Town) -> None:
    """Sends that the platform refuses."""
    status = town.rng.choice(REFUSALS)
    _local(town).next_result(SendResult(status, reason="provoked"))
    town.note(f"the platform will say {status}")


async def no_tags(town: Town) -> None:
    """Tags and private threads that the chat does not change, now or for good."""
    for _ in range(town.rng.randint(1, 3)):
        _local(town).next_native(SendResult(town.rng.choice(UNCHANGED), reason="provoked"))
    town.note("the platform will not change some tags")


async def broken_edge(town: Town) -> None:
    """The platform's code raises in the middle of a send."""
    town.chat.watch.raises.append("in the middle of a send")
    town.note("the platform will break")


async def lost_answer(town: Town) -> None:
    """The platform's code raises in the middle of an answer."""
    town.chat.watch.answers_fail += 1
    town.note("the next answer will be lost")


async def death(town: Town) -> None:
    """The next thing that happens kills the bot, at some await of it."""
    town.dies_after = int(2 ** town.rng.uniform(0, 9))


async def death_in_flight(town: Town) -> None:
    """The bot dies of the next send, before or after the platform has it."""
    town.chat.watch.deadly.append(town.rng.choice(tuple(Moment)))
    town.note("the next send will be deadly")


async def restart(town: Town) -> None:
    """The bot is stopped and started in order."""
    await town.bot.restart()
    town.note("the bot was restarted")
    town.check()


async def wrong_clock(town: Town) -> None:
    """The machine's clock is set, forward or back, by minutes to a day; the bot notices later, or at once."""
    minutes = town.rng.choice((-1440, -180, -61, -7, 7, 61, 600, 1440))
    town.bot.jump(timedelta(minutes=minutes))
    town.note(f"the clock is set by {minutes} minutes")
    if town.rng.random() < 0.5:
        await town.turns()


async def said_twice(town: Town) -> None:
    """The platform hands the last update over once more."""
    await town.repeats()


async def other_rights(town: Town) -> None:
    """Somebody's rights on the platform itself change."""
    person = town.anybody()
    standing = town.standing(person)
    if standing.floor is Role.OWNER:
        return
    floor = town.rng.choice((Role.MEMBER, Role.MEMBER, Role.HOST, Role.MODERATOR))
    standing.floor = await town.chat.changes_rights(person, floor)
    town.note(f"the platform makes {person.user_id} a {standing.floor.name.lower()}")


def _local(town: Town) -> LocalNetwork:
    assert isinstance(town.chat, LocalNetwork)
    return town.chat


ANYWHERE: Sequence[tuple[Fault, int]] = (
    (broken_edge, 1),
    (lost_answer, 2),
    (death, 5),
    (death_in_flight, 3),
    (restart, 1),
    (wrong_clock, 2),
    (said_twice, 5),
    (other_rights, 2),
)
"""What may go wrong on every network, with weights."""

LOCAL: Sequence[tuple[Fault, int]] = (
    *ANYWHERE,
    (too_many_requests, 3),
    (nobody_can_tell, 2),
    (refusals, 3),
    (no_tags, 3),
)
"""What goes wrong in the local chat."""
