"""Roles, threads and channels: what the bot may do with them, told before it tries."""

import discord
import pytest
import simcord

from bot.model.identity import ChannelRef, Role, SpaceRef
from bot.model.incoming import CommandInvoked
from bot.model.native import Badges, Directory, Doors
from bot.model.results import SendStatus
from tests.platforms.contract_native import has
from tests.platforms.discord.bench import Bench, account, platform

WHY = "because of the test"


def badges(bench: Bench) -> Badges:
    return has(bench.platform.natives.badges)


def doors(bench: Bench) -> Doors:
    return has(bench.platform.natives.doors)


def directory(bench: Bench) -> Directory:
    return has(bench.platform.natives.directory)


def new_role(bench: Bench, name: str, **changes: object) -> str:
    """A role of the server, as its owner makes it."""
    role = bench.guild.create_role(name)
    backend = bench.env.backend
    for attribute, value in changes.items():
        setattr(backend.guilds[bench.guild.id].roles[role.id], attribute, value)
    backend.edit_role(bench.guild.id, role.id, {"name": name})
    return str(role.id)


async def test_each_role_is_told_with_why_it_cannot_be_given(bench: Bench) -> None:
    free = new_role(bench, "Regular")
    new_role(bench, "Streaming app", managed=True)
    top = new_role(bench, "Owners", position=99)
    await bench.env.settle()
    told = {badge.name: badge.problem.key if badge.problem else "" for badge in await badges(bench).badges(bench.space)}
    assert told["Regular"] == ""
    assert told["Streaming app"] == "discord-problem-role-managed"
    assert told["Owners"] == "discord-problem-role-above"
    assert next(iter(told)) == "Owners"
    assert "@everyone" not in told
    assert "TestBot" not in told  # the bot's own, which no person ever has
    assert not await badges(bench).check_badge(bench.space, free)
    [problem] = await badges(bench).check_badge(bench.space, top)
    assert dict(problem.values)["role"] == "Owners"


async def test_a_role_that_is_gone_or_everybodys_is_a_problem(bench: Bench) -> None:
    for badge, key in (
        ("1", "discord-problem-role-gone"),
        ("gold", "discord-problem-role-gone"),
        (str(bench.guild.default_role.id), "discord-problem-role-everyone"),
    ):
        assert [problem.key for problem in await badges(bench).check_badge(bench.space, badge)] == [key]


async def test_where_the_bot_is_not_it_says_how_to_let_it_in_and_before_it_is_connected_that(bench: Bench) -> None:
    [problem] = await badges(bench).check_badge(SpaceRef("discord", "1"), "1")
    assert (problem.key, "oauth2/authorize" in dict(problem.values)["link"]) == ("discord-problem-not-there", True)
    early = has(platform().natives.badges)
    [problem] = await early.check_badge(bench.space, "1")
    assert problem.key == "discord-problem-not-connected"


async def test_without_the_right_to_manage_roles_none_can_be_given(bench: Bench) -> None:
    role = new_role(bench, "Regular")
    await bench.may(discord.Permissions(send_messages=True))
    [problem] = await badges(bench).check_badge(bench.space, role)
    assert dict(problem.values)["rights"] == "Manage Roles"
    result = await badges(bench).give_badge(bench.space, account(bench.ann), role, reason=WHY)
    assert result.status is SendStatus.FORBIDDEN


async def test_a_refusal_that_nobody_could_know_is_an_outcome(bench: Bench) -> None:
    role = new_role(bench, "Regular")
    bench.env.inject_error("PUT", "/guilds/*/members/*/roles/*", status=403, code=50013, message="no")
    result = await badges(bench).give_badge(bench.space, account(bench.ann), role, reason=WHY)
    assert result.status is SendStatus.FORBIDDEN


async def test_why_stands_in_the_servers_log_and_who_left_has_nothing_to_take(bench: Bench) -> None:
    role = new_role(bench, "Regular")
    await badges(bench).give_badge(bench.space, account(bench.ann), role, reason=WHY)
    assert WHY in {entry.reason for entry in bench.guild.audit_log()}
    bench.guild.remove_member(bench.ben)
    taken = await badges(bench).take_badge(bench.space, account(bench.ben), role, reason=WHY)
    assert taken.status is SendStatus.SENT


async def test_a_role_is_a_door_too(bench: Bench) -> None:
    role = new_role(bench, "Backstage")
    door = ChannelRef("discord", role, str(bench.guild.id))
    wearing = bench.env.backend.guilds[bench.guild.id].members[bench.ann.id].role_ids
    assert (await doors(bench).let_in(door, account(bench.ann))).status is SendStatus.SENT
    assert int(role) in wearing
    assert (await doors(bench).see_out(door, account(bench.ann))).status is SendStatus.SENT
    assert int(role) not in bench.env.backend.guilds[bench.guild.id].members[bench.ann.id].role_ids


async def test_what_is_no_door_lets_nobody_in(bench: Bench) -> None:
    result = await doors(bench).let_in(bench.place, account(bench.ann))
    assert result.status is SendStatus.INVALID
    nowhere = ChannelRef("discord", str(bench.channel.id), "1")
    assert (await doors(bench).let_in(nowhere, account(bench.ann))).status is SendStatus.GONE


async def test_a_thread_begins_with_those_who_are_there_and_says_who_is_not(bench: Bench) -> None:
    stranger = simcord.MemberActor(bench.env, bench.guild, bench.env.create_user("nina"))
    # The Discord in memory takes everybody in.
    bench.env.inject_error("PUT", f"/channels/*/thread-members/{stranger.id}", status=403, code=50001, message="no")
    opened = await doors(bench).open_thread(bench.place, "Backstage", [account(bench.ann), account(stranger)])
    assert opened.status is SendStatus.SENT
    assert str(stranger.id) in opened.reason
    [body] = bench.bodies("POST", "/threads")
    assert (body["type"], body["invitable"]) == (12, False)
    long = await doors(bench).open_thread(bench.place, "x" * 101, [])
    assert long.status is SendStatus.INVALID


@pytest.mark.parametrize("lacking", ["create_private_threads", "send_messages_in_threads"])
async def test_a_thread_that_the_bot_may_not_make_is_not_asked_for(bench: Bench, lacking: str) -> None:
    rights = discord.Permissions(view_channel=True, create_private_threads=True, send_messages_in_threads=True)
    rights.update(**{lacking: False})
    await bench.may(rights)
    refused = await doors(bench).open_thread(bench.place, "Backstage", [])
    assert (refused.status, bench.bodies("POST", "/threads")) == (SendStatus.FORBIDDEN, [])


async def test_places_say_who_reads_them_and_where_the_bot_cannot_post(bench: Bench) -> None:
    hidden = discord.PermissionOverwrite(view_channel=False)
    silent = discord.PermissionOverwrite(send_messages=False)
    everybody = bench.guild.default_role
    bench.guild.create_text_channel("hosts", overwrites={everybody: hidden})
    bench.guild.create_text_channel("rules", overwrites={everybody: silent})
    bench.guild.create_voice_channel("talk")
    await bench.may(
        discord.Permissions(view_channel=True, send_messages=True, embed_links=True, read_message_history=True)
    )
    places = {place.name: place for place in await directory(bench).places(bench.space)}
    assert list(places) == ["general", "hosts", "rules"]
    assert [place.hosts_only for place in places.values()] == [False, True, False]
    problem = places["rules"].problem
    assert problem is not None
    # Who may not write there may not embed either.
    assert dict(problem.values) == {"channel": "rules", "rights": "Send Messages, Embed Links"}
    assert places["general"].problem is None


async def test_how_somebody_stands_is_told_with_their_roles(bench: Bench) -> None:
    for person, floor in ((bench.olga, Role.OWNER), (bench.mona, Role.MODERATOR), (bench.ann, Role.MEMBER)):
        standing = await directory(bench).standing(bench.space, account(person))
        assert standing is not None
        assert standing.floor is floor
    mona = await directory(bench).standing(bench.space, account(bench.mona))
    assert mona is not None
    assert mona.groups == {str(bench.guild.roles["Mods"].id)}
    bench.env.inject_error("GET", "/guilds/*/members/*", status=503)
    assert await directory(bench).standing(bench.space, account(bench.ann)) is None


async def test_who_acts_brings_the_ids_of_their_roles(bench: Bench) -> None:
    for person in (bench.mona, bench.ann):
        await person.slash(bench.channel, "ping")
    groups = [update.actor.groups for update in bench.sink.of(CommandInvoked)]
    assert groups == [{str(bench.guild.roles["Mods"].id)}, frozenset()]
