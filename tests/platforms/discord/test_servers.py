"""In which servers the bot is: the core is told once, whenever it was let in or taken out."""

import pytest

from bot.model.identity import SpaceRef
from bot.model.incoming import BotPresent
from tests.platforms.contract import Notebook
from tests.platforms.discord.bench import Bench, platform, running


def told(bench: Bench) -> list[tuple[SpaceRef | None, bool, str]]:
    """Where the bot is, and is not, as the core heard of it."""
    return [(one.space, one.here, one.title) for one in bench.sink.of(BotPresent)]


async def taken_out(bench: Bench) -> None:
    bench.env.backend.emit("GUILD_DELETE", {"id": str(bench.guild.id)})
    await bench.env.settle()


@pytest.fixture
def kept() -> Notebook:
    return Notebook()


async def test_a_server_that_lets_the_bot_in_is_told_once_with_its_name(kept: Notebook) -> None:
    async with running(platform(memory=kept)) as bench:
        await bench.env.settle()
        assert told(bench) == [(bench.space, True, "Evening club")]
        assert bench.sink.of(BotPresent)[0].actor.is_bot
        await bench.new_session()
        await bench.restart(platform(memory=kept))
        assert len(told(bench)) == 1


async def test_being_taken_out_is_told_and_being_let_in_again_too(kept: Notebook) -> None:
    async with running(platform(memory=kept)) as bench:
        await bench.env.settle()
        await taken_out(bench)
        bench.env.backend.emit("GUILD_CREATE", bench.there())
        await bench.env.settle()
        assert [here for _, here, _ in told(bench)] == [True, False, True]


async def test_being_taken_out_while_nobody_listened_is_told_at_the_next_start(kept: Notebook) -> None:
    async with running(platform(memory=kept)) as bench:
        await bench.env.settle()
        server = bench.space
        bench.sink.updates.clear()
        bench.env.backend.subscribers.clear()
        del bench.env.backend.guilds[bench.guild.id]
        await bench.restart(platform(memory=kept))
        assert told(bench) == [(server, False, "")]
        await bench.restart(platform(memory=kept))
        assert len(told(bench)) == 1


async def test_a_server_that_discord_is_down_for_was_not_left(bench: Bench) -> None:
    bench.sink.updates.clear()
    bench.env.backend.emit("GUILD_DELETE", {"id": str(bench.guild.id), "unavailable": True})
    bench.env.backend.emit("GUILD_CREATE", bench.there())
    await bench.env.settle()
    assert told(bench) == []
