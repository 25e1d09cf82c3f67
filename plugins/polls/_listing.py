"""The list of polls, and one of them with what it came to, as a text and a picture."""

from collections.abc import Sequence

from bot.api import Action, Context, Markup, Message, Page, Pictures, Role, headed, join, shortened, times, turning
from plugins.polls._ballot import Screen
from plugins.polls._pictures import card_of, says
from plugins.polls._poll import Poll, State, count_polls, ends_of, some_polls
from plugins.polls._posting import may_be_shown
from plugins.polls._words import shown_lines

ON_A_PAGE = 8
_SEEN = (State.OPEN, State.CLOSED)


async def page(ctx: Context, number: int) -> Screen:
    """Open polls and those before, the newest first; hosts see their drafts as well."""
    states = (*_SEEN, State.DRAFT, State.PLANNED) if ctx.member.role >= Role.HOST else _SEEN
    number, last = Page.nearest(await count_polls(ctx, *states), number, ON_A_PAGE)
    found = Page(await some_polls(ctx, *states, limit=ON_A_PAGE, skip=(number - 1) * ON_A_PAGE), number, last)
    if not found.items:
        return ctx.t("polls-none", host="yes" if ctx.member.role >= Role.HOST else "no"), []
    rows = [[_open(ctx, poll)] for poll in found.items]
    return headed(ctx, ctx.t("polls-list"), found), [*rows, turning(ctx, "polls.polls_page", found)]


def _open(ctx: Context, poll: Poll) -> Action:
    label = ctx.t("polls-line", question=shortened(poll.question, 60), state=poll.state.value)
    action = "polls.look_at" if poll.state in _SEEN else "polls.draft_page"
    return ctx.button(action, poll.id, label=label)


async def show(ctx: Context, poll: Poll, first: Markup | None = None) -> None:
    """One poll: its figures as far as they may be seen, and what can be done with it."""
    shown = await may_be_shown(ctx, poll)
    when = poll.closed_at or poll.closes_at
    at = times.moment(when, ctx.language, ctx.member.zone, now=ctx.now) if when is not None else ""
    head = ctx.t("polls-head", question=poll.question, ends=ends_of(poll), at=at)
    lines = [*([first] if first is not None else []), head, shown_lines(ctx, poll, shown)]
    message = Message(join(lines), tuple(tuple(row) for row in _buttons(ctx, poll) if row))
    if (card := card_of(ctx, poll, shown)) is not None and not ctx.db.is_writing:
        message = await ctx.use(Pictures).beside(message, card, says=says(ctx, poll), reader=ctx.member)
    await ctx.reply(message)


def _buttons(ctx: Context, poll: Poll) -> Sequence[Sequence[Action]]:
    rows = [[ctx.button("polls.ballot", poll.id)]] if poll.is_open else []
    if ctx.member.role >= Role.HOST:
        if poll.is_open:
            rows.append([ctx.button("polls.close_now", poll.id)])
        else:
            rows.append([ctx.button("polls.csv", poll.id), ctx.button("polls.ask_again", poll.id)])
        if poll.kind.value == "words":
            rows.append([ctx.button("polls.words_page", poll.id, 1)])
    return rows
