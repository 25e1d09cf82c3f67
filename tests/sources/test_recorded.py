"""Recordings as a whole: what a file is found to be, and what every format keeps to."""

import codecs
import gzip
import math
from pathlib import Path

import pytest

from bot.errors import InputFileError
from bot.sources.recorded import open_recording
from tests.at_hand import REAL_CHAT, RECORDED
from tests.sources.recordings import (
    SAMPLE,
    opened,
    read,
    twitch_chat,
    twitch_comment,
    write,
    youtube_line,
    youtube_said,
)

# People, messages, questions, who asked, and people counted once in each ten minutes.
_COUNTS = {
    SAMPLE: (34, 267, 36, 19, 128),
    REAL_CHAT: (836, 3090, 192, 141, 1440),
}


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_whole_stream_is_counted_exactly(path: Path) -> None:
    messages, broken = read(open_recording(path))

    asked = [message for message in messages if message.is_question]
    slots = {(message.author_id, math.floor(message.offset.total_seconds() / 600)) for message in messages}
    people = {message.author_id for message in messages}
    assert (len(people), len(messages), len(asked), len({one.author_id for one in asked}), len(slots)) == _COUNTS[path]
    assert not broken
    assert len({message.key for message in messages}) == len(messages)


def test_the_format_is_found_by_content_whatever_the_name(tmp_path: Path) -> None:
    assert opened(tmp_path, twitch_chat(twitch_comment(1, "hi")), "a.csv").source == "twitch"
    assert opened(tmp_path, youtube_line("0", youtube_said(1, "hi")), "b.txt").source == "youtube"
    assert opened(tmp_path, "time;author;text\n1;Anna;hi\n", "c.json").source == "csv"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_marks_that_windows_puts_in_front_cost_no_message(tmp_path: Path, encoding: str) -> None:
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    youtube = [youtube_line(str(at), youtube_said(at, "čau 🫖?")) for at in range(3)]
    for text in (
        "".join(youtube),
        youtube[0],
        twitch_chat(twitch_comment(1, "čau")),
        "time\ttext\tuser\n1\tčau\tEva\n",
    ):
        plain, marked = opened(tmp_path, text), opened(tmp_path, mark + text.encode(encoding))
        assert read(marked) == read(plain)
        assert (marked.source, marked.reference) == (plain.source, plain.reference)


def test_a_gzipped_file_reads_like_the_plain_one(tmp_path: Path) -> None:
    chat = twitch_chat(*(twitch_comment(number, "hello") for number in range(50)))

    packed = opened(tmp_path, gzip.compress(chat.encode()), "chat.json.gz")

    assert read(packed) == read(opened(tmp_path, chat))
    assert packed.title == "Evening at the wheel"


@pytest.mark.long
def test_a_cut_archive_gives_what_is_there_and_names_the_cut(tmp_path: Path) -> None:
    lines = "".join(f"{number};Anna;{number * 7919 % 1000}\n" for number in range(20_000))
    archive = gzip.compress(b"time;author;text\n" + lines.encode())

    messages, broken = read(opened(tmp_path, archive[: len(archive) // 2], "chat.csv.gz"))

    assert len(messages) > 1000
    assert "cut off" in broken[-1].why


@pytest.mark.long
def test_progress_grows_up_to_the_size_of_the_file(tmp_path: Path) -> None:
    told: list[int] = []
    recording = opened(tmp_path, "time;author;text\n" + "1;Anna;hello\n" * 50_000, "chat.csv")

    list(recording.messages(told.append))

    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1] == recording.total_bytes


def test_a_message_written_twice_comes_once(tmp_path: Path) -> None:
    line = youtube_line("5000", youtube_said(1, "hi"))

    messages, broken = read(opened(tmp_path, line + youtube_line("6000", youtube_said(2, "hi")) + line))

    assert [message.key for message in messages] == ["youtube:m1", "youtube:m2"]
    assert not broken


def test_reading_again_gives_the_same(tmp_path: Path) -> None:
    recording = opened(tmp_path, twitch_chat(twitch_comment(1, "hi"), "broken", twitch_comment(2, "ho")))

    assert read(recording) == read(recording)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "it is empty"),
        (b"\xef\xbb\xbf \n", "it is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "it is no text"),
        ("time;author;text".encode("utf-16"), "not one message in it can be read"),
        ("[1, 2]", "it is a JSON list"),
        ('{"video": {}}', "no list of `comments`"),
        ('{"comments": {}}', "`comments` are not a list"),
        ('{"comments": []}', "not one message in it can be read"),
        (b"\x1f\x8bnonsense", "gzip"),
        ("Just a letter, dear reader.\nNothing else.", "not found: time"),
    ],
)
def test_what_is_no_chat_is_refused_with_the_reason(tmp_path: Path, content: str | bytes, problem: str) -> None:
    with pytest.raises(InputFileError) as refusal:
        opened(tmp_path, content, "letter.txt")

    assert str(refusal.value).startswith("letter.txt ")
    assert problem in str(refusal.value)
    assert "TwitchDownloader" in str(refusal.value)
    assert str(refusal.value).endswith("Nothing was changed.")


def test_a_file_without_one_readable_message_names_the_first_broken_one(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="at 1: content_offset_seconds: Field required"):
        opened(tmp_path, twitch_chat({"_id": "m1", "commenter": {"_id": "7"}, "message": {"body": "hi"}}))


@pytest.mark.parametrize(("name", "why"), [("missing.json", "There is no file"), (".", "is a folder")])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(InputFileError, match=rf"{why}.*Nothing was changed\."):
        open_recording(tmp_path / name)


def test_a_file_that_vanished_after_opening_is_refused_too(tmp_path: Path) -> None:
    path = write(tmp_path, twitch_chat(twitch_comment(1, "hi")))
    recording = open_recording(path)
    path.unlink()

    with pytest.raises(InputFileError, match="There is no file"):
        list(recording.messages())
