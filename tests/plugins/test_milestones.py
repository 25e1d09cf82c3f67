"""Milestones: birthdays, anniversaries and round numbers, each greeted once, where the community wants it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.community.activities import ORDERED, Activities
from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.model.identity import Role
from bot.model.points import Award
from bot.platforms.local.records import HOSTS, Person
from bot.storage.tables import incidents
from bot.testing import WholeBot, whole_bot
from bot.text.markup import plain
from tests.plugins.place import Place
from tests.snapshots.compare import matches, screen


class Home(Place):
    """Hana hosts and owns the place, Ann and Ben are guests who agreed to be written to."""

    def __init__(self, bot: WholeBot, language: str) -> None:
        self.bot = bot
        self.language = language
        self.hana = bot.person("Hana", Role.OWNER, language=language)
        self.ann = bot.person("Ann", language=language)
        self.ben = bot.person("Ben", language=language)

    async def opens(self) -> None:
        """Everybody says hello; Ann and Ben agree; the journeys may run."""
        await self.bot.says(self.hana, "/start")
        for guest in (self.ann, self.ben):
            await self.bot.says(guest, "/start")
            await self.bot.presses(
                guest, {"en": "Allow thanks and news", "cs": "Dovolit poděkování a novinky"}[self.language]
            )
        await self.bot.passes(minutes=1)
        await self.bot.says(self.hana, "/journey approve milestones")

    async def birthday(self, who: Person, day: str, *, shown: bool = True) -> str:
        """Say a day and confirm it."""
        await self.bot.says(who, f"/birthday {day}")
        return "\n".join(await self.bot.presses(who, "Yes, all may know" if shown else "Yes, but only us two"))

    async def news(self, *, since: int | None = None, **span: float) -> list[tuple[str, str]]:
        """What leaves unasked while time passes, or since so many messages: to whom ("": everybody), and the text."""
        before = len(self.bot.chat.sent) if since is None else since
        await self.bot.passes(**span)
        fresh = [shown for shown in self.bot.chat.sent[before:] if shown.key]
        return [
            (shown.only_for.user_id if shown.only_for else "", plain(shown.message.text).replace("\n", " "))
            for shown in fresh
        ]

    async def stream(self, *guests: Person) -> None:
        await self.bot.says(self.hana, "/stream start Tea")
        for guest in guests:
            await self.bot.says(guest, "hello")
        await self.bot.passes(minutes=10)
        await self.bot.says(self.hana, "/stream end")
        await self.bot.passes(hours=23)

    async def did(self, who: Person, kind: str, times: int = 1) -> None:
        member_id = await self.id_of(who)
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            for number in range(times):
                await Activities(work).record(community.id, member_id, kind, f"{kind}:{number}", value=1)
        await self.bot.passes(minutes=1)


async def whole(bot: WholeBot, language: str = "en") -> Home:
    place = Home(bot, language)
    await place.opens()
    return place


@pytest.fixture
async def place() -> AsyncIterator[Home]:
    async with whole_bot() as bot:
        yield await whole(bot)
        async with bot.app.parts.work() as work:
            assert not await work.rows(sa.select(incidents.c.place, incidents.c.error))


@pytest.mark.long
async def test_a_birthday_is_read_back_before_it_is_kept(place: Home) -> None:
    assert "I do not know your birthday" in await place.says(place.ann, "/birthday")
    assert "7 March: is that right?" in await place.says(place.ann, "/birthday 7 march")
    assert "I do not know your birthday" in await place.says(place.ann, "/birthday")
    assert "Noted: 7 March. It stays between us." in await place.birthday(place.ann, "7 march", shown=False)
    assert "Nobody else is told." in await place.says(place.ann, "/birthday")
    assert "Birthday: 7 March (only you see this)" in await place.says(place.ann, "/me")
    assert "Birthday" not in await place.says(place.ben, "/me Ann")
    await place.bot.says(place.ann, "/birthday")
    await place.bot.presses(place.ann, "Forget my birthday")
    assert "I do not know your birthday" in await place.says(place.ann, "/birthday")


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("31 april", "That month has 30 days, so there is no day 31."),
        ("0 may", "so there is no day 0"),
        ("7", "Day 7, and which month?"),
    ],
)
async def test_a_day_that_no_year_has_is_refused(place: Home, typed: str, answer: str) -> None:
    assert answer in await place.says(place.ann, f"/birthday {typed}")


@pytest.mark.long
async def test_on_the_morning_of_the_day_the_person_and_then_everybody_hears_of_it(place: Home) -> None:
    start = place.bot.clock.now()
    day = start + timedelta(days=10)
    month = day.strftime("%B").lower()
    await place.birthday(place.ann, f"{day.day} {month}")
    await place.birthday(place.ben, f"{day.day} {month}", shown=False)
    morning = day.replace(hour=7, minute=55)  # 8:55 in Prague
    assert await place.news(seconds=(morning - start).total_seconds()) == []
    told = await place.news(hours=2)
    assert {who for who, _ in told} == {place.ann.account.user_id, place.ben.account.user_id, ""}
    assert [text for who, text in told if not who] == ["🎂 It is Ann's birthday today."]
    assert await place.news(days=3) == []


@pytest.mark.long
async def test_whoever_tells_of_a_birthday_on_the_day_is_greeted_and_nobody_twice_a_year(place: Home) -> None:
    await place.bot.passes(hours=18)
    now = place.bot.clock.now()
    today, tomorrow = (f"{day.day} {day.strftime('%B').lower()}" for day in (now, now + timedelta(days=1)))
    before = len(place.bot.chat.sent)
    await place.birthday(place.ann, today, shown=False)
    assert [who for who, _ in await place.news(since=before, minutes=1)] == ["ann"]
    await place.birthday(place.ann, tomorrow, shown=False)
    assert await place.news(days=2) == []


@pytest.mark.long
async def test_a_birthday_that_was_forgotten_is_not_greeted(place: Home) -> None:
    now = place.bot.clock.now()
    await place.birthday(place.ann, f"{now.day + 1} {now.strftime('%B').lower()}")
    await place.bot.passes(hours=13)
    await place.bot.says(place.ann, "/birthday")
    await place.bot.presses(place.ann, "Forget my birthday")
    assert await place.news(days=2) == []


@pytest.mark.long
async def test_whoever_was_born_on_a_leap_day_has_it_every_year(place: Home) -> None:
    await place.birthday(place.ann, "29 february", shown=False)
    until = datetime(2027, 2, 28, tzinfo=UTC) - place.bot.clock.now()
    await place.bot.sleeps(days=until.days - 5)
    assert await place.news(days=5, seconds=until.seconds) == []
    assert [who for who, _ in await place.news(hours=12)] == ["ann"]


@pytest.mark.long
async def test_a_hidden_member_is_greeted_by_themself_alone(place: Home) -> None:
    now = place.bot.clock.now()
    await place.birthday(place.ann, f"{now.day + 1} {now.strftime('%B').lower()}")
    await place.bot.says(place.ann, "/preferences")
    await place.bot.presses(place.ann, "Hide me")
    assert [who for who, _ in await place.news(days=1)] == ["ann"]


@pytest.mark.long
async def test_the_place_for_greetings_is_the_community_s_choice(place: Home) -> None:
    await place.says(place.hana, "/plugin configure milestones greet nowhere")
    now = place.bot.clock.now()
    await place.birthday(place.ann, f"{now.day + 1} {now.strftime('%B').lower()}")
    assert [who for who, _ in await place.news(days=1)] == ["ann"]


def same_day(moment: datetime, years: int) -> datetime:
    """Ten in the morning in Prague, so many years later, less a minute."""
    at = time(9, 59, tzinfo=ZoneInfo("Europe/Prague"))
    return datetime.combine(moment.date().replace(year=moment.year + years), at).astimezone(UTC)


@pytest.mark.long
async def test_a_year_and_two_after_joining_and_the_first_order_that_very_day_is_remembered(place: Home) -> None:
    came = place.bot.clock.now()
    await place.did(place.ann, ORDERED)
    ordered, joined = "today you ordered from us for the first time.", "since you came to us. Thank you for staying."
    for years, ago, here, post in (
        (1, "A year ago", "a year", "A year here today: Hana, Ann and Ben. A year since the first order: Ann."),
        (2, "2 years ago", "2 years", "2 years here today: Hana, Ann and Ben. 2 years since the first order: Ann."),
    ):
        wait = same_day(came, years) - place.bot.clock.now()
        await place.bot.sleeps(days=wait.days - 5)
        assert await place.news(days=5, seconds=wait.seconds) == []
        told = await place.news(hours=1)
        assert ("ann", f"{ago} {ordered} Thank you for trusting us since.") in told
        assert ("ben", f"Today it is {here} {joined}") in told
        assert ("", post) in told


@pytest.mark.long
async def test_an_anniversary_is_on_the_cue_card_of_its_day(place: Home) -> None:
    wait = same_day(place.bot.clock.now(), 1) - timedelta(days=1) - place.bot.clock.now()
    await place.bot.sleeps(seconds=wait.total_seconds())
    for told in (False, True):
        await place.bot.says(place.hana, "/stream start Tea")
        await place.bot.says(place.ann, "hello")
        await place.bot.passes(minutes=6)
        assert ("A year here today: Ann." in await place.says(place.hana, "/cues")) is told
        await place.bot.says(place.hana, "/stream end")
        await place.bot.passes(days=1)


@pytest.mark.long
async def test_the_tenth_stream_is_noticed_on_the_cue_card_and_greeted_after_it(place: Home) -> None:
    for _ in range(9):
        await place.stream(place.ann)
    await place.bot.says(place.hana, "/stream start Tea")
    await place.bot.says(place.ann, "hello")
    await place.bot.passes(minutes=6)
    assert "Stream number 10 for: Ann" in await place.says(place.hana, "/cues")
    before = len(place.bot.chat.sent)
    await place.bot.says(place.hana, "/stream end")
    told = await place.news(since=before, hours=2)
    assert ("", "10 streams with us: Ann.") in told
    assert any(who == "ann" and text.startswith("That makes 10 streams with us.") for who, text in told)
    await place.bot.says(place.hana, "/stream start Tea")
    await place.bot.says(place.ann, "hello")
    await place.bot.says(place.ben, "hello")
    await place.bot.passes(minutes=6)
    assert "10 streams with us: Ann." in await place.says(place.hana, "/cues")
    await place.bot.says(place.hana, "/stream end")
    await place.bot.passes(hours=23)
    await place.bot.says(place.hana, "/stream start Tea")
    await place.bot.says(place.ann, "hello")
    await place.bot.passes(minutes=6)
    assert "streams with us" not in await place.says(place.hana, "/cues")


@pytest.mark.long
async def test_a_new_tier_is_told_to_whoever_reached_it_and_greeted(place: Home) -> None:
    await place.says(place.hana, "/tier add Regular 20")
    before = len(place.bot.chat.sent)
    await place.says(place.hana, "/give points Ann 5 welcome")
    async with place.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        await Ledger(work).earn(community.id, [Award(await place.id_of(place.ann), 30, "test:1")], "test")
    told = await place.news(since=before, hours=2)
    assert ("ann", "You have reached Regular. What that brings you: /tiers") in told
    assert ("", "A tier higher now: Ann. Congratulations.") in told


async def earns(place: Home, who: Person, points: int) -> None:
    async with place.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        award = Award(await place.id_of(who), points, f"test:{points}")
        await Ledger(work).earn(community.id, [award], "test")
    await place.bot.passes(minutes=1)


@pytest.mark.long
async def test_round_points_are_near_on_the_cue_card_then_told_and_greeted(place: Home) -> None:
    await earns(place, place.ann, 980)
    await earns(place, place.ben, 970)
    await place.bot.says(place.hana, "/stream start Tea")
    for guest in (place.ann, place.ben):
        await place.bot.says(guest, "hello")
    await place.bot.passes(minutes=6)
    assert "Close to 1,000 points: Ann" in (await place.says(place.hana, "/cues")).split("\n")
    before = len(place.bot.chat.sent)
    await earns(place, place.ann, 20)
    await earns(place, place.ben, 4_000)
    told = await place.news(since=before, hours=2)
    said = "You have earned {} points with us by now. See what came of them with /points."
    assert {text for who, text in told if who == "ann" and "earned" in text} == {said.format("1,000")}
    assert said.format("5,000") not in [text for who, text in told if who == "ben"]
    assert ("", "1,000 points earned: Ann and Ben.") in told
    before = len(place.bot.chat.sent)
    await earns(place, place.ben, 30)
    assert said.format("5,000") in [text for who, text in await place.news(since=before, hours=2) if who == "ben"]


@pytest.mark.long
async def test_whoever_gets_the_badge_of_veterans_is_greeted_as_one(place: Home) -> None:
    before = len(place.bot.chat.sent)
    await earns(place, place.ann, 4_990)
    assert not any("would miss" in text for _, text in await place.news(since=before, days=1))
    before = len(place.bot.chat.sent)
    await earns(place, place.ann, 10)
    told = await place.news(since=before, hours=2)
    assert any(who == "ann" and text.startswith("You have been with us for so long") for who, text in told)
    assert any(not who and "With us for so long that we would miss Ann." in text for who, text in told)


@pytest.mark.long
async def test_greetings_for_hosts_reach_no_others(place: Home) -> None:
    await place.says(place.hana, "/plugin configure milestones greet hosts")
    await place.says(place.hana, "/tier add Regular 20")
    before = len(place.bot.chat.sent)
    await earns(place, place.ann, 30)
    await place.bot.passes(hours=2)
    greeted = [shown for shown in place.bot.chat.sent[before:] if "A tier higher now: Ann" in plain(shown.message.text)]
    assert [(shown.channel, shown.only_for) for shown in greeted] == [(HOSTS, None)]


@pytest.mark.long
async def test_a_birthday_that_is_taken_back_within_the_half_hour_is_not_greeted(place: Home) -> None:
    now = place.bot.clock.now()
    for guest in (place.ann, place.ben):
        await place.birthday(guest, f"{now.day + 1} {now.strftime('%B').lower()}")
    nine = datetime.combine(now.date() + timedelta(days=1), time(9, 5), ZoneInfo("Europe/Prague"))
    told = await place.news(seconds=(nine - now).total_seconds())
    assert [who for who, _ in told] == ["ann", "ben"]
    await place.bot.says(place.ann, "/birthday")
    await place.bot.presses(place.ann, "Forget my birthday")
    await place.bot.says(place.ben, "/birthday")
    await place.bot.presses(place.ben, "Keep it between us")
    assert await place.news(days=1) == []


@pytest.mark.long
async def test_whoever_says_another_day_for_each_stream_is_on_one_cue_card(place: Home) -> None:
    for told in (True, False, False):
        now = place.bot.clock.now()
        await place.birthday(place.ann, f"{now.day} {now.strftime('%B').lower()}")
        await place.bot.says(place.hana, "/stream start Tea")
        await place.bot.says(place.ann, "hello")
        await place.bot.passes(minutes=6)
        assert ("It is Ann's birthday today." in await place.says(place.hana, "/cues")) is told
        await place.bot.says(place.hana, "/stream end")
        await place.bot.passes(hours=24)


@pytest.mark.long
async def test_a_birthday_is_on_the_cue_card_of_the_evening(place: Home) -> None:
    now = place.bot.clock.now()
    await place.birthday(place.ann, f"{now.day} {now.strftime('%B').lower()}")
    await place.birthday(place.ben, f"{now.day} {now.strftime('%B').lower()}", shown=False)
    await place.bot.says(place.hana, "/stream start Tea")
    for guest in (place.ann, place.ben):
        await place.bot.says(guest, "hello")
    await place.bot.passes(minutes=6)
    assert "🎂 It is Ann's birthday today." in await place.says(place.hana, "/cues")


@pytest.mark.long
async def test_birthdays_are_kept_sealed(place: Home) -> None:
    await place.birthday(place.ann, "7 march")
    await place.birthday(place.ben, "7 march")
    async with place.bot.app.parts.database.read() as reader:
        kept = [str(day) for [day] in await reader.fetch("SELECT day FROM milestones_birthdays")]
    assert kept[0] != kept[1] and not any("03-07" in day or "march" in day.lower() for day in kept)
    assert all(len(day) > 20 for day in kept)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_the_screens_read_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        place = await whole(bot, language)
        seen = len(bot.seen(place.ann))
        for text in (
            "/birthday",
            "/birthday 31 4",
            "/birthday 7",
            f"/birthday 7 {'march' if language == 'en' else 'března'}",
        ):
            await bot.says(place.ann, text)
        await bot.presses(place.ann, {"en": "Yes, all may know", "cs": "Ano, můžou to vědět"}[language])
        await bot.says(place.ann, "/birthday")
        matches(f"milestones/birthday.{language}", screen(bot.seen(place.ann)[seen:]))


@pytest.mark.long
async def test_all_journeys_of_a_plugin_are_approved_by_one_word() -> None:
    async with whole_bot() as bot:
        hana = bot.person("Hana", Role.OWNER)
        await bot.says(hana, "/start")
        [told] = await bot.says(hana, "/journey approve milestones")
        assert told == "All 11 journeys of Milestones that waited run now. See them with /journey list."
        [told] = await bot.says(hana, "/journey approve milestones")
        assert told == "No journey of Milestones waits for anybody. See them with /journey list."
