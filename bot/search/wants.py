"""What somebody wants to know, told from how people ask: by the many ways to put it in `meanings/asked.*.txt`.

Naive Bayes: what a word, a pair of words or a meaning speaks for is counted in the ways to ask, when the first question
comes. Nothing is trained beforehand, and nothing is kept.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from bot.search.units import Said, said

SPOKEN, PAIR, PIECE, MEANT, BESIDE = 0.4, 0.5, 0.3, 1.1, 0.6
"""What a word as spoken counts beside its stem, then two in a row, pieces of it, a meaning, and one said beside."""

PIECE_LENGTH: Final = 4
UNSEEN: Final = 0.01
"""What counts as said of something that no way to ask says."""

SHARP: Final = 1.3
"""How much what speaks most counts over what speaks less."""

LEAST: Final = 0.02
PART: Final = 0.12
"""A heading may ask two things: what is so likely beside the likeliest is wanted as well."""

Shares = Mapping[str, float]


class Wanted(Struct, frozen=True):
    """How likely each thing is what a text wants: by all it says, by its words alone and by their meanings alone."""

    shares: Shares
    by_words: Shares
    by_meanings: Shares


class Asking(Struct, frozen=True):
    """Of each feature of a text: how much it tells, and what it speaks for; and what speaks for each thing unsaid."""

    tells: Mapping[str, float]
    speaks: Mapping[str, Shares]
    unsaid: Shares
    words: frozenset[str]

    def wanted(self, text: Said) -> Wanted:
        """What a text wants, in three views: where they agree it is surer."""
        features = features_of(text)
        meant = {one: value for one, value in features.items() if one[0] == "<"}
        words = {one: value for one, value in features.items() if one[0] != "<"}
        return Wanted(*(self._shares(view) for view in (features, words, meant)))

    def said_by(self, text: Said) -> Shares:
        """What a text that says more than a question speaks of."""
        return self._shares(features_of(text))

    def meant(self, text: Said) -> Shares:
        """What a text answers, as its heading says: each thing fully that it asks for."""
        found = self._shares(features_of(text))
        most = max(found.values(), default=1.0)
        return {want: share / most for want, share in found.items() if share > PART * most}

    def _shares(self, features: Shares) -> Shares:
        told = _told(features, self.tells)
        if not told:
            return {}
        whole = sum(told.values())
        scores = {want: unsaid * whole for want, unsaid in self.unsaid.items()}
        for one, value in told.items():
            for want, speaks in self.speaks[one].items():
                scores[want] += value * speaks
        top = max(scores.values())
        shares = {want: math.exp(SHARP * (score - top)) for want, score in scores.items()}
        total = sum(shares.values())
        return {want: share / total for want, share in shares.items() if share > LEAST * total}


def features_of(text: Said) -> dict[str, float]:
    """What a text is compared by: its words, stems, pairs and pieces of words and what it means; what each counts."""
    found: dict[str, float] = {}
    for unit in text.units:
        for stem in unit.stems:
            found[f"={stem}"] = 1 / math.sqrt(len(unit.stems))
    for word in text.spoken:
        found[f"'{word}"] = SPOKEN
        if len(word) > PIECE_LENGTH:
            many = len(word) - PIECE_LENGTH + 1
            found.update({f"#{word[at : at + PIECE_LENGTH]}": PIECE / math.sqrt(many) for at in range(many)})
    found.update({" ".join(two): PAIR for two in zip(("", *text.spoken), (*text.spoken, ""), strict=True)})
    found.update({f"<{meaning}": BESIDE if meaning[0] == "~" else MEANT for meaning in text.meanings})
    return found


@cache
def asking(language: str) -> Asking:
    """What speaks for what in a language; English for any that has no ways of its own. Meanings are of both."""
    own, other = ("cs", "en") if language == "cs" else ("en", "cs")
    ways = [(want, features_of(way)) for want, way in ways_to_ask(own)]
    for want, way in ways_to_ask(other):
        ways.append((want, {one: value for one, value in features_of(way).items() if one[0] == "<"}))
    tells = _tells(ways)
    counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    sizes: dict[str, float] = defaultdict(float)
    for want, features in ways:
        for one, value in _told(features, tells).items():
            counted[one][want] += value
            sizes[want] += value
    speaks = {one: _speaks(by_want) for one, by_want in counted.items()}
    slack = UNSEEN * len(tells)
    everything = sum(sizes.values()) + slack
    unsaid = {want: math.log((everything - size) / (size + slack)) for want, size in sizes.items()}
    words = frozenset(unit.folded for _, way in ways_to_ask(own) for unit in way.units if " " not in unit.folded)
    return Asking(tells, speaks, unsaid, words)


def _tells(ways: Iterable[tuple[str, Shares]]) -> Shares:
    having: dict[str, set[str]] = defaultdict(set)
    wants = set()
    for want, features in ways:
        wants.add(want)
        for one in features:
            having[one].add(want)
    return {one: math.log((len(wants) + 1) / len(there)) for one, there in having.items()}


def _told(features: Shares, tells: Shares) -> dict[str, float]:
    """The features that are known, by what they tell; a long text tells no more than a short one."""
    known = {one: share * tells[one] for one, share in features.items() if one in tells}
    length = math.sqrt(sum(value * value for value in known.values())) or 1.0
    return {one: value / length for one, value in known.items()}


def _speaks(by_want: Shares) -> dict[str, float]:
    whole = sum(by_want.values()) + UNSEEN
    return {want: math.log((value + UNSEEN) / UNSEEN * whole / (whole - value)) for want, value in by_want.items()}


@cache
def ways_to_ask(language: str) -> list[tuple[str, Said]]:
    """Every way to ask in that language, "cs" or "en", and for what it asks."""
    text = files("bot.search").joinpath("meanings", f"asked.{language}.txt").read_text("utf-8")
    lines = [line.partition(":") for line in text.splitlines() if line and not line.startswith("#")]
    return [(want, said(way, language)) for want, _, ways in lines for way in ways.split(";")]
