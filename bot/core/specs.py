"""The commands as platforms publish them, with their texts in every language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from bot.core.declarations import Command
from bot.core.registry import Registry
from bot.core.signatures import Parameter
from bot.core.usage import choice_words
from bot.model.messages import CommandSpec, OptionSpec
from bot.text.markup import plain
from bot.text.translator import Translator


class _Texts(Mapping[str, str]):
    """Texts that are looked up when the first of them is asked for: most commands are never read by anybody."""

    def __init__(self, find: Callable[[], Mapping[str, str]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Mapping[str, str]:
        return self._find()

    def __getitem__(self, key: str) -> str:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def command_specs(registry: Registry, translator: Translator) -> Sequence[CommandSpec]:
    """Every command, sorted by name. `texts`: a language's description, under "cs:name" its localised name, and under
    "cs:choice-member" what an option's choice is called.
    """
    return [_spec(command, translator) for _, command in sorted(registry.commands.items())]


def _spec(command: Command, translator: Translator) -> CommandSpec:
    options = tuple(_option(parameter, command, translator) for parameter in command.parameters)
    texts = _Texts(partial(_texts, f"cmd-{'-'.join(command.path)}", command.help, translator))
    return CommandSpec(command.path, command.least_role, texts, options, command.opens_form)


def _option(parameter: Parameter, command: Command, translator: Translator) -> OptionSpec:
    texts = _Texts(partial(_texts_of_option, parameter, command, translator))
    suggests = parameter.suggested is not None
    return OptionSpec(parameter.shown, parameter.kind, parameter.required, texts, parameter.choices, suggests)


def _texts_of_option(parameter: Parameter, command: Command, translator: Translator) -> Mapping[str, str]:
    texts = _texts(f"opt-{'-'.join(command.path)}-{parameter.shown}", parameter.shown, translator)
    for language in translator.languages:
        for choice, (called, *_) in choice_words(translator, language, command, parameter).items():
            texts[f"{language}:choice-{choice}"] = called
    return texts


def _texts(key: str, fallback: str, translator: Translator) -> dict[str, str]:
    texts = {"en": fallback}
    for language in translator.languages:
        if translator.has(key, language):
            texts[language] = plain(translator.text(key, language))
        if translator.has(f"{key}.name", language):
            texts[f"{language}:name"] = plain(translator.text(f"{key}.name", language))
    return texts
