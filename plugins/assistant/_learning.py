"""Learning: what a person answered becomes what the bot answers, by a moderator's tap and in the moderator's words."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from bot.api import Background, Context, People, UserError, base_language, in_a_line, shortened
from plugins.assistant._case import case_of
from plugins.assistant._knowledge import Entry
from plugins.assistant._lines import SAID, Kind, Line, lines_of
from plugins.assistant._reading import LONGEST_BODY, LONGEST_TITLE


def can_be_learnt(every: Sequence[Line]) -> bool:
    """Whether a person has answered something."""
    return _last_exchange(every) is not None


async def taught(ctx: Context, case_id: int) -> Entry:
    """The last answer of a case with what it answers, as an entry that a moderator puts better. Raises UserError."""
    case = await case_of(ctx, case_id)
    found = _last_exchange(await lines_of(ctx, case))
    if found is None:
        raise UserError("assistant-learn-nothing")
    asked, answered = found
    title, body = shortened(in_a_line(asked), LONGEST_TITLE), shortened(answered, LONGEST_BODY)
    return Entry(0, title, body, await _language(ctx, case.member_id))


def _last_exchange(every: Sequence[Line]) -> tuple[str, str] | None:
    """What the member said and, right after it, the team; several lines in a row are one."""
    said = [line for line in every if line.kind in SAID]
    turns = [(kind, "\n".join(line.words for line in some)) for kind, some in groupby(said, key=lambda line: line.kind)]
    found = [(asked, told) for (kind, asked), (_, told) in pairwise(turns) if kind is Kind.MEMBER]
    return found[-1] if found else None


async def _language(ctx: Background, member_id: int) -> str:
    member = (await ctx.use(People).of_many([member_id])).get(member_id)
    return base_language(member.language if member is not None else ctx.community.language)
