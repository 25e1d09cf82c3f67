"""A plugin for experiments with the core, and a bot that runs it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import sqlalchemy as sa

from bot.api import Activities, Answers, Context, Field, Member, Plugin, Rest, Role, UserError, escape
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.model.identity import SpaceRef
from bot.model.incoming import CommandInvoked, ReplyTo
from bot.platforms.local.records import GENERAL, SPACE, Person
from bot.storage.tables import activities, incidents, intake
from bot.testing import START, WholeBot, whole_bot
from bot.text.markup import plain

KEPT = "lab-kept"


class Lab:
    """The experiments of one test: what was begun, and what holds it back."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.plugin = self._declare()

    def _declare(self) -> Plugin:
        plugin = Plugin("lab", activities=(KEPT,))
        self._commands(plugin)
        self._roles(plugin)
        self._forms(plugin)
        return plugin

    def _commands(self, plugin: Plugin) -> None:
        @plugin.command()
        async def keep(ctx: Context, word: Rest) -> None:
            """Keep a word; some words do more than that."""
            self.begun.append(word)
            await self.gate.wait()
            await ctx.use(Activities).record(ctx.community.id, ctx.member.id, KEPT, word)
            await ctx.reply(escape(f"kept {word}"))
            if word == "break":
                raise RuntimeError("the <shelf> broke")
            if word == "refuse":
                raise UserError("member-unknown", asked="<b>nobody</b>")

        @plugin.command()
        async def hold(ctx: Context, word: str) -> None:
            """Keep a word, and wait after that for what never comes."""
            await ctx.use(Activities).record(ctx.community.id, ctx.member.id, KEPT, word)
            self.begun.append(word)
            await asyncio.Event().wait()

        @plugin.command(public=True)
        async def shout(ctx: Context) -> None:
            """Say something to everybody, and something to one person."""
            await ctx.reply(escape("for everybody"))
            await ctx.reply(escape("for you"), private=True)

        @plugin.command()
        async def huge(ctx: Context) -> None:
            """Answer with more than any platform takes."""
            await ctx.reply(escape("x" * 5000))

    def _roles(self, plugin: Plugin) -> None:
        @plugin.command("lab tidy", least=Role.MODERATOR)
        async def tidy(ctx: Context) -> None:
            """Tidy up, which only moderators may."""
            await ctx.reply(escape("tidied"))

        @plugin.command()
        async def bench(ctx: Context) -> None:
            """Show buttons."""
            await ctx.reply(
                escape("the bench"),
                [ctx.button(burn, label="Burn"), ctx.button(ask_all, label="Fill in")],
                [ctx.button(add, 2, "a-b", label="Add")],
            )

        @plugin.action("lab-burn", least=Role.MODERATOR)
        async def burn(ctx: Context) -> None:
            await ctx.reply(escape("burnt"))

        @plugin.action("lab-add")
        async def add(ctx: Context, number: int, word: str) -> None:
            await ctx.use(Activities).record(ctx.community.id, ctx.member.id, KEPT, f"{word}:{number}")
            await ctx.reply(escape(f"added {number} {word}"))

        @plugin.action("lab-ask", opens_form=True)
        async def ask_all(ctx: Context) -> None:
            await ctx.ask(filled, 7, title="Report", fields=[Field("what", "What?"), Field("why", "Why?")])

        @plugin.action("lab-filled", least=Role.MODERATOR)
        async def filled(ctx: Context, number: int, answers: Answers) -> None:
            await ctx.reply(escape(f"{number}: {answers['what']} because {answers['why']}"))

    def _forms(self, plugin: Plugin) -> None:
        @plugin.command()
        async def late(ctx: Context) -> None:
            """Ask after having answered, which no platform can."""
            await ctx.reply(escape("one moment"))
            await ctx.ask(said, title="Too late", fields=[Field("what", "What?")])

        @plugin.action("lab-said")
        async def said(ctx: Context, answers: Answers) -> None:
            await ctx.reply(escape(answers["what"]))

        @plugin.command()
        async def greet(ctx: Context, member: Member) -> None:
            """Greet somebody."""
            await ctx.reply(escape(f"hello {member.name}"))


def loaded(*plugins: Plugin) -> Loaded:
    """These plugins and no others."""
    return Loaded(Registry(plugins), ())


@contextlib.asynccontextmanager
async def lab_bot(
    lab: Lab | None = None, *, folder: Path | None = None, language: str = "en", database_url: str | None = None
) -> AsyncIterator[WholeBot]:
    """A bot with the plugin `lab` alone."""
    plugins = loaded((lab or Lab()).plugin)
    async with whole_bot(loaded=plugins, folder=folder, language=language, database_url=database_url) as bot:
        yield bot


def typed(
    person: Person, name: str, words: str = "", *, event_id: str = "e1", space: SpaceRef = SPACE
) -> CommandInvoked:
    """A command as the local chat hands it over."""
    return CommandInvoked(
        event_id=event_id,
        at=START,
        actor=person.actor,
        space=space,
        name=name,
        words=words,
        reply_to=ReplyTo("local", GENERAL.channel_id, token=person.user_id),
    )


def words(bot: WholeBot, key: str, language: str = "en", **values: object) -> str:
    """A text of the core as people see it."""
    return plain(bot.app.parts.translator.text(key, language, **values))


async def kept(bot: WholeBot) -> list[str]:
    """What the plugin's handlers wrote, in order."""
    async with bot.app.parts.work() as work:
        rows = await work.rows(sa.select(activities.c.reference).where(activities.c.kind == KEPT).order_by("id"))
    return [reference for (reference,) in rows]


async def noted(bot: WholeBot) -> Sequence[tuple[str, str, str]]:
    """The incidents: code, place, error."""
    async with bot.app.parts.work() as work:
        query = sa.select(incidents.c.code, incidents.c.place, incidents.c.error)
        rows = await work.rows(query.order_by(incidents.c.at))
    return [(row.code, row.place, row.error) for row in rows]


async def answerable(bot: WholeBot) -> list[str]:
    """Which plugins the incidents are filed under."""
    async with bot.app.parts.work() as work:
        return [plugin for (plugin,) in await work.rows(sa.select(incidents.c.plugin).order_by(incidents.c.at))]


async def unhandled(bot: WholeBot) -> int:
    """How many updates are stored and not handled."""
    async with bot.app.parts.work() as work:
        count = sa.select(sa.func.count()).select_from(intake).where(intake.c.handled_at.is_(None))
        return int(await work.value(count))
