"""afterglow check looks at installed plugins as at our own: what breaks them, and which texts they lack."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.checking import run_checks
from tests.core.installing import install

TEA = """
from pathlib import Path

from pydantic import BaseModel

from bot.api import Context, Plugin


class Settings(BaseModel):
    minutes_to_steep: int = 5


plugin = Plugin("tea", settings=Settings, locales=Path(__file__).parent / "locales")


@plugin.command("tea")
async def make(ctx: Context, cups: int = 1) -> None:
    \"\"\"Make some.\"\"\"
    await ctx.reply(ctx.t("tea-ready"), [ctx.button(again)])


@plugin.action("tea-again")
async def again(ctx: Context) -> None:
    await make(ctx)
"""
WHOLE = """
tea-title = Tea
tea-about = Makes tea.
cmd-tea = Make some
opt-tea-cups = How many
tea-again = Another
tea-setting-minutes-to-steep = Minutes
tea-ready = Ready
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that packages are installed in, with nothing configured, for the time of one test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    (tmp_path / "site").mkdir()
    yield tmp_path / "site"
    for name in [name for name in sys.modules if name.startswith("afterglow_")]:
        del sys.modules[name]


def checked(capsys: pytest.CaptureFixture[str], language: str = "en") -> list[str]:
    """What a check prints, line by line; nothing goes elsewhere."""
    run_checks(None, {}, language)
    written = capsys.readouterr()
    assert written.err == ""
    return written.out.splitlines()


def with_texts(site: Path, **languages: str) -> None:
    """The tea plugin with these texts."""
    install(site, "tea", TEA)
    for language, texts in languages.items():
        file = site / "locales" / language / "tea.ftl"
        file.parent.mkdir(parents=True)
        file.write_text(texts, encoding="utf-8")


@pytest.mark.long
def test_an_installed_plugin_whose_texts_are_whole_is_well(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_texts(site, en=WHOLE, cs=WHOLE)
    assert checked(capsys) == ["configuration: well", "plugins: well", "texts: well"]


@pytest.mark.long
def test_every_text_that_an_installed_plugin_lacks_is_named_once(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_texts(site, en="tea-title = Tea\n", cs="tea-title = Čaj\n")
    heading, *lines = checked(capsys)[2:]
    assert heading == "texts: 6 to mend"
    keys = ("tea-ready", "tea-about", "cmd-tea", "opt-tea-cups", "tea-again", "tea-setting-minutes-to-steep")
    assert [next(key for key in keys if key in line) for line in lines] == list(keys)
    assert lines[0].endswith("afterglow_tea.py:19: tea-ready: no such text. Add it to a file in en/.")
    assert "tea: screens look for the text tea-about, which is in no language. Add it to site/locales/cs/" in lines[1]


@pytest.mark.long
def test_a_file_that_an_installed_plugin_lacks_is_named_with_the_plugins_folder(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_texts(site, en=WHOLE)
    assert checked(capsys)[-1] == (
        "  - site/locales/cs/tea.ftl: the file is missing. Translate site/locales/en/tea.ftl."
    )


@pytest.mark.long
def test_a_broken_plugin_is_one_line_with_its_cure(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(site, "bang", "import nothing_like_this")
    assert checked(capsys)[1:3] == [
        "plugins: 1 to mend",
        "  - bang is off: ModuleNotFoundError: No module named 'nothing_like_this'. Mend the plugin or uninstall it; "
        "the log of afterglow run has the trace.",
    ]


@pytest.mark.long
def test_a_check_speaks_czech_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(site, "bang", "1 / 0")
    assert [line.replace("\u00a0", " ") for line in checked(capsys, "cs")] == [
        "nastavení: v pořádku",
        "pluginy: k opravě 1",
        "  - bang je vypnutý: ZeroDivisionError: division by zero. Oprav ho, nebo odinstaluj; celá stopa chyby je "
        "v logu příkazu afterglow run.",
        "texty: v pořádku",
    ]
