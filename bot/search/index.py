"""An index of texts in one language: made once, asked often, it names those that may answer and how sure that is."""

import math
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from bot.search.confidence import confidences
from bot.search.evidence import EXACT, MEANING, STEM, Asked, Question, Sought, evidence, grams
from bot.search.intents import intents_of
from bot.search.kinds import Kind, asked_for, had
from bot.search.lexicon import lexicon
from bot.search.nearest import Near, ways
from bot.search.units import Unit, meanings_of, said
from bot.search.wants import asking
from bot.search.words import Word, says_nothing, words_of

K = TypeVar("K", bound=Hashable)

BODY, PLACE = 0.8, 0.64
"""What a match is worth in what a text says, and in where it stands, beside one in its heading."""

SENTENCES: Final = 40
"""So many sentences of a text are looked at for what they answer."""

CANDIDATES: Final = 12
LONGEST_QUESTION: Final = 60
"""So many words of a question are looked at."""

SHORTEST_MISSPELT: Final = 3
LEAST_ALIKE: Final = 0.68
BESIDE: Final = 0.3
"""What a word weighs that is said beside what is asked."""

CERTAIN: Final = 0.99
"""How sure it is that somebody who asks in the very words of a heading means it."""

_SENTENCE: Final = re.compile(r"(?<=[.!?;:])\s+|\n+")
_MEANT: Final = {Kind.TIME: "A_WHEN", Kind.DURATION: "A_HOWLONG", Kind.PRICE: "A_PRICE", Kind.PLACE: "A_WHERE"}
"""What a sentence answers that has such a thing."""


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
        self._ways = ways(language)  # here, where it keeps nobody waiting
        self._known: set[str] = set()
        self._headings: dict[str, dict[int, float]] = defaultdict(dict)
        self._bodies: dict[str, dict[int, float]] = defaultdict(dict)
        self._rarest = self._rarity(0)
        self._by_words: dict[str, list[int]] = defaultdict(list)
        headings = [self._take(number, text) for number, text in enumerate(self._texts)]
        self._sought = [self._seek(text, units) for text, units in zip(self._texts, headings, strict=True)]
        self._by_intent: dict[str, dict[int, float]] = defaultdict(dict)
        self._by_want: dict[str, dict[int, float]] = defaultdict(dict)
        self._answered: dict[str, float] = defaultdict(float)
        for number, sought in enumerate(self._sought):
            self._remember(number, sought)
        common = {word for word in self._nothing if len(word) >= SHORTEST_MISSPELT}
        self._spelling = tuple(sorted({*self._known, *common, *lexicon(language).spelling, *asking(language).words}))

    def ask(self, question: str, most: int = 3) -> Sequence[Found[K]]:
        """The texts that most likely answer, the likeliest first."""
        same = self._by_words.get(_spoken(question, self._language), [])
        put = self._question(question)
        numbers = self._candidates(put)
        sure = dict(zip(numbers, confidences([evidence(put, self._sought[n], n) for n in numbers]), strict=True))
        sure.update({number: CERTAIN / len(same) for number in same})
        best = sorted(sure.items(), key=lambda one: (-one[1], one[0]))[:most]
        return [Found(self._texts[number].key, confidence) for number, confidence in best]

    def evidence(self, question: str) -> Sequence[tuple[K, Sequence[float]]]:
        """What speaks for each candidate: what the weights are fitted to."""
        put = self._question(question)
        return [(self._texts[n].key, evidence(put, self._sought[n], n)) for n in self._candidates(put)]

    # ---- what there is ----

    def _take(self, number: int, text: Text[K]) -> Sequence[Unit]:
        self._by_words[_spoken(text.heading, self._language)].append(number)
        for part, worth in ((text.body, BODY), (text.place, PLACE)):
            for unit in said(part, self._language).units:
                self._known.add(unit.folded)
                for key, _ in _keys(unit):
                    there = self._bodies[key]
                    there[number] = max(worth, there.get(number, 0.0))
        heading = said(text.heading, self._language).units
        for unit in heading:
            self._known.add(unit.folded)
            for key, _ in _keys(unit):
                self._headings[key][number] = 1.0
        return heading

    def _seek(self, text: Text[K], heading: Sequence[Unit]) -> Sought:
        meant = said(text.heading, self._language)
        intents, of_body = frozenset(intents_of(meant.meanings)), set[str]()
        wants, wants_of_body = asking(self._language).meant(meant), dict[str, float]()
        for sentence in _SENTENCE.split(text.body)[:SENTENCES]:
            has = {_MEANT[kind] for kind in had(sentence) if kind in _MEANT}
            meanings = said(sentence, self._language).meanings | has
            of_body.update(intents_of(meanings), intents_of(meanings | meant.meanings))
            for want, share in (
                asking(self._language).said_by(said(f"{text.heading} {sentence}", self._language)).items()
            ):
                wants_of_body[want] = max(wants_of_body.get(want, 0.0), share)
        return Sought(
            [(unit, self._asked_of(unit).weight) for unit in heading],
            grams(text.heading),
            asked_for(text.heading),
            had(text.body),
            intents,
            frozenset(of_body),
            wants,
            {want: share for want, share in wants_of_body.items() if share > wants.get(want, 0.0)},
        )

    def _remember(self, number: int, sought: Sought) -> None:
        for intent in sought.intents | sought.intents_of_body:
            self._by_intent[intent][number] = 2.0 if intent in sought.intents else 1.0
        for want, share in sought.wants.items():
            self._by_want[want][number] = 4 * share
        for want, share in (*sought.wants.items(), *sought.wants_of_body.items()):
            self._answered[want] = max(self._answered[want], share)

    def _rarity(self, many: int) -> float:
        return math.log(1 + (len(self._texts) - many + 0.5) / (many + 0.5))

    # ---- what is asked ----

    def _question(self, question: str) -> Question:
        meant = said(question, self._language, self._mended, LONGEST_QUESTION)
        intents = {one: self._rarity(len(self._by_intent.get(one, ()))) for one in intents_of(meant.meanings)}
        wanted, near = asking(self._language).wanted(meant), self._ways.nearest(meant)
        missed = {want: 1 - self._answered.get(want, 0.0) for want in (*wanted.shares, *near)}
        return Question(
            [self._asked_of(unit) for unit in meant.units],
            grams(question),
            asked_for(question),
            {one: rarity / self._rarest for one, rarity in intents.items()},
            wanted,
            sum(share * missed[want] for want, share in wanted.shares.items()),
            near,
            Near(
                max((one.one * missed[want] for want, one in near.items()), default=0.0),
                max((one.several * missed[want] for want, one in near.items()), default=0.0),
            ),
        )

    def _mended(self, word: Word) -> Word:
        """The known word that was probably meant."""
        from rapidfuzz import process  # here: only who asks something needs it
        from rapidfuzz.distance import OSA

        typed = word.folded
        if len(typed) < SHORTEST_MISSPELT or typed.isdecimal() or self._knows(word):
            return word
        alike = OSA.normalized_similarity
        near = process.extract(typed, self._spelling, scorer=alike, score_cutoff=LEAST_ALIKE, limit=3)
        if not near:
            return word
        meant, *_ = max(near, key=lambda one: (one[1], one[0][0] == typed[0]))
        return words_of(meant, self._language)[0]

    def _knows(self, word: Word) -> bool:
        typed = Unit(word.folded, word.stems, frozenset())
        known = any(key in self._headings or key in self._bodies for key, _ in _keys(typed))
        return known or bool(meanings_of(word, self._language))

    def _asked_of(self, unit: Unit) -> Asked:
        heading: dict[int, float] = {}
        anywhere: dict[int, float] = {}
        for key, quality in _keys(unit):
            for number in self._headings.get(key, ()):
                heading[number] = max(heading.get(number, 0.0), quality)
                anywhere[number] = max(anywhere.get(number, 0.0), quality)
            for number, worth in self._bodies.get(key, {}).items():
                anywhere[number] = max(anywhere.get(number, 0.0), quality * worth)
        weight = self._rarity(len(anywhere)) / self._rarest
        return Asked(unit, weight * BESIDE if unit.beside else weight, heading, anywhere)

    def _candidates(self, question: Question) -> Sequence[int]:
        scores: dict[int, float] = defaultdict(float)
        for word in question.words:
            for number, quality in word.anywhere.items():
                scores[number] += word.weight * (quality + word.heading.get(number, 0.0))
        for wanted, texts in ((question.intents, self._by_intent), (question.wanted.shares, self._by_want)):
            for one, share in wanted.items():
                for number, worth in texts.get(one, {}).items():
                    scores[number] += share * worth
        return sorted(scores, key=lambda number: (-scores[number], number))[:CANDIDATES]


def _keys(unit: Unit) -> Sequence[tuple[str, float]]:
    return [
        (unit.folded, EXACT),
        *((f"={stem}", STEM) for stem in unit.stems),
        *((f"<{meaning}", MEANING) for meaning in unit.meanings),
    ]


def _spoken(text: str, language: str) -> str:
    """The words alone, as they are compared; punctuation, capitals and accents are how somebody types."""
    return " ".join(word.folded for word in words_of(text, language))
