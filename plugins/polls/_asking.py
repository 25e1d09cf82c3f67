"""Making a poll: what a host typed in haste, or filled in, becomes a question with answers."""

import re
from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa

from bot.api import (
    Answers,
    Background,
    Choice,
    Context,
    Field,
    FieldKind,
    Streams,
    UserError,
    echoed,
    folded,
    in_a_line,
    plain,
)
from plugins.polls._poll import Kind, Poll, Secrecy, State, change, locked, poll_of, rule_text
from plugins.polls._settings import PollSettings
from plugins.polls._tables import polls
from plugins.polls._voting import has_answers

LONGEST_QUESTION, LONGEST_ANSWER = 300, 80
FEWEST, MOST = 2, 12
"""Answers: as many as Telegram's own polls have (https://core.telegram.org/bots/api#sendpoll)."""

AT_MOST_OPEN = timedelta(days=30)

_LISTED = re.compile(r"\s*(?:\||\n|;)\s*")
_BY_COMMAS = re.compile(r"\s*,\s*")


def parts(typed: str) -> tuple[str, list[str]]:
    """The question and the answers in "Which tea? | Green | Black", or in "Which tea? Green, Black"."""
    pieces = [piece for piece in _LISTED.split(typed.strip()) if piece]
    if len(pieces) > 1:
        return pieces[0], pieces[1:]
    question, mark, rest = typed.strip().partition("?")
    listed = [piece for piece in _BY_COMMAS.split(rest.strip()) if piece]
    return (question.strip() + mark, listed) if mark and len(listed) > 1 else (typed.strip(), [])


async def create(
    ctx: Context, question: str, answers: Sequence[str], kind: Kind = Kind.SINGLE, typed: str = ""
) -> Poll:
    """A draft. Without answers people say yes or no. Raises UserError for what does not fit; `typed` is given back."""
    settings = await ctx.settings(PollSettings)
    words = _question(question, typed)
    given = _answers(ctx, answers, kind, typed or question)
    stream = await ctx.use(Streams).live(ctx.community.id)
    values = {
        "community_id": ctx.community.id,
        "made_by": ctx.member.id,
        "kind": kind.value,
        "question": words,
        "answers": "\n".join(given),
        "secrecy": _secrecy(settings, kind).value,
        "state": State.DRAFT.value,
        "stream_id": stream.id if stream is not None else None,
        "with_stream": stream is not None,
        "minutes": None if stream is not None else settings.minutes,
        "hides": False,
        "made_at": ctx.now,
    }
    poll_id = await ctx.db.insert(sa.insert(polls).values(**values))
    return await poll_of(ctx, poll_id)


def _secrecy(settings: PollSettings, kind: Kind) -> Secrecy:
    if settings.anonymous:
        return Secrecy.ANONYMOUS
    native = settings.own_network and kind in (Kind.SINGLE, Kind.SEVERAL)
    return Secrecy.PUBLIC if native else Secrecy.OPEN


def _question(text: str, typed: str) -> str:
    words = in_a_line(text)
    if not words:
        raise UserError("polls-question-empty")
    if len(words) > LONGEST_QUESTION:
        raise UserError("polls-question-long", most=LONGEST_QUESTION, typed=echoed(typed or text))
    return words


def _answers(ctx: Context, given: Sequence[str], kind: Kind, typed: str) -> list[str]:
    if not kind.has_options:
        return []
    texts = [words for text in given if (words := in_a_line(text))]
    if not texts and kind is Kind.SINGLE:
        home = Background.t
        return [plain(home(ctx, "polls-yes")), plain(home(ctx, "polls-no"))]
    twice = {folded(text) for text in texts}
    if len(twice) < len(texts):
        raise UserError("polls-answers-twice", typed=echoed(typed))
    if not FEWEST <= len(texts) <= MOST:
        raise UserError("polls-answers-number", fewest=FEWEST, most=MOST, count=len(texts), typed=echoed(typed))
    if (longest := max(texts, key=len)) and len(longest) > LONGEST_ANSWER:
        raise UserError("polls-answer-long", answer=echoed(longest), most=LONGEST_ANSWER, typed=echoed(typed))
    return texts


# ---- the form -------------------------------------------------------------------------------------------------------


async def ask_form(ctx: Context, poll: Poll | None = None) -> None:
    """Open the form for a new poll, or for a draft with what it has."""
    kinds = tuple(Choice(kind.value, plain(ctx.t("polls-kind", kind=kind.value))) for kind in Kind)
    chosen = poll.kind if poll is not None else Kind.SINGLE
    fields = [
        Field("question", plain(ctx.t("polls-field-question")), value=poll.question if poll is not None else ""),
        Field(
            "answers",
            plain(ctx.t("polls-field-answers")),
            FieldKind.LONG_TEXT,
            help=plain(ctx.t("polls-field-answers.help", most=MOST)),
            value="\n".join(poll.options) if poll is not None else "",
            required=False,
        ),
        Field("kind", plain(ctx.t("polls-field-kind")), FieldKind.CHOICE, value=chosen.value, choices=kinds),
    ]
    title = ctx.t("polls-form-new" if poll is None else "polls-form-edit")
    await ctx.ask("polls.take_form", poll.id if poll is not None else 0, title=title, fields=fields)


async def take_form(ctx: Context, poll_id: int, answers: Answers) -> Poll:
    """The draft with what was filled in: a new one for the id 0. Raises UserError for what does not fit."""
    question, listed = answers.get("question", ""), answers.get("answers", "").splitlines()
    typed = "\n".join([question, *listed])
    kind = next((kind for kind in Kind if kind.value == answers.get("kind")), Kind.SINGLE)
    if not poll_id:
        return await create(ctx, question, listed, kind, typed)
    poll = await draft(ctx, poll_id)
    words, texts = _question(question, typed), _answers(ctx, listed, kind, typed)
    await change(ctx, poll.id, question=words, answers="\n".join(texts), kind=kind.value)
    return await poll_of(ctx, poll.id)


async def draft(ctx: Context, poll_id: int) -> Poll:
    """The draft of that id, locked. Raises UserError for a poll that people see already."""
    poll = await locked(ctx, poll_id)
    if poll.state not in (State.DRAFT, State.PLANNED):
        raise UserError("polls-asked-already")
    return poll


async def throw_away(ctx: Context, poll_id: int) -> Poll:
    """Delete a draft that nobody saw."""
    poll = await draft(ctx, poll_id)
    if await has_answers(ctx, poll):
        raise UserError("polls-asked-already")
    await ctx.db.execute(sa.delete(polls).where(polls.c.id == poll.id))
    return poll


async def again(ctx: Context, poll: Poll) -> Poll:
    """A draft that asks the same once more."""
    fresh = await create(ctx, poll.question, poll.options, poll.kind)
    same = {"secrecy": poll.secrecy.value, "hides": poll.hides}
    await change(ctx, fresh.id, **same, rule=rule_text(poll.rule))
    return await poll_of(ctx, fresh.id)
