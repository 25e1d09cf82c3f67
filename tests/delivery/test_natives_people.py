"""What people have of the network's own goes with them: accounts are linked and parted, people leave, return, go."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.linking import Links
from bot.community.people import People
from bot.core.erasing import PersonalData
from bot.core.services import build
from bot.model.results import Problem
from bot.model.rights import Right
from bot.platforms.local.records import SPACE, Person
from bot.storage.grant_tables import native_grants, native_marks
from bot.storage.tables import deliveries
from bot.testing import whole_bot
from tests.delivery.house import House, house_of


@pytest.fixture
async def house(each_address: str) -> AsyncIterator[House]:
    async with whole_bot(database_url=each_address) as bot, house_of(bot) as made:
        yield made


async def person_id(house: House, person: Person) -> int:
    async with house.work() as work:
        found = await Links(work).person_of(await house.own_id(person))
    assert found is not None
    return found


async def link(house: House, one: Person, other: Person) -> None:
    first, second = await person_id(house, one), await person_id(house, other)
    async with house.work() as work:
        assert await Links(work).join(first, second)
    await house.bot.app.turn()


async def part(house: House, person: Person) -> None:
    second = await person_id(house, person)
    async with house.work() as work:
        assert await Links(work).part(second)
    await house.bot.app.turn()


async def erase(house: House, person: Person) -> None:
    async with house.work() as work:
        member = await People(work).recognise(person.actor, house.community)
        await build(PersonalData, house.bot.app.parts, work, house.community).erase(member)
    await house.bot.passes(minutes=1)


@pytest.mark.long
async def test_linked_accounts_have_the_same_and_parted_ones_each_their_own(house: House) -> None:
    await house.give(house.ann, house.champion, "test:ann", rank=2)
    await house.give(house.ben, house.salon, "test:ben")
    await link(house, house.ann, house.ben)
    assert (house.tag(house.ann), house.tag(house.ben)) == ("Champion", "Champion")
    assert house.is_inside(house.ann) and house.is_inside(house.ben)
    await house.give(house.ben, house.regular, "test:both", rank=9)
    assert (house.tag(house.ann), house.tag(house.ben)) == ("Regular", "Regular")
    await part(house, house.ben)
    assert (house.is_inside(house.ann), house.is_inside(house.ben)) == (False, True)
    assert (house.tag(house.ann), house.tag(house.ben)) == ("Regular", "")  # given to the member who was both


@pytest.mark.long
async def test_what_ends_while_accounts_are_linked_ends_for_both(house: House) -> None:
    await house.give(house.ann, house.salon, until=house.bot.clock.now() + timedelta(days=1))
    await link(house, house.ann, house.ben)
    assert house.is_inside(house.ben)
    await house.bot.passes(days=1)
    assert not house.is_inside(house.ann) and not house.is_inside(house.ben)


@pytest.mark.long
async def test_who_leaves_loses_it_and_who_returns_has_it_again(house: House) -> None:
    await house.give(house.ann, house.champion)
    await house.give(house.ann, house.salon, "test:2", until=house.bot.clock.now() + timedelta(days=9))
    await house.bot.chat.leaves(house.ann)
    await house.bot.passes(minutes=1)
    async with house.work() as work:
        assert not await work.rows(sa.select(native_marks))
        problems = [one.problem for one in await house.grants(work).of(await house.member_id(house.ann))]
    assert [one.key for one in problems if one] == ["core-native-not-here"] * 2
    await house.bot.passes(days=2)
    await house.bot.chat.joins(house.ann)
    await house.bot.passes(minutes=1)
    assert (house.tag(house.ann), house.is_inside(house.ann)) == ("Champion", True)
    await house.bot.passes(days=7)
    assert not house.is_inside(house.ann)


@pytest.mark.long
async def test_who_leaves_and_returns_at_once_has_it_again(house: House) -> None:
    await house.give(house.ann, house.champion)
    await house.bot.chat.leaves(house.ann)
    await house.bot.chat.joins(house.ann)
    await house.bot.passes(minutes=1)
    assert house.tag(house.ann) == "Champion"


@pytest.mark.long
async def test_what_stands_is_looked_at_again_when_the_bot_is_back_in_the_space(house: House) -> None:
    await house.give(house.ann, house.champion)
    await house.bot.chat.takes_in(house.hana, here=False)
    await house.give(house.ben, house.regular, "test:2", until=house.bot.clock.now() + timedelta(days=1))
    async with house.work() as work:
        [waits] = await house.grants(work).of(await house.member_id(house.ben))
    assert (house.tag(house.ben), waits.problem) == ("", Problem("core-native-away"))
    await house.bot.passes(days=2)
    badges = house.bot.chat.natives.badges
    assert badges is not None
    await badges.take_badge(SPACE, house.ann.account, "Champion", reason="somebody tidied up meanwhile")
    await house.bot.chat.takes_in(house.hana, here=True)
    await house.bot.passes(minutes=1)
    assert house.tag(house.ann) == "Champion"


@pytest.mark.long
async def test_nothing_is_left_of_who_is_erased_and_their_tag_is_taken_off(house: House) -> None:
    await house.give(house.ann, house.champion)
    await house.give(house.ann, house.salon, "test:2", until=house.bot.clock.now() + timedelta(days=3))
    await house.give(house.ben, house.regular)
    await erase(house, house.ann)
    assert (house.tag(house.ann), house.is_inside(house.ann), house.tag(house.ben)) == ("", False, "Regular")
    async with house.work() as work:
        marks = [row.external_id for row in await work.rows(sa.select(native_marks))]
        assert marks == [house.ben.user_id]
        assert len(await work.rows(sa.select(native_grants))) == 1
        kept = [row.payload for row in await work.rows(sa.select(deliveries)) if row.payload]
    assert repr(house.ann.user_id) not in repr(kept)


@pytest.mark.long
async def test_what_cannot_be_taken_off_who_was_erased_is_taken_later(house: House) -> None:
    await house.give(house.ann, house.champion)
    house.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
    await erase(house, house.ann)
    assert house.tag(house.ann) == "Champion"
    async with house.work() as work:
        [failing] = await house.grants(work).failing()
    assert failing.problem.key == "local-problem-right"
    house.bot.chat.arrange(lacking=[])
    await house.bot.passes(days=1)
    assert house.tag(house.ann) == ""
    async with house.work() as work:
        assert not await work.rows(sa.select(native_marks))


@pytest.mark.long
async def test_people_see_what_is_kept_of_it(house: House) -> None:
    await house.give(house.ann, house.champion, reason="for the tea")
    async with house.work() as work:
        member = await People(work).recognise(house.ann.actor, house.community)
        held = await build(PersonalData, house.bot.app.parts, work, house.community).about(member)
    [grant], [mark] = held["native_grants"], held["native_marks"]
    assert (grant["ref"], grant["reason"], mark["ref"], mark["stands"]) == (
        "Champion",
        "for the tea",
        "Champion",
        "yes",
    )
