"""Who may do what, over everything that can be done: each command and each button of the bundled plugins."""

from collections.abc import AsyncIterator

import pytest

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.declarations import ActionSpec, Command
from bot.core.loader import load_plugins
from bot.core.permissions import Permissions
from bot.core.registry import Registry
from bot.core.signatures import Parameter
from bot.model.identity import Role
from bot.model.messages import OptionKind
from bot.platforms.local.records import Person
from bot.testing import WholeBot, whole_bot
from tests.core.lab import words

REGISTRY = load_plugins().registry
COMMANDS = sorted(REGISTRY.commands.values(), key=lambda command: command.name)
ACTIONS = sorted(REGISTRY.actions.values(), key=lambda action: action.full_name)
LOWEST = Role.MEMBER


@pytest.fixture(scope="module")
async def bot() -> AsyncIterator[WholeBot]:
    """A community. What one test does to it is nothing to the next, which asks who may, and not what comes of it."""
    async with whole_bot() as bot:
        olga = bot.person("Olga", Role.OWNER)
        await bot.says(olga, "/help")
        yield bot


def who(bot: WholeBot, role: Role) -> Person:
    """Somebody of that role by the platform's own word."""
    return bot.person(f"the-{role.name.lower()}", role)


def refused(bot: WholeBot, least: Role) -> str:
    """What is said to whoever may not."""
    return words(bot, "not-allowed", role=least.name.lower())


def no_incident(bot: WholeBot, told: list[str]) -> bool:
    """Whether nothing broke, whatever was asked."""
    beginning = words(bot, "error-incident", code="@").partition("@")[0]
    return not any(text.startswith(beginning) for text in told)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_a_command_is_for_its_role_and_for_nobody_below(bot: WholeBot, command: Command) -> None:
    if command.least_role > LOWEST:
        below = who(bot, Role(command.least_role - 1))
        assert await bot.says(below, f"/{command.name}") == [refused(bot, command.least_role)]
    told = await bot.says(who(bot, command.least_role), f"/{command.name}")
    assert refused(bot, command.least_role) not in told
    assert no_incident(bot, told)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.full_name)
async def test_a_button_is_for_its_role_and_for_nobody_below(bot: WholeBot, action: ActionSpec) -> None:
    least = least_of(REGISTRY, action)
    token = bot.app.parts.tokens.make(action.full_name, *(made_up(p) for p in action.parameters if p.required))
    if least > LOWEST:
        assert await bot.presses(who(bot, Role(least - 1)), token) == [refused(bot, least)]
    told = await bot.presses(who(bot, least), token)
    assert refused(bot, least) not in told
    assert no_incident(bot, told)


def least_of(registry: Registry, action: ActionSpec) -> Role:
    """A button that does what a command does needs what that needs."""
    command = registry.command_of(action.handler)
    return action.least_role if command is None else command.least_role


def made_up(parameter: Parameter) -> int | str:
    """An argument of the right kind about something that does not exist."""
    if parameter.choices:
        return parameter.choices[0]
    return 977 if parameter.kind in (OptionKind.WHOLE, OptionKind.MEMBER) else "1"


@pytest.mark.parametrize("least", list(Role))
async def test_what_a_community_changed_holds_for_the_command_and_its_button(least: Role) -> None:
    async with whole_bot() as bot:
        olga = bot.person("Olga", Role.OWNER)
        await bot.says(olga, "/help")
        command = REGISTRY.commands["stream", "status"]
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(1)
            chief = await People(work).recognise(olga.actor, community)
            await Permissions(work, bot.app.parts.registry, 1).change(command, least, chief)
        for role in Role:
            may = role >= least
            told = await bot.says(who(bot, role), "/stream status")
            assert (refused(bot, least) in told) is not may, role


async def test_a_forged_token_and_one_of_another_bot_do_nothing(bot: WholeBot) -> None:
    olga = bot.person("Olga", Role.OWNER)
    name = ACTIONS[0].full_name
    real = bot.app.parts.tokens.make(name)
    head, sign = real[:-8], real[-8:]
    async with whole_bot(key="what another bot makes its tokens with") as other:
        strange = other.app.parts.tokens.make(name)
    forged = "A" if sign[0] != "A" else "B"
    for token in (f"{head}{forged}{sign[1:]}", f"{head}1_{sign}", strange, "zzzz_12345678", "a" * 40):
        assert await bot.presses(olga, token) == [words(bot, "button-unknown")]
