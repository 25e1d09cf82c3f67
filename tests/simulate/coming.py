"""How people come and go: by an invite or without one, and away again; what they did is noted as it happened."""

from collections.abc import Mapping, Sequence

from bot.model.identity import Role
from tests.simulate.acts import Act
from tests.simulate.families import acting
from tests.simulate.model import Standing
from tests.simulate.people import NAMES, Newcomer, Resident
from tests.simulate.town import Town

REFERRALS = "referrals"


def newcomer(town: Town, *, second_of: Resident | None = None) -> Resident:
    """Somebody who is near and not inside yet; perhaps the second account of somebody else."""
    number, language = len(town.chat.people), town.rng.choice(("en", "cs", None))
    name = f"Guest {number}" if second_of is not None else NAMES[number % len(NAMES)]
    person = town.comes(Newcomer(f"u{number}", name, Role.MEMBER, language), outside=True)
    if second_of is not None:
        town.seconds[person.user_id] = town.main_of(second_of.user_id)
    return person


def _is_here(standing: Standing, words: Sequence[str], answers: Mapping[str, str]) -> None:
    standing.left = standing.left_unknown = False


async def comes_in(town: Town, person: Resident, invite: str = "") -> None:
    """They come in, whether they had been there before or not."""
    notes, standing, was_met = town.ledger.brought, town.standing(person), town.has_met(person)
    by = notes.ways.get(invite, "")
    act = Act(person, f"comes in by the invite of {by}" if by else "comes in")
    await town.does(act, lambda: town.chat.joins(person, invite), _is_here)
    if not town.has_heard():
        return
    _is_here(standing, (), {})
    notes.inside.setdefault(person.user_id, town.now)
    if by:
        notes.causes.add((person.user_id, by))
        ours = acting(town, by)
        if (
            not was_met
            and ours is not None
            and ours != acting(town, person.user_id)
            and REFERRALS not in town.model.off
        ):
            notes.must_begin.append((person.user_id, by))


async def goes(town: Town, person: Resident) -> None:
    """They leave; where that was the last account of theirs, whoever brought them did so in vain."""
    standing = town.standing(person)

    def is_gone_now(standing: Standing, words: Sequence[str], answers: Mapping[str, str]) -> None:
        standing.left, standing.left_unknown = True, not town.has_met(person)

    await town.does(Act(person, "leaves"), lambda: town.chat.leaves(person), is_gone_now)
    if not town.has_heard():
        return
    is_gone_now(standing, (), {})
    if not town.chat.keeps_rights:
        standing.floor = Role.MEMBER
    if is_gone(town, person.user_id) and REFERRALS not in town.model.off:
        for id in open_or_paid(town, person):
            town.ledger.brought.must_end[id] = "they left"


def is_gone(town: Town, user_id: str) -> bool:
    """Whether they have left by every account that the bot takes for theirs."""
    mine = acting(town, user_id)
    every = [user_id] if mine is None else accounts_of_member(town, mine)
    return all(town.model.people[one].left for one in every)


def accounts_of_member(town: Town, member: int) -> list[str]:
    """All accounts for which that member acts."""
    sql = """SELECT a.external_id FROM members m JOIN accounts a ON a.person_id = m.person_id
             WHERE coalesce(m.counts_for, m.id) = :member ORDER BY a.id"""
    return [id for id in town.books.column(sql, member=member) if id in town.model.people]


def open_or_paid(town: Town, person: Resident) -> list[int]:
    """The referrals by which they came and which stand."""
    sql = """SELECT r.id FROM referrals_referrals r JOIN members m ON m.id = r.invited_id
             WHERE coalesce(m.counts_for, m.id) = :member AND r.joined_at IS NOT NULL
             AND r.state IN ('waiting', 'contested', 'qualified', 'paid')"""
    return list(town.books.column(sql, member=acting(town, person.user_id)))
