"""What hosts are told without asking: a digest a day, and at once what cannot wait."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.api import Background, HostsHeard, People, Telling, heard, shortened, upsert, urgency_of, wall_clock
from plugins.triage._settings import TriageSettings
from plugins.triage._showing import ON_A_PAGE, aside_values, counts, line_of, values_of
from plugins.triage._sorting import Piece, Triage, gone_through, piece
from plugins.triage._stretches import Stretch, Which, of_digest
from plugins.triage._tables import digests, told

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
LOOK_AHEAD: Final = timedelta(hours=6)
LASTS: Final = timedelta(days=2)
QUOTED: Final = 600
KEPT: Final = timedelta(days=14)

# ---- the daily digest ----------------------------------------------------------------------------------------------


async def look_ahead(ctx: Background) -> None:
    """Have the digest posted at the hour that the community chose, where that went by or comes before the next look."""
    await _have_posted(ctx, await _hours(ctx))


async def daily(ctx: Background) -> None:
    """The hour has come; it may be another one since it was looked at."""
    if hours := await _hours(ctx):
        await _digest(ctx, hours[0])
        await _have_posted(ctx, hours)


async def _have_posted(ctx: Background, hours: Sequence[datetime]) -> None:
    for due in hours:
        if due <= ctx.now + LOOK_AHEAD:
            await ctx.later(daily, at=max(due, ctx.now), key=f"digest:{due.isoformat()}")


async def _digest(ctx: Background, due: datetime) -> None:
    """Post the digest of what was said until `due`, where anything was since the last one."""
    before = await ctx.db.value(sa.select(digests.c.until).where(digests.c.community_id == ctx.community.id))
    if before is not None and before >= due:
        return
    stretch = of_digest(max(before or due - DAY, due - 7 * DAY), due)
    triage = await gone_through(ctx, stretch)
    if not triage.pieces:
        return
    row = upsert(ctx.db.dialect, digests).values(community_id=ctx.community.id, until=due)
    await ctx.db.execute(row.on_conflict_do_update(index_elements=[digests.c.community_id], set_={"until": due}))
    await _post(ctx, stretch, triage)


async def _hours(ctx: Background) -> Sequence[datetime]:
    """The last time that a clock where the community lives showed the chosen hour, now included, and the next time.

    None where no digest is wanted.
    """
    chosen = await ctx.settings(TriageSettings)
    if not chosen.daily_digest:
        return ()
    hour, zone = chosen.digest_hour, ctx.community.zone
    today = ctx.now.astimezone(ZoneInfo(zone)).date()
    before, due, after = (wall_clock(datetime.combine(today + days * DAY, time(hour)), zone) for days in (-1, 0, 1))
    return (due, after) if due <= ctx.now else (before, due)


async def _post(ctx: Background, stretch: Stretch, triage: Triage) -> None:
    shown = triage.topics[:ON_A_PAGE]
    quoted = [*(one for topic in shown for one in topic.pieces[: topic.quoted]), *triage.aside]
    lines = [_line(line_of(topic), values_of(turn, topic)) for turn, topic in enumerate(shown, 1)]
    rest = triage.topics[ON_A_PAGE:]
    alone = sum(len(topic.pieces) == 1 for topic in rest)
    if more := len(rest) - alone:
        lines.append(_line("triage-more", {"count": more}))
    if alone:
        lines.append(_line("triage-alone", {"count": alone}))
    if triage.aside:
        lines.append(_line("triage-aside", aside_values(triage.aside)))
    name = f"triage-digest:{stretch.called}"
    await ctx.use(Telling).for_hosts(
        name,
        "triage-digest-post",
        once=name,
        buttons=[[("triage.digest_page", stretch.called, 1)]],
        lasts=LASTS,
        quoted=[one.heard.member_id for one in quoted if one.heard.member_id is not None],
        counts=_line("triage-counts", counts(triage.pieces)),
        lines=[one for line in lines for one in (_line("triage-gap", {}), line)],
    )


def _line(text: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": text, "values": values}


# ---- what cannot wait ----------------------------------------------------------------------------------------------


async def look(ctx: Background, event: HostsHeard) -> None:
    """Tell the hosts at once of what cannot wait, each of it once; beyond so many in an hour the rest together."""
    chosen = await ctx.settings(TriageSettings)
    if not chosen.urgent_at_once:
        return
    new = await _new(ctx, event.at - MINUTE)
    if not new:
        return
    await ctx.db.transaction()
    lately = (told.c.community_id == ctx.community.id) & (told.c.told_at > ctx.now - HOUR)
    lately &= told.c.told_at == told.c.at  # at once: what was told together takes no room from what comes next
    room = chosen.most_urgent_in_an_hour - int(await ctx.db.value(sa.select(sa.func.count()).where(lately)))
    at_once, later = new[: max(0, room)], new[max(0, room) :]
    await _note(ctx, at_once, ctx.now)
    await _note(ctx, later, None)
    for one in at_once:
        await _tell(ctx, one)
    if later:
        await ctx.later(gather, after=HOUR, key=f"{int(ctx.now.timestamp()) // 3600}")


async def _new(ctx: Background, since: datetime) -> Sequence[Piece]:
    """What cannot wait and was not told yet, the oldest first."""
    lately = (told.c.community_id == ctx.community.id) & (told.c.at >= since - DAY)  # of some the day alone is known
    known = {name for (name,) in await ctx.db.rows(sa.select(told.c.name).where(lately))}
    new = [one for one in await heard(ctx, since) if not one.is_answered and one.name not in known]
    urgent = [piece(one) for one in new if urgency_of(one.text) is not None]
    return sorted(urgent, key=lambda one: (one.heard.at or since, one.heard.name))


async def _note(ctx: Background, pieces: Sequence[Piece], at: datetime | None) -> None:
    rows = [{"community_id": ctx.community.id, "name": one.heard.name, "at": ctx.now, "told_at": at} for one in pieces]
    if rows:
        await ctx.db.execute(sa.insert(told).values(rows))


async def _tell(ctx: Background, one: Piece) -> None:
    said, nobody = one.heard, _line("triage-nobody", {})
    answers = [("triage.answer_heard", one.mark)] if said.answer else []
    name = f"triage-urgent:{one.mark}"
    await ctx.use(Telling).for_hosts(
        name,
        "triage-urgent-post",
        once=name,
        buttons=[[*answers, ("triage.digest_page", Which.TODAY.value, 1)]],
        lasts=LASTS,
        of=said.member_id,
        who=await ctx.use(People).name_of(said.member_id) or said.author or nobody,
        source=_line(said.source, {}),
        text=shortened(said.text, QUOTED),
        urgency=one.urgency.value if one.urgency else "none",
    )


async def gather(ctx: Background) -> None:
    """Tell together of what could not be told by itself."""
    waiting = (told.c.community_id == ctx.community.id) & told.c.told_at.is_(None)
    count = (await ctx.db.execute(sa.update(told).where(waiting).values(told_at=ctx.now))).rowcount
    if count:
        key, row = f"triage-gathered:{int(ctx.now.timestamp())}", [("triage.digest_page", Which.WEEK.value, 1)]
        await ctx.use(Telling).everybody(
            key, "triage-urgent-gathered", hosts=True, buttons=[row], lasts=LASTS, count=count
        )


async def forget_told(ctx: Background) -> None:
    """What was told long ago is told apart by its moment."""
    old = (told.c.community_id == ctx.community.id) & (told.c.at < ctx.now - KEPT)
    await ctx.db.execute(sa.delete(told).where(old))
