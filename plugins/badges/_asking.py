"""The forms of the builder: what a badge is called, and to what it invites."""

from bot.api import (
    LONGEST_INVITATION,
    LONGEST_TITLE,
    Answers,
    Badge,
    Context,
    Field,
    FieldKind,
    KeptBadge,
    Markup,
    Translator,
    UserError,
    escape,
    plain,
)
from plugins.badges import _words

LONGEST_SIGN = 8
SIGN = "🏅"


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
