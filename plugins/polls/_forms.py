"""The forms in which people answer: words, or several answers at once where each press would have to be kept."""

from collections.abc import Mapping, Sequence

from bot.api import Choice, Context, Field, FieldKind, UserError, in_lines, plain
from plugins.polls._counting import PLACES
from plugins.polls._poll import Kind, Poll
from plugins.polls._voting import LONGEST, own_words

_NONE = "0"


async def words_field(ctx: Context, poll: Poll) -> Field:
    """A field for words, with what somebody wrote before."""
    before = "" if poll.is_anonymous else await own_words(ctx, poll)
    return Field("words", poll.question[:45], FieldKind.LONG_TEXT, value=before)


async def unnamed_fields(ctx: Context, poll: Poll) -> Sequence[Field]:
    """The fields of a poll without names: words, answers to tick, or a first, second and third."""
    choices = tuple(Choice(str(place), text) for place, text in enumerate(poll.options, 1))
    if poll.kind is Kind.WORDS:
        return [await words_field(ctx, poll)]
    if poll.kind is Kind.SEVERAL:
        return [Field("chosen", poll.question[:45], FieldKind.CHOICES, choices=choices)]
    none = Choice(_NONE, plain(ctx.t("polls-rank-none")))
    return [
        Field(
            f"rank{turn}",
            plain(ctx.t("polls-rank", turn=turn)),
            FieldKind.CHOICE,
            value="" if turn == 1 else _NONE,
            required=turn == 1,
            choices=choices if turn == 1 else (none, *choices),
        )
        for turn in range(1, min(PLACES, len(poll.options)) + 1)
    ]


def read_fields(poll: Poll, answers: Mapping[str, str]) -> Sequence[int]:
    """The places that were chosen, in their order. Raises UserError for what is no place."""
    named = ["chosen"] if poll.kind is Kind.SEVERAL else [f"rank{turn}" for turn in range(1, PLACES + 1)]
    given = [piece.strip() for name in named for piece in answers.get(name, "").split(",")]
    picked = [piece for piece in given if piece not in ("", _NONE)]
    if not all(piece.isascii() and piece.isdigit() for piece in picked):
        raise UserError("polls-no-such-answer")
    places = [int(piece) for piece in picked]
    return places if poll.kind is Kind.RANKED else sorted(places)


def words_of(answers: Mapping[str, str]) -> str:
    """What was written. Raises UserError for nothing, or too much: it is given back then."""
    words = in_lines(answers.get("words", ""))
    if not words:
        raise UserError("polls-words-empty")
    if len(words) > LONGEST:
        raise UserError("polls-words-long", most=LONGEST, over=len(words) - LONGEST, typed=words)
    return words
