"""The audit log: who changed what, from what to what, and how a change is undone."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.errors import UserError
from bot.storage.tables import audit, members
from bot.storage.work import Work


class AuditEntry(Struct, frozen=True):
    """One change. `before` and `after` are JSON values whose meaning belongs to the action; `name` is the member's."""

    id: int
    at: datetime
    member_id: int | None  # None: the bot itself
    name: str | None
    action: str
    subject: str
    before: Any
    after: Any
    undoes: int | None


class Restore(Struct, frozen=True):
    """The way back of an action.

    `put` brings back what it changed: called with the work, the community's id, the subject and the value it had.
    Actions with the same `put` change the same thing. `stands`, called with the work, the community's id and the
    change, says whether the thing is as that left it, where something else than audited changes can move it as well.
    """

    put: Callable[[Work, int, str, Any], Awaitable[None]]
    stands: Callable[[Work, int, AuditEntry], Awaitable[bool]] | None = None


class Audit:
    """Notes changes, lists them and undoes them."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def note(
        self,
        community_id: int,
        member_id: int | None,
        action: str,
        subject: str,
        before: Any,
        after: Any,
        *,
        undoes: int | None = None,
    ) -> int:
        """Note a change made in the same work (`member_id` None: by the bot itself); returns the entry's id.

        `action` says what was done ("plugin.configure"), `subject` to what, across all actions ("plugin:polls").
        """
        change = {"action": action, "subject": subject, "before": before, "after": after, "undoes": undoes}
        statement = sa.insert(audit).values(community_id=community_id, member_id=member_id, at=self._work.now, **change)
        return await self._work.insert(statement)

    async def newest(
        self, community_id: int, limit: int = 20, subject: str | None = None, actions: Collection[str] = ()
    ) -> list[AuditEntry]:
        """The newest changes in a community, newest first; those of one subject, or by some actions, when given."""
        query = _entries(community_id).order_by(audit.c.id.desc()).limit(limit)
        if subject is not None:
            query = query.where(audit.c.subject == subject)
        if actions:
            query = query.where(audit.c.action.in_(actions))
        return [AuditEntry(*row) for row in await self._work.rows(query)]

    async def entry(self, community_id: int, entry_id: int) -> AuditEntry | None:
        """The change of that id, or None when this community has none such."""
        row = await self._work.row(_entries(community_id).where(audit.c.id == entry_id))
        return None if row is None else AuditEntry(*row)

    async def undo(self, community_id: int, entry_id: int, by: int | None, restore: Mapping[str, Restore]) -> int:
        """Bring back what was before a change, by the `restore` of its action; returns the id of the entry it notes.

        Undoing that entry brings the change back. Raises UserError, and changes nothing, when there is no such change
        (audit-unknown), its action cannot be undone (audit-no-way-back), it was undone already (audit-undone), or what
        it changed was changed since (audit-changed-since, audit-moved-on); undone and changed with the `name` of who
        did it, if it was `named`. Later changes that were themselves undone, so that the thing is as this one left it,
        are not in the way, nor are changes of something else about the same subject.
        """
        # On PostgreSQL two people who undo the same change must wait for each other; SQLite has one writer.
        transaction = await self._work.transaction()
        await transaction.rows(sa.select(audit.c.id).where(audit.c.id == entry_id).with_for_update())
        entry = await self.entry(community_id, entry_id)
        if entry is None:
            raise UserError("audit-unknown", entry=str(entry_id))
        if (refusal := await self._refusal(community_id, entry, restore)) is not None:
            raise refusal
        await restore[entry.action].put(self._work, community_id, entry.subject, entry.before)
        return await self.note(
            community_id, by, entry.action, entry.subject, entry.after, entry.before, undoes=entry.id
        )

    async def can_undo(self, community_id: int, entry: AuditEntry, restore: Mapping[str, Restore]) -> bool:
        """Whether `undo` would take the change back now."""
        return await self._refusal(community_id, entry, restore) is None

    async def _refusal(self, community_id: int, entry: AuditEntry, restore: Mapping[str, Restore]) -> UserError | None:
        way = restore.get(entry.action)
        if way is None:
            return UserError("audit-no-way-back")
        alike = {action for action, other in restore.items() if other.put == way.put}
        last = (await self.newest(community_id, 1, entry.subject, alike))[0]
        who = {"name": last.name or "", "named": bool(last.name)}
        if last.undoes == entry.id:
            return UserError("audit-undone", **who)
        if last.after != entry.after:
            return UserError("audit-changed-since", **who)
        if way.stands is not None and not await way.stands(self._work, community_id, entry):
            return UserError("audit-moved-on")
        return None


def _entries(community_id: int) -> sa.Select[*tuple[Any, ...]]:
    names = ("action", "subject", "before", "after", "undoes")
    return (
        sa.select(audit.c.id, audit.c.at, audit.c.member_id, members.c.name, *(audit.c[name] for name in names))
        .join(members, members.c.id == audit.c.member_id, isouter=True)
        .where(audit.c.community_id == community_id)
    )
