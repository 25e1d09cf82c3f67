"""What was said and done in a case, line by line: its transcript."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.api import Background, Context, File, Markup, People, UserError, counts_for, in_lines, plain, shortened
from plugins.assistant._case import GIVEN_BACK, LONGEST, Case
from plugins.assistant._case_tables import lines


class Kind(Enum):
    """What a line is."""

    MEMBER = "member"
    HOST = "host"
    TAKEN = "taken"
    RELEASED = "released"
    UNANSWERED = "unanswered"  # the bot told the member that nobody could answer yet
    CLOSED = "closed"


SAID: Final = (Kind.MEMBER, Kind.HOST)
QUOTED: Final = 200


class Line(Struct, frozen=True):
    """One of them. `by`: the host, None for the member and the bot."""

    at: datetime
    kind: Kind
    by: int | None
    words: str


def read(typed: str) -> str:
    """What somebody typed, as it is kept. Raises UserError that gives it back where it does not fit."""
    text = in_lines(typed)
    if not text or len(text) > LONGEST:
        raise UserError("assistant-case-length", most=LONGEST, text=shortened(text, GIVEN_BACK), written=bool(text))
    return text


async def say(ctx: Background, case: Case, kind: Kind, words: str = "", by: int | None = None) -> int:
    """Write a line down; the case is held."""
    row = {"community_id": ctx.community.id, "member_id": case.owner_id, "case_id": case.id, "at": ctx.now}
    return await ctx.db.insert(sa.insert(lines).values(**row, kind=kind.value, by_id=by, words=words))


async def lines_of(ctx: Background, case: Case) -> Sequence[Line]:
    """All of them, in their order."""
    who = counts_for(lines.c.by_id).label("by")
    found = sa.select(lines.c.at, lines.c.kind, who, lines.c.words).where(lines.c.case_id == case.id)
    rows = await ctx.db.rows(found.order_by(lines.c.id))
    return [Line(row.at, Kind(row.kind), row.by, row.words) for row in rows]


def beginning(some: Sequence[Line]) -> Sequence[Line]:
    """The last of them whole, and of those before it the beginning: as much as one message has room for."""
    return [*(replace(line, words=shortened(line.words, QUOTED)) for line in some[:-1]), *some[-1:]]


async def said_lately(ctx: Background, case: Case, since: datetime) -> int:
    """How much the member has said in it since then."""
    mine = (lines.c.case_id == case.id) & (lines.c.kind == Kind.MEMBER.value) & (lines.c.at > since)
    return int(await ctx.db.value(sa.select(sa.func.count()).select_from(lines).where(mine)))


async def as_file(ctx: Context, case: Case) -> File:
    """The whole transcript as a text, in the clock of whoever takes it along."""
    zone, every = ZoneInfo(ctx.member.zone), await lines_of(ctx, case)
    names = await names_in(ctx, case, every)
    said = [f"{line.at.astimezone(zone):%Y-%m-%d %H:%M} {plain(line_text(ctx, case, line, names))}" for line in every]
    head = plain(ctx.t("assistant-case-transcript-of", number=case.id, who=names.get(case.member_id, "")))
    return File(f"case-{case.id}.txt", "\n\n".join([head, *said, ""]).encode())


async def names_in(ctx: Background, case: Case, some: Sequence[Line]) -> Mapping[int, str]:
    """What those are called who speak in it, as far as anybody knows."""
    people = {case.member_id, *(line.by for line in some if line.by is not None)}
    return {id: member.name for id, member in (await ctx.use(People).of_many(people)).items()}


def line_values(case: Case, line: Line, names: Mapping[int, str]) -> dict[str, str]:
    """What the text of a line takes."""
    speaker = case.member_id if line.kind is Kind.MEMBER else line.by
    name = "" if speaker is None else names.get(speaker, "")
    return {"kind": line.kind.value, "who": name, "named": "yes" if name else "no", "text": line.words}


def line_text(ctx: Background, case: Case, line: Line, names: Mapping[int, str]) -> Markup:
    """A line as it is read."""
    return ctx.t("assistant-case-line", **line_values(case, line, names))
