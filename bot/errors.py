"""Every error that Afterglow raises on purpose; each says what happened, where, and what to do."""


class BotError(Exception):
    """The root of all errors raised on purpose."""


class UserError(BotError):
    """A refusal that the person who acted can read.

    `key` names a message in `locales/`; `values` fill its variables. Shown in the person's language, without a code.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class ConfigError(BotError):
    """Something in the configuration is wrong: where it is, what is wrong, how to cure it."""

    def __init__(self, where: str, problem: str, cure: str) -> None:
        super().__init__(f"{where}: {problem} {cure}")
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


class InputFileError(BotError):
    """A file that a person gave cannot be read as what it should be; nothing was changed."""
