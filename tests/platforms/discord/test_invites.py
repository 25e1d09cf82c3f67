"""By which invite somebody came: how sure the comparison of uses is, and where it says nothing."""

from collections.abc import Sequence
from datetime import timedelta

import discord
import pytest
from simcord.backend import serializers

from bot.model.incoming import InviteGone, MemberJoined
from bot.model.native import Invites, InviteSpec
from bot.model.results import SendStatus
from bot.model.rights import Right
from bot.platforms.discord.arrivals import SHOWS_WITHIN
from tests.platforms.contract_native import has
from tests.platforms.discord.bench import START, Bench, platform


def invites(bench: Bench) -> Invites:
    return has(bench.platform.natives.invites)


FROM_ANN = InviteSpec("from ann")


async def made(bench: Bench, spec: InviteSpec = FROM_ANN) -> str:
    result = await invites(bench).make_invite(bench.space, spec)
    assert result.status is SendStatus.SENT
    return result.reference


def use(bench: Bench, address: str, *, vanishes: bool = False) -> None:
    """Count a use of an invite, which the Discord in memory does not do itself."""
    code = address.rpartition("/")[2]
    bench.env.backend.invites[code].uses += 1
    if vanishes:
        bench.env.backend.delete_invite(code)


async def join(bench: Bench, *names: str) -> Sequence[tuple[str, float]]:
    """Let people in at the same moment; by what they came as the core is told, in order."""
    before = len(bench.sink.of(MemberJoined))
    for name in names:
        bench.guild.add_member(bench.env.create_user(name))
    await bench.env.settle()
    return [(told.invite, told.confidence) for told in bench.sink.of(MemberJoined)[before:]]


async def test_an_invite_is_the_bots_own_and_lasts_for_ever_unless_told_otherwise(members_bench: Bench) -> None:
    first, second = await made(members_bench), await made(members_bench)
    assert first != second
    [body, _] = members_bench.bodies("POST", "/invites")
    assert (body["max_age"], body["max_uses"], body["unique"]) == (0, 0, True)
    await made(members_bench, InviteSpec("a seat", uses=1, until=START + timedelta(days=7)))
    body = members_bench.bodies("POST", "/invites")[-1]
    assert (body["max_age"], body["max_uses"]) == (604800, 1)


@pytest.mark.parametrize(
    "spec",
    [
        InviteSpec("x", on_request=True),
        InviteSpec("x", uses=101),
        InviteSpec("x", uses=0),
        InviteSpec("x", until=START),
        InviteSpec("x", until=START + timedelta(days=8)),
    ],
)
async def test_what_discord_does_not_know_is_invalid_and_not_made(bench: Bench, spec: InviteSpec) -> None:
    assert (await invites(bench).make_invite(bench.space, spec)).status is SendStatus.INVALID
    assert bench.bodies("POST", "/invites") == []


async def test_one_use_of_one_invite_is_nearly_sure(members_bench: Bench) -> None:
    address = await made(members_bench)
    use(members_bench, address)
    [(invite, sure)] = await join(members_bench, "nina")
    assert invite == address
    assert 0.8 < sure < 1


async def test_two_who_come_at_once_by_one_invite_both_came_by_it(members_bench: Bench) -> None:
    address = await made(members_bench)
    use(members_bench, address)
    use(members_bench, address)
    assert [invite for invite, _ in await join(members_bench, "nina", "otto")] == [address, address]


async def test_two_who_come_at_once_by_two_invites_are_a_guess(members_bench: Bench) -> None:
    one, two = await made(members_bench), await made(members_bench)
    use(members_bench, one)
    use(members_bench, two)
    told = await join(members_bench, "nina", "otto")
    assert {invite for invite, _ in told} == {one, two}
    assert [sure for _, sure in told] == [0.5, 0.5]
    use(members_bench, one)
    [(invite, sure)] = await join(members_bench, "pia")
    assert (invite, sure > 0.8) == (one, True)


async def test_who_has_yet_to_agree_to_the_rules_has_joined_once_they_did_by_the_invite_they_came_by(
    members_bench: Bench,
) -> None:
    bench = members_bench
    address = await made(bench)
    use(bench, address)
    nina = bench.env.create_user("nina")
    told = {
        "guild_id": str(bench.guild.id),
        "user": {"id": str(nina.id), "username": "nina", "discriminator": "0", "avatar": None},
        "roles": [],
        "joined_at": START.isoformat(),
        "flags": 0,
    }
    for event, pending in (("GUILD_MEMBER_ADD", True), ("GUILD_MEMBER_UPDATE", True)):
        bench.env.backend.emit(event, {**told, "pending": pending})
        await bench.env.settle()
    assert bench.sink.of(MemberJoined) == []
    for _ in range(2):
        bench.env.backend.emit("GUILD_MEMBER_UPDATE", {**told, "pending": False})
        await bench.env.settle()
    [joined] = bench.sink.of(MemberJoined)
    assert (joined.actor.account.user_id, joined.invite, joined.confidence > 0.8) == (str(nina.id), address, True)


async def test_an_invite_that_vanished_with_its_last_use_is_found_all_the_same(members_bench: Bench) -> None:
    address = await made(members_bench, InviteSpec("a seat", uses=1))
    use(members_bench, address, vanishes=True)
    [(invite, sure)] = await join(members_bench, "nina")
    assert invite == address
    assert 0.5 < sure < 0.9


async def test_a_revoked_invite_brought_nobody(members_bench: Bench) -> None:
    address = await made(members_bench)
    await invites(members_bench).revoke_invite(members_bench.space, address)
    assert await join(members_bench, "nina") == [("", 0.0)]


async def test_the_servers_own_address_is_told_as_such(members_bench: Bench) -> None:
    backend = members_bench.env.backend
    payload = serializers.guild_create_payload(backend, backend.guilds[members_bench.guild.id])
    backend.emit("GUILD_UPDATE", {**payload, "features": ["VANITY_URL"]})
    members_bench.guild.set_vanity_url("evening")
    await members_bench.env.settle()
    await join(members_bench, "nina")
    use(members_bench, "discord.gg/evening")
    [(invite, sure)] = await join(members_bench, "otto")
    assert (invite, sure > 0.8) == ("https://discord.gg/evening", True)


async def test_without_the_right_to_see_invites_nobody_knows(members_bench: Bench) -> None:
    address = await made(members_bench)
    members_bench.env.inject_error("GET", "/guilds/*/invites", status=403, code=50013, message="no", times=None)
    use(members_bench, address)
    assert await join(members_bench, "nina") == [("", 0.0)]


async def test_somebody_without_an_invite_who_comes_together_with_somebody_by_one_makes_it_a_guess(
    members_bench: Bench,
) -> None:
    address = await made(members_bench)
    use(members_bench, address)
    assert await join(members_bench, "nina", "otto") == [(address, 0.5), ("", 0.0)]
    use(members_bench, address)
    [(invite, sure)] = await join(members_bench, "pia")
    assert (invite, sure > 0.8) == (address, True)


async def test_an_invite_for_one_that_somebody_deleted_brings_nobody_who_comes_later(members_bench: Bench) -> None:
    await members_bench.restart(platform(members=True, clock=members_bench.clock))
    seat = await made(members_bench, InviteSpec("a seat", uses=1))
    members_bench.env.backend.delete_invite(seat.rpartition("/")[2])
    await members_bench.env.settle()
    members_bench.moved(SHOWS_WITHIN + timedelta(seconds=1))
    assert await join(members_bench, "nina") == [("", 0.0)]
    other = await made(members_bench)
    use(members_bench, other)
    [(invite, sure)] = await join(members_bench, "otto")
    assert (invite, sure > 0.8) == (other, True)


async def test_an_invite_that_is_deleted_before_anybody_looked_brought_nobody_for_sure(members_bench: Bench) -> None:
    address, other = await made(members_bench), await made(members_bench)
    use(members_bench, address)
    members_bench.env.backend.delete_invite(address.rpartition("/")[2])
    assert await join(members_bench, "nina") == [("", 0.0)]
    use(members_bench, other)
    [(invite, sure)] = await join(members_bench, "otto")
    assert (invite, sure > 0.8) == (other, True)


async def test_an_invite_that_is_gone_is_told_with_its_address(members_bench: Bench) -> None:
    address = await made(members_bench)
    members_bench.env.backend.delete_invite(address.rpartition("/")[2])
    await members_bench.env.settle()
    [gone] = members_bench.sink.of(InviteGone)
    assert (gone.address, gone.space, gone.actor.is_bot) == (address, members_bench.space, True)


async def test_once_the_right_to_see_invites_is_there_what_is_used_from_then_on_is_told(members_bench: Bench) -> None:
    every = discord.Permissions.all()
    every.update(administrator=False, manage_guild=False)
    await members_bench.may(every)
    await members_bench.restart(platform(members=True))
    address = await made(members_bench)
    use(members_bench, address)
    assert await join(members_bench, "nina") == [("", 0.0)]
    assert await invites(members_bench).own_invites(members_bench.space) is None
    [problem] = await members_bench.platform.check(members_bench.space, [Right.SEE_INVITES])
    assert dict(problem.values)["rights"] == "Manage Server"
    every.update(manage_guild=True)
    await members_bench.may(every)
    use(members_bench, address)
    assert await join(members_bench, "otto") == [("", 0.0)]  # of both uses nobody knows whose they were
    use(members_bench, address)
    [(invite, sure)] = await join(members_bench, "pia")
    assert (invite, sure > 0.8) == (address, True)


async def test_while_invites_cannot_be_read_what_is_used_is_nobodys_and_no_later_guests(members_bench: Bench) -> None:
    address, other = await made(members_bench), await made(members_bench)
    members_bench.env.inject_error("GET", "/guilds/*/invites", status=403, code=50013, message="no")
    use(members_bench, address)
    assert await join(members_bench, "nina") == [("", 0.0)]
    use(members_bench, other)
    assert await join(members_bench, "otto") == [("", 0.0)]
    use(members_bench, other)
    [(invite, sure)] = await join(members_bench, "pia")
    assert (invite, sure > 0.8) == (other, True)


async def test_what_was_used_while_the_bot_was_away_is_nobodys(members_bench: Bench) -> None:
    address = await made(members_bench)
    use(members_bench, address)
    await members_bench.restart(platform(members=True))
    assert await join(members_bench, "nina") == [("", 0.0)]
