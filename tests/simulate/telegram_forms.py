"""How somebody fills in a form on Telegram: question after question, by words and by buttons."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.model.messages import Field, FieldKind, Form, is_unkept
from bot.platforms.telegram.questions import DONE, KEEP, PRESS, SKIP, STOP, UNKEPT_PRESS, values_of

_NUMBER = re.compile(r"[+-]?\d+")
ANYTHING = "7"
STOPS = (STOP, UNKEPT_PRESS + STOP.removeprefix(PRESS))
"""One of these is below each question."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something somebody writes, or a button of the question that they press."""

    words: str = ""
    button: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """The way through a form, and what its fields will say in the end."""

    steps: tuple[Step, ...]
    answers: Mapping[str, str]


def way_through(form: Form, values: Mapping[str, str]) -> Filled:
    """What to do so that the form says `values`, as far as the questions take them."""
    steps, answers = [], {}
    for field in form.fields:
        way, answer = _answered(field, values.get(field.name))
        steps += way
        answers[field.name] = answer
    return Filled(tuple(_unkept(step) if is_unkept(form.token) else step for step in steps), answers)


def _unkept(step: Step) -> Step:
    """The same where nobody stores what is pressed."""
    return replace(step, button=UNKEPT_PRESS + step.button.removeprefix(PRESS)) if step.button else step


def _answered(field: Field, wanted: str | None) -> tuple[list[Step], str]:
    choices = values_of(field)
    if field.kind is FieldKind.CHOICES:
        return _ticked(field, choices, wanted)
    if choices:
        value = next((each for each in (wanted, field.value) if each in choices), choices[0])
        return [Step(button=f"form:pick:{choices.index(value)}")], value
    return _written(field, wanted)


def _ticked(field: Field, choices: tuple[str, ...], wanted: str | None) -> tuple[list[Step], str]:
    standing = {each for each in field.value.split(",") if each in choices}
    aim = standing if wanted is None else {wanted} & set(choices)
    aim = aim or ({choices[0]} if field.required else set())
    ticks = [Step(button=f"form:pick:{choices.index(each)}") for each in choices if each in aim ^ standing]
    return [*ticks, Step(button=DONE)], ",".join(each for each in choices if each in aim)


def _written(field: Field, wanted: str | None) -> tuple[list[Step], str]:
    if field.kind is FieldKind.FILE:
        return [Step(button=SKIP)], ""
    text = (wanted or "").strip()
    if wanted is None and field.value:
        return [Step(button=KEEP)], field.value
    if not text and not field.required:
        return [Step(button=SKIP)], ""
    if not text or (field.kind is FieldKind.NUMBER and not _NUMBER.fullmatch(text)):
        text = ANYTHING
    return [Step(words=text)], text
