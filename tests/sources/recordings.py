"""Small recordings for the tests, written as the recorders write them."""

import json
from pathlib import Path

from bot.sources.recorded import BrokenLine, RecordedMessage, Recording, open_recording

SAMPLE = Path(__file__).parents[2] / "bot" / "demo" / "sample_stream.json"


def twitch_comment(number: int, text: str, *, at: float = 0, author: str = "7", badge: str = "") -> dict[str, object]:
    return {
        "_id": f"m{number}",
        "created_at": "2026-11-22T09:00:00.123456789Z",
        "channel_id": "1",
        "content_type": "video",
        "content_id": "4711",
        "content_offset_seconds": at,
        "commenter": {"display_name": f"Viewer{author}", "_id": author, "name": f"viewer{author}", "bio": None},
        "message": {
            "body": text,
            "fragments": [{"text": text, "emoticon": None}],
            "user_badges": [{"_id": badge, "version": "1"}] if badge else [],
        },
    }


def twitch_chat(*comments: object) -> str:
    video = {"title": "Evening at the wheel", "id": "4711", "created_at": "2026-11-20T18:00:00Z", "length": 2700.0}
    return json.dumps({"streamer": {"name": "Klara", "id": 1}, "video": video, "comments": list(comments)}, indent=1)


def youtube_said(
    number: int, text: str, kind: str = "liveChatTextMessageRenderer", icon: str = ""
) -> dict[str, object]:
    badge = {"liveChatAuthorBadgeRenderer": {"icon": {"iconType": icon}, "tooltip": icon.title()}}
    said = {
        "id": f"m{number}",
        "message": {"runs": [{"text": text}]},
        "authorName": {"simpleText": "@anna"},
        "authorExternalChannelId": "UC-anna",
        "authorBadges": [badge] if icon else [],
        "timestampUsec": str(1_795_197_600_000_000 + number * 1_000_000),
    }
    return {"clickTrackingParams": "x", "addChatItemAction": {"item": {kind: said}, "clientId": "y"}}


def youtube_line(at: object, *actions: object) -> str:
    return json.dumps({"replayChatItemAction": {"actions": list(actions), "videoOffsetTimeMsec": at}}) + "\n"


def write(folder: Path, text: str | bytes, name: str = "chat.json") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def opened(folder: Path, text: str | bytes, name: str = "chat.json") -> Recording:
    return open_recording(write(folder, text, name))


def read(recording: Recording) -> tuple[list[RecordedMessage], list[BrokenLine]]:
    entries = list(recording.messages())
    messages = [entry for entry in entries if isinstance(entry, RecordedMessage)]
    return messages, [entry for entry in entries if isinstance(entry, BrokenLine)]
