"""Screens as committed texts, so that a change of wording or layout is seen in review."""

import os
from collections.abc import Iterable
from pathlib import Path

from bot.platforms.local.records import Shown
from bot.text.markup import plain

FOLDER = Path(__file__).parent


def screen(shown: Iterable[Shown]) -> str:
    """What a person sees: each message's text without its look, and its buttons in brackets."""
    parts = []
    for one in shown:
        rows = [" ".join(f"[{action.label}]" for action in row) for row in one.message.actions]
        parts.append("\n".join([plain(one.message.text), *rows]))
    return "\n\n".join(parts)


def matches(name: str, text: str) -> None:
    """Compare `text` with the file `name`.txt ("admin/help.en"); AFTERGLOW_SNAPSHOTS=write writes it instead."""
    file = FOLDER / f"{name}.txt"
    if os.environ.get("AFTERGLOW_SNAPSHOTS") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
    assert file.exists(), f"{file.name} is missing; AFTERGLOW_SNAPSHOTS=write writes it"
    assert text + "\n" == file.read_text(encoding="utf-8")
