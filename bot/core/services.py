"""The core's services by their type, each built for one piece of work."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from bot.community.activities import Activities
from bot.community.arrangements import Arrangements
from bot.community.attendance import Attendance
from bot.community.audit import Audit
from bot.community.awards import Awards
from bot.community.badges import Badges
from bot.community.communities import Communities
from bot.community.consent import Consents
from bot.community.facts import Facts
from bot.community.import_undoing import ImportUndoing
from bot.community.leaderboards import Leaderboard
from bot.community.ledger import Ledger
from bot.community.link_requests import LinkRequests
from bot.community.linking import Links
from bot.community.people import People
from bot.community.point_imports import PointImports
from bot.community.preferences import Preferences
from bot.community.refunds import Refunds
from bot.community.segments import Segments
from bot.community.streams import Streams
from bot.core.deep_links import DeepLinks
from bot.core.doctor import Doctor
from bot.core.door_rooms import DoorRooms
from bot.core.erasing import PersonalData
from bot.core.health import Health
from bot.core.host_rooms import HostRooms
from bot.core.joining import Joining
from bot.core.loader import Loaded
from bot.core.networks import Networks
from bot.core.parts import Parts
from bot.core.permissions import Permissions
from bot.core.photos import Photos
from bot.core.phrasing import Phrasing
from bot.core.pictures import Pictures
from bot.core.pseudonyms import Pseudonyms
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.core.telling import Telling
from bot.delivery.engine import Engine
from bot.delivery.inbox import Inbox
from bot.delivery.journeys import Journeys
from bot.delivery.native_polls import NativePolls
from bot.delivery.natives import NativeGrants
from bot.delivery.personal_invites import PersonalInvites
from bot.delivery.previewing import Previewer
from bot.delivery.sending import Sender
from bot.delivery.tallying import Tally
from bot.errors import BotError
from bot.model.identity import Community
from bot.storage.work import Work
from bot.text.translator import Translator

T = TypeVar("T")

SERVICES: Mapping[type[Any], Callable[[Parts, Work, Community], object]] = {
    Activities: lambda parts, work, community: Activities(work),
    Arrangements: lambda parts, work, community: Arrangements(work),
    Attendance: lambda parts, work, community: Attendance(work),
    Audit: lambda parts, work, community: Audit(work),
    Awards: lambda parts, work, community: Awards(work),
    Badges: lambda parts, work, community: Badges(work, parts.registry.badges),
    Communities: lambda parts, work, community: Communities(work),
    Consents: lambda parts, work, community: Consents(work),
    DeepLinks: lambda parts, work, community: DeepLinks(parts, community),
    Doctor: lambda parts, work, community: Doctor(parts, work, community),
    DoorRooms: lambda parts, work, community: DoorRooms(parts, work),
    Engine: lambda parts, work, community: parts.engine,
    Facts: lambda parts, work, community: Facts(work, parts.registry.facts),
    Health: lambda parts, work, community: Health(parts, work, community),
    HostRooms: lambda parts, work, community: HostRooms(parts, work),
    ImportUndoing: lambda parts, work, community: ImportUndoing(work, community.id),
    Inbox: lambda parts, work, community: Inbox(work, parts.loader),
    Journeys: lambda parts, work, community: Journeys(work),
    Leaderboard: lambda parts, work, community: Leaderboard(work, community.id),
    Ledger: lambda parts, work, community: Ledger(work),
    Joining: lambda parts, work, community: Joining(parts, work, community),
    LinkRequests: lambda parts, work, community: LinkRequests(work, parts.tokens.seal),
    Links: lambda parts, work, community: Links(work),
    Loaded: lambda parts, work, community: parts.loaded,
    NativeGrants: lambda parts, work, community: NativeGrants(work, community.id, parts.platforms),
    NativePolls: lambda parts, work, community: NativePolls(
        work, community.id, parts.platforms, parts.registry.is_kept
    ),
    Networks: lambda parts, work, community: Networks(parts, work, community),
    People: lambda parts, work, community: People(work),
    PersonalData: lambda parts, work, community: PersonalData(parts, work, community),
    PersonalInvites: lambda parts, work, community: PersonalInvites(work, community.id, parts.platforms, parts.work),
    Permissions: lambda parts, work, community: Permissions(work, parts.registry, community.id),
    Photos: lambda parts, work, community: Photos(parts, work, community),
    Phrasing: lambda parts, work, community: Phrasing(parts, work, community),
    Pictures: lambda parts, work, community: Pictures(parts, work),
    PluginSettings: lambda parts, work, community: PluginSettings(work, parts.registry, community.id),
    PointImports: lambda parts, work, community: PointImports(work, community.id),
    Preferences: lambda parts, work, community: Preferences(work),
    Previewer: lambda parts, work, community: parts.previewer,
    Pseudonyms: lambda parts, work, community: Pseudonyms(parts.tokens),
    Refunds: lambda parts, work, community: Refunds(work),
    Registry: lambda parts, work, community: parts.registry,
    Segments: lambda parts, work, community: Segments(work),
    Sender: lambda parts, work, community: parts.sender,
    Streams: lambda parts, work, community: Streams(work, parts.debounce),
    Tally: lambda parts, work, community: Tally(work),
    Telling: lambda parts, work, community: Telling(parts, work, community),
    Translator: lambda parts, work, community: parts.translator,
}
"""Each service, and how it is built for one piece of work in one community."""


def build(service: type[T], parts: Parts, work: Work, community: Community) -> T:
    """The service for this work. Raises BotError for a type that is none."""
    make = SERVICES.get(service)
    if make is None:
        raise BotError(f"{service.__name__} is no service; there are: {', '.join(kind.__name__ for kind in SERVICES)}.")
    return cast(T, make(parts, work, community))
