"""What hosts hear and do: a post for each review, which says how it stands; their yes or no, and their reply."""

from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from bot.api import Activities, Audit, Background, Context, People, Telling, UserError, in_lines, shortened
from plugins.reviews import _publishing
from plugins.reviews._review import Review, State, held, review_of
from plugins.reviews._tables import reviews

REVIEWED: Final = "reviewed"
"""The activity, once for each thing; `reference` is "review:<thing>"."""

LONGEST_REPLY: Final = 500
GIVEN_BACK: Final = 1500
QUOTED: Final = 200
LASTS: Final = timedelta(days=7)


async def post(ctx: Background, review: Review) -> None:
    """Show the hosts what was said, or how it stands; hosts without a place of their own are told of what is new."""
    name, rows = f"review-hosts:{review.name}", [buttons_of(review)]
    values: dict[str, Any] = {
        "who": await ctx.use(People).name_of(review.member_id),
        "known": "yes",
        "stars": review.shown_stars,
        "about": review.about,
        "some": "yes" if review.about else "no",
        "text": review.text,
        "written": "yes" if review.text else "no",
        "leave": review.leave.value,
        "state": review.state.value,
        "published": "yes" if review.published else "no",
        "changed": "yes" if review.turn else "no",
        "reply": review.reply,
        "replied": "yes" if review.reply else "no",
    }
    values |= {"of": review.member_id, "photo": review.photo_id, "says": "reviews-photo-of"}
    once = f"{name}:{review.turn}" if review.state is State.WAITING else None
    await ctx.use(Telling).for_hosts(name, "reviews-hosts-post", once=once, buttons=rows, lasts=LASTS, **values)


async def take_back(ctx: Background, review: Review) -> None:
    """The hosts' post shows nothing of it any more."""
    await ctx.use(Telling).take_back(f"review-hosts:{review.name}")


def buttons_of(review: Review) -> list[tuple[str, int, int]]:
    """What hosts can do about it; each button says which of its author's versions it is about."""
    found = []
    if review.state is not State.APPROVED:
        found.append("reviews.approve")
    if review.state is State.WAITING:
        found.append("reviews.refuse_form")
    if _publishing.can_be(review):
        found.append("reviews.publish")
    if review.published:
        found.append("reviews.take_down")
    found.append("reviews.reply_form")
    return [(name, review.id, review.turn) for name in found]


async def as_seen(ctx: Context, review_id: int, turn: int, text: str = "") -> Review:
    """The review, held, as the host saw it. Raises UserError, with what they wrote, where its author changed it."""
    review = await held(ctx, review_id)
    if review.turn != turn:
        raise UserError("reviews-changed-since", text=text, written=bool(text))
    return review


async def approve(ctx: Context, review_id: int, turn: int) -> Review:
    """Members may see it from now on, as far as its author lets them; once more changes nothing."""
    review = await as_seen(ctx, review_id, turn)
    if review.state is State.APPROVED:
        return review
    await _decide(ctx, review, State.APPROVED, "")
    activities, reference = ctx.use(Activities), f"review:{review.thing_id}"
    await activities.record(ctx.community.id, review.member_id, REVIEWED, reference, value=review.stars)
    return await _told(ctx, review.id)


async def refuse(ctx: Context, review_id: int, turn: int, typed: str) -> Review:
    """Nobody but hosts and its author sees it, who is told why. Raises UserError with the words given back."""
    reason = _read(typed)
    review = await as_seen(ctx, review_id, turn, reason)
    await _decide(ctx, review, State.REFUSED, reason)
    await ctx.use(Telling).member(
        review.member_id,
        f"review-refused:{review.name}:{review.turn}",
        "reviews-refused-message",
        buttons=[[("reviews.change_form", review.id)]],
        lasts=LASTS,
        about=review.about,
        some="yes" if review.about else "no",
        reason=reason,
        why="yes" if reason else "no",
    )
    return await _told(ctx, review.id)


async def reply(ctx: Context, review_id: int, turn: int, typed: str) -> Review:
    """The hosts' reply stands under it wherever it is shown, and its author is told."""
    words = _read(typed)
    if not words:
        raise UserError("reviews-reply-empty")
    review = await as_seen(ctx, review_id, turn, words)
    await ctx.db.execute(sa.update(reviews).where(reviews.c.id == review.id).values(reply=words))
    await ctx.use(Telling).member(
        review.member_id,
        f"review-reply:{review.name}:{int(ctx.now.timestamp())}",
        "reviews-reply-message",
        lasts=LASTS,
        host=ctx.member.name,
        quoted=shortened(review.text, QUOTED),
        written="yes" if review.text else "no",
        reply=words,
    )
    review = await _told(ctx, review.id)
    if review.published:
        await _publishing.say(ctx, review)
    return review


async def take_down(ctx: Context, review_id: int) -> Review:
    """The hosts take the post back."""
    review = await held(ctx, review_id)
    await _publishing.take_down(ctx, review)
    return await _told(ctx, review.id)


async def publish(ctx: Context, review_id: int, turn: int) -> Review:
    """The hosts show it to everybody."""
    review = await _publishing.publish(ctx, review_id, turn)
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "reviews-publish", f"review:{review.id}", None, None)
    return await _told(ctx, review.id)


def _read(typed: str) -> str:
    words = in_lines(typed)
    if len(words) > LONGEST_REPLY:
        raise UserError("reviews-reply-long", most=LONGEST_REPLY, text=shortened(words, GIVEN_BACK))
    return words


async def _decide(ctx: Context, review: Review, state: State, reason: str) -> None:
    now = {"state": state.value, "reason": reason, "decided_at": ctx.now, "decided_by": ctx.member.id}
    await ctx.db.execute(sa.update(reviews).where(reviews.c.id == review.id).values(**now))
    if state is State.REFUSED:
        await _publishing.take_down(ctx, review)
    before, after = review.state.value, state.value
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "reviews-decide", f"review:{review.id}", before, after)


async def _told(ctx: Context, review_id: int) -> Review:
    review = await review_of(ctx, review_id)
    await post(ctx, review)
    return review
