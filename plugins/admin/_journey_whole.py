"""What belongs to a whole journey and to no step: its form, and the same in words."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.api import (
    Action,
    Context,
    Exit,
    Field,
    FieldKind,
    Goal,
    Journey,
    Kept,
    Markup,
    join,
    parse_yes_no,
    plain,
    times,
)
from plugins.admin._journey_saving import Wrong, refuse_outdated, save_version, wrong_lines
from plugins.admin._journey_words import whole_words
from plugins.admin._spans import parse_span
from plugins.admin._words import called

_PER_CENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,3})?)\s*%?")
_CAPS = re.compile(r"(\d{1,3})(?:\s*/\s*|\s+)(\d{1,3})")
_KINDS = {"holdout": FieldKind.NUMBER, "live-again": FieldKind.YES_NO}


async def ask(ctx: Context, kept: Kept, version: int) -> None:
    """Open the form of what belongs to the whole journey. Raises UserError when the button is older than it."""
    refuse_outdated(kept, version)
    fields = [
        Field(
            name,
            plain(ctx.t(f"admin-field-{name}")),
            _KINDS.get(name, FieldKind.TEXT),
            plain(ctx.t(f"admin-help-{name}")),
            _typed(ctx, kept.journey, name),
        )
        for name in whole_words(ctx, kept.journey)
    ]
    title = ctx.t("admin-edit-whole-title", name=called(ctx, kept.name))
    await ctx.ask("admin.save_whole", kept.id, kept.version, title=title, fields=fields)


async def save(ctx: Context, kept: Kept, version: int, answers: Mapping[str, str]) -> tuple[Markup, list[Action]]:
    """Keep what fits as a new version, and say for the rest what was expected. Raises UserError when it is outdated."""
    refuse_outdated(kept, version)
    journey, wrong = changed_journey(ctx, kept.journey, answers)
    if journey != kept.journey:
        return await save_version(ctx, kept, journey, (), wrong)
    return join(wrong_lines(ctx, wrong) or [ctx.t("admin-edit-same-whole", name=kept.name)]), []


def changed_journey(ctx: Context, journey: Journey, answers: Mapping[str, str]) -> tuple[Journey, list[Wrong]]:
    """The journey with each answer that fits, and those that do not."""
    wrong: list[Wrong] = []
    standing = whole_words(ctx, journey)
    for name in (name for name in answers if name in standing):
        given = answers[name].strip()
        same = given == _typed(ctx, journey, name)  # a length of time is shown cut: as it stands, it changes nothing
        after = journey if same else _with(journey, _values(journey, name, given))
        if after is None:
            label, expected = ctx.t(f"admin-field-{name}"), ctx.t(f"admin-help-{name}")
            wrong.append(Wrong(label, given, expected, plain(standing[name])))
        journey = after or journey
    return journey, wrong


def _with(journey: Journey, values: Mapping[str, Any] | None) -> Journey | None:
    """The journey with other values; None when they do not fit into one."""
    if values is None:
        return None
    try:
        return Journey.model_validate({**journey.model_dump(), **values})
    except ValidationError:
        return None


def _typed(ctx: Context, journey: Journey, name: str) -> str:
    """A value as it is typed into the form."""
    match name:
        case "holdout":
            return f"{journey.holdout * 100:.6g}"
        case "caps":
            return f"{journey.caps.per_day} / {journey.caps.per_week}"
        case "live-again":
            return "yes" if Exit.LIVE_AGAIN in journey.exits else "no"
        case _:
            span = journey.goal.within if name == "goal" and journey.goal else journey.closes_after
            return times.duration(span.total_seconds(), ctx.language)


def _values(journey: Journey, name: str, given: str) -> dict[str, Any] | None:
    """What an answer changes in the journey; None when it cannot be understood."""
    match name:
        case "holdout":
            found = _PER_CENT.fullmatch(given)
            return {"holdout": round(float(found[1].replace(",", ".")) / 100, 6)} if found else None
        case "caps":
            pair = _CAPS.fullmatch(given)
            return {"caps": {"per_day": int(pair[1]), "per_week": int(pair[2])}} if pair else None
        case "live-again":
            return _live_again(journey, parse_yes_no(given))
        case _:
            return _span(journey, name, given)


def _live_again(journey: Journey, ends: bool | None) -> dict[str, Any] | None:
    others = [each for each in journey.exits if each is not Exit.LIVE_AGAIN]
    return None if ends is None else {"exits": [*others, Exit.LIVE_AGAIN] if ends else others}


def _span(journey: Journey, name: str, given: str) -> dict[str, Any] | None:
    span = parse_span(given)
    if not span:
        return None
    if name == "goal" and journey.goal:
        return {"goal": Goal(activity=journey.goal.activity, within=span).model_dump()}
    return {"closes_after": span}
