"""What was said, handed in to be gone through with what reaches the hosts elsewhere: the triage of another plugin."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.api import Background, Heard
from plugins.feedback._nameless import Word, words
from plugins.feedback._remark import Remark, State, since
from plugins.feedback._tables import nameless


async def heard(ctx: Background, moment: datetime) -> Sequence[Heard]:
    """What was said since then; without a name what the hosts were given from that day on."""
    named = [_remark(one) for one in await since(ctx, moment)]
    return [*named, *(_word(one) for one in await words(ctx, nameless.c.given_on >= moment.date().isoformat()))]


def _remark(one: Remark) -> Heard:
    is_open = one.may_answer and one.state is not State.ANSWERED and one.member_id is not None
    return Heard(
        one.name.replace(":", "-"),
        "feedback-heard",
        one.text,
        at=one.at,
        member_id=one.member_id,
        answer=("feedback.answer_form", one.id) if is_open else (),
        is_answered=one.state is State.ANSWERED,
    )


def _word(one: Word) -> Heard:
    is_open = one.back is not None and not one.answer
    return Heard(
        one.id,
        "feedback-heard-nameless",
        one.text,
        day=date.fromisoformat(one.given_on) if one.given_on else None,
        answer=("feedback.nameless_answer_form", one.id) if is_open else (),
        is_answered=bool(one.answer),
    )
