"""Attendance: counted in memory, written in batches, read back."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.community.arrivals import ensure_members
from bot.community.attendance import Attendance, Summary
from bot.community.attendance_counter import AT_ONCE, AttendanceCounter
from bot.community.stream import Stream
from bot.model.identity import AccountRef
from bot.model.incoming import PresenceKind, SignalKind
from bot.storage.database import Database
from bot.storage.tables import members, streams
from bot.storage.work import Work
from tests.community.evening import Evening, an_evening, minutes
from tests.community.people import START, link


@pytest.fixture
async def evening(each_database: Database) -> Evening:
    return await an_evening(each_database)


@pytest.fixture
async def stream(evening: Evening) -> Stream:
    return (await evening.start()).stream


# ---- arrivals -----------------------------------------------------------------------------------------------------


async def test_accounts_become_members_once(evening: Evening) -> None:
    accounts = [(AccountRef("discord", str(number)), f"Guest {number}") for number in range(50)]
    async with evening.database.write() as transaction:
        first = await ensure_members(transaction, evening.community_id, accounts, START)
    async with evening.database.write() as transaction:
        second = await ensure_members(transaction, evening.community_id, [*accounts, *accounts[:3]], START)
    assert len(set(first.values())) == 50
    assert second == first


async def test_a_person_known_elsewhere_becomes_a_member_here_too(evening: Evening) -> None:
    other = await an_evening(evening.database)
    ada = [(AccountRef("discord", "ada"), "Ada")]
    async with evening.database.write() as transaction:
        here = await ensure_members(transaction, evening.community_id, ada, START)
        there = await ensure_members(transaction, other.community_id, ada, START)
        persons = await transaction.value(sa.text("SELECT COUNT(*) FROM persons"))
    assert here != there
    assert persons == 1


async def test_two_transactions_that_meet_the_same_people_make_them_once(evening: Evening) -> None:
    accounts = [(AccountRef("discord", str(number)), f"Guest {number}") for number in range(20)]

    async def meet() -> dict[AccountRef, int]:
        async with evening.database.write() as transaction:
            return await ensure_members(transaction, evening.community_id, accounts, START)

    first, second = await asyncio.gather(meet(), meet())
    assert first == second
    async with evening.database.read() as reader:
        assert await reader.value(sa.text("SELECT COUNT(*) FROM persons")) == 20


async def test_a_name_that_no_database_takes_keeps_nobody_out(evening: Evening) -> None:
    accounts = [(AccountRef("discord", "1"), "A\0d\ud800a"), (AccountRef("discord", "2"), "Bo")]
    async with evening.database.write() as transaction:
        assert len(await ensure_members(transaction, evening.community_id, accounts, START)) == 2
        names = await transaction.fetch("SELECT name FROM members ORDER BY name")
    assert [name for (name,) in names] == ["Ad?a", "Bo"]


# ---- counting -----------------------------------------------------------------------------------------------------


async def test_what_is_noted_is_counted_by_person_and_slot(evening: Evening, stream: Stream) -> None:
    evening.says("Ada")
    evening.says("Ada", kind=PresenceKind.QUESTION, at=START + minutes(9.99))
    evening.says("Ada", at=START + minutes(10))
    evening.says("Bo", kind=PresenceKind.REACTION)
    evening.says("Cy", kind=PresenceKind.CHECK_IN, at=START + minutes(25))
    assert await evening.flush() == 4
    assert await evening.lines(stream) == [("Ada", 0, 2, 0.0), ("Ada", 1, 1, 0.0), ("Bo", 0, 0, 0.0), ("Cy", 2, 0, 0.0)]
    assert await evening.summary(stream) == Summary(people=3, messages=3, questions=1, askers=1, person_slots=4)


async def test_flushes_add_up(evening: Evening, stream: Stream) -> None:
    for _ in range(3):
        evening.says("Ada")
        await evening.flush()
        evening.pass_time(minutes(1))
    assert await evening.lines(stream) == [("Ada", 0, 3, 0.0)]
    assert (await evening.newest()).last_sign_at == START + minutes(2)
    assert await evening.flush() == 0


async def test_a_crowd_that_fills_more_than_one_transaction_is_counted_one_and_all(
    evening: Evening, stream: Stream
) -> None:
    names = [f"Guest {number:04}" for number in range(2 * AT_ONCE + 1)]
    for name in names:
        evening.says(name)
    assert await evening.flush() == len(names)
    assert await evening.lines(stream) == [(name, 0, 1, 0.0) for name in names]
    assert await evening.flush() == 0


async def test_of_a_crowd_that_is_half_written_when_the_database_breaks_nobody_is_lost_or_counted_twice(
    evening: Evening, stream: Stream
) -> None:
    names = [f"Guest {number:04}" for number in range(2 * AT_ONCE + 1)]
    for name in names:
        evening.says(name)
    async with evening.database.write() as transaction:
        await transaction.run(
            "CREATE UNIQUE INDEX one_of_two ON members (community_id) WHERE name IN ('Guest 0601', 'Guest 0602')"
        )
    with pytest.raises(Exception, match=r"(?i)unique"):
        await evening.flush()
    assert len(await evening.lines(stream)) == AT_ONCE
    async with evening.database.write() as transaction:
        await transaction.run("DROP INDEX one_of_two")
    assert await evening.flush() == AT_ONCE + 1
    assert await evening.lines(stream) == [(name, 0, 1, 0.0) for name in names]


async def test_what_is_said_outside_a_stream_is_dropped(evening: Evening) -> None:
    evening.says("Ada")
    assert await evening.flush() == 0
    begun = await evening.start(at=evening.pass_time(minutes(5)))
    evening.says("Ada", at=START + minutes(4.5))
    assert await evening.flush() == 0
    now = evening.pass_time(minutes(5))
    await evening.end()
    evening.says("Ada", at=now + minutes(1))
    assert await evening.flush() == 0
    assert (await evening.summary(begun.stream)).people == 0


async def test_what_was_said_just_before_the_end_counts_though_written_after(evening: Evening, stream: Stream) -> None:
    said = evening.pass_time(minutes(5))
    evening.says("Ada")
    evening.pass_time(minutes(1))
    await evening.end()
    assert await evening.flush() == 1
    assert await evening.lines(stream) == [("Ada", 0, 1, 0.0)]
    async with evening.streams() as streams:
        assert await streams.recount(evening.community_id, stream.id)
    assert (await evening.newest()).last_sign_at != said


async def test_what_is_said_while_ending_counts_only_within_the_debounce(evening: Evening) -> None:
    stream = await evening.signal(SignalKind.STARTED)
    assert stream is not None
    evening.pass_time(minutes(20))
    await evening.signal(SignalKind.ENDED)
    evening.says("Ada", at=START + minutes(24))
    evening.says("Bo", at=START + minutes(26))
    await evening.flush()
    assert await evening.lines(stream) == [("Ada", 2, 1, 0.0)]


async def test_voice_is_spread_over_its_slots_to_the_second(evening: Evening, stream: Stream) -> None:
    evening.says("Ada", kind=PresenceKind.VOICE, at=START + minutes(12), seconds=14 * 60)
    evening.says("Ada", kind=PresenceKind.VOICE, at=START + minutes(25), seconds=13 * 60)
    evening.says("Bo", kind=PresenceKind.VOICE, at=START + minutes(10), seconds=90.5)
    await evening.flush()
    assert await evening.lines(stream) == [
        ("Ada", 0, 0, 600.0),
        ("Ada", 1, 0, 600.0),
        ("Ada", 2, 0, 300.0),
        ("Bo", 0, 0, 90.5),
    ]


async def test_the_accounts_of_one_person_are_one_member(evening: Evening, stream: Stream) -> None:
    evening.says("Ada")
    evening.says("Ada T", platform="twitch")
    await evening.flush()
    async with evening.database.read() as reader:
        rows = await reader.fetch("SELECT id FROM members ORDER BY name")
    ada, twin = (row[0] for row in rows)
    await link(evening.database, twin, ada)
    evening.counter.forget_members()
    evening.says("Ada")
    evening.says("Ada T", platform="twitch")
    await evening.flush()
    assert await evening.lines(stream) == [("Ada", 0, 3, 0.0), ("Ada T", 0, 1, 0.0)]


async def test_a_flush_that_fails_loses_and_doubles_nothing(evening: Evening, stream: Stream) -> None:
    async with evening.database.write() as transaction:
        await transaction.execute(sa.text("ALTER TABLE attendance RENAME TO away"))
    evening.says("Ada")
    for _ in range(3):
        with pytest.raises(Exception, match="attendance"):
            await evening.flush()
        evening.says("Ada", at=evening.pass_time(minutes(1)))
    async with evening.database.write() as transaction:
        await transaction.execute(sa.text("ALTER TABLE away RENAME TO attendance"))
    await evening.flush()
    assert await evening.lines(stream) == [("Ada", 0, 4, 0.0)]


async def test_a_flush_broken_off_at_any_moment_loses_and_doubles_nothing(database: Database) -> None:
    evening = await an_evening(database)
    stream = (await evening.start()).stream
    for moment in range(40):
        evening.says("Ada")
        flushing = asyncio.ensure_future(evening.flush())
        for _ in range(moment):
            await asyncio.sleep(0)
        flushing.cancel()
        await asyncio.wait({flushing})
    await evening.flush()
    assert await evening.lines(stream) == [("Ada", 0, 40, 0.0)]


async def test_while_nothing_is_written_only_so_much_voice_waits_and_what_is_dropped_is_told(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    evening = await an_evening(database)
    evening.counter = AttendanceCounter(limit=10)
    stream = (await evening.start()).stream
    for minute in range(12):  # with a gap between any two, so that none goes on with the one before
        evening.says("Ada", kind=PresenceKind.VOICE, at=START + minutes(minute + 0.5), seconds=15)
    evening.says("Ada", kind=PresenceKind.VOICE, at=START + minutes(9.75), seconds=15)  # which goes on with one
    await evening.flush()
    assert await evening.lines(stream) == [("Ada", 0, 0, 165.0)]
    assert _dropped(caplog) == ["2 signs of presence were dropped: too many wait for the database"]


async def test_while_the_database_cannot_be_written_only_so_many_lines_wait(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    evening = await an_evening(database)
    evening.counter = AttendanceCounter(limit=10)
    stream = (await evening.start()).stream
    async with database.write() as transaction:
        await transaction.run("ALTER TABLE attendance RENAME TO away")
    for half in range(2):
        for number in range(6):
            evening.says(f"Guest {half}{number}")
        with pytest.raises(Exception, match="attendance"):
            await evening.flush()
    evening.says("Guest 00")  # who waits already
    async with database.write() as transaction:
        await transaction.run("ALTER TABLE away RENAME TO attendance")
    await evening.flush()
    lines = await evening.lines(stream)
    assert [count for _, _, count, _ in lines] == [2, *[1] * 9]
    assert _dropped(caplog) == ["2 signs of presence were dropped: too many wait for the database"]


def _dropped(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if "dropped" in record.getMessage()]


async def test_counting_goes_on_after_a_member_was_erased(evening: Evening, stream: Stream) -> None:
    evening.says("Ada")
    await evening.flush()
    async with evening.database.write() as transaction:
        for table in ("attendance", "members", "accounts"):
            await transaction.execute(sa.text(f"DELETE FROM {table}"))
    evening.says("Ada")
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await evening.flush()
    assert await evening.flush() == 1


async def test_what_waits_grows_with_people_and_not_with_messages(evening: Evening, stream: Stream) -> None:
    for _ in range(2000):
        for name in ("Ada", "Bo"):
            evening.says(name)
    assert await evening.flush() == 2
    assert (await evening.summary(stream)).messages == 4000


SIGNS = st.tuples(
    st.sampled_from(["Ada", "Bo", "Cy"]),
    st.sampled_from([PresenceKind.CHAT, PresenceKind.QUESTION, PresenceKind.VOICE]),
    st.integers(-1300, 5000),
    st.integers(0, 2000),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(SIGNS, max_size=12), max_size=4))
async def test_however_it_is_flushed_the_sums_are_those_of_the_signs(
    database: Database, batches: list[list[tuple[str, PresenceKind, int, int]]]
) -> None:
    evening = await an_evening(database)
    stream = (await evening.start()).stream
    messages: Counter[tuple[str, int]] = Counter()
    seconds: Counter[tuple[str, int]] = Counter()
    for batch in batches:
        for name, kind, offset, length in batch:
            evening.says(name, kind=kind, at=START + timedelta(seconds=offset), seconds=length)
            if kind is PresenceKind.VOICE:
                seconds.update((name, second // 600) for second in range(max(0, offset - length), offset))
            elif offset >= 0:
                messages[name, offset // 600] += 1
        await evening.flush()
    found = await evening.lines(stream)
    assert {(name, slot): count for name, slot, count, _ in found if count} == dict(messages)
    assert {(name, slot): round(length) for name, slot, _, length in found if length} == dict(seconds)


# ---- reading ------------------------------------------------------------------------------------------------------


async def test_what_one_member_did_is_told(evening: Evening, stream: Stream) -> None:
    evening.says("Ada")
    evening.says("Ada", kind=PresenceKind.QUESTION, at=START + minutes(31))
    evening.says("Ada", kind=PresenceKind.VOICE, at=START + minutes(2), seconds=60)
    await evening.flush()
    async with Work(evening.database, evening.clock) as work:
        (ada,) = await Attendance(work).people(stream.id)
        assert await Attendance(work).of(stream.id, ada.member_id) == ada
        assert await Attendance(work).of(stream.id, ada.member_id + 1) is None
    assert (ada.name, ada.hidden, ada.slots, ada.messages, ada.questions, ada.seconds) == ("Ada", False, 2, 2, 1, 60.0)
    assert (ada.first_at, ada.last_at) == (START, START + minutes(31))


async def test_people_are_paged_and_first_timers_found(evening: Evening, stream: Stream) -> None:
    for name in ("Ada", "Bo"):
        evening.says(name)
    await evening.flush()
    evening.pass_time(minutes(30))
    await evening.end()
    evening.pass_time(minutes(60))
    second = (await evening.start()).stream
    for name in ("Bo", "Cy", "Di", "Ed"):
        evening.says(name)
    await evening.flush()
    async with Work(evening.database, evening.clock) as work:
        reading = Attendance(work)
        page = await reading.people(second.id, limit=3)
        rest = await reading.people(second.id, after=page[-1].member_id)
        new = await reading.people(second.id, first_timers=True)
        first = await reading.people(stream.id, first_timers=True)
    assert [person.name for person in (*page, *rest)] == ["Bo", "Cy", "Di", "Ed"]
    assert [person.name for person in new] == ["Cy", "Di", "Ed"]
    assert len(first) == 2


async def test_here_are_the_guests_who_were_seen_lately_and_may_be_named(evening: Evening, stream: Stream) -> None:
    for name in ("Ada", "Bo", "Cy", "Twin"):
        evening.says(name)
    await evening.flush()
    async with evening.database.write() as transaction:
        ids = {row.name: row.id for row in await transaction.rows(sa.select(members.c.name, members.c.id))}
        await transaction.execute(sa.update(streams).values(host_id=ids["Bo"]))
        twin = sa.update(members).where(members.c.id == ids["Twin"])
        await transaction.execute(twin.values(counts_for=ids["Cy"], hidden=True))
    evening.pass_time(minutes(30))
    for name in ("Bo", "Cy", "Di"):
        evening.says(name)
    await evening.flush()

    async def here() -> list[str]:
        async with Work(evening.database, evening.clock) as work:
            return [one.name for one in await Attendance(work).here(stream.id)]

    assert await here() == ["Di"]  # Ada was seen last half an hour ago, Bo hosts, an account of Cy's is hidden
    evening.says("Ada")
    await evening.flush()
    assert await here() == ["Ada", "Di"]
