"""What others show of referrals: a line of one's own card, what brings points, a cue for hosts, and what waits."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from bot.api import (
    Background,
    Case,
    Markup,
    Member,
    People,
    RuleWords,
    Stream,
    Streams,
    Translator,
    join,
    names_in,
    parts_of,
    times,
)
from plugins.referrals._campaigns import rule_of, under_way
from plugins.referrals._codes import codes_of
from plugins.referrals._referral import OPEN, State, in_state, referrals_where
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import referrals

NAMED = 5
NAMES = ("referral",)
SWITCHES = ("has_referral",)


async def counts(ctx: Background, member_id: int) -> tuple[int, int]:
    """How many whom the member brought are on the way, and how many counted."""
    mine = await referrals_where(ctx, referrals.c.inviter_id.in_(parts_of(member_id)))
    return len([one for one in mine if one.state in OPEN]), len([one for one in mine if one.state is State.PAID])


async def on_own_card(ctx: Background, member: Member) -> Sequence[Markup]:
    """How many the member brought along."""
    coming, counted = await counts(ctx, member.id)
    return [ctx.t("referrals-profile", coming=coming, counted=counted)] if coming or counted else []


async def for_promoters(ctx: Background, member: Member) -> Sequence[Markup]:
    """What to ask of who is delighted."""
    return [ctx.t("referrals-promoter")]


async def in_journeys(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
    """By delivery, how its recipient brings somebody along: by their code, or by the command that makes them one."""
    people = [case.recipient for case in cases if case.recipient is not None]
    if not people:
        return {}
    by_member, texts = await codes_of(ctx, [person.member_id for person in people]), ctx.use(Translator)
    told: dict[int, Mapping[str, object]] = {}
    for case in cases:
        if case.recipient is not None:
            code = by_member.get(case.recipient.member_id, "")
            said = texts.text("referrals-last-call", case.recipient.language, coded=bool(code), code=code)
            told[case.due.id] = {"referral": said, "has_referral": True}
    return told


async def what_it_brings(ctx: Background) -> Sequence[Markup]:
    """The sentence among others that say what brings points."""
    chosen, campaign = await ctx.settings(ReferralSettings), await under_way(ctx)
    bonus = 0 if campaign is None else campaign.bonus
    points, theirs = chosen.points_for_bringing + bonus, chosen.points_for_coming + bonus
    return [ctx.t("referrals-how", points=points, theirs=theirs, who=_who(points, theirs))] if points else []


def _who(points: int, theirs: int) -> str:
    """Which side gets something."""
    return ("both" if theirs else "you") if points else "they" if theirs else "nobody"


async def what_counts(ctx: Background) -> Markup:
    """When somebody counts, as it holds now."""
    chosen, campaign = await ctx.settings(ReferralSettings), await under_way(ctx)
    needs = [ctx.t("referrals-needs-days", days=chosen.days_stayed)] if chosen.days_stayed else []
    needs += [ctx.t("referrals-needs-stream")] if chosen.stream else []
    needs += [ctx.t("referrals-needs-order")] if chosen.order else []
    all_of = times.names([str(one) for one in needs], ctx.language) if needs else str(ctx.t("referrals-needs-nothing"))
    lines = [ctx.t("referrals-counts", needs=Markup(all_of))]
    if (rule := await rule_of(ctx, None if campaign is None else campaign.id)) is not None:
        lines.append(ctx.t("referrals-counts-rule", rule=(await RuleWords.of(ctx, rule)).says(rule)))
    bonus = 0 if campaign is None else campaign.bonus
    points, theirs = chosen.points_for_bringing + bonus, chosen.points_for_coming + bonus
    gets = {"who": _who(points, theirs), "points": points, "theirs": theirs}
    lines.append(ctx.t("referrals-brings", days=chosen.days_pending, **gets))
    if campaign is not None:
        until = times.moment(campaign.ends_at, ctx.language, ctx.community.zone, now=ctx.now)
        lines.append(ctx.t("referrals-campaign-on", name=campaign.name, until=until, bonus=campaign.bonus))
    return join(lines)


async def cue(ctx: Background, stream: Stream) -> Sequence[Markup]:
    """Who came along since the last stream, to be greeted; and that a campaign is on."""
    last = await ctx.use(Streams).newest(ctx.community.id, over=True)
    since = None if last is None else last.ended_at
    came = referrals.c.joined_at > since if since is not None else sa.true()
    new = await referrals_where(ctx, referrals.c.joined_at.is_not(None), came, in_state(*OPEN))
    people = await ctx.use(People).of_many([one.invited_id for one in new if one.invited_id is not None])
    names = sorted(member.name for member in people.values())
    lines = [ctx.t("referrals-cue", names=names_in(ctx, names, NAMED), count=len(names))] if names else []
    campaign = await under_way(ctx)
    if campaign is not None:
        until = times.moment(campaign.ends_at, ctx.language, ctx.community.zone, now=ctx.now)
        lines.append(ctx.t("referrals-cue-campaign", name=campaign.name, until=until, bonus=campaign.bonus))
    return lines


async def status(ctx: Background) -> Sequence[Markup]:
    """How many wait for somebody to decide."""
    waiting = (referrals.c.community_id == ctx.community.id) & in_state(State.CONTESTED)
    count = int(await ctx.db.value(sa.select(sa.func.count()).select_from(referrals).where(waiting)))
    return [ctx.t("referrals-status", count=count)] if count else []
