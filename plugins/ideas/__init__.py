"""Ideas: members give them and vote, hosts say what becomes of them, and whoever asked is told ("you said, we did")."""

from plugins.ideas import _for_hosts, _for_members
from plugins.ideas._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _for_hosts)
"""Their commands and buttons are declared when they are imported."""
