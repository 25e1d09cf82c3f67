"""Rewards: experiences that members unlock and claim, delivered by itself, and fair draws."""

from plugins.rewards import _for_draws, _for_hosts, _for_members, _for_rules, _for_times
from plugins.rewards._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _for_hosts, _for_rules, _for_times, _for_draws)
"""Their commands and buttons are declared when they are imported."""
