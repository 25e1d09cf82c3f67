"""Testers: called for, picked by a rule, let into a private place, reminded, and asked what they found."""

from plugins.testers import _for_hosts, _for_members, _for_rules
from plugins.testers._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _for_hosts, _for_rules)
"""Their commands and buttons are declared when they are imported."""
