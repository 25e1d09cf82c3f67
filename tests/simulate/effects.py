"""What a command or a button changes for the person who used it, in the simulation's own words.

Whoever adds a way for people to consent, stop or prefer adds a line here; what is not listed changes none of that.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from bot.model.identity import Purpose, Route
from plugins.passport._zones import zone_of
from tests.simulate.model import Standing

Effect = Callable[[Standing, Sequence[str], Mapping[str, str]], None]
"""Changes a person's standing; given a button's arguments and a form's answers."""

ZONES = ("Europe/Prague", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
"""The zones that people type; whatever else they type is none."""

_CLOCK = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d))?")


def _stop(person: Standing, _: Sequence[str], __: Mapping[str, str]) -> None:
    person.stopped = True


def _resume(person: Standing, _: Sequence[str], __: Mapping[str, str]) -> None:
    person.stopped = False


def _agree(person: Standing, _: Sequence[str], __: Mapping[str, str]) -> None:
    person.allowed.add(Purpose.SERVICE)
    person.stopped = False


def _disagree(person: Standing, _: Sequence[str], __: Mapping[str, str]) -> None:
    person.allowed.discard(Purpose.SERVICE)


def _consent(person: Standing, words: Sequence[str], _: Mapping[str, str]) -> None:
    if words[1] == "on":
        person.allowed.add(Purpose(words[0]))
        person.stopped = False
    else:
        person.allowed.discard(Purpose(words[0]))
        person.ways = {(purpose, route) for purpose, route in person.ways if purpose != words[0]}
    if list(words[2:]) == ["on"]:
        person.stopped = True


def _way(person: Standing, words: Sequence[str], _: Mapping[str, str]) -> None:
    way = Purpose(words[0]), Route(words[1])
    if words[2] == "on":
        person.ways.add(way)
        person.stopped = False
    else:
        person.ways.discard(way)
    if list(words[3:]) == ["on"]:
        person.stopped = True


def _often(person: Standing, words: Sequence[str], _: Mapping[str, str]) -> None:
    person.per_day = 1 if words[0] == "on" else None


def _quiet(person: Standing, words: Sequence[str], _: Mapping[str, str]) -> None:
    person.quiet = (int(words[0]), int(words[1]))


def _quiet_typed(person: Standing, _: Sequence[str], answers: Mapping[str, str]) -> None:
    if answers["from"] == "off":
        person.quiet = (0, 0)
        return
    ends = [_CLOCK.fullmatch(answers[name]) for name in ("from", "until")]
    minutes = [int(end[1]) * 60 + int(end[2] or 0) for end in ends if end]
    if len(set(minutes)) == 2:
        person.quiet = (minutes[0], minutes[1])


def _zone(person: Standing, words: Sequence[str], _: Mapping[str, str]) -> None:
    person.zone = None if words[0] == "none" else zone_of(words[0])


def _zone_typed(person: Standing, _: Sequence[str], answers: Mapping[str, str]) -> None:
    if answers["zone"] in ZONES:
        person.zone = answers["zone"]


OF_COMMANDS: Mapping[str, Effect] = MappingProxyType({"stop": _stop, "resume": _resume})

OF_ACTIONS: Mapping[str, Effect] = MappingProxyType(
    {
        "passport.stop": _stop,
        "passport.resume": _resume,
        "passport.consent": _consent,
        "passport.way": _way,
        "passport.often": _often,
        "passport.quiet": _quiet,
        "passport.quiet_given": _quiet_typed,
        "passport.zone": _zone,
        "passport.zone_given": _zone_typed,
        "streams.write_after": _agree,
        "streams.write_not": _disagree,
    }
)
