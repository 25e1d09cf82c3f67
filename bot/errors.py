"""Every error that Afterglow raises on purpose; each says what happened, where, and what to do."""

from collections.abc import Callable

from msgspec import Struct


class BotError(Exception):
    """The root of all errors raised on purpose."""


class MemberGoneError(BotError):
    """A member whom something was still to be done for has been erased meanwhile; there is nothing left to do."""


class UserError(BotError):
    """A refusal that the person who acted can read.

    `key` names a message in `locales/`; `values` fill its variables. Shown in the person's language, without a code.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class Said:
    """Words of the locale files, for whoever reads them in their language; as a text they are English.

    `values` fill the variables of the text `key`, and may be such words or errors too, or several `Together`.
    """

    __slots__ = ("key", "values")

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return _in_english(self)

    def __repr__(self) -> str:
        return f"Said({self.key!r}, {self.values!r})"


class Together(Struct, frozen=True):
    """Several words, or errors, in a row."""

    parts: tuple[object, ...]
    between: str = ", "


def _untold(said: Said) -> str:
    values = ", ".join(f"{name}={value}" for name, value in said.values.items())
    return f"{said.key} ({values})" if values else said.key


_in_english: Callable[[Said], str] = _untold


def tell_in_english(words: Callable[[Said], str]) -> None:
    """How words become an English text, for logs: the locale files are known some layers up."""
    global _in_english
    _in_english = words


class SaidError(BotError):
    """An error that speaks every language: English in logs, the reader's own on the screen."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.said = Said(key, **values)

    def __str__(self) -> str:
        return str(self.said)


class ConfigError(SaidError):
    """Something in the configuration is wrong: where it is, what is wrong, how to cure it."""

    def __init__(self, where: Said | str, problem: Said, cure: Said) -> None:
        super().__init__("refusal-config", where=where, problem=problem, cure=cure)
        self.where = where
        self.problem = problem
        self.cure = cure


class PluginError(BotError):
    """A plugin is declared wrongly: which plugin, what is wrong, what to change."""

    def __init__(self, plugin: str, problem: str) -> None:
        super().__init__(f"plugin {plugin}: {problem}")
        self.plugin = plugin
        self.problem = problem


class UnreachableError(BotError):
    """A network cannot be reached now, and may be later; the text says why, in a line."""


class StorageError(BotError):
    """The database cannot be used as it is; the text says why and what to do."""


class StorageRefusedError(SaidError, StorageError):
    """A StorageError that a person meets at the start, in every language."""


class InputFileError(BotError):
    """A file that a person gave cannot be read as what it should be; nothing was changed."""


def system_says(error: OSError) -> Said | str:
    """Why the system refused something; what is rare as the system itself puts it."""
    match error:
        case PermissionError():
            return Said("refusal-system-denied")
        case FileNotFoundError():
            return Said("refusal-system-missing")
        case NotADirectoryError() | FileExistsError():
            return Said("refusal-system-no-folder")
        case IsADirectoryError():
            return Said("refusal-system-folder")
        case ConnectionError() | TimeoutError():
            return Said("refusal-system-no-answer")
    if error.errno is None and "Connect call failed" in str(error):  # asyncio's, of several addresses of one name
        return Said("refusal-system-no-answer")
    return error.strerror or str(error)
