"""Twitch chats as TwitchDownloader writes them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.sources.recorded import BrokenLine, RecordedMessage
from tests.sources.recordings import opened, read, twitch_chat, twitch_comment


def test_the_header_names_the_stream(tmp_path: Path) -> None:
    recording = opened(tmp_path, twitch_chat(twitch_comment(1, "hi")))

    assert (recording.source, recording.title, recording.reference) == ("twitch", "Evening at the wheel", "4711")
    assert recording.started_at == datetime(2026, 11, 20, 18, tzinfo=UTC)


def test_a_comment_becomes_a_message_counted_from_the_start_of_the_video(tmp_path: Path) -> None:
    messages, _ = read(opened(tmp_path, twitch_chat(twitch_comment(1, " is it food safe? ", at=754))))

    assert messages == [
        RecordedMessage(
            key="twitch:m1",
            author_id="7",
            author_name="Viewer7",
            offset=timedelta(seconds=754),
            text="is it food safe?",
            is_question=True,
        )
    ]


def test_host_and_moderators_are_known_by_badge_or_by_the_streamers_id(tmp_path: Path) -> None:
    chat = twitch_chat(
        twitch_comment(1, "hi", author="1"),
        twitch_comment(2, "hi", author="2", badge="broadcaster"),
        twitch_comment(3, "hi", author="3", badge="moderator"),
        twitch_comment(4, "hi", author="4", badge="subscriber"),
    )

    messages, _ = read(opened(tmp_path, chat))

    assert [(one.is_host, one.is_moderator) for one in messages] == [
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]


def test_who_spoke_before_the_start_was_there_at_the_start(tmp_path: Path) -> None:
    messages, _ = read(opened(tmp_path, twitch_chat(twitch_comment(1, "early", at=-30))))

    assert messages[0].offset == timedelta(0)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"commenter": None}, "commenter: Input should be a valid dictionary"),
        ({"message": {"body": None}}, "message.body: Input should be a valid string"),
        ({"content_offset_seconds": "soon"}, "content_offset_seconds: Input should be a valid number"),
        ({"content_offset_seconds": 1e300}, "more than 31 days"),
        ({"content_offset_seconds": float("nan")}, "content_offset_seconds: Input should be a finite number"),
        ({"_id": "\x00"}, "_id: "),
    ],
)
def test_a_broken_comment_is_named_and_the_others_are_read(tmp_path: Path, change: dict[str, object], why: str) -> None:
    chat = twitch_chat(twitch_comment(1, "one"), twitch_comment(2, "two") | change, twitch_comment(3, "three"))

    messages, broken = read(opened(tmp_path, chat))

    assert [message.text for message in messages] == ["one", "three"]
    assert [line.number for line in broken] == [2]
    assert why in broken[0].why


def test_what_no_database_can_keep_is_taken_out_of_texts(tmp_path: Path) -> None:
    messages, _ = read(opened(tmp_path, twitch_chat(twitch_comment(1, "half \ud83d and\x00 whole 🫖"))))

    assert messages[0].text == "half \ufffd and whole 🫖"


def test_reading_goes_on_behind_a_place_where_the_json_is_damaged(tmp_path: Path) -> None:
    chat = twitch_chat(*(twitch_comment(number, f"text {number}") for number in range(5)))
    damaged = chat.replace('"body": "text 2"', '"body": text 2"')

    messages, broken = read(opened(tmp_path, damaged))

    assert [message.text for message in messages] == ["text 0", "text 1", "text 3", "text 4"]
    assert [line.number for line in broken] == [3]


def test_a_cut_file_gives_the_messages_before_the_cut(tmp_path: Path) -> None:
    chat = twitch_chat(*(twitch_comment(number, f"text {number}") for number in range(100)))

    messages, broken = read(opened(tmp_path, chat[: chat.index('"text 60"')]))

    assert len(messages) == 60
    assert broken[0].number == 61
    assert "the file ends" in broken[0].why


@pytest.mark.long
def test_a_value_that_never_ends_does_not_take_the_rest_of_the_file_with_it(tmp_path: Path) -> None:
    chat = twitch_chat(*(twitch_comment(number, f"text {number} " + "." * 200) for number in range(6000)))
    damaged = chat.replace('"commenter": {', '"commenter": [', 1)

    messages, broken = read(opened(tmp_path, damaged))

    assert len(messages) == 5999
    assert broken == [BrokenLine(1, broken[0].why)]


def test_without_a_video_the_comments_still_name_it(tmp_path: Path) -> None:
    bare = json.dumps({"comments": [twitch_comment(1, "hi")], "video": {"start": 0, "end": 60}})

    recording = opened(tmp_path, bare, "Evening 20.11.json")

    assert (recording.title, recording.reference, recording.started_at) == ("Evening 20.11", "4711", None)


@pytest.mark.parametrize("created_at", ["0001-01-01T00:00:00Z", "2026-11-20T18:00:00", "yesterday", None, 5])
def test_a_start_that_is_not_known_is_none(tmp_path: Path, created_at: object) -> None:
    text = json.dumps({"video": {"id": "4711", "created_at": created_at}, "comments": [twitch_comment(1, "hi")]})

    assert opened(tmp_path, text).started_at is None
