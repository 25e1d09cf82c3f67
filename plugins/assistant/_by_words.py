"""Plain words to the bot: asked by its name before everybody, or written to it in private."""

from bot.api import Context, Manner, People, is_question, join
from plugins.assistant import _asking, _case_answers, _showing
from plugins.assistant._case import open_case
from plugins.assistant._mood import mood_of
from plugins.assistant._showing import Screen
from plugins.assistant._smalltalk import smalltalk


async def before_all(ctx: Context, text: str) -> Screen | None:
    """The answer where everybody reads it: in the community's own words alone, and none to what is no question."""
    if smalltalk(text) is not None or not await _asking.may_before_all(ctx):
        return None
    found = await _asking.found(ctx, text)
    if not found.sources and not is_question(text):
        return None
    return _showing.answered(ctx, await _asking.noted(ctx, text, found, before_all=True))


async def alone(ctx: Context, text: str, manner: Manner) -> Screen | None:
    """The answer in private; None where it is to be answered like any question.

    Nothing is passed on to a person who has the member's case: it may be meant for somebody else.
    """
    if (kind := smalltalk(text)) is not None:
        return ctx.t("assistant-smalltalk", kind=kind.value), []
    case = await open_case(ctx)
    if case is not None and case.taken_by is not None:
        return _case_answers.not_passed_on(ctx, case, await ctx.use(People).name_of(case.taken_by))
    return await _glance(ctx, text) if manner is Manner.UNKEPT else None


async def _glance(ctx: Context, text: str) -> Screen:
    """The answer to what nobody may store; a person is offered for what the words say, not for what was said before."""
    found = await _asking.found(ctx, text)
    said, rows = _showing.answered(ctx, _asking.Outcome(found))
    if not found.sources:
        said = join([said, ctx.t("assistant-perhaps-a-form")], "\n\n")
    return _case_answers.offered(ctx, (said, rows), mood_of(text))
