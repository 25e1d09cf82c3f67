"""An index of texts in one language: made once, asked often, it names those that may answer and how sure that is."""

import math
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from bot.search.confidence import confidences
from bot.search.evidence import Asked, Question, Sought, evidence, grams
from bot.search.kinds import asked_for, had
from bot.search.thesaurus import meanings, thesaurus_words
from bot.search.words import Word, says_nothing, words_of

K = TypeVar("K", bound=Hashable)

EXACT, STEM, MEANING = 1.0, 0.97, 0.88
"""How well two words match: the same, forms of one word, of one meaning."""

BODY, PLACE = 0.8, 0.64
"""What a match is worth in what a text says, and in where it stands, beside one in its heading."""

CANDIDATES: Final = 12
LONGEST_QUESTION: Final = 60
"""So many words of a question are looked at."""

MISSPELT: Final = 12
LEAST_ALIKE: Final = 0.68
FORGIVEN: Final = 0.6
"""So much of what a misspelt word lacks is forgiven."""

CERTAIN: Final = 0.99
"""How sure it is that somebody who asks in the very words of a heading means it."""


class Text(Struct, Generic[K], frozen=True):
    """Something that may answer: what it is called, what it says, and where it stands (a document's title, tags)."""

    key: K
    heading: str
    body: str = ""
    place: str = ""


class Found(Struct, Generic[K], frozen=True):
    """A text that may be meant, and how likely it answers: from 0 to 1, and together at most 1."""

    key: K
    confidence: float


class Index(Generic[K]):
    """Texts by their words."""

    def __init__(self, texts: Iterable[Text[K]], language: str) -> None:
        self._texts = tuple(texts)
        self._language = language
        self._nothing = says_nothing(language)
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._meanings: dict[int, set[str]] = defaultdict(set)
        self._known: dict[str, Word] = {}
        self._headings: dict[str, dict[int, float]] = defaultdict(dict)
        self._bodies: dict[str, dict[int, float]] = defaultdict(dict)
        self._rarest = self._rarity(0)
        self._by_words: dict[str, list[int]] = defaultdict(list)
        headings = [self._take(number, text) for number, text in enumerate(self._texts)]
        weights = {term: self._weight(self._matches(word)) for term, word in self._known.items()}
        self._sought = [
            Sought(
                {term: weights[term] for term in heading}, grams(text.heading), asked_for(text.heading), had(text.body)
            )
            for text, heading in zip(self._texts, headings, strict=True)
        ]
        common = {word for word in self._nothing if len(word) > 2}
        self._spelling = tuple(sorted({*self._known, *common, *thesaurus_words(language)}))

    def ask(self, question: str, most: int = 3) -> Sequence[Found[K]]:
        """The texts that most likely answer, the likeliest first."""
        same = self._by_words.get(_spoken(question, self._language), [])
        asked = self._asked(question)
        numbers = self._candidates(asked)
        put = Question(asked, grams(question), asked_for(question))
        sure = dict(zip(numbers, confidences([evidence(put, self._sought[n], n) for n in numbers]), strict=True))
        sure.update({number: CERTAIN / len(same) for number in same})
        best = sorted(sure.items(), key=lambda one: (-one[1], one[0]))[:most]
        return [Found(self._texts[number].key, confidence) for number, confidence in best]

    def evidence(self, question: str) -> Sequence[tuple[K, Sequence[float]]]:
        """What speaks for each candidate: what the weights are fitted to."""
        asked = self._asked(question)
        put = Question(asked, grams(question), asked_for(question))
        return [(self._texts[n].key, evidence(put, self._sought[n], n)) for n in self._candidates(asked)]

    # ---- what there is ----

    def _take(self, number: int, text: Text[K]) -> Collection[str]:
        self._by_words[_spoken(text.heading, self._language)].append(number)
        for part, worth in ((text.body, BODY), (text.place, PLACE)):
            for word in self._telling(part):
                there = self._bodies[self._learned(word)]
                there[number] = max(worth, there.get(number, 0.0))
        heading = dict.fromkeys(self._learned(word) for word in self._telling(text.heading))
        for term in heading:
            self._headings[term][number] = 1.0
        return heading

    def _telling(self, text: str) -> Sequence[Word]:
        return [word for word in words_of(text, self._language) if word.folded not in self._nothing]

    def _learned(self, word: Word) -> str:
        if word.folded not in self._known:
            self._known[word.folded] = word
            for stem in word.stems:
                self._stems[stem].add(word.folded)
            for meaning in self._meant(word):
                self._meanings[meaning].add(word.folded)
        return word.folded

    def _meant(self, word: Word) -> set[int]:
        """Its meanings; those of the other language for a word that this one has not, since people mix them."""
        own, other = meanings(self._language), "en" if self._language == "cs" else "cs"
        found: set[int] = set().union(*(own.get(stem, ()) for stem in word.stems))
        if not found and len(word.folded) > 3:
            foreign = meanings(other)
            found.update(*(foreign.get(stem, ()) for one in words_of(word.folded, other) for stem in one.stems))
        return found

    def _rarity(self, many: int) -> float:
        return math.log(1 + (len(self._texts) - many + 0.5) / (many + 0.5))

    def _weight(self, terms: Iterable[str]) -> float:
        there: set[int] = set()
        for term in terms:
            there.update(self._headings.get(term, ()), self._bodies.get(term, ()))
        return self._rarity(len(there)) / self._rarest

    # ---- what is asked ----

    def _asked(self, question: str) -> Sequence[Asked]:
        found: dict[str, Asked] = {}
        misspelt = 0
        for word in words_of(question, self._language)[:LONGEST_QUESTION]:
            if word.folded in self._nothing or word.folded in found:
                continue
            terms, near = self._matches(word), 1.0
            if not terms and misspelt < MISSPELT:
                misspelt += 1
                meant, near = self._spelt(word)
                if meant.folded in self._nothing:
                    continue
                terms = self._matches(meant)
            found[word.folded] = self._found_by({term: near * quality for term, quality in terms.items()})
        return tuple(found.values())

    def _matches(self, word: Word) -> dict[str, float]:
        """The words of the texts that match one, and how well."""
        found = {term: MEANING for meaning in self._meant(word) for term in self._meanings.get(meaning, ())}
        for stem in word.stems:
            found.update(dict.fromkeys(self._stems.get(stem, ()), STEM))
        if word.folded in self._known:
            found[word.folded] = EXACT
        return found

    def _spelt(self, word: Word) -> tuple[Word, float]:
        """The known word that was probably meant, and how near what was typed comes to it."""
        from rapidfuzz import process  # here: only who asks something needs it
        from rapidfuzz.distance import OSA

        typed = word.folded
        if len(typed) < 3 or typed.isdecimal() or self._meant(word):
            return word, 1.0
        alike = OSA.normalized_similarity
        near = process.extract(typed, self._spelling, scorer=alike, score_cutoff=LEAST_ALIKE, limit=3)
        if not near:
            return word, 1.0
        meant, score, _ = max(near, key=lambda one: (one[1], one[0][0] == typed[0]))
        return words_of(meant, self._language)[0], 1 - (1 - score) * (1 - FORGIVEN)

    def _found_by(self, terms: Mapping[str, float]) -> Asked:
        heading: dict[int, float] = {}
        anywhere: dict[int, float] = {}
        for term, quality in terms.items():
            for number in self._headings.get(term, ()):
                heading[number] = max(heading.get(number, 0.0), quality)
                anywhere[number] = max(anywhere.get(number, 0.0), quality)
            for number, worth in self._bodies.get(term, {}).items():
                anywhere[number] = max(anywhere.get(number, 0.0), quality * worth)
        return Asked(self._weight(terms), terms, heading, anywhere)

    def _candidates(self, asked: Sequence[Asked]) -> Sequence[int]:
        scores: dict[int, float] = defaultdict(float)
        for word in asked:
            for number, quality in word.anywhere.items():
                scores[number] += word.weight * (quality + word.heading.get(number, 0.0))
        return sorted(scores, key=lambda number: (-scores[number], number))[:CANDIDATES]


def _spoken(text: str, language: str) -> str:
    """The words alone, as they are compared; punctuation, capitals and accents are how somebody types."""
    return " ".join(word.folded for word in words_of(text, language))
