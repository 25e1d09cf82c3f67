"""`afterglow import` as people use it: look first, then do it, then see it, then undo it."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.config import load_config
from bot.local_bot import open_local_bot
from bot.model.identity import Role
from tests.cli.calling import call, told

pytestmark = pytest.mark.usefixtures("alone")

PAGE = {
    "page": 0,
    "players": [
        {"id": "300302688346832897", "username": "johnny", "discriminator": "0", "xp": 7005, "level": 11},
        {"id": "450024877710245889", "username": "timmy", "discriminator": "0", "xp": 6607, "level": 11},
        {"id": "x", "username": "broken", "xp": 1},
    ],
}
TABLE = "platform,id,name,points\nlocal,ann,Ann,70\nlocal,zoe,Zoe,9\n,,moon_child,5\n"


async def _meet() -> None:
    async with open_local_bot(load_config(None, environment={}), SystemClock()) as (app, chat):
        for name, role in (("Hana", Role.OWNER), ("Ann", Role.MEMBER)):
            await chat.says(chat.person(name.lower(), name=name, floor=role, language="en"), "/me")
        await app.turn()


@pytest.fixture
def community(alone: None) -> None:
    """A community of two that a bot has met once."""
    asyncio.run(_meet())


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path, status: int = 0) -> str:
    """What a command prints, in one line."""
    assert call("import", *arguments) == status
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.long
@pytest.mark.usefixtures("community")
def test_a_table_is_looked_at_brought_along_listed_and_undone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "points.csv").write_text(TABLE)
    looked = said(capsys, "points", "points.csv")
    assert "points.csv: a table, for " in looked
    assert "3 accounts with points 84 points together; they do not expire 1 is a member by that account" in looked
    assert "1 not here yet" in looked and "1 known by a name alone" in looked
    assert looked.endswith("Nothing was changed. Add --apply to do it.")
    assert said(capsys, "list") == "Nothing was brought along yet."
    done = said(capsys, "points", "points.csv", "--apply")
    assert "Import 1: 1 person got 70 points together. 2 lines wait for its people: 14 points." in done
    again = said(capsys, "points", "points.csv", "--apply")
    assert "This very file was brought along before, as import 1" in again
    assert "1 person paid, 70 points, 2 lines wait" in said(capsys, "list")
    assert "70 points of 1 person can be taken back." in said(capsys, "undo", "1")
    assert "70 points of 1 person were taken back; none was missing." in said(capsys, "undo", "1", "--apply")
    assert "undone, 0 points were spent before" in said(capsys, "list")


@pytest.mark.long
@pytest.mark.usefixtures("community")
def test_a_page_of_mee6_waits_for_its_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.json").write_text(json.dumps(PAGE))
    looked = said(capsys, "points", "page.json", "--one-for", "100")
    assert "the leaderboard of MEE6" in looked
    assert "136 points together, one for each 100 of the file" in looked
    assert "1 cannot be read, left out: 3: it is no player of MEE6's leaderboard" in looked
    assert "Import 1: 0 people got 0 points together." in said(capsys, "points", "page.json", "--apply")


@pytest.mark.long
@pytest.mark.usefixtures("community")
def test_names_of_streamelements_ask_for_their_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "top.json").write_text(json.dumps({"_total": 1, "users": [{"username": "moon", "points": 3}]}))
    assert "Is it a channel on Twitch? Then add --platform twitch" in said(capsys, "points", "top.json")
    assert "1 known by the name of their account" in said(capsys, "points", "top.json", "--platform", "twitch")


@pytest.mark.long
@pytest.mark.usefixtures("community")
def test_it_speaks_czech(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "body.csv").write_text(TABLE)
    looked = said(capsys, "points", "body.csv", "--language", "cs", "--apply")
    assert "body.csv: tabulka, komunita" in looked
    assert "3 účty s body 84 bodů dohromady; nepropadají 1 z nich už je členem a dostane je hned" in looked
    assert "Přenos 1: 1 člověk dostal dohromady 70 bodů. 2 řádky čekají na své lidi: 14 bodů." in looked


@pytest.mark.long
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["points", "none.csv"], "There is no file none.csv. Nothing was changed."),
        (["points", "points.csv", "--one-for", "0"], "--one-for takes a whole number from 1 on."),
        (["points", "points.csv", "--platform", "mastodon"], '--platform "mastodon" is none that is known here'),
        (["undo", "7"], "There is no import 7."),
        (["points", "points.csv", "--community", "Other"], "Say with --community which one is meant."),
    ],
)
@pytest.mark.usefixtures("community")
def test_what_does_not_fit_is_refused_in_a_sentence(
    arguments: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "points.csv").write_text(TABLE)
    assert call("import", *arguments) == 1
    assert says in told(capsys)


def test_where_no_community_is_yet_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "points.csv").write_text(TABLE)
    assert call("import", "points", "points.csv") == 1
    assert "There is no community yet that points could belong to." in told(capsys)
