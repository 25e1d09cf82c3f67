"""Triage: what members write to the hosts, by topic, once a day and at once where it cannot wait."""

from plugins.triage import _for_hosts
from plugins.triage._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_hosts,)
"""Its commands and buttons are declared when it is imported."""
