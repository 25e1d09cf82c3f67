"""Referrals: members bring others along; whoever came to stay brings points to both, and what is doubtful waits."""

from plugins.referrals import _for_members, _for_moderators, _for_rules
from plugins.referrals._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _for_moderators, _for_rules)
"""Their commands and buttons are declared when they are imported."""
