"""Files of points: MEE6's and StreamElements' pages as they are answered, tables as people keep them, and damage."""

import gzip
import json
from pathlib import Path

import pytest

from bot.errors import InputFileError
from bot.importing.opening import PointsFile, open_points
from bot.model.point_imports import BroughtLine

PLAYER = {
    "avatar": "e23737d84c718554c7894e2d3a827051",
    "detailed_xp": [1230, 1255, 7005],
    "discriminator": "9597",
    "guild_id": "446075987680165888",
    "id": "300302688346832897",
    "level": 11,
    "message_count": 350,
    "username": "johnny",
    "xp": 7005,
}
MEE6 = {"admin": False, "guild": {"id": "446075987680165888"}, "page": 0, "player": None, "players": [PLAYER]}
STREAMELEMENTS = {
    "_total": 2,
    "users": [{"username": "ardbug", "points": 275}, {"username": "Frost_Bytes", "points": 0}],
}
JOHNNY = BroughtLine("discord:300302688346832897", "johnny", 7005, "discord", "300302688346832897")


def opened(folder: Path, content: str | bytes, **how: object) -> PointsFile:
    file = folder / "points.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_points(file, **how)  # type: ignore[arg-type]


def test_mee6_is_known_by_its_players_and_each_is_a_discord_account(tmp_path: Path) -> None:
    file = opened(tmp_path, json.dumps(MEE6))
    assert (file.format, file.lines, file.points) == ("mee6", [JOHNNY], 7005)


def test_pages_of_mee6_stand_together_in_any_way_and_nobody_counts_twice(tmp_path: Path) -> None:
    other = {**PLAYER, "id": "450024877710245889", "username": "timmy", "xp": 6607}
    second = {**MEE6, "page": 1, "players": [{**PLAYER, "xp": 7100}, other]}
    for content in (
        json.dumps([MEE6, second]),
        f"{json.dumps(MEE6)}\n{json.dumps(second)}\n",
        json.dumps([PLAYER, {**PLAYER, "xp": 7100}, other]),
        gzip.compress(json.dumps([MEE6, second]).encode()),
    ):
        file = opened(tmp_path, content)
        assert [(one.name, one.amount) for one in file.lines] == [("johnny", 7005), ("timmy", 6607)]
        assert file.repeated == 1


def test_streamelements_has_names_that_prove_nothing_until_the_network_is_said(tmp_path: Path) -> None:
    file = opened(tmp_path, json.dumps(STREAMELEMENTS))
    assert file.format == "streamelements" and file.empty == 1
    assert file.lines == [BroughtLine("name:ardbug", "ardbug", 275)]
    assert opened(tmp_path, json.dumps(STREAMELEMENTS), platform="twitch").lines[0].platform == "twitch"
    assert opened(tmp_path, json.dumps(STREAMELEMENTS), platform="youtube").lines[0].platform is None


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("name,points\nAnn,12\nBen,3\n", [("Ann", 12, None), ("Ben", 3, None)]),
        ("sep=;\nJméno;Body\nŽofie;1 234\n", [("Žofie", 1234, None)]),
        ('\ufeffusername\tCurrent Points\n"Ann, Lee"\t"1,234"\n', [("Ann, Lee", 1234, None)]),
        ("platform,id,points\nDiscord,1234567,5\n", [("1234567", 5, "discord")]),
        ("name,id,xp,platform\nAnn,7,5.0,telegram\n\n,,,\n", [("Ann", 5, "telegram")]),
        ("body;jmeno\r\n7;\u201eAnn\u201c\r\n", [("\u201eAnn\u201c", 7, None)]),
    ],
)
def test_tables_are_read_as_people_keep_them(
    tmp_path: Path, content: str, lines: list[tuple[str, int, str | None]]
) -> None:
    file = opened(tmp_path, content)
    assert file.format == "csv"
    assert [(one.name, one.amount, one.platform) for one in file.lines] == lines


def test_czech_excel_writes_another_alphabet(tmp_path: Path) -> None:
    assert opened(tmp_path, "jméno;body\nŽofie;5\n".encode("cp1250")).lines[0].name == "Žofie"
    assert opened(tmp_path, "jméno;body\nŽofie;5\n".encode("utf-16")).lines[0].name == "Žofie"


def test_entries_that_cannot_be_read_are_named_and_left_out(tmp_path: Path) -> None:
    rows = [
        "name,id,points",
        "Ann,,12",
        ",,3",
        "Ben,,many",
        "Cy,,-4",
        f"{'x' * 201},,4",
        "Dee,17,4",
        "Eve,,1e9",
        "Fay,,NaN",
    ]
    file = opened(tmp_path, "\n".join(rows))
    assert [one.name for one in file.lines] == ["Ann"]
    assert [(one.number, str(one.error)) for one in file.broken] == [
        (2, "the name is missing"),
        (3, "many is no number of points"),
        (4, "points are 0 to 100000000"),
        (5, "the name is over 200 characters long"),
        (6, "it has an id, but of which network? Say so with --platform, or in a column platform"),
        (7, "points are 0 to 100000000"),
        (8, "points are 0 to 100000000"),
    ]


def test_one_point_for_so_many_leaves_out_who_has_fewer(tmp_path: Path) -> None:
    file = opened(tmp_path, "name,points\nAnn,250\nBen,99\n", many=100)
    assert [(one.name, one.amount) for one in file.lines] == [("Ann", 2)]
    assert file.empty == 1


def test_the_same_said_in_another_way_is_the_same_content(tmp_path: Path) -> None:
    one = opened(tmp_path, "name,points\nAnn,250\n")
    assert opened(tmp_path, "points;name\n250;Ann\n").content == one.content
    assert opened(tmp_path, "name,points\nAnn,251\n").content != one.content
    assert opened(tmp_path, "name,points\nAnn,250\n", platform="twitch").content != one.content


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty"),
        ("  \n ", "is empty"),
        ('{"players": [', "begins like JSON and is none"),
        ('{"people": []}', "neither MEE6's leaderboard"),
        ('{"players": []}', "Nobody in points.json has any points"),
        ('{"players": [{"id": "x", "xp": 4}]}', "it is no player of MEE6's leaderboard"),
        ("name,score_of_what\nAnn,3\n", "a column is missing: points"),
        ("points\n3\n", "a column is missing: whose they are"),
        ("name,points\nAnn,0\n", "Nobody in points.json has any points"),
        ("name,points\nAnn,x\n", "the first thing wrong, at 1: x is no number of points"),
        ("\x00\x01\x02", "a column is missing"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_nothing_changed(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(InputFileError, match="Nothing was changed") as refused:
        opened(tmp_path, content)
    assert says in str(refused.value)


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="There is no file"):
        open_points(tmp_path / "none.csv")
    with pytest.raises(InputFileError, match="is a folder"):
        open_points(tmp_path)
