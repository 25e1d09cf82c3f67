"""What stops the bot in a server, each with its cure."""

import discord
import pytest

from bot.model.identity import SpaceRef
from bot.platforms.discord.rights import BASE_RIGHTS
from tests.platforms.discord.bench import Bench


async def limited(bench: Bench, **without: bool) -> None:
    """Give the bot every right but these, which an administrator would have all the same."""
    rights = discord.Permissions.all()
    rights.update(administrator=False, **without)
    await bench.may(rights)


def test_the_base_is_what_the_invitation_asks_for() -> None:
    assert BASE_RIGHTS.value == 2832685550652480
    assert not BASE_RIGHTS.administrator


async def test_a_server_where_all_is_well_has_no_problems(members_bench: Bench) -> None:
    assert await members_bench.platform.check(members_bench.space, ["manage_roles", "manage_guild"]) == ()


async def test_a_right_that_is_missing_is_told_by_its_name(members_bench: Bench) -> None:
    await limited(members_bench, send_messages_in_threads=False, manage_roles=False)
    [problem] = await members_bench.platform.check(members_bench.space)
    assert dict(problem.values) == {"server": "Evening club", "rights": "Send Messages in Threads"}


async def test_a_right_that_a_plugin_needs_is_missed_only_where_it_is_on(members_bench: Bench) -> None:
    await limited(members_bench, create_instant_invite=False)
    assert await members_bench.platform.check(members_bench.space) == ()
    [problem] = await members_bench.platform.check(members_bench.space, ["create_instant_invite"])
    assert dict(problem.values)["rights"] == "Create Instant Invite"


async def test_what_a_plugin_lacks_is_told_apart_from_what_is_always_asked_for(members_bench: Bench) -> None:
    await limited(members_bench, send_polls=False, manage_threads=False)
    base, plugin = await members_bench.platform.check(members_bench.space, ["manage_threads", "send_polls"])
    assert (dict(base.values)["rights"], dict(plugin.values)["rights"]) == ("Send Polls", "Manage Threads")
    assert await members_bench.platform.check(members_bench.space) == (base,)


async def test_a_bot_below_every_role_that_people_can_be_given_can_give_none(members_bench: Bench) -> None:
    backend = members_bench.env.backend
    of_an_app = members_bench.guild.create_role("Streaming app")  # the network gives that itself
    backend.guilds[members_bench.guild.id].roles[of_an_app.id].managed = True
    backend.edit_role(members_bench.guild.id, of_an_app.id, {"name": "Streaming app"})
    for role in backend.guilds[members_bench.guild.id].roles.values():
        if not role.managed and role.id != members_bench.guild.id:
            role.position = 50
            backend.edit_role(members_bench.guild.id, role.id, {"name": role.name})
    await members_bench.env.settle()
    [problem] = await members_bench.platform.check(members_bench.space, ["manage_roles"])
    assert problem.key == "discord-problem-role-order"
    assert await members_bench.platform.check(members_bench.space) == ()


async def test_without_the_members_intent_it_is_told_what_stops(bench: Bench) -> None:
    assert [problem.key for problem in await bench.platform.check(bench.space)] == ["discord-problem-members"]


@pytest.mark.parametrize("space_id", ["1", "nowhere"])
async def test_a_server_without_the_bot_is_told(members_bench: Bench, space_id: str) -> None:
    [problem] = await members_bench.platform.check(SpaceRef("discord", space_id))
    assert problem.key == "discord-problem-not-there"
    link = dict(problem.values)["link"]
    application = members_bench.env.bot.application_id
    assert link == (
        f"https://discord.com/oauth2/authorize?client_id={application}"
        "&scope=bot+applications.commands&permissions=2832685550652480"
    )
