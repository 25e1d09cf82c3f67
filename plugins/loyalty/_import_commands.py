"""Commands and jobs about points from other bots."""

from datetime import timedelta

from bot.api import (
    ActionStyle,
    Background,
    Context,
    ImportUndoing,
    Member,
    MemberArrived,
    PointImports,
    Rest,
    Role,
    StreamEnded,
)
from plugins.loyalty import _imports
from plugins.loyalty._plugin import plugin


@plugin.command(examples=["/claim moon_child"])
async def claim(ctx: Context, name: Rest) -> None:
    """Say that points which were brought along under a name are yours."""
    await _imports.claim(ctx, name)


@plugin.command("import list", least=Role.MODERATOR)
async def import_list(ctx: Context) -> None:
    """See what was brought along from other bots, and undo it."""
    await _imports.listing(ctx, 1)


@plugin.action("loyalty-imports-page", least=Role.MODERATOR)
async def imports_page(ctx: Context, page: int) -> None:
    await _imports.listing(ctx, page)


@plugin.command("import waiting", least=Role.MODERATOR)
async def import_waiting(ctx: Context) -> None:
    """See the lines nobody was found for, and who says that one is theirs."""
    await _imports.waiting(ctx, 1)


@plugin.action("loyalty-show-waiting", least=Role.MODERATOR)
async def waiting_page(ctx: Context, page: int) -> None:
    await _imports.waiting(ctx, page)


@plugin.command("import match", least=Role.MODERATOR, examples=["/import match 12 Ann"])
async def import_match(ctx: Context, line: int, member: Member) -> None:
    """Say whose a waiting line is; it is paid at once."""
    await _imports.confirm(ctx, line, member)


@plugin.action("loyalty-confirm", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def confirm_claim(ctx: Context, line: int, member: int) -> None:
    await _imports.confirm_claim(ctx, line, member)


@plugin.action("loyalty-refuse", least=Role.MODERATOR)
async def refuse_claim(ctx: Context, line: int, member: int) -> None:
    await _imports.refuse(ctx, line, member)


@plugin.command("import undo", least=Role.MODERATOR, examples=["/import undo 1"])
async def import_undo(ctx: Context, number: int) -> None:
    """Take back what is still there of an import; first it is shown."""
    await _imports.ask_undo(ctx, number)


@plugin.action("loyalty-ask-undo", least=Role.MODERATOR)
async def ask_undo(ctx: Context, number: int) -> None:
    await _imports.ask_undo(ctx, number)


@plugin.action("loyalty-undo", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def undo_import(ctx: Context, number: int) -> None:
    await _imports.begin_undoing(ctx, number)
    await ctx.later(take_back, number=number, by=ctx.member.id)


@plugin.job()
async def take_back(ctx: Background, number: int, by: int) -> None:
    """Undo an import, some people at a time."""
    if (await ctx.use(ImportUndoing).take_back(number)).people:
        await ctx.later(take_back, number=number, by=by)
    else:
        await _imports.told_undone(ctx, number, by)


async def arrived(ctx: Background, event: MemberArrived) -> None:
    """Points that waited for the account."""
    await ctx.use(PointImports).pay(member_id=event.member_id)


async def seen_at_stream(ctx: Background, event: StreamEnded) -> None:
    await ctx.later(look_for_owners)


@plugin.job(every=timedelta(days=1))
async def look_for_owners(ctx: Background) -> None:
    """Whoever was seen in a chat since may be who a line waits for; lines that waited for a year are dropped."""
    imports = ctx.use(PointImports)
    if await imports.pay() or await imports.forget_old():
        await ctx.later(look_for_owners)
