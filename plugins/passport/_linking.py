"""Two accounts, one person: a code on one, typed on the other, a yes from both; and the way back."""

from collections.abc import Sequence

from bot.api import (
    LINK_LASTS,
    Account,
    Action,
    Context,
    DeepLinks,
    Health,
    LinkRequests,
    Links,
    Markup,
    Member,
    NotTaken,
    Side,
    Telling,
    UserError,
    join,
    plain,
)

_REFUSED = {
    NotTaken.UNKNOWN: "passport-link-unknown",
    NotTaken.TOO_MANY: "passport-link-too-many",
    NotTaken.OWN: "passport-link-own",
    NotTaken.ONE_ALREADY: "passport-link-already",
}


async def begin(ctx: Context) -> None:
    """Show what waits for a yes, else a new code."""
    waiting = await ctx.use(LinkRequests).waiting(ctx.member)
    if waiting is None:
        await show_code(ctx)
    else:
        await _ask(ctx, waiting)


async def show_code(ctx: Context) -> None:
    """A code to be typed on the other account; where its platform can be opened by an address, one tap does it."""
    mine = await ctx.use(Links).accounts(ctx.member.person_id)
    code = await ctx.use(LinkRequests).open(ctx.member)
    shown = f"{code[:4]}-{code[4:]}"
    addresses = ctx.use(DeepLinks).to(f"link_{code}", besides={account.ref.platform for account in mine})
    taps = [
        Action(plain(ctx.t("passport-link-open", platform=address.platform)), url=address.url) for address in addresses
    ]
    await ctx.reply(ctx.t("passport-link-code", code=shown, minutes=_minutes()), taps, private=True)


async def take(ctx: Context, code: str) -> None:
    """The code was typed here: ask this side, and tell the other one that it is asked too.

    In the chat of a source nobody can be asked: to have typed the code there is the yes of that side.
    """
    only_heard = await _only_heard(ctx)
    if only_heard and not await ctx.use(LinkRequests).is_open(code):
        return  # a word that looks like a code: no attempt
    taken = await ctx.use(LinkRequests).take(ctx.member, code)
    if isinstance(taken, NotTaken):
        # An answer and no UserError: what is undone with an error would be that the attempt was counted.
        await ctx.reply(ctx.t(_REFUSED[taken]), private=True)
        return
    await _tell(ctx, taken, "passport-link-asked", buttons=True)
    if only_heard:
        await ctx.use(LinkRequests).agree(ctx.member, taken.request.id)
    else:
        await _ask(ctx, taken)


async def _only_heard(ctx: Context) -> bool:
    """Whether the account that acts is one of a source, such as Twitch, where the bot writes to nobody."""
    account = await _account(ctx, ctx.member.side or ctx.member.id)
    networks = {network.name for network in ctx.use(Health).platforms(ctx.language)}
    return account is not None and account.ref.platform not in networks


async def agree(ctx: Context, request_id: int) -> None:
    """A yes; the second one links. Raises UserError when there is nothing to agree to any more."""
    before = await ctx.use(LinkRequests).side_of(ctx.member, request_id)
    if before is None:
        raise UserError("passport-link-over")
    words = await _words(ctx, before)
    side = await ctx.use(LinkRequests).agree(ctx.member, request_id)
    if side is None:
        raise UserError("passport-link-over")
    if not side.they_agreed:
        await ctx.reply(ctx.t("passport-link-agreed", **words), [_refuse(ctx, request_id)], private=True)
        return
    await _tell(ctx, side, "passport-link-done-note")
    buttons = [ctx.button("passport.me"), ctx.button("passport.preferences")]
    await ctx.reply(ctx.t("passport-link-done", **words), buttons, private=True)


async def refuse(ctx: Context, request_id: int) -> None:
    """A no; also a yes can be taken back until the other side has said theirs."""
    side = await ctx.use(LinkRequests).refuse(ctx.member, request_id)
    if side is None:
        raise UserError("passport-link-over")
    await _tell(ctx, side, "passport-link-refused-note")
    await ctx.reply(ctx.t("passport-link-refused"), private=True)


async def offer_parting(ctx: Context) -> None:
    """What is linked, with a button for each link to undo."""
    accounts = await ctx.use(Links).accounts(ctx.member.person_id)
    links = [account for account in accounts if account.linked_to is not None]
    if not links:
        await ctx.reply(ctx.t("passport-unlink-none"), [ctx.button("passport.link_code")], private=True)
        return
    several = len(links) > 1
    buttons = [
        ctx.button(
            "passport.unlink_now",
            account.person_id,
            label=plain(ctx.t("passport-unlink-named", account=plain(_named(ctx, account)))) if several else None,
        )
        for account in links
    ]
    lines = [ctx.t("passport-unlink-ask"), *(ctx.t("passport-account-line", account=_named(ctx, a)) for a in accounts)]
    await ctx.reply(join(lines), *([button] for button in buttons), private=True)


async def part(ctx: Context, person_id: int) -> None:
    """Undo a link among the person's own accounts. Raises UserError when it is none of theirs, or there is none."""
    links = ctx.use(Links)
    accounts = {account.person_id: account for account in await links.accounts(ctx.member.person_id)}
    account = accounts.get(person_id)
    by = await links.person_of(ctx.member.side or ctx.member.id)
    if account is None or account.linked_to is None or by is None:
        raise UserError("passport-unlink-over")
    other = await links.account(account.linked_to)
    await links.part(person_id, by=by)
    words = {"account": _named(ctx, account), "other": _named(ctx, other) if other is not None else ""}
    await ctx.reply(ctx.t("passport-unlink-done", **words), private=True)


async def lines(ctx: Context, member: Member) -> list[Markup]:
    """The accounts that are one with the member's, for their own card; nothing where there is one only."""
    accounts = await ctx.use(Links).accounts(member.person_id)
    if len(accounts) < 2:
        return []
    return [ctx.t("passport-me-accounts", accounts=join([_named(ctx, account) for account in accounts], ", "))]


async def _ask(ctx: Context, side: Side) -> None:
    """Which account would be one with which; nothing happens without a yes from both."""
    words = await _words(ctx, side)
    if side.agreed:
        await ctx.reply(ctx.t("passport-link-agreed", **words), [_refuse(ctx, side.request.id)], private=True)
        return
    buttons = [ctx.button("passport.agree_link", side.request.id), _refuse(ctx, side.request.id)]
    await ctx.reply(ctx.t("passport-link-ask", minutes=_minutes(), **words), buttons, private=True)


def _refuse(ctx: Context, request_id: int) -> Action:
    return ctx.button("passport.refuse_link", request_id)


async def _words(ctx: Context, side: Side) -> dict[str, Markup]:
    mine, theirs = await _accounts(ctx, side.mine), await _accounts(ctx, side.theirs)
    return {
        "mine": join([_named(ctx, account) for account in mine], ", "),
        "theirs": join([_named(ctx, account) for account in theirs], ", "),
    }


async def _account(ctx: Context, member_id: int) -> Account | None:
    """The account that a membership is by itself; None once it was forgotten."""
    person_id = await ctx.use(Links).person_of(member_id)
    return await ctx.use(Links).account(person_id) if person_id is not None else None


async def _accounts(ctx: Context, member_id: int) -> Sequence[Account]:
    """All that would be joined on one side: the account itself, and those that it is one with already."""
    person_id = await ctx.use(Links).person_of(member_id)
    return await ctx.use(Links).accounts(person_id) if person_id is not None else ()


async def _tell(ctx: Context, side: Side, message: str, *, buttons: bool = False) -> None:
    """Tell the other side, by that very account."""
    request_id = side.request.id
    account, mine = await _account(ctx, side.theirs), await _account(ctx, side.mine)
    if account is None or mine is None:
        return
    names = ("passport.agree_link", "passport.refuse_link")
    await ctx.use(Telling).member(
        side.theirs,
        f"passport:link:{request_id}:{message}",
        message,
        asked=True,
        account=account.ref,
        buttons=[[(name, request_id) for name in names]] if buttons else (),
        lasts=LINK_LASTS,
        mine=account.name,
        mine_platform=account.ref.platform,
        theirs=mine.name,
        theirs_platform=mine.ref.platform,
    )


def _named(ctx: Context, account: Account) -> Markup:
    return ctx.t("account-named", platform=account.ref.platform, name=account.name)


def _minutes() -> int:
    return int(LINK_LASTS.total_seconds() // 60)
