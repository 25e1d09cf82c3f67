"""Journeys, people and happenings at random, for the properties that must hold whatever comes."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import TypeVar

from hypothesis import strategies as st

from bot.delivery.case import JourneyStatus
from bot.model.identity import Purpose, Route
from bot.model.journeys import Again, Caps, Delay, Exit, Journey, LocalTime, Step, StepKind, StreamTrigger, Variant
from bot.model.results import SendStatus
from bot.model.rules import EVERYBODY
from tests.delivery.journeys import REGULAR

T = TypeVar("T")

ANCHORS = (
    datetime(2026, 11, 22, 20, tzinfo=UTC),
    datetime(2026, 3, 28, 19, tzinfo=UTC),  # Prague loses an hour the next night
    datetime(2026, 10, 24, 20, tzinfo=UTC),  # and gets it back
    datetime(2026, 3, 7, 22, tzinfo=UTC),  # the same in New York
    datetime(2026, 10, 31, 21, tzinfo=UTC),
)
ZONES = (None, "Europe/Prague", "America/New_York", "Asia/Kathmandu", "Nowhere/Such")
ACTIVITIES = ("ordered", "feedback_given")
CLOCKS = (time(0), time(2, 30), time(8), time(12), time(22))


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody before anything happens."""

    zone: str | None
    quiet: tuple[time, time] | None
    consents: tuple[tuple[Purpose, Route], ...]
    doors: tuple[bool | None, ...]
    regular: bool


@dataclass(frozen=True, slots=True)
class Wait:
    """Time passes, and the bot wakes whenever something is due."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Jump:
    """The machine's clock is set, back or forward, while the bot is not looking."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody agrees or withdraws."""

    guest: int
    purpose: Purpose
    granted: bool
    route: Route


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something: an activity, or "stop", "leave", "block"."""

    guest: int
    what: str


@dataclass(frozen=True, slots=True)
class Open:
    """Somebody opens what waits for them."""

    guest: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream with everybody ended now, or earlier and is only found now."""

    hours_ago: int


@dataclass(frozen=True, slots=True)
class Live:
    """A stream starts."""


@dataclass(frozen=True, slots=True)
class Off:
    """The stream that is on ends, if one is: one that counts, or one that was a mistake."""

    counts: bool


@dataclass(frozen=True, slots=True)
class Status:
    """A moderator runs, pauses or stops the journey."""

    status: JourneyStatus


@dataclass(frozen=True, slots=True)
class Edit:
    """A moderator edits the journey; somebody approves it, or nobody does."""

    journey: Journey
    approved: bool


@dataclass(frozen=True, slots=True)
class Everything:
    """The button that stops everything, and the one that undoes it."""

    stopped: bool


@dataclass(frozen=True, slots=True)
class Faults:
    """How the next sends end."""

    results: tuple[SendStatus, ...]


@dataclass(frozen=True, slots=True)
class Crash:
    """The process dies when the next sends have come so far, and a new one starts."""

    point: str  # "written" but not sent, "on the way", "arrived"
    count: int


Happening = Wait | Jump | Consent | Act | Open | Stream | Live | Off | Status | Edit | Everything | Faults | Crash


@dataclass(frozen=True, slots=True)
class Scenario:
    """A community, whether it posts in a space, its journey, and what happens one after another."""

    anchor: datetime
    posts: bool
    guests: tuple[Guest, ...]
    journey: Journey
    happenings: tuple[Happening, ...] = ()


def purposes() -> st.SearchStrategy[Purpose]:
    """Service or marketing."""
    return st.sampled_from(Purpose)


@lru_cache(maxsize=None, typed=True)
def often(usual: T, *others: T) -> st.SearchStrategy[T]:
    """Three times in four the usual, so that a scenario with many parts is not unusual everywhere and still goes on."""
    return st.sampled_from([usual] * 3 * len(others) + list(others))


ANY_TEXT = often("world-thanks", "world-broken")


def guests() -> st.SearchStrategy[Guest]:
    """Anybody; most can be written to, so that much is sent."""
    both = tuple((purpose, Route.DIRECT) for purpose in Purpose)
    every = tuple((purpose, route) for purpose in Purpose for route in PUSHES)
    apart = ((Purpose.SERVICE, Route.THREAD), (Purpose.MARKETING, Route.MENTION))
    return st.builds(
        Guest,
        zone=often(*ZONES),
        quiet=st.sampled_from([None, (time(22), time(8)), (time(20), time(2, 30)), (time(2, 30), time(12))]),
        consents=st.sampled_from([both, both, every, every, apart, both[:1], both[1:], ()]),
        doors=often((True,), (None,), (True, None), (False, True), (False,), ()),
        regular=st.booleans(),
    )


def delays(most: int) -> st.SearchStrategy[timedelta]:
    """Half hours, and sometimes nothing."""
    return st.integers(0, 2 * most).map(lambda halves: timedelta(minutes=30 * halves))


TIMES = st.builds(Delay, after=delays(30)) | st.builds(LocalTime, days=st.integers(0, 2), at=st.sampled_from(CLOCKS))
SATISFYING = st.lists(st.sampled_from(ACTIVITIES), max_size=1).map(tuple)
PUSHES = (Route.DIRECT, Route.THREAD, Route.MENTION)
ROUTES = often(
    (Route.DIRECT,), (Route.DIRECT, Route.INBOX), (Route.INBOX,), (Route.INBOX, Route.DIRECT)
) | st.permutations((*PUSHES, Route.INBOX)).flatmap(
    lambda routes: st.integers(1, len(routes)).map(lambda count: tuple(routes[:count]))
)
PURPOSES = st.none() | purposes()


@st.composite
def steps(draw: st.DrawFn, id: str, texts: st.SearchStrategy[str]) -> Step:
    """Any step."""
    kind = draw(often(StepKind.MESSAGE, StepKind.TASK, StepKind.WAIT))
    return Step(
        id=id,
        kind=kind,
        when=draw(TIMES),
        condition=draw(often(EVERYBODY, REGULAR)),
        satisfied_by=("ordered",) if kind is StepKind.WAIT else draw(SATISFYING),
        variants=(Variant(message=draw(texts)),),
        task="badges.grant" if kind is StepKind.TASK else None,
        routes=draw(ROUTES),
        purpose=draw(PURPOSES),
        expires_after=timedelta(hours=draw(often(12, 24, 3, 1))),
    )


@st.composite
def journeys(draw: st.DrawFn, texts: st.SearchStrategy[str] = ANY_TEXT) -> Journey:
    """Any journey after a stream."""
    count = draw(st.integers(1, 6))
    return Journey(
        name="after-stream",
        trigger=StreamTrigger(),
        steps=tuple(draw(steps(f"step-{number}", texts)) for number in range(count)),
        exits=draw(often((), (Exit.LIVE_AGAIN,))),
        exit_activities=draw(often((), ("feedback_given",))),
        purpose=draw(purposes()),
        holdout=draw(often(0.0, 0.3)),
        caps=Caps(per_day=draw(often(2, 3, 1, 0)), per_week=draw(often(6, 3, 2, 0))),
        again=draw(st.sampled_from(Again)),
        closes_after=timedelta(hours=draw(st.sampled_from([24, 48, 72]))),
    )


def happenings() -> st.SearchStrategy[Happening]:
    """Anything that may happen; time passing most of all."""
    guest = st.integers(0, 2)
    statuses = often(JourneyStatus.RUNNING, JourneyStatus.PAUSED, JourneyStatus.STOPPED)
    return st.one_of(
        st.builds(Wait, st.integers(15, 1500)),
        st.builds(Wait, st.integers(15, 300)),
        st.builds(Wait, st.integers(15, 300)),
        st.builds(Jump, st.integers(-1800, 1800)),
        st.builds(Consent, guest, purposes(), st.booleans(), st.sampled_from(PUSHES)),
        st.builds(Act, guest, often(*ACTIVITIES, "unhappy", "stop", "leave", "block")),
        st.builds(Open, guest),
        st.builds(Stream, st.sampled_from([0, 0, 3])),
        st.builds(Live),
        st.builds(Off, st.booleans()),
        st.builds(Status, statuses),
        st.builds(Edit, journeys(), often(True, False)),
        st.builds(Everything, often(False, True)),
        st.builds(Faults, st.lists(st.sampled_from(list(SendStatus)[1:]), min_size=1, max_size=4).map(tuple)),
        st.builds(Crash, st.sampled_from(["written", "on the way", "arrived"]), often(1, 2)),
    )


def scenarios(most: int = 14) -> st.SearchStrategy[Scenario]:
    """A community and up to `most` happenings."""
    return st.builds(
        Scenario,
        anchor=st.sampled_from(ANCHORS),
        posts=often(True, False),
        guests=st.lists(guests(), min_size=1, max_size=3).map(tuple),
        journey=journeys(),
        happenings=st.lists(happenings(), min_size=most // 2, max_size=most).map(tuple),
    )


def foreseeable() -> st.SearchStrategy[Scenario]:
    """One in which nothing stands between what is foreseen and what then happens: half of it may be done by then."""
    guest = st.integers(0, 2)
    acts = often(*ACTIVITIES, "unhappy", "stop", "leave")
    happenings = st.one_of(
        st.builds(Wait, st.integers(15, 1500)),
        st.builds(Wait, st.integers(15, 300)),
        st.builds(Consent, guest, purposes(), st.booleans(), st.sampled_from(PUSHES)),
        st.builds(Act, guest, acts),
        st.builds(Status, often(JourneyStatus.RUNNING, JourneyStatus.PAUSED)),
        st.builds(Everything, often(False, True)),
    )
    return st.builds(
        Scenario,
        anchor=st.sampled_from(ANCHORS),
        posts=often(True, False),
        guests=st.lists(guests(), min_size=1, max_size=3).map(tuple),
        journey=journeys(st.just("world-thanks")),  # a preview does not put into words what each will read
        happenings=st.lists(happenings, max_size=8).map(tuple),
    )
