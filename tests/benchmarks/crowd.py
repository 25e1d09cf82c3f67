"""A community with any number of people who may be written to, and an engine that writes to them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import LiteralString

import sqlalchemy as sa

from bot.clock import Clock
from bot.core.tokens import Tokens
from bot.delivery.audience import Plan
from bot.delivery.case import JourneyStatus
from bot.delivery.engine import Engine
from bot.delivery.journeys import Journeys
from bot.delivery.loading import Loader
from bot.delivery.rendering import Renderer
from bot.delivery.sending import Sender
from bot.model.identity import Community, Route
from bot.model.journeys import Delay, Journey, OnceTrigger, Step, Variant
from bot.model.messages import Action
from bot.model.occasions import Happened
from bot.model.ports import Platform
from bot.model.rules import EVERYBODY, AllOf, Condition, Rule
from bot.storage.database import Database
from bot.storage.tables import journeys
from bot.storage.types import to_micros
from bot.storage.work import Work
from bot.text.translator import Translator, load_translator

ANCHOR = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)
"""When the stream ended that everything here follows."""

PLATFORM = "sink"

REGULARS = AllOf(
    parts=(
        Condition(fact="streams_attended", value=2),
        Condition(fact="streak", value=1),
        Condition(fact="questions_asked", value=1),
    )
)
"""A rule over three facts that holds for everybody in the crowd."""

_PEOPLE: tuple[LiteralString, ...] = (
    "INSERT INTO communities (id, name, language, zone, created_at) VALUES (1, 'Kiln', 'en', 'Europe/Prague', :now)",
    """
    INSERT INTO persons (id, language, zone, created_at)
    SELECT n, CASE n % 2 WHEN 1 THEN 'cs' END, CASE n % 3 WHEN 1 THEN 'America/New_York' END, CAST(:now AS bigint)
    FROM numbers
    """,
    """
    INSERT INTO accounts (person_id, platform, external_id, name, direct)
    SELECT n, 'sink', 'account ' || n, 'Guest ' || n, TRUE FROM numbers
    """,
    """
    INSERT INTO members (id, community_id, person_id, name, joined_at)
    SELECT n, 1, n, 'Guest ' || n, CAST(:now AS bigint) FROM numbers
    """,
)

_KNOWN: tuple[LiteralString, ...] = (
    """
    INSERT INTO consents (member_id, purpose, route, granted, at, source)
    SELECT n, 'service', 'direct', TRUE, CAST(:now AS bigint), 'a button' FROM numbers
    """,
    """
    INSERT INTO member_facts (member_id, fact, number)
    SELECT n, fact, 2 + n % 7 FROM numbers
    CROSS JOIN (SELECT 'questions_asked' AS fact UNION ALL SELECT 'streak' UNION ALL SELECT 'streams_attended') AS facts
    """,
)


async def gather(database: Database, people: int, *, known: bool = True) -> None:
    """A community with so many members who have an account each; when `known`, also a consent and three facts."""
    async with database.alter() as transaction:
        await transaction.run("CREATE TEMPORARY TABLE numbers (n integer PRIMARY KEY)")
        await transaction.run(
            "INSERT INTO numbers WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < :people)"
            " SELECT n FROM up",
            {"people": people},
        )
        for statement in (*_PEOPLE, *(_KNOWN if known else ())):
            named = {"now": to_micros(ANCHOR)} if ":now" in statement else {}
            await transaction.run(statement, named)
        await transaction.run("DROP TABLE numbers")


async def plan(database: Database, clock: Clock, *, steps: int = 1, audience: Rule = EVERYBODY) -> Plan:
    """The plan to enrol the audience in a running journey: a message at ANCHOR, and one each hour after it."""
    messages = tuple(
        Step(
            id=f"step-{number}",
            when=Delay(after=timedelta(hours=number)),
            variants=(Variant(message="crowd-thanks"),),
            buttons=("crowd.remind",),
            routes=(Route.DIRECT,),
        )
        for number in range(steps)
    )
    journey = Journey(name="thanks", trigger=OnceTrigger(), audience=audience, steps=messages)
    async with Work(database, clock) as work:
        await Journeys(work).install(1, [("crowd", journey)], JourneyStatus.RUNNING)
    async with database.read() as reader:
        journey_id = await reader.value(sa.select(journeys.c.id))
    community = Community(1, "Kiln", "en", "Europe/Prague")
    return Plan(community, "crowd", journey_id, 1, journey, Happened("once:1"), ANCHOR)


def engine(database: Database, clock: Clock, *platforms: Platform) -> Engine:
    """An engine as in production, whose every message leaves through these platforms."""
    texts = load_translator([Path(__file__).parent / "locales"], strict=True)
    running: Mapping[str, Platform] = {platform.name: platform for platform in platforms}
    sender = Sender(running, Renderer(texts, Buttons(texts), {"streams_attended": 0}))
    return Engine(database, clock, Loader(running), sender)


class Buttons:
    """A translated button for each action, whose signed token knows the delivery."""

    def __init__(self, texts: Translator) -> None:
        self._texts = texts
        self._tokens = Tokens(b"a key of thirty-two bytes or so.")

    def for_delivery(
        self, action: str, language: str, *arguments: int | str, community: int, label: str | None = None
    ) -> tuple[Action, ...]:
        label = self._texts.text(f"crowd-{action.rpartition('.')[2]}", language)
        return (Action(label, self._tokens.make(action, *arguments, community=community)),)
