"""How a text sounds, guessed from its words: pleased or upset, and whether it cannot wait.

It is a guess, by lists of words in English and Czech: it knows negation and "but", emoji and capitals, no irony.
"""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from bot.search.tone_words import CANNOT_WAIT, CHECKED, PLEASED, UPSET, Urgency, pattern_of
from bot.text.folding import folded

NEGATED_WITHIN: Final = 3
"""So many words before a word can negate it."""

LOUDER: Final = 1.5
AFTER_BUT: Final = 2.0
LONGEST: Final = 3000
LEAST_LETTERS: Final = 8
_SHOUTED: Final = 0.8

_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_SMILES: Final = re.compile(r"[:;=]-?[)D*]|<3|[❤💕💖😍🥰😊🙂😀😁😄🤩👍🎉🙏💜💙💚🧡💛🤗👏🔥]")
_FROWNS: Final = re.compile(r"(?<!\w)[:=]['’]?-?[(/](?!/)|[😡🤬😠😢😞😔😟🙁☹💔👎😤😩😒]")
_NOT: Final = re.compile(
    r"(?:not|no|never|nothing|none|without|cannot|cant|isnt|arent|wasnt|werent|dont|doesnt|didnt|wont|couldnt"
    r"|wouldnt|hardly|n[ei]|neni|nejsou|nejsem|nebyl\w*|nebude|bez|zadn\w+|nikdy|nic|nijak|nemam\w*|nema)$"
)
_SAYS_NO: Final = re.compile(
    r"ne(?!jlepsi|jhorsi|chutn)|(?:no|not|never|nobody|cant|cannot|didnt|hasnt|doesnt|wont|nothing)\b"
)
_BUT: Final = frozenset(
    {"but", "however", "though", "although", "except", "unfortunately", "ale", "avsak", "jenze", "jenom", "bohuzel"}
)


class Feeling(Enum):
    """How whoever wrote it seems to feel."""

    PLEASED = "pleased"
    NEUTRAL = "neutral"
    UPSET = "upset"


def feeling_of(text: str) -> Feeling:
    """Pleased, upset, or neither; what is mixed counts by its weight, and more so behind a "but"."""
    words = _words(text)
    good, bad = _weight(words, PLEASED), _weight(words, UPSET)
    louder = LOUDER if is_shouted(text) or text.count("!") > 1 else 1.0
    score = (good[0] + bad[1] / 2 - bad[0] - good[1]) * louder
    score += min(2, len(_SMILES.findall(text))) - min(2, len(_FROWNS.findall(text)))
    return Feeling.PLEASED if score >= 1 else Feeling.UPSET if score <= -1 else Feeling.NEUTRAL


def urgency_of(text: str) -> Urgency | None:
    """Why the text cannot wait; None for nearly all."""
    words = _words(text)
    for urgency in CHECKED:
        if _weight(words, CANNOT_WAIT[urgency])[0]:
            return urgency
    return None


def is_shouted(text: str) -> bool:
    """Whether most of it is in capitals; a word or two may be a name."""
    letters = "".join(_LETTERS.findall(text))
    return len(letters) >= LEAST_LETTERS and sum(map(str.isupper, letters)) >= _SHOUTED * len(letters)


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text[:LONGEST]).replace("'", "").replace("’", ""))


def _weight(words: list[str], phrases: str) -> tuple[float, float]:
    """How much of it stands there as it is, and how much is negated."""
    line = " ".join(words)
    said = negated = 0.0
    for found in pattern_of(phrases).finditer(line):
        before = line[: found.start()].split()
        worth = AFTER_BUT if _BUT.intersection(before) else 1.0
        if not _SAYS_NO.match(found[0]) and _is_negated(before[-NEGATED_WITHIN:]):  # two of them are one in Czech
            negated += worth
        else:
            said += worth
    return said, negated


def _is_negated(before: Iterable[str]) -> bool:
    """Whether an odd number of words takes it back; what stands before a "but" takes back nothing."""
    times = 0
    for word in before:
        times = 0 if word in _BUT else times + bool(_NOT.match(word))
    return times % 2 == 1
