"""Roles, tags and rooms: what members should have and what the network shows are the same in the end."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.api import Background, NativeSettled, Plugin
from bot.community.communities import Communities
from bot.core.loader import Loaded, load_plugins
from bot.core.registry import Registry
from bot.model.grants import Native, NativeKind
from bot.model.results import Problem
from bot.model.rights import Right
from bot.testing import whole_bot
from tests.delivery.house import House, house_of


@pytest.fixture
async def house(each_address: str) -> AsyncIterator[House]:
    async with whole_bot(database_url=each_address) as bot, house_of(bot) as made:
        yield made


@pytest.mark.long
async def test_what_is_given_is_shown_by_the_network_and_what_is_taken_no_more(house: House) -> None:
    assert await house.give(house.ann, house.regular)
    assert (house.tag(house.ann), house.tag(house.ben)) == ("Regular", "")
    assert not await house.give(house.ann, house.regular)
    assert await house.take() == 1
    assert house.tag(house.ann) == ""
    assert await house.take() == 0


@pytest.mark.long
async def test_a_door_lets_in_until_the_moment_that_was_said(house: House) -> None:
    until = house.bot.clock.now() + timedelta(days=2)
    await house.give(house.ann, house.salon, until=until)
    await house.bot.passes(days=1, hours=23)
    assert (house.is_inside(house.ann), house.is_inside(house.ben)) == (True, False)
    await house.bot.passes(hours=1)
    assert not house.is_inside(house.ann)


@pytest.mark.long
async def test_what_is_extended_lasts_longer_and_comes_back_when_it_was_over(house: House) -> None:
    until = house.bot.clock.now() + timedelta(days=2)
    await house.give(house.ann, house.salon, until=until)
    for days in (4, 6):
        async with house.work() as work:
            later = house.bot.clock.now() + timedelta(days=days)
            assert await house.grants(work).extend("test:1", later) == 1
        await house.bot.passes(days=3)
        assert house.is_inside(house.ann)
    await house.bot.passes(days=3)
    assert not house.is_inside(house.ann)
    async with house.work() as work:
        assert await house.grants(work).extend("test:1", house.bot.clock.now() + timedelta(days=1)) == 1
    await house.bot.app.turn()
    assert house.is_inside(house.ann)


@pytest.mark.long
async def test_of_several_tags_the_highest_is_shown_and_the_next_one_when_it_ends(house: House) -> None:
    await house.give(house.ann, house.champion, "test:high", rank=9, until=house.bot.clock.now() + timedelta(days=1))
    await house.give(house.ann, house.regular, "test:low", rank=1)
    assert house.tag(house.ann) == "Champion"
    await house.bot.passes(days=1)
    assert house.tag(house.ann) == "Regular"


@pytest.mark.long
async def test_a_refusal_is_kept_with_its_cure_and_mended_when_it_is_tried_again(house: House) -> None:
    house.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
    await house.give(house.ann, house.regular)
    async with house.work() as work:
        [failing] = await house.grants(work).failing()
        [granted] = await house.grants(work).of(await house.member_id(house.ann))
        assert await house.grants(work).check(house.regular) == (failing.problem,)
    assert (failing.what, failing.problem.key, failing.people) == (house.regular, "local-problem-right", 1)
    assert (granted.stands, granted.problem) == (False, failing.problem)
    house.bot.chat.arrange(lacking=[])
    await house.give(house.ann, house.regular, rank=2)
    async with house.work() as work:
        assert not await house.grants(work).failing()
        [granted] = await house.grants(work).of(await house.member_id(house.ann))
    assert (granted.stands, granted.problem, house.tag(house.ann)) == (True, None, "Regular")


@pytest.mark.long
async def test_plugins_hear_once_what_came_of_a_grant() -> None:
    heard: list[tuple[str, bool, str | None]] = []
    plugin = Plugin("ear")

    @plugin.on(NativeSettled)
    async def hear(ctx: Background, event: NativeSettled) -> None:
        heard.append((event.source, event.given, event.problem))

    every = load_plugins().registry.plugins.values()
    async with whole_bot(loaded=Loaded(Registry([*every, plugin]), ())) as bot, house_of(bot) as house:
        await house.give(house.ann, house.champion, "test:high", rank=2)
        await house.give(house.ann, house.regular, "test:low")
        await house.give(house.ben, Native(house.space_id, NativeKind.DOOR, "nowhere"), "test:nowhere")
        await house.take("test:high")
        await bot.passes(days=3)
    assert heard == [
        ("test:high", True, None),
        ("test:low", True, None),  # though a higher one is shown in its place
        ("test:nowhere", True, "local-problem-no-door"),
        ("test:high", False, None),
    ]


@pytest.mark.long
async def test_plugins_hear_of_the_first_grant_after_the_newest_was_forgotten_with_its_member() -> None:
    heard: list[str] = []
    plugin = Plugin("ear")

    @plugin.on(NativeSettled)
    async def hear(ctx: Background, event: NativeSettled) -> None:
        heard.append(event.source)

    every = load_plugins().registry.plugins.values()
    async with whole_bot(loaded=Loaded(Registry([*every, plugin]), ())) as bot, house_of(bot) as house:
        await house.give(house.ann, house.regular, "test:ann")
        await bot.says(house.ann, "/forget")
        await bot.presses(house.ann, "Forget me")
        await bot.passes(minutes=5)
        await house.give(house.ben, house.regular, "test:ben")
    assert heard == ["test:ann", "test:ben"]


@pytest.mark.long
async def test_a_new_room_is_a_door_to_be_given(house: House) -> None:
    async with house.work() as work:
        [space] = await Communities(work).spaces(house.community.id)
        room = await house.grants(work).make_room(space, "Backstage")
        nowhere = await house.grants(work).make_room(replace(space, post_channel=None), "Backstage")
    assert isinstance(room, Native) and isinstance(nowhere, Problem)
    await house.give(house.ann, room)
    assert house.bot.chat.is_inside(house.ann, room.ref)
