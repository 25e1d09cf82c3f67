"""What most actors do: say a command where its answer is seen, press a button that was shown, fill in what is open."""

from collections.abc import Mapping, Sequence

from bot.core.declarations import Command
from bot.model.messages import Action
from tests.simulate.people import Resident
from tests.simulate.town import Town


async def says(town: Town, person: Resident, name: str, words: str = "") -> None:
    """Where an answer may wait in the private chat, that is where people ask."""
    spec: Command = town.bot.app.parts.registry.commands[tuple(name.split())]
    privately = bool(town.chat.instead) or town.rng.random() < 0.3
    await town.says(person, f"/{name} {words}".strip(), spec, privately=privately)


async def presses(town: Town, person: Resident, seen: int, names: Sequence[str], *words: str) -> bool:
    """Press the newest button of one of these actions, with these arguments among others, among what the person saw
    since; False where there is none.
    """
    for name in town.rng.sample(names, len(names)):
        if action := button(town, person, seen, name, *words):
            await town.presses(person, action)
            return True
    return False


def button(town: Town, person: Resident, seen: int, name: str, *words: str) -> Action | None:
    """Such a button; one of several below the same message is drawn."""
    for shown in reversed(town.chat.shown(person)[seen:]):
        fitting = [each for each in shown.buttons if each.token and _is(town, each, name, words)]
        if fitting:
            return town.rng.choice(fitting)
    return None


def _is(town: Town, action: Action, name: str, words: Sequence[str]) -> bool:
    spec, given = town.behind(action.token)
    return spec is not None and spec.full_name == name and all(each in given for each in words)


async def submits(town: Town, person: Resident, values: Mapping[str, str]) -> None:
    """The newest form, if one is open and asks for that; what is not among the values stays as it is."""
    for form in town.chat.forms(person)[-1:]:
        if set(values) <= {field.name for field in form.fields}:
            await town.submits(person, form, dict(values))
