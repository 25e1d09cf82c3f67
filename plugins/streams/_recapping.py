"""The recap: drafted from what was counted and kept, edited and approved by a host, posted once."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa

from bot.api import (
    Accent,
    Action,
    Background,
    Context,
    Field,
    FieldKind,
    NoteKind,
    People,
    Preferences,
    Stream,
    Streams,
    Telling,
    Translator,
    UserError,
    contributed,
    plain,
    shortened,
    times,
)
from plugins.streams._common import lasted, span, title_here
from plugins.streams._control import counts
from plugins.streams._tables import recaps

LONGEST = 1500
NOTES = 10
NAMES = 10
FRESH = timedelta(hours=12)
"""A stream that ended longer ago, as an imported one, gets no recap by itself."""

DRAFT, WRITTEN, POSTED, LEFT = "draft", "written", "posted", "left"
_BUTTONS = ("streams.post_recap", "streams.edit_recap", "streams.leave_recap")


async def draft(ctx: Background, stream: Stream) -> str:
    """The recap as it stands: the host's own words, else drafted now and kept.

    Raises UserError when there was nothing to tell of, when it was posted, or when the stream is on (again).
    """
    if stream.is_on:
        raise UserError("streams-recap-early")
    row = await ctx.db.row(sa.select(recaps).where(recaps.c.stream_id == stream.id))
    if row is not None and row.state == POSTED:
        raise UserError("streams-recap-was-posted")
    text = row.text if row is not None else await _drafted(ctx, stream)
    if not text:
        raise UserError("streams-recap-nothing")
    return str(text)


async def offer(ctx: Background, stream: Stream) -> None:
    """Draft the recap and show it to the hosts, if there is anything to tell; not where a host has begun with it."""
    begun = await ctx.db.row(sa.select(recaps.c.stream_id).where(recaps.c.stream_id == stream.id))
    text = "" if begun is not None else await _drafted(ctx, stream)
    if not text:
        return
    await ctx.use(Telling).everybody(
        f"recap-draft:{stream.id}:{int(stream.ended_at.timestamp()) if stream.ended_at else 0}",
        "streams-recap-draft",
        buttons=[[(name, stream.id) for name in _BUTTONS]],
        hosts=True,
        lasts=timedelta(hours=12),
        title=title_here(ctx, stream),
        text=text,
    )


async def forget_draft(ctx: Background, stream: Stream) -> None:
    """The stream goes on: what was drafted from its first part is nothing to go by; a host's own words are kept."""
    untouched = (recaps.c.stream_id == stream.id) & recaps.c.state.in_((DRAFT, LEFT))
    await ctx.db.execute(sa.delete(recaps).where(untouched))


async def newest_over(ctx: Background) -> Stream:
    """The stream that ended last. Raises UserError when there is none, or the newest is still live."""
    stream = await ctx.use(Streams).newest(ctx.community.id)
    if stream is None or stream.is_on:
        raise UserError("streams-recap-early" if stream else "streams-recap-none")
    return stream


def buttons(ctx: Context, stream: Stream) -> Sequence[Action]:
    """What a host can do with the draft."""
    return [ctx.button(name, stream.id) for name in _BUTTONS]


def form(ctx: Context, text: str) -> Sequence[Field]:
    """The draft, to be written anew."""
    return [Field("text", ctx.t("streams-recap-field"), FieldKind.LONG_TEXT, value=text)]


async def rewrite(ctx: Context, stream: Stream, text: str) -> str:
    """Keep the host's own words. Raises UserError when they are none or too many."""
    await draft(ctx, stream)
    text = text.strip()
    if not text:
        raise UserError("streams-recap-empty")
    if len(text) > LONGEST:
        raise UserError("streams-recap-long", limit=LONGEST)
    mine = recaps.c.stream_id == stream.id
    await ctx.db.execute(sa.update(recaps).where(mine).values(text=text, state=WRITTEN))
    return text


async def post(ctx: Context, stream: Stream) -> None:
    """Post the recap for everybody, once. Raises UserError when it was, or when there is no channel for it."""
    await draft(ctx, stream)  # which may ask other plugins, so it comes before the transaction
    await ctx.db.transaction()
    text = await draft(ctx, stream)
    title = title_here(ctx, stream)
    posted = await ctx.use(Telling).everybody(
        f"recap:{stream.id}", "streams-recap-post", accent=Accent.PLUM, title=title, text=text
    )
    if not posted:
        raise UserError("streams-no-channel")
    await ctx.db.execute(sa.update(recaps).where(recaps.c.stream_id == stream.id).values(state=POSTED))


async def leave(ctx: Context, stream: Stream) -> None:
    """No recap this time; the draft is kept. Raises UserError when it was posted."""
    await draft(ctx, stream)
    await ctx.db.execute(sa.update(recaps).where(recaps.c.stream_id == stream.id).values(state=LEFT))


async def _drafted(ctx: Background, stream: Stream) -> str:
    """Write the draft and keep it; "" when there is nothing to tell."""
    text = await _written(ctx, stream)
    if text:
        await ctx.db.execute(sa.insert(recaps).values(stream_id=stream.id, text=text, state=DRAFT))
    return text


async def _written(ctx: Background, stream: Stream) -> str:
    """The draft as plain text in the community's language; "" when nobody was there and nothing was kept."""
    say, language = ctx.use(Translator).text, ctx.community.language
    summed, people = await counts(ctx, stream, language)
    notes = await ctx.use(Streams).notes(stream.id)
    if not people and not notes:
        return ""
    took, known = span(ctx, stream, language), lasted(stream, ctx.now) >= 60  # less: only its first moment was seen
    lines = [say("streams-recap-counts", language, counts=summed, lasted=took, known=known)] if people else []
    if thanked := await _thanked(ctx, stream):
        lines.append(say("streams-recap-thanks", language, names=times.names(thanked, language)))
    moments = [note.text for note in notes if note.kind is NoteKind.NOTE]
    if moments:
        lines.append(say("streams-recap-moments", language))
        lines += [say("streams-recap-moment", language, text=text) for text in moments[:NOTES]]
    if (more := len(moments) - NOTES) > 0:
        lines.append(say("streams-recap-more", language, count=more))
    lines += await contributed(ctx, "recap", stream)
    return shortened("\n".join(map(plain, lines)), LONGEST)


async def _thanked(ctx: Background, stream: Stream) -> list[str]:
    """Who got a shout-out, each once, but nobody who asked not to be shown."""
    people, preferences = ctx.use(People), ctx.use(Preferences)
    notes = [note for note in await ctx.use(Streams).notes(stream.id) if note.kind is NoteKind.SHOUT_OUT]
    ids = dict.fromkeys(note.subject_id for note in notes if note.subject_id is not None)
    thanked = [await people.get(id) for id in ids]
    names = {member.id: member.name for member in thanked if not (await preferences.of(member.id)).hidden}
    return list(names.values())[:NAMES]
