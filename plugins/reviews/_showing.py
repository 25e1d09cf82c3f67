"""The list of reviews with what they come to, and one of them with its photo: for everybody, its author, and hosts."""

from collections.abc import Sequence
from typing import Final

from bot.api import (
    FEWEST_ANSWERS,
    STARS,
    Action,
    ActionStyle,
    Context,
    Markup,
    Message,
    Page,
    Photos,
    Role,
    headed,
    join,
    mean_answer,
    plain,
    shortened,
    turning,
)
from plugins.reviews import _hosting, _things
from plugins.reviews._review import Review, State, all_of, count, listed, spread, who_for

ON_A_PAGE: Final = 5
QUOTED: Final = 200
LABEL: Final = 60
EVERYTHING: Final = 0
"""In a button, instead of a thing's number."""

Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def listing(ctx: Context, state: State, thing_id: int, number: int) -> Screen:
    """A page of them, the newest first. What nobody has approved only hosts see."""
    hosts = ctx.member.role >= Role.HOST
    state, thing = state if hosts else State.APPROVED, thing_id or None
    number, last = Page.nearest(await count(ctx, state, thing, hosts=hosts), number, ON_A_PAGE)
    skip = (number - 1) * ON_A_PAGE
    page = Page(await listed(ctx, state, thing, hosts=hosts, limit=ON_A_PAGE, skip=skip), number, last)
    title = ctx.t("reviews-list", state=state.value, about=await _called(ctx, thing_id), some=bool(thing_id))
    lines = [headed(ctx, title, page)]
    if state is State.APPROVED:
        lines += await _figures(ctx, thing)
    if not page.items:
        lines.append(ctx.t("reviews-list-none", state=state.value))
    looks = []
    for review in page.items:
        who = await who_for(ctx, review)
        lines.append(_line(ctx, review, who))
        looks.append([ctx.button("reviews.look", review.id, label=shortened(f"{who} {review.shown_stars}", LABEL))])
    turn = turning(ctx, "reviews.list_page", page, state.value, thing_id)
    return join(lines), [*looks, turn, *await _ways(ctx, state, thing_id)]


async def _called(ctx: Context, thing_id: int) -> str:
    return next((thing.title for thing in await _things.every(ctx) if thing.id == thing_id), "")


async def _figures(ctx: Context, thing_id: int | None) -> list[Markup]:
    """The mean, once there are enough for one."""
    found = await spread(ctx, thing_id)
    mean = mean_answer(found)
    if mean is None:
        return [ctx.t("reviews-too-few", fewest=FEWEST_ANSWERS)] if found.total() else []
    return [ctx.t("reviews-mean", mean=round(mean, 1), of=STARS.most, count=found.total())]


def _line(ctx: Context, review: Review, who: str) -> Markup:
    text = shortened(" ".join(review.text.split()), QUOTED)
    values = {"about": review.about, "some": bool(review.about), "text": text, "written": bool(text)}
    return ctx.t("reviews-line", who=who, stars=review.shown_stars, photo=review.photo_id is not None, **values)


async def _ways(ctx: Context, state: State, thing_id: int) -> list[list[Action]]:
    give = ctx.button("reviews.give_form", style=ActionStyle.MAIN)
    mine = [ctx.button("reviews.mine", 1)] if await all_of(ctx, ctx.member.id) else []
    rows = [[give, *mine]]
    if ctx.member.role >= Role.HOST:
        rows.append(
            [
                ctx.button(
                    "reviews.list_page",
                    one.value,
                    thing_id,
                    1,
                    label=ctx.t("reviews-which", state=one.value, count=await count(ctx, one, thing_id or None)),
                )
                for one in State
                if one is not state
            ]
        )
    return rows


async def page(ctx: Context, review: Review, head: Markup | None = None) -> Message:
    """One review, with what the reader can do about it."""
    who, own = await who_for(ctx, review), review.member_id == ctx.member.id
    hosts = ctx.member.role >= Role.HOST
    lines = [head] if head is not None else []
    about = {"about": review.about, "some": bool(review.about)}
    lines.append(ctx.t("reviews-page", who=who, stars=review.shown_stars, **about))
    lines += [ctx.t("reviews-page-text", text=review.text)] if review.text else []
    lines += [ctx.t("reviews-page-reply", reply=review.reply)] if review.reply else []
    if own or hosts:
        values = {"state": review.state.value, "leave": review.leave.value, "published": review.published}
        lines.append(ctx.t("reviews-page-state", **values, own=own))
        lines += [ctx.t("reviews-page-reason", reason=review.reason)] if review.reason else []
    rows = [*(_own_buttons(ctx, review) if own else []), *(_host_buttons(ctx, review) if hosts else [])]
    back = [ctx.button("reviews.list_page", State.APPROVED.value, EVERYTHING, 1)]
    said = plain(ctx.t("reviews-photo-of", **about, who=who, known=True))
    photo = await ctx.use(Photos).of(review.photo_id, said)
    files = () if photo is None else (photo,)
    return Message(join(lines), tuple(tuple(row) for row in [*rows, back] if row), files=files)


def _own_buttons(ctx: Context, review: Review) -> list[list[Action]]:
    photo = [ctx.button("reviews.drop_photo" if review.photo_id is not None else "reviews.photo_form", review.id)]
    return [[ctx.button("reviews.change_form", review.id), ctx.button("reviews.withdraw", review.id)], photo]


def _host_buttons(ctx: Context, review: Review) -> list[list[Action]]:
    return [[ctx.button(*button) for button in _hosting.buttons_of(review)]]


async def mine(ctx: Context, number: int) -> Screen:
    """A page of one's own."""
    shown = Page.of(await all_of(ctx, ctx.member.id), number, ON_A_PAGE)
    lines = [headed(ctx, ctx.t("reviews-mine-list"), shown)]
    looks = []
    for review in shown.items:
        who = review.about or plain(ctx.t("reviews-whole"))
        lines.append(_line(ctx, review, plain(ctx.t("reviews-you"))))
        looks.append([ctx.button("reviews.look", review.id, label=shortened(f"{review.shown_stars} {who}", LABEL))])
    if not shown.items:
        lines.append(ctx.t("reviews-mine-none"))
    return join(lines), [*looks, turning(ctx, "reviews.mine", shown), [ctx.button("reviews.give_form")]]
