"""Where values of the configuration are found: arguments, the environment, secret files and config.toml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from bot.config_words import syntax_in_words
from bot.errors import ConfigError, Said, system_says

FILE = Path("config.toml")
PREFIX = "AFTERGLOW_"
SECRETS_FOLDER = "AFTERGLOW_SECRETS"
"""The environment variable that names the folder of secret files."""

_ARGUMENT = Said("refusal-config-argument")
_ENVIRONMENT = Said("refusal-config-environment")
_CREDENTIALS = "CREDENTIALS_DIRECTORY"  # where systemd's LoadCredential= puts files
_CONTAINER_SECRETS = Path("/run/secrets")  # where Docker and Podman put them


@dataclass(frozen=True, slots=True)
class Given:
    """A value for a key, and where it was found."""

    key: str
    value: object = field(repr=False)  # it may be a secret
    source: Said | str


class Keys(Struct, frozen=True):
    """The keys that there are, by dotted name such as "discord.token", and which of them are secret."""

    names: tuple[str, ...]
    secret: frozenset[str]

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections, in their order."""
        return tuple(dict.fromkeys(name.partition(".")[0] for name in self.names if "." in name))

    def nearest(self, key: str) -> str | None:
        """The key that was probably meant: of the same name in another section, or spelled alike."""
        import difflib  # only for mistakes

        last = key.rpartition(".")[2]
        moved = [name for name in self.names if name.rpartition(".")[2] == last]
        return next(iter(moved or difflib.get_close_matches(key, [*self.names, *self.sections], 1, cutoff=0.75)), None)

    def unknown(self, key: str, source: Said | str) -> ConfigError:
        """The error for a key that there is not."""
        near, section = self.nearest(key), key.partition(".")[0]
        here = [name for name in self.names if name.startswith(f"{section}.")] or [
            *(name for name in self.names if "." not in name),
            *self.sections,
        ]
        there = Said("refusal-config-there-are", known=", ".join(here))
        cure = Said("refusal-config-did-you-mean", near=near) if near else there
        return ConfigError(at(key, source), _NO_SUCH_KEY, cure)


_NO_SUCH_KEY = Said("refusal-config-no-key")


def at(what: str, source: Said | str) -> Said:
    """A key or a name, and where it was found."""
    return Said("refusal-config-at", what=what, source=source)


Found = Iterator[Given | ConfigError]
"""What a source holds, and what is wrong in it."""


def variable(key: str) -> str:
    """The environment variable of a key; in lower case it is the name of its secret file."""
    return PREFIX + key.replace(".", "__").upper()


def from_arguments(arguments: Mapping[str, str], keys: Keys) -> Found:
    """What was given by dotted key on the command line or by a caller."""
    for key, value in arguments.items():
        yield Given(key, value, _ARGUMENT) if key in keys.names else keys.unknown(key, _ARGUMENT)


def from_environment(environment: Mapping[str, str], keys: Keys) -> Found:
    """What stands in variables such as AFTERGLOW_DISCORD__TOKEN. An empty one counts as absent."""
    names = {variable(key): key for key in keys.names}
    for name, value in environment.items():
        if name not in names and name.startswith(PREFIX) and name != SECRETS_FOLDER:
            yield from _likeness(name, _ENVIRONMENT, keys)
        elif name in names and value:
            yield Given(names[name], value, Said("refusal-config-in-environment", name=name))


def from_secret_files(environment: Mapping[str, str], keys: Keys) -> Found:
    """What stands in files such as afterglow_discord__token, without space around it. An empty one counts as absent."""
    names = {variable(key).lower(): key for key in keys.names}
    for path in _secret_files(environment):
        if isinstance(path, ConfigError):
            yield path
        elif path.name not in names:
            yield from _likeness(path.name, str(path), keys)
        else:
            yield from _in_secret_file(names[path.name], path)


def _in_secret_file(key: str, path: Path) -> Found:
    try:
        if text := _text(path).strip():
            yield Given(key, text, str(path))
    except ConfigError as error:
        yield error


def _secret_files(environment: Mapping[str, str]) -> Iterator[Path | ConfigError]:
    """The files of the folder that is named, or else of the container's and then systemd's, which wins."""
    named = environment.get(SECRETS_FOLDER)
    folders = [Path(named)] if named else [_CONTAINER_SECRETS]
    if not named and environment.get(_CREDENTIALS):
        folders.append(Path(environment[_CREDENTIALS]))
    for folder in folders:
        try:
            files = sorted(folder.iterdir())
        except OSError as error:
            if named:
                yield ConfigError(
                    at(SECRETS_FOLDER, _ENVIRONMENT),
                    Said("refusal-config-secrets-unreadable", why=system_says(error)),
                    Said("refusal-config-secrets-unreadable-cure"),
                )
            continue
        yield from (file for file in files if file.name.startswith(PREFIX.lower()) and file.is_file())


def _likeness(name: str, source: Said | str, keys: Keys) -> Iterator[ConfigError]:
    """Refuse a name that was meant for us. Others stay: Kubernetes sets AFTERGLOW_PORT for a service "afterglow"."""
    near = keys.nearest(name.lower().removeprefix(PREFIX.lower()).replace("__", "."))
    if near or "__" in name:
        meant = variable(near or "")
        meant = meant if name.isupper() else meant.lower()
        cure = Said("refusal-config-did-you-mean", near=meant) if near else Said("refusal-config-remove")
        yield ConfigError(at(name, source), _NO_SUCH_KEY, cure)


def from_file(path: Path | None, keys: Keys) -> Found:
    """What stands in the TOML file at `path`, or without one in config.toml if it is there."""
    if path is None and not FILE.exists():
        return
    source = str(path or FILE)
    try:
        tables = _tables(path or FILE)
    except ConfigError as error:
        yield error
        return
    for name, value in tables.items():
        if name in keys.names:
            yield _shareable(Given(name, value, source), keys)
        elif name not in keys.sections:
            yield keys.unknown(name, source)
        elif isinstance(value, dict):
            yield from (_shareable(Given(f"{name}.{inner}", part, source), keys) for inner, part in value.items())
        else:
            is_section = Said("refusal-config-is-section")
            yield ConfigError(at(name, source), is_section, Said("refusal-config-is-section-cure", name=name))


def _shareable(given: Given, keys: Keys) -> Given | ConfigError:
    """The same, when its key exists and it is no secret: config.toml gets shared."""
    if given.key not in keys.names:
        return keys.unknown(given.key, given.source)
    if given.key in keys.secret and given.value and not _is_open_address(given):
        return ConfigError(
            at(given.key, given.source),
            Said("refusal-config-secret-in-file"),
            Said("refusal-config-secret-in-file-cure", name=variable(given.key), file=variable(given.key).lower()),
        )
    return given


def _is_open_address(given: Given) -> bool:
    """Whether it is a database's address without a password."""
    scheme, _, rest = str(given.value).rpartition("://")
    login = "" if scheme.startswith("sqlite") else rest.rpartition("@")[0]
    return given.key == "database.url" and ":" not in login and "password=" not in rest


def _tables(path: Path) -> dict[str, object]:
    import tomllib  # many run without a file, and each start would pay for the import

    text = _text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = str(error)
    # Not raised above: that error may carry the text along, and what was mistyped may be a secret.
    said, _, place = problem.rpartition(" (at ")
    what, cure = syntax_in_words(said)
    raise ConfigError(_place(path, place.rstrip(")")), Said("refusal-toml", what=what), cure)


def _place(path: Path, place: str) -> Said:
    """Where in a file, as the reader of TOML tells it: "line 2, column 12", or else the end of the document."""
    numbers = re.findall(r"\d+", place)
    if len(numbers) == len(("line", "column")):
        return Said("refusal-toml-at", file=str(path), line=numbers[0], column=numbers[1])
    return Said("refusal-toml-at-end", file=str(path))


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        problem = Said("refusal-config-unreadable", why=system_says(error))
        raise ConfigError(str(path), problem, Said("refusal-config-unreadable-cure")) from error
    text = raw.decode("utf-8-sig", errors="replace")  # editors on Windows put a mark in front
    if "\N{REPLACEMENT CHARACTER}" in text:
        raise ConfigError(str(path), Said("refusal-config-no-text"), Said("refusal-config-no-text-cure"))
    return text
