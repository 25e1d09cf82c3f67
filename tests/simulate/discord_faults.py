"""What goes wrong on Discord besides, each kind a small function that is drawn by its weight."""

from collections.abc import Sequence

from bot.platforms.discord.outcomes import TOO_MANY_OPENINGS
from tests.simulate.discord_network import DiscordNetwork
from tests.simulate.discord_wire import SHUT_OUT
from tests.simulate.discord_wire import Fault as Refusal
from tests.simulate.faults import ANYWHERE, Fault
from tests.simulate.people import Resident
from tests.simulate.town import Town

REFUSALS = ((403, SHUT_OUT), (403, 50013), (404, 10003), (403, 50278), (400, 50035))


async def broken_server(town: Town) -> None:
    """Sends end in an error of Discord's, once or so often that discord.py gives up; they took effect or did not."""
    times, done = town.rng.choice((1, 2, 4, 5)), town.rng.random() < 0.5
    status = town.rng.choice((500, 502, 503, 504))
    _discord(town).post.faults.extend([Refusal(status, done=done)] * times)
    town.note(f"{times} sends end in {status}, {'done' if done else 'not done'}")


async def cut_line(town: Town) -> None:
    """The line is cut in the middle of a send, which arrived or did not."""
    done = town.rng.random() < 0.5
    _discord(town).post.faults.append(Refusal(0, done=done))
    town.note(f"a send is cut, {'done' if done else 'not done'}")


async def too_many_requests(town: Town) -> None:
    """The next sends must wait, longer than discord.py waits by itself."""
    seconds, count = town.rng.choice((31, 90, 4000)), town.rng.randint(1, 4)
    _discord(town).post.faults.extend([Refusal(429, seconds=seconds)] * count)
    town.note(f"{count} sends are to wait {seconds} s")


async def refusals(town: Town) -> None:
    """The next send is refused."""
    status, code = town.rng.choice(REFUSALS)
    _discord(town).post.faults.append(Refusal(status, code))
    town.note(f"a send is refused with {status}, {code}")


async def no_new_chats(town: Town) -> None:
    """The next new direct chat cannot be opened, by a fault or because they are too many."""
    status, code = town.rng.choice(((429, TOO_MANY_OPENINGS), (429, TOO_MANY_OPENINGS), (500, 0), (503, 0)))
    _discord(town).post.opening_faults.append(Refusal(status, code))
    town.note(f"a direct chat is refused with {status}, {code}")


async def no_roles(town: Town) -> None:
    """The next roles are not put on or taken off, or nobody can tell."""
    status, code, done = town.rng.choice(((500, 0, False), (503, 0, True), (403, 50013, False), (0, 0, True)))
    count = town.rng.randint(1, 3)
    _discord(town).post.role_faults.extend([Refusal(status, code, done=done)] * count)
    town.note(f"{count} roles end in {status}, {'done' if done else 'not done'}")


async def gap(town: Town) -> None:
    """The connection drops while people chat, and comes back with the same session or with a new one."""
    chat, resumed = _discord(town), town.rng.random() < 0.5
    await town.turns()
    before = _counted(town)
    people = [town.anybody() for _ in range(town.rng.randint(0, 5))]

    async def drop() -> None:
        broken, later = chat.drops(), town.rng.randint(0, len(people))

        def write(some: Sequence[Resident]) -> None:
            for person in some:
                town.standing(person).spoken += chat.writes(person)

        write(people[:later])
        await broken.ends(resumed=resumed, at_once=lambda: write(people[later:]))

    await town.follows_up(f"the connection drops, and {'goes on' if resumed else 'begins anew'}", drop)
    await town.turns()
    if _counted(town) > before + len(people):
        town.ledger.complaints.append(f"{_counted(town) - before} lines counted of {len(people)} in a gap")
        town.check()


def _counted(town: Town) -> int:
    return int(town.books.value("SELECT coalesce(sum(messages), 0) FROM attendance"))


def _discord(town: Town) -> DiscordNetwork:
    assert isinstance(town.chat, DiscordNetwork)
    return town.chat


DISCORD: Sequence[tuple[Fault, int]] = (
    *ANYWHERE,
    (broken_server, 5),
    (cut_line, 2),
    (too_many_requests, 2),
    (refusals, 2),
    (no_new_chats, 4),
    (no_roles, 3),
    (gap, 5),
)
"""What goes wrong on Discord."""
