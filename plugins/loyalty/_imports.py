"""Points from other bots in the chat: who says that a name is theirs, who says yes to it, and how all is undone."""

from collections.abc import Sequence

from bot.api import (
    Action,
    Audit,
    Background,
    Claimed,
    Context,
    ImportUndoing,
    Markup,
    Member,
    Page,
    People,
    PointImport,
    PointImports,
    Telling,
    UserError,
    WaitingLine,
    echoed,
    join,
    shortened,
    times,
    turning,
)

ON_A_PAGE = 5
NAME_SHOWN = 60
CHANGE = "loyalty-import"


async def claim(ctx: Context, name: str) -> None:
    """Note that a member calls a line theirs, and ask the hosts. Raises UserError where that cannot be."""
    what, line = await ctx.use(PointImports).claim(ctx.member.id, name)
    match what:
        case Claimed.UNKNOWN:
            raise UserError("loyalty-claim-unknown", asked=echoed(name))
        case Claimed.REFUSED:
            raise UserError("loyalty-claim-refused-before")
        case Claimed.TOO_MANY:
            raise UserError("loyalty-claim-enough")
    assert line is not None
    if what is Claimed.NOTED:
        await ctx.use(Telling).everybody(
            f"claim:{line.id}:{ctx.member.id}",
            "loyalty-claim-told",
            buttons=[
                [("loyalty.confirm_claim", line.id, ctx.member.id), ("loyalty.refuse_claim", line.id, ctx.member.id)]
            ],
            hosts=True,
            name=ctx.member.name,
            line=_called(line),
            points=line.amount,
        )
    await ctx.reply(ctx.t("loyalty-claim-noted", line=_called(line), points=line.amount), private=True)


async def confirm(ctx: Context, line_id: int, member: Member) -> None:
    """The line is this member's, and paid. Raises UserError where it waits no more."""
    line = await ctx.use(PointImports).confirm(line_id, member.id, ctx.member.id)
    if line is None:
        raise UserError("loyalty-line-gone", line=line_id)
    subject = f"import:{line.import_id}"
    await ctx.use(Audit).note(
        ctx.community.id, ctx.member.id, CHANGE, subject, None, f"{_called(line)} → {member.name}"
    )
    await ctx.use(Telling).member(
        member.id, f"claim-paid:{line.id}", "loyalty-claim-paid", asked=True, line=_called(line), points=line.amount
    )
    await ctx.reply(ctx.t("loyalty-line-paid", line=_called(line), name=member.name, points=line.amount))


async def confirm_claim(ctx: Context, line_id: int, member_id: int) -> None:
    """The line is theirs who said so. Raises UserError where nobody says so any more."""
    line = await ctx.use(PointImports).line(line_id)
    if line is None or member_id not in line.claimed_by:
        raise UserError("loyalty-line-gone", line=line_id)
    await confirm(ctx, line_id, await ctx.use(People).get(member_id))


async def refuse(ctx: Context, line_id: int, member_id: int) -> None:
    """It is not theirs. Raises UserError where nobody says so any more."""
    imports = ctx.use(PointImports)
    line = await imports.line(line_id)
    if line is None or not await imports.refuse(line_id, member_id):
        raise UserError("loyalty-line-gone", line=line_id)
    member = await ctx.use(People).get(member_id)
    await ctx.use(Telling).member(
        member_id, f"claim-refused:{line_id}:{member_id}", "loyalty-claim-not-yours", asked=True, line=_called(line)
    )
    await ctx.reply(ctx.t("loyalty-claim-refused", line=_called(line), name=member.name))


async def waiting(ctx: Context, number: int) -> None:
    """A page of the lines nobody was paid for, those that somebody calls theirs first."""
    number = max(1, number)
    found = await ctx.use(PointImports).waiting(ON_A_PAGE + 1, (number - 1) * ON_A_PAGE)
    page = Page.piece(found, number, ON_A_PAGE)
    if not found:
        await ctx.reply(ctx.t("loyalty-waiting-none"))
        return
    lines, rows = [ctx.t("loyalty-waiting-title", page=page.number)], []
    for one in page.items:
        people = [await ctx.use(People).get(id) for id in one.claimed_by[:ON_A_PAGE]]
        lines.append(_waiting_line(ctx, one, people))
        rows += [_answers(ctx, one, member) for member in people]
    await ctx.reply(join(lines), *rows, turning(ctx, "loyalty.waiting_page", page))


def _waiting_line(ctx: Context, one: WaitingLine, people: Sequence[Member]) -> Markup:
    return ctx.t(
        "loyalty-waiting-line",
        number=one.id,
        line=_called(one),
        points=one.amount,
        claimed=bool(people),
        names=times.names([member.name for member in people], ctx.language) if people else "",
    )


def _answers(ctx: Context, one: WaitingLine, member: Member) -> list[Action]:
    told = {"name": shortened(member.name, 40), "number": one.id}
    return [
        ctx.button("loyalty.confirm_claim", one.id, member.id, label=ctx.t("loyalty-confirm-this", **told)),
        ctx.button("loyalty.refuse_claim", one.id, member.id, label=ctx.t("loyalty-refuse-this", **told)),
    ]


async def listing(ctx: Context, number: int) -> None:
    """A page of the imports, the newest first."""
    number = max(1, number)
    found = await ctx.use(PointImports).all(ON_A_PAGE + 1, (number - 1) * ON_A_PAGE)
    page = Page.piece(found, number, ON_A_PAGE)
    if not found:
        await ctx.reply(ctx.t("loyalty-imports-none"))
        return
    lines = [ctx.t("loyalty-imports-title", page=page.number), *(_import_line(ctx, one) for one in page.items)]
    undo = [
        ctx.button("loyalty.ask_undo", one.id, label=ctx.t("loyalty-undo-this", number=one.id))
        for one in page.items
        if one.undone_at is None
    ]
    open_lines = []
    if any(one.waiting for one in page.items):
        open_lines.append(ctx.button("loyalty.waiting_page", 1, label=ctx.t("loyalty-show-waiting")))
    await ctx.reply(join(lines), undo, open_lines, turning(ctx, "loyalty.imports_page", page))


def _import_line(ctx: Context, one: PointImport) -> Markup:
    return ctx.t(
        "loyalty-imports-line",
        number=one.id,
        day=times.day(one.begun_at.date(), ctx.language, today=ctx.now.date()),
        file=shortened(one.file, NAME_SHOWN),
        state="undone" if one.undone_at else "done" if one.done_at else "begun",
        people=one.paid,
        points=one.points,
        waiting=one.waiting,
        missing=one.missing,
    )


async def ask_undo(ctx: Context, number: int) -> None:
    """What undoing an import would take. Raises UserError where there is nothing to undo."""
    one = await ctx.use(PointImports).get(number)
    if one is None or one.undone_at is not None:
        raise UserError("loyalty-import-unknown", number=number, undone=one is not None)
    there = await ctx.use(ImportUndoing).still_there(number)
    told = {"people": there.people, "points": there.taken, "missing": there.missing}
    text = ctx.t("loyalty-undo-sure", number=number, file=shortened(one.file, NAME_SHOWN), **told)
    await ctx.reply(text, [ctx.button("loyalty.undo_import", number)])


async def begin_undoing(ctx: Context, number: int) -> None:
    """Nobody is paid by it any more. Raises UserError where it was undone before."""
    if not await ctx.use(ImportUndoing).begin(number):
        raise UserError("loyalty-import-unknown", number=number, undone=True)
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, CHANGE, f"import:{number}", f"{number}", None)
    await ctx.reply(ctx.t("loyalty-undo-begun", number=number))


async def told_undone(ctx: Background, number: int, by: int) -> None:
    """Whoever wanted it learns what came of it."""
    one = await ctx.use(PointImports).get(number)
    assert one is not None
    await ctx.use(People).get(by)  # whoever was erased meanwhile is told nothing
    await ctx.use(Telling).member(
        by,
        f"import-undone:{number}",
        "loyalty-import-undone",
        asked=True,
        number=number,
        people=one.paid,
        points=one.points - one.missing,
        missing=one.missing,
        short=one.short,
    )


def _called(line: WaitingLine) -> str:
    return shortened(line.name, NAME_SHOWN)
