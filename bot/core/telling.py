"""Say something unasked through the outbox: to one member, or to everybody in a community's spaces."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.community.people import Communities
from bot.core.parts import Parts
from bot.delivery import outbox
from bot.delivery.rendering import Row
from bot.model.identity import Community, Purpose, Route
from bot.model.messages import Accent
from bot.storage.work import Work


class Telling:
    """Puts messages outside journeys into the outbox, in the same work as what they are about."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._work = work
        self._community = community
        self._running = parts.platforms

    async def everybody(
        self,
        key: str,
        message: str,
        *,
        buttons: Sequence[Row] = (),
        accent: Accent = Accent.PLAIN,
        hosts: bool = False,
        due: datetime | None = None,
        lasts: timedelta = timedelta(hours=6),
        **values: object,
    ) -> int:
        """Post the text `message` in each space of the community, once per `key`; returns in how many.

        `buttons` are rows, see `Row`; `hosts` posts where only hosts read. Spaces without a channel to post in are left
        out.
        """
        posted = 0
        for space in await Communities(self._work).spaces(self._community.id):
            channel = space.host_channel if hosts else space.post_channel
            if channel is None or space.ref.platform not in self._running:
                continue
            payload = {
                "message": message,
                "values": values,
                "buttons": list(buttons),
                "accent": accent.value,
                "channel": [space.ref.platform, space.ref.space_id, channel],
            }
            posted += await self._post(f"{key}:{space.id}", payload, due, lasts, Purpose.SERVICE, None)
        return posted

    async def member(
        self,
        member_id: int,
        key: str,
        message: str,
        *,
        purpose: Purpose = Purpose.SERVICE,
        asked: bool = False,
        routes: Sequence[Route] = (Route.DIRECT, Route.INBOX),
        buttons: Sequence[Row] = (),
        due: datetime | None = None,
        lasts: timedelta = timedelta(hours=12),
        **values: object,
    ) -> bool:
        """Tell one member, once per `key`. `asked`: they asked for this message, so no other consent is needed."""
        payload = {
            "message": message,
            "values": values,
            "buttons": list(buttons),
            "routes": [route.value for route in routes],
            "asked": asked,
        }
        return await self._post(key, payload, due, lasts, purpose, member_id)

    async def _post(
        self,
        key: str,
        payload: Mapping[str, object],
        due: datetime | None,
        lasts: timedelta,
        purpose: Purpose,
        member_id: int | None,
    ) -> bool:
        moment = due or self._work.now
        return await outbox.post(
            await self._work.transaction(),
            key=f"{self._community.id}:{key}",
            community_id=self._community.id,
            purpose=purpose,
            due=moment,
            expires=moment + lasts,
            payload=payload,
            member_id=member_id,
        )
