"""The recap: drafted from what was counted and kept, edited and approved by a host, posted once."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import asdict

from bot.api import (
    Accent,
    Action,
    Background,
    Context,
    Field,
    FieldKind,
    Stream,
    Streams,
    Telling,
    UserError,
    base_language,
    in_lines,
    shortened,
    upsert,
)
from plugins.streams._common import StreamSettings, title_here
from plugins.streams._recap_draft import LONGEST, drafted, told_of
from plugins.streams._recap_wording import worded
from plugins.streams._tables import recaps

FRESH: Final = timedelta(hours=12)
"""A stream that ended longer ago, as an imported one, gets no recap by itself."""

GIVEN_BACK: Final = 3400
"""What was typed in both languages, as far as a message holds it."""

DRAFT, WRITTEN, POSTED, LEFT = "draft", "written", "posted", "left"
_UNTOUCHED: Final = recaps.c.state.in_((DRAFT, LEFT))
_BUTTONS = ("streams.post_recap", "streams.edit_recap", "streams.leave_recap")


class Recap(Struct, frozen=True):
    """A recap as it stands. `also`: the same in the community's second language; "" where it has none.

    `phrased`: it is in a machine's words, which no host has changed yet. `people`: of so many the draft tells.
    """

    text: str
    also: str = ""
    state: str = DRAFT
    phrased: bool = False
    people: int = 0

    @property
    def whole(self) -> str:
        """All that is posted."""
        return "\n\n".join(text for text in (self.text, self.also) if text)

    def values(self, title: str) -> dict[str, Any]:
        """What the text of a draft is filled with."""
        return {"title": title, "text": self.whole, "phrased": self.phrased}


async def draft(ctx: Background, stream: Stream, typed: str = "") -> Recap:
    """The recap as it stands: the host's own words, else drafted now and kept.

    Raises UserError, with what was typed given back, when there was nothing to tell of, when it was posted, or when the
    stream is on (again).
    """
    given = {"text": typed, "written": bool(typed)}
    if stream.is_on:
        raise UserError("streams-recap-early", **given)
    recap = await _kept(ctx, stream)
    if recap is not None and recap.state == POSTED:
        raise UserError("streams-recap-was-posted", **given)
    if recap is not None and await _is_old(ctx, stream, recap):
        recap = await _drafted(ctx, stream, anew=True)
    else:  # which another host may have drafted meanwhile
        recap = recap or await _drafted(ctx, stream) or await _kept(ctx, stream)
    if recap is None:
        raise UserError("streams-recap-nothing")
    return recap


async def offer(ctx: Background, stream: Stream) -> None:
    """Draft the recap and show it to the hosts, if there is anything to tell; not where a host has begun with it."""
    recap = None if await _kept(ctx, stream) is not None else await _drafted(ctx, stream)
    if recap is None:
        return
    await ctx.use(Telling).everybody(
        f"recap-draft:{stream.id}:{int(stream.ended_at.timestamp()) if stream.ended_at else 0}",
        "streams-recap-draft",
        buttons=[[(name, stream.id) for name in _BUTTONS]],
        hosts=True,
        lasts=timedelta(hours=12),
        **recap.values(title_here(ctx, stream)),
    )


async def forget_draft(ctx: Background, stream: Stream) -> None:
    """The stream goes on: what was drafted from its first part is nothing to go by; a host's own words are kept."""
    await ctx.db.execute(sa.delete(recaps).where(recaps.c.stream_id == stream.id, _UNTOUCHED))


async def newest_over(ctx: Background) -> Stream:
    """The stream that ended last. Raises UserError when there is none, or the newest is still live."""
    stream = await ctx.use(Streams).newest(ctx.community.id)
    if stream is None or stream.is_on:
        raise UserError("streams-recap-early" if stream else "streams-recap-none", text="", written=False)
    return stream


def buttons(ctx: Context, stream: Stream) -> Sequence[Action]:
    """What a host can do with the draft."""
    return [ctx.button(name, stream.id) for name in _BUTTONS]


def form(ctx: Context, recap: Recap) -> Sequence[Field]:
    """The draft, to be written anew."""
    fields = [Field("text", ctx.t("streams-recap-field"), FieldKind.LONG_TEXT, value=recap.text)]
    if recap.also:
        label = ctx.t("streams-recap-also-field")
        fields.append(Field("also", label, FieldKind.LONG_TEXT, value=recap.also, required=False))
    return fields


async def rewrite(ctx: Context, stream: Stream, text: str, also: str) -> None:
    """Keep the host's own words. Raises UserError, with them given back, when they do not fit or come too late."""
    text, also = in_lines(text), in_lines(also)
    typed = shortened("\n\n".join(one for one in (text, also) if one), GIVEN_BACK)
    await draft(ctx, stream, typed)
    if not text:
        raise UserError("streams-recap-empty", text=typed, written=bool(typed))
    if max(len(text), len(also)) > LONGEST:
        raise UserError("streams-recap-long", limit=LONGEST, text=typed)
    if not await _change(ctx, stream, text=text, also=also, state=WRITTEN, phrased=False):
        raise UserError("streams-recap-was-posted", text=typed, written=True)


async def post(ctx: Context, stream: Stream) -> bool:
    """Post the recap for everybody, once; False where it was drafted anew, so that a host is to read it first.

    Raises UserError when it was posted, or when there is no channel for it.
    """
    kept = await _kept(ctx, stream)
    recap = await draft(ctx, stream)  # which may ask other plugins, so it comes before the first write
    if kept is not None and kept.whole != recap.whole:
        return False
    await ctx.db.transaction()
    text, title = (await _kept(ctx, stream) or recap).whole, title_here(ctx, stream)
    if not await _change(ctx, stream, state=POSTED):
        raise UserError("streams-recap-was-posted", text="", written=False)
    posted = await ctx.use(Telling).everybody(
        f"recap:{stream.id}", "streams-recap-post", accent=Accent.PLUM, title=title, text=text
    )
    if not posted:
        raise UserError("streams-no-channel")
    return True


async def leave(ctx: Context, stream: Stream) -> None:
    """No recap this time; the draft is kept. Raises UserError when it was posted."""
    await draft(ctx, stream)
    await _change(ctx, stream, state=LEFT)


async def _change(ctx: Background, stream: Stream, **values: Any) -> bool:
    """Whether it could still be changed: what is posted stands as it is, also where another host is faster."""
    still = (recaps.c.stream_id == stream.id) & (recaps.c.state != POSTED)
    return (await ctx.db.execute(sa.update(recaps).where(still).values(**values))).rowcount == 1


async def _kept(ctx: Background, stream: Stream) -> Recap | None:
    names = ("text", "also", "state", "phrased", "people")
    row = await ctx.db.row(sa.select(*(recaps.c[name] for name in names)).where(recaps.c.stream_id == stream.id))
    return Recap(*row) if row is not None else None


async def _is_old(ctx: Background, stream: Stream, recap: Recap) -> bool:
    """Whether it is a draft that tells of somebody who was forgotten since, or does not want to be shown any more."""
    return recap.state in (DRAFT, LEFT) and recap.people != await told_of(ctx, stream)


async def _drafted(ctx: Background, stream: Stream, *, anew: bool = False) -> Recap | None:
    """Write the draft, in each of the community's languages, and keep it; None when there is nothing to tell.

    None also where another host was faster: it may take seconds to put it into words.
    """
    drafts = [await drafted(ctx, stream, language) for language in await _languages(ctx)]
    if not drafts[0].text:
        return None
    better = await worded(ctx, title_here(ctx, stream), drafts)
    text, *also = [one.text for one in better or drafts]
    recap = Recap(text, "".join(also), phrased=better is not None, people=drafts[0].people)
    kept = asdict(recap)
    row, key = upsert(ctx.db.dialect, recaps).values(stream_id=stream.id, **kept), [recaps.c.stream_id]
    if anew:
        row = row.on_conflict_do_update(index_elements=key, set_=kept, where=_UNTOUCHED)
    else:
        row = row.on_conflict_do_nothing()
    return recap if (await ctx.db.execute(row)).rowcount == 1 else None


async def _languages(ctx: Background) -> Sequence[str]:
    """The community's own, and the second one that it wants its recaps in."""
    own, second = ctx.community.language, (await ctx.settings(StreamSettings)).recap_also_in
    return [own] if second in ("none", base_language(own)) else [own, second]
