"""How the core's own changes are undone: for each action of the audit log what brings back the value before."""

from collections.abc import Mapping
from typing import Any

from bot.community import arrangements, linking
from bot.community.audit import Restore
from bot.community.people import People
from bot.core import permissions, settings
from bot.delivery import journeys
from bot.model.identity import Role
from bot.storage.work import Work


async def _restore_role(work: Work, community_id: int, subject: str, value: Any) -> None:
    await People(work).set_role(int(subject.removeprefix("member:")), Role(value))


RESTORE: Mapping[str, Restore] = {
    **settings.RESTORE,
    **permissions.RESTORE,
    **journeys.RESTORE,
    **arrangements.RESTORE,
    **linking.RESTORE,
    "role": Restore(_restore_role),
}
"""For `Audit.undo`. The action "role" has the subject "member:<id>" and roles as whole numbers."""
