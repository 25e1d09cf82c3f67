"""A referral: who brought whom, how sure that is, and how it stands."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, UserError, counts_for, parts_of
from plugins.referrals._tables import referrals

_R: Final = referrals.c


class State(Enum):
    """How it stands. What is refused was never paid; what was taken back was."""

    WAITING = "waiting"
    CONTESTED = "contested"  # a person looks at it
    QUALIFIED = "qualified"  # the points are on their way
    PAID = "paid"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"

    @property
    def is_open(self) -> bool:
        """Whether it can still come to count."""
        return self in OPEN

    @property
    def stands(self) -> bool:
        """Whether it counts, or can still come to."""
        return self.is_open or self is State.PAID


OPEN: Final = (State.WAITING, State.CONTESTED, State.QUALIFIED)
COUNTED: Final = (State.QUALIFIED, State.PAID)


class How(Enum):
    """By what we know who brought them."""

    CODE = "code"
    INVITE = "invite"
    BOTH = "both"


class Grade(Enum):
    """How sure that is."""

    PROOF = "proof"  # they said so themselves
    SURE = "sure"  # the network told by whose invite they came
    HINT = "hint"  # it is what follows from the uses of invites, and may be wrong


class Reason(Enum):
    """Why a person looks at it, or why it does not count."""

    DOUBTFUL = "doubtful"
    CONTRADICTS = "contradicts"
    VELOCITY = "velocity"
    YOUNG = "young"
    UNSEEN = "unseen"  # nobody saw them arrive
    KNOWN = "known"  # they were known a while before they came
    FORGOTTEN = "forgotten"  # somebody else whom the same member brought had themself forgotten
    SELF = "self"
    TWICE = "twice"
    REJOINED = "rejoined"
    LEFT = "left"
    GONE = "gone"
    LATE = "late"
    BANNED = "banned"
    DENIED = "denied"
    REFUNDED = "refunded"
    DECIDED = "decided"


class Referral(Struct, frozen=True):
    """One of them. The members are those who act for them by now; None once they were forgotten."""

    id: int
    inviter_id: int | None
    invited_id: int | None
    rival_id: int | None
    campaign_id: int | None
    how: How
    grade: Grade
    state: State
    reason: Reason | None
    approved: bool
    began_at: datetime
    joined_at: datetime | None
    qualified_at: datetime | None
    pays_at: datetime | None
    settled_at: datetime | None
    for_bringing: int | None
    for_coming: int | None
    order_ref: str | None

    @property
    def begun_at(self) -> datetime:
        """When it was heard of for the first time."""
        return self.began_at if self.joined_at is None else min(self.began_at, self.joined_at)

    @property
    def about(self) -> str:
        """What its points and activities are about."""
        return f"referral:{self.id}"


_MEMBERS: Final = ("inviter_id", "invited_id", "rival_id")


def select_referrals(ctx: Background, *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The community's referrals for which that holds, the oldest first."""
    names = [name for name in Referral.__struct_fields__ if name not in _MEMBERS]
    acting = [counts_for(_R[name]).label(name) for name in _MEMBERS]
    found = sa.select(*(_R[name] for name in names), *acting)
    return found.where(_R.community_id == ctx.community.id, *where).order_by(_R.id)


def referral_from(row: Any) -> Referral:
    """The referral in a row of `select_referrals`."""
    values = dict(row._mapping)
    enums = {"how": How(row.how), "grade": Grade(row.grade), "state": State(row.state)}
    reason = None if row.reason is None else Reason(row.reason)
    return Referral(**{**values, **enums, "reason": reason, "approved": bool(row.approved)})


async def referrals_where(ctx: Background, *where: sa.ColumnElement[bool]) -> Sequence[Referral]:
    """All of them for which that holds."""
    return [referral_from(row) for row in await ctx.db.rows(select_referrals(ctx, *where))]


def in_state(*states: State) -> sa.ColumnElement[bool]:
    """Of a referral: it stands so."""
    return _R.state.in_([state.value for state in states])


async def found(ctx: Background, referral_id: int) -> Referral | None:
    """The one of that id; None where there is none here."""
    row = await ctx.db.row(select_referrals(ctx, _R.id == referral_id))
    return None if row is None else referral_from(row)


async def referral_of(ctx: Background, referral_id: int) -> Referral:
    """The same. Raises UserError where there is none."""
    if (one := await found(ctx, referral_id)) is None:
        raise UserError("referrals-not-here")
    return one


async def held(ctx: Background, referral_id: int) -> Referral:
    """The same; until the work is done nobody else changes it."""
    await ctx.db.transaction()
    mine = (_R.id == referral_id) & (_R.community_id == ctx.community.id)
    await ctx.db.rows(sa.select(_R.id).where(mine).with_for_update())
    return await referral_of(ctx, referral_id)


async def of_invited(ctx: Background, member_id: int) -> Referral | None:
    """Who brought the member along, by whichever account; one that stands before one that does not."""
    mine = await referrals_where(ctx, _R.invited_id.in_(parts_of(member_id)))
    return min(mine, key=lambda one: (one.state in (State.REFUSED, State.TAKEN_BACK), one.id), default=None)


async def change(ctx: Background, referral_id: int, **values: object) -> Referral:
    """Write that down."""
    kept = {name: value.value if isinstance(value, Enum) else value for name, value in values.items()}
    await ctx.db.execute(sa.update(referrals).where(_R.id == referral_id).values(**kept))
    return await referral_of(ctx, referral_id)
