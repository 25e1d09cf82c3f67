"""What texts are compared by: those that say the same are joined, and each comes to what its telling words mean."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from bot.search.fillers import says_little
from bot.search.lexicon import lexicon
from bot.search.themes import themes
from bot.search.units import meanings_of, tells
from bot.search.words import says_nothing, words_of

K = TypeVar("K", bound=Hashable)

SAME_FROM: Final = 90.0
"""So alike by letters two texts say the same (rapidfuzz, of 100)."""

MISSPELT_FROM: Final = 0.8
LONG_ENOUGH: Final = 5
"""Shorter words that differ by a letter mean other things."""

KNOWN: Final = 400
"""So many words of one first letter a slip is looked for among: of words that nobody else uses there is no end."""

MEANING, THEME = 0.75, 1.75
"""What words of one meaning, and of one theme, are worth beside words of one stem."""

SENTENCE: Final = 4
"""So many words tell something, however plain each of them is."""

LONGEST: Final = 80
"""So many words of a text are looked at."""

_NOT_SAID: Final = re.compile(r"https?://\S+|<[^<>\s]{1,80}>|(?<!\w)@\w+|:[a-z0-9_+-]{2,40}:", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")
_REPEATED: Final = re.compile(r"([^\W\d_])\1{2,}")


class Said(Struct, Generic[K], frozen=True):
    """A text, and what tells it from all others."""

    key: K
    text: str


class Piece(Struct, Generic[K]):
    """Texts that say the same, while they are compared.

    `terms`: its stems and meanings, and what each is worth; `typed`: by a term, the word as it was typed; `weights`: of
    its terms, as a vector of length 1.
    """

    keys: list[K]
    text: str
    words: Sequence[str]
    terms: Mapping[str, float]
    typed: Mapping[str, str]
    weights: Mapping[str, float]


def bare(text: str) -> str:
    """What somebody says: without addresses, names of people and little pictures, letters that go on and on cut."""
    return _REPEATED.sub(r"\1\1", _NOT_SAID.sub(" ", text))


def has_word(text: str, word: str, language: str) -> bool:
    """Whether a text has that word, in whatever form."""
    wanted = {stem for one in words_of(word, language) for stem in one.stems}
    return any(wanted & one.stems for one in words_of(bare(text), language))


# ---- who says the same ----


def joined(texts: Sequence[Said[K]], language: str) -> list[Piece[K]]:
    """The texts, those that say the same as one."""
    by_words: dict[tuple[str, ...], list[Said[K]]] = defaultdict(list)
    for one in texts:
        by_words[tuple(word.folded for word in words_of(bare(one.text), language)[:LONGEST])].append(one)
    order = sorted(by_words, key=lambda words: (-len(by_words[words]), words))
    spelling = _spelling(order, language)
    found: list[Piece[K]] = []
    for words, others in _nearly_same(order):
        said = [one for each in (words, *others) for one in by_words[each]]
        commonest = Counter(one.text for one in by_words[words]).most_common()
        text = min(commonest, key=lambda one: (-one[1], sum(map(str.isupper, one[0])), one[0]))[0]  # rather not shouted
        terms, typed = _terms(text, words, spelling, language)
        found.append(Piece([one.key for one in said], text, words, terms, typed, {}))
    return found


def _nearly_same(
    order: Sequence[tuple[str, ...]],
) -> Iterable[tuple[tuple[str, ...], Sequence[tuple[str, ...]]]]:
    """Each with those that are nearly it, which are none of another's."""
    from rapidfuzz import fuzz, process  # here: only who groups texts needs it

    lines = dict(enumerate(" ".join(words) for words in order))
    figures = [{word for word in words if any(map(str.isdecimal, word))} for words in order]
    while lines:
        first, line = next(iter(lines.items()))
        del lines[first]
        near = process.extract(line, lines, scorer=fuzz.ratio, score_cutoff=SAME_FROM, limit=None)
        same = sorted(number for _, _, number in near if figures[number] == figures[first])
        for number in same:
            del lines[number]
        yield order[first], [order[number] for number in same]


def _spelling(order: Iterable[Sequence[str]], language: str) -> Mapping[str, str]:
    """By a word that is rare here: the more frequent one that was probably meant, of the same first letter."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    times = Counter(word for words in order for word in words)
    begins: dict[str, list[str]] = defaultdict(list)
    for word in sorted(word for word in lexicon(language).spelling if len(word) > LONG_ENOUGH):
        begins[word[0]].append(word)
    found: dict[str, str] = {}
    nothing = says_nothing(language)
    for word in sorted(times, key=lambda one: (-times[one], one)):
        if len(word) < LONG_ENOUGH or not word.isalpha() or word in nothing:
            continue
        alike, known = OSA.normalized_similarity, begins[word[0]]
        near = process.extractOne(word, known, scorer=alike, score_cutoff=MISSPELT_FROM)
        if near is not None:
            found[word] = near[0]
        elif len(known) < KNOWN:
            known.append(word)
    return found


# ---- what a text is about ----


def _terms(
    text: str, words: Sequence[str], spelling: Mapping[str, str], language: str
) -> tuple[Mapping[str, float], Mapping[str, str]]:
    """What is told by the words: their stems, and what they mean; and how each is typed. Nothing for "what??"."""
    nothing, spelt = says_nothing(language), _WORD.findall(bare(text).replace("'", ""))
    telling = [number for number, word in enumerate(words) if word not in nothing and not says_little(word)]
    if not telling and len(words) >= SENTENCE:
        telling = list(range(len(words)))
    terms: dict[str, float] = {}
    typed: dict[str, str] = {}
    for number in telling:
        [word] = words_of(spelling.get(words[number], words[number]), language)[:1]
        found = {f"={one}": MEANING for one in sorted(filter(tells, meanings_of(word, language)))}
        found |= {f"#{one}": THEME for stem in word.stems for one in themes(language).get(stem, ())}
        found[min(word.stems, key=lambda one: (len(one), one))] = 1.0
        for term, worth in found.items():
            terms.setdefault(term, worth)
            typed.setdefault(term, spelt[number])
    return terms, typed
