"""What the doctor found, a few problems on a page, with the figures of whom the bot reaches."""

from collections.abc import Sequence

from bot.api import (
    Action,
    ActionStyle,
    Context,
    Doctor,
    Finding,
    Markup,
    Page,
    Registry,
    Weight,
    join,
    plain,
    reach_of,
    turning,
)

ON_A_PAGE = 6


async def show(ctx: Context, number: int) -> None:
    """A page of the problems, each with its number, and buttons that mend those that can be; none of them twice."""
    found = await ctx.use(Doctor).examine(ctx.language)
    page = Page.of(found, number, ON_A_PAGE)
    placed = [*enumerate(page.items, (page.number - 1) * ON_A_PAGE + 1)]
    lines = [_heading(ctx, found), *(line(ctx, finding, place) for place, finding in placed)]
    if page.number == page.last:
        lines += await _figures(ctx)
    mends = [made for place, finding in placed for made in _mend(ctx, finding, place)]
    ways = [way for way in _ways(ctx, page) if way.token not in {mend.token for mend in mends}]
    await ctx.reply(join(lines), mends[:3], mends[3:], ways)


def _heading(ctx: Context, found: Sequence[Finding]) -> Markup:
    broken = sum(finding.weight is Weight.BROKEN for finding in found)
    return ctx.t("doctor-heading", count=len(found), broken=broken, some=broken > 0)


def line(ctx: Context, finding: Finding, number: int) -> Markup:
    """One problem in words: how bad, what it is, what cures it."""
    values = dict(finding.problem.values)
    what = ctx.t(finding.problem.key, **finding.values)
    lines = [ctx.t("doctor-line", number=str(number), weight=finding.weight.name.lower(), what=what)]
    if without := values.get("doctor-without"):
        lines.append(ctx.t("doctor-without", name=values["doctor-plugin"], what=ctx.t(without)))
    if name := values.get("doctor-native"):
        people = int(values["doctor-accounts"])
        lines.append(ctx.t("doctor-native", name=name, kind=values["doctor-kind"], count=people))
    return join(lines, " ")


def _mend(ctx: Context, finding: Finding, number: int) -> list[Action]:
    """The button that mends it, where its plugin is there."""
    if not finding.mend or str(finding.mend[0]) not in ctx.use(Registry).actions:
        return []
    action, *arguments = finding.mend
    what = ctx.t(ctx.use(Registry).actions[str(action)].label)
    label = plain(ctx.t("doctor-do", number=str(number), what=plain(what)))
    return [ctx.button(str(action), *arguments, label=label, style=ActionStyle.PLAIN)]


def _ways(ctx: Context, page: Page[Finding]) -> list[Action]:
    row = [*turning(ctx, "doctor.page", page), ctx.button("doctor.look", style=ActionStyle.QUIET)]
    stop = "admin.resume_everything" if ctx.community.stopped else "admin.stop_everything"
    return [*row, ctx.button(stop)] if stop in ctx.use(Registry).actions else row


async def _figures(ctx: Context) -> list[Markup]:
    """Whom the bot reaches, and what they agreed to: no problem, but good to know."""
    reach = await reach_of(ctx.db, ctx.community.id)
    return [
        Markup(""),
        ctx.t(
            "doctor-reach",
            any=reach.people > 0,
            people=reach.people,
            open=reach.open,
            shut=reach.shut,
            stopped=reach.stopped,
        ),
        ctx.t("doctor-consent", service=reach.service, marketing=reach.marketing, pull=ctx.community.pull_only),
    ]
