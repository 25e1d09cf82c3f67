"""Say something unasked through the outbox: to one member, or to everybody in a community's spaces."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.parts import Parts
from bot.delivery import outbox, rolling
from bot.delivery.illustrating import packed
from bot.delivery.rendering import Row
from bot.model.cards import Card
from bot.model.identity import AccountRef, Community, Purpose, Role, Route
from bot.model.messages import Accent
from bot.storage.work import Work

HOSTS_TOLD = 20
"""So many hosts are told by themselves at most, where they have no place of their own."""


class Telling:
    """Puts messages outside journeys into the outbox, in the same work as what they are about.

    With a `card` a message has a picture, drawn when it leaves as its reader likes it; the text `says` (with the same
    values; else the card's own words) is for who cannot see it. What cannot be drawn leaves the message alone. With the
    number of a `photo` that somebody handed in (`Photos`) that is shown in its stead, as long as it is kept.
    """

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
        only: int | None = None,
        card: Card | None = None,
        photo: int | None = None,
        says: str = "",
        **values: object,
    ) -> int:
        """Post the text `message` in each space of the community, once per `key`; returns in how many.

        `buttons` are rows, see `Row`; `hosts` posts where only hosts read; `only` is the id of the one space that is
        meant. Spaces without a channel to post in are left out. Where no space has a place for hosts, each of them is
        told by themself, as their own consents allow.
        """
        said = {**_said(message, values, buttons, packed(card, says, photo)), "accent": accent.value}
        posted, places = 0, await self._places(hosts=hosts)
        for space_id, place in places:
            if only not in (None, space_id):
                continue
            payload = {**said, "channel": place}
            posted += await self._post(f"{key}:{space_id}", payload, due, lasts, Purpose.SERVICE, None)
        if hosts and not places:
            everyone = await People(self._work).with_role(self._community, Role.HOST)
            for member in everyone[:HOSTS_TOLD]:
                told = {**said, "routes": [Route.DIRECT.value, Route.INBOX.value], "asked": False}
                await self._post(f"{key}:host:{member.id}", told, due, lasts, Purpose.SERVICE, member.id)
        return posted

    async def rolling(
        self,
        name: str,
        message: str,
        *,
        buttons: Sequence[Row] = (),
        accent: Accent = Accent.PLAIN,
        hosts: bool = False,
        lasts: timedelta = timedelta(hours=6),
        only_if_there: bool = False,
        of: int | None = None,
        quoted: Collection[int] = (),
        card: Card | None = None,
        photo: int | None = None,
        says: str = "",
        **values: object,
    ) -> int:
        """One post of that `name` in each space: said first it is posted, said anew it is edited in place.

        Returns in how many places it says something new by this. `only_if_there`: where it was never said, it is not
        begun. Nobody is told by themself. `of`: the member whose words or picture it shows; when they are forgotten it
        is taken back, and so it is with each of the members who are `quoted` in it.
        """
        said = {**_said(message, values, buttons, packed(card, says, photo)), "accent": accent.value}
        changed, now = 0, self._work.now
        for space_id, place in await self._places(hosts=hosts):
            post, payload = f"{name}:{space_id}", {**said, "channel": place}
            if only_if_there and not await rolling.is_there(self._work, self._community.id, post):
                continue
            until = now + lasts
            changed += await rolling.say(
                self._work, self._community.id, post, payload, due=now, expires=until, of=of, quoted=quoted
            )
        return changed

    async def for_hosts(
        self,
        name: str,
        message: str,
        *,
        once: str | None,
        buttons: Sequence[Row] = (),
        lasts: timedelta = timedelta(hours=6),
        only_if_there: bool = False,
        of: int | None = None,
        quoted: Collection[int] = (),
        photo: int | None = None,
        says: str = "",
        **values: object,
    ) -> None:
        """What hosts are to see to: a rolling post where they have a place, which goes on saying how it stands.

        Where they have none, each is told by themself once per `once`; for None, as it is no news, nobody is.
        """
        said: dict[str, Any] = {
            "buttons": buttons,
            "hosts": True,
            "lasts": lasts,
            "photo": photo,
            "says": says,
            **values,
        }
        if await self.has_place_for_hosts():
            await self.rolling(name, message, only_if_there=only_if_there, of=of, quoted=quoted, **said)
        elif once is not None:
            await self.everybody(once, message, **said)

    async def take_back(self, name: str) -> int:
        """Let the rolling post of that name show nothing of what it showed; returns in how many places it was begun.

        What has not left never will. It can be said anew later, in the same place.
        """
        spaces = await Communities(self._work).spaces(self._community.id)
        return sum([await rolling.take_back(self._work, self._community.id, f"{name}:{space.id}") for space in spaces])

    async def has_place_for_hosts(self, platform: str | None = None) -> bool:
        """Whether there is a place where only hosts read, on a network that runs, or on the one that is meant."""
        return any(platform in (None, place[0]) for _, place in await self._places(hosts=True))

    async def _places(self, *, hosts: bool) -> list[tuple[int, list[str]]]:
        """Each space's id with the place to post in: the platform, the space, the channel."""
        found = []
        for space in await Communities(self._work).spaces(self._community.id):
            channel = space.host_channel if hosts else space.post_channel
            if channel is not None and space.ref.platform in self._running:
                found.append((space.id, [space.ref.platform, space.ref.space_id, channel]))
        return found

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
        account: AccountRef | None = None,
        card: Card | None = None,
        photo: int | None = None,
        says: str = "",
        **values: object,
    ) -> bool:
        """Tell one member, once per `key`. `asked`: they asked for this message, so no other consent is needed.

        `account`: by no other than that one of theirs.
        """
        payload = {
            **_said(message, values, buttons, packed(card, says, photo)),
            "routes": [route.value for route in routes],
            "asked": asked,
            **({"account": [account.platform, account.user_id]} if account is not None else {}),
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


def _said(
    message: str, values: Mapping[str, object], buttons: Sequence[Row], picture: Mapping[str, object]
) -> dict[str, object]:
    """What a delivery's payload says in any case."""
    return {"message": message, "values": values, "buttons": list(buttons), **picture}
