"""Reviews: stars, words and a photo of members', looked at by hosts, and shown to everybody by their leave alone."""

from plugins.reviews import _for_hosts, _for_members
from plugins.reviews._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _for_hosts)
"""Their commands and buttons are declared when they are imported."""
