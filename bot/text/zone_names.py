"""Time zones by the names people use: "Prague", "Praha", "new york", "Europe/Prague"."""

import difflib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from zoneinfo import available_timezones

from bot.text.folding import folded
from bot.text.languages import babel_locale

_LIKE: Final = 0.6  # how alike a name must be to be suggested: 1 is the same
_LANGUAGES_KEPT: Final = 8


def find_zone(text: str, language: str) -> str | None:
    """The IANA name of the zone meant by `text`: its whole name, its city in English or in `language`, in any case."""
    return _names(language).get(_folded(text))


def zones_like(text: str, language: str, count: int = 3) -> list[str]:
    """The IANA names of the zones whose names come nearest to a mistyped `text`, the nearest first."""
    names = _names(language)
    near = difflib.get_close_matches(_folded(text), names, n=count * 2, cutoff=_LIKE)
    return list(dict.fromkeys(names[name] for name in near))[:count]


@lru_cache(maxsize=_LANGUAGES_KEPT)
def _names(language: str) -> Mapping[str, str]:
    """Zones by their folded names. Whole names win over cities, so that "utc" is UTC and not Etc/UTC."""
    zones = sorted(available_timezones() - {"Factory", "localtime"})
    found = {_folded(zone): zone for zone in zones}
    for zone, texts in babel_locale(language).time_zones.items():
        if "city" in texts and zone in zones:
            found.setdefault(_folded(texts["city"]), zone)
    for zone in zones:
        found.setdefault(_folded(zone.rpartition("/")[2]), zone)
    return found


def _folded(text: str) -> str:
    return " ".join(folded(text).replace("_", " ").split())
