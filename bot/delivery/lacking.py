"""Steps that have nothing to say to somebody: those of whose `needs` no plugin fills any."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.delivery.case import Case
from bot.delivery.deciding import is_for
from bot.delivery.sending import Sender
from bot.model.journeys import Step


async def with_lacking(sender: Sender, cases: Sequence[Case], *, whole: bool = False) -> list[Case]:
    """The same cases, each knowing its steps that lack all they need; of the `whole` journey, or of those due now.

    Plugins are asked for those people only for whom such a step is, and what they say stays with the case: it is
    rendered with that. They read the database for themselves: no transaction or reader may be open meanwhile.
    """
    needing = {place: steps for place, case in enumerate(cases) if (steps := _needing(case, whole=whole))}
    found = list(cases)
    placed = await sender.place([cases[place] for place in needing])
    for (place, steps), case in zip(needing.items(), placed, strict=True):
        said = {name for name, value in (case.placed or {}).items() if value}
        lacking = frozenset(step.id for step in steps if not said.intersection(step.needs))
        found[place] = replace(case, lacking=lacking)
    return found


def _needing(case: Case, *, whole: bool) -> Sequence[Step]:
    """The steps that are for the case's recipient, as far as is known, if plugins have something to say there."""
    if case.recipient is None or case.enrolment is None:
        return ()
    steps = case.enrolment.journey.steps if whole else _due_now(case)
    return [step for step in steps if step.needs and is_for(step, case.recipient)]


def _due_now(case: Case) -> Sequence[Step]:
    """The case's own step and those that may overtake it; none where it is for others, and so overtaken by nothing."""
    if case.step is None or case.recipient is None or not is_for(case.step, case.recipient):
        return ()
    return (case.step, *(later.step for later in case.later))
