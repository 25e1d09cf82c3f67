"""afterglow plugin new: what it makes works as it is, and loads like any installed plugin."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.cli.scaffold import make_plugin
from bot.core.loader import GROUP
from bot.errors import InputFileError
from bot.text.checking import check_locales

ROOT = Path(__file__).parents[2]
LOAD_AND_TEST = """
import sys
import pytest
from bot.cli.checking import run_checks
from bot.core.loader import load_plugins

found = load_plugins()
print([*found.registry.plugins], found.failures)
run_checks(None, {}, "en")
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider"]))
"""


def installed(home: Path, site: Path) -> str:
    """Put the plugin's entry points into `site`, as an installer would; the path to import it from."""
    project = tomllib.loads((home / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir(parents=True)
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    entries = "\n".join(f"{name} = {target}" for name, target in project["entry-points"][GROUP].items())
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{entries}\n", encoding="utf-8")
    return os.pathsep.join(map(str, (ROOT, home, site)))


def python(*arguments: str, path: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A Python of its own with this import path."""
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.long
def test_a_new_plugin_passes_its_own_test_and_loads_through_its_entry_point(tmp_path: Path) -> None:
    said = make_plugin("tea-time", tmp_path)
    home = tmp_path / "afterglow-tea-time"
    assert str(home) in said
    path = installed(home, tmp_path / "site")
    done = python("-c", LOAD_AND_TEST, path=path, folder=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout
    loaded = done.stdout.splitlines()[0]
    assert "'tea-time'" in loaded
    assert loaded.endswith("()")
    assert done.stdout.splitlines()[1:4] == ["configuration: well", "plugins: well", "texts: well"]


def test_its_texts_are_whole_in_both_languages(tmp_path: Path) -> None:
    make_plugin("tea-time", tmp_path)
    assert check_locales([tmp_path / "afterglow-tea-time" / "afterglow_tea_time" / "locales"], code=[]) == []


@pytest.mark.parametrize("name", ["", "t", "Tea", "tea time", "../tea", "x" * 25])
def test_a_name_that_does_not_fit_makes_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="is no name for a plugin: use 2 to 24 of a-z"):
        make_plugin(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("streams", 'There is a plugin called "streams" already.'),
        ("help", '"/help" is a command of the plugin "admin" already.'),
        ("demo", 'Afterglow\'s own texts are called "demo".'),
        ("core", 'Afterglow\'s own texts are called "core".'),
    ],
)
def test_a_name_that_is_taken_makes_nothing(name: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(InputFileError) as refused:
        make_plugin(name, tmp_path)
    assert str(refused.value) == f"{why} Choose another name. Nothing was changed."
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(
        InputFileError, match=r"cannot be made \(Not a directory\)\. Choose another place with --folder"
    ):
        make_plugin("tea-time", tmp_path / "file")


def test_a_folder_that_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    home = tmp_path / "afterglow-tea"
    home.mkdir()
    with pytest.raises(InputFileError, match="is there already"):
        make_plugin("tea", tmp_path)
    assert list(home.iterdir()) == []
