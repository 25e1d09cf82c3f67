"""What the journeys' texts may mention of a stream, beside facts: its title, host, best moments, what comes next."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot.api import (
    Background,
    Case,
    Markup,
    NoteKind,
    People,
    Stream,
    Streams,
    Translator,
    escape,
    join,
    shortened,
    times,
)
from plugins.followups._records import stream_of

NAMES = ("stream", "host", "highlights", "next_stream", "time_there")
SWITCHES = ("titled",)
MOMENTS = 4
LONGEST_MOMENT = 300  # so that all of them fit into one message on every platform


class _About(Struct, frozen=True):
    """What is the same for everybody who was at a stream."""

    title: str
    host: str
    notes: Sequence[str]
    coming: Stream | None


async def values(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
    """The placeholders by delivery, in each recipient's language and zone; only for journeys that a stream began."""
    about: dict[int, _About] = {}
    found = {}
    for case in cases:
        if case.enrolment is None or not case.enrolment.trigger.startswith("stream:"):
            continue
        stream_id = stream_of(case.enrolment.trigger)  # 0 in a preview before the first stream
        if stream_id not in about:
            about[stream_id] = await _about(ctx, stream_id)
        found[case.due.id] = _for_one(ctx, case, about[stream_id])
    return found


async def _about(ctx: Background, stream_id: int) -> _About:
    streams = ctx.use(Streams)
    stream = await streams.get(stream_id)
    planned = await streams.upcoming(ctx.community.id)
    coming = next((plan for plan in planned if plan.planned_for and plan.planned_for > ctx.now), None)
    host = ctx.community.name
    if stream is not None and stream.host_id is not None:
        host = (await ctx.use(People).get(stream.host_id)).name
    notes = [note.text for note in await streams.notes(stream_id) if note.kind is NoteKind.NOTE]
    return _About(stream.title if stream else "", host, notes[:MOMENTS], coming)


def _for_one(ctx: Background, case: Case, about: _About) -> Mapping[str, object]:
    assert case.recipient is not None
    language, texts = case.recipient.language, ctx.use(Translator)
    minutes = case.recipient.facts.get("stream.minutes", 0)
    return {
        "stream": about.title or texts.text("followups-untitled", language),
        "titled": bool(about.title),
        "host": about.host,
        "highlights": moments(about.notes) or texts.text("followups-nothing-noted", language),
        "next_stream": _coming(ctx, case, about.coming),
        "time_there": times.duration(float(minutes) * 60, language) if minutes else "",
    }


def moments(notes: Sequence[str]) -> Markup:
    """Moments worth repeating, a line each."""
    return join([Markup("• " + escape(shortened(note, LONGEST_MOMENT))) for note in notes])


def _coming(ctx: Background, case: Case, coming: Stream | None) -> Markup | str:
    assert case.recipient is not None
    person, texts = case.recipient, ctx.use(Translator)
    if coming is None or coming.planned_for is None:
        return texts.text("followups-nothing-planned", person.language)
    when = times.moment(coming.planned_for, person.language, person.zone, now=ctx.now, home_zone=ctx.community.zone)
    if not coming.title:
        return when
    return texts.text("followups-coming", person.language, title=coming.title, when=when)
