"""Chats in tables."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.errors import InputFileError
from bot.sources.recorded import open_recording
from tests.sources.recordings import opened, read, write


def _seconds(folder: Path, *times: str) -> list[float]:
    rows = "".join(f"{time};Anna;hi {number}\n" for number, time in enumerate(times))
    messages, _ = read(opened(folder, "time;author;text\n" + rows, "chat.csv"))
    return [message.offset.total_seconds() for message in messages]


@pytest.mark.parametrize(
    "text",
    [
        "time,author,text\n12,Anna,hi?\n",
        "offset;user;message\n12;Anna;hi?\n",
        "timestamp\tname\tbody\n12\tAnna\thi?\n",
        "Čas;Jméno;Zpráva\n12;Anna;hi?\n",
        "\ufeffzprava;autor;cas\r\nhi?;Anna;0:12\r\n",
        "sep=;\ntime;author;text\n12;Anna;hi?\n",
        '"User Name";"Author";"Time";"Message"\nx;Anna;12;hi?\n',
    ],
)
def test_columns_are_found_by_name_in_english_and_czech(tmp_path: Path, text: str) -> None:
    messages, broken = read(opened(tmp_path, text, "chat.csv"))

    assert [(one.author_id, one.author_name, one.text, one.offset.total_seconds()) for one in messages] == [
        ("Anna", "Anna", "hi?", 12)
    ]
    assert messages[0].is_question
    assert not broken


def test_missing_columns_are_named_with_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(InputFileError) as refusal:
        opened(tmp_path, "Kdy,Autor,Zpráva\n12,Anna,hi\n", "chat.csv")

    assert "found: author (autor), text (zprava)" in str(refusal.value)
    assert "not found: time (call it time, offset or čas)" in str(refusal.value)


def test_times_are_seconds_or_hours_and_minutes(tmp_path: Path) -> None:
    times = ("754", "12.5", "12,5", "12:34", "1:02:03", "0:00:07.25", "-0:05")

    assert _seconds(tmp_path, *times) == [754, 12.5, 12.5, 754, 3723, 7.25, 0]


def test_instants_count_from_the_earliest_even_when_the_table_runs_backwards(tmp_path: Path) -> None:
    rows = "2026-11-20T19:10:00+01:00;Anna;later\n2026-11-20T18:00:00Z;Petr;first\n1970-01-01T00:00:00Z;Eva;lost\n"
    recording = opened(tmp_path, "time;author;text\n" + rows, "chat.csv")

    messages, _ = read(recording)

    assert recording.started_at == datetime(2026, 11, 20, 18, tzinfo=UTC)
    assert [(one.author_name, one.offset) for one in messages] == [
        ("Anna", timedelta(minutes=10)),
        ("Petr", timedelta(0)),
    ]


@pytest.mark.parametrize(
    "time",
    [
        "2026-11-28 18:10:05",
        "2026-11-28T18:10:05",
        "28.11.2026 18:10:05",
        "28. 11. 2026 18:10:05",
        "28.\u00a011.\u00a02026  18.10:05",
        "28.11.26 18:10:05",
        "28/11/2026 18:10:05",
        "11/28/2026 6:10:05 PM",
        "11/28/26, 06:10:05 p.m.",
        "2026/11/28 18:10:05",
        "46354,7570023148",
    ],
)
def test_a_day_and_a_time_without_a_zone_are_those_of_the_zone_that_is_given(tmp_path: Path, time: str) -> None:
    file = write(tmp_path, f"time;author;text\n{time};Anna;hi\n", "chat.csv")

    recording = open_recording(file, ZoneInfo("Europe/Prague"))

    assert recording.started_at == datetime(2026, 11, 28, 17, 10, 5, tzinfo=UTC)
    assert recording.zone_is_taken
    assert read(recording)[0][0].key == read(open_recording(file))[0][0].key


@pytest.mark.parametrize(
    "time", ["2026-11-28T18:10:05+01:00", "2026-11-28 18:10:05 +0100", "28. 11. 2026 17:10:05 UTC", "20261128T171005Z"]
)
def test_a_zone_that_is_written_wins_over_the_one_that_is_given(tmp_path: Path, time: str) -> None:
    file = write(tmp_path, f"time;author;text\n{time};Anna;hi\n", "chat.csv")

    recording = open_recording(file, ZoneInfo("Asia/Tokyo"))

    assert recording.started_at == datetime(2026, 11, 28, 17, 10, 5, tzinfo=UTC)
    assert not recording.zone_is_taken


def test_times_across_a_change_of_the_clock_are_as_far_apart_as_they_were(tmp_path: Path) -> None:
    rows = "25.10.2026 1:30;Anna;hi\n25.10.2026 3:30;Eva;hi\n"
    messages, _ = read(
        open_recording(write(tmp_path, "time;author;text\n" + rows, "chat.csv"), ZoneInfo("Europe/Prague"))
    )

    assert messages[1].offset == timedelta(hours=3)


def test_czech_letters_survive_in_both_encodings(tmp_path: Path) -> None:
    text = "čas;jméno;zpráva\n1;Řehoř;Příště přijdu včas, žádný strach\n"

    utf, excel = (read(opened(tmp_path, text.encode(name), "chat.csv")) for name in ("utf-8-sig", "cp1250"))

    assert utf == excel
    assert utf[0][0].author_name == "Řehoř"


def test_the_reference_keeps_through_another_name_delimiter_order_and_new_rows(tmp_path: Path) -> None:
    rows = [(str(number), "Anna", f"text {number}") for number in range(9)]
    semicolons = "time;author;text\n" + "".join(f"{at};{who};{text}\n" for at, who, text in rows[:7])
    tabs = "zpráva\tautor\tčas\n" + "".join(f"{text}\t{who}\t{at}\n" for at, who, text in rows)

    first, second = opened(tmp_path, semicolons, "a.csv"), opened(tmp_path, tabs, "b.tsv")

    assert first.reference == second.reference
    assert [message.key for message in read(first)[0]] == [message.key for message in read(second)[0]][:7]


def test_the_same_words_in_another_stream_have_another_key(tmp_path: Path) -> None:
    keys = set[str]()
    for text in ("monday", "tuesday"):
        recording = opened(tmp_path, f"time;author;text\n0:05;Anna;hello\n0:09;Anna;{text}\n", "chat.csv")
        keys.add(read(recording)[0][0].key)

    assert len(keys) == 2


def test_commas_that_nobody_quoted_stay_in_the_text(tmp_path: Path) -> None:
    messages, _ = read(opened(tmp_path, "time,author,text\n1,Anna,hello, world, all\n", "chat.csv"))

    assert messages[0].text == "hello, world, all"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("soon;Anna;hi", "'soon' is no time"),
        (";Anna;hi", "'' is no time"),
        ("1;;hi", "the author is missing"),
        ("1;Anna", "too few columns (2)"),
        ("99999999;Anna;hi", "more than 31 days"),
        ("2026-11-20T18:00:00Z;Anna;hi", "has a date, but the first row counts from the start"),
        ("28.11.2026;Anna;hi", "'28.11.2026' is no time"),
        ("31.11.2026 18:00;Anna;hi", "is no time"),
        ("11/28/2026 13:00 PM;Anna;hi", "is no time"),
        ("5/6/2026 18:00;Anna;hi", "may mean two days: write the year first, 2026-06-05"),
        ("1;Anna;" + "x" * 6000, "over 5000 characters"),
        ("1;Anna;" + "x" * 200_000, "field larger than field limit"),
    ],
)
def test_a_broken_line_is_counted_and_named(tmp_path: Path, row: str, why: str) -> None:
    text = f"time;author;text\n1;Anna;good\n{row}\n2;Anna;good\n"

    messages, broken = read(opened(tmp_path, text, "chat.csv"))

    assert [message.text for message in messages] == ["good", "good"]
    assert [line.number for line in broken] == [3]
    assert why in broken[0].why


@pytest.mark.parametrize("rest", ["\n", '\n3;Eva;she said "hi"\n', '\n3;Eva;"good"\n'])
def test_a_quotation_mark_that_nobody_closed_costs_its_own_line_only(tmp_path: Path, rest: str) -> None:
    text = f'time;author;text\n1;Anna;good\n2;Petr;"oh\n2;Jan;good{rest}4;Anna;good\n'

    messages, broken = read(opened(tmp_path, text, "chat.csv"))

    assert [(line.number, line.why) for line in broken] == [(3, 'a quotation mark (") is never closed')]
    assert [message.author_name for message in messages if message.author_name != "Eva"] == ["Anna", "Jan", "Anna"]
    assert len(messages) == (4 if "Eva" in rest else 3)


def test_a_quotation_mark_left_open_before_what_is_no_row_is_found_at_the_end_or_after_too_much(tmp_path: Path) -> None:
    short = 'time;author;text\n1;Anna;good\n2;Petr;"oh\n'
    long = short + "so it goes on\n" * 600 + '5;Eva;"well"\n'

    for text, count in ((short, 1), (long, 601)):
        messages, broken = read(opened(tmp_path, text, "chat.csv"))
        assert (messages[0].text, broken[0].number, len(broken)) == ("good", 3, count)
        assert "never closed" in broken[0].why


def test_a_text_of_several_lines_stays_one(tmp_path: Path) -> None:
    text = 'time;author;text\n1;Anna;"a poem\n\nin ""three""; lines"\n2;Eva;good\n'

    messages, broken = read(opened(tmp_path, text, "chat.csv"))

    assert [message.text for message in messages] == ['a poem\n\nin "three"; lines', "good"]
    assert not broken


def test_excel_writes_tables_in_several_ways_and_all_read_alike(tmp_path: Path) -> None:
    tabs = "čas\tjméno\tzpráva\r\n28.11.2026 18:10\tŘehoř\tpříště, ano\r\n"
    semicolons = tabs.replace("\t", ";")
    written = [semicolons.encode("cp1250"), semicolons.encode("utf-8-sig"), tabs.encode("utf-16")]

    readings = [read(opened(tmp_path, content, "chat.csv")) for content in written]

    assert readings[0] == readings[1] == readings[2]
    assert readings[0][0][0].author_name == "Řehoř"
