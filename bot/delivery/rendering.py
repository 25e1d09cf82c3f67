"""Put a delivery into words: the step's text in the reader's language, its buttons, and the quiet way out."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from msgspec import Struct

from bot.delivery.case import Case, Due
from bot.model.identity import AccountRef
from bot.model.journeys import Step
from bot.model.messages import Accent, Action, Called, Markup, Message
from bot.model.rules import FactValue
from bot.text.languages import own_words
from bot.text.markup import join, plain
from bot.text.templates import fill


class Texts(Protocol):
    """The translator, as far as it is needed here."""

    def text(self, key: str, language: str, /, **values: object) -> Markup:
        """The message `key` in `language`."""


class Buttons(Protocol):
    """Makes the buttons of deliveries; the plugins' actions are known one layer up."""

    def for_delivery(
        self, action: str, language: str, *arguments: int | str, community: int, label: str | None = None
    ) -> tuple[Action, ...]:
        """The row of buttons of "plugin.action" with these arguments; empty when there is no such action.

        `label` is what it is called where its action does not say so.
        """


class Labelled(Struct, frozen=True):
    """A button with a label of its own: what people gave a name to, such as an answer of a poll."""

    label: str
    press: Sequence[str | int]  # the action and its arguments


Button = str | Sequence[str | int] | Labelled
"""An action ("plugin.action") pressed with the delivery's id, or an action and its own arguments."""

Row = Button | Sequence[Sequence[str | int] | Labelled]
"""A row of one button, or of several that all have arguments of their own."""

WAY_OUT = "passport.less"
"""The action under every unasked message: less of this."""

WAY_IN = "followups.open_inbox"
"""The action under a mention: whoever presses it opens what waits for them, seen by nobody else."""


class Renderer:
    """Renders deliveries. `defaults` gives every known fact its empty value, so that no text misses one."""

    def __init__(self, texts: Texts, buttons: Buttons, defaults: Mapping[str, FactValue]) -> None:
        self._texts = texts
        self._buttons = buttons
        self._defaults = {_variable(name): value for name, value in defaults.items()}

    def step(self, case: Case, variant: str) -> Message:
        """The message of a journey's step for its recipient, with what the case knows of plugins' placeholders."""
        assert case.step is not None and case.recipient is not None
        language = case.recipient.language
        text = self._say(case.step, variant, language, {**self.values(case), **(case.placed or {})})
        names = (*case.step.buttons, WAY_OUT)
        return Message(text, self._rows(names, case.due, language))

    def own(self, due: Due, language: str, name: str = "") -> Message:
        """The message of a delivery outside journeys, from its payload."""
        payload = due.payload or {}
        text = self._worded(payload["message"], payload, language, name)
        unasked = due.member_id is not None and not payload.get("asked")
        rows = (*payload.get("buttons", ()), *([WAY_OUT] if unasked else []))
        return Message(text, self._rows(rows, due, language), Accent(payload.get("accent", Accent.PLAIN)))

    def mention(self, case: Case, account: AccountRef) -> Message:
        """A post for everybody's eyes that calls the recipient and says nothing of what waits for them."""
        assert case.recipient is not None
        language, name = case.recipient.language, case.recipient.name or account.user_id
        rows = self._rows([(WAY_IN,), WAY_OUT], case.due, language)
        return Message(self._texts.text("mention-waits", language), rows, calls=Called(account, name))

    def thread(self, case: Case) -> str:
        """What the private thread of the recipient is called, in the community's language."""
        assert case.recipient is not None
        return plain(self._texts.text("thread-name", case.language, name=case.recipient.name))

    def says(self, due: Due, language: str, name: str = "") -> str:
        """What the picture of a delivery outside journeys says, for who cannot see it; "" where nobody put it so."""
        payload = due.payload or {}
        return plain(self._worded(payload["says"], payload, language, name)) if "says" in payload else ""

    def _worded(self, key: str, payload: Mapping[str, Any], language: str, name: str) -> Markup:
        values = {key: self._inner(value, language) for key, value in payload.get("values", {}).items()}
        return self._texts.text(key, language, **{"name": name, **values})

    def _rows(self, rows: Iterable[Any], due: Due, language: str) -> tuple[tuple[Action, ...], ...]:
        """Buttons are pressed with the delivery's id, unless they come with arguments of their own."""
        made = [self._row(row, due, language) for row in rows]
        return tuple(row for row in made if row)

    def _row(self, row: Any, due: Due, language: str) -> tuple[Action, ...]:
        if isinstance(row, str):
            return self._buttons.for_delivery(row, language, due.id, community=due.community_id)
        parts = [row] if isinstance(row, Mapping) else list(row)
        several = [button for button in parts if not isinstance(button, str | int)]
        made: list[Action] = []
        for button in several or [parts]:
            # A `Labelled` comes back from the database as what it was written as.
            label = str(button["label"]) if isinstance(button, Mapping) else None
            action, *arguments = button["press"] if isinstance(button, Mapping) else button
            made += self._buttons.for_delivery(
                str(action), language, *arguments, community=due.community_id, label=label
            )
        return tuple(made)

    def _inner(self, value: object, language: str) -> object:
        """A value that is a text of its own ({"text": key, "values": ...}), or several lines, in that language."""
        if isinstance(value, list):
            return join(self._texts.text(one["text"], language, **one.get("values", {})) for one in value)
        if not isinstance(value, Mapping):
            return value
        return self._texts.text(value["text"], language, **value.get("values", {}))

    def values(self, case: Case) -> dict[str, object]:
        """What a step's text may mention: the person's name and facts; dots become underscores."""
        assert case.recipient is not None
        facts = {_variable(name): value for name, value in case.recipient.facts.items()}
        return {**self._defaults, **facts, "name": case.recipient.name}

    def _say(self, step: Step, variant: str, language: str, values: Mapping[str, object]) -> Markup:
        chosen = next((found for found in step.variants if found.name == variant), step.variants[0])
        own = own_words(chosen.texts, language)
        if own is not None:
            return fill(own, language, **values)
        assert chosen.message is not None
        return self._texts.text(chosen.message, language, **values)


@cache
def _variable(fact: str) -> str:
    return fact.replace(".", "_").replace("-", "_")
