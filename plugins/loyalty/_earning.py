"""Points for what members do, each thing once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.api import (
    CHECKED_IN,
    FEEDBACK_GIVEN,
    IDEA_ADOPTED,
    ORDERED,
    ActivityRecorded,
    Attendance,
    Award,
    Background,
    Ledger,
    StreamEnded,
    Streams,
    families,
)
from plugins.loyalty._rules import ANSWER, CHECK_IN, IDEA, ORDER, QUESTION, THERE, LoyaltySettings

PEOPLE_AT_ONCE = 200


async def after_stream(ctx: Background, event: StreamEnded) -> None:
    """Everybody who was there gets theirs, some people at a time."""
    key = f"{event.stream_id}:{event.again}"
    await ctx.later(pay_guests, key=key, stream_id=event.stream_id, again=event.again)


async def pay_guests(ctx: Background, stream_id: int, again: int = 0, behind: int = 0) -> None:
    rules = await ctx.settings(LoyaltySettings)
    people = await ctx.use(Attendance).people(stream_id, guests=True, after=behind, limit=PEOPLE_AT_ONCE)
    there = {one.member_id: rules.for_being_there(one.slots) for one in people}
    asked = {one.member_id: rules.for_questions(one.questions) for one in people}
    await _pay(ctx, rules, THERE, f"stream:{stream_id}:there", again, there)
    await _pay(ctx, rules, QUESTION, f"stream:{stream_id}:asked", again, asked)
    if len(people) == PEOPLE_AT_ONCE:
        last = people[-1].member_id
        key = f"{stream_id}:{again}:{last}"
        await ctx.later(pay_guests, key=key, stream_id=stream_id, again=again, behind=last)


async def _pay(
    ctx: Background, rules: LoyaltySettings, reason: str, about: str, again: int, points: Mapping[int, int]
) -> None:
    """A stream whose end was taken back pays at its true end what is more than before."""
    paid = await _paid(ctx, list(points), about) if again else {}
    ledger, reference = ctx.use(Ledger), f"{about}:{again}" if again else about
    more = {member: amount - paid.get(member, 0) for member, amount in points.items()}
    awards = [Award(member, amount, reference, about) for member, amount in more.items() if amount > 0]
    bounds = rules.bounds(reason, ctx.now, ctx.community.zone)
    await ledger.earn(ctx.community.id, awards, reason, expires_at=rules.expires_at(ctx.now), bounds=bounds)


async def _paid(ctx: Background, member_ids: Sequence[int], about: str) -> Mapping[int, int]:
    """What these members got for it before, by whichever account: theirs may have been linked since."""
    family = await families(ctx.db, member_ids)
    paid: Counter[int] = Counter()
    for member_id, points in (await ctx.use(Ledger).earned(ctx.community.id, list(family), [about])).items():
        paid[family[member_id]] += points
    return paid


async def after_activity(ctx: Background, event: ActivityRecorded) -> None:
    """What a member did by themself."""
    rules = await ctx.settings(LoyaltySettings)
    posts_at, about = None, ""
    match event.kind:
        case _ if event.kind == CHECKED_IN:
            reason, points, about = CHECK_IN, rules.points_per_check_in, await _stream_of(ctx, event)
        case _ if event.kind == FEEDBACK_GIVEN:
            reason, points = ANSWER, rules.points_per_answer
        case _ if event.kind == IDEA_ADOPTED:
            reason, points = IDEA, rules.points_per_adopted_idea
        case _ if event.kind == ORDERED:
            reason, points = ORDER, rules.for_an_order(event.value or 0)
            posts_at = ctx.now + timedelta(days=rules.days_until_an_order_counts)
        case _:
            return
    if points <= 0:
        return
    award = Award(event.member_id, points, f"{event.kind}:{event.reference}", about)
    await ctx.use(Ledger).earn(
        ctx.community.id,
        [award],
        reason,
        posts_at=posts_at,
        expires_at=rules.expires_at(posts_at or ctx.now),
        bounds=rules.bounds(reason, ctx.now, ctx.community.zone),
    )


async def _stream_of(ctx: Background, event: ActivityRecorded) -> str:
    """What a check-in's points are about: the stream that is on; nothing more where it is over by now."""
    live = await ctx.use(Streams).live(ctx.community.id)
    return "" if live is None else f"stream:{live.id}:checked"


def about_stream(stream_id: int) -> list[str]:
    """What the points are about that a stream brought by itself."""
    return [f"stream:{stream_id}:{what}" for what in ("there", "asked", "checked")]
