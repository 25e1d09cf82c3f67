"""The configuration: arguments, environment, secret files and config.toml, read into one frozen Config."""

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.config_sources import (
    Given,
    Keys,
    at,
    from_arguments,
    from_environment,
    from_file,
    from_secret_files,
    variable,
)
from bot.config_types import (
    KEY_BYTES,
    OPENAI,
    AiServer,
    BareSecret,
    DatabaseAddress,
    Language,
    Listening,
    LongSecret,
    Names,
    SecureAddress,
    Text,
    TimeOfDay,
    Token,
    WebAddress,
    Zone,
)
from bot.config_words import fault_in_words
from bot.errors import ConfigError, Said, system_says


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class CommunityConfig(_Section):
    """What a new community starts with; moderators change it later in chat."""

    name: str = Field("Our community", min_length=1, max_length=100)
    language: Language = "en"
    zone: Zone = "UTC"


class DatabaseConfig(_Section):
    """Where everything is kept."""

    url: DatabaseAddress = None


class DiscordConfig(_Section):
    """The bot's connection to Discord."""

    token: Token = None
    members: bool = False
    new_direct_per_minute: int = Field(10, ge=0, le=30)
    new_direct_per_day: int = Field(100, ge=0, le=1000)
    api_url: WebAddress = None


class TelegramConfig(_Section):
    """The bot's connection to Telegram."""

    token: Token = None
    base_url: WebAddress = None
    webhook_url: SecureAddress = None


class SourcesConfig(_Section):
    """Whose the channels are that are watched for streams."""

    community: str = ""


class TwitchConfig(_Section):
    """The bot's connection to Twitch, to see streams there."""

    channels: Names = ()
    client_id: Text = None
    client_secret: Token = None
    refresh_token: Token = None
    webhook_url: SecureAddress = None


class YouTubeConfig(_Section):
    """The bot's connection to YouTube, to see streams there."""

    channels: Names = ()
    api_key: Token = None
    units_per_day: int = Field(10_000, ge=500, le=10_000_000)


class KickConfig(_Section):
    """The bot's connection to Kick, to see streams there."""

    channels: Names = ()
    client_id: Text = None
    client_secret: Token = None


class HooksConfig(_Section):
    """Programs of one's own that tell when a stream is on."""

    sources: Names = ()
    secret: BareSecret = None


class DeliveryConfig(_Section):
    """How messages leave."""

    in_flight: int = Field(20, ge=1, le=100)
    quiet_from: TimeOfDay = time(22)
    quiet_until: TimeOfDay = time(8)


class StreamsConfig(_Section):
    """How streams are told apart."""

    debounce_minutes: int = Field(5, ge=1, le=30)


class RetentionConfig(_Section):
    """For how long what nobody needs any more is kept."""

    update_hours: int = Field(6, ge=1, le=24)
    post_days: int = Field(1, ge=1, le=30)
    job_days: int = Field(14, ge=3, le=365)
    incident_days: int = Field(90, ge=1, le=365)


class AiConfig(_Section):
    """The server that puts answers into words; without its key and a model nothing is ever sent to one."""

    base_url: AiServer = OPENAI
    api: Literal["responses", "chat"] = "responses"
    model: Text = None
    api_key: Token = None
    effort: Literal["", "none", "minimal", "low", "medium", "high"] = ""
    seconds: float = Field(3.5, ge=0.2, le=4.0, allow_inf_nan=False)
    at_once: int = Field(8, ge=1, le=32)
    tokens_per_day: int = Field(400_000, ge=20_000, le=1_000_000_000)
    tokens_per_member: int = Field(40_000, ge=20_000, le=1_000_000_000)

    @property
    def is_on(self) -> bool:
        """Whether there is a server to ask."""
        return self.api_key is not None and self.model is not None

    def wrong(self) -> Iterator[ConfigError]:
        """What is set by halves."""
        for key, given, other, needed in (
            ("ai.model", self.model, "ai.api_key", self.api_key),
            ("ai.api_key", self.api_key, "ai.model", self.model),
        ):
            if needed is not None and given is None:
                cure = Said("refusal-ai-missing-cure", other=other)
                yield ConfigError(key, Said("refusal-ai-missing"), cure)


class WebConfig(_Section):
    """Where the bot listens for what comes in by the web; it does so only when something needs it."""

    listen: Listening = "127.0.0.1:8080"

    @property
    def place(self) -> tuple[str, int]:
        """Address and port."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)


class LogConfig(_Section):
    """What the bot writes to standard error."""

    level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        BeforeValidator(lambda level: level.upper() if isinstance(level, str) else level),
    ] = "INFO"
    format: Literal["text", "json"] = "text"


class Config(_Section):
    """Everything that is decided before the bot starts. Made by `load_config`; tests may make one directly.

    What each key is for stands in `locales/*/refusal.ftl`, where mistakes are told, and in `config.example.toml`.
    """

    data_folder: Path = Path("data")
    secret_key: LongSecret = None
    former_secret_key: LongSecret = None
    community: CommunityConfig = CommunityConfig()
    database: DatabaseConfig = DatabaseConfig()
    discord: DiscordConfig = DiscordConfig()
    telegram: TelegramConfig = TelegramConfig()
    sources: SourcesConfig = SourcesConfig()
    twitch: TwitchConfig = TwitchConfig()
    youtube: YouTubeConfig = YouTubeConfig()
    kick: KickConfig = KickConfig()
    hooks: HooksConfig = HooksConfig()
    delivery: DeliveryConfig = DeliveryConfig()
    streams: StreamsConfig = StreamsConfig()
    retention: RetentionConfig = RetentionConfig()
    ai: AiConfig = AiConfig()
    web: WebConfig = WebConfig()
    log: LogConfig = LogConfig()

    @property
    def database_url(self) -> str:
        """The database's address, which may hold a password: not for logs."""
        if self.database.url is not None:
            return self.database.url.get_secret_value()
        return f"sqlite:///{(self.data_folder / 'afterglow.db').as_posix()}"

    @property
    def log_file(self) -> Path:
        """Where the log goes while somebody watches the terminal."""
        return self.data_folder / "afterglow.log"


def known_keys() -> dict[str, FieldInfo]:
    """Every key by its dotted name, such as "discord.token"."""
    keys: dict[str, FieldInfo] = {}
    for name, info in Config.model_fields.items():
        section = info.annotation
        if isinstance(section, type) and issubclass(section, _Section):
            keys |= {f"{name}.{inner}": inner_info for inner, inner_info in section.model_fields.items()}
        else:
            keys[name] = info
    return keys


def load_config(
    path: Path | None = None, *, environment: Mapping[str, str], arguments: Mapping[str, str] | None = None
) -> Config:
    """The configuration, each key from the first that names it: arguments, environment, secret files, file, default.

    `path` is the file, which must then exist; without it config.toml is read where there is one. `arguments` are
    values by dotted key. Empty variables and secret files count as absent. Raises ConfigError for the first thing
    that is wrong; no value that was given ever stands in it, since it may be a secret.
    """
    found = read_config(path, environment, arguments or {})
    if isinstance(found, Config):
        return found
    raise found[0]


def read_config(
    path: Path | None, environment: Mapping[str, str], arguments: Mapping[str, str]
) -> Config | Sequence[ConfigError]:
    """As `load_config`, but with everything that is wrong."""
    known = known_keys()
    keys = Keys(tuple(known), frozenset(key for key, info in known.items() if SecretStr in get_args(info.annotation)))
    found = [
        *from_file(path, keys),
        *from_secret_files(environment, keys),
        *from_environment(environment, keys),
        *from_arguments(arguments, keys),
    ]
    wrong = [each for each in found if isinstance(each, ConfigError)]
    checked = _checked({each.key: each for each in found if isinstance(each, Given)})
    if isinstance(checked, Config):
        return wrong or checked
    return [*wrong, *checked]


def _checked(given: Mapping[str, Given]) -> Config | Sequence[ConfigError]:
    tree: dict[str, object] = {}
    for key, found in given.items():
        section, _, name = key.rpartition(".")
        inner = tree.setdefault(section, {}) if section else tree
        assert isinstance(inner, dict)
        inner[name] = found.value
    try:
        return Config.model_validate(tree)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
    # Not told above: the validation's own error holds the values that it refuses.
    return [_told(fault, given) for fault in faults]


def _told(fault: ErrorDetails, given: Mapping[str, Given]) -> ConfigError:
    key = next(key for key in given if tuple(key.split(".")) == fault["loc"][: key.count(".") + 1])
    problem = Said("refusal-config-value", what=fault_in_words(fault["type"], fault.get("ctx", {})))
    return ConfigError(at(key, given[key].source), problem, about(key))


def about(key: str) -> Said:
    """What a key is for, and what it takes."""
    return Said(f"refusal-about-{key.replace('.', '-').replace('_', '-')}")


def secret_key(config: Config) -> bytes:
    """The key that signs, at least 32 bytes; made and kept in the data folder where none is configured.

    Raises ConfigError when it can be neither read nor kept, or is too short.
    """
    if config.secret_key is not None:
        return config.secret_key.get_secret_value().encode()
    path = config.data_folder / "secret.key"
    cure = Said("refusal-config-key-unkept-cure", name=variable("secret_key"))
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_bytes().strip()
    except OSError as error:
        problem = Said("refusal-config-key-unkept", why=system_says(error))
        raise ConfigError(str(path), problem, cure) from error
    if len(key) < KEY_BYTES:
        problem = Said("refusal-config-key-short", least=KEY_BYTES)
        raise ConfigError(str(path), problem, Said("refusal-config-key-short-cure"))
    return key


def former_keys(config: Config) -> tuple[bytes, ...]:
    """The keys that are in use no more, but that older texts are sealed with."""
    former = config.former_secret_key
    return () if former is None else (former.get_secret_value().encode(),)


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_hex(KEY_BYTES)  # text, so that it can be moved into the environment as it is
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        # A link never replaces: of two processes that start together, both end up with the key of the first.
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
