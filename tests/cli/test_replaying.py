"""`afterglow replay` as people and scripts use it."""

import json
from pathlib import Path

import pytest

from bot.model.decisions import Reason
from bot.text.files import bundled_locales
from bot.text.translator import load_translator
from tests.cli.calling import call, told
from tests.sources.recordings import SAMPLE, write

NEVER_LEFT_OUT = {
    Reason.DUE,
    Reason.EDITED,
    Reason.CAP_WAIT,
    Reason.RETRY,
    Reason.SHADOW,
    Reason.NEEDS_APPROVAL,
    Reason.PAUSED,
    Reason.PLUGIN_OFF,
    Reason.ALL_STOPPED,
    Reason.ON_AIR,
    Reason.REFUSED,
    Reason.UNKNOWN_OUTCOME,
    Reason.BROKEN,
    Reason.JOINED,  # no decision: a joining settles what waits
}
"""Reasons for which something is sent, waits or fails."""

pytestmark = pytest.mark.usefixtures("alone")


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        (None, [], "Soubor chat.csv tu není. Nic se nezměnilo."),
        ("", [], "chat.csv není chat, který jde přečíst: je prázdný. Čekám chat z Twitche,"),
        ("time,author,text\n1,Ann,hi\n", [], "V souboru chat.csv není, který den se nahrával. Přidej --ended-at"),
        ("time,author,text\nsoon,Ann,hi\n", [], "první chyba, na místě 2: 'soon' není čas: piš sekundy"),
        ("time,author,text\n1,Ann,hi\n", ["--ended-at", "kdysi"], "„kdysi“ za --ended-at není žádný okamžik."),
    ],
)
@pytest.mark.parametrize("asked", [True, False], ids=["asked for", "the terminal's own"])
def test_what_is_wrong_with_a_recording_is_told_in_czech_too(
    content: str | None,
    options: list[str],
    words: str,
    asked: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", "C" if asked else "cs_CZ.UTF-8")
    if content is not None:
        write(tmp_path, content, "chat.csv")
    assert call("replay", "chat.csv", *options, *(["--language", "cs"] if asked else [])) == 1
    assert words in told(capsys).replace("\u00a0", " ")


@pytest.mark.long
def test_broken_lines_are_told_in_czech_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        tmp_path,
        'time,author,text\n28.11.2026 18:00,Ann,hi\n28.11.2026 18:01,,hi\n28.11.2026 18:02,Ben,"oh\n',
        "chat.csv",
    )
    assert call("replay", "chat.csv", "--simulate", "--language", "cs") == 0
    written = " ".join(capsys.readouterr().out.split())
    assert '2 řádky nejdou přečíst, proto chybí: 3: chybí autor 4: uvozovka (") se nikde nezavírá' in written
    assert "U časů není časové pásmo, platí pro ně to komunitní: UTC (community.zone)." in written
    assert "Data jsou v data/simulation/csv-" in written


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "people", "words"),
    [
        (
            "en",
            1,
            "1 person 1 stretch of ten minutes of one person 1 message 1 of them new 1 question 1 person who asked",
        ),
        (
            "en",
            2,
            "2 people 2 stretches of ten minutes, each of one person 2 messages 2 of them new 2 questions 2 people",
        ),
        (
            "cs",
            1,
            "1 člověk 1 desetiminutovka jednoho člověka 1 zpráva 1 z toho nová 1 otázka 1 člověk, který se ptal",
        ),
        (
            "cs",
            2,
            "2 lidé 2 desetiminutovky (každá jednoho člověka) 2 zprávy 2 z toho nové 2 otázky 2 lidé, kteří se ptali",
        ),
        (
            "cs",
            5,
            "5 lidí 5 desetiminutovek (každá jednoho člověka) 5 zpráv 5 z toho nových 5 otázek 5 lidí, kteří se ptali",
        ),
    ],
)
def test_figures_stand_in_their_right_form(
    language: str, people: int, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"28.11.2026 18:00,Guest{number},Which clay?" for number in range(people)]
    write(tmp_path, "\n".join(["time,author,text", *lines, ""]), "chat.csv")
    assert call("replay", "chat.csv", "--simulate", "--language", language) == 0
    assert words in " ".join(capsys.readouterr().out.split())


def test_a_replay_as_json_is_one_object_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("replay", SAMPLE, "--simulate", "--json") == 0
    written = capsys.readouterr()
    report = json.loads(written.out)
    assert written.out.count("\n") == 1
    assert written.err == ""
    assert (report["people"], report["messages"], report["enrolled"]) == (34, 267, 34)
    account = report["deliveries"]
    parts = ("sent", "available", "unknown", "failed")
    assert account["planned"] == sum(account[part] for part in parts) + sum(account["skipped"].values())


@pytest.mark.long
def test_a_replay_tells_people_what_it_found_and_again_that_nothing_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    for new in (267, 0):
        assert call("replay", SAMPLE, "--simulate") == 0
        written = " ".join(capsys.readouterr().out.split())
        assert "34 people get follow-ups: 238 planned." in written
        assert f"{new} of them new" in written


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "left out: for another case, such as care without an order"), ("cs", "vynecháno: pro jiný případ")],
)
def test_a_replay_says_in_words_why_something_was_left_out(
    language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("replay", SAMPLE, "--simulate", "--language", language) == 0
    written = capsys.readouterr().out
    assert words in written
    assert not [reason for reason in Reason if "-" in reason and reason in written]


@pytest.mark.parametrize("language", ["en", "cs"])
def test_a_replay_has_words_for_every_reason_to_leave_something_out(language: str) -> None:
    say = load_translator([bundled_locales()], names={"replay"}).text
    other = say("replay-left-out", language, reason="")
    given = [reason for reason in Reason if reason not in NEVER_LEFT_OUT]
    assert [reason for reason in given if say("replay-left-out", language, reason=reason.value) == other] == []


def test_what_was_planned_for_real_waits_for_a_moderator_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("replay", SAMPLE, "--ended-at", "yesterday 20:00") == 0
    written = " ".join(capsys.readouterr().out.split())
    assert "ended yesterday 20:00 (UTC)" in written
    assert "start the bot with afterglow run, then look at /journey list" in written


def test_lines_that_cannot_be_read_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "time,author,text\n0:10,Ann,hello\nsoon,Ben,hello\n"
    assert call("replay", write(tmp_path, table, "chat.csv"), "--ended-at", "yesterday 20:00") == 0
    written = capsys.readouterr().out
    assert "1 line cannot be read and was left out:" in written
    assert "soon" in written


def test_an_old_stream_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = SAMPLE.read_text(encoding="utf-8").replace("2026-11-20T", "2020-11-20T")
    assert call("replay", write(tmp_path, old, "old.json")) == 0
    written = capsys.readouterr().out
    assert "Its 48 hours are over, so nobody is written to" in written
    assert "--simulate" in written and '--ended-at "yesterday 20:00"' in written
