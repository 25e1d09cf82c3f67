"""What somebody means by a name: one of a few tiers, stamp cards or causes."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from bot.api import UserError, echoed, folded


class Named(Protocol):
    """Whatever a community gave a name."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


def one_named(there: Sequence[N], typed: str, unknown: str) -> N:
    """The one of that name. Raises UserError with the text `unknown`, which names those there are."""
    found = next((one for one in there if folded(one.name) == folded(typed.strip())), None)
    if found is None:
        known = ", ".join(one.name for one in there)
        raise UserError(unknown, asked=echoed(typed), some=bool(there), known=known)
    return found
