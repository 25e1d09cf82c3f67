"""What stands on the content shelf on what somebody asked about in a stream, for the hours after it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from bot.api import (
    POINTED,
    SUGGESTED_FROM,
    Activities,
    Background,
    Case,
    Markup,
    Registry,
    Stream,
    StreamEnded,
    Streams,
    heard,
    join,
    linked,
)
from plugins.assistant import _fresh
from plugins.assistant._knowledge import Entry, Knowledge, all_shelved, knowledge_of
from plugins.assistant._tables import questions

NAMES: Final = ("content",)
SWITCHES: Final = ("has_content", "content_liked")
MOST: Final = 3
LOOKED_AT: Final = 50
"""So many of the newest activities of somebody are gone through for those of one stream."""


async def point(ctx: Background, event: StreamEnded) -> None:
    """Note by each who asked something in a stream what stands on the shelf on it."""
    stream = await ctx.use(Streams).get(event.stream_id)
    if stream is None or stream.started_at is None or not await all_shelved(ctx):
        return
    asked, knowledge = await _asked(ctx, stream, stream.started_at, event.at), await knowledge_of(ctx)
    found = {member: _fitting(knowledge, texts) for member, texts in asked.items()}
    for member, ids in found.items():
        if ids:
            await ctx.use(Activities).record(ctx.community.id, member, POINTED, event.key, detail=ids)


async def _asked(ctx: Background, stream: Stream, since: datetime, until: datetime) -> Mapping[int, list[str]]:
    """What each member said to the hosts, or asked the bot, while it was on."""
    found = defaultdict[int, list[str]](list)
    for one in await heard(ctx, since):
        if one.member_id is not None and one.at is not None and one.at <= until:
            found[one.member_id].append(one.text)
    mine = (questions.c.community_id == ctx.community.id) & questions.c.at.between(since, until)
    for row in await ctx.db.rows(sa.select(questions.c.member_id, questions.c.text).where(mine)):
        found[row.member_id].append(row.text)
    return found


def _fitting(knowledge: Knowledge, texts: Sequence[str]) -> list[int]:
    """What is likeliest meant by these, the likeliest first, each once."""
    sure: dict[int, float] = {}
    for index in knowledge.indexes.values():
        for text in texts:
            for one in index.ask(text):
                kind, id = one.key
                if kind == "shelf" and one.confidence >= SUGGESTED_FROM:
                    sure[id] = max(sure.get(id, 0.0), one.confidence)
    return sorted(sure, key=lambda id: (-sure[id], id))[:MOST]


async def in_journeys(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
    """By delivery, links to what fits what its recipient asked in the stream that it follows.

    Who asked nothing that anything fits has what is new on what interests them.
    """
    asked = [case for case in cases if case.recipient is not None and case.recipient.facts.get(f"since.{POINTED}")]
    here = {one.id: one for one in await all_shelved(ctx)} if asked else {}
    found: dict[int, Mapping[str, object]] = {}
    for case in asked:
        if entries := [here[id] for id in await _pointed_to(ctx, case) if id in here]:
            found[case.due.id] = _shown(entries, liked=False)
    return {**await _liked(ctx, [case for case in cases if case.due.id not in found]), **found}


async def _liked(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
    registry, fresh = ctx.use(Registry), dict[int, Sequence[Entry]]()
    found: dict[int, Mapping[str, object]] = {}
    for case in cases:
        stream_id = _fresh.stream_of(case)
        if case.recipient is None or not stream_id:
            continue
        if not (interests := registry.interests_of(case.recipient.facts)):
            continue
        if stream_id not in fresh:
            fresh[stream_id] = await _fresh.fresh(ctx, stream_id)
        if entries := _fresh.liked(fresh[stream_id], interests, case.recipient.language, MOST):
            found[case.due.id] = _shown(entries, liked=True)
    return found


def _shown(entries: Sequence[Entry], *, liked: bool) -> Mapping[str, object]:
    return {"content": join([_line(one) for one in entries]), "has_content": True, "content_liked": liked}


async def _pointed_to(ctx: Background, case: Case) -> Sequence[int]:
    assert case.recipient is not None
    _, _, stream = case.enrolment.trigger.partition(":") if case.enrolment is not None else ("", "", "")
    for one in await ctx.use(Activities).of(case.recipient.member_id, LOOKED_AT):
        if one.kind == POINTED and one.reference.split(":")[1:2] == [stream]:
            return list(one.detail or ())
    return ()


def _line(entry: Entry) -> Markup:
    return join([Markup("•"), linked(entry.title, entry.url)], " ")
