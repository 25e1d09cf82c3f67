"""The list of challenges, one of them, and its gallery, a page for each entry with its picture."""

from collections.abc import Sequence
from typing import Final

from bot.api import (
    Action,
    ActionStyle,
    Context,
    Markup,
    Message,
    Page,
    Photos,
    Pictures,
    Role,
    headed,
    join,
    plain,
    shortened,
    turning,
)
from plugins.challenges import _entering, _posting, _voting
from plugins.challenges._challenge import Challenge, State, count, some, until
from plugins.challenges._entry import Entry, gallery_of, own_in, ranked, tally, who_for
from plugins.challenges._starting import ends_there_are

ON_A_PAGE: Final = 8
LABEL: Final = 60
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def listing(ctx: Context, number: int) -> Screen:
    """A page of all challenges, the newest first."""
    hosts = ctx.member.role >= Role.HOST
    number, last = Page.nearest(await count(ctx), number, ON_A_PAGE)
    page = Page(await some(ctx, limit=ON_A_PAGE, skip=(number - 1) * ON_A_PAGE), number, last)
    lines = [headed(ctx, ctx.t("challenges-list"), page)]
    if not page.items:
        lines = [ctx.t("challenges-none", host=hosts)]
    looks = []
    for one in page.items:
        label = ctx.t("challenges-line", theme=shortened(one.theme, LABEL), state=one.state.value)
        looks.append([ctx.button("challenges.look", one.id, label=label)])
    start = [ctx.button("challenges.start_form")] if hosts else []
    return join(lines), [*looks, turning(ctx, "challenges.list_page", page), start]


async def page(ctx: Context, challenge: Challenge, head: Markup | None = None) -> Message:
    """One challenge; once it is over with what it came to, as a text and a picture."""
    opened = challenge.is_open(ctx.now)
    there = await ranked(ctx, challenge.id) if challenge.state is State.CLOSED else await gallery_of(ctx, challenge.id)
    cast = sum(entry.votes or 0 for entry in there) or sum((await tally(ctx, challenge)).values())
    lines = [head] if head is not None else []
    values = {"ends": challenge.ends, "until": until(ctx, challenge, ctx.member.zone)}
    lines.append(ctx.t("challenges-page", theme=challenge.theme, entries=len(there), votes=cast, **values))
    message = Message(join(lines), tuple(tuple(row) for row in await _ways(ctx, challenge, opened=opened) if row))
    if challenge.state is State.OPEN:
        return message
    rows = [ctx.t(line["text"], **line["values"]) for line in _posting.lines_of(there)]
    message = Message(join([message.text, *rows]), message.actions)
    card = _posting.card_of(ctx, challenge, there)
    if card is None or ctx.db.is_writing:
        return message
    says = ctx.t("challenges-picture-says", theme=challenge.theme, result=join(rows))
    return await ctx.use(Pictures).beside(message, card, says=says, reader=ctx.member)


async def _ways(ctx: Context, challenge: Challenge, *, opened: bool) -> list[list[Action]]:
    label = None if opened else ctx.t("challenges-look")
    rows = [[ctx.button("challenges.gallery", challenge.id, 1, label=label)]]
    own = await own_in(ctx, challenge.id, ctx.member.id)
    if opened:
        label = ctx.t("challenges-change") if own is not None else None
        rows[0].insert(0, ctx.button("challenges.join_form", challenge.id, label=label))
    if own is not None:
        rows.append([ctx.button("challenges.withdraw", own.id)])
    if ctx.member.role >= Role.HOST and challenge.state is State.OPEN:
        rows.append([ctx.button("challenges.close_now", challenge.id)])
        rows.append(
            [
                ctx.button("challenges.ends", challenge.id, end.value, label=ctx.t("challenges-end", end=end.value))
                for end in await ends_there_are(ctx)
            ]
        )
    return rows


async def gallery(ctx: Context, challenge: Challenge, number: int) -> Message:
    """The entry at that place of the gallery."""
    shown = Page.of(await gallery_of(ctx, challenge.id), number, 1)
    back = [ctx.button("challenges.look", challenge.id, label=ctx.t("challenges-back"))]
    if not shown.items:
        return Message(ctx.t("challenges-empty-gallery", theme=challenge.theme), (tuple(back),))
    turn = turning(ctx, "challenges.gallery", shown, challenge.id)
    title = headed(ctx, challenge.theme, shown)
    return await _one(ctx, challenge, shown.items[0], title, [turn, back])


async def entry_page(ctx: Context, challenge: Challenge, entry: Entry, head: Markup) -> Message:
    """An entry by itself, as its author or a host sees it."""
    back = [ctx.button("challenges.look", challenge.id, label=ctx.t("challenges-back"))]
    return await _one(ctx, challenge, entry, head, [back])


async def _one(
    ctx: Context, challenge: Challenge, entry: Entry, head: Markup, behind: Sequence[Sequence[Action]]
) -> Message:
    who, voted = await who_for(ctx, entry), await _voting.own_vote(ctx, challenge.id) == entry.id
    own, hosts = entry.member_id == ctx.member.id, ctx.member.role >= Role.HOST
    values = {"who": who, "number": entry.number or 0, "text": entry.text, "written": bool(entry.text)}
    lines = [head, ctx.t("challenges-entry", **values, numbered=entry.number is not None)]
    if entry.votes is not None:
        lines.append(ctx.t("challenges-entry-votes", votes=entry.votes, won=entry.won))
    elif own or hosts or voted:
        lines.append(ctx.t("challenges-entry-state", state=entry.state.value, own=own, voted=voted))
    rows: list[list[Action]] = []
    if challenge.is_open(ctx.now) and entry.is_shown and not own:
        back = ctx.button("challenges.take_back", challenge.id)
        rows.append([back if voted else ctx.button("challenges.vote", entry.id, style=ActionStyle.MAIN)])
    if hosts and challenge.is_open(ctx.now):
        rows.append([ctx.button(*button) for button in _entering.host_buttons(entry)])
    said = plain(ctx.t("challenges-photo-of", theme=challenge.theme, who=who, known=True))
    photo = await ctx.use(Photos).of(entry.photo_id, said)
    every = tuple(tuple(row) for row in [*rows, *behind] if row)
    return Message(join(lines), every, files=() if photo is None else (photo,))
