"""What people wrote, for hosts; and a host's answer to somebody whom they cannot see."""

import secrets
from datetime import timedelta

import sqlalchemy as sa

from bot.api import Answers, Context, Field, FieldKind, Page, People, Telling, UserError, headed, join, plain, turning
from plugins.polls._ballot import Screen
from plugins.polls._forms import words_of
from plugins.polls._poll import Poll, Secrecy
from plugins.polls._posting import may_be_shown
from plugins.polls._tables import notes
from plugins.polls._voting import named_votes, unnamed_words

ON_A_PAGE = 5
LASTS = timedelta(days=14)


async def page(ctx: Context, poll: Poll, number: int) -> Screen:
    """A page of answers in words: by name, or with a number where nobody may know whose they are."""
    shown = await may_be_shown(ctx, poll)
    if poll.is_anonymous and (shown is None or not shown.people):
        raise UserError("polls-words-too-few")
    found = await _all(ctx, poll)
    some = Page.of(found, number, ON_A_PAGE)
    lines = [headed(ctx, ctx.t("polls-words-of", question=poll.question), some)]
    rows = []
    for turn, (note_id, who, words) in enumerate(some.items, (some.number - 1) * ON_A_PAGE + 1):
        lines.append(ctx.t("polls-words-line", turn=turn, named="yes" if who else "no", who=who, words=words))
        if note_id and poll.secrecy is Secrecy.ANSWERABLE:
            rows.append([ctx.button("polls.reply_form", poll.id, note_id, label=ctx.t("polls-reply-to", turn=turn))])
    if not some.items:
        lines.append(ctx.t("polls-words-none"))
    return join(lines, "\n\n"), [*rows, turning(ctx, "polls.words_page", some, poll.id)]


async def _all(ctx: Context, poll: Poll) -> list[tuple[str, str, str]]:
    if poll.is_anonymous:
        return [(id, "", words) for id, words in await unnamed_words(ctx, poll)]
    return [("", (await ctx.use(People).get(vote.member_id)).name, vote.words) for vote in await named_votes(ctx, poll)]


async def ask(ctx: Context, poll: Poll, note_id: str) -> None:
    """Ask for the answer."""
    note = await _note(ctx, poll, note_id)
    field = Field("words", plain(ctx.t("polls-reply")), FieldKind.LONG_TEXT, help=note.words[:100])
    await ctx.ask("polls.reply", poll.id, note_id, title=ctx.t("polls-reply"), fields=[field])


async def reply(ctx: Context, poll: Poll, note_id: str, answers: Answers) -> None:
    """Send it to whoever wrote that; who it is stays sealed, and what is sent does not say to which words."""
    note = await _note(ctx, poll, note_id)
    words = words_of(answers)
    # Nothing in the key, or in the outbox, leads from a message back to the words that it answers.
    await ctx.use(Telling).member(
        int(note.back), secrets.token_hex(8), "polls-back", asked=True, lasts=LASTS, question=poll.question, words=words
    )
    await ctx.db.execute(sa.update(notes).where(notes.c.id == note_id).values(is_answered=True))
    await ctx.reply(ctx.t("polls-replied"))


async def _note(ctx: Context, poll: Poll, note_id: str) -> sa.Row[tuple[str, str | None]]:
    query = sa.select(notes.c.words, notes.c.back).where(notes.c.id == note_id, notes.c.poll_id == poll.id)
    found = await ctx.db.row(query)
    if found is None or found.back is None:
        raise UserError("polls-not-here")
    return found
