"""Languages: which one a reader gets, and the Babel locale behind it."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

BASE: Final = "en"
"""The language that every text exists in."""

_MOST_PARTS: Final = 4


def base_language(language: str) -> str:
    """The language without where it is spoken: "cs-CZ" and "cs_CZ" are "cs"."""
    return language.replace("_", "-").partition("-")[0].lower()


def chain(language: str, available: Collection[str]) -> tuple[str, ...]:
    """Where to look for a text, best first: "cs-CZ" gives ("cs", "en") when those two are available."""
    return tuple(dict.fromkeys([*_spoken(language, available), BASE]))


def own_words(texts: Mapping[str, str], *languages: str) -> str | None:
    """What somebody wrote in some languages, in the first of these that there is: "en-US" reads "en"; else in any."""
    tags = (tag for language in languages for tag in _spoken(language, texts) if texts[tag])
    return texts[tag] if (tag := next(tags, None)) is not None else next(iter(texts.values()), None)


def _spoken(language: str, available: Collection[str]) -> list[str]:
    known = {name.lower(): name for name in available}
    parts = language.lower().replace("_", "-").split("-")[:_MOST_PARTS]
    tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return [known[tag] for tag in tags if tag in known]


def english_name(language: str) -> str:
    """What a language is called in English: "cs" is "Czech"."""
    return (babel_locale(language).english_name or language).partition(" (")[0]


@cache
def babel_locale(language: str) -> Locale:
    """The locale that formats for one of our languages. English is British: day before month, 24 hours."""
    if base_language(language) == BASE:
        return Locale("en", "GB")
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "GB")
