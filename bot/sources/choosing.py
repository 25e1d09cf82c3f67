"""Which sources run: those that the configuration has the keys of. Each brings its libraries only then."""

from collections.abc import Iterator, Sequence

from bot.config import Config
from bot.core.watching import Configured, channel_named
from bot.errors import ConfigError, Said
from bot.model.sources import StreamSource
from bot.surroundings import Surroundings


def configured_sources(around: Surroundings) -> Sequence[StreamSource]:
    """The sources that are set up. Raises ConfigError for the first thing that is wrong."""
    for problem in wrong_sources(around.config):
        raise problem
    found: list[StreamSource] = []
    config, clock = around.config, around.clock
    if config.hooks.secret is not None:
        from bot.sources.hooks import NAME, HookSource

        secret = config.hooks.secret.get_secret_value()
        found.append(HookSource(secret, clock=clock, memory=around.memory(NAME), web=around.web))
    if config.twitch.client_id is not None:
        from bot.sources.twitch.source import twitch_source

        found.append(twitch_source(around))
    if config.youtube.api_key is not None:
        from bot.sources.youtube.source import youtube_source

        found.append(youtube_source(around))
    if config.kick.client_id is not None:
        from bot.sources.kick.source import kick_source

        found.append(kick_source(around))
    return found


def configured_channels(config: Config) -> Configured:
    """What the configuration has watched."""
    names = {
        "twitch": config.twitch.channels,
        "youtube": config.youtube.channels,
        "kick": config.kick.channels,
        "hook": config.hooks.sources,
    }
    return Configured(names, config.sources.community.strip())


def wrong_sources(config: Config) -> Iterator[ConfigError]:
    """What is set by halves, and names that no channel can have."""
    twitch, youtube, kick, hooks = config.twitch, config.youtube, config.kick, config.hooks
    yield from _wrong_names("twitch", "twitch.channels", twitch.channels)
    yield from _wrong_names("youtube", "youtube.channels", youtube.channels)
    yield from _wrong_names("kick", "kick.channels", kick.channels)
    yield from _wrong_names("hook", "hooks.sources", hooks.sources)
    for source, needed, given, key, other in (
        ("Twitch", twitch.client_id, twitch.client_secret, "twitch.client_secret", "twitch.client_id"),
        ("Kick", kick.client_id, kick.client_secret, "kick.client_secret", "kick.client_id"),
        ("Twitch", twitch.channels, twitch.client_id, "twitch.client_id", "twitch.channels"),
        ("YouTube", youtube.channels, youtube.api_key, "youtube.api_key", "youtube.channels"),
        ("Kick", kick.channels, kick.client_id, "kick.client_id", "kick.channels"),
        ("hooks", hooks.sources, hooks.secret, "hooks.secret", "hooks.sources"),
    ):
        if needed and given is None:
            yield _missing(source, key, other)


def _wrong_names(source: str, key: str, names: Sequence[str]) -> Iterator[ConfigError]:
    for name in names:
        if channel_named(source, name) is None:
            yield ConfigError(key, Said("refusal-source-wrong-name", name=name), Said("refusal-source-wrong-name-cure"))


def _missing(source: str, key: str, other: str) -> ConfigError:
    problem = Said("refusal-source-missing", source=source)
    return ConfigError(key, problem, Said("refusal-source-missing-cure", source=source, other=other))
