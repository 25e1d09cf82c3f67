"""Referrals on Telegram: a personal invite link, one that asks to come in, and a deep link into the private chat."""

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.test_doors import Salon, salon_bot
from tests.platforms.telegram.world import Person
from tests.plugins.settling_in import all_of, chooses, has, settled


async def ways(it: Salon) -> list[str]:
    """The addresses that Ann may pass on: into the group, and to the bot."""
    await it.ann.says("/refer")
    await it.app.dispatcher.idle()
    return [word for word in it.ann.inbox[-1].text.split() if word.startswith("https://t.me/")]


async def pays(it: Salon) -> bool:
    """Whether the one referral that there is goes through and pays both sides."""
    [row] = await all_of(it.app)
    await settled(it.app, it.clock)
    return (await has(it.app, row.inviter_id), await has(it.app, row.invited_id)) == (50, 20)


async def follows(it: Salon, who: Person, address: str) -> None:
    await who.follows(address)
    await it.app.dispatcher.idle()
    await it.passes(seconds=1)


@pytest.mark.long
async def test_who_comes_by_a_personal_link_is_known_for_certain(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        address, _ = await ways(it)
        await follows(it, server.person("Nina"), address)
        [row] = await all_of(it.app)
        assert (row.state, row.how, row.grade) == ("waiting", "invite", "sure")
        assert await pays(it)


@pytest.mark.long
async def test_in_a_group_that_grew_into_a_supergroup_one_gets_a_new_link_and_the_old_one_is_still_known(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        old, _ = await ways(it)
        fresh = await it.tea.migrates()
        await it.app.dispatcher.idle()
        new, _ = await ways(it)
        assert new != old
        assert server.world.links[new].group_id == fresh.id
        it.tea.moved_to = None  # should Telegram let people in by it all the same
        for name, address in (("Nina", new), ("Otto", old)):
            await follows(it, server.person(name), address)
        assert [(row.how, row.grade) for row in await all_of(it.app)] == [("invite", "sure")] * 2


@pytest.mark.long
async def test_who_asks_to_come_in_by_it_is_let_in_and_counts(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await chooses(it.app, on_request=True)
        address, *_ = await ways(it)
        nina = server.person("Nina")
        await follows(it, nina, address)
        await it.passes(minutes=1)
        assert nina in it.tea.members
        [row] = await all_of(it.app)
        assert (row.state, row.grade) == ("waiting", "sure")


@pytest.mark.long
async def test_a_deep_link_tells_it_before_they_come_in_and_leads_them_in(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        deep = (await ways(it))[-1]
        nina = server.person("Nina")
        await follows(it, nina, deep)
        assert "Did Ann bring you here?" in nina.inbox[-1].text
        told = await it.presses(nina, "Yes, so it was")
        assert "One step is left" in told
        [row] = await all_of(it.app)
        assert (row.state, row.joined_at) == ("waiting", None)
        await it.passes(hours=1)
        await follows(it, nina, next(word for word in told.split() if word.startswith("https://t.me/+")))
        [row] = await all_of(it.app)
        assert (row.how, row.joined_at is not None) == ("both", True)
        assert await pays(it)


@pytest.mark.long
async def test_who_comes_into_a_public_group_by_its_name_says_it_by_a_code_and_who_was_there_unseen_waits(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        code = (await ways(it))[-1].rpartition("invited_")[2].partition("_")[0]
        nina, otto = server.person("Nina", started=True), server.person("Otto", started=True)
        await nina.joins(it.tea)
        it.tea.members.append(otto)  # before the bot was in the group
        await it.passes(minutes=1)
        for who in (nina, otto):
            await it.says(who, f"/invited {code}", it.tea)
            await it.presses(who, "Yes, so it was")
        assert [(row.state, row.reason) for row in await all_of(it.app)] == [("waiting", None), ("contested", "unseen")]
