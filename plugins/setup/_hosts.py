"""The step of the hosts: a role of the network's own, or people one by one; and the list of who hosts by what."""

from collections.abc import Sequence

from msgspec import Struct

from bot.api import (
    Action,
    Arrangements,
    Context,
    Field,
    Markup,
    Member,
    Named,
    NativeBadge,
    Networks,
    People,
    Role,
    Space,
    UserError,
    join,
    plain,
    shortened,
    times,
)
from plugins.setup._parts import NOTHING, Part, Said, chosen, code, marked, rows_of

GROUPS, PEOPLE = 8, 10
LABEL = 40


class Roles(Struct, frozen=True):
    """The roles that a network has in one of the community's spaces."""

    space: Space
    roles: Sequence[NativeBadge]


async def look(ctx: Context) -> Sequence[Roles]:
    """Ask each network for its roles."""
    networks = ctx.use(Networks)
    return [Roles(space, await networks.groups(space)) for space in await networks.spaces()]


async def part(ctx: Context, seen: Sequence[Roles]) -> Part:
    """Who hosts now, a button for each role, and one to add somebody."""
    lines, rows = list[Markup](), list[Sequence[Action]]()
    known = {space.id: space for space in await ctx.use(Networks).spaces()}  # as they are after a change
    for one in seen:
        space = known.get(one.space.id, one.space)
        if one.roles:
            rows += _role_buttons(ctx, space, one.roles)
    lines += await standing(ctx, list(known.values()))
    people = await _people(ctx)
    if any(one.roles for one in seen):
        lines.append(ctx.t("setup-hosts-roles"))
    removing = [_off(ctx, member) for member in people if member.granted is Role.HOST][:3]
    settled = bool(people) or any(space.host_group for space in known.values())
    return Part(lines, [*rows, [ctx.button("setup.host_form"), *removing]], settled=settled)


def _role_buttons(ctx: Context, space: Space, roles: Sequence[NativeBadge]) -> list[list[Action]]:
    buttons = [
        ctx.button(
            "setup.group",
            space.id,
            code(role.id),
            label=marked(ctx, shortened(role.name, LABEL), now=role.id == space.host_group),
        )
        for role in roles[:GROUPS]
    ]
    if space.host_group is not None:
        buttons.append(ctx.button("setup.group", space.id, NOTHING, label=ctx.t("setup-no-role")))
    return rows_of(buttons)


def _off(ctx: Context, member: Member) -> Action:
    label = plain(ctx.t("setup-host-take", name=shortened(member.name, LABEL)))
    return ctx.button("setup.host_off", member.id, label=label)


async def standing(ctx: Context, spaces: Sequence[Space]) -> list[Markup]:
    """Who hosts here, and by what: a role of the network's own, the community's word, or the network's rights."""
    lines = [
        ctx.t(
            "setup-hosts-by-role",
            role=space.host_group_name or space.host_group,
            place=space.title or space.ref.platform.capitalize(),
        )
        for space in spaces
        if space.host_group is not None
    ]
    people = await _people(ctx)
    for granted, key in ((True, "setup-hosts-people"), (False, "setup-hosts-others")):
        names = [member.name for member in people if (member.granted >= Role.HOST) is granted]
        if names:
            lines.append(
                ctx.t(
                    key,
                    names=times.names(names[:PEOPLE], ctx.language),
                    more=len(names) - PEOPLE,
                    several=len(names) > PEOPLE,
                )
            )
    return lines or [ctx.t("setup-hosts-nobody")]


async def _people(ctx: Context) -> Sequence[Member]:
    return await ctx.use(People).with_role(ctx.community, Role.HOST)


async def listing(ctx: Context) -> None:
    """Reply with the list."""
    lines = [ctx.t("setup-hosts-title"), *await standing(ctx, await ctx.use(Networks).spaces())]
    await ctx.reply(join(lines), [ctx.button("setup.step", 3, label=ctx.t("setup-hosts-change"))])


async def choose_group(ctx: Context, space_id: int, role_code: str, seen: Sequence[Roles]) -> Said:
    """Whoever has that role hosts from now on; nobody by a role any more for `NOTHING`."""
    one = next((one for one in seen if one.space.id == space_id), None)
    if one is None:
        raise UserError("setup-gone")
    role = chosen(role_code, one.roles, [role.id for role in one.roles])
    named = Named(role.id, role.name) if role is not None else None
    entry = await ctx.use(Arrangements).set_in(one.space, "host_group", named, ctx.member.id)
    text = ctx.t("setup-group-set", role=named.name, new=entry is not None) if named else ctx.t("setup-group-off")
    return Said(text, entry)


async def ask(ctx: Context) -> None:
    """A form with one line."""
    field = Field("name", str(ctx.t("setup-host-field")), help=str(ctx.t("setup-host-help")))
    await ctx.ask("setup.host_given", title=ctx.t("setup-host-form"), fields=[field])


async def add(ctx: Context, typed: str) -> Said:
    """Make somebody a host. Raises UserError for nobody, and for several; what was typed is said back."""
    member = await ctx.use(People).find(ctx.community, typed)
    if member.role >= Role.HOST:
        return Said(ctx.t("setup-host-already", name=member.name, role=member.role.name.lower()))
    return Said(ctx.t("setup-host-added", name=member.name), await _appoint(ctx, member, Role.HOST))


async def remove(ctx: Context, member_id: int) -> Said:
    """Take it from somebody whom the community made a host. Raises UserError for anybody else."""
    member = next((one for one in await _people(ctx) if one.id == member_id), None)
    if member is None or member.granted is not Role.HOST:
        raise UserError("setup-host-not")
    return Said(ctx.t("setup-host-removed", name=member.name), await _appoint(ctx, member, Role.MEMBER))


async def _appoint(ctx: Context, member: Member, role: Role) -> int:
    return await ctx.use(Arrangements).appoint(member, role, ctx.member.id)
