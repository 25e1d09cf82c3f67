"""One run on a real edge: a seeded community on Discord or Telegram with that network's faults.

It is smaller than the run in the local chat: no model foretells what each person may do, and no process dies. What must
hold is read from the bot's books and from the network itself.
"""

import random
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.app import App
from bot.demo.opening import SetStage, open_for
from bot.demo.playing import Setting
from bot.demo.scenario import Chapter, Part, Place, Scenario, ScenarioError, Stage
from bot.model.identity import Role
from tests.demo.discord_stage import DiscordStage, choose_channels, discord_stage
from tests.demo.telegram_stage import TelegramStage, appoint_the_owner, telegram_stage
from tests.simulate.books import Books
from tests.simulate.edge_faults import FAULTS
from tests.simulate.people import STARTS
from tests.simulate.running import Outcome, told

EDGES: Mapping[str, tuple[Callable[[], SetStage], Callable[[App, Stage], Awaitable[None]]]] = {
    "discord": (discord_stage, choose_channels),
    "telegram": (telegram_stage, appoint_the_owner),
}
FAULTY = 0.2
OVER = timedelta(days=16)
NAMES = ("Olga", "Ann", "Bob", "Cyril", "Dana", "Ema", "Filip", "Greta")
MEMBERS = ("/start", "/preferences", "/why", "/inbox", "/me", "/streams", "/stop", "/resume", "/q what", "/privacy")
HOSTS = ("/cues", "/stream status", "/drop", "/stream note so blue", "/stream plan 2027-01-08 19:00 Next", "/help")


class BrokenOnEdgeError(AssertionError):
    """Something that must always hold did not."""


@dataclass
class Village:
    """The community of one run."""

    edge: str
    rng: random.Random
    setting: Setting
    stage: DiscordStage | TelegramStage
    books: Books
    trail: list[str] = field(default_factory=list)
    pushes: set[int] = field(default_factory=set)
    echo: bool = False

    async def does(self, words: str, deed: Awaitable[object]) -> None:
        """Let a deed happen, do what follows from it, and check everything."""
        self.note(words)
        await deed
        await self.setting.app.dispatcher.idle()
        await self.setting.app.turn()
        self.check()

    async def passes(self, span: timedelta) -> None:
        clock = self.setting.clock
        await self.does(f"{span} pass", self.setting.app.live_until(clock, clock.now() + span))

    def note(self, words: str) -> None:
        self.trail.append(f"{self.setting.clock.now():%m-%d %H:%M:%S} {words}")
        if self.echo:
            print(self.trail[-1], flush=True)

    def check(self) -> None:
        """Raise for anything that does not hold now."""
        if wrong := [line for rule in ALWAYS for line in rule(self)]:
            raise BrokenOnEdgeError("\n".join(wrong[:5]))


def updates_are_handled(it: Village) -> Iterator[str]:
    """What was stored is handled."""
    yield from it.books.column("SELECT 'not handled: ' || kind FROM intake WHERE handled_at IS NULL")


def nothing_breaks(it: Village) -> Iterator[str]:
    """There is no incident but of an update that nobody could read, and no failed job."""
    poison = "place LIKE 'reading an update of %'"
    yield from (str(row) for row in it.books.rows(f"SELECT place, error, trace FROM incidents WHERE NOT {poison}"))
    yield from (str(row) for row in it.books.rows("SELECT name, arguments FROM jobs WHERE state = 'failed'"))


def nobody_is_written_to_who_did_not_agree(it: Village) -> Iterator[str]:
    """Each new direct message of a journey went to somebody who allows it now."""
    sql = """SELECT d.id, m.name, d.purpose, c.granted FROM deliveries d JOIN members m ON m.id = d.member_id
             LEFT JOIN consents c ON c.member_id = m.id AND c.purpose = d.purpose AND c.route = d.route
             WHERE d.state = 'sent' AND d.route = 'direct' AND d.enrolment_id IS NOT NULL"""
    for id, name, purpose, granted in it.books.rows(sql):
        if id not in it.pushes and not granted:
            yield f"{name} got {purpose} by delivery {id} and did not agree"
        it.pushes.add(id)


def what_was_sent_stands_there_once(it: Village) -> Iterator[str]:
    """What the books call sent is a message in that very person's chat, and no two are the same one."""
    sql = """SELECT d.id, a.external_id, d.message_ref FROM deliveries d JOIN members m ON m.id = d.member_id
             JOIN accounts a ON a.person_id = m.person_id WHERE d.state = 'sent' AND d.route = 'direct'"""
    rows = it.books.rows(sql)
    for id, user, ref in rows:
        if not it.stage.stands(user, str(ref).rpartition(":")[2]):
            yield f"delivery {id} is sent as {ref}, but {user} has no such message"
    if len({(user, ref) for _, user, ref in rows}) != len(rows):
        yield "two deliveries are the same message"


def all_rows_say_why(it: Village) -> Iterator[str]:
    """Nobody is at work, so nothing is under way; and whatever does not wait says why."""
    wrong = "state IN ('claimed', 'sending') OR (state <> 'pending' AND reason IS NULL)"
    sql = f"SELECT id, state FROM deliveries WHERE {wrong}"
    yield from (f"delivery {id} is {state}" for id, state in it.books.rows(sql))


def everything_is_final(it: Village) -> Iterator[str]:
    """In the end each delivery is done."""
    sql = "SELECT id, state, reason FROM deliveries WHERE state IN ('pending', 'available')"
    yield from (f"never came to an end: {row}" for row in it.books.rows(sql))


def there_is_one_community(it: Village) -> Iterator[str]:
    """Wherever its group moved."""
    if (count := it.books.value("SELECT count(*) FROM communities")) != 1:
        yield f"{count} communities"


ALWAYS = (
    updates_are_handled,
    nothing_breaks,
    nobody_is_written_to_who_did_not_agree,
    what_was_sent_stands_there_once,
    all_rows_say_why,
    there_is_one_community,
)


async def run_on_edge(edge: str, seed: int, *, echo: bool = False) -> Outcome:
    """Live through the run of `seed` on that edge."""
    rng = random.Random(seed)
    set_stage, prepare = EDGES[edge]
    languages = [rng.choice(("en", "cs", None)) for _ in NAMES]
    roles = (Role.OWNER, *[Role.MEMBER] * len(NAMES))
    parts = [Part(*each[:2], role=each[2]) for each in zip(NAMES, languages, roles, strict=False)]
    language = rng.choice(("en", "cs"))
    story = Scenario("Tea", "Tea night", (), rng.choice(STARTS), OVER, parts, (Chapter("", ()),))
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        async with open_for(story, Path(folder), language, set_stage()) as setting:
            await prepare(setting.app, setting.stage)
            assert isinstance(setting.stage, DiscordStage | TelegramStage)
            it = Village(edge, rng, setting, setting.stage, Books(Path(folder) / "afterglow.db"), echo=echo)
            broken = ""
            try:
                await _live(it)
            except (BrokenOnEdgeError, ScenarioError) as error:
                broken = told(error)
            stands = it.books.rows("SELECT reason, count(*) FROM deliveries GROUP BY 1 ORDER BY 2 DESC, 1")
            it.books.close()
    return Outcome(
        seed,
        len(it.trail),
        len(it.pushes),
        0,
        ", ".join(f"{reason} {count}" for reason, count in stands),
        broken,
        tuple(it.trail),
        on=edge,
    )


async def _live(it: Village) -> None:
    host = NAMES[0]
    for evening in range(it.rng.randint(1, 2)):
        await it.does(f"evening {evening}", it.stage.says(host, "/stream start Tea night", Place.HOSTS))
        for _ in range(it.rng.randint(15, 30)):
            await _something(it, live=True)
            await it.passes(timedelta(minutes=it.rng.choice((0, 1, 3))))
        await it.does("the stream ends", it.stage.says(host, "/stream end", Place.HOSTS))
        await it.passes(timedelta(minutes=2))
        approves = "/journey approve followups.after-stream"
        await it.does("the host approves", it.stage.says(host, approves, Place.HOSTS))
        for _ in range(it.rng.randint(8, 14)):
            await _something(it, live=False)
            await it.passes(timedelta(minutes=it.rng.choice((11, 180, 400, 700))))
    await it.passes(OVER)
    if wrong := list(everything_is_final(it)):
        raise BrokenOnEdgeError("\n".join(wrong[:5]))


async def _something(it: Village, *, live: bool) -> None:
    rng = it.rng
    who = rng.choice(NAMES)
    if rng.random() < FAULTY:
        kinds, weights = zip(*FAULTS[it.edge], strict=True)
        it.note(f"fault: {await rng.choices(kinds, weights)[0](it.stage, rng, who)}")
    drawn = rng.random()
    if live and drawn < 0.3:
        await it.does(f"{who} chats", it.stage.says(who, "hello", Place.EVERYBODY))
    elif live and drawn < 0.5:
        await _tap(it, who, "streams.write_after")
    elif drawn < 0.6:
        text = rng.choice(HOSTS)
        await it.does(f"the host says {text}", it.stage.says(NAMES[0], text, Place.HOSTS))
    elif drawn < 0.75:
        text = rng.choice(MEMBERS)
        await it.does(f"{who} says {text}", it.stage.says(who, text, Place.PRIVATE))
    elif offers := it.stage.offers(who)[:12]:
        token = rng.choice(offers)
        await it.does(f"{who} taps {token[:4]}", it.stage.taps(who, token))


async def _tap(it: Village, who: str, action: str) -> None:
    async def tap() -> None:
        try:
            await it.stage.presses(who, action, ())
        except ScenarioError:
            it.note("... but sees no such button")

    await it.does(f"{who} presses {action}", tap())


def edges_for(seeds: Sequence[int], on: str | None) -> Iterator[tuple[int, str]]:
    """Which seed runs where: as told, or each in the local chat and one in ten on each edge besides."""
    for seed in seeds:
        yield from [(seed, on)] if on else [(seed, "local"), *((seed, edge) for edge in EDGES if seed % 10 == 0)]
