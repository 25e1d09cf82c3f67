"""Time zones in buttons, whose tokens have no room for a name such as America/Argentina/Buenos_Aires."""

import hashlib
from zoneinfo import available_timezones

COMMUNITY = "none"
"""In place of a zone's code or a language: as in the community."""


def zone_code(zone: str | None) -> str:
    """The code of a zone (an IANA name); None is the community's."""
    return COMMUNITY if zone is None else hashlib.blake2b(zone.encode(), digest_size=4).hexdigest()


def zone_of(code: str) -> str | None:
    """The zone of this code, or None when this machine's list has none such."""
    return next((zone for zone in available_timezones() if zone_code(zone) == code), None)
