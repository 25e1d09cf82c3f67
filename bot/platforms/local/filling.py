"""Filling in: asks for a form's fields one after the other."""

from collections.abc import Awaitable, Callable

from msgspec import Struct

from bot.model.messages import Field, Form
from bot.platforms.local.asking import CANCEL, Value, read_answer
from bot.platforms.local.drawing import Painter
from bot.platforms.local.records import PLACES

HELP = "?"
QUIT = "quit"
_LEADING = ("/", "@")  # what a line begins with that is meant for the bot or the terminal


class Filled(Struct, frozen=True):
    """What was entered, by the names of the fields."""

    values: tuple[tuple[str, str], ...]


class Left(Struct, frozen=True):
    """The form was left: for a line that is meant for something else, or (None) with nothing else to do."""

    line: str | None = None


class Filling:
    """One form that is being filled in. `read` gives the line that is typed behind a prompt, None at the end."""

    def __init__(self, form: Form, painter: Painter, read: Callable[[str], Awaitable[str | None]]) -> None:
        self._form = form
        self._painter = painter
        self._read = read
        self._values: dict[str, str] = {}

    async def run(self) -> Filled | Left:
        """Ask until everything is answered, or the form is left."""
        self._painter.title(self._form.title)
        self._painter.note("local-form-how")
        for field in self._form.fields:
            answer = await self._ask(field)
            if isinstance(answer, Left):
                return answer
            self._values[field.name] = answer.text
        return Filled(tuple(self._values.items()))

    async def _ask(self, field: Field) -> Value | Left:
        self._painter.question(field)
        standing = self._painter.standing(field)
        prompt = f"[{standing}] > " if standing else "> "
        while (line := await self._read(prompt)) is not None:
            typed = line.strip()
            if typed == CANCEL:
                self._painter.note("local-form-cancelled")
                return Left()
            if _is_meant_elsewhere(typed):
                self._tell_of_leaving()
                return Left(typed)
            if typed == HELP:
                self._painter.note("local-form-how")
                continue
            answer = read_answer(field, typed[1:] if typed.startswith(tuple(sign * 2 for sign in _LEADING)) else typed)
            if isinstance(answer, Value):
                return answer
            self._painter.note(answer.key)
        return Left()

    def _tell_of_leaving(self) -> None:
        """Nothing that somebody wrote is gone without a word."""
        self._painter.note("local-form-left", title=self._form.title)
        for field in self._form.fields:
            value = self._values.get(field.name, field.value)
            if value != field.value:
                self._painter.note("local-form-entered", label=field.label, value=self._painter.called(field, value))


def _is_meant_elsewhere(line: str) -> bool:
    """Whether it is a command, a person or a channel to go to, or the end; "//" and "@@" begin an answer."""
    if line.startswith(_LEADING):
        return not line.startswith(tuple(sign * 2 for sign in _LEADING))
    return line == QUIT or line in PLACES
