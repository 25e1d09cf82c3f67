"""How the core's own changes are undone: for each action of the audit log what brings back the value before."""

from collections.abc import Mapping

from bot.community import arrangements, badges, linking
from bot.community.audit import Restore
from bot.core import permissions, settings
from bot.delivery import journeys

RESTORE: Mapping[str, Restore] = {
    **settings.RESTORE,
    **permissions.RESTORE,
    **journeys.RESTORE,
    **arrangements.RESTORE,
    **linking.RESTORE,
    **badges.RESTORE,
}
"""For `Audit.undo`."""
