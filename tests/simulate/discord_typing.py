"""How people give commands and fill in forms on Discord: by options and controls that take what they take."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.model.messages import YES, CommandSpec, Field, FieldKind, Form, OptionKind, OptionSpec
from bot.platforms.discord.forms import FIELDS
from tests.simulate.network import NotPossibleError

_WORD = re.compile(r'"[^"]*"|\S+')
_YES, _NO = ("yes", "ano"), ("no", "ne")
ANYTHING = "7"


def options_of(command: CommandSpec, rest: str, person: Callable[[str], Any]) -> Mapping[str, Any]:
    """What somebody picks and types who means `rest`. Raises NotPossibleError for what no option takes."""
    words, options = _WORD.findall(rest), {}
    for place, option in enumerate(command.options):
        if not words:
            break
        takes_all = option.kind is OptionKind.REST or place == len(command.options) - 1
        count = len(words) if takes_all else 2 if option.kind is OptionKind.MOMENT else 1
        typed, words = " ".join(words[:count]), words[count:]
        options[option.name] = _picked(option, typed, person)
    if words:
        raise NotPossibleError("there is no option for that")
    return options


def _picked(option: OptionSpec, typed: str, person: Callable[[str], Any]) -> Any:
    match option.kind:
        case OptionKind.MEMBER:
            return person(typed.strip('"').removeprefix("@"))
        case OptionKind.WHOLE | OptionKind.NUMBER:
            if not re.fullmatch(r"-?\d+", typed):
                raise NotPossibleError("that is no number")
            return int(typed)
        case OptionKind.YES_NO:
            if typed not in (*_YES, *_NO):
                raise NotPossibleError("that is neither yes nor no")
            return typed in _YES
        case _:
            return typed


def controls_of(form: Form, values: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """What stands in each control when `values` are filled in, and what the bot then reads in each field."""
    controls, answers = {}, {}
    for field in form.fields[:FIELDS]:
        answer = _answer(field, values.get(field.name, field.value))
        answers[field.name] = answer
        controls[field.name] = _control(field, answer)
    return controls, answers


def _answer(field: Field, wanted: str) -> str:
    choices = [choice.value for choice in field.choices]
    match field.kind:
        case FieldKind.YES_NO:
            return wanted if wanted == YES else "no"
        case FieldKind.CHOICE:
            return next((each for each in (wanted, field.value) if each in choices), choices[0])
        case FieldKind.FILE:
            return ""
        case FieldKind.CHOICES:
            chosen = [each for each in wanted.split(",") if each in choices]
            return ",".join(chosen or choices[: field.required])
        case _:
            return wanted if wanted.strip() or not field.required else ANYTHING


def _control(field: Field, answer: str) -> bool | str | Sequence[str]:
    match field.kind:
        case FieldKind.YES_NO:
            return answer == YES
        case FieldKind.CHOICE:
            return answer if 2 <= len(field.choices) <= 10 else [answer]
        case FieldKind.CHOICES | FieldKind.FILE:
            return [each for each in answer.split(",") if each]
        case _:
            return answer
