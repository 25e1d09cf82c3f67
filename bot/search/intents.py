"""What somebody wants to know, told from what is named together: read from `meanings/intents.txt`."""

from collections.abc import Sequence, Set
from functools import cache
from importlib.resources import files

from msgspec import Struct


class Rule(Struct, frozen=True):
    """One way to want it: each of `named` is met by any of its meanings, and none of `without` is there."""

    intent: str
    named: tuple[frozenset[str], ...]
    without: frozenset[str]


def intents_of(meanings: Set[str]) -> dict[str, int]:
    """What is wanted, and by how many meanings each is told; not what is less so than another by the same ones."""
    met: dict[str, tuple[int, set[str]]] = {}
    for rule in _by_meaning(meanings):
        if rule.without & meanings or not all(one & meanings for one in rule.named):
            continue
        told = {meaning for one in rule.named for meaning in one & meanings}
        if rule.intent not in met or len(rule.named) > met[rule.intent][0]:
            met[rule.intent] = len(rule.named), told
    return {
        intent: many
        for intent, (many, told) in met.items()
        if not any(other > many and told < more for other, more in met.values())
    }


def _by_meaning(meanings: Set[str]) -> Sequence[Rule]:
    firsts = _firsts()
    return list({id(rule): rule for meaning in meanings for rule in firsts.get(meaning, ())}.values())


@cache
def _firsts() -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules():
        for meaning in rule.named[0]:
            found.setdefault(meaning, []).append(rule)
    return found


@cache
def rules() -> Sequence[Rule]:
    """All there are."""
    text = files("bot.search").joinpath("meanings", "intents.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [
        _rule(intent.strip(), way)
        for intent, _, ways in (line.partition(" = ") for line in lines)
        for way in ways.split("|")
    ]


def _rule(intent: str, way: str) -> Rule:
    named, *without = way.split(" - ")
    return Rule(
        intent,
        tuple(frozenset(one.strip().split("/")) for one in named.split("+")),
        frozenset(one.strip() for one in without),
    )
