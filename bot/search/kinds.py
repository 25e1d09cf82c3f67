"""What kind of thing a question asks for (a time, a price, a place), and whether a text has such a thing."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Final

from bot.text.folding import folded


class Kind(Enum):
    """What is asked for."""

    TIME = "time"
    DURATION = "duration"
    PRICE = "price"
    AMOUNT = "amount"
    PLACE = "place"
    PERSON = "person"
    REASON = "reason"
    WAY = "way"
    WEIGHT = "weight"
    HEADS = "heads"


PROVABLE: Final = frozenset({Kind.TIME, Kind.DURATION, Kind.PRICE, Kind.AMOUNT, Kind.PLACE, Kind.WEIGHT, Kind.HEADS})
"""Of these it can be seen whether a text has any."""

_ASKS: Final[Mapping[Kind, str]] = {
    Kind.DURATION: r"how (long|soon|quick\w*|fast|many (\w+ )?(days|weeks|months|hours|minutes))"
    r"|jak (dlouho|rychle|brzy)|(za )?kolik (\w+ )?(dni|dnu|tydnu|hodin|minut|mesicu)|(until|till) when|do kdy"
    r"|jak (\w+ )?dlouh\w+",
    Kind.TIME: r"when|what (time|day)|since when|kdy|v kolik|od kolika|do kolika|ve? kter(y|ou|em) (den|hodin\w*)",
    Kind.PRICE: r"how much|how expensive|(what|the) (price|fee|cost)s?|costs?|price of|kolik (to )?(stoji|stal\w*|vyjde"
    r"|zaplat\w+|plat\w+|dam)|za kolik|jak draho|jaka (je )?cena|na kolik",
    Kind.AMOUNT: r"how many|kolik|how (big|large|tall|heavy|old)|jak (velk|vysok|star|tezk)\w+",
    Kind.PLACE: r"where|which place|kde|kam|odkud|kudy",
    Kind.PERSON: r"who|whom|whose|kdo|koho|komu|kym|ci",
    Kind.REASON: r"why|how come|what for|proc|z jakeho duvodu",
    Kind.WEIGHT: r"how heavy|how much do(es)? [\w ]*weigh|what [\w ]*weigh\w*|kolik (\w+ )?vazi|jak (\w+ )?tezk\w+"
    r"|kolik gramu|how many grams",
    Kind.HEADS: r"how many (\w+ )?(people|viewers|members|customers|followers|participants|visitors|subscribers)"
    r"|kolik (\w+ )?(lidi|divaku|clenu|zakazniku|ucastniku|odberatelu|navstevniku)|kolik (nas|vas)",
    Kind.WAY: r"how (do|does|did|can|to|could|should|would|is|are|will|shall)|how|jak|jakym zpusobem",
}

_NUMBER: Final = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|half|few|several|dv\w+|tri\w*|ctyri"
    r"|ctvrt|pet\w*|sest|sedm|osm|devet|deset|ctrnact\w*|tricet\w*|pul|nekolik|jed\w+)"
)
_HAS: Final[Mapping[Kind, str]] = {
    Kind.DURATION: rf"\b{_NUMBER}\W+(?:\w+\W+)?(?:day|week|month|year|hour|minute|dn|den|tyd|mesic|rok|let"
    r"|hodin|minut)\w*|expir|\bpropad",
    Kind.TIME: r"\b\d{1,2}[:.]\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|\b(?:pondel|uter|stred|ctvrt|pat(?:ek|ku)|sobot|nedel)"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\bled(?:en|n)"
    r"|\bunor|\bbrezn|\bdubn|\bkvetn|\bcerv[en]|\bsrpn|\bzari|\brijn|\blistopad|\bprosin|\b(?:day|week|month|hour|minute"
    r"|after|before|until)|\b(?:dn[iu]|tyd|mesic|hodin|minut|pote|jakmile)",
    Kind.PRICE: r"\d\W?(?:kc|czk|eur|usd|gbp)|[€$£]|\b(?:free|euros?|crowns?|koruny?|zdarma|percent|price)\b|%|\bcen\w",
    Kind.AMOUNT: rf"\b{_NUMBER}\b|\d",
    Kind.WEIGHT: r"\d\s?k?g\b|\bgram|\bkil[oa]\b|\bkilos\b",
    Kind.HEADS: r"\b(?:people|persons|places|lidi|mist|osob)\b",
    Kind.PLACE: r"https?:|@|\b(?:on|in|at|na|ve?|pod|under|page|street|link|profil|strank)\b",
}


def asked_for(question: str) -> frozenset[Kind]:
    """What a question asks for; nothing where only yes or no is wanted, or it is no question."""
    bare = folded(question)
    found = [kind for kind, pattern in _find_asked().items() if pattern.search(bare)]
    if Kind.WAY in found and len(found) > 1:
        found.remove(Kind.WAY)
    if found_exactly := [kind for kind in (Kind.WEIGHT, Kind.HEADS) if kind in found]:
        return frozenset(found_exactly)
    if Kind.AMOUNT in found and (Kind.PRICE in found or Kind.DURATION in found):
        found.remove(Kind.AMOUNT)
    if Kind.TIME in found and Kind.DURATION in found:
        found.remove(Kind.TIME)
    return frozenset(found)


def had(text: str) -> frozenset[Kind]:
    """What such things a text has."""
    bare = folded(text)
    return frozenset(kind for kind, pattern in _find_had().items() if pattern.search(bare))


@cache
def _find_asked() -> Mapping[Kind, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{pattern})\b") for kind, pattern in _ASKS.items()}


@cache
def _find_had() -> Mapping[Kind, re.Pattern[str]]:
    return {kind: re.compile(pattern) for kind, pattern in _HAS.items()}
