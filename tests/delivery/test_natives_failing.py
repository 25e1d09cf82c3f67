"""What a network refuses, does not answer or must wait for: tried again, told to hosts with its cure, in the doctor."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.delivery.journeys import resume_everything, stop_everything
from bot.model.decisions import Reason, State
from bot.model.grants import Native, NativeKind
from bot.model.results import SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.local.records import SPACE
from bot.storage.grant_tables import native_marks
from bot.storage.tables import deliveries
from bot.testing import whole_bot
from tests.delivery.house import House, house_of
from tests.snapshots.compare import matches, screen

LATER = SendResult(SendStatus.LATER, reason="busy")


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with whole_bot() as bot, house_of(bot) as made:
        yield made


async def effects(house: House) -> list[tuple[State, Reason | None]]:
    """How the effects stand, in the order in which they came."""
    async with house.work() as work:
        rows = await work.rows(sa.select(deliveries).where(deliveries.c.step == "effect").order_by(deliveries.c.id))
    return [(State(row.state), Reason(row.reason) if row.reason else None) for row in rows]


@pytest.mark.long
@pytest.mark.parametrize("status", [SendStatus.LATER, SendStatus.UNKNOWN, SendStatus.SPARED])
async def test_what_is_not_certain_is_done_again_and_never_unknown(house: House, status: SendStatus) -> None:
    house.bot.chat.next_native(SendResult(status))
    await house.give(house.ann, house.champion)
    assert house.tag(house.ann) == ""
    assert await effects(house) == [(State.PENDING, Reason.RETRY)]
    await house.bot.passes(minutes=1)
    assert house.tag(house.ann) == "Champion"
    assert await effects(house) == [(State.SENT, Reason.DUE)]


@pytest.mark.long
async def test_a_network_that_stays_away_is_asked_for_a_day_and_then_once_a_day(house: House) -> None:
    for _ in range(200):
        house.bot.chat.next_native(LATER)
    await house.give(house.ann, house.champion)
    await house.bot.passes(days=1, minutes=1)
    async with house.work() as work:
        [failing] = await house.grants(work).failing()
    assert failing.problem.key == "core-native-no-answer"
    assert (State.FAILED, Reason.REFUSED) in await effects(house)
    await house.bot.passes(days=8)
    assert house.tag(house.ann) == "Champion"
    async with house.work() as work:
        assert not await house.grants(work).failing()


@pytest.mark.long
async def test_hosts_hear_of_a_failure_with_its_cure_once_a_day_and_try_again_from_the_doctor(house: House) -> None:
    house.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
    before = len(house.bot.texts(house.hana))
    for person in (house.ann, house.ben):
        await house.give(person, house.champion)
    await house.bot.passes(minutes=1)
    told = [text for text in house.bot.texts(house.hana)[before:] if "I could not give" in text]
    assert told == [
        "I could not give somebody Champion: I lack the right manage_roles here. Give it to me in the settings of the"
        " chat. I try again every day; /doctor does so at once."
    ]
    shown = "\n".join(await house.bot.says(house.hana, "/doctor"))
    assert "I lack the right manage_roles here." in shown
    assert "This is about 2 accounts and the badge Champion." in shown
    house.bot.chat.arrange(lacking=[])
    await house.bot.presses(house.hana, "1: Try again")
    assert (house.tag(house.ann), house.tag(house.ben)) == ("Champion", "Champion")


@pytest.mark.long
async def test_what_was_refused_is_tried_again_every_day(house: House) -> None:
    house.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
    await house.give(house.ann, house.champion)
    house.bot.chat.arrange(lacking=[])
    await house.bot.passes(days=1)
    assert house.tag(house.ann) == "Champion"


@pytest.mark.long
async def test_what_is_refused_and_wanted_no_more_is_forgotten(house: House) -> None:
    await house.give(house.ann, Native(house.space_id, NativeKind.DOOR, "nowhere"))
    async with house.work() as work:
        assert len(await house.grants(work).failing()) == 1
    await house.take()
    async with house.work() as work:
        assert not await work.rows(sa.select(native_marks))


@pytest.mark.long
async def test_what_cannot_be_taken_stays_known_and_is_taken_when_it_can_be(house: House) -> None:
    await house.give(house.ann, house.champion, until=house.bot.clock.now() + timedelta(days=1))
    house.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
    before = len(house.bot.texts(house.hana))
    await house.bot.passes(days=1, minutes=1)
    assert house.tag(house.ann) == "Champion"
    assert any("Somebody still has Champion" in text for text in house.bot.texts(house.hana)[before:])
    house.bot.chat.arrange(lacking=[])
    await house.bot.passes(days=1)
    assert house.tag(house.ann) == ""


@pytest.mark.long
async def test_while_everything_is_stopped_nothing_is_given_and_what_ends_is_taken(house: House) -> None:
    await house.give(house.ann, house.salon, until=house.bot.clock.now() + timedelta(days=1))
    async with house.work() as work:
        await stop_everything(work, house.community.id, None)
    await house.give(house.ben, house.salon, "test:2")
    assert not house.is_inside(house.ben)
    await house.bot.passes(days=2)
    assert not house.is_inside(house.ann) and not house.is_inside(house.ben)
    async with house.work() as work:
        await resume_everything(work, house.community.id, None)
    await house.bot.passes(minutes=1)
    assert house.is_inside(house.ben) and not house.is_inside(house.ann)


@pytest.mark.long
async def test_a_crash_amid_an_effect_puts_it_back_and_it_is_done_again(house: House) -> None:
    house.bot.chat.next_native(LATER)
    await house.give(house.ann, house.champion)
    async with house.bot.app.parts.database.write() as transaction:  # as it stands between the intent and the outcome
        await transaction.run("UPDATE deliveries SET state = 'sending', lease_until = 1 WHERE step = 'effect'")
    assert await house.bot.app.parts.engine.recover(alone=True) == (1, 0)
    assert (State.PENDING, Reason.RETRY) in await effects(house)
    await house.bot.passes(minutes=1)
    assert house.tag(house.ann) == "Champion"


@pytest.mark.long
async def test_what_was_being_given_at_a_crash_is_taken_where_it_is_wanted_no_more(house: House) -> None:
    house.bot.chat.next_native(LATER)  # nobody knows whether it is there
    await house.give(house.ann, house.champion, until=house.bot.clock.now() + timedelta(seconds=20))
    badges = house.bot.chat.natives.badges
    assert badges is not None
    await badges.give_badge(SPACE, house.ann.account, "Champion", reason="as if it had been done")
    await house.bot.passes(minutes=1)
    assert house.tag(house.ann) == ""


@pytest.mark.long
async def test_who_is_not_there_is_no_matter_of_the_hosts(house: House) -> None:
    house.bot.chat.next_native(SendResult(SendStatus.GONE))
    before = len(house.bot.texts(house.hana))
    await house.give(house.ann, house.champion)
    async with house.work() as work:
        assert not await house.grants(work).failing()
        [granted] = await house.grants(work).of(await house.member_id(house.ann))
    assert granted.problem is not None and granted.problem.key == "core-native-not-here"
    assert house.bot.texts(house.hana)[before:] == []


@pytest.mark.long
async def test_effects_are_no_messages(house: House) -> None:
    before = "\n".join(await house.bot.says(house.hana, "/status"))
    assert "Messages: 0 sent or put into inboxes today, 0 posted in channels, 0 left out today, 0 to come" in before
    await house.give(house.ann, house.champion, until=house.bot.clock.now() + timedelta(days=300))
    assert await effects(house) == [(State.SENT, Reason.DUE), (State.PENDING, None)]
    assert "Champion" not in "\n".join(await house.bot.says(house.ann, "/why"))
    assert "\n".join(await house.bot.says(house.hana, "/status")) == before


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_what_hosts_are_told_and_shown_of_it_reads_well(language: str) -> None:
    async with whole_bot(language=language) as bot, house_of(bot, language=language) as house:
        seen = len(bot.seen(house.hana))
        ends = bot.clock.now() + timedelta(days=1)
        await house.give(house.ann, house.champion, until=ends)
        bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
        await house.give(house.ben, house.regular, "test:2")
        await house.give(house.ben, Native(house.space_id, NativeKind.DOOR, "attic"), "test:3")
        await bot.passes(days=1, minutes=1)
        await bot.says(house.hana, "/doctor")
        await bot.says(house.hana, "/setup door")
        bot.chat.arrange(lacking=[])
        await bot.presses(house.hana, {"en": "1: Try again", "cs": "1: Zkusit znovu"}[language])
        shown = screen(bot.seen(house.hana)[seen:])
    matches(f"natives/hosts.{language}", shown)
