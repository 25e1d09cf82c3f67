"""Edit a journey's steps: a form for each and for each of several variants, and a new version for each change."""

import re
from collections.abc import Mapping
from datetime import time
from typing import Any

from pydantic import ValidationError

from bot.api import (
    Action,
    Context,
    Delay,
    Field,
    FieldKind,
    Journey,
    Kept,
    LocalTime,
    Markup,
    Page,
    Registry,
    Step,
    StepKind,
    Translator,
    headed,
    join,
    plain,
    times,
    turning,
)
from plugins.admin._journey_diff import language_name
from plugins.admin._journey_routes import standing_words, way_field, way_values
from plugins.admin._journey_saving import Wrong, refuse_outdated, save_version, wrong_lines
from plugins.admin._journey_shares import shares, split
from plugins.admin._journey_words import when_typed, when_words
from plugins.admin._journeys import render_for_reader
from plugins.admin._spans import parse_span
from plugins.admin._words import called, step_name

FORMS_ON_A_PAGE = 16
FIELDS_IN_A_FORM = 5
TEXT = "text-"
_PLACE = re.compile(r"\{ ?\$?[a-z][a-z0-9_]* ?\}")
_LOCAL = re.compile(r"\+?(\d{1,3})\s+([01]?\d|2[0-3])[:.]([0-5]\d)")


async def overview(ctx: Context, kept: Kept, number: int) -> tuple[Markup, list[list[Action]]]:
    """The steps with a button for each, for each of its variants where it has several, and one for the whole."""
    page = Page.of(_forms(kept.journey), number, FORMS_ON_A_PAGE)
    lines = [headed(ctx, ctx.t("admin-edit-title", name=kept.name))]
    for place in dict.fromkeys(place for place, _ in page.items):
        step = kept.journey.steps[place]
        when, name = when_words(ctx, kept.journey, step), step_name(ctx, kept.name, step.id)
        lines.append(ctx.t("admin-edit-line", number=place + 1, step=name, when=when, on=step.on))
    lines += [ctx.t("admin-edit-places", names=_places(ctx)), ctx.t("admin-edit-what-happens")]
    buttons = [
        ctx.button("admin.edit_step", kept.id, kept.version, place, part, label=_called(ctx, kept, place, part))
        for place, part in page.items
    ]
    rows = [buttons[start : start + 4] for start in range(0, len(buttons), 4)]
    whole = ctx.button("admin.edit_whole", kept.id, kept.version)
    return join(lines), [*rows, [whole, *turning(ctx, "admin.edit", page, kept.id)]]


def _forms(journey: Journey) -> list[tuple[int, int]]:
    """Every form of a step: its place, and 0 for the step itself or the number of one of several variants."""
    return [
        (place, part)
        for place, step in enumerate(journey.steps)
        for part in range(len(step.variants) + 1 if len(step.variants) > 1 else 1)
    ]


def _called(ctx: Context, kept: Kept, place: int, part: int) -> str:
    step = kept.journey.steps[place]
    name = plain(step_name(ctx, kept.name, step.id))
    return f"{name} {step.variants[part - 1].name}" if part else name


def _places(ctx: Context) -> str:
    """The {placeholders} that a moderator is most likely to want: what plugins fill in, and facts about the stream."""
    filled = [name for part in ctx.use(Registry).contributions("placeholder") for name in part.names]
    return ", ".join(f"{{{name}}}" for name in ("name", *filled, "stream_minutes", "streams_attended"))


async def ask(ctx: Context, kept: Kept, version: int, place: int, part: int) -> None:
    """Open the form of one step or one of its variants. Raises UserError when the button is older than the journey."""
    refuse_outdated(kept, version)
    step = kept.journey.steps[place]
    if part:
        fields = [_share_field(ctx, step, part - 1), *_text_fields(ctx, step, part - 1)]
    else:
        fields = [*_step_fields(ctx, step), *(_text_fields(ctx, step, 0) if len(step.variants) == 1 else [])]
    title = ctx.t("admin-edit-step-title", step=_called(ctx, kept, place, part), name=called(ctx, kept.name))
    shown = fields[:FIELDS_IN_A_FORM]
    await ctx.ask("admin.save_step", kept.id, kept.version, place, part, title=title, fields=shown)


def _step_fields(ctx: Context, step: Step) -> list[Field]:
    """When, how long, how: what belongs to the step, whichever variant of it somebody gets."""
    when, span = plain(ctx.t("admin-field-when")), times.duration(step.expires_after.total_seconds(), ctx.language)
    fields = [
        Field("when", when, help=plain(ctx.t("admin-help-when")), value=when_typed(ctx, step)),
        Field("expiry", plain(ctx.t("admin-field-expiry")), help=plain(ctx.t("admin-expects-span")), value=span),
    ]
    if step.kind is StepKind.MESSAGE:
        fields.append(way_field(ctx, step))
    elif step.kind is StepKind.TASK:
        on, how = plain(ctx.t("admin-field-on")), plain(ctx.t("admin-help-on"))
        fields.append(Field("on", on, FieldKind.YES_NO, how, "yes" if step.on else "no"))
    return fields


def _share_field(ctx: Context, step: Step, variant: int) -> Field:
    label = plain(ctx.t("admin-field-share", variant=step.variants[variant].name))
    return Field("share", label, FieldKind.NUMBER, plain(ctx.t("admin-help-share")), str(shares(step)[variant]))


def _text_fields(ctx: Context, step: Step, variant: int) -> list[Field]:
    if step.kind is not StepKind.MESSAGE:
        return []
    languages = sorted(ctx.use(Translator).languages, key=lambda language: language != ctx.language)
    own = step.variants[variant].texts
    return [
        Field(
            TEXT + language,
            plain(ctx.t("admin-field-text", language=language_name(ctx, language))),
            FieldKind.LONG_TEXT,
            plain(ctx.t("admin-help-text", standard=step.variants[variant].message is not None)),
            own.get(language, ""),
            required=False,
        )
        for language in languages
    ]


async def save(
    ctx: Context, kept: Kept, version: int, place: int, part: int, answers: Mapping[str, str]
) -> tuple[Markup, list[Action]]:
    """Keep what fits as a new version, and say for the rest what was expected. Raises UserError when it is outdated."""
    refuse_outdated(kept, version)
    step, variant = kept.journey.steps[place], max(part - 1, 0)
    changed, wrong = changed_step(ctx, step, variant, answers)
    steps = tuple(changed if each is step else each for each in kept.journey.steps)
    journey = Journey.model_validate({**kept.journey.model_dump(), "steps": [each.model_dump() for each in steps]})
    if journey == kept.journey:
        same = ctx.t("admin-edit-same", step=step_name(ctx, kept.name, step.id))
        return join(wrong_lines(ctx, wrong) or [same]), []
    mind = []
    if changed.variants != step.variants:
        mind = [*await _unknown_places(ctx, kept, changed, variant), *_one_language(ctx, changed, variant)]
    return await save_version(ctx, kept, journey, mind, wrong)


def changed_step(ctx: Context, step: Step, variant: int, answers: Mapping[str, str]) -> tuple[Step, list[Wrong]]:
    """The step with each answer that fits, and those that do not."""
    wrong: list[Wrong] = []
    for name, given in answers.items():
        values = _values(ctx, step, variant, name, given.strip())
        after = None if values is None else _with(step, values)
        if after is None:
            wrong.append(_wrong(ctx, step, variant, name, given))
        else:
            step = after
    return step, wrong


def _with(step: Step, values: Mapping[str, Any]) -> Step | None:
    """The step with other values; None when they do not fit into one."""
    try:
        return Step.model_validate({**step.model_dump(), **values})
    except ValidationError:
        return None


def _values(ctx: Context, step: Step, variant: int, name: str, given: str) -> dict[str, Any] | None:
    """What an answer changes in the step; None when it cannot be understood."""
    if name == "when":
        return _when(ctx, step, given)
    if name == "expiry":
        span = parse_span(given)
        same = given == times.duration(step.expires_after.total_seconds(), ctx.language)
        return {} if same else {"expires_after": span} if span else None
    if name == "how":
        return way_values(step, given)
    if name == "on":
        return {"on": given == "yes"}
    if name == "share":
        return _share(step, variant, given)
    language = name.removeprefix(TEXT)
    texts = {key: text for key, text in step.variants[variant].texts.items() if key != language}
    return _variant(step, variant, texts={**texts, language: given} if given else texts)


def _share(step: Step, place: int, given: str) -> dict[str, Any] | None:
    """One variant gets so many per cent; what is left goes to the others, in the proportion they have."""
    given = given.removesuffix("%").strip().removesuffix(".0")
    if not given.isdecimal() or not 0 <= (wanted := int(given)) <= 100:
        return None
    if wanted == shares(step)[place]:
        return {}
    others = [variant.weight for number, variant in enumerate(step.variants) if number != place]
    rest = split(100 - wanted, others if any(others) else [1] * len(others))
    weights = [*rest[:place], wanted, *rest[place:]]
    return {"variants": [{**v.model_dump(), "weight": w} for v, w in zip(step.variants, weights, strict=True)]}


def _when(ctx: Context, step: Step, given: str) -> dict[str, Any] | None:
    if given == when_typed(ctx, step):
        return {}
    if local := _LOCAL.fullmatch(given):
        return {"when": LocalTime(days=int(local[1]), at=time(int(local[2]), int(local[3]))).model_dump()}
    span = parse_span(given)
    return None if span is None else {"when": Delay(after=span).model_dump()}


def _variant(step: Step, place: int, **values: Any) -> dict[str, Any]:
    variants = [variant.model_dump() for variant in step.variants]
    variants[place] |= values
    return {"variants": variants}


def _wrong(ctx: Context, step: Step, variant: int, name: str, given: str) -> Wrong:
    if name == "when":
        return Wrong(ctx.t("admin-field-when"), given, ctx.t("admin-help-when"), when_typed(ctx, step))
    if name == "expiry":
        span = times.duration(step.expires_after.total_seconds(), ctx.language)
        return Wrong(ctx.t("admin-field-expiry"), given, ctx.t("admin-expects-span"), span)
    if name == "how":
        return Wrong(ctx.t("admin-field-how"), given, ctx.t("admin-help-how"), plain(standing_words(ctx, step)))
    if name == "share":
        label, share = step.variants[variant].name, shares(step)[variant]
        return Wrong(ctx.t("admin-field-share", variant=label), given, ctx.t("admin-help-share"), str(share))
    language = name.removeprefix(TEXT)
    label = ctx.t("admin-field-text", language=language_name(ctx, language))
    kept = step.variants[variant].texts.get(language) or ctx.t("admin-standard-text")
    return Wrong(label, given[:60], ctx.t("admin-expects-step-text"), kept[:60])


async def _unknown_places(ctx: Context, kept: Kept, step: Step, variant: int) -> list[Markup]:
    """A warning of the {placeholders} that nothing fills: they would be read as they stand."""
    left: set[str] = set()
    for text in step.variants[variant].texts.values() if step.variants else ():
        places = set(_PLACE.findall(text))
        alone = Step.model_validate({**step.model_dump(), **_variant(step, variant, texts={ctx.language: text})})
        if places:
            shown = plain((await render_for_reader(ctx, kept, alone, step.variants[variant].name)).text)
            left |= places.intersection(_PLACE.findall(shown))
    return [ctx.t("admin-edit-unknown-place", names=", ".join(sorted(left)))] if left else []


def _one_language(ctx: Context, step: Step, variant: int) -> list[Markup]:
    """A text in one language only is what everybody gets: that must not come as a surprise."""
    texts = step.variants[variant].texts if step.variants else {}
    missing = [language for language in ctx.use(Translator).languages if language not in texts]
    if not texts or not missing:
        return []
    names = join([language_name(ctx, language) for language in missing], ", ")
    return [ctx.t("admin-edit-one-language", languages=names)]
