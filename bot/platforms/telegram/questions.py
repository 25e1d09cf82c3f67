"""A form's questions one by one: how each looks, and how what the person writes or presses becomes its value."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.model.messages import NO, YES, Action, ActionStyle, Field, FieldKind, Form, Markup, Message
from bot.text.markup import escape, plain, shortened
from bot.text.saying import Say

PRESS = "form:"
"""What the buttons of questions start with; no token of an action can, for it knows no colon."""
SKIP, KEEP, DONE, STOP = f"{PRESS}skip", f"{PRESS}keep", f"{PRESS}done", f"{PRESS}stop"
UNKEPT_PRESS = "Form:"
"""The same where nothing may be stored, with the capital of an unkept token: so it is told also after a restart."""
CANCEL = "/cancel"

_PICK = re.compile(re.escape(PRESS) + r"pick:(\d+)")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_LABEL = 40


class Wrong(Struct, frozen=True):
    """Why an answer does not do, as a key of `locales/`."""

    key: str


def picked(data: str) -> int | None:
    """Which choice a button's data stands for; None for the other buttons."""
    found = _PICK.fullmatch(data)
    return int(found.group(1)) if found else None


def values_of(field: Field) -> tuple[str, ...]:
    """The values that a field with buttons can have; empty when it is answered in words."""
    if field.kind is FieldKind.YES_NO:
        return (YES, NO)
    return tuple(choice.value for choice in field.choices)


def written(field: Field, text: str) -> str | Wrong:
    """The value that `text` gives to `field`."""
    text = text.strip()
    if field.kind is FieldKind.FILE:
        return Wrong("telegram-form-file")
    if field.kind is FieldKind.NUMBER:
        number = re.sub(r"\s", "", text).replace(",", ".")
        return number if _NUMBER.fullmatch(number) else Wrong("telegram-form-number")
    if not values_of(field):
        return text
    if field.kind is FieldKind.CHOICES:
        return Wrong("telegram-form-choose")
    named = {choice.label.casefold(): choice.value for choice in field.choices}
    named |= {value.casefold(): value for value in values_of(field)}
    return named.get(text.casefold(), Wrong("telegram-form-choose"))


def question(
    form: Form, index: int, chosen: Sequence[str], say: Say, language: str, *, resumed: bool = False
) -> Message:
    """The question about field `index`; `chosen` are the values that are ticked.

    What there is already stands in it where the button that keeps it cannot show all of it. As code, it is copied by a
    tap, so that nobody has to type anew what they want to change.
    """
    field = form.fields[index]
    lines = [f"<b>{escape(field.label)}</b>"]
    if index == 0 or resumed:
        lines.insert(0, f"{escape(form.title)}\n")
    if resumed:
        lines.insert(0, say("telegram-form-resumed", language, number=index + 1, total=len(form.fields)) + "\n")
    if field.help:
        lines.append(escape(field.help))
    if not values_of(field) and field.value != _kept(field):
        lines.append("\n" + say("telegram-form-now", language) + f"\n<code>{escape(field.value)}</code>")
    if index == 0:
        lines.append("\n" + say("telegram-form-way-out", language, command=CANCEL))
    return Message(Markup("\n".join(lines)), buttons(field, chosen, say, language))


def _kept(field: Field) -> str:
    """What there is already, as a button shows it."""
    return shortened(" ".join(field.value.split()), _LABEL)


def unkept(asked: Message) -> Message:
    """The question with buttons whose presses nobody stores."""
    rows = (
        tuple(replace(action, token=UNKEPT_PRESS + action.token.removeprefix(PRESS)) for action in row)
        for row in asked.actions
    )
    return replace(asked, actions=tuple(rows))


def buttons(field: Field, chosen: Sequence[str], say: Say, language: str) -> tuple[tuple[Action, ...], ...]:
    """The buttons under a question: its choices, then the ways past it."""
    labels = {choice.value: choice.label for choice in field.choices}
    if field.kind is FieldKind.YES_NO:
        labels = {YES: plain(say("telegram-form-yes", language)), NO: plain(say("telegram-form-no", language))}
    choices = tuple(
        Action(f"✓ {labels[value]}" if value in chosen else labels[value], f"{PRESS}pick:{number}")
        for number, value in enumerate(values_of(field))
    )
    past: list[Action] = []
    if field.kind is FieldKind.CHOICES:
        past.append(Action(plain(say("telegram-form-done", language)), DONE, ActionStyle.MAIN))
    elif field.value and not choices:
        kept = say("telegram-form-keep", language, value=_kept(field))
        past.append(Action(plain(kept), KEEP))
    if not field.required:
        past.append(Action(plain(say("telegram-form-skip", language)), SKIP, ActionStyle.QUIET))
    past.append(Action(plain(say("telegram-form-stop", language)), STOP, ActionStyle.QUIET))
    return tuple(row for row in (choices, tuple(past)) if row)
