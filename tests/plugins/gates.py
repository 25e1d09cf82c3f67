"""A place with gates that rules open, beside a plugin that counts what rules may be about."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.api import Context, FactSpec, Plugin, Role, Rule, RuleBuilder, Scope, UserError, escape
from bot.community.facts import Facts
from bot.core.loader import Loaded, load_plugins
from bot.core.registry import Registry
from bot.model.messages import Form
from bot.platforms.local.records import Person
from bot.storage.tables import member_facts, members, persons
from bot.testing import WholeBot, whole_bot
from tests.plugins.place import Place

FIRST, FAR = 1, 1_000_000_007
COLOURS = ("red", "green")


def _literal(value: object) -> Any:
    """A fact that is the same for everybody."""
    return lambda scope: sa.select(scope.people.c.member_id, sa.literal(value))


def _street(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """A street of one's own, called as one is."""
    return (
        sa.select(scope.people.c.member_id, persons.c.id.cast(sa.Text) + " street")
        .join(members, scope.theirs(members.c.id))
        .join(persons, persons.c.id == members.c.person_id)
    )


def meter() -> Plugin:
    """Counts a number, a yes or no, a text of settled choices and one that can be anything."""
    facts = (
        FactSpec("meter_read", "number", _literal(3), moved_by_time=True),
        FactSpec("meter_paid", "yes_no", _literal(1), moved_by_time=True),
        FactSpec("meter_street", "text", _street, moved_by_time=True),
        FactSpec("meter_colour", "text", _literal("red"), moved_by_time=True, texts=COLOURS),
    )
    return Plugin("meter", facts=facts, locales=Path(__file__).parent / "locales")


class Gates(Place):
    """Mona moderates, Ann is a member; two gates have rules, the second of them has a long number."""

    mona: Person
    ann: Person

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.rules: dict[int, Rule | None] = {FIRST: None, FAR: None}
        self.kept = 0
        self.plugin = Plugin("gates")
        self._declare(self.plugin)

    def _declare(self, plugin: Plugin) -> None:
        @plugin.command(least=Role.MODERATOR)
        async def gate(ctx: Context, number: int = FIRST) -> None:
            """Look at a gate."""
            await ctx.reply(escape("the gate"), [ctx.button("gates.rule", number), ctx.button("gates.visitors", FAR)])

        @plugin.action("ping-answer")
        async def look(ctx: Context, number: int) -> None:
            await ctx.reply(escape(f"gate {number}"))

        shared = partial(RuleBuilder, plugin, load=self._load, keep=self._keep, back="gates.look", least=Role.MODERATOR)
        shared("rule")
        shared("visitors", label="meter-door", none="meter-door-none", now="meter-door-now")

    async def _load(self, ctx: Context, number: int) -> tuple[str, Rule | None]:
        if number not in self.rules:
            raise UserError("member-unknown", asked=f"gate {number}")
        return "Gate", self.rules[number]

    async def _keep(self, ctx: Context, number: int, rule: Rule | None) -> None:
        self.rules[number] = rule
        self.kept += 1

    async def open(self, number: int = FIRST) -> str:
        """Mona looks at a gate's rule."""
        await self.says(self.mona, f"/gate {number}")
        return await self.presses(self.mona, "Rule")

    async def pick(self, fact: str) -> str:
        """Mona picks what a condition is about; what is said where no form opens."""
        await self.presses(self.mona, "Add a condition")
        while fact not in self.labels():
            assert "More ›" in self.labels(), self.labels()
            await self.presses(self.mona, "More ›")
        return await self.presses(self.mona, fact)

    async def adds(self, fact: str, **values: str) -> str:
        """Mona adds a condition."""
        await self.pick(fact)
        return await self.fills(self.mona, values)

    def labels(self) -> list[str]:
        """The buttons that Mona sees on the newest message."""
        return [action.label for action in self.bot.seen(self.mona)[-1].buttons]

    def token(self, label: str) -> str:
        """What the newest button of that label would send."""
        buttons = [action for shown in self.bot.seen(self.mona) for action in shown.buttons]
        return next(action.token for action in reversed(buttons) if action.label == label)

    def form(self) -> Form:
        """The form that is open for Mona."""
        return self.bot.chat.forms(self.mona)[-1].form

    async def welcome(self, person: Person) -> None:
        """Somebody comes by."""
        self.people.append(person)
        await self.bot.says(person, "/me")

    async def streets(self) -> Sequence[str]:
        """Where everybody lives."""
        async with self.bot.app.parts.database.read() as reader:
            query = sa.select(member_facts.c.text).where(member_facts.c.fact == "meter_street")
            return sorted(text for (text,) in await reader.rows(query))

    async def count(self) -> None:
        """Work out what everybody's meters say."""
        ids = [await self.id_of(person) for person in self.people]
        async with self.bot.app.parts.work() as work:
            await Facts(work, self.bot.app.parts.registry.facts).refresh(ids)


@contextlib.asynccontextmanager
async def gates(*, language: str = "en", guests: int = 0) -> AsyncIterator[Gates]:
    """The place, with every plugin that comes with the bot, and with more guests."""
    here = Gates()
    registry = Registry([*load_plugins().registry.plugins.values(), meter(), here.plugin])
    async with whole_bot(loaded=Loaded(registry, ()), language=language) as bot:
        await _arrive(here, bot, language, guests)
        yield here


async def _arrive(here: Gates, bot: WholeBot, language: str, guests: int) -> None:
    here.bot = bot
    here.mona = bot.person("Mona", Role.MODERATOR, language=language)
    here.ann = bot.person("Ann", language=language)
    for person in (here.mona, here.ann, *(bot.person(f"Guest {number}") for number in range(guests))):
        await here.welcome(person)
    await here.count()
