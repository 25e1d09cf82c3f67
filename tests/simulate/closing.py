"""What must hold in the end, long after everything is over; each rule says what is wrong, or nothing."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import timedelta

from bot.community.counting import COUNTS_AFTER
from bot.community.facts import moved_by_time, recompute
from bot.delivery.accounting import account_of, follow_ups
from bot.storage.types import to_micros
from tests.simulate.brought import referrals_are_over
from tests.simulate.deserving import everybody_has_the_badges_they_deserve
from tests.simulate.rewards import rewards_are_over
from tests.simulate.supporters import everybody_heard_what_became_of_it
from tests.simulate.talks import talks_are_over
from tests.simulate.town import Town
from tests.simulate.votes import nothing_tells_who_voted_what

MICROSECOND = timedelta(microseconds=1)

RAW_KEPT = timedelta(hours=8)
"""Raw updates are kept hours, not days; of each its id stays a little longer."""


async def everything_is_final(town: Town) -> Iterable[str]:
    """Each delivery is done, or waits for a person and says why; what a network gave for longer is taken later."""
    sql = """SELECT id, state, reason, step FROM deliveries
             WHERE state IN ('pending', 'claimed', 'sending', 'available')
             AND NOT (step = 'effect' AND attempts = 0 AND due_at > :now)
             AND NOT (state = 'available' AND expires_at > :now)"""  # it follows from what ended only just now
    return [f"never came to an end: {row}" for row in town.books.rows(sql, now=to_micros(town.now))]


async def jobs_are_done(town: Town) -> Iterable[str]:
    """No job was forgotten."""
    sql = "SELECT plugin, name, arguments FROM jobs WHERE state = 'pending' AND due_at < :now"
    return [f"never done: {row}" for row in town.books.rows(sql, now=to_micros(town.now - timedelta(hours=1)))]


async def raw_updates_are_gone(town: Town) -> Iterable[str]:
    """What people did is not kept as it came in."""
    sql = "SELECT count(*) FROM intake WHERE handled_at < :then AND body <> ''"
    left = town.books.value(sql, then=to_micros(town.now - RAW_KEPT))
    return [f"{left} raw updates are still kept"] if left else []


async def accounts_add_up(town: Town) -> Iterable[str]:
    """What was planned because of a stream is the sum of what became of it."""
    parts, wrong = town.bot.app.parts, []
    held = "SELECT count(*) FROM deliveries d JOIN enrolments e ON e.id = d.enrolment_id WHERE d.state = 'held'"
    for id, community in town.books.rows("SELECT id, community_id FROM streams"):
        async with parts.work() as work:
            account = account_of(await follow_ups(work, community, id))
        known = account.sent + account.available + account.unknown + account.failed + sum(account.skipped.values())
        waiting = town.books.value(f"{held} AND e.trigger = :trigger", trigger=f"stream:{id}")
        if account.planned != known + waiting:
            wrong.append(f"stream {id}: {account}, {waiting} held")
    return wrong


async def streams_count_that_somebody_was_at(town: Town) -> Iterable[str]:
    """A stream has a number where it lasted and a guest was seen or a host kept something; nothing waits for one."""
    sql = """SELECT id, number, ended_at - started_at,
             EXISTS (SELECT 1 FROM attendance a WHERE a.stream_id = s.id AND a.member_id IS NOT s.host_id)
             OR EXISTS (SELECT 1 FROM stream_notes n WHERE n.stream_id = s.id)
             FROM streams s WHERE ended_at IS NOT NULL ORDER BY started_at, id"""
    rows = town.books.rows(sql)
    forgotten = any("'passport.forget_now'" in line for line in town.trail)  # who was there is not known any more
    wrong = [
        f"stream {id} is number {number}, which nobody was at"
        for id, number, _, seen in rows
        if number and not seen and not forgotten
    ]
    wrong += [
        f"stream {id} has no number"
        for id, number, lasted, seen in rows
        if number is None and seen and lasted >= COUNTS_AFTER / MICROSECOND
    ]
    numbers = [number for _, number, _, _ in rows if number is not None]
    wrong += [f"numbered {numbers}"] if numbers != list(range(1, len(numbers) + 1)) else []
    held = town.books.column("SELECT id FROM deliveries WHERE reason = 'on-air'")
    return [*wrong, *(f"delivery {id} waits for a stream that is over" for id in held)]


async def facts_are_as_if_worked_out_anew(town: Town) -> Iterable[str]:
    """Each fact that was kept up to date bit by bit is what it is from scratch."""
    parts = town.bot.app.parts
    by_time = {spec.name for spec in moved_by_time(parts.registry.facts)}
    before = _facts(town, by_time)
    for community in town.books.column("SELECT id FROM communities"):
        await recompute(parts.database, parts.clock, parts.registry.facts, community)
    after = _facts(town, by_time)
    differing = [line for line in before | after if before[line] != after[line]]
    return [f"{line} {'was kept' if before[line] else 'is worked out'}" for line in differing]


def _facts(town: Town, without: set[str]) -> Counter[tuple[object, ...]]:
    rows = town.books.rows("SELECT member_id, fact, number, text FROM member_facts ORDER BY 1, 2")
    return Counter(row for row in rows if row[1] not in without)


IN_THE_END: Sequence[Callable[[Town], Awaitable[Iterable[str]]]] = (
    everything_is_final,
    jobs_are_done,
    raw_updates_are_gone,
    accounts_add_up,
    streams_count_that_somebody_was_at,
    everybody_has_the_badges_they_deserve,
    rewards_are_over,
    referrals_are_over,
    talks_are_over,
    nothing_tells_who_voted_what,
    everybody_heard_what_became_of_it,
    facts_are_as_if_worked_out_anew,
)
