"""What it costs to look at every badge's rule for a whole community, beside one GROUP BY for each fact they read."""

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Final, LiteralString

import sqlalchemy as sa

from bot.community.awarding import award
from bot.community.badges import Badges
from bot.community.facts import refresh_next
from bot.community.rules import facts_of
from bot.core.moving import given_by_rule, move_after_stream, move_those_there
from bot.core.parts import Parts
from bot.storage.award_tables import badges
from bot.storage.database import Database
from bot.storage.tables import members
from bot.storage.types import to_micros
from bot.testing import whole_bot
from tests.benchmarks.crowd import ANCHOR, gather
from tests.benchmarks.measuring import Figure, Size

FILE: Final = "afterglow.db"
PEOPLE: Final = 100_000
THERE: Final = 10_000  # at each stream
STREAMS: Final = 20
ACTIVITIES: Final = 1_000_000
TIMES_THE_FLOOR: Final = 2
_WEEK: Final = timedelta(days=7)

_ACTIVITY: Final[LiteralString] = "SELECT member_id, COUNT(*) FROM activities WHERE kind = '{kind}' GROUP BY member_id"
FLOOR: Final[Mapping[str, str]] = {
    "streams_attended": "SELECT member_id, COUNT(DISTINCT stream_id) FROM attendance GROUP BY member_id",
    "streak": "SELECT member_id, COUNT(DISTINCT stream_id) FROM attendance GROUP BY member_id",
    "streams_early": "SELECT member_id, COUNT(*) FROM attendance WHERE slot = 0 GROUP BY member_id",
    "questions_asked": "SELECT member_id, SUM(questions) FROM attendance GROUP BY member_id",
    "feedback_given": _ACTIVITY.replace("{kind}", "feedback_given"),
    "ideas_adopted": _ACTIVITY.replace("{kind}", "idea_adopted"),
    "badges_referrals": _ACTIVITY.replace("{kind}", "referral_qualified"),
    "badges_months_won": _ACTIVITY.replace("{kind}", "month_won"),
    "months_known": "SELECT id, MIN(joined_at) FROM members GROUP BY id",
    "points_earned": "SELECT member_id, SUM(amount) FROM ledger GROUP BY member_id",
}
"""By fact that a default badge reads: the plainest statement that works it out for everybody."""

_HISTORY: Final[tuple[LiteralString, ...]] = (
    """
    INSERT INTO activities (community_id, member_id, kind, at, reference)
    SELECT 1, 1 + n % :people, CASE n % 10 WHEN 0 THEN 'idea_adopted' WHEN 1 THEN 'referral_qualified'
        WHEN 2 THEN 'month_won' WHEN 3 THEN 'ordered' WHEN 4 THEN 'checked_in' ELSE 'feedback_given' END,
        CAST(:now AS bigint), 'r' || n FROM numbers
    """,
    """
    INSERT INTO ledger (community_id, member_id, amount, kind, reason, reference, about, unspent, at)
    SELECT 1, n, n % 7000 + 1, 'earned', 'test', 'e', 'e', n % 7000 + 1, CAST(:now AS bigint) FROM numbers
    WHERE n <= :people
    """,
)
_STREAM: Final[LiteralString] = """
    INSERT INTO streams (id, community_id, number, state, started_at, last_sign_at, ended_at)
    VALUES (:id, 1, :id, 'closed', :start, :end, :end)
"""
_CROWD: Final[LiteralString] = """
    INSERT INTO attendance (stream_id, member_id, slot, messages, questions, first_at, last_at)
    SELECT :id, CASE WHEN id * 2 <= :there THEN id ELSE 1 + (id + :id * :there) % :people END, id % 3, 1, id % 2,
        :start, :end
    FROM members WHERE id <= :there
    ON CONFLICT DO NOTHING
"""


async def run(size: Size) -> list[Figure]:
    """Processor time on SQLite until everybody has the badges that they have won by the end of a stream.

    Nobody's facts are worked out who cannot have won or lost anything by it; that this is so is looked at each time, by
    working out everybody's, which is the second figure.
    """
    after_stream, from_scratch, floor = [], [], []
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        prepared = Path(tempfile.mkdtemp(dir=folder))
        names = await _prepare(prepared, size)
        for _ in range(size.rounds):
            made = shutil.copytree(prepared, Path(folder) / "round", dirs_exist_ok=True)
            async with whole_bot(folder=made) as bot:
                parts = bot.app.parts
                begun = time.process_time()
                await move_those_there(parts, 1, STREAMS + 1)
                await move_after_stream(parts, {"community_id": 1, "stream_id": STREAMS + 1}, "the job")
                after_stream.append(time.process_time() - begun)
                begun = time.process_time()
                assert await _evaluate(parts, names) == 0, "somebody's badge was overlooked"
                from_scratch.append(time.process_time() - begun)
            floor.append(_group(made / FILE, names))
            shutil.rmtree(made)
    aim = f"<= {TIMES_THE_FLOOR}x"
    return [_figure("badge-rules", after_stream, floor, aim), _figure("  from scratch", from_scratch, floor, "")]


def _figure(name: str, ours: Sequence[float], floor: Sequence[float], aim: str) -> Figure:
    ratio = median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    met = not aim or ratio <= TIMES_THE_FLOOR
    return Figure(name, median(ours), "s", median(floor), ratio, aim, met, len(ours))


async def _prepare(folder: Path, size: Size) -> frozenset[str]:
    """A community as it is when its newest stream has just ended; the names of the facts that its badges read."""
    async with whole_bot(folder=folder) as bot:
        parts = bot.app.parts
        rules = [rule for _, badge in parts.registry.badges.values() for rule in badge.levels]
        names = frozenset(fact for rule in rules for fact in facts_of(rule))
        await _history(parts.database, size)
        async with parts.work() as work:
            await Badges(work, parts.registry.badges).install(1)
            await work.execute(sa.update(badges).values(since=work.now))
        await _evaluate(parts, names)
        await _stream(parts.database, STREAMS + 1, size)
    return names


async def _evaluate(parts: Parts, names: frozenset[str]) -> int:
    """Work everybody's facts out anew and give what is won by them, with the progress in a line; returns how many."""
    async with parts.work() as work:
        kept = await given_by_rule(work, parts.registry, 1, names)
        people = int(await work.value(sa.select(sa.func.count()).select_from(members)))
    after = seen = won = 0
    while True:
        async with parts.work() as work:
            ids = await refresh_next(work, parts.registry.facts, 1, after, names=names)
            won += await award(work, 1, kept, ids)
        if not ids:
            print(file=sys.stderr)
            return won
        seen, after = seen + len(ids), ids[-1]
        print(f"\r{seen * 100 // people} % of {people} people, {won} badges", end="", file=sys.stderr)


async def _history(database: Database, size: Size) -> None:
    people, activities = size.of(PEOPLE), size.of(ACTIVITIES)
    await gather(database, people, known=False)
    async with database.alter() as transaction:
        await transaction.run("CREATE TEMPORARY TABLE numbers (n integer PRIMARY KEY)")
        await transaction.run(
            "INSERT INTO numbers WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < :most)"
            " SELECT n FROM up",
            {"most": activities},
        )
        for statement in _HISTORY:
            await transaction.run(statement, {"people": people, "now": to_micros(ANCHOR)})
        await transaction.run("DROP TABLE numbers")
    for number in range(1, STREAMS + 1):
        await _stream(database, number, size)


async def _stream(database: Database, number: int, size: Size) -> None:
    end = ANCHOR - (STREAMS + 1 - number) * _WEEK
    times = {"id": number, "start": to_micros(end - timedelta(hours=2)), "end": to_micros(end)}
    async with database.alter() as transaction:
        await transaction.run(_STREAM, times)
        await transaction.run(_CROWD, {**times, "people": size.of(PEOPLE), "there": size.of(THERE)})


def _group(file: Path, names: frozenset[str]) -> float:
    """The floor: the processor time of one GROUP BY for each fact, with every row fetched."""
    connection = sqlite3.connect(file)
    begun = time.process_time()
    for name in sorted(names):
        connection.execute(FLOOR[name]).fetchall()
    taken = time.process_time() - begun
    connection.close()
    return taken
