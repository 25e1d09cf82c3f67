"""A poll's figures to take along: tables that open in any spreadsheet, in which nothing is run."""

from bot.api import Context, File, Message, People, UserError, table_file
from plugins.polls._counting import figures, places
from plugins.polls._poll import Poll
from plugins.polls._posting import may_be_shown
from plugins.polls._voting import Vote, named_votes, tallied, unnamed_words


async def send(ctx: Context, poll: Poll) -> None:
    """Hand the tables over. Raises UserError while nothing may be seen."""
    if poll.is_open or (shown := await may_be_shown(ctx, poll)) is None or not shown.people:
        raise UserError("polls-csv-nothing")
    files = [File(f"poll-{poll.id}.csv", await _totals(ctx, poll))]
    if not poll.is_anonymous:
        files.append(File(f"poll-{poll.id}-votes.csv", await _votes(ctx, poll)))
    elif poll.kind.value == "words":
        words = [(text,) for _, text in await unnamed_words(ctx, poll)]
        files.append(File(f"poll-{poll.id}-words.csv", table_file(["words"], words)))
    await ctx.reply(Message(ctx.t("polls-csv-here", question=poll.question), files=tuple(files)))


async def _totals(ctx: Context, poll: Poll) -> bytes:
    found = figures(poll, await tallied(ctx, poll))
    if poll.kind.has_options:
        lines = [(row.label, row.votes, round(found.share(row), 4), row.points) for row in found.rows]
        return table_file(["answer", "votes", "share", "points"], lines)
    if poll.kind.scale is not None:
        return table_file(["value", "votes"], found.spread)
    return table_file(["people"], [(found.people,)])


async def _votes(ctx: Context, poll: Poll) -> bytes:
    lines = []
    for vote in await named_votes(ctx, poll):
        name = (await ctx.use(People).get(vote.member_id)).name
        lines.append((name, _said(poll, vote), vote.at.isoformat()))
    return table_file(["member", "answer", "at"], lines)


def _said(poll: Poll, vote: Vote) -> str:
    if poll.kind.has_options:
        return " > ".join(poll.options[place - 1] for place in places(vote.chosen))
    return vote.words or vote.chosen
