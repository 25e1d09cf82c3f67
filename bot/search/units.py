"""A text as the search sees it: its telling words and turns of phrase, and what they mean."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Final

from msgspec import Struct

from bot.search.lexicon import Met, lexicon
from bot.search.words import Word, says_nothing, words_of

SHORTEST_FOREIGN: Final = 4
OTHER: Final[Mapping[str, str]] = {"cs": "en"}
"""The language whose words are mixed into another's; Czech ones into any but Czech."""

_TELL: Final = frozenset({"A_PRICE", "A_WEIGHT", "A_TEMPERATURE"})
"""Of the meanings that say what a question asks for: those that are also things."""


class Unit(Struct, frozen=True):
    """A word or a phrase: as it is without accents, its stems, what it means, and whether it is said beside."""

    folded: str
    stems: frozenset[str]
    meanings: frozenset[str]
    beside: bool = False


class Said(Struct, frozen=True):
    """What a text says: its telling units, everything that any of its words means, and all the words."""

    units: Sequence[Unit]
    meanings: frozenset[str]
    spoken: Sequence[str]


def said(text: str, language: str, mended: Callable[[Word], Word] | None = None, most: int = 10_000) -> Said:
    """What a text says, its misspelt words mended."""
    nothing = says_nothing(language)
    words = words_of(text, language)[:most]
    if mended:
        words = [word if word.folded in nothing else mended(word) for word in words]
    spoken = [word.folded for word in words]
    phrases = _phrases(spoken, language)
    covered = {place for met in phrases for place in met.places}
    found = _phrase_units(phrases, spoken)
    every = {met.meaning for met in phrases}
    for place, word in enumerate(words):
        meant = frozenset[str]() if place in covered else meanings_of(word, language)
        every.update(meant)
        if word.folded not in nothing and word.folded not in found:
            telling = frozenset(filter(tells, meant))
            found[word.folded] = Unit(word.folded, word.stems, telling, bool(meant) and not telling)
    every.update(lexicon(language).broader.get(meaning, meaning) for meaning in tuple(every))
    return Said(tuple(found.values()), frozenset(every), tuple(spoken))


def meanings_of(word: Word, language: str) -> frozenset[str]:
    """What a word means by itself; in the other language if this one has not got it, since people mix them."""
    found = lexicon(language).of_word(word.folded, word.stems)
    if found or len(word.folded) < SHORTEST_FOREIGN or word.folded in says_nothing(language):
        return found
    other = OTHER.get(language, "cs")
    again = next(iter(words_of(word.folded, other)), word)  # without accents and the like it may be several: ¼ is
    return lexicon(other).of_word(again.folded, again.stems)


def _phrases(spoken: Sequence[str], language: str) -> Sequence[Met]:
    own = lexicon(language).of_phrases(spoken)
    covered = {place for met in own for place in met.places}
    foreign = lexicon(OTHER.get(language, "cs")).of_phrases(spoken)
    return [*own, *(met for met in foreign if covered.isdisjoint(met.places))]


def _phrase_units(phrases: Sequence[Met], spoken: Sequence[str]) -> dict[str, Unit]:
    meant: dict[str, Set[str]] = {}
    for met in phrases:
        if tells(met.meaning):
            name = " ".join(spoken[place] for place in met.places)
            meant[name] = meant.get(name, frozenset()) | {met.meaning}
    return {name: Unit(name, frozenset(), frozenset(meanings)) for name, meanings in meant.items()}


def tells(meaning: str) -> bool:
    """Whether it tells what a text is about; neither what is said beside does, nor that something is asked for."""
    return meaning in _TELL or not meaning.startswith(("~", "A_"))
