"""Declarations taken into the registry: whole or not at all, and no name twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import BaseModel

from bot.api import (
    Background,
    By,
    Context,
    Delay,
    Event,
    FactSpec,
    Journey,
    Plugin,
    Role,
    Step,
    StreamEnded,
    StreamTrigger,
    activity_count,
)
from bot.api import Variant as Way
from bot.core.registry import Registry
from bot.errors import PluginError

START = datetime(2026, 11, 20, tzinfo=UTC)
STEP = Step(id="hello", when=Delay(after=timedelta(0)), variants=(Way(message="lab-hello"),))
JOURNEY = Journey(name="after", trigger=StreamTrigger(), steps=(STEP,))
FACT = FactSpec("visits", "number", activity_count("visit"), ("visit",))


async def say(ctx: Context) -> None:
    """Say something."""


async def work(ctx: Background) -> None: ...


async def react(ctx: Background, event: Event) -> None: ...


class Lacking(BaseModel):
    """Settings without a default."""

    greeting: str


def plugin(name: str, *commands: str, **more: Any) -> Plugin:
    """A plugin with commands of these paths."""
    made = Plugin(name, **more)
    for path in commands:
        made.command(path)(say)
    return made


def acting(name: str) -> Plugin:
    made = Plugin(name)
    made.action("lab-say")(say)
    made.action("lab-say")(say)
    return made


def working(name: str) -> Plugin:
    made = Plugin(name)
    made.job()(work)
    made.job(every=timedelta(hours=1))(work)
    return made


def reacting(name: str) -> Plugin:
    made = Plugin(name)
    made.on(StreamEnded)(react)
    made.on(StreamEnded)(react)
    return made


def with_table(name: str, table: str) -> Plugin:
    metadata = sa.MetaData()
    sa.Table(table, metadata, sa.Column("id", sa.Integer, primary_key=True))
    return Plugin(name, tables=metadata)


@pytest.mark.parametrize(
    ("make", "cure"),
    [
        (lambda: plugin("tea"), "another plugin has this name"),
        (lambda: plugin("core"), "another plugin has this name"),
        (lambda: plugin("rum", "rum", "stream start"), "the command /stream start clashes"),
        (lambda: plugin("rum", "rum", "stream start late"), "the command /stream start late clashes"),
        (lambda: plugin("rum", "rum", "stream"), "the command /stream is also the name of a group"),
        (lambda: plugin("rum", "rum", "rum"), "the command /rum clashes"),
        (lambda: plugin("rum", "rum", "rum hot"), "the command /rum hot clashes"),
        (lambda: acting("rum"), "rename its action say"),
        (lambda: working("rum"), "rename its job work"),
        (lambda: reacting("rum"), "rename its reaction on:StreamEnded:react"),
        (lambda: plugin("rum", "rum", journeys=(JOURNEY, JOURNEY)), "rename its journey after"),
        (lambda: plugin("rum", "rum", facts=(FACT,)), "rename its fact visits"),
        (
            lambda: plugin("rum", "rum", facts=(FactSpec("orders", "number", activity_count("x")),)),
            "orders",
        ),
        (lambda: plugin("rum", "rum", settings=Lacking), "its setting greeting needs a default"),
        (lambda: with_table("rum", "bottles"), "its table bottles must begin with the plugin's name"),
    ],
)
def test_a_clash_names_what_to_change_and_leaves_everything_as_it_was(make: Callable[[], Plugin], cure: str) -> None:
    registry = Registry([plugin("tea", "tea", "stream start", facts=(FACT,), activities=("visit",))])
    before = (dict(registry.plugins), dict(registry.commands), dict(registry.actions), dict(registry.jobs))
    with pytest.raises(PluginError) as raised:
        registry.take_in(make())
    assert cure in raised.value.problem
    assert (registry.plugins, registry.commands, registry.actions, registry.jobs) == before
    assert registry.jobs_for(StreamEnded(community_id=1, at=START, stream_id=1)) == []
    registry.take_in(plugin("rum", "rum", "stream stop"))
    assert list(registry.plugins) == ["tea", "rum"]


def test_what_members_are_interested_in_is_found_whichever_plugin_asks_for_it() -> None:
    query = activity_count("visit")
    hobbies = FactSpec("hobbies", "several", query, interests=True)
    registry = Registry(
        [Plugin("pot", facts=(FACT, hobbies)), Plugin("pan", facts=(FactSpec("pets", "several", query),))]
    )
    assert registry.interests_of({"visits": 3, "hobbies": "kiln\nwild clay", "pets": "cat"}) == {"kiln", "wild clay"}
    assert registry.interests_of({}) == registry.interests_of({"hobbies": ""}) == frozenset()


def test_a_hyphen_in_a_plugins_name_is_an_underscore_in_its_tables() -> None:
    assert Registry([with_table("tea-time", "tea_time_cups")]).plugins.keys() == {"tea-time"}


@pytest.mark.parametrize("name", ["", "T", "a", "Tea", "tea_time", "9tea", "x" * 25, "tea/../../etc"])
def test_a_name_that_does_not_fit_is_refused(name: str) -> None:
    with pytest.raises(PluginError, match="a name is 2 to 24 of a-z"):
        Plugin(name)


def test_a_commands_path_has_one_to_three_words_and_a_command_has_a_docstring() -> None:
    async def silent(ctx: Context) -> None: ...

    with pytest.raises(PluginError, match="needs one to three words"):
        Plugin("tea").command("a b c d")(say)
    with pytest.raises(PluginError, match="silent needs a docstring"):
        Plugin("tea").command()(silent)


def test_a_functions_underscores_are_the_spaces_of_its_command() -> None:
    made = Plugin("tea")

    @made.command()
    async def tea_make_green(ctx: Context) -> None:
        """Make green tea.

        What stands further down is for readers of the code.
        """

    assert (made.commands[0].name, made.commands[0].help) == ("tea make green", "Make green tea.")


def test_a_command_that_is_everybodys_own_takes_no_role() -> None:
    plugin = Plugin("exit")
    with pytest.raises(PluginError, match="takes no role"):

        @plugin.command(own=True, least=Role.HOST)
        async def leave(ctx: Context) -> None:
            """Leave."""


def test_a_command_that_comes_by_words_or_a_link_needs_an_option_that_takes_them() -> None:
    with pytest.raises(PluginError, match="hello comes by link and words"):
        Plugin("lab").command("hello", by=[By.WORDS, By.LINK])(say)


def test_commands_are_found_by_how_they_may_come() -> None:
    async def take(ctx: Context, text: str) -> None:
        """Take it."""

    lab = Plugin("lab")
    lab.command("linked", by=[By.LINK])(take)
    lab.command("first", by=[By.WORDS])(take)
    lab.command("second", by=[By.WORDS, By.LINK])(take)
    registry = Registry([lab])

    assert [command.name for command in registry.coming_by(By.WORDS)] == ["first", "second"]
    assert registry.coming_by(By.CODE) == ()
