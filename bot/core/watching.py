"""Which channels of which sources are watched for whom, and how the sources stand."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from msgspec import Struct, field
from pydantic import BaseModel, Field, field_validator

from bot.community.communities import Communities
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.errors import BotError, Said
from bot.model.identity import Community
from bot.model.sources import Channel
from bot.storage.work import Work

SOURCES = ("twitch", "youtube", "kick", "hook")
MOST_CHANNELS = 20  # that moderators may add to a community

_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?P<site>twitch\.tv|youtube\.com|kick\.com)/(?:channel/|c/)?(?P<name>[^/?#\s]+).*"
)
_NAMES = {
    "twitch": re.compile(r"[a-z0-9_]{2,25}"),
    "youtube": re.compile(r"@[\w.·-]{3,30}|UC[\w-]{22}"),
    "kick": re.compile(r"[a-z0-9_-]{2,50}"),
    "hook": re.compile(r"[a-z0-9-]{1,40}"),
}


class Watches(BaseModel):
    """Settings by which moderators choose channels: a plugin whose settings these are is asked for them."""

    channels: Annotated[list[str], Field(max_length=MOST_CHANNELS)] = []  # each as "twitch:name"

    @field_validator("channels")
    @classmethod
    def _named(cls, channels: list[str]) -> list[str]:
        for channel in channels:
            source, _, name = channel.partition(":")
            if source not in SOURCES or channel_named(source, name) != name:
                raise ValueError(f"{channel!r} is no channel: it should be like twitch:name")
        return list(dict.fromkeys(channels))


class SourceState(Struct):
    """How a source stands. `problem` says why it does not run; `notes` what does not work while it does."""

    channels: tuple[Channel, ...] = ()
    problem: BotError | Said | None = None
    notes: dict[str, Said] = field(default_factory=dict)

    def tell(self, topic: str, words: Said | None) -> None:
        """See `bot.model.sources.Notices`."""
        if words is None:
            self.notes.pop(topic, None)
        else:
            self.notes[topic] = words


class Configured(Struct, frozen=True):
    """What the configuration has watched: names by source, for the community of that name ("": the only one)."""

    names: Mapping[str, Sequence[str]]
    community: str = ""


class Watched(Struct, frozen=True):
    """The channels, and what keeps those of the configuration from being watched."""

    channels: tuple[Channel, ...]
    problem: Said | None = None

    def of(self, source: str) -> tuple[Channel, ...]:
        """Those of one source."""
        return tuple(channel for channel in self.channels if channel.source == source)


def channel_named(source: str, typed: str) -> str | None:
    """The name of a channel as its source knows it, from a name or an address that somebody typed; None for neither."""
    name = typed.strip()
    if found := _ADDRESS.fullmatch(name):
        name = found["name"]
    if source == "youtube":
        name = name if name.startswith(("@", "UC")) else f"@{name}"
        name = name if name.startswith("UC") else name.lower()
    else:
        name = name.removeprefix("@").lower()
    return name if _NAMES[source].fullmatch(name) else None


async def watched(work: Work, registry: Registry, configured: Configured) -> Watched:
    """All that is to be watched now. A channel that two communities want is the older one's."""
    communities = await Communities(work).all()
    home, problem = _home(communities, configured)
    found: dict[tuple[str, str], Channel] = {}
    for community in communities:
        names = [*(_pairs(configured.names) if community == home else ()), *await _chosen(work, registry, community)]
        spaces = await Communities(work).spaces(community.id) if names else ()
        for source, name in names if spaces else ():
            through = next((space for space in spaces if space.rights_count), spaces[0])
            found.setdefault((source, name), Channel(source, name, through.ref))
    return Watched(tuple(found.values()), problem)


def _home(communities: Sequence[Community], configured: Configured) -> tuple[Community | None, Said | None]:
    if not any(configured.names.values()):
        return None, None
    name = configured.community
    meant = [one for one in communities if not name or one.name.casefold() == name.casefold()]
    if len(meant) == 1:
        return meant[0], None
    if not communities:
        return None, Said("refusal-source-no-community")
    known = ", ".join(one.name for one in communities)
    key = "refusal-source-which-community" if meant else "refusal-source-other-community"
    return None, Said(key, known=known, name=name)


def _pairs(names: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, str]]:
    for source, given in names.items():
        for typed in given:
            if (name := channel_named(source, typed)) is not None:
                yield source, name


async def _chosen(work: Work, registry: Registry, community: Community) -> Sequence[tuple[str, str]]:
    """What the community's moderators chose."""
    settings = PluginSettings(work, registry, community.id)
    chosen: list[tuple[str, str]] = []
    for plugin in registry.plugins.values():
        if issubclass(plugin.settings, Watches):
            kept = await settings.get(plugin)
            assert isinstance(kept, Watches)
            chosen += [(source, name) for source, _, name in (one.partition(":") for one in kept.channels)]
    return chosen
