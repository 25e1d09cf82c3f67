"""What people type for a time zone and for a time of day."""

import re
from datetime import time

from bot.errors import UserError
from bot.text.languages import BASE
from bot.text.zone_names import find_zone


def parse_zone(text: str, language: str = BASE) -> str:
    """The IANA name meant by `text`: a zone or its city, also as `language` calls it. Raises UserError for none."""
    found = find_zone(text, language)
    if found is None:
        raise UserError("zone-unknown", asked=text)
    return found


def parse_clock(text: str) -> time:
    """A wall-clock time such as "22:00" or "7". Raises UserError when it is none."""
    match = re.fullmatch(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?", text.strip())
    if match is None:
        raise UserError("clock-unknown", asked=text)
    return time(int(match[1]), int(match[2] or 0))
