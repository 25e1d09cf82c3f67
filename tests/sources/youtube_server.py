"""YouTube's Data API as far as the bot asks it."""

from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.sources.serving import Service

KEY = "key-of-the-api-1"


@dataclass(slots=True)
class Film:
    """A video of the channel."""

    title: str = "Tea night"
    planned: str | None = None
    began: str | None = None
    ended: str | None = None
    chat: str | None = None

    def shown(self, id: str) -> dict[str, Any]:
        """As the API tells it."""
        given = {
            "scheduledStartTime": self.planned,
            "actualStartTime": self.began,
            "actualEndTime": self.ended,
            "activeLiveChatId": self.chat,
        }
        times = {name: value for name, value in given.items() if value is not None}
        item: dict[str, Any] = {"id": id, "snippet": {"title": self.title, "channelId": "UC1"}}
        return item | ({"liveStreamingDetails": times} if times else {})


@dataclass(slots=True)
class Room:
    """A live chat."""

    items: list[dict[str, Any]] = field(default_factory=list)
    ended: bool = False
    every: int = 0  # milliseconds
    forgets: bool = False  # the next page that is asked for is gone


class YouTubeServer(Service):
    """It knows the channel @tea with its videos."""

    def __init__(self) -> None:
        super().__init__()
        self.films: dict[str, Film] = {}
        self.hidden: set[str] = set()
        self.room = Room()
        self.refusal: tuple[int, str] | None = None

    def routes(self) -> list[web.RouteDef]:
        """See `Service`."""
        return [
            web.get("/channels", self._channels),
            web.get("/playlistItems", self._list),
            web.get("/videos", self._videos),
            web.get("/liveChat/messages", self._chat),
        ]

    @property
    def looks(self) -> int:
        """How often the channel was looked at, up to the end."""
        return self.count("GET", "/videos")

    def writes(self, text: str, who: str = "UCx", at: str = "2026-11-28T18:12:00Z", **more: str) -> None:
        """Somebody writes in the chat."""
        said = {"type": more.get("type", "textMessageEvent"), "publishedAt": at, "displayMessage": text}
        author = {"channelId": who, "displayName": more.get("name", f"Name {who}")}
        self.room.items.append({"id": f"c{len(self.room.items)}", "snippet": said, "authorDetails": author})

    def _refused(self, request: web.Request) -> web.Response | None:
        if request.headers.get("X-Goog-Api-Key") != KEY:
            return _fault(400, "badRequest", "API_KEY_INVALID")
        return _fault(*self.refusal) if self.refusal is not None else None

    async def _channels(self, request: web.Request) -> web.Response:
        known = "@tea" in (request.query.get("forHandle"), request.query.get("id"))
        items = [{"id": "UC1", "contentDetails": {"relatedPlaylists": {"uploads": "UU1"}}}] if known else []
        return self._refused(request) or web.json_response({"items": items} if items else {"kind": "x"})

    async def _list(self, request: web.Request) -> web.Response:
        shown = [id for id in self.films if id not in self.hidden]
        items = [{"contentDetails": {"videoId": id}} for id in reversed(shown)]
        return self._refused(request) or web.json_response({"items": items})

    async def _videos(self, request: web.Request) -> web.Response:
        asked = [id for id in request.query.get("id", "").split(",") if id in self.films]
        return self._refused(request) or web.json_response({"items": [self.films[id].shown(id) for id in asked]})

    async def _chat(self, request: web.Request) -> web.Response:
        if refused := self._refused(request):
            return refused
        if self.room.ended:
            return _fault(403, "liveChatEnded")
        if self.room.forgets and request.query.get("pageToken"):
            self.room.forgets = False
            return _fault(400, "pageTokenInvalid")
        begin = int(request.query.get("pageToken", "0"))
        body = {
            "items": self.room.items[begin:],
            "nextPageToken": str(len(self.room.items)),
            "pollingIntervalMillis": self.room.every,
        }
        return web.json_response(body)


def _fault(status: int, reason: str, detail: str = "") -> web.Response:
    details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": detail}] if detail else []
    body = {"error": {"code": status, "message": "no", "errors": [{"reason": reason}], "details": details}}
    return web.json_response(body, status=status)
