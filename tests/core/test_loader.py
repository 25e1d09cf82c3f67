"""Plugins found and loaded: the bundled and the installed ones, and what a broken one is told and spared."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.loader import load_plugins
from bot.model.identity import Role
from bot.testing import whole_bot
from plugins.ping import plugin as ping
from tests.core.installing import install

GOOD = '''
"""Tea: make some."""
from bot.api import Context, Plugin, escape

plugin = Plugin("NAME")


@plugin.command("NAME")
async def make(ctx: Context) -> None:
    """Make some."""
    await ctx.reply(escape("NAME is ready"))
'''
TABLES = """
import sqlalchemy as sa
from pathlib import Path
from bot.api import Plugin

metadata = sa.MetaData()
sa.Table("shelf_life_cups", metadata, sa.Column("id", sa.Integer, primary_key=True))
plugin = Plugin("shelf-life", tables=metadata, migrations=MIGRATIONS)
"""
REVISION = """
revision = "0001"
down_revision = None


def upgrade() -> None: ...
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that packages are installed in, for the time of one test."""
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("afterglow_")]:
        del sys.modules[name]


def test_the_bundled_plugins_load() -> None:
    loaded = load_plugins()
    assert loaded.failures == ()
    assert loaded.registry.plugins["ping"] is ping


async def test_an_installed_plugin_is_found_by_its_entry_point_and_works(site: Path) -> None:
    install(site, "tea", GOOD.replace("NAME", "tea"))
    install(site, "rum", GOOD.replace("NAME", "rum"), target=":plugin")
    loaded = load_plugins()
    assert loaded.failures == ()
    async with whole_bot(loaded=loaded) as bot:
        ann = bot.person("Ann")
        assert await bot.says(ann, "/tea") == ["tea is ready"]
        assert await bot.says(ann, "/rum") == ["rum is ready"]


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("bang", "1 / 0", "ZeroDivisionError"),
        ("bang", "import nothing_like_this", "No module named 'nothing_like_this'"),
        ("bang", "def broken(:", "SyntaxError"),
        ("bang", "x = 1", 'its module needs a line plugin = Plugin("name")'),
        ("bang", "plugin = 'bang'", 'its module needs a line plugin = Plugin("name")'),
        ("bang", "from bot.api import Plugin\nplugin = Plugin('Bang!')", "a name is 2 to 24 of a-z"),
        ("ping", GOOD.replace("NAME", "ping"), "another plugin has this name"),
        ("bang", GOOD.replace("NAME", "ping").replace('Plugin("ping")', 'Plugin("bang")'), "/ping clashes"),
        ("bang", TABLES.replace("MIGRATIONS", "None"), "give it migrations= as well"),
    ],
)
async def test_a_broken_plugin_is_off_and_named_and_harms_no_other(
    site: Path, name: str, text: str, error: str
) -> None:
    install(site, name, text)
    install(site, "tea", GOOD.replace("NAME", "tea"))
    loaded = load_plugins()
    [failure] = loaded.failures
    assert failure.plugin == name
    assert error in failure.error
    assert len(failure.code) == 6
    assert loaded.registry.plugins["ping"] is ping
    assert "tea" in loaded.registry.plugins


async def test_a_broken_plugin_is_seen_by_moderators(site: Path) -> None:
    install(site, "bang", "1 / 0")
    async with whole_bot(loaded=load_plugins()) as bot:
        mia = bot.person("Mia", Role.MODERATOR)
        told = "\n".join([*await bot.says(mia, "/plugin list"), *await bot.presses(mia, "More ›")])
        [failure] = bot.app.parts.loaded.failures
        assert "bang" in told and "ZeroDivisionError" in told and failure.code in told


async def test_an_installed_plugin_has_tables_of_its_own(site: Path) -> None:
    folder = site / "revisions" / "versions"
    folder.mkdir(parents=True)
    (folder / "0001_start.py").write_text(REVISION, encoding="utf-8")
    install(site, "shelf-life", TABLES.replace("MIGRATIONS", f"Path({str(folder.parent)!r})"))
    async with whole_bot(loaded=load_plugins()) as bot:
        assert bot.app.parts.loaded.failures == ()
        async with bot.app.parts.database.read() as reader:
            assert await reader.fetch("SELECT count(*) FROM shelf_life_cups") == [(0,)]


async def test_a_plugin_whose_tables_cannot_be_made_is_off_and_the_bot_starts(site: Path) -> None:
    install(site, "shelf-life", TABLES.replace("MIGRATIONS", f"Path({str(site / 'nowhere')!r})"))
    async with whole_bot(loaded=load_plugins()) as bot:
        [failure] = bot.app.parts.loaded.failures
        assert failure.plugin == "shelf-life"
        assert "The migrations of 'shelf_life' have 0 ends" in failure.error
        assert "shelf-life" not in bot.app.parts.registry.plugins
        assert await bot.says(bot.person("Ann"), "/ping")
