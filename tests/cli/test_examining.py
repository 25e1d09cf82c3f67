"""afterglow doctor: what is wrong with a bot's communities, told in the terminal."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.cli.examining import run_doctor
from bot.config import load_config
from bot.model.identity import Role
from bot.storage.tables import communities, spaces
from bot.testing import whole_bot
from tests.cli.calling import KEY, call, told

pytestmark = pytest.mark.usefixtures("alone")


async def live_in(folder: Path, *, broken: bool) -> None:
    """Let a bot have a community there, which has a host and, unless it is broken, all that it needs."""
    async with whole_bot(folder=folder, zone="Europe/Prague") as bot:
        await bot.says(bot.person("Hana", Role.HOST), "/ping")
        async with bot.app.parts.work() as work:
            await work.execute(sa.update(communities).values(quiet_from=1320, quiet_until=480))
            if broken:
                await work.execute(sa.update(spaces).values(post_channel=None))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the bot's data lies; its key is the one it made itself."""
    monkeypatch.setenv("AFTERGLOW_DATA_FOLDER", str(tmp_path))
    return tmp_path


async def test_a_bot_that_is_well_is_said_to_be(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    await live_in(home, broken=False)
    assert await _called(home) == 0
    assert "All is well." in capsys.readouterr().out


@pytest.mark.long
async def test_what_is_broken_is_told_with_its_cure_and_ends_with_one(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await live_in(home, broken=True)
    assert await _called(home) == 1
    told_ = capsys.readouterr().out
    assert "broken: In local I have no place to post for everybody. Choose one with /setup." in told_


async def test_while_the_bot_runs_the_doctor_looks_all_the_same(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with whole_bot(folder=home) as bot:
        await bot.says(bot.person("Ann"), "/ping")
        assert await _called(home) == 0
    assert "Our community" in capsys.readouterr().out


def test_where_there_is_no_bot_yet_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AFTERGLOW_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv(*KEY)
    assert call("doctor") == 1
    assert "Start the bot once" in told(capsys)


async def _called(folder: Path) -> int:
    """The command in a process of its own would take a second: the same without its command line."""
    return await run_doctor(load_config(None, environment={"AFTERGLOW_DATA_FOLDER": str(folder)}), "en")
