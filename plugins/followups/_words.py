"""Words that the hosts' message and the report share: steps, and why somebody was left out."""

from collections import Counter
from collections.abc import Sequence

from bot.api import Background, Markup, Translator, escape, join

_OTHER_STEP = ("not-for-them", "merged", "same-person")
"""Reasons that say nothing to a host: the step is one of several for different people, or the person got it."""


def step_word(ctx: Background, journey: str, step: str) -> Markup:
    """What a step is called; one without a text is called by its id."""
    key = f"followups-journey-{journey}-{step}"
    return ctx.t(key) if ctx.use(Translator).has(key) else escape(step)


def left_out_words(ctx: Background, reasons: Counter[str]) -> Sequence[Markup]:
    """Who does not get a step, behind what is told of it: "; left out: 2 stopped"; nothing when there is nobody."""
    told = [(reason, count) for reason, count in reasons.most_common() if reason not in _OTHER_STEP]
    if not told:
        return ()
    words = [ctx.t("followups-left-out", reason=reason, count=count) for reason, count in told]
    return [ctx.t("followups-left-out-all", reasons=join(words, ", "))]
