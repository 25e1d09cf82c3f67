"""What comes next for somebody: the reward that they are nearest to, and how far that is."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot.api import (
    Background,
    CardGoal,
    CardPart,
    Case,
    Context,
    Facts,
    FactValue,
    Ledger,
    Markup,
    Member,
    RuleWords,
    Translator,
    holds,
    parts_of,
    plain,
    progress,
)
from plugins.rewards._grants import TAKEN, free_seats, grants_where, in_state
from plugins.rewards._reward import Reward, all_rewards
from plugins.rewards._tables import grants

NAMES = ("next_reward",)
SWITCHES = ("has_reward",)

FactValues = Mapping[str, FactValue]


class Next(Struct, frozen=True):
    """The nearest reward: how much of the way is done, from 0 to 1, and how many points are missing."""

    reward: Reward
    done: float
    short: int

    @property
    def is_there(self) -> bool:
        return self.done >= 1


def nearest(rewards: Sequence[Reward], facts: FactValues, points: int) -> Next | None:
    """Of these rewards the one that is nearest; of those that can be had at once the dearest."""
    ways = [Next(reward, _done(reward, facts, points), max(0, reward.price - points)) for reward in rewards]
    return max(ways, key=lambda way: (way.done, way.reward.price, -way.reward.id), default=None)


def _done(reward: Reward, facts: FactValues, points: int) -> float:
    paid = min(1.0, points / reward.price) if reward.price else 1.0
    if reward.rule is None or holds(reward.rule, facts):
        return paid
    lacking = progress(reward.rule, facts)
    if not lacking:
        return 0.0  # nobody ever can
    ruled = 1 - sum(one.share for one in lacking) / len(lacking)
    return min(paid, ruled, 0.999)


async def words(ctx: Background, found: Next, facts: FactValues, language: str) -> Markup:
    """The same in words."""
    texts, title = ctx.use(Translator), found.reward.title
    if found.is_there:
        return texts.text("rewards-next-there", language, title=title)
    return texts.text("rewards-next", language, title=title, missing=await lacks(ctx, found, facts, language))


async def reachable(ctx: Background, member_ids: Sequence[int]) -> Mapping[int, Sequence[Reward]]:
    """By member, the rewards on offer that are left and that they have not had as often as one may."""
    offered = [one for one in await all_rewards(ctx, on_offer=True) if await free_seats(ctx, one, None) != 0]
    had: dict[tuple[int, int], int] = {}
    for grant in await grants_where(ctx, grants.c.payer_id.in_(member_ids), in_state(*TAKEN), limit=10_000):
        if grant.payer_id is not None:
            had[grant.payer_id, grant.reward_id] = had.get((grant.payer_id, grant.reward_id), 0) + 1
    return {
        member_id: [
            one for one in offered if one.per_member is None or had.get((member_id, one.id), 0) < one.per_member
        ]
        for member_id in member_ids
    }


async def next_for(ctx: Background, member: Member) -> tuple[Next, FactValues] | None:
    """The member's nearest reward, and the facts by which it is."""
    facts = await ctx.use(Facts).of(member.id)
    points = (await ctx.use(Ledger).balance(member.id)).posted
    by_account = await reachable(ctx, [id for (id,) in await ctx.db.rows(parts_of(member.id))])
    common = [one for one in by_account[member.id] if all(one in rewards for rewards in by_account.values())]
    found = nearest(common, facts, points)
    return None if found is None else (found, facts)


async def on_own_card(ctx: Context, member: Member) -> list[Markup | CardPart]:
    """A line of the card that the member alone sees, and the same as a goal of their picture."""
    found = await next_for(ctx, member) if ctx.member.id == member.id else None
    if found is None:
        return []
    way = found[0]
    left = plain(ctx.t("rewards-goal-there") if way.is_there else await lacks(ctx, *found, ctx.language))
    goal = CardGoal(title=way.reward.title, left=left, done=way.done, of=1.0)
    return [await words(ctx, *found, ctx.language), goal]


async def lacks(ctx: Background, found: Next, facts: FactValues, language: str) -> Markup:
    """What is missing: what the rule asks for, or points."""
    if found.reward.rule is not None and not holds(found.reward.rule, facts):
        return (await RuleWords.of(ctx, found.reward.rule, language=language)).lacking(found.reward.rule, facts)
    return ctx.use(Translator).text("rewards-more-points", language, points=found.short)


async def in_journeys(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
    """By delivery, what comes next for its recipient, in their language; a few questions for all of them."""
    people = [case.recipient for case in cases if case.recipient is not None]
    if not people or not await all_rewards(ctx, on_offer=True):
        return {}
    reach, told = await reachable(ctx, [person.member_id for person in people]), {}
    for case in cases:
        if case.recipient is None:
            continue
        facts = case.recipient.facts
        points = facts.get("points", 0)
        found = nearest(reach[case.recipient.member_id], facts, int(points) if not isinstance(points, str) else 0)
        if found is not None:
            said = await words(ctx, found, facts, case.recipient.language)
            told[case.due.id] = {"next_reward": said, "has_reward": True}
    return told
