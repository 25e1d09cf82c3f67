"""Yes and no as people type them, in all our languages."""

from typing import Final

_YES: Final = frozenset({"yes", "y", "true", "on", "1", "ano", "jo", "a", "zapnout", "zap"})
_NO: Final = frozenset({"no", "n", "false", "off", "0", "ne", "vypnout", "vyp"})


def parse_yes_no(text: str) -> bool | None:
    """What `text` says, in any case; None when it is neither."""
    word = text.strip().casefold()
    return True if word in _YES else False if word in _NO else None
