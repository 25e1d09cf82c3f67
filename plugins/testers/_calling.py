"""Calling for testers: one line typed on air, or a form; until it is posted it is a draft that nobody sees."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct, field

from bot.api import (
    Context,
    Field,
    FieldKind,
    UserError,
    drawing,
    echoed,
    folded,
    in_a_line,
    in_lines,
    plain,
    shortened,
    times,
)
from plugins.testers._call import MOST_SEATS, Call, State, Way, call_of, change, locked, moment, note
from plugins.testers._entry import ALIVE, SEATED, people
from plugins.testers._letting_in import stay_until_the_end
from plugins.testers._news import say
from plugins.testers._picking import fill
from plugins.testers._settings import TesterSettings
from plugins.testers._tables import calls
from plugins.testers._tending import SOON, set_moments
from plugins.testers._waking import expect_look

LONGEST_TITLE: Final = 120
LONGEST_ABOUT: Final = 1000
USUAL_SEATS: Final = 5
LONGEST_AHEAD: Final = timedelta(days=365)

_PIECES = re.compile(r"\s*\|\s*")


class Wish(Struct, frozen=True):
    """What a host wants; nothing where the usual will do."""

    title: str
    seats: int = USUAL_SEATS
    way: Way | None = None
    moments: list[datetime] = field(default_factory=list)  # until when people may come, and when the test is due


def read_line(ctx: Context, typed: str) -> Wish:
    """What a line says: "The new glaze | 5 | friday 18:00 | sunday 20:00 | lot". Raises UserError that gives it back.

    Behind what is to be tested the pieces may stand in any order, but that the two moments follow each other.
    """
    title, *pieces = _PIECES.split(typed.strip())
    seats, way, moments = USUAL_SEATS, None, list[datetime]()
    for piece in filter(None, pieces):
        if piece.isdecimal():
            seats = read_seats(piece, typed)
        elif (named := _way(ctx, piece)) is not None:
            way = named
        elif (at := times.parse_moment(piece, ctx.language, ctx.member.zone, ctx.now)) is not None:
            moments.append(at)
        else:
            raise UserError("testers-line-wrong", piece=echoed(piece), typed=echoed(typed))
    if len(moments) > 2:
        raise UserError("testers-line-wrong", piece=echoed(pieces[-1]), typed=echoed(typed))
    return Wish(read_title(title, typed), seats, way, moments)


def _way(ctx: Context, piece: str) -> Way | None:
    wanted = folded(piece)
    for way in Way:
        words = plain(ctx.t("testers-way-words", way=way.value)).split(",")
        if wanted in {folded(word.strip()) for word in words}:
            return way
    return None


def read_title(text: str, typed: str = "") -> str:
    """What is to be tested, in a line. Raises UserError."""
    words = in_a_line(text)
    if not words:
        raise UserError("testers-title-empty")
    if len(words) > LONGEST_TITLE:
        raise UserError("testers-title-long", most=LONGEST_TITLE, typed=shortened(in_lines(typed or text), 1500))
    return words


def read_seats(text: str, typed: str = "") -> int:
    """How many are wanted. Raises UserError."""
    bare = text.strip()
    if not (bare.isdecimal() and len(bare) < 6 and 1 <= int(bare) <= MOST_SEATS):
        raise UserError("testers-seats-wrong", most=MOST_SEATS, given=echoed(bare), typed=echoed(typed or text))
    return int(bare)


async def create(ctx: Context, wish: Wish, about: str = "") -> Call:
    """A draft. Raises UserError for moments that cannot be."""
    chosen = await ctx.settings(TesterSettings)
    _refuse_odd_moments(ctx, *_planned(ctx, wish.moments, chosen))
    secret = drawing.new_secret()
    row = {
        "community_id": ctx.community.id,
        "made_by": ctx.member.id,
        "title": wish.title,
        "about": about,
        "seats": wish.seats,
        "way": (wish.way or Way(chosen.way)).value,
        "state": State.DRAFT.value,
        "made_at": ctx.now,
        "until": wish.moments[0] if wish.moments else None,
        "due": wish.moments[1] if len(wish.moments) > 1 else None,
        "secret": secret,
        "commitment": drawing.digest(secret),
    }
    return await call_of(ctx, await ctx.db.insert(sa.insert(calls).values(**row)))


def _planned(ctx: Context, moments: list[datetime], chosen: TesterSettings) -> tuple[datetime, datetime]:
    """Until when people may put themselves forward and when the test is due, with the usual for what was not said."""
    until = moments[0] if moments else ctx.now + timedelta(days=chosen.volunteer_days)
    return until, moments[1] if len(moments) > 1 else until + timedelta(days=chosen.test_days)


def _refuse_odd_moments(ctx: Context, until: datetime, due: datetime) -> None:
    if not ctx.now < until < due:
        values = {"until": moment(ctx, until), "due": moment(ctx, due), "past": until <= ctx.now}
        raise UserError("testers-moments-wrong", **values)
    if due > ctx.now + LONGEST_AHEAD:
        raise UserError("testers-moments-far", due=moment(ctx, due), days=LONGEST_AHEAD.days)


async def post(ctx: Context, call_id: int) -> Call:
    """Put it up for everybody; from now on people put themselves forward. A second press changes nothing."""
    call = await locked(ctx, call_id)
    if call.state is not State.DRAFT:
        return call
    chosen = await ctx.settings(TesterSettings)
    said = [call.until] if call.until is not None else []
    until, due = _planned(ctx, [*said, call.due] if said and call.due is not None else [*said], chosen)
    due = call.due if call.due is not None else due
    _refuse_odd_moments(ctx, until, due)
    ends = due + timedelta(days=chosen.wait_days)
    call = await change(ctx, call, state=State.OPEN.value, until=until, due=due, ends=ends)
    await set_moments(ctx, call)
    await note(ctx, "testers-call", call)
    await say(ctx, call)
    return call


async def set_way(ctx: Context, call_id: int, way: Way) -> Call:
    """How testers are picked. Raises UserError once somebody put themselves forward: they relied on it."""
    call = await locked(ctx, call_id)
    if call.way is way:
        return call
    if call.state not in (State.DRAFT, State.OPEN) or await people(ctx, call, *ALIVE):
        raise UserError("testers-way-stands", title=call.title)
    call = await change(ctx, call, way=way.value)
    await expect_look(ctx, call)
    return await call_of(ctx, call.id)


async def throw_away(ctx: Context, call_id: int) -> Call:
    """Delete a draft that nobody saw. Raises UserError for what people see."""
    call = await locked(ctx, call_id)
    if call.state is not State.DRAFT:
        raise UserError("testers-posted-before", title=call.title)
    await ctx.db.execute(sa.delete(calls).where(calls.c.id == call.id))
    return call


# ---- the form -------------------------------------------------------------------------------------------------------


async def ask(ctx: Context, call: Call | None = None) -> None:
    """Open the form for a new call, or with what a call has."""
    seats = str(call.seats if call is not None else USUAL_SEATS)
    fields = [
        _field(ctx, "title", call.title if call is not None else ""),
        _field(ctx, "about", call.about if call is not None else "", FieldKind.LONG_TEXT, required=False),
        _field(ctx, "seats", seats, FieldKind.NUMBER),
        _field(ctx, "until", _typed(ctx, call.until if call is not None else None), required=False),
        _field(ctx, "due", _typed(ctx, call.due if call is not None else None), required=False),
    ]
    await ctx.ask("testers.save", call.id if call is not None else 0, title=ctx.t("testers-form"), fields=fields)


def _field(ctx: Context, name: str, value: str, kind: FieldKind = FieldKind.TEXT, *, required: bool = True) -> Field:
    label, helping = ctx.t(f"testers-field-{name}"), ctx.t(f"testers-field-{name}.help", most=MOST_SEATS)
    return Field(name, plain(label), kind, plain(helping), value, required)


def _typed(ctx: Context, at: datetime | None) -> str:
    """A moment as it can be typed again: the day and the time on the wall."""
    return "" if at is None else f"{at.astimezone(ZoneInfo(ctx.member.zone)):%Y-%m-%d %H:%M}"


def _moment(ctx: Context, name: str, answers: Mapping[str, str], before: datetime | None) -> datetime | None:
    given = answers.get(name, "").strip()
    if given == _typed(ctx, before):
        return before
    if given in ("", "-", "–"):
        return None
    at = times.parse_moment(given, ctx.language, ctx.member.zone, ctx.now)
    if at is None:
        raise UserError("testers-moment-unread", typed=echoed(given))
    return at


def _about(answers: Mapping[str, str]) -> str:
    about = in_lines(answers.get("about", ""))
    if len(about) > LONGEST_ABOUT:
        raise UserError("testers-about-long", most=LONGEST_ABOUT, typed=shortened(about, 1500))
    return about


async def save(ctx: Context, call_id: int, answers: Mapping[str, str]) -> Call:
    """Keep what was filled in: of a new call for the id 0. Raises UserError for what does not fit; nothing changes."""
    title, about = read_title(answers.get("title", "")), _about(answers)
    seats = read_seats(answers.get("seats", ""))
    if not call_id:
        until, due = (_moment(ctx, name, answers, None) for name in ("until", "due"))
        call = await create(ctx, Wish(title, seats, None, [until] if until is not None else []), about)
        return await change(ctx, call, due=due) if due is not None else call
    call = await locked(ctx, call_id)
    if call.state is State.OVER:
        raise UserError("testers-over-before", title=call.title)
    until, due = _moment(ctx, "until", answers, call.until), _moment(ctx, "due", answers, call.due)
    values: dict[str, Any] = {"title": title, "about": about, "seats": seats, "until": until, "due": due}
    if call.state is not State.DRAFT:
        values |= await _of_posted(ctx, call, seats, until, due)
    call = await change(ctx, call, **values)
    if call.state is not State.DRAFT:
        await set_moments(ctx, call)
        await stay_until_the_end(ctx, call)
        await fill(ctx, call)
        await note(ctx, "testers-edit", call)
        await expect_look(ctx, await call_of(ctx, call.id))
    return await call_of(ctx, call.id)


async def _of_posted(
    ctx: Context, call: Call, seats: int, until: datetime | None, due: datetime | None
) -> Mapping[str, Any]:
    """What people relied on can be moved, not taken back."""
    seated = len(await people(ctx, call, *SEATED))
    if seats < seated:
        raise UserError("testers-seats-taken", taken=seated, title=call.title)
    until = until if until is not None and call.state is State.OPEN else call.until
    due = due or call.due
    assert until is not None and due is not None, "a posted call has both"
    if (until, due) == (call.until, call.due):
        return {"until": until, "due": due}
    if due <= ctx.now or due <= until or (until != call.until and until <= ctx.now):
        past = until <= ctx.now and until != call.until
        raise UserError("testers-moments-wrong", until=moment(ctx, until), due=moment(ctx, due), past=past)
    if due > ctx.now + LONGEST_AHEAD:
        raise UserError("testers-moments-far", due=moment(ctx, due), days=LONGEST_AHEAD.days)
    wait = timedelta(days=(await ctx.settings(TesterSettings)).wait_days)
    again = {"soon_told": due - SOON <= ctx.now, "due_told": False, "nudged": False} if due != call.due else {}
    return {"until": until, "due": due, "ends": due + wait, **again}
