"""Who may do what here: hosts, moderators, and the least role of each command."""

from bot.api import (
    Action,
    Arrangements,
    Audit,
    Command,
    Context,
    Markup,
    Member,
    Page,
    People,
    Permissions,
    Registry,
    Role,
    Translator,
    UserError,
    choice_words,
    echoed,
    headed,
    join,
    option_word,
    turning,
    usage,
)
from plugins.admin._plugins import undo_button
from plugins.admin._words import moment

ON_A_PAGE = 10


async def raise_to(ctx: Context, member: Member, role: Role) -> tuple[Markup, list[Action]]:
    """Give a member a role; says so when they have it, or more, already."""
    if member.role > role:
        return ctx.t("admin-role-more", name=member.name, role=role.name.lower(), has=member.role.name.lower()), []
    if member.role is role:
        return ctx.t("admin-role-already", name=member.name, role=role.name.lower()), []
    entry = await ctx.use(Arrangements).appoint(member, role, ctx.member.id)
    return ctx.t("admin-role-given", name=member.name, role=role.name.lower()), [ctx.button("admin.undo", entry)]


async def take(ctx: Context, member: Member, role: Role) -> tuple[Markup, list[Action]]:
    """Take the role from somebody whom the community gave it; what the platform gives them is not ours to take.

    Raises UserError for anybody else.
    """
    if member.granted is not role:
        kept = member.role if member.role is not member.granted else Role.MEMBER  # that role is the platform's
        raise UserError("admin-role-other", name=member.name, role=role.name.lower(), left=kept.name.lower())
    entry = await ctx.use(Arrangements).appoint(member, Role.MEMBER, ctx.member.id)
    left = (await ctx.use(People).get(member.id)).role
    text = ctx.t("admin-role-taken", name=member.name, role=role.name.lower(), left=left.name.lower())
    return text, [ctx.button("admin.undo", entry)]


async def permit(ctx: Context, asked: str, role: Role) -> tuple[Markup, list[Action]]:
    """Let a command need another role. Raises UserError when there is none such, or it is above the changer."""
    command = _command(ctx, asked)
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
    return text, [await undo_button(ctx, _subject_of(command))]


def asks_for_all(ctx: Context, asked: str) -> bool:
    """Whether what stands in a command's place asks for the list."""
    return asked.strip().lower() in ("list", str(ctx.t("admin-permissions-list")))


async def stands(ctx: Context, asked: str) -> Markup:
    """Who may use one command. Raises UserError when there is none such."""
    command = _command(ctx, asked)
    role = (await ctx.use(Permissions).changed()).get(command.name, command.least_role)
    if role is not command.least_role:
        return await _changed_line(ctx, command, role)
    return ctx.t("admin-permission-usual", command=f"/{command.name}", before=role.name.lower())


async def permissions(ctx: Context, number: int) -> tuple[Markup, list[Action]]:
    """A page of the commands that others may use than usual, with who changed it and when."""
    changed, commands = await ctx.use(Permissions).changed(), ctx.use(Registry).commands.values()
    found = sorted(
        ((command, changed[command.name]) for command in commands if changed.get(command.name) is not None),
        key=lambda one: one[0].name,
    )
    page = Page.of([(command, role) for command, role in found if role is not command.least_role], number, ON_A_PAGE)
    if not page.items:
        return ctx.t("admin-permissions-none"), []
    lines = [headed(ctx, ctx.t("admin-permissions-title"), page)]
    lines += [await _changed_line(ctx, command, role) for command, role in page.items]
    return join(lines), turning(ctx, "admin.permissions_page", page)


async def _changed_line(ctx: Context, command: Command, role: Role) -> Markup:
    newest = await ctx.use(Audit).newest(ctx.community.id, 1, _subject_of(command), ("permission",))
    return ctx.t(
        "admin-permission-line",
        command=f"/{command.name}",
        before=command.least_role.name.lower(),
        after=role.name.lower(),
        name=newest[0].name or "" if newest else "",
        named=bool(newest and newest[0].name),
        at=moment(ctx, newest[0].at) if newest else "",
    )


def _command(ctx: Context, asked: str) -> Command:
    if not asked.strip():
        raise _no_command(ctx)
    path = tuple(asked.removeprefix("/").lower().replace("_", " ").split())
    commands = ctx.use(Registry).commands
    if path in commands:
        return commands[path]
    longest = next((count for count in range(len(path) - 1, 0, -1) if path[:count] in commands), None)
    if longest is not None:  # "status king"
        raise _no_role(ctx, " ".join(path[longest:]))
    raise UserError("command-unknown", asked=echoed(asked))


def _no_command(ctx: Context) -> UserError:
    texts, command = ctx.use(Translator), ctx.use(Registry).commands["permission",]
    word = option_word(texts, ctx.language, command, command.parameters[0])
    return UserError("option-missing", option=word, usage=usage(texts, ctx.language, command), typed=True)


def _no_role(ctx: Context, asked: str) -> UserError:
    command = ctx.use(Registry).commands["permission",]
    texts, role = ctx.use(Translator), command.parameters[-1]
    called = choice_words(texts, ctx.language, command, role)
    word, choices = option_word(texts, ctx.language, command, role), ", ".join(words[0] for words in called.values())
    return UserError("option-choice", option=word, given=echoed(asked), choices=choices)


def _subject_of(command: Command) -> str:
    return f"command:{command.name}"
