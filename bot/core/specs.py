"""The commands as platforms publish them, with their texts in every language."""

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from bot.core.declarations import Command
from bot.core.registry import Registry
from bot.core.signatures import Parameter
from bot.core.usage import choice_words
from bot.model.messages import CommandSpec, OptionSpec
from bot.text.markup import plain
from bot.text.translator import Translator


class CommandSpecs(Sequence[CommandSpec]):
    """Every command, sorted by name. `texts`: a language's description, under "cs:name" its localised name, and under
    "cs:choice-member" what an option's choice is called.

    They are put together when the first is asked for: a chat where nobody types a command pays for no texts.
    """

    def __init__(self, registry: Registry, translator: Translator) -> None:
        self._registry = registry
        self._translator = translator

    @cached_property
    def _all(self) -> Sequence[CommandSpec]:
        return [_spec(command, self._translator) for _, command in sorted(self._registry.commands.items())]

    @overload
    def __getitem__(self, place: int) -> CommandSpec: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CommandSpec]: ...
    def __getitem__(self, place: int | slice) -> CommandSpec | Sequence[CommandSpec]:
        return self._all[place]

    def __len__(self) -> int:
        return len(self._registry.commands)


def _spec(command: Command, translator: Translator) -> CommandSpec:
    options = tuple(_option(parameter, command, translator) for parameter in command.parameters)
    texts = _texts(f"cmd-{'-'.join(command.path)}", command.help, translator)
    return CommandSpec(command.path, command.least_role, texts, options, command.opens_form)


def _option(parameter: Parameter, command: Command, translator: Translator) -> OptionSpec:
    texts = _texts(f"opt-{'-'.join(command.path)}-{parameter.shown}", parameter.shown, translator)
    for language in translator.languages:
        for choice, (called, *_) in choice_words(translator, language, command, parameter).items():
            texts[f"{language}:choice-{choice}"] = called
    suggests = parameter.suggested is not None
    return OptionSpec(parameter.shown, parameter.kind, parameter.required, texts, parameter.choices, suggests)


def _texts(key: str, fallback: str, translator: Translator) -> dict[str, str]:
    texts = {"en": fallback}
    for language in translator.languages:
        if translator.has(key, language):
            texts[language] = plain(translator.text(key, language))
        if translator.has(f"{key}.name", language):
            texts[f"{language}:name"] = plain(translator.text(f"{key}.name", language))
    return texts
