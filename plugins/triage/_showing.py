"""Hosts' screens of what they were told: topics with counts and quotes, and one topic with its single texts."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.api import (
    Action,
    Context,
    Markup,
    Page,
    People,
    Suggestion,
    UserError,
    escape,
    headed,
    join,
    linked,
    plain,
    shortened,
    suggestions,
    times,
    turning,
)
from plugins.triage._sorting import Piece, Topic, Triage, people
from plugins.triage._stretches import Stretch, Which

ON_A_PAGE: Final = 5
QUOTED: Final = 250
"""Some networks take any sign in it twice: five of those fit into a message in any case."""

LABEL: Final = 50
ASIDE: Final = "aside"
IN_A_ROW: Final = 2
EXAMPLES: Final = 5
Screen = tuple[Markup, Sequence[Sequence[Action]]]


def digest(ctx: Context, time: Stretch, triage: Triage, number: int) -> Screen:
    """A page of the topics, with a button into each."""
    page = Page.of(triage.topics, number, ON_A_PAGE)
    others = [
        ctx.button("triage.digest_page", one.value, 1, label=ctx.t("triage-which", which=one.value))
        for one in Which
        if one.value != time.called
    ]
    if not triage.pieces:
        return ctx.t("triage-none"), [others]
    lines = [headed(ctx, title(ctx, time), page), ctx.t("triage-counts", **counts(triage.pieces))]
    looks = []
    for turn, topic in enumerate(page.items, (page.number - 1) * ON_A_PAGE + 1):
        lines.append(ctx.t(line_of(topic), **values_of(turn, topic)))
        label = f"{turn}. {shortened(called(topic), LABEL)}"
        looks.append([ctx.button("triage.topic_page", time.called, topic.mark, 1, label=label)])
    if triage.aside and page.number == page.last:
        lines.append(ctx.t("triage-aside", **aside_values(triage.aside)))
        looks.append([ctx.button("triage.topic_page", time.called, ASIDE, 1, label=ctx.t("triage-rest"))])
    return join(lines, "\n\n"), [*looks, turning(ctx, "triage.digest_page", page, time.called), others]


def title(ctx: Context, time: Stretch) -> Markup:
    """Which stretch of time it is."""
    until = times.moment(time.until, ctx.language, ctx.member.zone, now=ctx.now) if time.until else ""
    return ctx.t("triage-heading", which="digest" if time.until else time.called, until=until)


def counts(pieces: Sequence[Piece]) -> dict[str, int]:
    """How many texts there are, by how many people, and how many of them can still be answered."""
    known, nameless = people(pieces)
    waiting = sum(bool(one.heard.answer) and not one.heard.is_answered for one in pieces)
    return {"texts": len(pieces), "people": known, "nameless": nameless, "waiting": waiting}


def called(topic: Topic) -> str:
    """A topic in a few words: its telling ones, or of a single text its beginning."""
    return ", ".join(topic.words) if len(topic.pieces) > 1 else topic.quotes[0]


def line_of(topic: Topic) -> str:
    """The text that says a topic."""
    if len(topic.pieces) == 1:
        return "triage-single"
    return "triage-topic" if len(topic.quotes) == 1 else "triage-topic-two"


def values_of(turn: int, topic: Topic) -> dict[str, str | int]:
    """What it is filled with."""
    known, nameless = people(topic.pieces)
    return {
        "turn": turn,
        "topic": ", ".join(topic.words),
        "texts": len(topic.pieces),
        "people": known,
        "nameless": nameless,
        "quote": topic.quotes[0],
        "second": topic.quotes[-1],
        **tone_of(topic),
    }


def tone_of(one: Topic | Piece) -> dict[str, str]:
    """How it sounds, for a text."""
    return {"feeling": one.feeling.value, "urgency": one.urgency.value if one.urgency else "none"}


def aside_values(aside: Sequence[Piece]) -> Mapping[str, str | int]:
    """How many tell too little, and a few of them."""
    said = dict.fromkeys(shortened(" ".join(one.heard.text.split()), 20) for one in aside)
    return {"count": len(aside), "examples": ", ".join([one for one in said if one][:EXAMPLES])}


async def topic(ctx: Context, time: Stretch, triage: Triage, mark: str, number: int) -> Screen:
    """A page of one topic's texts, with a button to answer each. Raises UserError where it is gone."""
    found = next((one for one in triage.topics if mark in {piece.mark for piece in one.pieces}), None)
    pieces = triage.aside if mark == ASIDE else found.pieces if found is not None else ()
    if not pieces:
        raise UserError("triage-gone")
    name = ctx.t("triage-rest") if found is None else title(ctx, time)
    if found is not None and len(pieces) > 1:
        name = escape(called(found))
    page = Page.of(pieces, number, ON_A_PAGE)
    suggested = await suggestions(ctx, [one.heard.text for one in page.items if one.heard.answer])
    lines, answers = [headed(ctx, name, page)], []
    for turn, one in enumerate(page.items, (page.number - 1) * ON_A_PAGE + 1):
        lines.append(await _piece(ctx, turn, one, suggested.get(one.heard.text)))
        if one.heard.answer:
            label = ctx.t("triage-answer-to", turn=turn)
            answers.append(ctx.button("triage.answer_heard", one.mark, label=label))
    rows = [answers[at : at + IN_A_ROW] for at in range(0, len(answers), IN_A_ROW)]
    back = [ctx.button("triage.digest_page", time.called, 1)]
    return join(lines, "\n\n"), [*rows, turning(ctx, "triage.topic_page", page, time.called, mark), back]


async def _piece(ctx: Context, turn: int, one: Piece, suggested: Suggestion | None) -> Markup:
    said, zone = one.heard, ctx.member.zone
    if said.at is not None:
        when = times.moment(said.said_at or said.at, ctx.language, zone, now=ctx.now)
    else:
        when = times.day(said.day, ctx.language, today=ctx.now.date()) if said.day else ""
    who = await ctx.use(People).name_of(said.member_id) or said.author or plain(ctx.t("triage-nobody"))
    values = {"turn": turn, "who": who, "when": when, "source": ctx.t(said.source), **tone_of(one)}
    text = shortened(said.text, QUOTED)
    lines = [ctx.t("triage-piece", text=text, answered="yes" if said.is_answered else "no", **values)]
    if said.url:
        lines.append(linked(shortened(said.url, LABEL), said.url))
    if suggested is not None and said.answer:
        lines.append(ctx.t("triage-suggests", title=suggested.title))
    return join(lines)
