"""Where Twitch is."""

from msgspec import Struct


class Addresses(Struct, frozen=True):
    """The parts of Twitch that are asked, without a slash at the end."""

    helix: str = "https://api.twitch.tv/helix"
    id: str = "https://id.twitch.tv/oauth2"
    socket: str = "wss://eventsub.wss.twitch.tv/ws"


TWITCH = Addresses()
