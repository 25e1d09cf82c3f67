"""One person's way through one form: where they are, and what an answer does."""

from datetime import datetime, timedelta
from enum import StrEnum, auto
from typing import Self

from msgspec import Struct, field

from bot.model.identity import SpaceRef
from bot.model.messages import Field, FieldKind, Form, Message, is_unkept
from bot.platforms.telegram.questions import (
    DONE,
    KEEP,
    SKIP,
    STOP,
    Wrong,
    picked,
    question,
    unkept,
    values_of,
    written,
)
from bot.text.saying import Say

SILENCE = timedelta(hours=1)
"""After so much of it what is said next is no answer: the question is asked again first."""
LIFETIME = timedelta(days=7)
"""After so much silence a form is forgotten."""


class Next(StrEnum):
    """What follows an answer."""

    QUESTION = auto()
    TICK = auto()  # the same question stands, with other ticks
    WRONG = auto()  # the answer does not do: say why
    RESUMED = auto()  # it was long ago: the same question, with where they were
    CANCELLED = auto()
    OVER = auto()  # a button of a form or a question that is past
    SUBMITTED = auto()


class Move(Struct, frozen=True):
    """What an answer did; `problem` is a key of `locales/` when it does not do."""

    next: Next
    problem: str = ""


class Dialog(Struct):
    """A form being filled in. `space` is where it was asked for, None in the private chat."""

    form: Form
    space: SpaceRef | None
    language: str
    touched: datetime
    index: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    chosen: list[str] = field(default_factory=list)
    message_id: int | None = None  # the question that stands open; None while it is on its way
    moved_by: str = ""  # the update that moved it last: it may come again
    ended: Next | None = None  # SUBMITTED or CANCELLED, by that update

    @classmethod
    def begun(cls, form: Form, space: SpaceRef | None, language: str, now: datetime) -> Self:
        """At the first question."""
        dialog = cls(form, space, language, now)
        dialog._tick_what_stands()
        return dialog

    @property
    def is_unkept(self) -> bool:
        """Whether nothing of it may be stored."""
        return is_unkept(self.form.token)

    @property
    def field(self) -> Field:
        """What is being asked."""
        return self.form.fields[self.index]

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """The answers so far, in the form's order."""
        return tuple((each.name, self.answers[each.name]) for each in self.form.fields if each.name in self.answers)

    def question(self, say: Say, *, resumed: bool = False) -> Message:
        """The open question; `resumed` also tells where they were."""
        asked = question(self.form, self.index, self.chosen, say, self.language, resumed=resumed)
        return unkept(asked) if self.is_unkept else asked

    def write(self, text: str) -> Move:
        """An answer in words."""
        value = written(self.field, text)
        if isinstance(value, Wrong):
            return Move(Next.WRONG, value.key)
        return self._answer(value)

    def hand_in(self, upload: str) -> Move:
        """A file, as the value of an `Upload`."""
        return self._answer(upload)

    def press(self, data: str, message_id: int) -> Move:
        """A button under the message `message_id`."""
        if self.message_id not in (None, message_id):
            return Move(Next.OVER)
        if data == STOP:
            return Move(Next.CANCELLED)
        if data in (SKIP, KEEP):
            return self._answer("" if data == SKIP else self.field.value)
        if data == DONE:
            if self.field.required and not self.chosen:
                return Move(Next.WRONG, "telegram-form-choose")
            return self._answer(",".join(self.chosen))
        number, values = picked(data), values_of(self.field)
        if number is None or number >= len(values):
            return Move(Next.OVER)
        if self.field.kind is not FieldKind.CHOICES:
            return self._answer(values[number])
        self._tick(values[number], values)
        return Move(Next.TICK)

    def _answer(self, value: str) -> Move:
        self.answers[self.field.name] = value
        if self.index == len(self.form.fields) - 1:
            # The last answer moves nothing on: it may come again when it could not be stored.
            return Move(Next.SUBMITTED)
        self.index += 1
        self.message_id = None
        self._tick_what_stands()
        return Move(Next.QUESTION)

    def _tick(self, value: str, values: tuple[str, ...]) -> None:
        ticked = set(self.chosen) ^ {value}
        self.chosen = [each for each in values if each in ticked]

    def _tick_what_stands(self) -> None:
        standing = self.field.value.split(",")
        self.chosen = [value for value in values_of(self.field) if value in standing]
