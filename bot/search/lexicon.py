"""What words and turns of phrase mean, whichever community it is: read from `meanings/*.txt`.

A line there is a meaning: its name, after a colon its English words, after a bar its Czech ones. An underscore joins
the words of a phrase, `~` in it stands for up to three words, a star at an end for any ending. `>` names a broader
meaning; a name that begins with `~` is something said beside, which tells little of what is asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from bot.search.words import stems_of
from bot.text.folding import folded

GAP: Final = 3
SHORTEST_STUB: Final = 2
SHORTEST_SPELT: Final = 5
FILES: Final = ("asking", "shop", "stream", "community", "craft", "everyday")

Phrase = tuple[tuple[str, ...], str]


class Met(Struct, frozen=True):
    """A meaning that was met: its name and the places of the words that say it."""

    meaning: str
    places: tuple[int, ...]


class Lexicon(Struct, frozen=True):
    """The meanings of one language."""

    words: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    stubs: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Sequence[Phrase]]
    broader: Mapping[str, str]
    spelling: frozenset[str]

    def of_word(self, word: str, stems: frozenset[str]) -> frozenset[str]:
        """What one word means by itself."""
        if found := self.words.get(word):
            return found
        for end in range(len(word), SHORTEST_STUB - 1, -1):
            if found := self.stubs.get(word[:end]):
                return found
        return frozenset().union(*(self.stems.get(stem, ()) for stem in stems))

    def of_phrases(self, words: Sequence[str]) -> Sequence[Met]:
        """The phrases among some words; none that is only a part of a longer one."""
        met = [found for at in range(len(words)) for found in self._from(words, at)]
        wholes = [set(one.places) for one in met]
        return [one for one in met if not any(whole > set(one.places) for whole in wholes)]

    def _from(self, words: Sequence[str], at: int) -> Iterator[Met]:
        first = words[at]
        for end in (0, *range(SHORTEST_STUB, len(first) + 1)):
            key = f"{first[:end]}*" if end else first
            if key in self.phrases:
                for rest, meaning in self.phrases[key]:
                    if (places := _follows(words, at + 1, rest)) is not None:
                        yield Met(meaning, (at, *places))


def _follows(words: Sequence[str], at: int, rest: Sequence[str]) -> tuple[int, ...] | None:
    if not rest:
        return ()
    if rest[0] == "~":
        tries = (_follows(words, at + skipped, rest[1:]) for skipped in range(GAP + 1))
        return next((found for found in tries if found is not None), None)
    if at >= len(words) or not _is(words[at], rest[0]):
        return None
    following = _follows(words, at + 1, rest[1:])
    return None if following is None else (at, *following)


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def lexicon(language: str) -> Lexicon:
    """The meanings of a language; English ones for any that has none of its own."""
    language = "cs" if language == "cs" else "en"
    words, stems, stubs = (defaultdict[str, set[str]](set) for _ in range(3))
    phrases, broader, spelling = defaultdict[str, list[Phrase]](list), dict[str, str](), set[str]()
    for name, parent, said in meanings_in(language):
        if parent:
            broader[name] = parent
        for one in said:
            first, *rest = one.split("_")
            spelling.update(part for part in (first, *rest) if not part.endswith("*") and len(part) >= SHORTEST_SPELT)
            if rest and any(rest):
                phrases[first].append((tuple(filter(None, rest)), name))
            elif first.endswith("*"):
                stubs[first[:-1]].add(name)
                spelling.add(first[:-1])
            else:
                words[first].add(name)
                for stem in stems_of(first, language):
                    stems[stem].add(name)
    return Lexicon(
        words=_frozen(words),
        stems=_frozen(stems),
        stubs=_frozen(stubs),
        phrases=dict(phrases),
        broader=broader,
        spelling=frozenset(one for one in spelling if len(one) >= SHORTEST_SPELT),
    )


def _frozen(found: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(names) for key, names in found.items()}


def meanings_in(language: str) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Each meaning: its name, the broader one if there is one, and its words and phrases in a language."""
    for name in FILES:
        text = files("bot.search").joinpath("meanings", f"{name}.txt").read_text("utf-8")
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        for line in "\n".join(lines).replace("\n ", " ").splitlines():
            head, _, said = line.partition(":")
            meaning, _, parent = head.partition(">")
            english, _, czech = said.partition("|")
            yield meaning.strip(), parent.strip(), folded(czech if language == "cs" else english).split()
