"""What is asked of YouTube's Data API, what each question costs, and what its refusals mean."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from bot.errors import BotError
from bot.sources.asking import Pairs, Reply, Service, refused
from bot.sources.keeping import AwayError
from bot.sources.youtube.units import Units

ADDRESS = "https://www.googleapis.com/youtube/v3"
LOOKED_AT = 10  # newest uploads of a channel; whoever is live is among them
AT_ONCE = 50
LIST_COSTS, CHAT_COSTS = 1, 5
_NO_UNITS = {"quotaExceeded", "dailyLimitExceeded"}
_BUSY = {"rateLimitExceeded", "userRateLimitExceeded", "backendError"}
_NO_API = {"accessNotConfigured", "SERVICE_DISABLED"}
_NO_CHAT = {"liveChatEnded", "liveChatDisabled", "liveChatNotFound"}
_NO_PAGE = {"pageTokenInvalid", "invalidPageToken"}
_NO_KEY = {"keyInvalid", "keyExpired", "ipRefererBlocked", "authError"}
_KEY = "API_KEY_"  # so begin the reasons that newer parts of Google tell

M = TypeVar("M", bound=BaseModel)


class UnitsSpentError(BotError):
    """There are no units left today."""


class NoChatError(BotError):
    """This live chat is over, or there is none."""


class PageGoneError(BotError):
    """A page of the chat that we were at is no more."""


class _Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class _Uploads(_Part):
    uploads: str = ""


class _Details(_Part):
    related_playlists: _Uploads = _Uploads()


class Owner(_Part):
    """A channel: `uploads` is the list of its videos."""

    id: str
    content_details: _Details = _Details()

    @property
    def uploads(self) -> str:
        return self.content_details.related_playlists.uploads


class _Upload(_Part):
    video_id: str = ""


class _InList(_Part):
    content_details: _Upload = _Upload()


class _Snippet(_Part):
    title: str = ""
    channel_id: str = ""


class Times(_Part):
    """When a stream is planned, began and ended; and its chat while it is on."""

    scheduled_start_time: AwareDatetime | None = None
    actual_start_time: AwareDatetime | None = None
    actual_end_time: AwareDatetime | None = None
    active_live_chat_id: str = ""


class Video(_Part):
    """A video; one that is or was a stream has times."""

    id: str
    snippet: _Snippet = _Snippet()
    times: Times | None = Field(None, alias="liveStreamingDetails")


class _Said(_Part):
    type: str = ""
    published_at: AwareDatetime
    display_message: str = ""


class _Author(_Part):
    channel_id: str = ""
    display_name: str = ""


class ChatItem(_Part):
    """Something in a live chat."""

    id: str
    snippet: _Said
    author_details: _Author = _Author()


class ChatPage(_Part):
    """What is new in a live chat, and when to ask for more."""

    items: list[ChatItem] = []
    next_page_token: str = ""
    polling_interval_millis: int = 0
    offline_at: AwareDatetime | None = None


class _Owners(_Part):
    items: list[Owner] = []


class _List(_Part):
    items: list[_InList] = []


class _Videos(_Part):
    items: list[Video] = []


class _Fault(_Part):
    reason: str = ""


class _Faults(_Part):
    errors: list[_Fault] = []
    details: list[_Fault] = []

    @property
    def reasons(self) -> frozenset[str]:
        return frozenset(fault.reason for fault in (*self.errors, *self.details))


class _Refusal(_Part):
    error: _Faults = _Faults()


class YouTube(Struct, frozen=True):
    """The Data API. Each question costs units; without any left none is asked (UnitsSpentError)."""

    service: Service
    key: str
    units: Units
    address: str = ADDRESS

    async def owner(self, name: str) -> Owner | None:
        """The channel of a handle or an id."""
        which = ("forHandle", name) if name.startswith("@") else ("id", name)
        found = await self._ask("/channels", [("part", "contentDetails"), which], LIST_COSTS)
        return next(iter(found.read(_Owners).items), None)

    async def newest(self, uploads: str) -> Sequence[str]:
        """The ids of a channel's newest videos."""
        query = [("part", "contentDetails"), ("playlistId", uploads), ("maxResults", str(LOOKED_AT))]
        reply = await self._ask("/playlistItems", query, LIST_COSTS, gone_is_empty=True)
        return [one.content_details.video_id for one in reply.read(_List).items if one.content_details.video_id]

    async def videos(self, ids: Sequence[str]) -> Sequence[Video]:
        """Those of these videos that there are."""
        found: list[Video] = []
        for begin in range(0, len(ids), AT_ONCE):
            some = ",".join(ids[begin : begin + AT_ONCE])
            reply = await self._ask("/videos", [("part", "snippet,liveStreamingDetails"), ("id", some)], LIST_COSTS)
            found += reply.read(_Videos).items
        return found

    async def chat(self, chat_id: str, page: str) -> ChatPage:
        """What came since `page`; without one what is newest. Raises NoChatError, PageGoneError."""
        query = [("part", "snippet,authorDetails"), ("liveChatId", chat_id), ("maxResults", "2000")]
        reply = await self._ask("/liveChat/messages", query + ([("pageToken", page)] if page else []), CHAT_COSTS)
        return reply.read(ChatPage)

    async def _ask(self, path: str, query: Pairs, costs: int, *, gone_is_empty: bool = False) -> Reply:
        if self.units.left < costs:
            raise UnitsSpentError
        self.units.spend(costs)
        # The key travels in a header: addresses get logged on the way.
        reply = await self.service.ask("GET", self.address + path, headers={"X-Goog-Api-Key": self.key}, query=query)
        if not reply.is_ok and not (gone_is_empty and reply.status == 404):
            self._refuse(reply)
        return Reply(reply.source, 200, b"{}") if not reply.is_ok else reply

    def _refuse(self, reply: Reply) -> None:
        try:
            reasons = _Refusal.model_validate_json(reply.body).error.reasons
        except ValidationError:
            reasons = frozenset()
        if reasons & _NO_UNITS:
            self.units.exhaust()
            raise UnitsSpentError
        if reasons & _NO_CHAT:
            raise NoChatError
        if reasons & _NO_PAGE:
            raise PageGoneError
        if reasons & _BUSY:
            raise AwayError("refusal-source-busy", source=reply.source)
        if reasons & _NO_API:
            raise refused("youtube.api_key", "refusal-youtube-api", "refusal-youtube-api-cure")
        if reasons & _NO_KEY or any(reason.startswith(_KEY) for reason in reasons):
            raise refused("youtube.api_key", "refusal-youtube-key", "refusal-youtube-key-cure")
        raise AwayError("refusal-source-refused", source=reply.source, status=reply.status)
