"""Who may do what: each command's least role, and what a community changed about it. The one place that decides."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from bot.community.audit import Audit, Restore
from bot.core.declarations import ActionSpec, Command
from bot.core.registry import Registry
from bot.errors import UserError
from bot.model.identity import Member, Role
from bot.storage.dialect import upsert
from bot.storage.tables import permissions
from bot.storage.work import Work


class Permissions:
    """Checks and changes permissions of one community within one piece of work."""

    def __init__(self, work: Work, registry: Registry, community_id: int) -> None:
        self._work = work
        self._registry = registry
        self._community_id = community_id

    async def check(self, member: Member, what: Command | ActionSpec) -> None:
        """Raise UserError when the member may not use the command or press the button.

        A button that does what a command does follows what the community changed about the command.
        """
        least = await self._least(what)
        if member.role < least:
            raise UserError("not-allowed", role=least.name.lower())

    async def allows(self, member: Member, what: Command | ActionSpec) -> bool:
        """Whether `check` would let the member: only what they may do is offered to them."""
        return member.role >= await self._least(what)

    async def allowed(self, member: Member, commands: Iterable[Command]) -> list[Command]:
        """Those of the commands that `check` would let the member use, in one look."""
        changed = await self.changed()
        return [each for each in commands if member.role >= changed.get(each.name, each.least_role)]

    async def _least(self, what: Command | ActionSpec) -> Role:
        command = what if isinstance(what, Command) else self._registry.command_of(what.handler)
        return what.least_role if command is None else (await self.changed()).get(command.name, what.least_role)

    async def changed(self) -> Mapping[str, Role]:
        """The commands whose least role is not the declared one; never one that is everybody's own."""
        query = sa.select(permissions.c.command, permissions.c.role)
        rows = await self._work.rows(query.where(permissions.c.community_id == self._community_id))
        own = {command.name for command in self._registry.commands.values() if command.own}
        return {command: Role(role) for command, role in rows if command not in own}

    async def change(self, command: Command, least: Role, by: Member) -> None:
        """Let a command need another role.

        Raises UserError for one that is everybody's own, and when that, or what it needs now, is above the changer's.
        """
        if command.own:
            raise UserError("permission-own", command=f"/{command.name}")
        before = (await self.changed()).get(command.name, command.least_role)
        if (highest := max(least, before)) > by.role:
            raise UserError("permission-above-own", role=highest.name.lower())
        await _put(self._work, self._community_id, command.name, int(least))
        subject = f"command:{command.name}"
        await Audit(self._work).note(self._community_id, by.id, "permission", subject, int(before), int(least))


async def _put(work: Work, community_id: int, command: str, role: int) -> None:
    row = upsert(work.dialect, permissions).values(community_id=community_id, command=command, role=role)
    key = [permissions.c.community_id, permissions.c.command]
    await work.execute(row.on_conflict_do_update(index_elements=key, set_={"role": role}))


async def _restore(work: Work, community_id: int, subject: str, value: Any) -> None:
    await _put(work, community_id, subject.removeprefix("command:"), value)


RESTORE: Mapping[str, Restore] = {"permission": Restore(_restore)}
"""How changes of permissions are undone."""
