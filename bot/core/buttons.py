"""The buttons of deliveries: the plugins' actions, pressed with the delivery's id."""

from msgspec.structs import replace

from bot.core.declarations import ActionSpec
from bot.core.registry import Registry
from bot.core.tokens import Tokens
from bot.model.messages import Action
from bot.text.translator import Translator


class DeliveryButtons:
    """Makes them, in the reader's language. Who may press is decided when they are pressed."""

    def __init__(self, registry: Registry, tokens: Tokens, translator: Translator) -> None:
        self._registry = registry
        self._tokens = tokens
        self._translator = translator

    def for_delivery(
        self, action: str, language: str, *arguments: int | str, community: int, label: str | None = None
    ) -> tuple[Action, ...]:
        """The row of buttons of "plugin.action" with these arguments; empty when no such plugin is loaded.

        `label`: called like that instead of as the action says; nothing that is a scale.
        """
        spec = self._registry.actions.get(action)
        if spec is None:
            return ()
        if spec.scale is None:
            made = self._one(spec, language, *arguments, community=community)
            return (made if label is None else replace(made, label=label),)
        low, high = spec.scale
        numbers = range(low, high + 1)
        return tuple(self._one(spec, language, *arguments, number, community=community) for number in numbers)

    def _one(self, spec: ActionSpec, language: str, *arguments: int | str, community: int) -> Action:
        number = {"number": arguments[-1]} if spec.scale else {}
        label = self._translator.text(spec.label, language, **number)
        token = self._tokens.make(spec.full_name, *arguments, community=community, unkept=spec.unkept)
        return Action(str(label), token, spec.style)
