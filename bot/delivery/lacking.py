"""Steps that have nothing to say to somebody: those of whose `needs` no plugin fills any."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.delivery.case import Case
from bot.delivery.sending import Sender
from bot.model.journeys import Step


async def with_lacking(sender: Sender, cases: Sequence[Case], *, whole: bool = False) -> list[Case]:
    """The same cases, each knowing its steps that lack all they need; of the `whole` journey, or of those due now.

    Plugins are asked, which read the database for themselves: no transaction or reader may be open meanwhile.
    """
    asked = [place for place, case in enumerate(cases) if any(step.needs for step in _steps(case, whole=whole))]
    found = list(cases)
    if not asked:
        return found
    # A preview's deliveries are not stored yet and have no ids of their own.
    numbered = [replace(cases[place], due=replace(cases[place].due, id=place)) for place in asked]
    placed = await sender.place(numbered)
    for place in asked:
        said = {name for name, value in placed.get(place, {}).items() if value}
        steps = _steps(cases[place], whole=whole)
        lacking = frozenset(step.id for step in steps if step.needs and not said.intersection(step.needs))
        found[place] = replace(cases[place], lacking=lacking)
    return found


def _steps(case: Case, *, whole: bool) -> Sequence[Step]:
    if case.recipient is None or case.enrolment is None:
        return ()
    if whole:
        return case.enrolment.journey.steps
    return [step for step in (case.step, *(later.step for later in case.later)) if step is not None]
