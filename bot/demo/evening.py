"""The demo's story: a potter's evening stream from a recorded chat, and what its people do in the 48 hours."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bot.demo.cast import (
    ASK_TO_BE_WRITTEN_TO,
    AT_THE_DROP,
    BUYER,
    FAR_AWAY,
    FIRST_TIMER,
    HOST,
    ROLES,
    SCORES,
    SCORES_FROM_THE_INBOX,
    STOPPED,
    THANKED,
    Roles,
    everybody,
)
from bot.demo.scenario import Act, Chapter, FillsIn, Looks, Orders, Place, Presses, Says, Scenario
from bot.sources.recorded import RecordedMessage, open_recording
from bot.text.markup import plain
from bot.text.saying import Say

SAMPLE: Final = Path(__file__).with_name("sample_stream.json")

_END: Final = timedelta(minutes=45)
_DAY: Final = timedelta(days=1)
_PREFERENCES: Final = timedelta(seconds=750)
_EVENING: Final = _END + timedelta(hours=22, minutes=15)
"""Six o'clock the next evening, when most are asked for a score: each is by their own clock."""


def evening(say: Say, language: str) -> Scenario:
    """The story for viewers of `language`. The host writes in it; everybody else has a language of their own."""
    recording = open_recording(SAMPLE)
    chat = [entry for entry in recording.messages() if isinstance(entry, RecordedMessage)]
    assert recording.started_at is not None
    story = _Story(ROLES[language], say, language)
    return Scenario(
        community=story.words("demo-community"),
        title=recording.title,
        past=tuple(story.words(f"demo-past-{number}") for number in range(1, 5)),
        start=recording.started_at,
        span=_END + 2 * _DAY + timedelta(minutes=10),
        parts=everybody(chat),
        chapters=(
            _chapter("demo-live", story.live(chat, recording.title, recording.started_at)),
            _chapter("demo-over", story.over()),
            _chapter("demo-after", [*story.first_evening(), *story.next_day(), *story.last_day()]),
        ),
    )


class _Story:
    """The acts, part by part, in no order."""

    def __init__(self, roles: Roles, say: Say, language: str) -> None:
        self._roles = roles
        self._say = say
        self._language = language

    def words(self, key: str) -> str:
        """What somebody says in the viewer's language."""
        return plain(self._say(key, self._language))

    def live(self, chat: Sequence[RecordedMessage], title: str, start: datetime) -> Iterator[Act]:
        """The stream: its chat, what the host commands, and who presses what."""
        next_week = f"{start + 7 * _DAY:%Y-%m-%d} 19:00"  # the same hour on the host's own clock
        yield _command(0, f"/stream start {title}", "demo-starts", Place.EVERYBODY)
        yield from map(self._line, chat)
        yield _asks_to_be_written_to(50, self._roles.regular, tell="demo-consents", shows=Place.PRIVATE)
        for seconds, people in ASK_TO_BE_WRITTEN_TO.items():
            yield from (_asks_to_be_written_to(seconds, who) for who in people)
        yield from self._drop()
        yield from self._preferences()
        yield _command(1218, f"/stream note {self.words('demo-note-handle')}")
        yield _command(2045, f"/stream note {self.words('demo-note-name')}")
        yield _command(2400, f"/shoutout @{THANKED} {self.words('demo-thanks-for')}", "demo-thanks", Place.EVERYBODY)
        yield Orders(at=_seconds(2465), who=BUYER, reference="A-1042", amount=420, tell="demo-orders")
        yield _command(2490, f"/stream plan {next_week} {self.words('demo-next')}")

    def over(self) -> Iterator[Act]:
        """The end, and the plan that a host lets go."""
        yield Says(at=_END, who=HOST, text="/stream end", place=Place.HOSTS)
        yield Looks(at=_later(minutes=2), who=HOST, tell="demo-shadow", shows=Place.HOSTS)
        yield Presses(at=_later(minutes=4), who=HOST, action="streams.post_recap")
        yield Presses(at=_later(minutes=4), who=HOST, action="admin.approve", tell="demo-release")

    def first_evening(self) -> Iterator[Act]:
        """The thanks, and what was put off until the morning."""
        yield _looks(_later(minutes=10), FIRST_TIMER, "demo-first-timer")
        yield _looks(_later(minutes=10), self._roles.regular, "demo-regular")
        yield _opens_inbox(_later(minutes=25), self._roles.quiet, tell="demo-inbox", shows=Place.PRIVATE)
        yield _looks(_later(hours=2, minutes=15), FAR_AWAY, "demo-far-away")
        yield _looks(_later(hours=12, minutes=15), BUYER, "demo-buyer")

    def next_day(self) -> Iterator[Act]:
        """The question: many answer it, one is unhappy, one has had enough of messages."""
        yield _gives(_EVENING + timedelta(minutes=3), self._roles.happy, 9, tell="demo-happy", shows=Place.PRIVATE)
        yield from self._unhappy()
        for who, score in SCORES.items():
            if who != self._roles.happy:
                yield _gives(_EVENING + timedelta(minutes=5), who, score)
        for who, score in {**SCORES_FROM_THE_INBOX, self._roles.quiet: 10}.items():
            yield _opens_inbox(_EVENING + timedelta(hours=1), who)
            yield _gives(_EVENING + timedelta(hours=1), who, score)
        stops = _EVENING + timedelta(minutes=86)
        yield Presses(at=stops, who=STOPPED, action="passport.less")
        yield Presses(at=stops, who=STOPPED, action="passport.stop", tell="demo-stopped", shows=Place.PRIVATE)

    def last_day(self) -> Iterator[Act]:
        """The invitation to the next stream, which one of them takes up."""
        yield _looks(_later(hours=44), self._roles.regular, "demo-last-call")
        yield Presses(at=_later(hours=44, minutes=9), who=self._roles.regular, action="followups.remind")

    def _line(self, message: RecordedMessage) -> Says:
        told = (message.author_name, message.offset) == (self._roles.asks[0], _seconds(self._roles.asks[1]))
        tell = "demo-asks" if told else ""
        return Says(at=message.offset, who=message.author_name, text=message.text, tell=tell)

    def _drop(self) -> Iterator[Act]:
        yield _command(600, "/drop")
        for who in AT_THE_DROP:
            yield Presses(at=_seconds(640), who=who, action="streams.at_drop")
        last = self._roles.regular
        yield Presses(at=_seconds(700), who=last, action="streams.at_drop", tell="demo-drop", shows=Place.PRIVATE)

    def _preferences(self) -> Iterator[Act]:
        """Some say more: where their clock is, when to be quiet, that invitations are welcome too."""
        yield from _fills_in(FAR_AWAY, "passport.zone_form", {"zone": "Australia/Melbourne"})
        for who in (FAR_AWAY, BUYER):
            yield from _fills_in(who, "passport.quiet_form", {"from": "22:00", "until": "08:00"})
        for who in (self._roles.regular, self._roles.happy):
            yield _opens_preferences(who)
            yield Presses(at=_PREFERENCES, who=who, action="passport.consent", arguments=("marketing", "on"))

    def _unhappy(self) -> Iterator[Act]:
        who = self._roles.unhappy
        yield _gives(_EVENING + timedelta(minutes=12), who, 3, tell="demo-unhappy")
        yield Presses(at=_EVENING + timedelta(minutes=13), who=who, action="followups.words")
        words = (("words", self.words("demo-words-of-the-unhappy")),)
        yield FillsIn(at=_EVENING + timedelta(minutes=15), who=who, values=words)
        yield Looks(at=_EVENING + timedelta(minutes=16), who=HOST, tell="demo-host-told", shows=Place.HOSTS)
        yield Presses(at=_EVENING + timedelta(minutes=40), who=HOST, action="followups.reply")
        reply = (("text", self.words("demo-reply-of-the-host")),)
        yield FillsIn(at=_EVENING + timedelta(minutes=44), who=HOST, values=reply)
        yield _looks(_EVENING + timedelta(minutes=45), who, "demo-answered-in-person")


def _chapter(title: str, acts: Iterator[Act] | Sequence[Act]) -> Chapter:
    return Chapter(title, sorted(acts, key=lambda act: act.at))


def _command(seconds: int, text: str, tell: str = "", shows: Place | None = None) -> Says:
    return Says(at=_seconds(seconds), who=HOST, text=text, place=Place.HOSTS, tell=tell, shows=shows)


def _asks_to_be_written_to(seconds: int, who: str, *, tell: str = "", shows: Place | None = None) -> Presses:
    return Presses(at=_seconds(seconds), who=who, action="streams.write_after", tell=tell, shows=shows)


def _opens_preferences(who: str) -> Says:
    return Says(at=_PREFERENCES, who=who, text="/preferences", place=Place.PRIVATE)


def _fills_in(who: str, action: str, values: dict[str, str]) -> Iterator[Act]:
    yield _opens_preferences(who)
    yield Presses(at=_PREFERENCES, who=who, action=action)
    yield FillsIn(at=_PREFERENCES, who=who, values=tuple(values.items()))


def _looks(at: timedelta, who: str, tell: str) -> Looks:
    return Looks(at=at, who=who, tell=tell, shows=Place.PRIVATE)


def _opens_inbox(at: timedelta, who: str, *, tell: str = "", shows: Place | None = None) -> Presses:
    return Presses(at=at, who=who, action="followups.open_inbox", tell=tell, shows=shows)


def _gives(at: timedelta, who: str, score: int, *, tell: str = "", shows: Place | None = None) -> Presses:
    return Presses(at=at, who=who, action="followups.score", arguments=(score,), tell=tell, shows=shows)


def _seconds(count: int) -> timedelta:
    return timedelta(seconds=count)


def _later(*, hours: int = 0, minutes: int = 0) -> timedelta:
    """So long after the stream's end."""
    return _END + timedelta(hours=hours, minutes=minutes)
