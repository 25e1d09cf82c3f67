"""The forms of the builder: what a badge is called, and what a fact is compared with."""

import math

from bot.api import (
    LONGEST_INVITATION,
    LONGEST_TITLE,
    Answers,
    Badge,
    Choice,
    Comparison,
    Condition,
    Context,
    Facts,
    FactSpec,
    Field,
    FieldKind,
    KeptBadge,
    Markup,
    Translator,
    UserError,
    escape,
    parse_yes_no,
    plain,
    sentence,
)
from plugins.badges import _words

LONGEST_SIGN = 8
SIGN = "🏅"
_NUMBERS = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.IS)
_TEXTS = (Comparison.IS, Comparison.IS_NOT)
_LARGEST = 10**9


def name_fields(ctx: Context, badge: Badge | None) -> list[Field]:
    """What it is called in each language, and its sign."""
    titles = badge.titles if badge is not None else {}
    fields = [
        Field(
            f"title-{language}",
            plain(ctx.t("badges-field-title", language=_language(ctx, language))),
            value=titles.get(language, ""),
            required=False,
        )
        for language in ctx.use(Translator).languages[:4]
    ]
    sign = badge.emoji if badge is not None else SIGN
    help = plain(ctx.t("badges-field-sign-help"))
    return [*fields, Field("sign", plain(ctx.t("badges-field-sign")), help=help, value=sign, required=False)]


def _language(ctx: Context, language: str) -> Markup:
    key = f"badges-language-{language}"
    return ctx.t(key) if ctx.use(Translator).has(key) else escape(language)


def named(ctx: Context, answers: Answers) -> tuple[dict[str, str], str]:
    """The titles by language, and the sign. Raises UserError where they are none, or too long."""
    titles = {}
    for language in ctx.use(Translator).languages[:4]:
        if title := " ".join(answers.get(f"title-{language}", "").split()):
            if len(title) > LONGEST_TITLE:
                raise UserError("badges-title-long", limit=LONGEST_TITLE)
            titles[language] = title
    if not titles:
        raise UserError("badges-title-missing")
    sign = answers.get("sign", "").strip() or SIGN
    if len(sign) > LONGEST_SIGN or sign.isascii():
        raise UserError("badges-sign-wrong")
    return titles, sign


async def condition_fields(ctx: Context, fact: FactSpec) -> list[Field]:
    """How the fact is compared, and with what."""
    if fact.kind == "yes_no":
        return [Field("value", plain(ctx.t("badges-field-yes")), FieldKind.YES_NO, value="yes")]
    ways = _NUMBERS if fact.kind == "number" else _TEXTS
    choices = tuple(Choice(way.value, plain(ctx.t("badges-way", way=way.value))) for way in ways)
    how = Field("how", plain(ctx.t("badges-field-how")), FieldKind.CHOICE, value=ways[0].value, choices=choices)
    label = plain(ctx.t("badges-field-value"))
    if fact.kind == "number":
        return [how, Field("value", label, FieldKind.NUMBER)]
    known = await _values(ctx, fact)
    if len(known) < 2:
        return [how, Field("value", label)]
    return [how, Field("value", label, FieldKind.CHOICE, value=known[0].value, choices=tuple(known))]


async def _values(ctx: Context, fact: FactSpec) -> list[Choice]:
    """The texts that the fact has for members here, in words."""
    found = await ctx.use(Facts).texts(ctx.community.id, fact.name)
    texts = ctx.use(Translator)
    return [
        Choice(
            value,
            plain(sentence(Condition(fact=fact.name, comparison=Comparison.IS, value=value), texts, ctx.language)),
        )
        for value in found
    ]


def condition(fact: FactSpec, answers: Answers) -> Condition:
    """What the form brought. Raises UserError for a value that does not fit."""
    typed = answers.get("value", "").strip()
    if fact.kind == "yes_no":
        answer = parse_yes_no(typed)
        return Condition(fact=fact.name, comparison=Comparison.IS, value=answer is not False)
    ways = _NUMBERS if fact.kind == "number" else _TEXTS
    how = next((way for way in ways if way.value == answers.get("how")), ways[0])
    if fact.kind == "text":
        if not typed:
            raise UserError("badges-value-missing")
        return Condition(fact=fact.name, comparison=how, value=typed)
    return Condition(fact=fact.name, comparison=how, value=_number(typed))


def _number(typed: str) -> float | int:
    try:
        value = float(typed.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        raise UserError("badges-number-wrong", given=typed) from None
    if not math.isfinite(value) or not 0 <= value <= _LARGEST:
        raise UserError("badges-number-wrong", given=typed)
    return int(value) if value.is_integer() else value


def invitation_fields(ctx: Context, kept: KeptBadge) -> list[Field]:
    """The invitation in each language; nothing written ends it."""
    return [
        Field(
            f"text-{language}",
            plain(ctx.t("badges-field-invitation", language=_language(ctx, language))),
            FieldKind.LONG_TEXT,
            value=kept.badge.invitation.get(language, ""),
            required=False,
        )
        for language in ctx.use(Translator).languages[:5]
    ]


def invited(ctx: Context, answers: Answers) -> dict[str, str]:
    """The invitation by language. Raises UserError for one that is too long."""
    found = {}
    for language in ctx.use(Translator).languages[:5]:
        if text := answers.get(f"text-{language}", "").strip():
            if len(text) > LONGEST_INVITATION:
                raise UserError("badges-invitation-long", limit=LONGEST_INVITATION)
            found[language] = text
    return found


def title_of_form(ctx: Context, kept: KeptBadge) -> str:
    """What stands above a form about a badge."""
    return plain(_words.title(ctx, kept))
