"""From what a person typed or picked to a handler's typed arguments; each refusal says what was expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.community.people import People
from bot.core.signatures import Parameter
from bot.errors import UserError
from bot.model.identity import Community, Member
from bot.model.messages import OptionKind
from bot.storage.work import Work
from bot.text.times import parse_moment

_YES = {"yes", "y", "true", "on", "1", "ano", "jo", "a", "zapnout"}
_NO = {"no", "n", "false", "off", "0", "ne", "vypnout"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to understand an argument: who speaks, where, and when."""

    work: Work
    community: Community
    member: Member
    now: datetime


async def from_words(parameters: Sequence[Parameter], words: str, reading: Reading) -> dict[str, Any]:
    """Arguments from a typed line, such as "tomorrow 18:30" or '"a b" 3'. Raises UserError naming what is wrong."""
    given: dict[str, str] = {}
    rest = words.strip()
    for place, parameter in enumerate(parameters):
        last = place == len(parameters) - 1
        if (
            parameter.kind is OptionKind.REST
            or (last and parameter.kind in (OptionKind.TEXT, OptionKind.MOMENT))
            or (parameter.kind is OptionKind.MEMBER and last)
        ):
            text, rest = rest, ""
        else:
            text, rest = await _next(parameter, rest, reading, last=last)
        if text:
            given[parameter.name] = text
    if rest:
        raise UserError("option-too-many", rest=rest)
    return await from_options(parameters, given, reading)


async def from_options(parameters: Sequence[Parameter], given: Mapping[str, str], reading: Reading) -> dict[str, Any]:
    """Arguments from options by name, each as text. Raises UserError for a missing or wrong one."""
    arguments = {}
    for parameter in parameters:
        text = given.get(parameter.name, given.get(parameter.shown, ""))
        if text:
            arguments[parameter.name] = await _value(parameter, _unquoted(text), reading)
        elif parameter.required:
            raise UserError("option-missing", option=parameter.shown)
        else:
            arguments[parameter.name] = parameter.default
    return arguments


async def _next(parameter: Parameter, rest: str, reading: Reading, *, last: bool) -> tuple[str, str]:
    """The first word of `rest` (or what stands in quotes), and what remains; a moment may take several words."""
    if not rest:
        return "", ""
    if parameter.kind is OptionKind.MOMENT:
        words = rest.split(" ")
        for count in range(min(4, len(words)), 0, -1):
            text = " ".join(words[:count])
            if parse_moment(text, reading.member.language, reading.member.zone, reading.now):
                return text, " ".join(words[count:]).strip()
    if rest[0] in "\"'„“":
        closing = {'"': '"', "'": "'", "„": "“", "“": "”"}[rest[0]]
        end = rest.find(closing, 1)
        if end > 0:
            return rest[1:end], rest[end + 1 :].strip()
    word, _, remainder = rest.partition(" ")
    if not parameter.required and not last and _is_for_another(parameter, word):
        return "", rest
    return word, remainder.strip()


def _is_for_another(parameter: Parameter, word: str) -> bool:
    """Whether the word cannot be meant for this option, which may be left out."""
    match parameter.kind:
        case OptionKind.CHOICE:
            return word.lower() not in parameter.choices
        case OptionKind.WHOLE:
            return not word.lstrip("+-").isdecimal()
        case _:
            return False


async def _value(parameter: Parameter, text: str, reading: Reading) -> Any:
    match parameter.kind:
        case OptionKind.WHOLE | OptionKind.NUMBER:
            return _number(parameter, text)
        case OptionKind.YES_NO:
            return _yes_no(parameter, text)
        case OptionKind.CHOICE:
            return _choice(parameter, text)
        case OptionKind.MEMBER:
            return await People(reading.work).find(reading.community, text)
        case OptionKind.MOMENT:
            moment = parse_moment(text, reading.member.language, reading.member.zone, reading.now)
            if moment is None:
                raise UserError("option-moment", option=parameter.shown, given=text)
            return moment
        case _:
            return text


def _number(parameter: Parameter, text: str) -> int | float:
    try:
        return int(text) if parameter.kind is OptionKind.WHOLE else float(text.replace(",", "."))
    except ValueError:
        raise UserError("option-number", option=parameter.shown, given=text) from None


def _yes_no(parameter: Parameter, text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise UserError("option-yes-no", option=parameter.shown, given=text)


def _choice(parameter: Parameter, text: str) -> Any:
    found = next((choice for choice in parameter.choices if choice.lower() == text.lower()), None)
    if found is None:
        raise UserError("option-choice", option=parameter.shown, given=text, choices=", ".join(parameter.choices))
    return parameter.choice_type(found) if parameter.choice_type else found


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
