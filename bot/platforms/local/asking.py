"""Answers: what a typed line means as the value of a form's field."""

import re
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from bot.model.messages import NO, YES, Choice, Field, FieldKind
from bot.model.uploads import Upload
from bot.platforms.local.records import FILE, PLATFORM
from bot.text.yes_no import parse_yes_no

KEEP = "-"
CANCEL = "!"
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


class Value(Struct, frozen=True):
    """What comes back under the field's name."""

    text: str


class Retry(Struct, frozen=True):
    """The line does not fit; `key` names the text that says what would."""

    key: str


def read_answer(field: Field, line: str) -> Value | Retry:
    """The value that `line` gives `field`; an empty line, or "-", keeps what stands there.

    Choices come back as their values (several joined by commas), yes and no as "yes" and "no", numbers with a point.
    """
    typed = line.strip()
    if typed in ("", KEEP):
        return Retry("local-form-needed") if field.required and not field.value else Value(field.value)
    match field.kind:
        case FieldKind.NUMBER:
            return _number(typed)
        case FieldKind.YES_NO:
            return _yes_no(typed)
        case FieldKind.CHOICE:
            picked = _pick(field, typed)
            return Value(picked.value) if picked else Retry("local-form-choice")
        case FieldKind.CHOICES:
            return _several(field, typed)
        case FieldKind.FILE:
            return Value(_file(typed).value)
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            return Value(typed)


def _file(typed: str) -> Upload:
    """The file on this machine that is called so; else what is typed is what stands in it."""
    with suppress(OSError, ValueError, RuntimeError):
        path = Path(typed.strip("\"'")).expanduser()
        if path.is_file():
            return Upload(PLATFORM, f"{FILE}{path.absolute()}", path.stat().st_size, path.name)
    return Upload(PLATFORM, typed, len(typed.encode()), "typed.txt")


def _number(typed: str) -> Value | Retry:
    return Value(typed.replace(",", ".")) if _NUMBER.fullmatch(typed) else Retry("local-form-number")


def _yes_no(typed: str) -> Value | Retry:
    said = parse_yes_no(typed)
    return Retry("local-form-yes-no") if said is None else Value(YES if said else NO)


def _several(field: Field, typed: str) -> Value | Retry:
    picked = [_pick(field, part.strip()) for part in typed.split(",") if part.strip()]
    if not picked or None in picked:
        return Retry("local-form-choices")
    values = [choice.value for choice in picked if choice]
    return Value(",".join(dict.fromkeys(values)))


def _pick(field: Field, typed: str) -> Choice | None:
    """The choice called `typed`; its label goes before its number, since a label may be a number itself."""
    called = next((choice for choice in field.choices if choice.label.casefold() == typed.casefold()), None)
    if called:
        return called
    if typed.isdecimal() and 1 <= int(typed) <= len(field.choices):
        return field.choices[int(typed) - 1]
    return next((choice for choice in field.choices if choice.value == typed), None)
