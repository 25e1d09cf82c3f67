"""A draft as its host sees it: how it will read, and buttons that say what they will set."""

from collections.abc import Sequence
from datetime import datetime

from bot.api import Action, Audit, Context, Markup, RuleWords, Segments, Streams, UserError, join, times
from plugins.polls._asking import AT_MOST_OPEN, draft
from plugins.polls._ballot import Screen
from plugins.polls._poll import Kind, Poll, Secrecy, State, change, ends_of, poll_of
from plugins.polls._posting import open_due, open_now

STRETCHES = (5, 30, 120, 1440, 10_080)
"""Minutes that a poll can be open for by one press."""


async def screen(ctx: Context, poll: Poll, first: Markup | None = None) -> Screen:
    """The draft."""
    lines = [
        *([first] if first is not None else []),
        ctx.t("polls-draft", question=poll.question, kind=poll.kind.value),
        *(ctx.t("polls-draft-answer", text=text) for text in poll.options),
        ctx.t("polls-draft-how", secrecy=poll.secrecy.value, hides="yes" if poll.hides else "no"),
        await _who(ctx, poll),
        _how_long(ctx, poll),
    ]
    return join(lines), await _rows(ctx, poll)


async def _who(ctx: Context, poll: Poll) -> Markup:
    if poll.only_stream:
        return ctx.t("polls-draft-stream")
    if poll.rule is None:
        return ctx.t("polls-draft-everybody")
    words = (await RuleWords.of(ctx, poll.rule)).says(poll.rule)
    return ctx.t("polls-draft-rule", rule=words, count=await ctx.use(Segments).how_many(ctx.community.id, poll.rule))


def _how_long(ctx: Context, poll: Poll) -> Markup:
    planned = poll.state is State.PLANNED and poll.opens_at is not None
    opens = times.moment(poll.opens_at, ctx.language, ctx.member.zone, now=ctx.now) if poll.opens_at is not None else ""
    lasts = times.duration(poll.minutes * 60, ctx.language) if poll.minutes is not None else ""
    ends = "time" if poll.minutes is not None else ends_of(poll)
    return ctx.t("polls-draft-long", planned="yes" if planned else "no", opens=opens, lasts=lasts, ends=ends)


async def _rows(ctx: Context, poll: Poll) -> Sequence[Sequence[Action]]:
    live = await ctx.use(Streams).live(ctx.community.id) is not None
    other = [secrecy for secrecy in Secrecy if secrecy is not poll.secrecy and _fits(poll, secrecy)]
    rows = [
        [ctx.button("polls.post_now", poll.id), ctx.button("polls.edit_form", poll.id)],
        [_setting(ctx, poll, "secrecy", secrecy.value) for secrecy in other],
        [_setting(ctx, poll, "hides", "no" if poll.hides else "yes")],
        [_setting(ctx, poll, "who", who) for who in ("all", "stream") if _other_who(poll, who, live=live)],
        [ctx.button("polls.rule", poll.id), ctx.button("polls.when_form", poll.id)],
        [
            ctx.button("polls.lasts", poll.id, minutes, label=times.duration(minutes * 60, ctx.language))
            for minutes in STRETCHES
            if minutes != poll.minutes
        ],
        [ctx.button("polls.throw_away", poll.id)],
    ]
    return [row for row in rows if row]


def _fits(poll: Poll, secrecy: Secrecy) -> bool:
    if secrecy is Secrecy.PUBLIC:
        return poll.kind in (Kind.SINGLE, Kind.SEVERAL)
    return secrecy is not Secrecy.ANSWERABLE or poll.kind is Kind.WORDS


def _other_who(poll: Poll, who: str, *, live: bool) -> bool:
    if who == "stream":
        return not poll.only_stream and poll.stream_id is not None and live
    return poll.only_stream or poll.rule is not None


def _setting(ctx: Context, poll: Poll, name: str, value: str) -> Action:
    return ctx.button("polls.set_one", poll.id, name, value, label=ctx.t(f"polls-set-{name}", value=value))


async def change_setting(ctx: Context, poll_id: int, name: str, value: str) -> Poll:
    """Set one thing. Raises UserError for what there is not, as an old button may say."""
    poll = await draft(ctx, poll_id)
    if name == "secrecy" and value in {one.value for one in Secrecy} and _fits(poll, Secrecy(value)):
        await change(ctx, poll.id, secrecy=value)
    elif name == "hides":
        await change(ctx, poll.id, hides=value == "yes")
    elif name == "who" and (value == "all" or poll.stream_id is not None):
        await change(ctx, poll.id, only_stream=value == "stream", rule=None)
    else:
        raise UserError("polls-no-such-setting")
    return await poll_of(ctx, poll.id)


async def set_length(ctx: Context, poll_id: int, minutes: int) -> Poll:
    """For how long it is open."""
    poll = await draft(ctx, poll_id)
    if not 1 <= minutes <= AT_MOST_OPEN.total_seconds() / 60:
        raise UserError("polls-no-such-setting")
    await change(ctx, poll.id, minutes=minutes, with_stream=False)
    return await poll_of(ctx, poll.id)


async def plan(ctx: Context, poll_id: int, opens_at: datetime) -> Poll:
    """Let it open by itself."""
    poll = await draft(ctx, poll_id)
    await change(ctx, poll.id, state=State.PLANNED.value, opens_at=opens_at, with_stream=False)
    await ctx.later(open_due, at=opens_at, poll_id=poll.id)
    await note(ctx, "polls-plan", poll)
    return await poll_of(ctx, poll.id)


async def post(ctx: Context, poll_id: int) -> Poll:
    """Ask it now."""
    poll = await open_now(ctx, poll_id)
    await note(ctx, "polls-open", poll)
    return poll


async def note(ctx: Context, action: str, poll: Poll) -> None:
    """A line in the list of changes."""
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, action, f"poll:{poll.id}", None, poll.question)
