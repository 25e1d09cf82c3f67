"""Followups: the 48 hours after a stream, from the thank-you to the next one, and a host for whoever is unhappy."""

from datetime import datetime, timedelta

from pydantic import BaseModel

from bot.api import (
    FOLLOW_UP,
    SCORES,
    STARS,
    ActionStyle,
    Answers,
    Background,
    Context,
    JourneyReleased,
    Journeys,
    Plugin,
    Role,
    Stream,
    StreamEnded,
    Streams,
)
from plugins.followups import (
    _answering,
    _hosts,
    _inbox,
    _placeholders,
    _planned,
    _progress,
    _reminding,
    _report,
    _timing,
)
from plugins.followups._facts import FACTS
from plugins.followups._followed import followed_after
from plugins.followups._journeys import AFTER_STREAM, after_stream, missed_it
from plugins.followups._records import metadata


class Settings(BaseModel):
    """What is not part of the journeys themselves; their times and texts are changed with /journey edit."""

    post: bool = True
    tell_hosts: bool = True
    progress: bool = True
    report: bool = True


plugin = Plugin(
    "followups",
    settings=Settings,
    facts=FACTS,
    journeys=(after_stream, missed_it),
    activities=(SCORES.name, STARS.name),
    tables=metadata,
)
plugin.contributes("placeholder", *_placeholders.NAMES, switches=_placeholders.SWITCHES)(_placeholders.values)

# ---- the inbox ----------------------------------------------------------------------------------------------------


@plugin.command(own=True)
async def inbox(ctx: Context) -> None:
    """Open what waits for you; nobody else sees it."""
    await _inbox.open_waiting(ctx)


@plugin.action("followups-open", style=ActionStyle.MAIN)
async def open_inbox(ctx: Context) -> None:
    await _inbox.open_waiting(ctx)


@plugin.action("followups-open-again")
async def open_again(ctx: Context) -> None:
    await _inbox.open_again(ctx)


# ---- answers ------------------------------------------------------------------------------------------------------


@plugin.action("scale-score", scale=SCORES.ends)
async def score(ctx: Context, delivery: int, number: int) -> None:
    await _answering.rate(ctx, delivery, SCORES, number)


@plugin.action("scale-stars", scale=STARS.ends)
async def stars(ctx: Context, delivery: int, number: int) -> None:
    await _answering.rate(ctx, delivery, STARS, number)


@plugin.action("followups-words", opens_form=True)
async def words(ctx: Context, answer: int) -> None:
    await _answering.ask_for_words(ctx, answer)


@plugin.action("followups-words")
async def keep_words(ctx: Context, answer: int, answers: Answers) -> None:
    await _answering.keep_words(ctx, answer, answers)


@plugin.action("followups-ask", style=ActionStyle.MAIN, opens_form=True)
async def ask(ctx: Context, delivery: int) -> None:
    await _answering.ask_a_question(ctx, delivery)


@plugin.action("followups-ask")
async def keep_question(ctx: Context, delivery: int, answers: Answers) -> None:
    await _answering.keep_question(ctx, delivery, answers)


@plugin.action("followups-remind", style=ActionStyle.MAIN)
async def remind(ctx: Context, delivery: int) -> None:
    await _reminding.remind(ctx, delivery)


# ---- hosts --------------------------------------------------------------------------------------------------------


@plugin.command(least=Role.HOST)
async def followups(ctx: Context) -> None:
    """See what came of the last stream's follow-ups."""
    await _report.show_report(ctx)


@plugin.action("followups-read-words", least=Role.HOST)
async def read_words(ctx: Context, stream: int, page: int) -> None:
    await _report.read_words(ctx, stream, page)


@plugin.action("followups-reply", style=ActionStyle.MAIN, least=Role.HOST, opens_form=True)
async def reply(ctx: Context, answer: int) -> None:
    await _hosts.ask_for_reply(ctx, answer)


@plugin.action("followups-reply", least=Role.HOST)
async def send_reply(ctx: Context, answer: int, answers: Answers) -> None:
    await _hosts.send_reply(ctx, answer, answers)


# ---- what happens by itself ---------------------------------------------------------------------------------------


@plugin.on(StreamEnded)
async def stream_ended(ctx: Background, event: StreamEnded) -> None:
    """Arrange the post, the hosts' message and the report; nothing for a stream whose 48 hours are over already."""
    stream = await ctx.use(Streams).get(event.stream_id)
    if stream is None or stream.ended_at is None or stream.ended_at + FOLLOW_UP <= ctx.now:
        return
    kept = await ctx.use(Journeys).get(ctx.community.id, f"followups.{AFTER_STREAM}")
    await ctx.later(tell_planned, after=_timing.PLANNED_AFTER, stream=stream.id, tries=0)
    await ctx.later(post, at=max(ctx.now, _timing.post_at(kept.journey, stream)), stream=stream.id)
    await _look_again(ctx, stream, _timing.next_look(stream, ctx.now))
    await ctx.later(report, at=stream.ended_at + _timing.REPORT_AFTER, stream=stream.id, key=f"stream:{stream.id}")


@plugin.on(JourneyReleased)
async def journey_released(ctx: Background, event: JourneyReleased) -> None:
    """A journey that was only shown so far runs: what had to wait for that follows."""
    stream = await ctx.use(Streams).newest(ctx.community.id, over=True)
    if event.name != f"followups.{AFTER_STREAM}" or stream is None or stream.ended_at is None:
        return
    kept = await ctx.use(Journeys).get(ctx.community.id, event.name)
    await ctx.later(post, at=max(ctx.now, _timing.post_at(kept.journey, stream)), stream=stream.id)


@plugin.job()
async def tell_planned(ctx: Background, stream: int, tries: int) -> None:
    """Tell the hosts what is planned, once the core has planned it."""
    found = await ctx.use(Streams).get(stream)
    if found is None or found.is_on or not (await ctx.settings(Settings)).tell_hosts:
        return  # one that is on again is told of at its true end
    if not await _planned.is_planned(ctx, found) and tries < _timing.PLANNED_TRIES:
        await ctx.later(tell_planned, after=timedelta(minutes=1), stream=stream, tries=tries + 1)
    else:
        await _planned.tell_planned(ctx, found)


@plugin.job()
async def post(ctx: Background, stream: int) -> None:
    """Post for everybody, with the button to one's own note; it waits while a stream is on, which may not count."""
    found = await ctx.use(Streams).get(stream)
    if found is None or found.is_on or not (await ctx.settings(Settings)).post:
        return
    kept = await ctx.use(Journeys).get(ctx.community.id, f"followups.{AFTER_STREAM}")
    if (due := _timing.post_at(kept.journey, found)) > ctx.now:  # its end is later than it was told at first
        await ctx.later(post, at=due, stream=stream)
    elif _inbox.is_open(found, ctx.now) and await ctx.use(Streams).live(ctx.community.id) is not None:
        await ctx.later(post, after=_timing.POST_WAITS, stream=stream)
    else:
        await _inbox.post_for_everybody(ctx, found)


@plugin.job()
async def progress(ctx: Background, stream: int) -> None:
    """Keep the hosts' message on how it goes up to date, until the 48 hours are over."""
    found = await ctx.use(Streams).get(stream)
    if found is None or found.ended_at is None or not _inbox.is_open(found, ctx.now):
        return
    followed = await followed_after(ctx, found)
    if (await ctx.settings(Settings)).progress:
        await _progress.show(ctx, found, followed)
    when = _timing.next_look if followed else _timing.next_look_for_anybody
    await _look_again(ctx, found, when(found, ctx.now))


async def _look_again(ctx: Background, stream: Stream, at: datetime) -> None:
    """Look at how it goes once more; once at each moment, also for an end that is told twice."""
    await ctx.later(progress, at=at, stream=stream.id, key=f"progress:{stream.id}:{at:%Y%m%dT%H%M%S}")


@plugin.job()
async def report(ctx: Background, stream: int) -> None:
    """Report to the hosts what came of it."""
    found = await ctx.use(Streams).get(stream)
    if found is None or found.ended_at is None:
        return
    if (due := found.ended_at + _timing.REPORT_AFTER) > ctx.now:
        await ctx.later(report, at=due, stream=stream)
        return
    await _inbox.close_post(ctx, found)
    followed = await followed_after(ctx, found)
    await _progress.show(ctx, found, followed, over=True)
    if (await ctx.settings(Settings)).report:
        await _report.post_report(ctx, found, followed)
