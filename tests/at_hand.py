"""What lies beside the checkout and not on every machine: a test that needs it says so where it is missing."""

from pathlib import Path

import pytest

from tests.sources.recordings import SAMPLE

_SHARED = Path(__file__).parents[2] / "shared"
REAL_CHAT = _SHARED / "data" / "stream-chat.json"
DISCORDS_HTTP = _SHARED / "specs" / "discord-openapi.json"
TELEGRAMS_BOT_API = _SHARED / "specs" / "telegram-bot-api.json"


def needs(file: Path) -> pytest.MarkDecorator:
    """Skips a test where the file is not, and says which one."""
    where = Path("..", *file.parts[-3:])
    return pytest.mark.skipif(not file.exists(), reason=f"needs {where}, which is not on this machine")


RECORDED = (SAMPLE, pytest.param(REAL_CHAT, marks=needs(REAL_CHAT)))
"""Recorded chats: the demo's, and a real one of several hundred people."""
