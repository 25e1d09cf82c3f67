"""What must hold of polls: who voted what is noted as people do it, and reckoned slowly beside the bot."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.model.identity import Role
from bot.storage.types import to_micros
from bot.text.markup import plain
from tests.simulate.acts import Act
from tests.simulate.families import acting, families
from tests.simulate.noted import Cast, Urn
from tests.simulate.town import LANGUAGES, Town

BY_NAME = ("polls.vote", "polls.score", "polls.stars", "polls.keep_words")
UNNAMED = ("polls.cast", "polls.cast_score", "polls.cast_stars", "polls.cast_answers")
VOTES = (*BY_NAME, *UNNAMED)
SHOWS = ("polls.look_at", "polls.close_now")
MOST_IN_ORDER = 3
REFUSALS = (
    "polls-not-here",
    "polls-not-open",
    "polls-no-such-answer",
    "polls-only-who-was-there",
    "polls-voted-before",
)
MANY = 200

_POLL = """SELECT kind, secrecy, state, closes_at, closed_at, hides, is_native, rule IS NOT NULL OR only_stream
           FROM polls_polls WHERE id = :id"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A poll as the books have it."""

    kind: str
    secrecy: str
    state: str
    closes_at: int | None
    closed_at: int | None
    hides: int
    is_native: int
    is_limited: int  # only some may vote

    @property
    def is_unnamed(self) -> bool:
        return self.secrecy in ("anonymous", "answerable")

    def takes(self, now: int) -> bool:
        """Whether votes under our buttons count."""
        return self.state == "open" and (self.closes_at is None or now < self.closes_at)


def poll_of(town: Town, poll: int) -> Asked | None:
    """The poll of that number."""
    rows = town.books.rows(_POLL, id=poll)
    return Asked(*rows[0]) if rows else None


# ---- after each act -----------------------------------------------------------------------------------------------


def votes_are_noted(town: Town, act: Act) -> Iterator[str]:
    """Note what was voted; what was said about it must be so."""
    name = act.name
    if act.person is None or (name not in VOTES and act.cast is None):
        return
    number = act.cast.poll if act.cast is not None else int(act.arguments[0]) if act.arguments else 0
    poll, member = poll_of(town, number), acting(town, act.person.user_id)
    if poll is None or member is None:
        return
    urn = town.ledger.urns.of(number)
    if act.cast is not None:
        _note_cast(town, act, act.cast, poll, urn, member)
    elif name in BY_NAME:
        yield from _note_named(town, act, poll, urn, member)
    else:
        yield from _note_unnamed(town, act, poll, urn, member)


def _note_cast(town: Town, act: Act, cast: Cast, poll: Asked, urn: Urn, member: int) -> None:
    if poll.state != "open" or not poll.is_native or "polls" in town.model.off:
        return
    if not act.stored:
        if act.told:
            return
        urn.unsure.add(member)  # this network does not say what of it came in
    chosen = ",".join(str(place) for place in cast.places)
    if chosen or member in urn.named:
        urn.named[member] = to_micros(town.now), chosen


def _note_named(town: Town, act: Act, poll: Asked, urn: Urn, member: int) -> Iterator[str]:
    if not (act.allowed and act.stored and poll.takes(to_micros(town.now))) or poll.is_unnamed:
        return
    refused = _refused(town, act)
    chosen = _chosen_now(town, act, poll, urn, member)
    if chosen is None:
        return
    if poll.is_limited or poll.kind == "words":
        if refused:
            return
        urn.unsure.add(member)  # what nobody saw may have been too long, or not for them
    elif refused:
        yield f"{act.words} was refused, although the poll is open"
    urn.named[member] = to_micros(town.now), chosen


def _chosen_now(town: Town, act: Act, poll: Asked, urn: Urn, member: int) -> str | None:
    """What is chosen after a press; None where that is one too many."""
    if poll.kind == "words":
        return ""
    value = act.arguments[1]
    if poll.kind not in ("several", "ranked"):
        return value
    before = _newest(urn, families(town)).get(member, (0, ""))[1].split(",")
    places = [place for place in before if place and place != value]
    if value not in before:
        places.append(value)
    if poll.kind == "ranked":
        return ",".join(places) if len(places) <= MOST_IN_ORDER else None
    return ",".join(sorted(places, key=int))


def _note_unnamed(town: Town, act: Act, poll: Asked, urn: Urn, member: int) -> Iterator[str]:
    family = families(town)
    before = [one for one in (*urn.certain, *urn.maybe) if family.get(one) == family.get(member)]
    chosen, open_now = _chosen_without_name(act, poll), act.allowed and poll.takes(to_micros(town.now))
    if any(town.is_stored(id) for id in act.told):
        yield f"{act.words} is stored"
    if _is_counted(town, act):
        if not open_now or not poll.is_unnamed:
            yield f"{act.words} was counted, although it cannot be"
        if any(one in urn.certain for one in before):
            yield f"{act.words} was counted a second time"
        for one in before:
            urn.maybe.pop(one, None)
        urn.certain[member] = chosen
    elif _refused(town, act):
        if _says(town, act, "polls-voted-before") and not before:
            yield f"{act.words} was refused as the second vote, and is the first"
    elif open_now and poll.is_unnamed and not any(one in urn.certain for one in before):
        urn.maybe.setdefault(member, []).append(chosen)


def _chosen_without_name(act: Act, poll: Asked) -> str:
    if poll.kind == "words":
        return ""
    if act.what is not None and act.what.name != "cast_answers":
        return act.arguments[1]
    given = [act.answers.get(name, "") for name in ("chosen", "rank1", "rank2", "rank3")]
    places = [piece.strip() for words in given for piece in words.split(",") if piece.strip() not in ("", "0")]
    return ",".join(places if poll.kind == "ranked" else sorted(places, key=lambda one: (len(one), one)))


def _texts(act: Act) -> set[str]:
    return {plain(shown.message.text) for shown in act.seen}


def _says(town: Town, act: Act, key: str, **values: object) -> bool:
    return not _texts(act).isdisjoint(town.text(key, language, **values) for language in LANGUAGES)


def _is_counted(town: Town, act: Act) -> bool:
    return any(_says(town, act, "polls-cast", secrecy=secrecy) for secrecy in ("anonymous", "answerable"))


def _refused(town: Town, act: Act) -> bool:
    """Whether the answer was that it does not count."""
    if any(_says(town, act, key) for key in REFUSALS):
        return True
    begins = [town.text("polls-not-for-you", language, lacking="").split(":")[0] for language in LANGUAGES]
    begins += [town.text("polls-words-empty", language) for language in LANGUAGES]
    begins += [town.text("polls-words-long", language, over=1, most=1, typed="")[:8] for language in LANGUAGES]
    begins += [town.text("polls-choose-some", language, most=most)[:12] for language in LANGUAGES for most in (1, 3)]
    return any(text.startswith(tuple(begins)) for text in _texts(act))


def figures_are_shown(town: Town, act: Act) -> Iterator[str]:
    """Whoever looks at a poll by name sees as many votes as stand."""
    if act.name not in SHOWS or act.again or act.person is None:
        return
    poll = poll_of(town, number := int(act.arguments[0]))
    if poll is None or poll.is_unnamed or not act.allowed or (poll.hides and poll.state == "open"):
        return
    if act.what is not None and town.standing(act.person).role < Role.HOST and act.what.name == "close_now":
        return
    votes = _people(town.ledger.urns.of(number), poll, families(town))
    lines = {line for shown in act.seen if shown.only_for for line in plain(shown.message.text).splitlines()}
    told = _numbers_told(town, lines)
    if told and votes is not None and poll.state == "open" and votes not in told:
        yield f"{act.words} says {sorted(told)} votes, {votes} stand"


def _numbers_told(town: Town, lines: set[str]) -> set[int]:
    return {
        number
        for language in LANGUAGES
        for number in range(MANY)
        if town.text("polls-people", language, count=number) in lines
    }


# ---- at every moment of rest --------------------------------------------------------------------------------------


def votes_stand(town: Town) -> Iterator[str]:
    """One vote a person, by whichever account; what they chose last, and what a poll comes to is just that."""
    family, named, tallies = families(town), _named(town), _tallies(town)
    turnout = dict(town.books.rows("SELECT poll_id, count(*) FROM polls_turnout GROUP BY poll_id"))
    for number, *row in town.books.rows(_POLL.replace("SELECT", "SELECT id,").replace("WHERE id = :id", "")):
        poll, urn = Asked(*row), town.ledger.urns.of(number)
        if poll.is_unnamed:
            if named.get(number):
                yield f"in poll {number}, which is anonymous, it stands who voted what"
            yield from _unnamed_add_up(number, poll, urn, tallies.get(number, {}), turnout.get(number, 0))
        else:
            yield from _named_add_up(number, poll, urn, named.get(number, {}), tallies.get(number, {}), family)


def _named(town: Town) -> Mapping[int, dict[int, tuple[int, str]]]:
    found: dict[int, dict[int, tuple[int, str]]] = {}
    for poll, member, at, chosen in town.books.rows("SELECT poll_id, member_id, at, chosen FROM polls_votes"):
        found.setdefault(poll, {})[member] = at, chosen or ""
    return found


def _tallies(town: Town) -> Mapping[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for poll, chosen, votes in town.books.rows("SELECT poll_id, chosen, votes FROM polls_tallies"):
        found.setdefault(poll, {})[chosen] = votes
    return found


def _named_add_up(
    number: int,
    poll: Asked,
    urn: Urn,
    kept: Mapping[int, tuple[int, str]],
    tallies: Mapping[str, int],
    family: Mapping[int, int],
) -> Iterator[str]:
    for member in urn.unsure:
        if member in kept:
            urn.named[member] = kept[member]
        else:
            urn.named.pop(member, None)
    urn.unsure.clear()
    urn.named = {member: vote for member, vote in urn.named.items() if member in family}  # others were forgotten
    noted = {member: chosen for member, (_, chosen) in urn.named.items()}
    if noted != (there := {member: chosen for member, (_, chosen) in kept.items()}):
        yield f"in poll {number} people voted {noted}, kept is {there}"
    if poll.state != "closed" or urn.counted:
        return
    urn.counted = True  # links that are made or undone later change nothing of it
    votes = _votes(urn, poll, family)
    if votes is not None and dict(Counter(votes)) != dict(tallies):
        yield f"poll {number} came to {dict(Counter(votes))}, it says {dict(tallies)}"


def _newest(urn: Urn, family: Mapping[int, int]) -> dict[int, tuple[int, str]]:
    """By person what they voted last, with whichever account."""
    newest: dict[int, tuple[int, str]] = {}
    for member, (at, chosen) in urn.named.items():
        who = family.get(member, member)
        newest[who] = max((at, chosen), newest.get(who, (at, chosen)), key=lambda vote: vote[0])
    return newest


def _votes(urn: Urn, poll: Asked, family: Mapping[int, int]) -> list[str] | None:
    """What counts, a person's vote once; None where two accounts voted in the same moment, and were linked then."""
    newest = _newest(urn, family)
    for member, (at, chosen) in urn.named.items():
        if newest[family.get(member, member)][0] == at and newest[family.get(member, member)][1] != chosen:
            return None
    return [chosen for _, chosen in newest.values() if chosen or poll.kind == "words"]


def _people(urn: Urn, poll: Asked, family: Mapping[int, int]) -> int | None:
    votes = _votes(urn, poll, family)
    return None if votes is None else len(votes)


def _unnamed_add_up(number: int, poll: Asked, urn: Urn, tallies: Mapping[str, int], turnout: int) -> Iterator[str]:
    votes, least = sum(tallies.values()), Counter(urn.certain.values())
    if votes != turnout:
        yield f"in poll {number} {turnout} people voted, and there are {votes} votes"
    if not len(urn.certain) <= votes <= len(urn.certain) + len(urn.maybe):
        yield f"in poll {number} are {votes} votes, {len(urn.certain)} were counted, {len(urn.maybe)} may have been"
    for chosen in {*tallies, *least}:
        most = least[chosen] + sum(chosen in maybe for maybe in urn.maybe.values())
        if not least[chosen] <= (has := tallies.get(chosen, 0)) <= most:
            yield f"in poll {number} {chosen!r} has {has} votes, and should have {least[chosen]} to {most}"


# ---- in the end ---------------------------------------------------------------------------------------------------

KEPT_OF_UNNAMED = {
    "polls_turnout": {"poll_id", "voter"},
    "polls_tallies": {"poll_id", "chosen", "votes"},
    "polls_notes": {"id", "poll_id", "words", "back", "is_answered"},
}
"""All that is kept of votes without names: no column but the poll's joins one of these tables with another."""


async def nothing_tells_who_voted_what(town: Town) -> list[str]:
    """Nothing joins a person and their vote without a name: no column, and no order of rows."""
    wrong = []
    for table, columns in KEPT_OF_UNNAMED.items():
        there = {name for _, name, *_ in town.books.rows(f"PRAGMA table_info({table})")}
        if there != columns:
            wrong.append(f"{table} has {sorted(there)}")
    for table in ("polls_turnout", "polls_notes"):
        [(sql,)] = town.books.rows("SELECT sql FROM sqlite_master WHERE name = :table", table=table)
        if "WITHOUT ROWID" not in sql:
            wrong.append(f"{table} tells in which order its rows came")
    return wrong
