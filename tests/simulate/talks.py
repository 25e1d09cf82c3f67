"""What must hold of talks with the team: no word is lost or doubled, and each answer is one message."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.storage.types import to_micros
from bot.text.markup import plain
from tests.simulate.acts import Act
from tests.simulate.families import acting, families
from tests.simulate.town import LANGUAGES, Town

ASSISTANT = "assistant"
BEGIN = ("talk", "assistant.talk_form", "assistant.ask_person", "assistant.case_reply")
ASKS = ("ask", "assistant.ask_form")
REFUSALS = ("assistant-case-gone", "assistant-question-gone", "assistant-case-passed-over")


def words_are_noted(town: Town, act: Act) -> Sequence[str]:
    """Note how much each has said to the team: as they read that it was passed on, or as it may have been."""
    name = act.name
    if act.person is None or name not in (*BEGIN, *ASKS) or not act.allowed:
        return []
    member, notes = acting(town, act.person.user_id), town.ledger.talks
    if member is None or not (act.stored or act.again):
        return []
    texts = [plain(shown.message.text) for shown in act.seen]
    if any(text.startswith(_passed(town, name)) for text in texts):
        notes.certain[member] = notes.certain.get(member, 0) + 1
    if act.asked:
        return []  # a form to say it in
    notes.most[member] = notes.most.get(member, 0) + 1
    return []


def _passed(town: Town, name: str) -> tuple[str, ...]:
    """How it begins where words were passed on, and had not been before."""
    if name in ASKS:
        keys = [("assistant-case-silent", {"named": "no", "host": ""})]
    else:
        keys = [("assistant-case-passed", {"how": how}) for how in ("new", "more")]
    return tuple(town.text(key, language, **values) for key, values in keys for language in LANGUAGES)


# ---- at every moment of rest --------------------------------------------------------------------------------------


def talks_hold(town: Town) -> Iterator[str]:
    """All of it, whenever something was written about a talk."""
    [mark] = town.books.rows("SELECT (SELECT count(*) FROM assistant_lines), (SELECT max(id) FROM assistant_lines)")
    if mark == town.ledger.talks.seen:
        return
    town.ledger.talks.seen = mark
    family = families(town)
    yield from _no_word_is_lost(town, family)
    yield from _each_stands_rightly(town)
    yield from _each_answer_is_one_message(town)


def _no_word_is_lost(town: Town, family: Mapping[int, int]) -> Iterator[str]:
    notes = town.ledger.talks
    kept = Counter(town.books.column("SELECT member_id FROM assistant_lines WHERE kind = 'member'"))
    has, least, most = (_by_person(counts, family) for counts in (kept, notes.certain, notes.most))
    for person in {*has, *least}:
        if not least[person] <= has[person] <= most[person]:
            should = f"{least[person]} to {most[person]}"
            yield f"member {person} said {should} times something to the team, kept is {has[person]}"


def _by_person(counts: Mapping[int, int], family: Mapping[int, int]) -> Counter[int]:
    """The same of people, whichever accounts they have; those who were forgotten aside."""
    found = Counter[int]()
    for member, count in counts.items():
        if member in family:
            found[family[member]] += count
    return found


def _each_stands_rightly(town: Town) -> Iterator[str]:
    sql = """SELECT id, state, taken_by, closed_at, closed_as, answered_at, stars FROM assistant_cases"""
    for id, state, taken, closed, how, answered, stars in town.books.rows(sql):
        if (state == "closed") != (closed is not None) or (closed is not None) != bool(how):
            yield f"case {id} is {state}, closed at {closed} as {how!r}"
        if state == "new" and taken is not None:
            yield f"case {id} is new, and member {taken} has it"
        if stars is not None and (answered is None or state != "closed"):
            yield f"case {id} has {stars} stars, is {state} and was answered at {answered}"


def _each_answer_is_one_message(town: Town) -> Iterator[str]:
    """Those of members who are known: with others all goes."""
    sql = """SELECT l.id, count(d.id) FROM assistant_lines l JOIN assistant_cases c ON c.id = l.case_id
             LEFT JOIN deliveries d ON d.key LIKE '%assistant-case:' || c.id || ':%:said:' || l.id || '%'
             WHERE l.kind = 'host' AND l.id > :known AND l.member_id IN (SELECT id FROM members WHERE left_at IS NULL)
             GROUP BY l.id HAVING count(d.id) <> 1"""
    yield from (f"answer {id} is {count} messages" for id, count in town.books.rows(sql, known=town.ledger.talks.told))
    town.ledger.talks.told = town.books.value("SELECT coalesce(max(id), 0) FROM assistant_lines WHERE kind = 'host'")


# ---- in the end ---------------------------------------------------------------------------------------------------


async def talks_are_over(town: Town) -> Iterable[str]:
    """Whatever was answered has ended by itself, and of what waits hosts are reminded, as long as that is due."""
    if ASSISTANT in town.model.off:
        return []
    sql = "SELECT id FROM assistant_cases WHERE state = 'open' AND taken_by IS NOT NULL"
    overdue = "SELECT id FROM assistant_cases WHERE closed_at IS NULL AND state <> 'open' AND remind_at < :now"
    late = town.books.column(overdue, now=to_micros(town.bot.seen_to))
    return [
        *(f"case {id} was answered long ago and goes on" for id in town.books.column(sql)),
        *(f"hosts were not reminded of case {id}" for id in late),
    ]
