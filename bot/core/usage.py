"""How a command is typed, in the reader's language: the words for its options, and the line as a whole."""

from collections.abc import Mapping, Sequence

from bot.core.declarations import Command
from bot.core.signatures import Parameter
from bot.text.translator import Translator


def option_word(texts: Translator, language: str, command: Command, option: Parameter) -> str:
    """What an option is called: the text "opt-<path>-<option>.name", else its name in the code."""
    key = f"opt-{'-'.join(command.path)}-{option.shown}.name"
    spoken = language.partition("-")[0]
    return str(texts.text(key, language)) if texts.has(key, spoken) else option.shown


def choice_words(texts: Translator, language: str, command: Command, option: Parameter) -> Mapping[str, Sequence[str]]:
    """What the reader may call each choice of an option; the first is how it is called to them.

    They stand in the text "opt-<path>-<option>.<choice>", with commas between; a choice without one is called as it is.
    """
    key, spoken = f"opt-{'-'.join(command.path)}-{option.shown}", language.partition("-")[0]
    return {
        choice: str(texts.text(f"{key}.{choice}", language)).split(", ")
        if texts.has(f"{key}.{choice}", spoken)
        else (choice,)
        for choice in option.choices
    }


def usage(texts: Translator, language: str, command: Command) -> str:
    """The line as it is typed: "/stream plan WHEN [TITLE]"."""
    words = [(option_word(texts, language, command, option).upper(), option) for option in command.parameters]
    return " ".join([f"/{command.name}", *(word if option.required else f"[{word}]" for word, option in words)])
