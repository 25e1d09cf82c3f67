"""The command line as people and scripts use it: help, exit codes, one JSON object, and errors in a sentence."""

import asyncio
import contextlib
import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.app import open_app
from bot.config import load_config
from bot.storage.holding import held_file
from tests.cli.calling import KEY, call, told
from tests.sources.recordings import SAMPLE, write

ROOT = Path(__file__).parents[2]
COMMANDS = (["run"], ["demo"], ["replay"], ["check"], ["plugin"], ["plugin", "new"])

pytestmark = pytest.mark.usefixtures("alone")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*command, "--help") == 0
    written = capsys.readouterr()
    assert f"afterglow {' '.join(command)}" in written.out
    assert written.err == ""


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--help") == call() == 0
    written = capsys.readouterr().out
    assert all(command[0] in written for command in COMMANDS)


def test_help_says_where_the_language_of_the_chat_comes_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("run", "--help") == 0
    assert "the configured one" in capsys.readouterr().out


def test_the_version_is_that_of_this_checkout(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert call("--version") == 0
    assert capsys.readouterr().out == f"{project['version']}\n"


def test_help_shows_no_default_where_something_is_just_off(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("demo", "replay"):
        call(command, "--help")
    assert "default" not in capsys.readouterr().out


@pytest.mark.long
@pytest.mark.parametrize("module", ["cyclopts", "bot.config", "bot.demo.play"])
def test_an_interruption_while_things_are_loaded_ends_without_a_trace(module: str) -> None:
    code = f"""
import sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from bot.cli.main import main
main(["demo", "--fast"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], 'Unknown command "nonsense"'),
        (["check", "--nope"], "Unknown option: --nope"),
        (["replay"], "FILE requires an argument"),
        (["plugin", "new"], "NAME requires an argument"),
        (["replay", "a.json", "b.json"], "There is more than it takes: b.json. See --help."),
        (["demo", "--language", "fr"], 'Invalid value "fr" for --language. Write "en" or "cs".'),
        (["replay", "a.json", "--language", "fr"], 'Invalid value "fr" for --language. Write "en" or "cs".'),
        (["run", "--language", "fr"], 'Invalid value "fr" for --language. Write "en" or "cs".'),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence_and_ends_with_two(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*arguments) == 2
    assert words in told(capsys)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["replay", "missing.json"], "There is no file missing.json. Nothing was changed."),
        (["replay", "."], ". is a folder. Name the file in it with the chat. Nothing was changed."),
        (["replay", "config.toml"], "config.toml"),
        (["replay", str(SAMPLE), "--ended-at", "someday"], '--ended-at "someday" is not a moment'),
        (["replay", str(SAMPLE), "--config", "none.toml"], "none.toml: it cannot be read"),
        (["run", "--config", "none.toml"], "none.toml: it cannot be read"),
        (["plugin", "new", "Tea Time"], "'Tea Time' is no name for a plugin"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence_and_ends_with_one(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "", "config.toml")
    assert call(*arguments) == 1
    assert words in told(capsys)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (
            '[community]\nnmae = "Tea"',
            "community.nmae (config.toml): there is no such key. Did you mean community.name?",
        ),
        ('[community]\nzone = "Mars"', 'it should be the name of a time zone, such as "Europe/Prague"'),
        ('[discord]\ntoken = "abc.def"', "a secret must not stand in this file"),
        ("[community", "this is not TOML"),
        ('data_folder = "a-file/data"', "part of the path is a file"),
        ('[database]\nurl = "mysql://host/name"', 'it should begin with "sqlite://" or "postgresql://"'),
        ('[database]\nurl = "postgresql://127.0.0.1:1/name"', "The database cannot be used: "),
    ],
)
def test_a_wrong_configuration_is_told_with_its_cure(
    settings: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "", "a-file")
    write(tmp_path, settings, "config.toml")
    assert call("run") == 1
    assert words in told(capsys)


@pytest.mark.parametrize("command", [["run"], ["replay", "chat.json"]], ids=["run", "replay"])
@pytest.mark.parametrize(
    ("language", "heading", "wrong", "hint"),
    [
        (
            "en",
            "configuration: 2 to mend",
            [
                "comunity (config.toml): there is no such key.",
                'community.language (config.toml): it should be "en" or "cs".',
            ],
            "afterglow check tells",
        ),
        (
            "cs",
            "nastavení: k\u00a0opravě 2",
            [
                "comunity (config.toml): takový klíč není.",
                'community.language (config.toml): patří sem "en" nebo "cs".',
            ],
            "afterglow check řekne",
        ),
    ],
)
def test_all_that_is_wrong_with_a_configuration_is_told_at_once(
    command: list[str],
    language: str,
    heading: str,
    wrong: list[str],
    hint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path, '[comunity]\n[community]\nlanguage = "fr"', "config.toml")
    assert call(*command, "--language", language) == 1
    first, second, third, last = capsys.readouterr().err.splitlines()
    assert first == f"afterglow: {heading}"
    assert second.startswith(f"  - {wrong[0]}")
    assert third.startswith(f"  - {wrong[1]}")
    assert hint in last


def test_the_one_thing_that_is_wrong_is_told_with_where_to_look_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, '[community]\nlanguage = "fr"', "config.toml")
    assert call("run") == 1
    assert "When it is mended, afterglow check tells whether all is well." in told(capsys)


@pytest.mark.long
def test_a_check_names_what_is_wrong_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, '[comunity]\n[community]\nlanguage = "fr"', "config.toml")
    assert call("check") == 1
    first, second, third, *_ = capsys.readouterr().out.splitlines()
    assert first == "configuration: 2 to mend"
    assert "comunity (config.toml): there is no such key. Did you mean community?" in second
    assert 'community.language (config.toml): it should be "en" or "cs".' in third


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            "no database at all, but long enough to be taken for one's header",
            "The database cannot be used: file is not",
        ),
        (None, "afterglow.db: the database cannot be read and written here."),
    ],
)
def test_a_database_that_cannot_be_opened_is_told(
    content: str | None, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(*KEY)
    file = tmp_path / "data" / "afterglow.db"
    if content is None:
        file.mkdir(parents=True)
    else:
        file.parent.mkdir()
        file.write_text(content)
    assert call("replay", SAMPLE) == 1
    assert words in told(capsys)


async def outdated(folder: Path) -> None:
    """Make a database of a later version."""
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(folder)})
    async with open_app(config) as app, app.parts.database.write() as transaction:
        await transaction.run("UPDATE core_schema_version SET version_num = '9999'")


def test_a_database_that_is_newer_than_the_code_is_told_with_its_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(outdated(tmp_path / "data"))
    assert call("replay", SAMPLE) == 1
    words = told(capsys)
    assert "The database is newer than this Afterglow" in words
    assert "Install the newer version again, or restore the backup" in words


@pytest.mark.parametrize("command", [["run"], ["replay", SAMPLE]], ids=["run", "replay"])
def test_who_comes_second_is_told_who_runs_already(
    command: list[str | Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    with held_file(tmp_path / "data" / "afterglow.db.lock"):
        assert call(*command) == 1
    words = told(capsys)
    assert f"Afterglow already runs on this folder (process {os.getpid()}, since " in words
    assert "Stop it first, or set another data_folder." in words


NEWER, HELD = "newer", "held"
CZECH = [
    ('[community]\nnmae = "Tea"', "community.nmae (config.toml): takový klíč není. Není to community.name?"),
    (
        '[community]\nzone = "Mars"',
        'patří sem název časového pásma, třeba "Europe/Prague". Časové pásmo nové komunity, jménem podle IANA',
    ),
    ('[log]\nlevel = "LOUD"', 'patří sem "DEBUG", "INFO", "WARNING" nebo "ERROR". Kolik se zapisuje do logu'),
    ('[discord]\ntoken = "abc.def"', "tajný údaj do tohohle souboru nepatří, protože se soubor sdílí. Odsud ho smaž"),
    ("[community", "config.toml, konec souboru: tohle není TOML: tomuhle řádku nejde rozumět."),
    ('data_folder = "a-file/data"', "klíč tu nejde uložit (část cesty je soubor). Dovol tu botovi číst a psát"),
    (
        '[database]\nurl = "postgresql://127.0.0.1:1/name"',
        "Databázi nejde použít: nikdo tam neodpovídá. Podívej se na database.url a data_folder.",
    ),
    (NEWER, "Databáze je novější než tenhle Afterglow: tabulky core jsou ve verzi 9999"),
    (HELD, "Nad touhle složkou už Afterglow běží (proces "),
]


@pytest.mark.parametrize("command", [["run"], ["replay", str(SAMPLE)]], ids=["run", "replay"])
@pytest.mark.parametrize(("situation", "words"), CZECH)
def test_what_keeps_it_from_beginning_is_told_in_czech(
    command: list[str], situation: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "", "a-file")
    write(tmp_path, "" if situation in (NEWER, HELD) else situation, "config.toml")
    (tmp_path / "data").mkdir()
    if situation == NEWER:
        asyncio.run(outdated(tmp_path / "data"))
    with held_file(tmp_path / "data" / "afterglow.db.lock") if situation == HELD else contextlib.nullcontext():
        assert call(*command, "--language=cs") == 1
    assert words in told(capsys).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.long
def test_a_check_tells_what_is_wrong_in_czech(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "[delivery]\nin_flight = 0", "config.toml")
    assert call("check", "--language", "cs") == 1
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert said[1] == (
        "  - delivery.in_flight (config.toml): nejméně to může být 1. "
        "Kolik zpráv smí být na cestě najednou (1 až 100), a tedy u kolika se po pádu neví, jestli došly."
    )


def test_run_tells_it_in_the_configured_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, '[community]\nlanguage = "cs"', "config.toml")
    (tmp_path / "data").mkdir()
    with held_file(tmp_path / "data" / "afterglow.db.lock"):
        assert call("run") == 1
        assert "už Afterglow běží" in told(capsys)
        assert call("run", "--language", "en") == 1
        assert "already runs" in told(capsys)


@pytest.mark.long
def test_a_hint_can_be_typed_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "time,author,text\n0:01,ann,hello\n", "chat.csv")
    for language, hint in (("en", '--ended-at "yesterday 20:00"'), ("cs", '--ended-at "včera 20:00"')):
        assert call("replay", "chat.csv", "--language", language) == 1
        assert hint in told(capsys)
        assert call("replay", "chat.csv", "--language", language, *shlex.split(hint)) == 0
        capsys.readouterr()


def test_columns_that_are_missing_are_told_in_czech(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a,b\n1,2\n", "chat.csv")
    assert call("replay", "chat.csv", "--language", "cs") == 1
    assert (
        "nalezeno: žádný ze sloupců; chybí: čas (pojmenuj ho time, offset nebo čas), autor (pojmenuj ho author, user "
        "nebo jméno), text (pojmenuj ho text, message nebo zpráva)." in told(capsys)
    )


@pytest.mark.long
def test_a_check_names_what_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("check") == 0
    assert capsys.readouterr().out.splitlines() == ["configuration: well", "plugins: well", "texts: well"]


def process(*arguments: str, **options: object) -> subprocess.Popen[str]:
    """The command in a process of its own, in this folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", *arguments]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen(command, env=environment, text=True, encoding="utf-8", **streams)  # type: ignore[call-overload,no-any-return]


@pytest.mark.long
def test_a_reader_that_has_enough_ends_it_quietly() -> None:
    with process("check") as running:
        running.stdout.close()  # type: ignore[union-attr]
        assert running.wait(60) == 1
        assert running.stderr.read() == ""  # type: ignore[union-attr]


@pytest.mark.long
def test_without_a_token_there_is_a_chat_in_the_terminal_until_its_input_ends() -> None:
    with process("run", "--language", "en") as running:
        out, err = running.communicate("/ping\n", timeout=60)
    assert (running.returncode, err) == (0, "")
    assert "Awake and listening." in out
