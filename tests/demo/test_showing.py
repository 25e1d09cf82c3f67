"""What the demo prints: the same each time, at most 80 columns wide, without a trace of colour in a pipe."""

import json
import os
import subprocess
import sys

import pytest
from rich.cells import cell_len

from tests.demo.showing import PICTURE, WIDTH, coloured, draw, piped, words_in
from tests.snapshots.compare import matches

WRITES = os.environ.get("AFTERGLOW_SNAPSHOTS") == "write"


def afterglow(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program as somebody with these variables would."""
    command = [sys.executable, "-m", "bot", *arguments]
    everything = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=everything, check=False)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", pytest.param("cs", marks=pytest.mark.long)])
async def test_the_demo_reads_as_it_was_written_and_fits_into_eighty_columns(language: str) -> None:
    text = await piped(language)
    matches(f"demo/demo.{language}", text)
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if cell_len(line) > WIDTH or line != line.rstrip()] == []


@pytest.mark.long
async def test_the_picture_in_the_readme_shows_what_a_terminal_shows() -> None:
    picture = draw(await coloured("en"))
    if WRITES:
        PICTURE.write_text(picture, encoding="utf-8")
    assert words_in(PICTURE.read_text(encoding="utf-8")) == words_in(picture)


@pytest.mark.long
def test_json_is_one_object_and_nothing_else() -> None:
    done = afterglow("demo", "--json", LANG="cs_CZ.UTF-8", LC_ALL="")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert (found["people"], found["messages"]) == (34, 267)
    assert {moment["who"] for moment in found["moments"]} > {"KlaraNaKruhu", "marketka_s"}
    account = found["deliveries"]
    assert account["planned"] == account["sent"] + account["available"] + sum(account["skipped"].values())
