"""The assistant: answers from the community's own texts with their source, or says that it does not know."""

from plugins.assistant import _cases_for_members, _for_hosts, _for_keepers, _for_members, _for_shelf
from plugins.assistant._plugin import plugin

__all__ = ["plugin"]

_PARTS = (_for_members, _cases_for_members, _for_hosts, _for_keepers, _for_shelf)
"""Their commands and buttons are declared when they are imported."""
