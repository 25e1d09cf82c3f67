"""One community in several places: a code by which another place joins, what that does, and how one parts again."""

from collections.abc import Sequence
from typing import Final

from bot.api import (
    Action,
    Communities,
    Context,
    Field,
    Here,
    Joining,
    JoinOffer,
    Markup,
    People,
    PluginSettings,
    Role,
    Space,
    Translator,
    UserError,
    join,
    plain,
    shortened,
    times,
)
from plugins.setup._parts import rows_of

LABEL: Final = 40


# ---- the community that stays -------------------------------------------------------------------------------------


async def typed(ctx: Context, code: str) -> None:
    """/setup join: with a code this place is to join another one, without one it is the place that stays."""
    if code:
        await take(ctx, code)
    elif ctx.member.role is Role.OWNER:
        await show_code(ctx)
    else:
        await screen(ctx)


async def screen(ctx: Context, said: Markup | None = None) -> None:
    """What joined, what could, and the way to a code."""
    joined = await ctx.use(Joining).joined()
    lines = [*([said, Markup("")] if said else []), ctx.t("setup-join-title")]
    lines += [ctx.t("setup-joined-line", name=_name(one), counts=one.rights_count) for one in joined]
    await ctx.reply(join(lines), [ctx.button("setup.join_code")], *await _ways(ctx, joined), private=True)


async def _ways(ctx: Context, joined: Sequence[Space]) -> list[list[Action]]:
    """Buttons for those that joined; those that the presser owns and that could join are offered first."""
    could = await ctx.use(Joining).candidates(ctx.member)
    rows = [[ctx.button("setup.join_own", one.id, label=_label(ctx, "setup-join-own-one", one))] for one in could]
    for one in joined:
        key, word = ("setup-distrust", "no") if one.rights_count else ("setup-trust", "yes")
        rows.append([ctx.button("setup.trust", one.id, word, label=_label(ctx, key, one))])
        rows.append([ctx.button("setup.part_ask", one.id, label=_label(ctx, "setup-part-one", one))])
    return rows


async def show_code(ctx: Context) -> None:
    """A code to be typed in the other place; only its reader sees it."""
    code = await ctx.use(Joining).new_code(ctx.member)
    shown, minutes = f"{code[:4]}-{code[4:]}", int(Joining.lasts.total_seconds() // 60)
    text = ctx.t("setup-join-typed", code=shown, minutes=minutes, community=ctx.community.name)
    await ctx.reply(text, [ctx.button("setup.join_screen")], private=True)


async def trust(ctx: Context, space_id: int, *, counts: bool) -> None:
    """Whoever runs that place runs the community too, or is a plain member."""
    space = await ctx.use(Joining).trust(space_id, ctx.member, rights_count=counts)
    if space is None:
        raise UserError("setup-gone")
    await screen(ctx, ctx.t("setup-trust-set", name=_name(space), counts=counts))


async def offer_own(ctx: Context, space_id: int) -> None:
    """What it would do to take in a place that the presser owns as well."""
    offer = await ctx.use(Joining).offer_of(space_id, ctx.member)
    if offer is None:
        raise UserError("setup-gone")
    yes = ctx.button("setup.join_own_now", space_id, label=ctx.t("setup-join-agree"))
    await ctx.reply(await _told(ctx, offer), [yes, ctx.button("setup.join_screen")], private=True)


async def take_own(ctx: Context, space_id: int) -> None:
    """Take it in."""
    offer = await ctx.use(Joining).take_in(space_id, ctx.member)
    await screen(ctx, ctx.t("setup-join-done", into=offer.into.name, young=offer.young.name, own=True))


# ---- the one that joins -------------------------------------------------------------------------------------------


async def question(ctx: Context) -> tuple[list[Markup], list[list[Action]]]:
    """In the first step of a new place: whether it belongs to a community that I am in already."""
    if not await ctx.use(Joining).could_join():
        return [], []
    others = [one.name for one in await ctx.use(People).communities_of(ctx.member) if one.id != ctx.community.id]
    text = ctx.t("setup-join-question", names=times.names(others, ctx.language), some=bool(others))
    return [text], [[ctx.button("setup.join_form")]]


async def ask(ctx: Context) -> None:
    """A form with one line."""
    field = Field("code", plain(ctx.t("setup-join-field")), help=plain(ctx.t("setup-join-help")))
    await ctx.ask("setup.join_given", title=ctx.t("setup-join-form"), fields=[field])


async def take(ctx: Context, code: str) -> None:
    """The code was typed here: show what would happen, and ask."""
    offer = await ctx.use(Joining).take(ctx.member, code)
    if isinstance(offer, str):
        # An answer and no UserError: what is undone with an error would be that the attempt was counted.
        await ctx.reply(ctx.t("setup-join-wrong", why=offer), private=True)
    elif offer.history:
        await ctx.reply(_lost(ctx, offer), private=True)
    else:
        row = [ctx.button("setup.join_agree", offer.request_id), ctx.button("setup.join_refuse", offer.request_id)]
        await ctx.reply(await _told(ctx, offer), row, private=True)


async def agree(ctx: Context, request_id: int) -> None:
    """Join, by an owner's word."""
    offer = await ctx.use(Joining).agree(request_id, ctx.member)
    if offer.history:
        await ctx.reply(_lost(ctx, offer), private=True)
        return
    part = [ctx.button("setup.part_ask", one.id, label=_label(ctx, "setup-part-one", one)) for one in offer.spaces]
    text = ctx.t("setup-join-done", into=offer.into.name, young=offer.young.name, own=False)
    await ctx.reply(text, *rows_of(part), private=True)


async def refuse(ctx: Context, request_id: int) -> None:
    """Stay as it is; the code is used up."""
    await ctx.use(Joining).refuse(request_id)
    await ctx.reply(ctx.t("setup-join-refused"), private=True)


def _lost(ctx: Context, offer: JoinOffer) -> Markup:
    """Why it cannot be, and what can."""
    names = [
        ctx.use(Translator).title(ctx.use(PluginSettings).plugin(name).titled, ctx.language) for name in offer.history
    ]
    what = times.names([plain(name) for name in names], ctx.language)
    return ctx.t(
        "setup-join-lost", young=offer.young.name, into=offer.into.name, what=what, turn=not offer.other_history
    )


async def _told(ctx: Context, offer: JoinOffer) -> Markup:
    into, young = offer.into, offer.young
    there = await ctx.use(Communities).spaces(into.id)
    posts = {one.ref.platform for one in there if one.post_channel is not None}
    lines = [
        ctx.t("setup-join-what", into=into.name, young=young.name),
        ctx.t("setup-join-people", people=offer.people, both=offer.both, into=into.name),
        ctx.t(
            "setup-join-settings",
            into=into.name,
            language=ctx.use(Translator).text("setup-language-own", into.language),
            zone=times.zone_name(into.zone, ctx.language),
            other=(into.language, into.zone) != (young.language, young.zone),
        ),
        ctx.t("setup-join-posts", into=into.name, here=not any(one.ref.platform in posts for one in offer.spaces)),
        ctx.t("setup-join-rights", into=into.name),
        ctx.t("setup-join-back"),
    ]
    return join(lines)


# ---- parting ------------------------------------------------------------------------------------------------------


async def part(ctx: Context, here: Here) -> None:
    """/setup part: this place, or in private one of those that could."""
    channel = here.channel
    found = await ctx.use(Joining).parts_from(channel.space_id if channel is not None else None)
    if not found:
        raise UserError("setup-part-none")
    if len(found) == 1:
        await ask_to_part(ctx, found[0].id)
        return
    buttons = [ctx.button("setup.part_ask", one.id, label=_label(ctx, "setup-part-one", one)) for one in found]
    await ctx.reply(ctx.t("setup-part-which"), *rows_of(buttons, 1), private=True)


async def ask_to_part(ctx: Context, space_id: int) -> None:
    """What it means, and a button that does it. Raises UserError for whoever may not."""
    space = await _parting(ctx, space_id)
    text = ctx.t("setup-part-ask", name=_name(space), community=ctx.community.name)
    await ctx.reply(text, [ctx.button("setup.part_now", space.id)], private=True)


async def part_now(ctx: Context, space_id: int) -> None:
    """Let it go its own way. Raises UserError for whoever may not."""
    space = await _parting(ctx, space_id)
    own = await ctx.use(Joining).part(space, ctx.member)
    await ctx.reply(ctx.t("setup-part-done", name=own.name, community=ctx.community.name), private=True)


async def _parting(ctx: Context, space_id: int) -> Space:
    space = next((one for one in await ctx.use(Joining).parts_from() if one.id == space_id), None)
    if space is None:
        raise UserError("setup-part-none")
    if not await ctx.use(Joining).may_part(space, ctx.member):
        raise UserError("not-allowed", role=Role.OWNER.name.lower())
    return space


def _name(space: Space) -> str:
    return space.title or space.ref.platform.capitalize()


def _label(ctx: Context, key: str, space: Space) -> str:
    return plain(ctx.t(key, name=shortened(_name(space), LABEL)))
