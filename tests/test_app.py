"""A bot that runs by the machine's own clock: one kind of work keeps no other waiting."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.api import Background, Context, Plugin, Telling
from bot.app import open_app
from bot.clock import Clock
from bot.config import Config
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.model.ports import Platform
from bot.platforms.local.chat import LocalPlatform
from bot.text.translator import Translator

AT_MOST = 15.0  # seconds; the job takes longer

plugin = Plugin("slow")


@plugin.command()
async def tell(ctx: Context) -> None:
    """Queue something slow, and a post."""
    await ctx.later(take_long)
    await ctx.use(Telling).everybody("told", "ping-answer")


@plugin.job()
async def take_long(ctx: Background) -> None:
    await asyncio.sleep(AT_MOST * 2)


def local(config: Config, clock: Clock, translator: Translator) -> Sequence[Platform]:
    return [LocalPlatform(clock, translator.text)]


async def test_a_slow_job_keeps_no_message_from_leaving(tmp_path: Path) -> None:
    loaded = Loaded(Registry([plugin]), ())
    async with open_app(Config(data_folder=tmp_path), make_platforms=local, loaded=loaded) as app:
        chat = app.parts.platforms["local"]
        assert isinstance(chat, LocalPlatform)
        posted = asyncio.Event()
        stop_listening = chat.listen(lambda shown: posted.set())
        running = asyncio.create_task(app.run())
        await chat.says(chat.person("ann"), "/tell")
        async with asyncio.timeout(AT_MOST):
            await posted.wait()
        stop_listening()
        app.stop()
        await running
