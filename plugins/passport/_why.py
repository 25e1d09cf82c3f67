"""Why: what was sent to a person and what was not, what comes next, each with its reason."""

from collections.abc import Sequence

from msgspec import Struct

from bot.api import (
    Action,
    Context,
    Explained,
    Markup,
    Member,
    Page,
    People,
    Previewer,
    Reason,
    Role,
    Route,
    State,
    Streams,
    Translator,
    UserError,
    escape,
    explain_deliveries,
    join,
    plain,
    shortened,
    times,
)
from plugins.passport._changes import allowed_word
from plugins.passport._preferences import standing

ON_A_PAGE = 6
LAST_PAGE = 50
QUOTED = 70
_TO_COME = (State.PENDING, State.CLAIMED, State.SENDING)


async def show_page(ctx: Context, page: int, member_id: int) -> None:
    """A page about the person who acts (`member_id` 0), or about a member of this community."""
    member = ctx.member if member_id in (0, ctx.member.id) else await ctx.use(People).get(member_id)
    if member.community_id != ctx.community.id:
        raise UserError("passport-why-not-allowed")
    await show(ctx, page, member)


async def show(ctx: Context, number: int, member: Member) -> None:
    """A page of a member's newest deliveries. Raises UserError when a member asks about another."""
    own = member.id == ctx.member.id
    if not own and ctx.member.role < Role.MODERATOR:
        raise UserError("passport-why-not-allowed")
    found = await _found(ctx, member)
    page = Page.of(found.told, number, ON_A_PAGE)
    entries = page.items
    now = await standing(ctx, member.id)
    head = [
        ctx.t("passport-why-title", own=own, name=member.name, page=page.number),
        ctx.t("passport-why-allowed", own=own, stopped=now.stopped, allowed=allowed_word(now)),
    ]
    if any(entry.state in _TO_COME for entry in entries):
        head.append(ctx.t("passport-why-planned"))
    if not entries:
        head.append(ctx.t("passport-why-empty"))
    words = [await _entry(ctx, entry, own=own) for entry in entries]
    if page.number == 1 and found.others:
        words.append(ctx.t("passport-why-others", steps=join([_what(ctx, one, own=own) for one in found.others], ", ")))
    turning = _turning(ctx, page, member)
    last = [ctx.button("passport.preferences")] if own else []
    await ctx.reply(join([join(head), *words], "\n\n"), turning, last)


class _Found(Struct, frozen=True):
    """A member's deliveries: to be told one by one, what comes next first; and steps of the newest occasion that are
    for another case, as stars are for who gave a score lately."""

    told: Sequence[Explained]
    others: Sequence[Explained]


async def _found(ctx: Context, member: Member) -> _Found:
    found = await explain_deliveries(ctx.db, member.id, limit=LAST_PAGE * ON_A_PAGE)
    aside = await ctx.use(Previewer).for_other_cases(ctx.db, member.id)
    aside |= {entry.id for entry in found if entry.reason is Reason.NOT_FOR_THEM}
    told = [entry for entry in found if entry.id not in aside]
    to_come = [entry for entry in reversed(told) if not entry.state.is_final]
    newest = next((entry.trigger for entry in found if entry.trigger is not None), None)
    others = {
        (entry.journey, entry.step): entry for entry in reversed(found) if entry.id in aside and entry.trigger == newest
    }
    return _Found([*to_come, *(entry for entry in told if entry.state.is_final)], list(others.values()))


def _turning(ctx: Context, page: Page[Explained], member: Member) -> list[Action]:
    row = []
    if page.number > 1:
        row.append(ctx.button("passport.why_page", page.number - 1, member.id, label=ctx.t("passport-why-newer")))
    if page.number < page.last:
        row.append(ctx.button("passport.why_page", page.number + 1, member.id, label=ctx.t("passport-why-older")))
    return row


async def show_one(ctx: Context, delivery_id: int) -> None:
    """Why the person who acts got one message. Raises UserError when it was somebody else's."""
    mine = await explain_deliveries(ctx.db, ctx.member.id, only=delivery_id)
    if not mine:
        raise UserError("passport-why-not-yours")
    await ctx.reply(
        await _entry(ctx, mine[0], own=True), [ctx.button("passport.why_page"), ctx.button("passport.preferences")]
    )


async def _entry(ctx: Context, entry: Explained, *, own: bool) -> Markup:
    """One delivery: when and how it stands, what it was, why."""
    at = times.moment(entry.settled_at or entry.due_at, ctx.language, ctx.member.zone, now=ctx.now)
    lines = [
        ctx.t("passport-why-line", at=at, state=_state(entry), route=entry.route or "", own=own),
        ctx.t("passport-why-what", what=_what(ctx, entry, own=own), after=await _occasion(ctx, entry)),
    ]
    if why := _reason(ctx, entry, own=own):
        lines.append(why)
    return join(lines)


def _state(entry: Explained) -> str:
    """For selectors in texts; a message that was sent without a route is none, but something the bot did."""
    if entry.state in _TO_COME:
        return "planned"
    return "done" if entry.state is State.SENT and entry.route is None else entry.state.value


def _what(ctx: Context, entry: Explained, *, own: bool) -> Markup:
    """What it was: a step's name from its plugin's texts, or how a message of its own began, for its reader only."""
    if entry.journey is None:
        if not own or entry.message is None:
            return ctx.t("passport-why-own-message")
        filled = {"name": ctx.member.name, **dict(entry.said)}  # a text may speak of somebody else
        said = " ".join(plain(ctx.t(entry.message, **filled)).split())
        return escape(shortened(said, QUOTED))
    key = f"{entry.journey.replace('.', '-journey-', 1)}-{entry.step}".replace("_", "-")
    known = ctx.use(Translator).has(key)
    return ctx.t(key) if known else escape(entry.step.replace("-", " ").replace("_", " "))


async def _occasion(ctx: Context, entry: Explained) -> Markup:
    """What started it: ", after the stream …"; empty where that is not to be said in words."""
    kind, _, reference = (entry.trigger or "").partition(":")
    stream = await ctx.use(Streams).get(int(reference)) if kind == "stream" and reference.isdecimal() else None
    if stream is None:
        return Markup("")
    at = stream.ended_at or stream.started_at or stream.planned_for
    when = times.moment(at, ctx.language, ctx.member.zone, now=ctx.now) if at else ""
    return ctx.t("passport-why-after", title=stream.title, titled=bool(stream.title), when=when)


def _by_what_right(entry: Explained) -> str:
    """For selectors in texts: "asked", "pull", or the purpose that was agreed to."""
    if entry.asked:
        return "asked"
    return "pull" if entry.route is not None and Route(entry.route).is_pull else entry.purpose.value


def _reason(ctx: Context, entry: Explained, *, own: bool) -> Markup | None:
    """Why it was sent: by what right. Why not, or not yet: the reason that was noted then."""
    if entry.state.was_given and entry.reason in (None, Reason.DUE):
        if _state(entry) == "done":
            return None
        return ctx.t("passport-why-because", how=_by_what_right(entry), own=own)
    if entry.reason is None:
        return None
    return ctx.t("passport-why-reason", reason=ctx.t(f"reason-{entry.reason.value}", **dict(entry.values)))
