"""YouTube chats as yt-dlp writes them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.sources.recordings import opened, read, youtube_line, youtube_said


def test_text_paid_and_membership_messages_are_what_people_say(tmp_path: Path) -> None:
    kinds = ["liveChatTextMessageRenderer", "liveChatPaidMessageRenderer", "liveChatMembershipItemRenderer"]
    chat = "".join(youtube_line(str(at * 1000), youtube_said(at, "hi?", kind)) for at, kind in enumerate(kinds))

    messages, broken = read(opened(tmp_path, chat))

    assert [message.offset for message in messages] == [timedelta(seconds=at) for at in range(3)]
    assert {(message.author_id, message.author_name, message.is_question) for message in messages} == {
        ("UC-anna", "@anna", True)
    }
    assert not broken


def test_what_is_no_message_is_passed_over(tmp_path: Path) -> None:
    ticker = {"addLiveChatTickerItemAction": {"item": {"liveChatTickerPaidMessageItemRenderer": {"id": "t"}}}}
    notice = {"addChatItemAction": {"item": {"liveChatViewerEngagementMessageRenderer": {"id": "n"}}}}
    chat = youtube_line("0", ticker, notice, youtube_said(1, "hi")) + '{"clickTrackingParams": "x"}\n\n'

    messages, broken = read(opened(tmp_path, chat))

    assert [message.text for message in messages] == ["hi"]
    assert not broken


def test_emoji_are_written_as_themselves_or_by_their_shortcut(tmp_path: Path) -> None:
    runs = [
        {"text": "hello "},
        {"emoji": {"emojiId": "🫖", "shortcuts": [":teapot:"]}},
        {"emoji": {"emojiId": "UCx/abc", "shortcuts": [":_glaze:"], "isCustomEmoji": True}},
        {"emoji": {"emojiId": "UCx/def", "isCustomEmoji": True}},
    ]
    text = youtube_line("0", youtube_said(1, "RUNS")).replace('[{"text": "RUNS"}]', json.dumps(runs))

    messages, _ = read(opened(tmp_path, text))

    assert messages[0].text == "hello 🫖:_glaze:"


def test_owner_and_moderator_badges_are_read(tmp_path: Path) -> None:
    icons = ("OWNER", "MODERATOR", "VERIFIED", "")
    chat = "".join(youtube_line(1, youtube_said(number, "hi", icon=icon)) for number, icon in enumerate(icons))

    messages, _ = read(opened(tmp_path, chat))

    assert [(one.is_host, one.is_moderator) for one in messages] == [
        (True, False),
        (False, True),
        (False, False),
        (False, False),
    ]


def test_a_chat_recorded_live_keeps_its_time_beside_the_action(tmp_path: Path) -> None:
    line = {"replayChatItemAction": {"actions": [youtube_said(9, "hi")]}, "videoOffsetTimeMsec": "9000", "isLive": True}

    messages, _ = read(opened(tmp_path, json.dumps(line)))

    assert messages[0].offset == timedelta(seconds=9)


def test_the_start_comes_from_the_first_message_after_it(tmp_path: Path) -> None:
    early, later = youtube_line("0", youtube_said(-600, "early")), youtube_line("20000", youtube_said(20, "hi"))

    assert opened(tmp_path, early + later).started_at == datetime(2026, 11, 20, 18, tzinfo=UTC)
    assert opened(tmp_path, early).started_at is None


@pytest.mark.parametrize(
    ("name", "title", "reference"),
    [
        ("Teapots, part 2 [dQw4w9WgXcQ].live_chat.json", "Teapots, part 2", "dQw4w9WgXcQ"),
        ("dQw4w9WgXcQ.live_chat.json", "dQw4w9WgXcQ", "dQw4w9WgXcQ"),
    ],
)
def test_the_video_is_known_by_the_name_that_the_recorder_gives(
    tmp_path: Path, name: str, title: str, reference: str
) -> None:
    recording = opened(tmp_path, youtube_line("0", youtube_said(1, "hi")), name)

    assert (recording.title, recording.reference) == (title, reference)


def test_under_other_names_the_reference_is_the_same_for_the_same_chat(tmp_path: Path) -> None:
    chat = youtube_line("0", youtube_said(1, "hi"))

    references = {opened(tmp_path, chat, name).reference for name in ("a.json", "my-recording.live_chat.json")}

    assert len(references) == 1
    assert references.pop().startswith("chat-")
    assert opened(tmp_path, youtube_line("0", youtube_said(2, "hi"))).reference not in references


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"replayChatItemAction": {"actions": [', "Invalid JSON"),
        (youtube_line("soon", youtube_said(1, "hi")), "videoOffsetTimeMsec: Input should be a valid integer"),
        (youtube_line(None, youtube_said(1, "hi")), "the message has no time"),
        (youtube_line("9" * 14, youtube_said(1, "hi")), "more than 31 days"),
        (youtube_line("0", youtube_said(1, "hi")).replace("UC-anna", " "), "authorExternalChannelId: "),
        (
            youtube_line("0", youtube_said(1, "hi")).replace('"id": "m1"', '"id": 5'),
            "id: Input should be a valid string",
        ),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, why: str) -> None:
    good = youtube_line("1000", youtube_said(7, "good"))

    messages, broken = read(opened(tmp_path, good + line.strip() + "\n" + youtube_line("2", youtube_said(8, "good"))))

    assert [message.text for message in messages] == ["good", "good"]
    assert [entry.number for entry in broken] == [2]
    assert why in broken[0].why
