"""Challenges: members' pictures or words on a theme, a vote for one of them, and thanks to whoever won."""

from plugins.challenges import _for_hosts, _for_members
from plugins.challenges._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _for_hosts)
"""Their commands and buttons are declared when they are imported."""
