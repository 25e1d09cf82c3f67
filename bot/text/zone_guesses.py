"""The zones in which people who speak a language probably live, where that is no wild guess."""

from collections.abc import Sequence
from zoneinfo import available_timezones

from babel.core import get_global

FEW = 3


def zones_of_language(language: str) -> Sequence[str]:
    """The zones of the land where a language is at home; none where that land has many, or nobody knows."""
    likely = str(get_global("likely_subtags").get(language, "")).split("_")
    zones = get_global("territory_zones").get(likely[-1], []) if len(likely) > 1 else []
    known = [zone for zone in zones if zone in available_timezones()]
    return known if len(known) <= FEW else []
