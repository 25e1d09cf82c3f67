"""From what a person typed or picked to a handler's typed arguments; each refusal says what was expected."""

import math
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, field

from bot.community.people import People
from bot.core.signatures import Parameter, Within
from bot.errors import UserError
from bot.model.identity import Community, Member
from bot.model.messages import OptionKind
from bot.storage.work import Work
from bot.text.folding import folded
from bot.text.markup import echoed
from bot.text.times import parse_moment
from bot.text.yes_no import parse_yes_no

_CLOSING = {'"': '"', "'": "'", "„": "“”", "“": "”", "‚": "‘’", "‘": "’", "»": "«", "«": "»"}
_TO_THE_END = (OptionKind.TEXT, OptionKind.MOMENT, OptionKind.MEMBER, OptionKind.CHOICE)  # where they come last
_LARGEST = 2**53  # what every platform and database can hold exactly
_WORDS_OF_A_MOMENT = 8  # "on 24. December 2026 at 18:00", "in 1 day 2 h 30 min"


Meet = Callable[[str], Awaitable[Member | None]]
"""Finds somebody of whom nothing was heard yet by "platform:id", as a network's own list of people hands them over."""


class Reading(Struct, frozen=True):
    """What is needed to understand an argument: who speaks, where, and when."""

    work: Work
    community: Community
    member: Member
    now: datetime
    words: Mapping[str, str] = field(default_factory=dict)  # by an option's name: what the reader calls it
    choices: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)  # likewise: its choices
    usage: str = ""  # how the whole is typed, where it is
    meet: Meet | None = None

    def called(self, parameter: Parameter) -> str:
        """What the reader calls an option."""
        return self.words.get(parameter.name, parameter.shown)

    def choice_called(self, parameter: Parameter, text: str) -> str | None:
        """The choice that is meant, by its own name or what the reader calls it; None when it is none."""
        called, wanted = self.choices.get(parameter.name, {}), folded(text)
        by_name = (choice for choice in parameter.choices if folded(choice) == wanted)
        by_word = (choice for choice, words in called.items() if wanted in map(folded, words))
        return next(by_word, next(by_name, None))


async def from_words(parameters: Sequence[Parameter], words: str, reading: Reading) -> dict[str, Any]:
    """Arguments from a typed line, such as "tomorrow 18:30" or '"a b" 3'. Raises UserError naming what is wrong."""
    given: dict[str, str] = {}
    rest = words.strip()
    for place, parameter in enumerate(parameters):
        last = place == len(parameters) - 1
        if parameter.kind is OptionKind.REST or (last and parameter.kind in _TO_THE_END):
            text, rest = _unquoted(rest), ""
        elif (behind := _before_a_choice(parameters[place:], rest, reading)) is not None:
            text, rest = behind
        else:
            text, rest = await _next(parameter, rest, reading, last=last)
        if text:
            given[_meant(parameters, parameter, text, given, reading)] = text
    if rest:
        raise UserError("option-too-many", rest=echoed(rest))
    return await from_options(parameters, given, reading)


def _before_a_choice(parameters: Sequence[Parameter], rest: str, reading: Reading) -> tuple[str, str] | None:
    """A text of several words without quotes, where only a choice can follow, and that choice. None: it is not so."""
    match parameters:
        case [Parameter(kind=OptionKind.TEXT), Parameter(kind=OptionKind.CHOICE, required=False) as choice]:
            if _closed(rest) or len(words := rest.split()) < 2:
                return None
            for place in range(1, len(words)):
                if reading.choice_called(choice, said := " ".join(words[place:])) is not None:
                    return " ".join(words[:place]), said
            return rest, ""
        case _:
            return None


def _meant(
    parameters: Sequence[Parameter], parameter: Parameter, text: str, given: Mapping[str, str], reading: Reading
) -> str:
    """Which option is wrong where a word fits neither this last choice nor one before it that could be left out."""
    if parameter.kind is not OptionKind.CHOICE or reading.choice_called(parameter, text) is not None:
        return parameter.name
    choices = [one.name for one in parameters if one.kind is OptionKind.CHOICE and one.name not in given]
    return choices[0]


async def from_options(parameters: Sequence[Parameter], given: Mapping[str, str], reading: Reading) -> dict[str, Any]:
    """Arguments from options by name, each as text. Raises UserError for a missing or wrong one."""
    arguments = {}
    for parameter in parameters:
        text = given.get(parameter.name, given.get(parameter.shown, ""))
        if text:
            arguments[parameter.name] = await _value(parameter, text, reading)
        elif parameter.required:
            raise UserError(
                "option-missing", option=reading.called(parameter), usage=reading.usage, typed=bool(reading.usage)
            )
        else:
            arguments[parameter.name] = parameter.default
    return arguments


async def _next(parameter: Parameter, rest: str, reading: Reading, *, last: bool) -> tuple[str, str]:
    """The first word of `rest` (or what stands in quotes), and what remains; a moment may take several words."""
    if not rest:
        return "", ""
    if parameter.kind is OptionKind.MOMENT:
        ends = [word.end() for word in re.finditer(r"\S+", rest)][:_WORDS_OF_A_MOMENT]
        for end in reversed(ends):
            if parse_moment(rest[:end], reading.member.language, reading.member.zone, reading.now):
                return rest[:end], rest[end:].strip()
    if (end := _closed(rest)) > 0:
        return rest[1:end], rest[end + 1 :].strip()
    word, *remainder = rest.split(maxsplit=1)
    if not parameter.required and not last and _is_for_another(parameter, word, reading):
        return "", rest
    return word, "".join(remainder)


def _is_for_another(parameter: Parameter, word: str, reading: Reading) -> bool:
    """Whether the word cannot be meant for this option, which may be left out."""
    match parameter.kind:
        case OptionKind.CHOICE:
            return reading.choice_called(parameter, word) is None
        case OptionKind.WHOLE:
            return not word.lstrip("+-").isdecimal()
        case OptionKind.NUMBER:
            return not word.lstrip("+-").replace(",", ".").replace(".", "", 1).isdecimal()
        case OptionKind.YES_NO:
            return parse_yes_no(word) is None
        case _:
            return False


async def _value(parameter: Parameter, text: str, reading: Reading) -> Any:
    match parameter.kind:
        case OptionKind.WHOLE | OptionKind.NUMBER:
            return _number(parameter, text, reading)
        case OptionKind.YES_NO:
            return _yes_no(parameter, text, reading)
        case OptionKind.CHOICE:
            return _choice(parameter, text, reading)
        case OptionKind.MEMBER:
            return await _member(text, reading)
        case OptionKind.MOMENT:
            moment = parse_moment(text, reading.member.language, reading.member.zone, reading.now)
            if moment is None:
                raise UserError("option-moment", given=echoed(text))
            return moment
        case _:
            return text


async def _member(text: str, reading: Reading) -> Member:
    try:
        return await People(reading.work).find(reading.community, text)
    except UserError as refusal:
        if refusal.key != "member-unknown" or reading.meet is None:
            raise
        if (member := await reading.meet(text)) is None:
            raise
        return member


def _number(parameter: Parameter, text: str, reading: Reading) -> int | float:
    try:
        number = int(text) if parameter.kind is OptionKind.WHOLE else float(text.replace(",", "."))
    except ValueError:
        number = math.inf
    within = parameter.within or Within(-_LARGEST, _LARGEST)
    if within.low <= number <= within.high:
        return number
    bounded = parameter.within is not None
    raise UserError(
        "option-number",
        option=reading.called(parameter),
        given=echoed(text),
        whole=parameter.kind is OptionKind.WHOLE,
        bounded=bounded,
        low=within.low if bounded else 0,
        high=within.high if bounded else 0,
    )


def _yes_no(parameter: Parameter, text: str, reading: Reading) -> bool:
    if (said := parse_yes_no(text)) is not None:
        return said
    raise UserError("option-yes-no", option=reading.called(parameter), given=echoed(text))


def _choice(parameter: Parameter, text: str, reading: Reading) -> Any:
    found = reading.choice_called(parameter, text)
    if found is None:
        called = reading.choices.get(parameter.name, {})
        choices = ", ".join(called[choice][0] if choice in called else choice for choice in parameter.choices)
        given = echoed(text)
        raise UserError("option-choice", option=reading.called(parameter), given=given, choices=choices)
    if parameter.choice_type is None:
        return found
    return next(member for member in parameter.choice_type if str(member.value) == found)


def _unquoted(text: str) -> str:
    """The text without the quotes round the whole of it; those inside stay."""
    return text[1:-1].strip() if 0 < _closed(text) == len(text) - 1 else text


def _closed(text: str) -> int:
    """Where the quotes end with which the text begins; 0 where it begins with none, or they do not end."""
    closing = _CLOSING.get(text[:1], "")
    return next((place for place, sign in enumerate(text) if place > 0 and sign in closing), 0)
