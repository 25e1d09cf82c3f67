"""How a member stands with a reward: what they have of it, what is missing, what is left."""

from collections.abc import Sequence

from msgspec import Struct

from bot.api import Background, Context, Facts, Ledger, Markup, Member, RuleWords, holds
from plugins.rewards._grants import Grant, State, claims_of, free_seats, held_by
from plugins.rewards._reward import Reward
from plugins.rewards._times import Time, times_of
from plugins.rewards._waiting import place_of


class Seat(Struct, frozen=True):
    """One time as a member sees it. `left` is None for as many as wanted, `place` their place in line."""

    time: Time
    left: int | None
    mine: bool
    place: int | None


class Standing(Struct, frozen=True):
    """`short` is how many points are missing, `missing` what the rule still asks for, `nth` the claims so far."""

    reward: Reward
    has: Sequence[Grant]
    nth: int
    enough: bool
    missing: Markup | None
    short: int
    left: int | None
    place: int | None
    seats: Sequence[Seat]

    @property
    def is_open_to(self) -> bool:
        """Whether nothing but seats could be in the way."""
        return not self.enough and self.missing is None and not self.short


async def standing(ctx: Background, member: Member, reward: Reward, *, points: int | None = None) -> Standing:
    """How the member stands; `points` are theirs where they are known already."""
    if points is None:
        points = (await ctx.use(Ledger).balance(member.id)).posted
    has = [grant for grant in await held_by(ctx, member.id) if grant.reward_id == reward.id]
    claims = await claims_of(ctx, reward, member.id)
    times = await times_of(ctx, reward.id, since=ctx.now) if reward.kind.has_times else []
    return Standing(
        reward,
        has,
        claims.ever,
        claims.reach(reward.per_member),
        await _missing(ctx, member, reward),
        max(0, reward.price - points),
        await free_seats(ctx, reward, None),
        await place_of(ctx, reward.id, member.id, None),
        [await _seat(ctx, member, reward, time, has) for time in times],
    )


async def _seat(ctx: Background, member: Member, reward: Reward, time: Time, has: Sequence[Grant]) -> Seat:
    mine = any(grant.time_id == time.id and grant.state is not State.LAPSED for grant in has)
    place = await place_of(ctx, reward.id, member.id, time.id)
    return Seat(time, await free_seats(ctx, reward, time), mine, place)


async def _missing(ctx: Background, member: Member, reward: Reward) -> Markup | None:
    if reward.rule is None:
        return None
    facts = await ctx.use(Facts).of(member.id)
    if holds(reward.rule, facts):
        return None
    language = ctx.language if isinstance(ctx, Context) else member.language
    return (await RuleWords.of(ctx, reward.rule, language=language)).lacking(reward.rule, facts)
