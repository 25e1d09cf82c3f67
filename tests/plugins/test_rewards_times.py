"""Slots and events: right in every zone, in the calendar, reminded of, called off, and who does not come."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.platforms.local.records import Person
from plugins.rewards._calendar import Entry, calendar_file
from plugins.rewards._tables import rewards, times
from tests.plugins.rewarding import Shop, shop


async def book(here: Shop, person: Person, price: int, place: int = 0) -> str:
    """Take one of the times by its button, and say yes."""
    await here.says(person, "/rewards Tea")
    label = here.bot.seen(person)[-1].buttons[place].label
    assert "kept for you" in await here.presses(person, label)
    return await here.presses(person, f"Yes, for {price} points" if price else "Yes, I want it")


def calendar(here: Shop, person: Person) -> str:
    """The newest calendar file that somebody got, its folded lines put together."""
    files = [file for shown in here.bot.seen(person) for file in shown.message.files]
    return files[-1].content.decode().replace("\r\n ", "")


@pytest.mark.long
async def test_a_slot_is_booked_seen_in_ones_own_zone_and_put_into_the_calendar() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea", price="20", content="Studio, door 3")
        assert "One time added." in await here.says(here.mona, "/reward times Tea tomorrow 18:00 30")
        await here.points(here.ann, 20)
        await here.says(here.ann, "/preferences")
        await here.presses(here.ann, "Time zone")
        await here.fill(here.ann, zone="New York")
        told = await here.says(here.ann, "/rewards Tea")
        assert "tomorrow 12:00 (Prague 18:00), 1 left" in told
        told = await book(here, here.ann, 20)
        assert "When: tomorrow 12:00 (Prague 18:00), 30 minutes." in told
        assert "Where: Studio, door 3" in told
        assert "DTSTART:20261121T170000Z\r\nDTEND:20261121T173000Z" in calendar(here, here.ann)
        assert here.hosts()[-1] == "Ann comes to “Tea”: tomorrow 18:00."
        assert "All are taken" in await here.says(here.ben, "/rewards Tea")


@pytest.mark.long
async def test_weekly_times_keep_the_hour_on_the_wall_when_clocks_change() -> None:
    async with shop() as here:
        await here.offer("event", "Workshop")
        assert "20 times added." in await here.says(here.mona, "/reward times Workshop saturday 18:00 90 5 20")
        starts = []
        for page in range(4):
            starts += [action.label for row in here.bot.seen(here.mona)[-1].message.actions for action in row]
            if page < 3:
                await here.presses(here.mona, "More ›")
        times = [label for label in starts if re.search(r"\d:\d\d$", label)]
        assert len(times) == 20
        assert all(label.endswith("18:00") for label in times)
        assert "That time was there already" in await here.says(
            here.mona, "/reward times Workshop saturday 18:00 90 5 20"
        )


@pytest.mark.long
async def test_who_has_a_seat_is_reminded_a_day_and_an_hour_before() -> None:
    async with shop() as here:
        await here.offer("event", "Tea")
        await here.says(here.mona, "/reward times Tea monday 18:00 60 5")
        await book(here, here.ann, 0)
        await here.bot.passes(days=1, hours=23, minutes=1)
        assert [text.split(".")[0] for text in here.told(here.ann)] == ["“Tea”: tomorrow 18:00"]
        await here.bot.passes(hours=23)
        assert here.told(here.ann)[1:] == ["“Tea” begins soon: today 18:00. See you there."]
        assert here.told(here.ben) == []


@pytest.mark.long
async def test_a_seat_given_up_in_time_brings_the_points_back_and_goes_to_who_waits() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea", price="20")
        await here.says(here.mona, "/reward times Tea monday 18:00")
        await here.points(here.ann, 20)
        await here.points(here.ben, 20)
        await book(here, here.ann, 20)
        await here.says(here.ben, "/rewards Tea")
        assert "number 1 in line" in await here.presses(here.ben, "Wait for Monday 18:00")
        await here.presses(here.ann, "Give it up")
        assert "You got 20 points back." in await here.presses(here.ann, "Give it up")
        assert "“Tea” is free for you" in here.told(here.ben)[-1]
        assert "is yours, for 20 points" in await here.presses(here.ben, "Yes, I want it")
        assert [await here.has(one) for one in (here.ann, here.ben)] == [20, 0]


@pytest.mark.long
async def test_a_seat_given_up_too_late_keeps_the_points_and_says_so_before() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea", price="20")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00")
        await here.points(here.ann, 20)
        await book(here, here.ann, 20)
        assert "It is too late for your 20 points" in await here.presses(here.ann, "Give it up")
        assert await here.presses(here.ann, "Give it up") == "You gave up “Tea”."
        assert await here.has(here.ann) == 0
        await here.bot.passes(days=2)
        assert here.told(here.ann) == []


@pytest.mark.long
async def test_where_the_community_says_so_points_come_back_however_late() -> None:
    async with shop() as here:
        await here.says(here.mona, "/plugin configure rewards late_points back")
        await here.offer("slot", "Tea", price="20")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00")
        await here.points(here.ann, 20)
        await book(here, here.ann, 20)
        assert "You get 20 points back." in await here.presses(here.ann, "Give it up")
        assert "You got 20 points back." in await here.presses(here.ann, "Give it up")
        assert await here.has(here.ann) == 20


@pytest.mark.long
async def test_where_the_community_says_so_nothing_follows_when_somebody_does_not_come() -> None:
    async with shop() as here:
        await here.says(here.mona, "/plugin configure rewards no_show nothing")
        await here.offer("slot", "Tea")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00 60 1 10")
        await book(here, here.ann, 0)
        await here.bot.passes(days=1, hours=1)
        told = len(here.told(here.ann))
        await here.presses(here.hana, "Who has it")
        await here.presses(here.hana, "Ann")
        assert "did not come" in await here.presses(here.hana, "Did not come")
        assert len(here.told(here.ann)) == told
        assert "is yours" in await book(here, here.ann, 0)


@pytest.mark.long
async def test_who_waits_no_longer_is_passed_over() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea")
        await here.says(here.mona, "/reward times Tea monday 18:00")
        await book(here, here.ann, 0)
        for place, person in enumerate((here.ben, here.cid), 1):
            await here.says(person, "/rewards Tea")
            assert f"number {place} in line" in await here.presses(person, "Wait for Monday 18:00")
        assert "You do not wait for “Tea” any more." in await here.presses(here.ben, "Wait no longer")
        for _ in range(2):
            await here.presses(here.ann, "Give it up")
        assert here.told(here.ben) == []
        assert "“Tea” is free for you" in here.told(here.cid)[-1]


@pytest.mark.long
async def test_times_follow_the_wall_where_the_rules_of_its_zone_change() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea")
        await here.says(here.mona, "/reward times Tea friday 18:00")
        await book(here, here.ann, 0)
        async with here.bot.app.parts.work() as work:  # as if it was reckoned by rules that hold no more
            await work.execute(sa.update(times).values(local="2026-11-27T19:00"))
        assert "27 November 18:00" in await here.says(here.ann, "/rewards Tea")
        await here.bot.passes(days=2)
        assert "Friday 19:00" in await here.says(here.ann, "/rewards Tea")
        await here.says(here.ann, "/mine")
        await here.presses(here.ann, "Open: Tea")
        assert "DTSTART:20261127T180000Z" in calendar(here, here.ann) and "SEQUENCE:1" in calendar(here, here.ann)
        await here.bot.passes(days=4, hours=23, minutes=5)
        soon = [text for text in here.told(here.ann) if "begins soon" in text]
        assert soon == ["“Tea” begins soon: today 19:00. See you there."]


@pytest.mark.long
async def test_a_time_that_is_called_off_gives_everybody_their_points_back() -> None:
    async with shop() as here:
        await here.offer("event", "Tea", price="20")
        await here.says(here.mona, "/reward times Tea monday 18:00 60 2")
        for person in (here.ann, here.ben):
            await here.points(person, 20)
            await book(here, person, 20)
        await here.says(here.mona, "/reward times Tea")
        await here.presses(here.mona, "Monday 18:00")
        await here.presses(here.mona, "Call it off")
        assert "2 who had a seat are told" in await here.presses(here.mona, "Call it off")
        for person in (here.ann, here.ben):
            assert await here.has(person) == 20
            assert here.told(person)[-1].startswith("“Tea” was called off. You have 20 points back.")
        await here.bot.passes(days=4)
        assert len(here.told(here.ann)) == 1
        assert await here.states() == ["revoked", "revoked"]


@pytest.mark.long
async def test_who_does_not_come_pauses_for_a_while_and_a_host_may_correct_it() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00 60 1 10")
        await book(here, here.ann, 0)
        await here.bot.passes(days=1, hours=1)
        assert here.hosts()[-1] == "“Tea”, today 18:00, is over. Who came?"
        await here.presses(here.hana, "Who has it")
        await here.presses(here.hana, "Ann")
        assert "did not come" in await here.presses(here.hana, "Did not come")
        assert "For 30 days" in here.told(here.ann)[-1]
        await here.says(here.ann, "/rewards Tea")
        refused = await here.presses(here.ann, here.bot.seen(here.ann)[-1].buttons[0].label)
        assert "did not come. You can take seats again from 21 December 18:00 on" in refused
        await here.presses(here.hana, "Came")
        assert "is yours" in await book(here, here.ann, 0)


@pytest.mark.long
async def test_a_seat_at_a_time_that_has_begun_cannot_be_taken_nor_given_up() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00")
        await book(here, here.ann, 0)
        await here.says(here.mona, "/reward times Tea tomorrow 20:00")
        await here.says(here.ben, "/rewards Tea")
        late = here.bot.seen(here.ben)[-1].buttons[0].label
        await here.bot.passes(days=1, hours=3)
        assert "is over or was called off" in await here.presses(here.ben, late)
        await here.presses(here.ann, "Give it up")
        assert "has begun; it is too late" in await here.presses(here.ann, "Give it up")


def entry(title: str = "Tea", place: str = "") -> Entry:
    at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    return Entry("x", title, "", place, at, at + timedelta(hours=1))


def read(content: bytes) -> dict[str, str]:
    """The file's lines by their names, unfolded and unescaped, as a calendar reads them."""
    lines = content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    found = dict(line.split(":", 1) for line in lines if not line.startswith(("BEGIN", "END:")))
    return {
        name: re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], text) for name, text in found.items()
    }


@pytest.mark.parametrize(
    "title", ["Čaj, koláč; a \\ víc", "a\nb\r\nc", "dlouhý " * 40 + "🫖" * 60, "\x00\x07BEGIN:VEVENT"]
)
def test_a_calendar_reads_every_title_as_it_was_written_and_no_line_is_too_long(title: str) -> None:
    content = calendar_file(entry(title=title, place=title), datetime(2026, 3, 1, tzinfo=UTC))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    kept = title.replace("\r\n", "\n").replace("\x00", "").replace("\x07", "")
    assert read(content)["SUMMARY"] == read(content)["LOCATION"] == kept
    assert content.split(b"\r\n").count(b"BEGIN:VEVENT") == 1


def test_a_moment_in_the_calendar_is_the_same_in_every_zone() -> None:
    start = entry().starts_at
    wall = [at.astimezone(ZoneInfo("Europe/Prague")) for at in (start, start + timedelta(hours=2))]
    made = calendar_file(Entry("x", "Tea", "", "", wall[0], wall[1]), datetime(2026, 3, 1, tzinfo=UTC))
    assert read(made)["DTSTART"] == "20260329T003000Z"  # the night in which the clock jumps from two to three
    assert read(made)["DTEND"] == "20260329T023000Z"
    assert read(made)["UID"] == read(calendar_file(entry(), datetime(2026, 3, 2, tzinfo=UTC)))["UID"]


@pytest.mark.long
async def test_a_seat_stays_until_its_time_however_few_days_a_reward_lasts() -> None:
    async with shop() as here:
        await here.offer("event", "Tea")
        assert "lasts_days" not in await asked_for(here, "Numbers")
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(rewards).values(lasts_days=2))
        assert "It is over after" not in await here.says(here.mona, "/reward show Tea")
        await here.says(here.mona, "/reward times Tea thursday 18:00")
        await book(here, here.ann, 0)
        await here.bot.passes(days=4)
        assert await here.states() == ["granted"]
        assert "Tea" in await here.says(here.ann, "/mine")


async def asked_for(here: Shop, form: str) -> list[str]:
    """The fields of a form."""
    await here.presses(here.mona, form)
    return [field.name for field in here.bot.chat.forms(here.mona)[-1].form.fields]


async def change(here: Shop, label: str, **values: str) -> str:
    """Change the length and the seats of a time."""
    await here.says(here.mona, "/reward times Tea")
    await here.presses(here.mona, label)
    await here.presses(here.mona, "Length and seats")
    return await here.fill(here.mona, **values)


@pytest.mark.long
async def test_a_time_takes_longer_and_more_may_come_and_everybody_knows() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00 30")
        await book(here, here.ann, 0)
        await here.says(here.ben, "/rewards Tea")
        await here.presses(here.ben, "Wait for tomorrow 18:00")
        told = await change(here, "tomorrow 18:00", minutes="90", seats="2")
        assert "Saved." in told and "tomorrow 18:00, 90 min: 2 taken, 0 left" in told
        assert "“Tea” is free for you" in here.told(here.ben)[-1]
        [longer] = [text for text in here.told(here.ann) if "takes" in text]
        assert longer == "“Tea”, tomorrow 18:00, takes 90 minutes now. The button has the new calendar file."
        await here.presses(here.ann, "Open it")
        assert "DTSTART:20261121T170000Z\r\nDTEND:20261121T183000Z\r\nSEQUENCE:1" in calendar(here, here.ann)
        await change(here, "tomorrow 18:00", minutes="60", seats="")
        assert "takes 60 minutes now" in here.told(here.ann)[-1]
        await here.bot.passes(hours=23, minutes=40)
        assert not any("is over. Who came?" in text for text in here.hosts())
        await here.bot.passes(minutes=21)
        assert here.hosts()[-1] == "“Tea”, today 18:00, is over. Who came?"


@pytest.mark.long
async def test_a_time_keeps_the_seats_that_are_taken() -> None:
    async with shop() as here:
        await here.offer("event", "Tea")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00 30 5")
        for person in (here.ann, here.ben):
            await book(here, person, 0)
        assert "2 seats are taken; there cannot be fewer." in await change(here, "tomorrow 18:00", seats="1")
        assert "whole number from 5 to 1,440" in await change(here, "tomorrow 18:00", minutes="soon")
        assert "2 taken, 0 left" in await change(here, "tomorrow 18:00", seats="2")
        assert all("takes" not in text for text in here.told(here.ann))
        await here.presses(here.mona, "tomorrow 18:00")
        await here.bot.passes(days=2)
        assert "has begun or was called off" in await here.presses(here.mona, "Length and seats")
