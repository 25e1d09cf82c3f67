"""The commands as platforms publish them, with their texts in every language."""

from collections.abc import Sequence

from bot.core.declarations import Command
from bot.core.registry import Registry
from bot.core.signatures import Parameter
from bot.model.messages import CommandSpec, OptionSpec
from bot.text.markup import plain
from bot.text.translator import Translator


def command_specs(registry: Registry, translator: Translator) -> Sequence[CommandSpec]:
    """Every command, sorted by name. `texts`: a language's description, and under "cs:name" its localised name."""
    return [_spec(command, translator) for _, command in sorted(registry.commands.items())]


def _spec(command: Command, translator: Translator) -> CommandSpec:
    key = "-".join(command.path)
    options = tuple(_option(parameter, key, translator) for parameter in command.parameters)
    texts = _texts(f"cmd-{key}", command.help, translator)
    return CommandSpec(command.path, command.least_role, texts, options, command.opens_form)


def _option(parameter: Parameter, key: str, translator: Translator) -> OptionSpec:
    texts = _texts(f"opt-{key}-{parameter.shown}", parameter.shown, translator)
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
