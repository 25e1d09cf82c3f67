"""The texts of a step side by side, over all streams since the journey was changed: the better one, if there is one."""

from collections.abc import Mapping, Sequence

from bot.api import FEWEST_TO_COMPARE, Background, Kept, Markup, Share, Tallied, Tally, difference, likely, names_in

WHAT = ("reached", "answered", "opened")
"""What texts are compared by: the first of these that anybody did."""


async def compared(ctx: Background, kept: Kept) -> Mapping[str, Sequence[Markup]]:
    """By step that has several texts, a line; of a goal only what was done after the text was given counts."""
    outcomes = [one for one in await ctx.use(Tally).since_edit(kept) if one.state.was_given and one.variant]
    reached = await ctx.use(Tally).reached_by_variant(kept)
    found = {}
    for step in {one.step for one in outcomes}:
        mine = [one for one in outcomes if one.step == step]
        goals = {variant: count for (id, variant), count in reached.items() if id == step}
        if line := _line(ctx, mine, goals):
            found[step] = [line]
    return found


def _line(ctx: Background, outcomes: Sequence[Tallied], goals: Mapping[str, int]) -> Markup | None:
    names = sorted({one.variant for one in outcomes})
    if len(names) < 2:
        return None
    what, shares = _by_what_there_is(outcomes, names, goals)
    best, second = sorted(names, key=lambda name: -shares[name].value)[:2]
    between = difference(shares[second], shares[best])
    low, high = (round(100 * bound) for bound in between or (0.0, 0.0))
    found = "early" if between is None else "better" if between[0] > 0 else "open"
    said = names_in(ctx, [_share(ctx, name, shares[name]) for name in names], len(names))
    values = {"what": what, "shares": said, "name": best, "low": low, "high": high, "least": FEWEST_TO_COMPARE}
    return ctx.t("followups-compare", found=found, **values)


def _by_what_there_is(
    outcomes: Sequence[Tallied], names: Sequence[str], goals: Mapping[str, int]
) -> tuple[str, Mapping[str, Share]]:
    given = {name: sum(one.count for one in outcomes if one.variant == name) for name in names}
    done = {
        "reached": {name: goals.get(name, 0) for name in names},
        "answered": {name: sum(one.answered for one in outcomes if one.variant == name) for name in names},
        "opened": {name: sum(one.opened for one in outcomes if one.variant == name) for name in names},
    }
    what = next((one for one in WHAT if any(done[one].values())), "opened")
    return what, {name: Share(min(done[what][name], given[name]), given[name]) for name in names}


def _share(ctx: Background, name: str, share: Share) -> str:
    low, high = (round(100 * bound) for bound in likely(share))
    values = {"name": name, "did": share.did, "of": share.of, "percent": round(100 * share.value)}
    return ctx.t("followups-compare-share", **values, low=low, high=high)
