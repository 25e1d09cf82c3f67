"""One run: a seed becomes a community, lives through some days, and is looked at in the end."""

import asyncio
import logging
import random
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.clock import Clock, VirtualClock
from bot.config import AiConfig, CommunityConfig, Config, DeliveryConfig
from bot.core.loader import Loaded
from bot.model.identity import Role
from bot.testing import TEST_KEY
from tests.simulate import actors, inviting, likelihoods, machines, reaching, shop
from tests.simulate.closing import IN_THE_END
from tests.simulate.discord_faults import DISCORD
from tests.simulate.discord_network import DiscordNetwork
from tests.simulate.door import Door
from tests.simulate.faults import LOCAL, Fault
from tests.simulate.invariants import AFTER_ACT, ALWAYS, OF_SHOWN
from tests.simulate.joining import join_another, joins_another
from tests.simulate.living import Bot
from tests.simulate.local_network import LocalNetwork
from tests.simulate.machine import Machine
from tests.simulate.network import Network
from tests.simulate.people import COMMUNITIES, QUIET_HOURS, STARTS, draw_people
from tests.simulate.second_accounts import open_second_accounts
from tests.simulate.telegram_faults import TELEGRAM
from tests.simulate.telegram_network import TelegramNetwork
from tests.simulate.town import BrokenError, Town

NETWORKS: Mapping[str, tuple[Callable[[Clock], Network], Sequence[tuple[Fault, int]]]] = {
    "local": (LocalNetwork, LOCAL),
    "discord": (DiscordNetwork, DISCORD),
    "telegram": (TelegramNetwork, TELEGRAM),
}
"""Where a run can take place, and what goes wrong there."""

FAULTY = 0.12
"""So often something goes wrong before somebody does something."""

OVER = timedelta(days=16)
"""After so long nothing of a run can still be due."""

PROVOKED = ("ProvokedError", "UnreadableUpdateError")
"""Errors that are logged because of what we do to the bot; how many of the latter there may be is counted."""

SLOW_WRITE = 5000.0  # milliseconds that it waits for something else; a busy machine takes its time


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended; `broken` is empty when everything held."""

    seed: int
    acts: int
    pushes: int
    deaths: int
    stands: str  # how many deliveries stand how
    broken: str = ""
    trail: Sequence[str] = field(default=(), repr=False)
    on: str = "local"


async def run(
    seed: int,
    loaded: Loaded,
    *,
    on: str = "local",
    echo: bool = False,
    short: bool = False,
    template: Path | None = None,
) -> Outcome:
    """Live through the run of `seed` on a network. `template` is an empty database to begin with, which saves making
    one. `short`: few people and one evening.
    """
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        if template is not None:
            shutil.copyfile(template, Path(folder) / "afterglow.db")
        machine = Machine(seed)
        ai = await machine.begin()
        config, clock = _config(rng, Path(folder), ai if seed % 2 else AiConfig()), VirtualClock(rng.choice(STARTS))
        bot = Bot(config, clock, NETWORKS[on][0](clock), loaded)
        town = Town(bot, rng, after_act=AFTER_ACT, always=ALWAYS, of_shown=OF_SHOWN)
        town.echo = echo
        town.machine = machine
        with _listening(town):
            [ended] = await asyncio.gather(_live(town, short=short, joins=joins_another(seed)), return_exceptions=True)
            stands = _stands(town)
            town.books.close()
            await bot.close()
            await bot.network.ends()
            await machine.end()
        broken = "" if ended is None else told(ended)
        pushes = sum(len(person.pushes) for person in town.model.people.values())
        return Outcome(seed, len(town.trail), pushes, bot.deaths, stands, broken, tuple(town.trail), on)


def _config(rng: random.Random, folder: Path, ai: AiConfig) -> Config:
    language, zone = rng.choice(COMMUNITIES)
    start, until = rng.choice(QUIET_HOURS)
    return Config(
        data_folder=folder,
        secret_key=SecretStr(TEST_KEY),
        community=CommunityConfig(language=language, zone=zone),
        delivery=DeliveryConfig(quiet_from=start, quiet_until=until),
        ai=ai,
    )


def told(error: BaseException) -> str:
    """What ended a run too early; where, if it was no rule of ours."""
    if isinstance(error, BrokenError):
        return str(error)
    return "".join(traceback.format_exception(error))


def _stands(town: Town) -> str:
    """How many deliveries of journeys stand how."""
    sql = "SELECT reason, count(*) FROM deliveries WHERE enrolment_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC"
    return ", ".join(f"{reason} {count}" for reason, count in town.books.rows(sql))


async def _live(town: Town, *, short: bool, joins: bool) -> None:
    Door(town)
    await town.bot.open()
    for who in draw_people(town.rng, few=short):
        town.comes(who)
    await town.chat.prepare(town.bot.app)
    await town.says(town.anybody(Role.OWNER), "/help", town.bot.app.parts.registry.commands["help",])
    if joins:
        await join_another(town)
    await open_second_accounts(town)
    await shop.open_shop(town)
    await machines.switch_on(town)
    await inviting.open_the_doors(town)
    for _ in range(1 if short else town.rng.randint(2, 4)):
        await _evening(town)
        await _days(town, 1 if short else town.rng.choice((1, 2, 2, 3)))
    await _end(town)


async def _evening(town: Town) -> None:
    """A stream, by a host or as sources tell it, and what people do meanwhile."""
    for _ in range(town.rng.choice((0, 3))):
        await reaching.choose(town)
    if town.rng.random() < 0.8:
        await actors.set_right(town)
    starts = town.bot.app.parts.registry.commands["stream", "start"]
    if town.rng.random() < 0.7:
        await town.says(town.anybody(Role.HOST), "/stream start Tea night", starts)
    else:
        await actors.signal(town)
    await town.turns()
    await actors.come_in(town)
    for _ in range(5):
        await reaching.allow(town)
    for _ in range(2):
        await inviting.bring(town)
    await inviting.come_along(town)
    for _ in range(town.rng.randint(8, 25)):
        await _something(town, likelihoods.LIVE)
        await town.passes(timedelta(minutes=town.rng.choice((0, 1, 3, 7, 12))))
    if town.rng.random() < 0.7:
        await town.says(town.anybody(Role.HOST), "/stream end", town.bot.app.parts.registry.commands["stream", "end"])


async def _days(town: Town, days: int) -> None:
    """What follows a stream."""
    until = town.now + timedelta(days=days)
    while town.now < until:
        for _ in range(town.rng.randint(1, 4)):
            await _something(town, likelihoods.QUIET)
        await town.passes(timedelta(minutes=town.rng.choice((1, 11, 45, 180, 180, 400, 700))))


async def _something(town: Town, what: Sequence[tuple[actors.Actor_, int]]) -> None:
    if town.rng.random() < FAULTY:
        await _drawn(town, NETWORKS[town.chat.name][1])(town)
    await _drawn(town, what)(town)
    if town.rng.random() < 0.5:
        await town.turns()


def _drawn(town: Town, weighted: Sequence[tuple[actors.Actor_, int]]) -> actors.Actor_:
    things, weights = zip(*weighted, strict=True)
    drawn: actors.Actor_ = town.rng.choices(things, weights)[0]
    return drawn


async def _end(town: Town) -> None:
    """Nothing goes wrong any more; time passes beyond everything, and the books are closed."""
    town.chat.calm()
    town.dies_after = None
    await town.passes(max(town.bot.latest - town.now, timedelta(0)) + OVER)
    complaints = [line for check in IN_THE_END for line in await check(town)]
    if complaints:
        raise BrokenError("\n".join(complaints[:5]))


@contextmanager
def _listening(town: Town) -> Iterator[None]:
    """Hear what is logged, and keep what tells of a fault."""

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if line := _fault_in(record):
                town.ledger.logged.append(line)

    keeper, root = Keeper(logging.WARNING), logging.getLogger()
    root.addHandler(keeper)
    try:
        yield
    finally:
        root.removeHandler(keeper)


def _fault_in(record: logging.LogRecord) -> str:
    """What a line of the log says that must not be said; "" for the others."""
    if "write transaction was open" in record.msg:
        idle = record.args[1] if isinstance(record.args, tuple) else 0.0
        return record.getMessage() if isinstance(idle, float) and idle > SLOW_WRITE else ""
    if record.exc_info and record.exc_info[0]:
        named = record.exc_info[0].__name__, str(record.exc_info[1])  # of what nobody may store only the kind is said
        if named[0] in PROVOKED or (named[0] == "WordlessError" and named[1] in PROVOKED):
            return ""
    expected = record.levelno < logging.ERROR and not record.getMessage().startswith(("no text", "text "))
    return "" if expected else f"{record.name}: {record.getMessage()} {record.exc_info[1] if record.exc_info else ''}"
