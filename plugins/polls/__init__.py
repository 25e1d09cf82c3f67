"""Polls: a question to everybody, one vote a person, figures while it is open, and the results at its end."""

from plugins.polls import _for_hosts, _for_members, _for_rules
from plugins.polls._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _for_hosts, _for_rules)
"""Their commands and buttons are declared when they are imported."""
