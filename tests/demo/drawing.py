"""Messages drawn as text, as each network shows them.

A bar stands beside Discord's card, its colour on top; Telegram's text is HTML. Buttons stand in their rows:
`[plain]`, `[*main*]`, `[!danger!]`, `[link ->]`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.platforms.discord.look import COLOURS
from tests.platforms.telegram.records import Posted

_CARD, _ROW, _TEXT, _LABEL = 17, 1, 10, 18  # Discord's component types
_STYLES: Mapping[object, str] = {1: "*", 4: "!", "primary": "*", "danger": "!"}
_NAMES = {colour: accent.value for accent, colour in reversed(COLOURS.items())}  # a warning has the colour of "live"


def drawn_card(components: Sequence[Any]) -> str:
    """A message on Discord, from its components."""
    return "\n".join(_card(components))


def _card(components: Sequence[Any]) -> Iterator[str]:
    for part in components:
        if part["type"] == _CARD:
            yield f"▌ ({_NAMES[part['accent_color']]})"
            yield from ("▌ " + line if line else "▌" for line in _card(part["components"]))
        elif part["type"] == _TEXT:
            yield from part["content"].split("\n")
        elif part["type"] == _ROW:
            yield _row((one["label"], one["style"], one.get("url")) for one in part["components"])


def drawn_modal(modal: Any) -> str:
    """A form on Discord: its title, then each question with its explanation and what stands in it."""
    lines = [f"= {modal['title']} ="]
    for part in modal["components"]:
        assert part["type"] == _LABEL
        field = part["component"]
        options = " ".join(f"({option['label']})" for option in field.get("options", ()))
        lines += [part["label"], *filter(None, [part.get("description")]), f"  > {options or field.get('value') or ''}"]
    return "\n".join(line.rstrip() for line in lines)


def drawn_posted(posted: Posted) -> str:
    """A message on Telegram, as the bot sent it."""
    rows = [_row((one["text"], one.get("style"), one.get("url")) for one in row) for row in posted.keyboard]
    return "\n".join([posted.markup, *rows])


def _row(buttons: Iterator[tuple[str, object, str | None]]) -> str:
    return " ".join(f"[{label} ->]" if url else f"[{_marked(label, style)}]" for label, style, url in buttons)


def _marked(label: str, style: object) -> str:
    return f"{_STYLES.get(style, '')}{label}{_STYLES.get(style, '')}"
