"""What must hold of ideas: who is for which is noted as people say it, and those whom it concerns hear of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.text.markup import plain
from tests.simulate.acts import Act
from tests.simulate.families import acting, families
from tests.simulate.town import LANGUAGES, Town

GIVES = ("idea", "ideas.give", "ideas.give_draft")
FOR_OTHERS = "ideas.take_up"
VOTES = ("ideas.vote", "ideas.vote_instead")
SHOWS = ("ideas.look", *VOTES, "ideas.unvote")


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea as the books have it. `worded`: its words are there; they go with whoever wrote them."""

    id: int
    member: int | None
    state: str
    turn: int
    decided_by: int | None
    into: int | None
    hidden: int
    worded: int

    @property
    def takes_votes(self) -> bool:
        return self.state in ("new", "planned") and not self.hidden and bool(self.worded)


def ideas_of(town: Town) -> Mapping[int, Idea]:
    """All of them, by their numbers."""
    sql = """SELECT id, member_id, state, turn, decided_by, merged_into, hidden,
             EXISTS (SELECT 1 FROM ideas_words w WHERE w.idea_id = i.id) FROM ideas_ideas i ORDER BY id"""
    return {row[0]: Idea(*row) for row in town.books.rows(sql)}


def _root(ideas: Mapping[int, Idea], number: int) -> Idea | None:
    """The one into which it went, at last."""
    found = ideas.get(number)
    while found is not None and found.into is not None:
        found = ideas.get(found.into)
    return found


def _together(ideas: Mapping[int, Idea], root: int) -> list[int]:
    """That idea and those that went into it."""
    return [one.id for one in ideas.values() if root in (one.id, one.into)]


# ---- after each act -----------------------------------------------------------------------------------------------


def ideas_are_noted(town: Town, act: Act) -> Iterator[str]:
    """Note who gave one, votes for one, or takes that back; and whom a decision concerns."""
    name = act.name
    if act.person is None or not name.startswith("idea"):
        if act.person is not None and name == "answer idea":
            _note_decisions(town, ideas_of(town))
        return
    ideas, wishes = ideas_of(town), town.ledger.wishes
    yield from _note_new(town, act, ideas, name)
    if name == FOR_OTHERS and act.allowed and act.stored:  # what a host lets everybody read is no secret any more
        said = " ".join(act.answers.values())
        town.secrets = {word: author for word, author in town.secrets.items() if word not in said}
    member = acting(town, act.person.user_id)
    if act.allowed and act.stored and member is not None and act.arguments:
        root = _root(ideas, int(act.arguments[0])) if name in (*VOTES, "ideas.unvote") else None
        if root is not None and root.takes_votes:
            family = families(town)
            mine = {one for one in family if family[one] == family[member]}
            every = [wishes.votes.setdefault(one, set()) for one in _together(ideas, root.id)]
            if name == "ideas.unvote":
                for votes in every:
                    votes -= mine
            elif not any(votes & mine for votes in every):
                wishes.votes[root.id].add(member)
    _note_decisions(town, ideas)


def _note_new(town: Town, act: Act, ideas: Mapping[int, Idea], name: str) -> Iterator[str]:
    """A new idea has the vote of whoever gave it."""
    assert act.person is not None
    known, family = town.ledger.wishes.votes, families(town)
    new = [one for one in ideas.values() if one.id not in known and one.member is not None]
    if len(new) > (1 if name in (*GIVES, FOR_OTHERS) and act.allowed and act.stored else 0):
        yield f"{act.words} made the ideas {[one.id for one in new]}"
    for one in new:
        if name != FOR_OTHERS and family.get(one.member or 0) != acting(town, act.person.user_id):
            yield f"{act.words} made an idea of member {one.member}"
        known[one.id] = {one.member or 0}


def _note_decisions(town: Town, ideas: Mapping[int, Idea]) -> None:
    """Whoever gave it or is for it must hear how it stands, unless they decided that themself."""
    wishes, family = town.ledger.wishes, families(town)
    for one in ideas.values():
        if one.turn == wishes.turns.get(one.id, 0):
            continue
        wishes.turns[one.id] = one.turn
        every = [ideas[number] for number in _together(ideas, one.id)]
        people = {vote for each in every for vote in wishes.votes.get(each.id, ())}
        people |= {each.member for each in every if each.member is not None}
        by = family.get(one.decided_by or 0)
        concerned = {member for member in people if member in family and family[member] != by}
        wishes.due[one.id] = concerned if one.state != "new" and not one.hidden else set()


def supporters_are_shown(town: Town, act: Act) -> Iterator[str]:
    """Whoever looks at an idea sees how many people are for it, each counted once."""
    if act.name not in SHOWS or not act.allowed or act.again or not act.arguments:
        return
    ideas = ideas_of(town)
    root = _root(ideas, int(act.arguments[0]))
    if root is None:
        return
    family = families(town)
    every = [town.ledger.wishes.votes.get(number, set()) for number in _together(ideas, root.id)]
    people = {family[member] for votes in every for member in votes if member in family}
    lines = [line for shown in act.seen if shown.only_for for line in plain(shown.message.text).splitlines()]
    if any(line.startswith(f"#{root.id} ") for line in lines):
        said = [_beginning(town, language, len(people)) for language in LANGUAGES]
        if not any(line.startswith(tuple(said)) for line in lines):
            yield f"{act.words} does not say that {len(people)} are for idea {root.id}: {lines[:6]}"


def _beginning(town: Town, language: str, votes: int) -> str:
    text = town.text("ideas-page-state", language, votes=votes, voted=False, state="new", decided=False, since="")
    return text.partition(".")[0]


# ---- at every moment of rest --------------------------------------------------------------------------------------


def supporters_stand(town: Town) -> Iterator[str]:
    """Who is for an idea is just who said so, and nobody is told twice of the same state."""
    wishes = town.ledger.wishes
    alive = set(town.books.column("SELECT id FROM members"))
    kept: dict[int, set[int]] = {}
    for idea, member in town.books.rows("SELECT idea_id, member_id FROM ideas_votes"):
        kept.setdefault(idea, set()).add(member)
    for idea in {*kept, *wishes.votes}:
        noted = wishes.votes.get(idea, set())
        noted &= alive
        if noted != kept.get(idea, set()):
            yield f"for idea {idea} are {sorted(noted)}, kept are {sorted(kept.get(idea, set()))}"
    yield from _told_once(town)


def _told_once(town: Town) -> Iterator[str]:
    """Of linked accounts one is told, and once."""
    rows = town.books.rows("SELECT id, idea_id, state, member_id FROM ideas_told ORDER BY id")
    new = [row for row in rows if row[0] > town.ledger.wishes.told]
    if not new:
        return
    family = families(town)
    for id, idea, state, member in new:
        same = [row for row in rows if row[1:3] == (idea, state) and family.get(row[3]) == family.get(member)]
        if len(same) > 1:
            yield f"member {member} is told {len(same)} times that idea {idea} is {state}, at last by line {id}"
    town.ledger.wishes.told = new[-1][0]
    keys = "SELECT key, count(*) FROM deliveries WHERE key LIKE '%idea:%' GROUP BY key HAVING count(*) > 1"
    yield from (f"{count} messages are {key}" for key, count in town.books.rows(keys))


def decisions_that_count(town: Town) -> Iterator[str]:
    """What is hidden or goes into another one meanwhile need not be told; so it is while the plugin is off."""
    wishes = town.ledger.wishes
    if "ideas" in town.model.off:
        wishes.due.clear()
    if wishes.due:
        sql = "SELECT id FROM ideas_ideas WHERE hidden OR merged_into IS NOT NULL"
        for idea in town.books.column(sql):
            wishes.due.pop(idea, None)
    return iter(())


# ---- in the end ---------------------------------------------------------------------------------------------------


async def everybody_heard_what_became_of_it(town: Town) -> Iterable[str]:
    """Whoever a decision concerned was told of it."""
    ideas, family, wrong = ideas_of(town), families(town), []
    for idea, people in town.ledger.wishes.due.items():
        one = ideas[idea]
        if one.turn != town.ledger.wishes.turns[idea]:
            continue
        sql = "SELECT member_id FROM ideas_told WHERE idea_id = :idea AND state = :state"
        told = {family.get(member) for member in town.books.column(sql, idea=idea, state=one.state)}
        by = family.get(one.decided_by or 0)
        left = {member for member in people if member in family and family[member] not in {*told, by}}
        if left:
            wrong.append(f"members {sorted(left)} never heard that idea {idea} is {one.state}")
    return wrong
