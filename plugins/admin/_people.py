"""Who may do what here: hosts, moderators, and the least role of each command."""

from bot.api import Action, Audit, Context, Markup, Member, People, Permissions, Registry, Role, UserError, shortened
from plugins.admin._plugins import undo_button
from plugins.admin._words import ECHOED


async def raise_to(ctx: Context, member: Member, role: Role) -> tuple[Markup, list[Action]]:
    """Give a member a role; says so when they have it, or more, already."""
    if member.role > role:
        return ctx.t("admin-role-more", name=member.name, role=role.name.lower(), has=member.role.name.lower()), []
    if member.role is role:
        return ctx.t("admin-role-already", name=member.name, role=role.name.lower()), []
    await _set(ctx, member, role)
    return ctx.t("admin-role-given", name=member.name, role=role.name.lower()), [
        await undo_button(ctx, _subject(member))
    ]


async def take(ctx: Context, member: Member, role: Role) -> tuple[Markup, list[Action]]:
    """Take the role from somebody whom the community gave it; what the platform gives them is not ours to take.

    Raises UserError for anybody else.
    """
    if member.granted is not role:
        kept = member.role if member.role is not member.granted else Role.MEMBER  # that role is the platform's
        raise UserError("admin-role-other", name=member.name, role=role.name.lower(), left=kept.name.lower())
    await _set(ctx, member, Role.MEMBER)
    left = (await ctx.use(People).get(member.id)).role
    text = ctx.t("admin-role-taken", name=member.name, role=role.name.lower(), left=left.name.lower())
    return text, [await undo_button(ctx, _subject(member))]


async def _set(ctx: Context, member: Member, role: Role) -> None:
    await ctx.use(People).set_role(member.id, role)
    audit = ctx.use(Audit)
    await audit.note(ctx.community.id, ctx.member.id, "role", _subject(member), int(member.granted), int(role))


def _subject(member: Member) -> str:
    return f"member:{member.id}"


async def permit(ctx: Context, asked: str, role: Role) -> tuple[Markup, list[Action]]:
    """Let a command need another role. Raises UserError when there is none such, or it is above the changer."""
    path = tuple(asked.removeprefix("/").lower().replace("_", " ").split())
    command = ctx.use(Registry).commands.get(path)
    if command is None:
        raise UserError("command-unknown", asked=shortened(asked, ECHOED))
    permissions = ctx.use(Permissions)
    before = (await permissions.changed()).get(command.name, command.least_role)
    if before is role:
        return ctx.t("admin-permission-same", command=f"/{command.name}", role=role.name.lower()), []
    await permissions.change(command, role, ctx.member)
    text = ctx.t(
        "admin-permission-changed",
        command=f"/{command.name}",
        before=before.name.lower(),
        after=role.name.lower(),
    )
    return text, [await undo_button(ctx, f"command:{command.name}")]
