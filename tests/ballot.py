"""A plugin for secret ballots: what is done under its unkept actions leaves one row that names nobody."""

import asyncio
from typing import Any

import sqlalchemy as sa

from bot.api import Answers, Context, Field, Plugin, Role, escape

SECRETS = "ballot_votes"


class Ballot:
    """The plugin, with buttons and forms that nobody may store, and one button that is stored like any other."""

    def __init__(self) -> None:
        tables = sa.MetaData()
        self.votes = sa.Table(
            SECRETS, tables, sa.Column("id", sa.Integer, primary_key=True), sa.Column("choice", sa.Text, nullable=False)
        )
        self.plugin = Plugin("ballot", tables=tables)
        self.heard: dict[str, str] = {}
        self.begun: list[int] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self._commands(self.plugin)

    def _commands(self, plugin: Plugin) -> None:
        @plugin.command(public=True)
        async def poll(ctx: Context) -> None:
            """Ask everybody."""
            secret = [ctx.button(vote, 7, choice, label=choice.title()) for choice in ("aye", "nay")]
            rest = [
                ctx.button(fall, 7, label="Fall"),
                ctx.button(close, 7, label="Close"),
                ctx.button(told, label="Tell"),
            ]
            await ctx.reply(escape("what do you say"), secret, rest)

        @plugin.command()
        async def ballot(ctx: Context) -> None:
            """Open the secret form."""
            fields = [Field("title", "Title"), Field("why", "Why", value="because", required=False)]
            await ctx.ask(filled, 7, title="A secret question", fields=fields)

        @plugin.action("ballot-vote", unkept=True)
        async def vote(ctx: Context, poll: int, choice: str) -> None:
            self.begun.append(ctx.community.id)
            await self.gate.wait()
            await self._keep(ctx, choice)
            await ctx.reply(escape("counted"))

        @plugin.action("ballot-filled", unkept=True)
        async def filled(ctx: Context, poll: int, answers: Answers) -> None:
            await self._keep(ctx, f"{len(answers['title'])} letters, {answers['why']}")
            await ctx.reply(escape("counted too"))

        @plugin.action("ballot-fall", unkept=True)
        async def fall(ctx: Context, poll: int) -> None:
            await self._keep(ctx, "lost")
            await self._count_aloud(f"{ctx.member.name} said {'yea'.upper()}")

        @plugin.action("ballot-close", unkept=True, least=Role.MODERATOR)
        async def close(ctx: Context, poll: int) -> None:
            await ctx.reply(escape("closed"))

        @plugin.action("ballot-told")
        async def told(ctx: Context) -> None:
            await self._keep(ctx, "told")
            await ctx.reply(escape("told everybody"))

    async def _count_aloud(self, said: str) -> None:
        try:
            self.heard[said]
        except KeyError as error:
            raise RuntimeError(f"nobody heard that {said}") from error

    async def _keep(self, ctx: Context, choice: str) -> None:
        await ctx.db.execute(sa.insert(self.votes).values(choice=choice))

    async def counted(self, app: Any) -> list[str]:
        """What was counted, in order."""
        async with app.parts.work() as work:
            rows = await work.rows(sa.select(self.votes.c.choice).order_by(self.votes.c.id))
        return [choice for (choice,) in rows]
