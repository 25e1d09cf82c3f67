"""What must hold of feedback: what hosts were told is there as long as whoever said it, and is answered once."""

from collections.abc import Iterator

from bot.text.markup import plain
from tests.simulate.acts import Act
from tests.simulate.families import acting, families
from tests.simulate.town import LANGUAGES, Town

SAYS = ("feedback", "feedback.say")
ONWARD = ("new", "read", "answered")


def feedback_is_noted(town: Town, act: Act) -> Iterator[str]:
    """What somebody was thanked for is kept, once, as theirs; nothing else is."""
    name = act.name
    known = town.ledger.heard.remarks
    sql = "SELECT id, member_id FROM feedback_remarks WHERE member_id IS NOT NULL ORDER BY id"
    new = [row for row in town.books.rows(sql) if not known.get(row[0])]  # what is forgotten leaves its number
    thanked = act.person is not None and name in SAYS and not act.again and _is_thanked(town, act)
    if thanked and not new:
        yield f"{act.words} was thanked for, and is not kept"
    if len(new) > (1 if name in SAYS and act.allowed and act.stored else 0):
        yield f"{act.words} left the feedback {[id for id, _ in new]}"
    family = families(town) if new else {}
    for id, member in new:
        if act.person is not None and family.get(member) != acting(town, act.person.user_id):
            yield f"{act.words} is kept as that of member {member}"
        known[id] = member
        town.ledger.heard.states.pop(id, None)


def _is_thanked(town: Town, act: Act) -> bool:
    thanks = {town.text("feedback-kept", language, may=may) for language in LANGUAGES for may in (True, False)}
    return any(plain(shown.message.text) in thanks for shown in act.seen)


def feedback_stands(town: Town) -> Iterator[str]:
    """None is lost while whoever said it is known; none is unread again; an answer is one message."""
    heard = town.ledger.heard
    if not heard.remarks:
        return
    alive = set(town.books.column("SELECT id FROM members"))
    there = dict(town.books.rows("SELECT id, state FROM feedback_remarks"))
    for id, member in list(heard.remarks.items()):
        if member not in alive:
            heard.remarks[id] = 0  # it went with them
        elif id not in there:
            yield f"feedback {id} of member {member} is lost"
    for id, state in there.items():
        before = heard.states.get(id, "new")
        if ONWARD.index(state) < ONWARD.index(before):
            yield f"feedback {id} was {before}, now it is {state}"
        if state == "answered" and before != "answered":
            sql = "SELECT count(*) FROM deliveries WHERE key LIKE '%feedback-answer:' || :id || ':%'"
            if (answers := town.books.value(sql, id=id)) != 1:
                yield f"feedback {id} is answered, in {answers} messages"
        heard.states[id] = state
