"""What handlers are given: services, texts, buttons, jobs, and the parts that plugins lend each other."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import BaseModel

from bot.api import (
    ORDERED,
    Activities,
    Background,
    Communities,
    Context,
    Markup,
    Plugin,
    PluginSettings,
    Role,
    Telling,
    UserError,
    contributed,
    escape,
    press,
)
from bot.core.context import Background as Whole
from bot.core.context import Context as WithPerson
from bot.model.identity import Purpose, Route
from bot.storage.tables import activities, deliveries
from bot.testing import WholeBot, whole_bot
from tests.core.lab import loaded, noted, words

MOST_MEMBERS = 12


class Settings(BaseModel):
    """What a plugin lends with its part."""

    mood: str = "calm"


class Other(BaseModel):
    """Settings that the plugin did not declare."""


async def stranger(ctx: Background) -> None: ...


class Stage:
    """A plugin that shows parts of others, and three that lend theirs."""

    def __init__(self) -> None:
        self.shop, self.good, self.bad = Plugin("shop"), Plugin("good", settings=Settings), Plugin("bad")
        self._shop(self.shop)
        self._lenders()

    def _shop(self, plugin: Plugin) -> None:
        @plugin.command()
        async def card(ctx: Context) -> None:
            """Show everybody's parts."""
            lines = await contributed(ctx, "profile", ctx.member)
            await ctx.reply(Markup("\n".join(["card", *lines])))

        @plugin.command()
        async def wrong(ctx: Context, what: str) -> None:
            """Use the context wrongly."""
            match what:
                case "service":
                    ctx.use(dict)
                case "settings":
                    await ctx.settings(Other)
                case "job":
                    await ctx.later(stranger)
                case "button":
                    ctx.button(stranger)
                case "long":
                    ctx.button("good.cheer", "x" * 40)
                case "late":
                    await ctx.db.transaction()
                    await contributed(ctx, "profile", ctx.member)

        @plugin.command()
        async def borrow(ctx: Context) -> None:
            """Press somebody else's button."""
            await press(ctx, "good.cheer", 3)

        @plugin.command()
        async def tell(ctx: Context, key: str) -> None:
            """Tell everybody, the hosts, and the person."""
            telling = ctx.use(Telling)
            posted = await telling.everybody(key, "ping-answer")
            hosts = await telling.everybody(f"{key}-hosts", "ping-answer", hosts=True)
            told = await telling.member(ctx.member.id, f"{key}-own", "ping-answer", asked=True)
            await ctx.reply(escape(f"{posted} {hosts} {told}"))

        @plugin.command()
        async def diary(ctx: Context) -> None:
            """Ask others for what they write as well."""
            lines = await contributed(ctx, "cue", ctx.member)
            await ctx.reply(escape(f"{len(lines)} {ctx.db.is_writing}"))

    def _lenders(self) -> None:
        @self.good.contributes("cue")
        async def write(ctx: Background, member: Any) -> Sequence[Markup]:
            await ctx.use(Activities).record(ctx.community.id, member.id, ORDERED, "good")
            return [escape("written")]

        @self.bad.contributes("cue")
        async def write_and_fall(ctx: Background, member: Any) -> Sequence[Markup]:
            await ctx.use(Activities).record(ctx.community.id, member.id, ORDERED, "bad")
            raise RuntimeError("it fell")

        @self.good.contributes("profile")
        async def mood(ctx: Background, member: Any) -> Sequence[Markup]:
            settings = await ctx.settings(Settings)
            return [escape(f"{member.name} is {settings.mood} in {ctx.language}")]

        @self.good.action("ping-answer", least=Role.HOST)
        async def cheer(ctx: Context, times: int) -> None:
            settings = await ctx.settings(Settings)
            await ctx.reply(escape(f"{settings.mood} " + "hooray " * times))

        for _ in range(2):

            @self.bad.contributes("profile")
            async def fall(ctx: Background, member: Any) -> Sequence[Markup]:
                raise RuntimeError("it fell")

        @self.bad.contributes("profile")
        async def refuse(ctx: Background, member: Any) -> Sequence[Markup]:
            raise UserError("member-unknown", asked="x")

        @self.bad.contributes("profile")
        async def refuse_again(ctx: Background, member: Any) -> Sequence[Markup]:
            raise UserError("member-unknown", asked="y")


@contextlib.asynccontextmanager
async def stage_bot() -> AsyncIterator[WholeBot]:
    stage = Stage()
    async with whole_bot(loaded=loaded(stage.shop, stage.good, stage.bad)) as bot:
        yield bot


@pytest.mark.parametrize("kind", [Whole, WithPerson])
def test_a_context_has_at_most_twelve_public_members(kind: type) -> None:
    in_init = {"community", "db", "member"}
    assert len({name for name in dir(kind) if not name.startswith("_")} | in_init) <= MOST_MEMBERS


async def test_parts_of_other_plugins_are_made_in_their_own_context_and_the_readers_language() -> None:
    async with stage_bot() as bot:
        ann = bot.person("Ann", language="cs")
        assert await bot.says(ann, "/card") == ["card\nAnn is calm in cs"]


async def test_a_part_that_fails_or_refuses_is_left_out_and_noted_each_time() -> None:
    async with stage_bot() as bot:
        ann = bot.person("Ann")
        for _ in range(2):
            assert await bot.says(ann, "/card") == ["card\nAnn is calm in en"]
        found = await noted(bot)
        assert [place for _, place, _ in found] == ["profile of bad"] * 8
        assert len({code for code, *_ in found}) == 8
        assert all(code for code, *_ in found)


async def test_what_a_part_writes_is_its_own_and_lies_in_nobody_elses_transaction() -> None:
    async with stage_bot() as bot:
        assert await bot.says(bot.person("Ann"), "/diary") == ["1 False"]
        assert [place for _, place, _ in await noted(bot)] == ["cue of bad"]
        async with bot.app.parts.work() as work:
            assert [row.reference for row in await work.rows(sa.select(activities))] == ["good"]


async def test_a_part_of_a_plugin_that_is_off_is_not_asked_for() -> None:
    async with stage_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/card")
        async with bot.app.parts.work() as work:
            settings = PluginSettings(work, bot.app.parts.registry, 1)
            for name in ("good", "bad"):
                await settings.enable(settings.plugin(name), None, enabled=False)
        assert await bot.says(ann, "/card") == ["card"]


async def test_another_plugins_button_is_pressed_in_its_own_name_with_its_own_role() -> None:
    async with stage_bot() as bot:
        assert await bot.says(bot.person("Hana", Role.HOST), "/borrow") == ["calm hooray hooray hooray "]
        assert await bot.says(bot.person("Ann"), "/borrow") == [words(bot, "not-allowed", role="host")]
        async with bot.app.parts.work() as work:
            settings = PluginSettings(work, bot.app.parts.registry, 1)
            await settings.enable(settings.plugin("good"), None, enabled=False)
        assert await bot.says(bot.person("Hana", Role.HOST), "/borrow") == [words(bot, "plugin-off", name="good")]


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("service", "dict is no service; there are: Activities, "),
        ("settings", "its settings are NoSettings, not Other"),
        ("job", "stranger is not declared with @plugin.job()"),
        ("button", "stranger is not declared with @plugin.action()"),
        ("long", "the arguments of good.cheer are too long for a button"),
        ("late", "contributed('profile') comes too late: ask others before the first write"),
    ],
)
async def test_a_context_used_wrongly_says_what_is_wrong(what: str, error: str) -> None:
    async with stage_bot() as bot:
        await bot.says(bot.person("Ann"), f"/wrong {what}")
        [(_, _, told)] = await noted(bot)
        assert error in told


async def test_what_is_told_is_told_once_for_each_key() -> None:
    async with stage_bot() as bot:
        ann, hana = bot.person("Ann"), bot.person("Hana", Role.HOST)
        said = words(bot, "ping-answer")
        assert await bot.says(ann, "/tell first") == ["1 1 True", said, said]
        assert await bot.says(ann, "/tell first") == ["0 0 False"]
        assert await bot.says(hana, "/tell first") == ["0 0 False"]
        assert await bot.says(hana, "/tell second") == ["1 1 True", said, said, said]


async def test_a_space_without_a_channel_is_left_out_when_everybody_is_told() -> None:
    async with stage_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/card")
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(1)
            [space] = await Communities(work).spaces(1)
            await work.execute(sa.text("UPDATE spaces SET post_channel = NULL, host_channel = NULL"))
            assert await Telling(bot.app.parts, work, community).everybody("k", "ping-answer") == 0
            assert space.post_channel is not None
            assert await work.value(sa.select(sa.func.count()).select_from(deliveries)) == 0


async def test_what_is_told_waits_for_its_moment_and_is_gone_once_it_has_become_pointless() -> None:
    async with stage_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/card")
        async with bot.app.parts.work() as work:
            telling = Telling(bot.app.parts, work, await Communities(work).get(1))
            when = bot.clock.now().replace(hour=21)
            await telling.member(1, "later", "ping-answer", asked=True, due=when, purpose=Purpose.MARKETING)
            await telling.member(1, "unasked", "ping-answer", routes=(Route.DIRECT,))
        await bot.passes(hours=2)
        assert bot.texts(ann)[1:] == []
        await bot.passes(hours=1)
        assert bot.texts(ann)[1:] == [words(bot, "ping-answer")]
