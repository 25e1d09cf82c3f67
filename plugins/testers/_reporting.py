"""What testers found: asked for in a form, kept, and handed to the hosts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    STARS,
    Context,
    Field,
    FieldKind,
    File,
    People,
    UserError,
    counts_for,
    drawn_stars,
    in_lines,
    parts_of,
    plain,
    shortened,
    star_choices,
    table_file,
)
from plugins.testers._call import Call, call_of, locked
from plugins.testers._entry import SEATED, Stand, own, place
from plugins.testers._news import tell_hosts
from plugins.testers._picking import start
from plugins.testers._tables import reports
from plugins.testers._waking import expect_look

LONGEST: Final = 1500
GIVEN_BACK: Final = 1700


class Report(Struct, frozen=True):
    """What one tester found. `stars` are 1 to 5, or none."""

    member_id: int
    text: str
    stars: int | None
    at: datetime

    @property
    def shown_stars(self) -> str:
        """The stars as they are drawn; "" for none."""
        return drawn_stars(self.stars)


async def reports_of(ctx: Context, call: Call, *where: sa.ColumnElement[bool]) -> Sequence[Report]:
    """All reports of a call, in the order in which they came; of one person's accounts the newest."""
    who = counts_for(reports.c.member_id).label("member_id")
    found = sa.select(who, reports.c.text, reports.c.stars, reports.c.at).where(reports.c.call_id == call.id, *where)
    rows = [Report(*row) for row in await ctx.db.rows(found.order_by(reports.c.at, reports.c.id))]
    return list({report.member_id: report for report in rows}.values())


async def ask(ctx: Context, call_id: int) -> None:
    """Open the form, with what they said before. Raises UserError for who does not test."""
    call = await call_of(ctx, call_id)
    await _refuse_others(ctx, call)
    mine = await reports_of(ctx, call, reports.c.member_id.in_(parts_of(ctx.member.id)))
    before = mine[-1] if mine else None
    given = str(before.stars) if before is not None and before.stars is not None else ""
    label, helping = plain(ctx.t("testers-field-found")), plain(ctx.t("testers-field-found.help"))
    fields = [
        Field("text", label, FieldKind.LONG_TEXT, helping, before.text if before is not None else ""),
        Field("stars", plain(ctx.t("testers-field-stars")), FieldKind.CHOICE, "", given, False, star_choices()),
    ]
    await ctx.ask("testers.report", call.id, title=ctx.t("testers-report-form"), fields=fields)


async def _refuse_others(ctx: Context, call: Call, text: str = "") -> None:
    entry = await own(ctx, call, ctx.member.id)
    given: dict[str, Any] = {"title": call.title, "text": text, "written": bool(text)}
    if not call.state.is_shown:
        raise UserError("testers-report-over", **given)
    if entry is None or entry.state not in SEATED:
        raise UserError("testers-report-others", **given)


async def keep(ctx: Context, call_id: int, answers: Mapping[str, str]) -> Call:
    """Keep what they found, in the place of what they said before, and hand it to the hosts. Raises UserError."""
    text, stars = in_lines(answers.get("text", "")), answers.get("stars", "")
    if not text:
        raise UserError("testers-report-empty")
    if len(text) > LONGEST:
        raise UserError("testers-report-long", most=LONGEST, text=shortened(text, GIVEN_BACK))
    call = await locked(ctx, call_id)
    await _refuse_others(ctx, call, text)
    mine = reports.c.member_id.in_(parts_of(ctx.member.id)) & (reports.c.call_id == call.id)
    await ctx.db.execute(sa.delete(reports).where(mine))
    given = STARS.read(stars)
    row = {"call_id": call.id, "member_id": ctx.member.id, "text": text, "stars": given, "at": ctx.now}
    await ctx.db.insert(sa.insert(reports).values(**row))
    entry = await own(ctx, call, ctx.member.id)
    assert entry is not None, "whoever has no place was refused"
    if entry.state is Stand.ASKED:  # to have tested says yes by itself
        entry = await start(ctx, call, entry)
    entry = await place(ctx, entry, Stand.REPORTED)
    report = Report(ctx.member.id, text, given, ctx.now)
    key, button = f"testers-report:{entry.name}:{int(ctx.now.timestamp() * 1000)}", ("testers.host_card", call.id)
    values: dict[str, Any] = {"title": call.title, "name": ctx.member.name, "stars": report.shown_stars, "text": text}
    await tell_hosts(ctx, key, "testers-host-report", button, starred="yes" if given else "no", **values)
    await expect_look(ctx, call)
    return call


async def as_table(ctx: Context, call: Call) -> File:
    """All reports, for a spreadsheet in which nothing is run."""
    found = await reports_of(ctx, call)
    names = await ctx.use(People).of_many([report.member_id for report in found])
    head = [plain(ctx.t(f"testers-csv-{name}")) for name in ("who", "stars", "found", "at")]
    rows = [
        (names[one.member_id].name if one.member_id in names else "", one.stars, one.text, one.at.isoformat())
        for one in found
    ]
    return File(f"testers-{call.id}.csv", table_file(head, rows))
